//! A table as the text of a rule file.

use super::repeated::silent_at;
use super::{Instead, Options, Persons, RowError, Table, TableRow, Verbs, avoid, prefer, written};
use crate::rules::is_tag;

/// Words that say no, in small letters.
const NOS: &[&str] = &[
    "δεν", "δε", "όχι", "μην", "μη", "no", "not", "cannot", "can't", "can’t", "don't", "don’t",
    "won't", "won’t",
];

/// Other words of a phrase that says no.
const DENIALS: &[&str] = &[
    "αδυνατώ", "αδυνατούμε", "αδύνατο", "αδύνατον", "αδύνατη", "ανέφικτο", "απαγορεύεται",
    "απαγορεύονται", "αποκλείεται", "αρνούμαι", "αρνούμαστε", "ποτέ", "κανένας", "κανείς", "ούτε",
    "unable", "impossible", "never", "isn't", "isn’t", "aren't", "aren’t", "doesn't", "doesn’t",
    "didn't", "didn’t", "couldn't", "couldn’t", "wouldn't", "wouldn’t", "shouldn't", "shouldn’t",
    "mustn't", "mustn’t", "wasn't", "wasn’t", "haven't", "haven’t", "hasn't", "hasn’t",
    "unavailable", "forbidden", "refuse", "nothing", "nobody", "τίποτα", "πουθενά",
];

/// What stands in a blank of which nothing more is known.
const BLANK_HINT_EL: &str = "συμπληρώστε";
const BLANK_HINT_EN: &str = "fill in";
/// The phrase goes.
const LEAVE_OUT: &str = "    remove: true\n";
/// The no of the phrase may become a yes.
const TURNS: &str = "    turns: true\n";

/// The head of the phrases at which a rule is silent.
pub const UNLESS: &str = "    unless:";

/// A rule file made from a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFileText {
    /// The text of the file.
    pub text: String,
    /// The line of the table after each rule, in the order of the rules.
    pub lines: Vec<usize>,
    /// Where each rule begins in the text, in the same order.
    pub starts: Vec<usize>,
    /// Rows of which no phrase could be made.
    pub errors: Vec<(usize, RowError)>,
}

/// The rows of a table as a rule file. Its language is the one that most letters belong to.
pub fn rule_file(table: &Table, options: Options, verbs: &Verbs) -> RuleFileText {
    let language = named_language(&table.rows).unwrap_or_else(|| language(&table.rows).to_owned());
    let hint = if language == "el" { BLANK_HINT_EL } else { BLANK_HINT_EN };
    // The verbs are Greek ones: another language's file has no entries for them.
    let verbs = if language == "el" { verbs } else { &Verbs::default() };
    let mut file = RuleFileText {
        text: format!("language: {language}\nrules:\n"),
        lines: Vec::new(),
        starts: Vec::new(),
        errors: Vec::new(),
    };
    for row in &table.rows {
        let RuleParts { avoid, instead, unless } =
            if row.is_phrase { written(row) } else { plain(row, options, verbs, hint) };
        if avoid.is_empty() {
            file.errors.push((row.line, RowError::NoWords));
        } else {
            file.starts.push(file.text.len());
            file.text.push_str(&rule(row, &avoid, &instead, unless));
            file.lines.push(row.line);
        }
    }
    if file.lines.is_empty() {
        file.text = format!("language: {language}\nrules: []\n");
    }
    file
}

/// What is made of a row: what is avoided, what is said instead, and where the rule is silent.
struct RuleParts {
    avoid: String,
    instead: String,
    unless: Vec<String>,
}

/// A row in the phrase language.
fn written(row: &TableRow) -> RuleParts {
    let avoid = match written::regex(&row.avoid) {
        Some(regex) => format!("  - regex: {}\n", quoted(regex)),
        None => list("  - avoid:", &lines(&row.avoid)),
    };
    let instead = match &row.prefer {
        Instead::LeaveOut => LEAVE_OUT.to_owned(),
        Instead::Say(cell) => list("    prefer:", &lines(cell)),
    };
    RuleParts { avoid, instead, unless: Vec::new() }
}

/// The same of a row in plain words. Where nobody knows how a wording goes in another person, the phrase is found as it is
/// written.
fn plain(row: &TableRow, options: Options, verbs: &Verbs, hint: &str) -> RuleParts {
    let phrases = avoid::phrases(&without_marks(&row.avoid, verbs), options, verbs);
    let said = match &row.prefer {
        Instead::LeaveOut => {
            let avoid = list("  - avoid:", &phrases.phrases);
            return RuleParts { avoid, instead: LEAVE_OUT.to_owned(), unless: Vec::new() };
        }
        Instead::Say(cell) => {
            prefer::wordings(&without_marks(cell, verbs), &phrases, options, verbs, hint)
        }
    };
    if said.only_so && options.verbs == Persons::All {
        return plain(row, Options { verbs: Persons::AsWritten, ..options }, verbs, hint);
    }
    let turns = if turns(&phrases, &said.wordings) { TURNS } else { "" };
    let instead = format!("{}{turns}", list("    prefer:", &said.wordings));
    let unless = silent_at(&phrases.phrases, &said.wordings, verbs);
    RuleParts { avoid: list("  - avoid:", &phrases.phrases), instead, unless }
}

