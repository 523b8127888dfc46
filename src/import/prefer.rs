//! From what people write in the right column to wordings.

use super::avoid::{Phrases, REST, alternatives, escaped, push_word};
use super::verbs::Verbs;
use super::{Options, Persons};
use crate::text::name_key;

/// Words with which no wording ends: what follows them is for the agent to fill in.
const NEVER_LAST: [&str; 18] = [
    "αν",
    "εαν",
    "οταν",
    "μολισ",
    "με",
    "να",
    "σε",
    "για",
    "απο",
    "οτι",
    "και",
    "αλλα",
    "θα",
    "ωστε",
    "if",
    "when",
    "but",
    "once",
];
/// Words that may follow a verb together with what was said of it.
const CONNECTIVES: [&str; 12] = [
    "αν",
    "εαν",
    "οταν",
    "μολισ",
    "εφοσον",
    "αφου",
    "οποτε",
    "if",
    "when",
    "once",
    "as",
    "provided",
];

/// A word of a cell, or a place that is left open.
pub struct Word<'c> {
    /// Its letters.
    pub core: &'c str,
    /// What stands before its letters.
    opening: &'c str,
    /// What stands behind them.
    closing: &'c str,
    /// The word before it; empty for the first.
    pub before: &'c str,
    /// It is left open: `...`, `___`, `[…]`.
    pub is_gap: bool,
    /// What belongs there, if the cell says so.
    pub hint: Option<&'c str>,
}

impl Word<'_> {
    /// Another spelling in place of its letters, with the signs around them.
    pub fn around(&self, spelling: &str) -> String {
        format!("{}{spelling}{}", escaped(self.opening), escaped(self.closing))
    }
}

/// The words of a cell one by one.
pub struct Words<'c> {
    rest: &'c str,
    before: &'c str,
}

impl<'c> Words<'c> {
    /// The words of a text.
    pub fn of(text: &'c str) -> Words<'c> {
        Words { rest: text.trim(), before: "" }
    }
}

impl<'c> Iterator for Words<'c> {
    type Item = Word<'c>;

    fn next(&mut self) -> Option<Word<'c>> {
        self.rest = self.rest.trim_start();
        if self.rest.is_empty() {
            return None;
        }
        let before = self.before;
        if let Some((hint, closing, rest)) = open_place(self.rest) {
            self.rest = rest;
            self.before = "";
            return Some(Word { core: "", opening: "", closing, before, is_gap: true, hint });
        }
        let end = self.rest.find(char::is_whitespace).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        let start = word.find(char::is_alphanumeric).unwrap_or(word.len());
        let stop = word.rfind(char::is_alphanumeric).map_or(start, |at| {
            at + word.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        });
        let (opening, core) = word.split_at(start);
        let (core, closing) = core.split_at(stop - start);
        self.before = core;
        let is_gap =
            core.is_empty() && (word.contains("..") || word.contains('…') || word.contains("__"));
        Some(Word { core, opening, closing, before, is_gap, hint: None })
    }
}

/// `[hint]` or `{hint}` at the start of a text: the hint, the signs right behind it, and the rest.
fn open_place(text: &str) -> Option<(Option<&str>, &str, &str)> {
    let (inside, rest) = match text.strip_prefix('[') {
        Some(inner) => inner.split_once(']')?,
        None => text.strip_prefix('{')?.split_once('}')?,
    };
    let hint = Some(inside.trim()).filter(|hint| hint.contains(char::is_alphanumeric));
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let (closing, rest) = rest.split_at(end);
    let is_plain = !closing.contains(char::is_alphanumeric);
    is_plain.then_some((hint, closing, rest))
}

/// The wordings of a cell of the right column.
pub fn wordings(
    cell: &str,
    phrases: &Phrases,
    options: Options,
    verbs: &Verbs,
    hint: &str,
) -> Vec<String> {
    let blank = |hint: &str| format!("[{}]", hint.replace(['[', ']'], ""));
    alternatives(cell)
        .iter()
        .map(|part| Composer { phrases, options, verbs, blank: blank(hint) }.wording(part))
        .filter(|wording| !wording.is_empty())
        .collect()
}

struct Composer<'a> {
    phrases: &'a Phrases,
    options: Options,
    verbs: &'a Verbs,
    blank: String,
}

impl Composer<'_> {
    fn wording(&self, part: &str) -> String {
        let part = part.trim();
        let bare =
            part.trim_end_matches(|sign: char| matches!(sign, '.' | '…') || sign.is_whitespace());
        let words: Vec<Word<'_>> = Words::of(bare).collect();
        let mut text = String::new();
        for (index, word) in words.iter().enumerate() {
            let written = match (word.is_gap, word.hint) {
                (true, Some(hint)) => {
                    format!("[{}]{}", hint.replace(['[', ']'], ""), escaped(word.closing))
                }
                (true, None) => self.blank.clone(),
                (false, _) => word.around(&self.word(word)),
            };
            push_word(&mut text, &written);
            if self.carries_rest(word, words.get(index + 1)) {
                push_word(&mut text, &format!("{{{REST}?}}"));
            }
        }
        let goes_on = part.ends_with("..") || part.ends_with('…');
        let last = words.last().map_or("", |word| word.core);
        let dangles = NEVER_LAST.contains(&name_key(last).as_str());
        if (goes_on || dangles) && words.last().is_some_and(|word| !word.is_gap) {
            push_word(&mut text, &self.blank);
        }
        text
    }

    /// A verb agrees with the one that was found, if it stands in the same person; a pronoun follows the register.
    fn word(&self, word: &Word<'_>) -> String {
        let found = self.phrases.verb.as_ref().filter(|_| self.options.verbs == Persons::All);
        let verb = self.verbs.read(word.core, word.before);
        match (found, verb) {
            (Some(found), Some(verb)) if verb.person == found.person => {
                format!("<{}:{}>", verb.name, verb.tense.key())
            }
            _ if matches!(word.core, "σας" | "σου") => "<σας>".to_owned(),
            _ => escaped(word.core),
        }
    }

    /// «Δεν μπορώ...» and «Θα μπορούσα αν..»: what follows the verb on the left follows it on the right.
    fn carries_rest(&self, word: &Word<'_>, next: Option<&Word<'_>>) -> bool {
        let before_rest = self.phrases.before_rest.as_ref();
        let verb = self.verbs.read(word.core, word.before);
        let same = before_rest.zip(verb).is_some_and(|(one, other)| one.name == other.name);
        let is_connective = |next: &Word<'_>| CONNECTIVES.contains(&name_key(next.core).as_str());
        same && next.is_none_or(|next| !next.is_gap && is_connective(next))
    }
}
