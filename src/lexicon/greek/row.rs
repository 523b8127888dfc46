//! A row of a paradigm: one tense by person.

use super::accent;
use crate::lexicon::Person;

/// The endings of the six persons, each with the one to suggest first.
pub type Endings = [&'static [&'static str]; 6];

/// Spellings by person.
pub type Row = Vec<(Person, String)>;

/// A stem with all endings.
pub fn row(stem: &str, endings: &Endings) -> Row {
    let persons = Person::ALL.into_iter().zip(endings);
    persons
        .flat_map(|(person, list)| list.iter().map(move |ending| (person, join(stem, ending))))
        .collect()
}

/// A stem with an ending: the accent of the ending silences the stem's, and one syllable needs none.
pub fn join(stem: &str, ending: &str) -> String {
    let word = if accent::is_accented(ending) {
        accent::unaccented(stem) + ending
    } else {
        format!("{stem}{ending}")
    };
    if accent::syllables(&word) == 1 { accent::unaccented(&word) } else { word }
}
