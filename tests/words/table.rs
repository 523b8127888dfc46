//! Word tables for tests: a reader of their `words` section, and paradigms as text.

use std::collections::BTreeMap;

use kalologos::words::{Part, Person, Tense, WordEntry, inflect};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    words: BTreeMap<String, Written>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Forms(Vec<String>),
    Parts(BTreeMap<String, Value>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    One(String),
    Several(Vec<String>),
    Persons(BTreeMap<String, Spellings>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Spellings {
    One(String),
    Several(Vec<String>),
}

/// The entries of a word table, in the order of their names.
pub fn entries(yaml: &str) -> Vec<WordEntry> {
    let file: File = serde_yaml::from_str(yaml).expect("a word table");
    file.words.into_iter().map(|(name, written)| entry(name, written)).collect()
}

fn entry(name: String, written: Written) -> WordEntry {
    let mut entry = WordEntry { name, ..WordEntry::default() };
    match written {
        Written::Forms(forms) => entry.forms = forms,
        Written::Parts(parts) => {
            for (key, value) in parts {
                match (key.as_str(), value) {
                    ("like", Value::One(verb)) => entry.like = Some(verb),
                    ("forms", Value::Several(forms)) => entry.forms = forms,
                    (tense, value) => {
                        entry.parts.push((Tense::from_key(tense).expect(tense), part(value)))
                    }
                }
            }
        }
    }
    entry
}

fn part(value: Value) -> Part {
    match value {
        Value::One(none) if none == "none" => Part::None,
        Value::One(spelling) => Part::Lead(vec![spelling]),
        Value::Several(spellings) => Part::Lead(spellings),
        Value::Persons(persons) => Part::Persons(persons.into_iter().map(person).collect()),
    }
}

fn person((key, spellings): (String, Spellings)) -> (Person, Vec<String>) {
    let spellings = match spellings {
        Spellings::One(spelling) => vec![spelling],
        Spellings::Several(spellings) => spellings,
    };
    (Person::from_key(&key).expect("a person"), spellings)
}

/// A word as a person reads it: a line for each tense, the persons set apart by a bar.
pub fn paradigm(entry: &WordEntry, language: &str) -> String {
    let lexeme =
        inflect(entry, language).unwrap_or_else(|problem| panic!("{}: {problem:?}", entry.name));
    let mut text = format!("{}\n", lexeme.name);
    let tenses =
        Tense::ALL.iter().map(|(tense, key)| (Some(*tense), *key)).chain([(None, "forms")]);
    for (tense, key) in tenses {
        let persons = Person::ALL.map(Some).into_iter().chain([None]);
        let cells = persons.map(|person| {
            let forms =
                lexeme.forms.iter().filter(|form| form.tense == tense && form.person == person);
            forms.map(|form| form.spelling.as_str()).collect::<Vec<_>>().join(", ")
        });
        let cells: Vec<String> = cells.collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            text += &format!("  {key}: {}\n", cells.join(" | ").trim_end_matches([' ', '|']));
        }
    }
    text
}
