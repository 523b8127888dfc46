//! Reads word files, which hold the words and grammar lists of a language.

use super::context::{MAX_NAME, read_language_tag, read_root};
use super::node::{Entry, Node};
use super::reader::{Brackets, Fields, Reader};
use super::shape::{Items, Limit};
use super::source::Source;
use super::table::{read_words, valid_words};
use super::{Diagnostic, Placed};
use crate::lexicon::{Grammar, LanguageData, Lexeme, Stops, WordEntry};

pub(super) const KEYS: &[&str] = &[
    "language", "words", "same", "contractions", "homographs", "clitics", "registers", "familiar",
    "negations", "dropped", "kept", "stops", "asking", "conditions", "reporters", "reporting",
    "lookalikes", "nominatives", "grammar",
];

pub(super) const STOP_KEYS: &[&str] = &[
    "always", "unless_asking", "before_verb", "joins", "clause_openers", "continuers",
    "list_closers",
];

/// Entries of a list in a word file.
const MAX_ENTRIES: Limit = Limit { of: Items::Entries, most: 2_000 };

/// Reads a word file: everything that is valid, and every problem in file order.
pub fn parse_language<'a>(
    source: impl Into<Source<'a>>,
    file: &str,
) -> (LanguageData, Vec<Diagnostic>) {
    let source = source.into();
    let mut reader = Reader::new(&source, file);
    let mut data = LanguageData::default();
    if let Some(root) = read_root(&source, &mut reader)
        && let Some(fields) = reader.fields(&root, KEYS)
    {
        data = read_data(&mut reader, &fields);
    }
    (data, reader.finish())
}

fn read_data(reader: &mut Reader, fields: &Fields) -> LanguageData {
    let language = read_language_tag(reader, fields).unwrap_or_default();
    let (words, lexemes) =
        fields.get("words").map(|node| words(reader, node, &language)).unwrap_or_default();
    LanguageData {
        language,
        words,
        lexemes,
        same: fields.get("same").map(|node| groups(reader, node)).unwrap_or_default(),
        contractions: pairs(reader, fields, "contractions"),
        homographs: texts(reader, fields, "homographs"),
        clitics: texts(reader, fields, "clitics"),
        registers: pairs(reader, fields, "registers"),
        familiar: texts(reader, fields, "familiar"),
        negations: texts(reader, fields, "negations"),
        dropped: texts(reader, fields, "dropped"),
        kept: texts(reader, fields, "kept"),
        stops: fields.get("stops").and_then(|node| stops(reader, node)).unwrap_or_default(),
        asking: texts(reader, fields, "asking"),
        conditions: texts(reader, fields, "conditions"),
        reporters: texts(reader, fields, "reporters"),
        reporting: texts(reader, fields, "reporting"),
        lookalikes: texts(reader, fields, "lookalikes"),
        nominatives: pairs(reader, fields, "nominatives"),
        grammar: fields.get("grammar").map(|node| grammar(reader, node)).unwrap_or_default(),
    }
}

fn grammar(reader: &mut Reader, node: &Placed<Node>) -> Grammar {
    let mut grammar = Grammar::default();
    let keys = grammar.lists_mut().map(|(key, _)| key);
    if let Some(fields) = reader.fields(node, &keys) {
        for (key, list) in grammar.lists_mut() {
            *list = texts(reader, &fields, key);
        }
    }
    grammar
}

fn words(
    reader: &mut Reader,
    node: &Placed<Node>,
    language: &str,
) -> (Vec<WordEntry>, Vec<Lexeme>) {
    let read = read_words(reader, node);
    let lexemes = valid_words(reader, &read, language);
    (read.into_iter().map(|word| word.value).collect(), lexemes)
}

fn stops(reader: &mut Reader, node: &Placed<Node>) -> Option<Stops> {
    let fields = reader.fields(node, STOP_KEYS)?;
    Some(Stops {
        always: texts(reader, &fields, "always"),
        unless_asking: texts(reader, &fields, "unless_asking"),
        before_verb: texts(reader, &fields, "before_verb"),
        joins: texts(reader, &fields, "joins"),
        clause_openers: texts(reader, &fields, "clause_openers"),
        continuers: texts(reader, &fields, "continuers"),
        list_closers: texts(reader, &fields, "list_closers"),
    })
}

fn texts(reader: &mut Reader, fields: &Fields, key: &str) -> Vec<String> {
    let Some(node) = fields.get(key) else {
        return Vec::new();
    };
    if matches!(&node.value, Node::List(items) if items.is_empty()) {
        return Vec::new();
    }
    values(reader.texts(node, MAX_NAME, Brackets::List))
}

fn values(texts: Vec<Placed<String>>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}

fn groups(reader: &mut Reader, node: &Placed<Node>) -> Vec<Vec<String>> {
    let items = reader.list(node, MAX_ENTRIES);
    items.iter().map(|item| values(reader.texts(item, MAX_NAME, Brackets::List))).collect()
}

fn pairs(reader: &mut Reader, fields: &Fields, key: &str) -> Vec<(String, String)> {
    let Some(node) = fields.get(key) else {
        return Vec::new();
    };
    let entries = reader.entries(node, Some(MAX_ENTRIES)).unwrap_or_default();
    let pair =
        |(key, value): &Entry| Some((key.value.to_string(), reader.text(value, MAX_NAME)?.value));
    entries.into_iter().filter_map(pair).collect()
}
