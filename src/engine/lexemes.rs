//! The table of inflected words, and the readings of a word as a form of one of them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::word_index::WordId;
use crate::lexicon::{Lexeme, Person, Tense};
use crate::text;

/// One reading of a word as a form of a lexeme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Number of the lexeme in its [`LexemeTable`].
    pub lexeme: u32,
    pub tense: Option<Tense>,
    pub person: Option<Person>,
}

/// Inflected words by name, and the readings of their forms.
#[derive(Debug, Default)]
pub struct LexemeTable {
    lexemes: Vec<Arc<Lexeme>>,
    by_name: FxHashMap<String, u32>,
    readings: FxHashMap<WordId, Vec<Reading>>,
    /// The numbers of each word's forms, each once.
    forms: Vec<Vec<WordId>>,
}

impl LexemeTable {
    /// Adds a word; `numbers` gives a spelling its number, and of a homograph also the one of its accent.
    /// A later word of the same name replaces the name.
    pub fn add<Numbers: Iterator<Item = WordId>>(
        &mut self,
        lexeme: Lexeme,
        mut numbers: impl FnMut(&str) -> Numbers,
    ) {
        let index = self.lexemes.len() as u32;
        let mut forms = Vec::new();
        for form in &lexeme.forms {
            let reading = Reading { lexeme: index, tense: form.tense, person: form.person };
            for number in numbers(&form.spelling) {
                forms.push(number);
                let readings = self.readings.entry(number).or_default();
                if !readings.contains(&reading) {
                    readings.push(reading);
                }
            }
        }
        forms.sort_unstable();
        forms.dedup();
        self.forms.push(forms);
        self.by_name.insert(text::key(&lexeme.name), index);
        self.lexemes.push(Arc::new(lexeme));
    }

    /// The number of the word of this name (case and accents do not matter).
    pub fn find(&self, name: &str) -> Option<u32> {
        self.by_name.get(&text::key(name)).copied()
    }

    /// The word of this name.
    pub fn get(&self, name: &str) -> Option<&Arc<Lexeme>> {
        self.find(name).and_then(|index| self.lexemes.get(index as usize))
    }

    /// The word of this number.
    pub fn at(&self, lexeme: u32) -> Option<&Lexeme> {
        self.lexemes.get(lexeme as usize).map(|lexeme| &**lexeme)
    }

    /// Every word.
    pub fn all(&self) -> impl Iterator<Item = &Lexeme> {
        self.lexemes.iter().map(|lexeme| &**lexeme)
    }

    /// The readings of a word number.
    pub fn readings(&self, id: WordId) -> &[Reading] {
        self.readings.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Whether two word numbers can be read as forms of one word.
    pub fn are_forms_of_one(&self, one: WordId, other: WordId) -> bool {
        let others = self.readings(other);
        self.readings(one).iter().any(|it| others.iter().any(|other| other.lexeme == it.lexeme))
    }

    /// The numbers of a word's forms.
    pub fn forms(&self, lexeme: u32) -> &[WordId] {
        self.forms.get(lexeme as usize).map_or(&[], Vec::as_slice)
    }

    /// Every word number that has a reading, with its readings.
    pub fn all_readings(&self) -> impl Iterator<Item = (WordId, &[Reading])> {
        self.readings.iter().map(|(id, readings)| (*id, readings.as_slice()))
    }
}
