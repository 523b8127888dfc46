//! The attacks, each as one person makes it again and again.

use std::fmt::Write;
use std::sync::LazyLock;

use fake_discord::Person;

use crate::hostile;

/// Letters in a draft: about what a command takes.
const LETTERS: usize = 3_950;
const QUADRATIC_RULES: usize = 85;
const EQUAL_RULES: usize = 5_000;
const ROWS: usize = 5_000;

/// Small workbooks that claim, or unfold to, whatever there is no room for.
static WORKBOOKS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let all = [hostile::places(), hostile::texts(), hostile::counts()].into_iter().flatten();
    all.map(|(_, bytes, _)| bytes).collect()
});

/// A table as long as one may be, each row its own.
static TABLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut table = "αποφεύγουμε;λέμε\n".to_owned();
    for row in 0..ROWS {
        writeln!(table, "το προϊόν μοντέλο{row} χάθηκε;ψάχνουμε το μοντέλο{row}").unwrap();
    }
    table.into_bytes()
});

static EXPRESSIONS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut text = "language: el\nrules:\n".to_owned();
    for number in 0..EQUAL_RULES {
        let regex = format!("[α-ω ]{{1,900}}[0-9]{{1,900}}{number}");
        writeln!(text, "  - regex: '{regex}'\n    id: r{number}\n    why: επειδή").unwrap();
    }
    text.into_bytes()
});

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attack {
    /// Workbooks that claim more than there is.
    Workbooks,
    /// Regular expressions whose cost grows with the square of the draft.
    Quadratic,
    /// As many rules as may be, all for one letter.
    Equal,
    /// Rule files with as many large regular expressions as there may be rules.
    Expressions,
    /// Large tables, one upload after the other.
    Uploads,
    /// Post after post in a channel for drafts.
    Drafts,
}

impl Attack {
    pub const ALL: [Attack; 6] = [
        Attack::Workbooks,
        Attack::Quadratic,
        Attack::Equal,
        Attack::Expressions,
        Attack::Uploads,
        Attack::Drafts,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Attack::Workbooks => "workbooks",
            Attack::Quadratic => "quadratic",
            Attack::Equal => "equal",
            Attack::Expressions => "expressions",
            Attack::Uploads => "uploads",
            Attack::Drafts => "drafts",
        }
    }

    /// The rules of the attackers' servers.
    pub fn rules(self) -> Option<String> {
        let mut text = "language: el\nrules:\n".to_owned();
        match self {
            Attack::Quadratic => (0..QUADRATIC_RULES).for_each(|number| {
                let regex = format!(r"[α-ω ]*\b[0-9]{{{}}}\b|[α-ω]", number + 1);
                writeln!(text, "  - regex: '{regex}'\n    id: r{number}\n    why: επειδή").unwrap();
            }),
            Attack::Equal => (0..EQUAL_RULES).for_each(|number| {
                writeln!(text, "  - avoid: α\n    id: r{number}\n    why: επειδή").unwrap();
            }),
            _ => return None,
        }
        Some(text)
    }

    /// How many people of a server do it at the same time.
    pub fn at_once(self) -> usize {
        match self {
            Attack::Drafts => 1,
            _ => 6,
        }
    }

    /// One person attacks once.
    pub async fn once(self, person: &Person, number: usize) {
        let check = async |draft: &str| {
            person.send_slash("check", &[("draft", draft)]).await.answer().await;
        };
        let upload = async |name: &str, bytes: &[u8]| {
            let files = [("file", name, bytes)];
            person.send_slash_with_files("rules add", &[], &files).await.answer().await;
        };
        match self {
            Attack::Workbooks => {
                upload("a.xlsx", &WORKBOOKS[number % WORKBOOKS.len()]).await;
            }
            Attack::Quadratic => check(&"α".repeat(LETTERS)).await,
            Attack::Equal => check(&"α ".repeat(LETTERS / 2)).await,
            Attack::Expressions => upload("a.yaml", &EXPRESSIONS).await,
            Attack::Uploads => upload("a.csv", &TABLE).await,
            Attack::Drafts => {
                person.posts(&"Δεν μπορώ να σας βοηθήσω. ".repeat(70));
            }
        }
    }
}
