//! Word tables for tests: a reader of their `words` section, and paradigms as text.

use std::collections::BTreeMap;

use kalologos::lexicon::{Form, Part, Person, Tense, WordEntry, inflect};
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
    let tenses =
        Tense::ALL.iter().map(|(tense, key)| (Some(*tense), *key)).chain([(None, "forms")]);
    let lines = tenses.filter_map(|(tense, key)| {
        let forms: Vec<&Form> = lexeme.forms.iter().filter(|form| form.tense == tense).collect();
        (!forms.is_empty()).then(|| format!("  {key}: {}\n", by_person(&forms)))
    });
    format!("{}\n{}", lexeme.name, lines.collect::<String>())
}

fn by_person(forms: &[&Form]) -> String {
    let cell = |person: Option<Person>| {
        let fitting = forms.iter().filter(|form| form.person == person);
        fitting.map(|form| form.spelling.as_str()).collect::<Vec<_>>().join(", ")
    };
    let without_person = cell(None);
    if without_person.is_empty() {
        Person::ALL
            .map(|person| cell(Some(person)))
            .join(" | ")
            .trim_end_matches([' ', '|'])
            .to_owned()
    } else {
        without_person
    }
}
