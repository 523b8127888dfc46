//! Whole conversations in the terminal, as a person would read them.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};

use insta::assert_snapshot;
use kalologos::app::App;
use kalologos::check::Checker;
use kalologos::model::Language;
use kalologos::model::Member;
use kalologos::model::{ChannelId, Day, ServerId, Time};
use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::store::Store;
use kalologos::team::Teams;
use kalologos::terminal;
use kalologos::terminal::{Arrivals, Chat, Prompt};
use kalologos::tips::{Plan, Tips};
use kalologos::ui::Panel;

/// Few rules, so that a conversation stays readable and changes of the built-in packs leave it alone.
const RULES: &str = "
language: el
pack: team
rules:
  - id: cannot
    principle: positive-language
    avoid: δεν <μπορώ:present> να {action}
    prefer:
      - θα <μπορώ:imperfect> να {action} αν [προϋπόθεση]
      - <μπορώ:present> να {action} εφόσον [τι χρειάζεται]
    why: Έτσι ο πελάτης μαθαίνει τι χρειάζεται.
  - id: wrong
    avoid: κάνετε λάθος
    prefer: ας δούμε ξανά μαζί τα στοιχεία για [ποια παραγγελία]
    why: Έτσι η συζήτηση πάει στη λύση.
  - id: unfortunately
    level: suggestion
    avoid: δυστυχώς
    remove: true
    why: Το μήνυμα στέκει και χωρίς αυτό.
  - id: promise
    avoid: σύντομα
    prefer: ως [πότε] το αργότερο
    why: Μια ώρα ή μέρα ησυχάζει τον πελάτη.
tips:
  - id: name
    principle: positive-language
    text: Ένα όνομα στην αρχή του μηνύματος δείχνει ότι γράψατε σε άνθρωπο.
    try: Στο επόμενο μήνυμα, αρχίστε με το όνομα του πελάτη.
";

const ENGLISH: &str = "
language: en
pack: team
rules:
  - id: calm-down
    level: error
    avoid: calm down
    prefer: I can see how upsetting this is
    why: Nobody has ever calmed down on being told to.
  - id: cannot
    avoid: I can't {action}
    prefer: I could {action} if [condition]
    why: The customer learns what it takes.
tips:
  - id: name
    text: A name at the start shows that you wrote to a person.
";

static DESK: LazyLock<Arc<Checker>> = LazyLock::new(|| {
    let (mut rule_set, problems) = RuleSet::languages(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    for (name, text) in [("el/team.yaml", RULES), ("en/team.yaml", ENGLISH)] {
        let file = SourceFile { name: name.to_owned(), text: text.to_owned() };
        let problems = rule_set.add(&[file]);
        assert!(problems.is_empty(), "{problems:?}");
    }
    Arc::new(Checker::new(rule_set))
});

/// Typed by somebody who wants out.
const CTRL_C: &str = "\u{3}";

/// Lines that somebody types; each is shown as typed, with the question it answers.
struct Typed<'o> {
    lines: VecDeque<&'static str>,
    shown: &'o std::cell::RefCell<Vec<u8>>,
}

impl Prompt for Typed<'_> {
    fn line(&mut self, prompt: &str, value: &str) -> io::Result<Option<String>> {
        let Some(line) = self.lines.pop_front() else { return Ok(None) };
        if line == CTRL_C {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let given = if value.is_empty() { String::new() } else { format!("⟨{value}⟩ ") };
        self.shown.borrow_mut().extend(format!("{prompt}{given}{line}\n").bytes());
        Ok(Some(line.to_owned()))
    }

    fn is_person(&self) -> bool {
        true
    }
}

struct Screen<'o>(&'o std::cell::RefCell<Vec<u8>>);

