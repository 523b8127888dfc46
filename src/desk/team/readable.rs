//! Phrases and wordings as people would write them, for leads who have never seen the signs of a rule file.

use super::Team;
use crate::engine::Engine;
use crate::words::Tense;

/// What stands where words are left open.
const OPEN: &str = "…";

impl Team {
    /// A phrase or wording without the signs of the phrase language: of a word one form, of a choice all
    /// branches, and «…» for words that are left open.
    pub fn readable(&self, source: &str) -> String {
        readable(self.desk.engine(), source)
    }

    /// A phrase or wording before and since. Where only signs differ, they are shown.
    pub fn readable_change(&self, before: &str, after: &str) -> (String, String) {
        let read = (self.readable(before), self.readable(after));
        if read.0 == read.1 { (before.to_owned(), after.to_owned()) } else { read }
    }
}

fn readable(engine: &Engine, source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(sign) = rest.chars().next() {
        let after = rest.get(sign.len_utf8()..).unwrap_or("");
        rest = match sign {
            '\\' => {
                let escaped = after.chars().next();
                text.extend(escaped);
                after.get(escaped.map_or(0, char::len_utf8)..).unwrap_or("")
            }
            '<' => inside(after, '>', |word| text.push_str(&form(engine, word))),
            '{' => inside(after, '}', |_| text.push_str(OPEN)),
            '|' => {
                text.push('/');
                after
            }
            '^' | '$' | '(' | ')' => after,
            sign => {
                text.push(sign);
                after
            }
        };
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Hands over what stands before the closing sign, and gives what follows it.
fn inside(text: &str, close: char, with: impl FnOnce(&str)) -> &str {
    let (inside, rest) = text.split_once(close).unwrap_or((text, ""));
    with(inside);
    rest
}

/// One form of a word that is written as `name:tense:persons`.
fn form(engine: &Engine, written: &str) -> String {
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
    let Some(lexeme) = engine.lexeme(name) else { return name.to_owned() };
    let fits = |form: &&crate::words::Form| {
        let person = form.person.map(|person| person.person);
        (tense.is_none() || form.tense == tense)
            && (persons.is_empty() || person.is_none_or(|person| persons.contains(&person)))
    };
    lexeme.forms.iter().find(fits).map_or_else(|| name.to_owned(), |form| form.spelling.clone())
}
