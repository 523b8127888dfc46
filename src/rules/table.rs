//! Reads word tables: entries with principal parts, which are inflected at once.

use super::node::Node;
use super::problem::Problem;
use super::reader::{Brackets, Reader};
use super::shape::{Items, Limit};
use super::{Place, Placed};
use crate::lexicon::{Lexeme, Part, Person, Tense, WordEntry, inflect, models};

/// Words of a table.
const MAX_WORDS: Limit = Limit { of: Items::Words, most: 5_000 };
/// The longest form, in characters.
const MAX_FORM: usize = 60;

/// The words of a table: name → forms, or name → principal parts.
pub(super) fn read_words(reader: &mut Reader, node: &Placed<Node>) -> Vec<Placed<WordEntry>> {
    let entries = reader.entries(node, Some(MAX_WORDS)).unwrap_or_default();
    let mut first_lines = std::collections::HashMap::new();
    let mut words = Vec::new();
    for (name, value) in entries {
        if let Some(&first_line) = first_lines.get(&crate::text::name_key(&name.value)) {
            reader.report(
                &name.place,
                Problem::WordTwice { name: name.value.to_string(), first_line },
            );
            continue;
        }
        first_lines.insert(crate::text::name_key(&name.value), name.place.line);
        if !name.value.trim().is_empty() {
            check_form(reader, &name.value, &name.place);
        }
        if let Some(value) = read_entry(reader, &name.value, value) {
            words.push(Placed { value, place: name.place.clone() });
        }
    }
    words
}

/// The words of which forms can be made; the others are reported.
pub(super) fn valid_words(
    reader: &mut Reader,
    words: &[Placed<WordEntry>],
    language: &str,
) -> Vec<Lexeme> {
    let mut lexemes = Vec::new();
    for word in words {
        match inflect(&word.value, language) {
            Ok(lexeme) => lexemes.push(lexeme),
            Err(problem) => {
                let name = word.value.name.clone();
                let problem = Problem::BadWord { name, problem, models: models(language) };
                reader.report(&word.place, problem);
            }
        }
    }
    lexemes
}

fn read_entry(reader: &mut Reader, name: &str, node: &Placed<Node>) -> Option<WordEntry> {
    let mut entry = WordEntry { name: name.trim().to_owned(), ..WordEntry::default() };
    if !matches!(node.value, Node::Map(_)) {
        entry.forms = read_forms(reader, node);
        return (!entry.forms.is_empty()).then_some(entry);
    }
    let tenses = Tense::ALL.iter().map(|(_, key)| *key);
    let keys: Vec<&str> = ["like", "forms"].into_iter().chain(tenses).collect();
    let fields = reader.fields(node, &keys)?;
    entry.like =
        fields.get("like").and_then(|node| reader.text(node, MAX_FORM)).map(|like| like.value);
    entry.forms = fields.get("forms").map(|node| read_forms(reader, node)).unwrap_or_default();
    for (tense, key) in Tense::ALL {
        if let Some(part) = fields.get(key).and_then(|node| read_part(reader, node)) {
            entry.parts.push((*tense, part));
        }
    }
    Some(entry)
}

fn read_part(reader: &mut Reader, node: &Placed<Node>) -> Option<Part> {
    match &node.value {
        Node::Text(text) if text == "none" => Some(Part::None),
        Node::Map(_) => {
            let keys: Vec<String> = Person::ALL.into_iter().map(Person::key).collect();
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            let fields = reader.fields(node, &keys)?;
            let person = |person: Person| {
                let forms = read_forms(reader, fields.get(&person.key())?);
                (!forms.is_empty()).then_some((person, forms))
            };
            Some(Part::Persons(Person::ALL.into_iter().filter_map(person).collect()))
        }
        _ => {
            let forms = read_forms(reader, node);
            (!forms.is_empty()).then_some(Part::Lead(forms))
        }
    }
}

fn read_forms(reader: &mut Reader, node: &Placed<Node>) -> Vec<String> {
    let forms = reader.texts(node, MAX_FORM, Brackets::List);
    forms.iter().for_each(|form| check_form(reader, &form.value, &form.place));
    forms.into_iter().map(|form| form.value.trim().to_owned()).collect()
}

fn check_form(reader: &mut Reader, form: &str, place: &Place) {
    let signs = form.contains(['<', '>', '{', '}', '[', ']', '(', ')', '|', ':', ',']);
    if signs || !form.contains(char::is_alphanumeric) {
        reader.report(place, Problem::BadForm { form: form.to_owned() });
    }
}
