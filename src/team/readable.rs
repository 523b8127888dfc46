//! Phrases and wordings as people would write them, for leads who have never seen the symbols of a rule file.

use super::Team;
use crate::engine::Engine;
use crate::lexicon::{Form, Person, Tense};
use crate::rules::WordSpec;

/// Shown where words are left open.
const OPEN: &str = "…";

impl Team {
    /// A phrase or wording without the symbols of the phrase language: of a word one form, of a choice the first
    /// branch, and «…» for words that are left open.
    pub fn readable(&self, source: &str) -> String {
        Reader { engine: self.checker.engine(), agreed: None }.read(source)
    }

    /// A phrase and its wording, of which the second is in the person of the first.
    pub fn readable_pair(&self, phrase: &str, wording: &str) -> (String, String) {
        readable_pair(self.checker.engine(), phrase, wording)
    }

    /// A phrase or wording before and since. Where only symbols differ, they are shown.
    pub fn readable_change(&self, before: &str, after: &str) -> (String, String) {
        let read = (self.readable(before), self.readable(after));
        if read.0 == read.1 { (before.to_owned(), after.to_owned()) } else { read }
    }
}

/// A phrase and its wording without the symbols of the phrase language, the second in the person of the first.
pub fn readable_pair(engine: &Engine, phrase: &str, wording: &str) -> (String, String) {
    let mut reader = Reader { engine, agreed: None };
    let phrase = reader.read(phrase);
    (phrase, reader.read(wording))
}

/// Reads from left to right.
struct Reader<'e> {
    engine: &'e Engine,
    /// The person of the first word that has one: the others follow it.
    agreed: Option<Person>,
}

impl Reader<'_> {
    fn read(&mut self, source: &str) -> String {
        let mut text = String::with_capacity(source.len());
        self.push(&mut text, source);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn push(&mut self, text: &mut String, source: &str) {
        let mut rest = source;
        while let Some(sign) = rest.chars().next() {
            let after = rest.get(sign.len_utf8()..).unwrap_or("");
            rest = match sign {
                '\\' => {
                    let escaped = after.chars().next();
                    text.extend(escaped);
                    after.get(escaped.map_or(0, char::len_utf8)..).unwrap_or("")
                }
                '<' => inside(after, '>', |word| text.push_str(&self.form(word))),
                '{' => inside(after, '}', |_| text.push_str(OPEN)),
                '(' => {
                    let (branch, rest) = first_branch(after);
                    // The rule file tells what is in a named list.
                    let is_set = branch.trim_start().starts_with('@');
                    self.push(text, if is_set { OPEN } else { branch });
                    rest
                }
                '^' | '$' | ')' => after,
                sign => {
                    text.push(sign);
                    after
                }
            };
        }
    }

    /// One form of a word that is written as `name:tense:persons`.
    fn form(&mut self, written: &str) -> String {
        let mut fields = written.split(':').map(str::trim);
        let name = fields.next().unwrap_or("");
        let tense = fields.next().and_then(Tense::from_key);
        let persons: Vec<u8> = written
            .rsplit(':')
            .next()
            .unwrap_or("")
            .split(',')
            .filter_map(|it| it.trim().parse().ok())
            .collect();
        if name == WordSpec::VARIABLE {
            return OPEN.to_owned();
        }
        let Some(lexeme) = self.engine.lexeme(name) else { return name.to_owned() };
        let fits = |form: &&Form| {
            (tense.is_none() || form.tense == tense)
                && (persons.is_empty()
                    || form.person.is_none_or(|person| persons.contains(&person.person)))
        };
        let fitting = || lexeme.forms.iter().filter(fits);
        let agreed =
            self.agreed.and_then(|agreed| fitting().find(|form| form.person == Some(agreed)));
        let form = agreed.or_else(|| fitting().find(|form| is_usual(form, &persons)));
        let Some(form) = form.or_else(|| fitting().next()) else { return name.to_owned() };
        self.agreed = self.agreed.or(form.person);
        form.spelling.clone()
    }
}

/// Whether a form is the one that comes to mind: customers are addressed in the plural, everything else is singular.
fn is_usual(form: &Form, persons: &[u8]) -> bool {
    form.person.is_none_or(|person| person.plural == (persons == [2]))
}

/// Passes on what comes before the closing sign, and returns what follows it.
fn inside(text: &str, close: char, with: impl FnOnce(&str)) -> &str {
    let (inside, rest) = text.split_once(close).unwrap_or((text, ""));
    with(inside);
    rest
}

/// The first branch of a choice that is not empty, and what follows the choice. Choices may contain choices.
fn first_branch(text: &str) -> (&str, &str) {
    let (mut depth, mut start, mut first) = (0, 0, None);
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' | '|' if depth == 0 => {
                let branch = text.get(start..at).unwrap_or("");
                first = first.or(Some(branch).filter(|branch| !branch.trim().is_empty()));
                start = at + 1;
                if sign == ')' {
                    return (first.unwrap_or(""), text.get(start..).unwrap_or(""));
                }
            }
            ')' => depth -= 1,
            _ => (),
        }
    }
    (first.unwrap_or(text), "")
}
