//! Reads what is between `<` and `>`: a word, its tense, its persons.

use std::ops::Range;

use super::element::WordSpec;
use super::phrase_problem::PhraseProblem;
use crate::lexicon::Tense;
use crate::text::nearest;

/// A part of the text with its byte range.
type Field<'a> = (&'a str, Range<usize>);

/// What is wrong so far, with byte ranges.
type Problems = Vec<(Range<usize>, PhraseProblem)>;

/// The word whose text begins at `start`; `None` if it has no name.
pub(super) fn read_word(inside: &str, start: usize, problems: &mut Problems) -> Option<WordSpec> {
    let around = start - 1..start + inside.len() + 1;
    let mut fields = fields(inside, start).into_iter();
    let (name, _) = fields.next()?;
    if name.is_empty() {
        problems.push((around, PhraseProblem::EmptyName('<')));
        return None;
    }
    let mut word = WordSpec { name: name.to_owned(), tense: None, persons: Vec::new() };
    let before = problems.len();
    match (fields.next(), fields.next(), fields.next()) {
        (_, _, Some(_)) => problems.push((around.clone(), PhraseProblem::TooManyParts)),
        (Some(only), None, _) if only.0.starts_with(|c: char| c.is_ascii_digit()) => {
            word.persons = persons(only, problems);
        }
        (Some(first), second, _) => {
            word.tense = tense(first, problems);
            word.persons = second.map_or_else(Vec::new, |second| persons(second, problems));
        }
        (None, ..) => {}
    }
    if word.is_variable() && word.tense.is_none() && problems.len() == before {
        problems.push((around, PhraseProblem::VariableWithoutTense));
    }
    Some(word)
}

fn fields(inside: &str, start: usize) -> Vec<Field<'_>> {
    let mut fields = Vec::new();
    let mut offset = start;
    for field in inside.split(':') {
        let from = offset + field.len() - field.trim_start().len();
        fields.push((field.trim(), from..from + field.trim().len()));
        offset += field.len() + 1;
    }
    fields
}

fn tense((key, range): Field, problems: &mut Problems) -> Option<Tense> {
    let tense = Tense::from_key(key);
    if tense.is_none() {
        let problem = PhraseProblem::UnknownTense {
            found: key.to_owned(),
            nearest: nearest(key, Tense::ALL.iter().map(|(_, key)| *key)),
        };
        problems.push((range, problem));
    }
    tense
}

fn persons((list, range): Field, problems: &mut Problems) -> Vec<u8> {
    let person = |text: &str| match text.trim() {
        "1" => Some(1),
        "2" => Some(2),
        "3" => Some(3),
        _ => None,
    };
    let persons: Option<Vec<u8>> = list.split(',').map(person).collect();
    if persons.is_none() {
        let found = list.to_owned();
        problems.push((range, PhraseProblem::UnknownPerson { found }));
    }
    let mut persons = persons.unwrap_or_default();
    persons.sort_unstable();
    persons.dedup();
    persons
}
