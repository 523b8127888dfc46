//! Greek words in capitals have lost their accents; they get them back where it is certain which they were.

use rustc_hash::FxHashMap;

use super::{Instead, Table, TableNote};
use crate::text::{self, capitalize};

/// Of the spellings of a word one has to be this many times as frequent as all others.
const CLEARLY: usize = 5;
const VOWELS: &str = "αεηιουωϊϋ";
const ACCENTED: &str = "άέήίόύώΐΰ";

/// How words are spelled, by what is left of them without accents.
#[derive(Debug, Clone, Default)]
pub struct Spellings(FxHashMap<String, String>);

impl Spellings {
    /// The spellings of the words of texts. Of a word that is spelled in several ways that one counts which is by far
    /// the most frequent.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Spellings {
        let mut counts: FxHashMap<String, FxHashMap<String, usize>> = FxHashMap::default();
        for text in texts {
            for word in text.split(|sign: char| !sign.is_alphabetic()) {
                if has_accents(word) {
                    let word = word.to_lowercase();
                    let known = counts.entry(text::key(&word)).or_default();
                    *known.entry(word).or_default() += 1;
                }
            }
        }
        let clear = |(key, known): (String, FxHashMap<String, usize>)| {
            let all: usize = known.values().sum();
            let (word, count) = known.into_iter().max_by_key(|(_, count)| *count)?;
            (count >= CLEARLY * (all - count)).then_some((key, word))
        };
        Spellings(counts.into_iter().filter_map(clear).collect())
    }

    /// A text without accents with those of the words that are known.
    fn accented(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut word = String::new();
        for sign in text.chars() {
            if sign.is_alphabetic() {
                word.push(sign);
            } else {
                self.push(&mut out, &word);
                word.clear();
                out.push(sign);
            }
        }
        self.push(&mut out, &word);
        out
    }

    fn push(&self, out: &mut String, word: &str) {
        let is_long = word.to_lowercase().chars().filter(|it| VOWELS.contains(*it)).count() > 1;
        match self.0.get(&text::key(word)).filter(|_| is_long) {
            Some(known) if word.starts_with(char::is_uppercase) => out.push_str(&capitalize(known)),
            Some(known) => out.push_str(known),
            None => out.push_str(word),
        }
    }
}

/// Gives the cells of a table that was in capitals their accents; of others nothing is looked up.
pub fn accented(table: &mut Table, spellings: impl FnOnce() -> &'static Spellings) {
    if !table.notes.contains(&TableNote::Capitals) {
        return;
    }
    let spellings = spellings();
    let mend = |cell: &mut String| {
        if !has_accents(cell) {
            *cell = spellings.accented(cell);
        }
    };
    for row in &mut table.rows {
        mend(&mut row.avoid);
        mend(&mut row.why);
        if let Instead::Say(prefer) = &mut row.prefer {
            mend(prefer);
        }
    }
}

fn has_accents(text: &str) -> bool {
    text.to_lowercase().contains(|sign| ACCENTED.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_get_the_accents_that_they_mostly_have() {
        let texts = ["Δεν γίνεται. Άλλα και αλλά, αλλά ποτέ", "πότε; ποτέ! δεν γίνεται, Μαΐου"];
        let spellings = Spellings::of(texts);
        for (written, expected) in [
            ("Δεν γινεται.", "Δεν γίνεται."),
            ("Γινεται; μαιου", "Γίνεται; μαΐου"),
            // Nobody knows which of two it is, nor what is not known at all.
            ("αλλα ποτε", "αλλα ποτε"),
            ("αγνωστο", "αγνωστο"),
        ] {
            assert_eq!(spellings.accented(written), expected);
        }
    }
}