impl io::Write for Screen<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn conversation(language: Language, lines: &[&'static str]) -> String {
    let shown = std::cell::RefCell::new(Vec::new());
    let mut typed = Typed { lines: lines.iter().copied().collect(), shown: &shown };
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let store = runtime.block_on(Store::open(&folder.path().join("data.sqlite"))).unwrap();
    let reception = App::new(Arc::new(Teams::over(Arc::clone(&DESK), store)));
    let chat = Chat {
        app: &reception,
        runtime: runtime.handle().clone(),
        now: &|| Time(1_795_595_400),
        open: &|_| unreachable!("nobody hands in a file"),
        keep: &|_, _| None,
        log: &|error| panic!("{error}"),
        arrived: &|| None,
        language,
        colour: false,
        seed: 7,
    };
    terminal::run(&chat, &mut typed, &mut Screen(&shown)).unwrap();
    String::from_utf8(shown.into_inner()).unwrap()
}

#[test]
fn ctrl_c_leaves_a_form_and_nothing_else() {
    let shown = conversation(
        Language::El,
        &[
            "/έλεγχος Δεν μπορούμε να το στείλουμε σήμερα.",
            "4",
            CTRL_C,
            "/βοήθεια",
            CTRL_C,
            "after",
        ],
    );
    let (_, behind) = shown.split_once("η φόρμα έκλεισε και τίποτα δεν άλλαξε").unwrap();
    assert!(behind.contains("› /βοήθεια"), "{behind}");
    assert!(!behind.contains("after"), "{behind}");
}

#[test]
fn another_wording_then_the_blank_filled_in() {
    assert_snapshot!(conversation(
        Language::El,
        &[
            "/έλεγχος Δεν μπορούμε να το στείλουμε σήμερα.",
            "1",
            "4",
            "έρθει η παραλαβή.",
            "/έξοδος",
            "after"
        ],
    ));
}

#[test]
fn phrases_are_decided_one_by_one() {
    assert_snapshot!(conversation(
        Language::El,
        &[
            "Κάνετε λάθος. Δυστυχώς δεν μπορώ να το δω. Κάνετε λάθος.",
            "2",
            "3",
            "7",
            "1",
            "6",
            "1",
            "9"
        ],
    ));
}

#[test]
fn more_blanks_than_a_form_has_boxes() {
    assert_snapshot!(conversation(
        Language::El,
        &[
            "Θα το δω σύντομα. Θα έρθω σύντομα. Θα γράψω σύντομα. Κάνετε λάθος. Θα απαντήσω σύντομα. Δεν μπορώ να φύγω.",
            "4",
            "τις πέντε",
            "το βράδυ",
            "",
            "την Τρίτη",
            "την Πέμπτη",
            "4",
            "το μεσημέρι",
            "βραδιάσει",
        ],
    ));
}

#[test]
fn a_draft_of_several_lines_checked_again() {
    assert_snapshot!(conversation(
        Language::El,
        &[
            "/πρόχειρο",
            "Καλημέρα σας,",
            "",
            "θα απαντήσω σύντομα.",
            ".",
            "5",
            "Θα απαντήσω ως την Πέμπτη.",
            "."
        ],
    ));
}

#[test]
fn what_else_can_be_asked_in_greek() {
    assert_snapshot!(conversation(
        Language::El,
        &[
            "/βοήθεια",
            "/γιατί δεν μπορώ",
            "/γιατί αμπρακατάμπρα",
            "/γιατί el/team/canot",
            "/συμβουλή",
            "/χορός",
            "/έλεγχος",
            "",
            "."
        ],
    ));
}

#[test]
fn the_same_in_english() {
    assert_snapshot!(conversation(
        Language::En,
        &[
            "/check draft: Calm down, I can't see your order 🙂",
            "1",
            "4",
            "you give me its number",
            "5",
            "All is well.",
            ".",
            "/why calm",
            "/why nothing at all",
            "/help",
            "/tip",
            "/dance",
            "/quit",
        ],
    ));
}

#[test]
fn a_plan_for_tips_and_tips_of_ones_own() {
    assert_snapshot!(conversation(
        Language::El,
        &[
            "/συμβουλές επόμενες",
            "/συμβουλές ρύθμιση ώρα: 9 μέρες: κάθε μέρα",
            "/συμβουλές προσθήκη αρχή: ανύπαρκτη",
            "/συμβουλές προσθήκη αρχή: θετική",
            "Λέμε πρώτα τι γίνεται,",
            "και μετά τι όχι.",
            ".",
            "",
            "/συμβουλές λίστα",
            "/συμβουλές επόμενες",
            "/συμβουλές παράλειψη",
            "/συμβουλές παύση",
            "/συμβουλές συνέχεια",
            "/συμβουλή",
            "1",
            "3",
            "/συμβουλές αφαίρεση πρώτα",
            "/συμβουλές λίστα",
            "/έξοδος",
        ],
    ));
}

#[tokio::test]
async fn a_tip_arrives_when_it_is_due_and_once() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
    let teams = Arc::new(Teams::over(Arc::clone(&DESK), store));
    let clock = AtomicI64::new(1_795_595_400);
    let now = || Time(clock.load(Ordering::SeqCst));
    let plan = Plan::usual(ChannelId::LOCAL, "el");
    let tips = Tips::new(Arc::clone(&teams));
    let lead = teams.lead(&Member::local(), now()).await.unwrap();
    let set = tips.set_tip_plan(&lead, &plan).await.unwrap();
    let due = Time(set.next.unwrap().1.as_second());
    let (shown, mut seen) = tokio::sync::mpsc::unbounded_channel();
    let show = |text: &str, panel: Panel| shown.send((text.to_owned(), panel)).is_ok();
    let log = |error: &kalologos::tips::Error| panic!("{error}");
    let arrivals = Arrivals { tips: &tips, now: &now, show: &show, log: &log };
    let turns = async {
        for at in [due.plus(-1), due, due.plus(1), due.plus(86_400)] {
            clock.store(at.0, Ordering::SeqCst);
            tips.plans_changed().notify_one();
            while !teams.store().open_claims().await.unwrap().is_empty() {
                tokio::task::yield_now().await;
            }
            if at == due || at == due.plus(86_400) {
                let (text, panel) = seen.recv().await.unwrap();
                assert!(text.contains("Ένα όνομα στην αρχή"), "{text}");
                assert_eq!(panel.controls.len(), 2);
            }
        }
        let claims = teams.store().claims(ServerId::LOCAL, Day(0)).await.unwrap();
        assert!(claims.iter().all(|claim| claim.at == due || claim.at == due.plus(86_400)));
        claims.len()
    };
    tokio::select! {
        () = terminal::arrive(&arrivals) => panic!("it goes on for ever"),
        days = turns => assert_eq!(days, 2),
    }
    assert!(seen.try_recv().is_err(), "nothing came twice");
}

#[test]
fn a_lead_at_the_terminal_looks_after_the_rules() {
    assert_snapshot!(conversation(
        Language::El,
        &[
            "/κανόνες λίστα δυστυχώς",
            "2",
            "1",
            "1",
            "/κανόνες απενεργοποίηση κάνετε λάθος",
            "Δυστυχώς κάνετε λάθος.",
            "/κανόνες ιστορικό",
            "1",
            "/κανόνες ενεργοποίηση όνομα: δυστυχώς",
            "/κανόνες ονόματα προσθήκη: Δυστυχώς Plus",
            "/κανόνες ονόματα",
            "2",
            "Κανένα Πρόβλημα",
            "Ένα άλλο",
            ".",
            "/κανόνες εξαγωγή",
        ],
    ));
}
