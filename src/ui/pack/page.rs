//! The active rules as a page to read: by principle, then by language.

use std::fmt::Write as _;

use super::ShownRule;
use crate::model::Language;
use crate::rules::{Example, Principle};
use crate::text::plain_line;
use crate::ui::messages::Messages;

/// Examples shown of one rule.
const MOST_EXAMPLES: usize = 3;

/// The rules as a Markdown page: under each principle, in each language, every rule with drafts that it
/// catches, what they become, and its level.
pub fn rule_page(rules: &[ShownRule<'_>], principles: &[Principle]) -> String {
    let mut page = HEAD.to_owned();
    for principle in principles {
        let own = |shown: &&ShownRule<'_>| shown.rule.principle.as_ref() == Some(&principle.id);
        section(&mut page, &heading(principle), &rules.iter().filter(own).collect::<Vec<_>>());
    }
    let known = |id: &String| principles.iter().any(|principle| principle.id == *id);
    let rest = |shown: &&ShownRule<'_>| !shown.rule.principle.as_ref().is_some_and(known);
    section(&mut page, OTHERS, &rules.iter().filter(rest).collect::<Vec<_>>());
    page
}

const HEAD: &str = "# Οι κανόνες · The rules\n\n\
    Με τη σειρά των αρχών εξυπηρέτησης: τι πιάνει κάθε κανόνας, τι γίνεται η φράση, και πόσο βαραίνει. Ολόκληρος κανόνας: \
    `kalologos rules show` και το όνομά του.\n\n\
    By principle of service: what each rule catches, what the phrase becomes, and how much it weighs. A rule in full: \
    `kalologos rules show` and its name.\n\n\
    <!-- Made by: kalologos rules list --format markdown -->\n";

const OTHERS: &str = "## Άλλοι · Others\n";

fn heading(principle: &Principle) -> String {
    let mut names = Vec::new();
    let mut summaries = String::new();
    for (_, tag) in Language::ALL {
        names.extend(principle.name(tag));
        if let Some(summary) = principle.summary(tag) {
            summaries.push_str(&format!("\n{summary}\n"));
        }
    }
    format!("## {}\n{summaries}", names.join(" · "))
}

/// The rules of one principle, by language; nothing if there is none.
fn section(page: &mut String, heading: &str, rules: &[&ShownRule<'_>]) {
    if rules.is_empty() {
        return;
    }
    page.push('\n');
    page.push_str(heading);
    let mut languages: Vec<&str> = Vec::new();
    for shown in rules {
        if !languages.contains(&shown.rule.language.as_str()) {
            languages.push(&shown.rule.language);
        }
    }
    for language in languages {
        let own = rules.iter().filter(|shown| shown.rule.language == language);
        table(page, language, own);
    }
}

fn table<'a>(
    page: &mut String,
    language: &str,
    rules: impl Iterator<Item = &'a &'a ShownRule<'a>>,
) {
    let speaking = Language::from_key(language).unwrap_or(Language::En);
    let (title, columns) = match (speaking, language) {
        (Language::El, _) => ("Ελληνικά", "| κανόνας | πιάνει | γίνεται | |"),
        (Language::En, "en") => ("English", "| rule | catches | becomes | |"),
        (Language::En, other) => (other, "| rule | catches | becomes | |"),
    };
    // A title of a language and its columns: writing to a string does not fail.
    let _ = write!(page, "\n### {title}\n\n{columns}\n|---|---|---|---|\n");
    for shown in rules {
        let messages = Messages::of(speaking);
        let short = shown.rule.id.split_once('/').map_or(shown.rule.id.as_str(), |(_, id)| id);
        let (catches, becomes) = examples(shown, messages);
        let level = messages.level(shown.rule.level);
        let _ = writeln!(page, "| `{short}` | {catches} | {becomes} | {level} |");
    }
}

/// What it catches, and what that becomes; the phrases and wordings as written where no example shows it.
fn examples(shown: &ShownRule<'_>, messages: &Messages) -> (String, String) {
    let mut catches = Vec::new();
    let mut becomes = Vec::new();
    for example in &shown.rule.examples {
        if let Example::Draft { draft, rewrite } = example {
            catches.push(cell(&draft.value));
            becomes.extend(rewrite.as_ref().map(|rewrite| cell(&rewrite.value)));
        }
    }
    if catches.is_empty() {
        catches = shown.avoid().into_iter().map(cell).collect();
        becomes = shown.prefer().into_iter().map(cell).collect();
    }
    catches.truncate(MOST_EXAMPLES);
    becomes.truncate(MOST_EXAMPLES);
    becomes.dedup();
    if becomes.is_empty() {
        becomes.push(match &shown.rule.why {
            _ if shown.rule.remove.is_some() => messages.leave_out.to_owned(),
            Some(why) => format!("*{}*", cell(why)),
            None => String::new(),
        });
    }
    (catches.join("<br>"), becomes.join("<br>"))
}

/// Text inside a cell of a Markdown table.
fn cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in plain_line(text).chars() {
        match sign {
            '<' => safe.push_str("&lt;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' => safe.extend(['\\', sign]),
            _ => safe.push(sign),
        }
    }
    safe
}