/// «δεν <μπορώ> να» without the marks of the phrase language around its verb: a plain table finds every form of it anyway, and
/// would take any other word in such marks for a blank.
fn without_marks(cell: &str, verbs: &Verbs) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut parts = cell.split('<');
    text.push_str(parts.next().unwrap_or(""));
    for part in parts {
        match part.split_once('>').filter(|(word, _)| verbs.read(word, "").is_some()) {
            Some((word, rest)) => text.extend([word, rest]),
            None => text.extend(["<", part]),
        }
    }
    text
}

/// Whether a no becomes a yes: whoever writes a whole phrase and a whole wording means it so, and so does whoever leaves a
/// blank at the end for the condition. Where other words of the draft stay inside, nobody can know.
fn turns(phrases: &avoid::Phrases, wordings: &[String]) -> bool {
    let holds = |text: &String, words: &[&[&str]]| {
        text.split_whitespace().any(|word| {
            let verb = word.strip_prefix('<').and_then(|word| word.split(':').next());
            let bare = verb.unwrap_or(word).trim_matches(['.', ',', ';', '!', '^']).to_lowercase();
            words.iter().any(|words| words.contains(&bare.as_str()))
        })
    };
    let says_no = |text: &String| holds(text, &[NOS]);
    let denies = |text: &String| holds(text, &[NOS, DENIALS]);
    let whole =
        phrases.gaps.is_empty() && !phrases.phrases.iter().any(|phrase| phrase.contains('{'));
    phrases.phrases.iter().any(denies)
        && wordings.iter().all(|wording| !says_no(wording) && (whole || wording.ends_with(']')))
}

fn lines(cell: &str) -> Vec<String> {
    cell.lines().map(str::to_owned).collect()
}

/// What comes last is where it is silent: more may be added there.
fn rule(row: &TableRow, avoid: &str, instead: &str, mut unless: Vec<String>) -> String {
    let mut text = format!("{avoid}{instead}");
    if let Some(level) = row.level {
        text.push_str(&format!("    level: {}\n", level.key()));
    }
    if !row.why.is_empty() {
        text.push_str(&format!("    why: {}\n", quoted(&row.why)));
    }
    for (key, value) in &row.further {
        match *key {
            "turns" if written::YES.contains(&value.to_lowercase().as_str()) => {
                text.push_str(TURNS)
            }
            "turns" => {}
            "unless" => unless.extend(lines(value)),
            "skip" => text.push_str(&list(&format!("    {key}:"), &lines(value))),
            key => text.push_str(&format!("    {key}: {}\n", quoted(value))),
        }
    }
    text.push_str(&list(UNLESS, &unless));
    text
}

/// The language that the names of the rules begin with, in a table that this program has written.
fn named_language(rows: &[TableRow]) -> Option<String> {
    let ids = rows.iter().flat_map(|row| &row.further).filter(|(key, _)| *key == "id");
    let language = |(_, id): &(&str, String)| Some(id.split_once('/')?.0.to_owned());
    ids.filter_map(language).find(|tag| is_tag(tag))
}

/// A list under its head; nothing without items.
fn list(head: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let items: String = items.iter().map(|item| format!("      - {}\n", quoted(item))).collect();
    format!("{head}\n{items}")
}

/// In single quotes, in which YAML gives no sign a meaning but the quote itself.
fn quoted(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // YAML takes neither control characters nor these two, which stand for nothing.
    let is_taken = |sign: &char| !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}');
    let plain: String = one_line.chars().filter(is_taken).collect();
    format!("'{}'", plain.replace('\'', "''"))
}

/// The language of the phrases. English words with Greek ones to say instead are loan words of Greek replies.
fn language(rows: &[TableRow]) -> &'static str {
    let is_said_in_greek = |row: &TableRow| match &row.prefer {
        Instead::Say(cell) => greek_beyond_others(cell.chars()) > 0,
        Instead::LeaveOut => false,
    };
    let avoided = rows.iter().flat_map(|row| row.avoid.chars());
    let is_greek = greek_beyond_others(avoided) >= 0 || rows.iter().all(is_said_in_greek);
    if is_greek { "el" } else { "en" }
}

/// How many more Greek letters there are than others.
fn greek_beyond_others(text: impl Iterator<Item = char>) -> i64 {
    let letters = text.filter(|sign| sign.is_alphabetic());
    letters.map(|sign| if matches!(sign, 'Ͱ'..='Ͽ' | 'ἀ'..='῾') { 1 } else { -1 }).sum()
}
