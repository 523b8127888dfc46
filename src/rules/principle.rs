//! Reads the principles of service, to which rules and tips refer.

use super::context::read_root;
use super::ids::check_id;
use super::node::{Entry, Node};
use super::reader::Reader;
use super::shape::{Items, Limit};
use super::source::Source;
use super::{Diagnostic, Placed, Problem};

/// Principles of a file.
const MAX_PRINCIPLES: Limit = Limit { of: Items::Principles, most: 200 };
/// Languages that a name or summary is in.
const MAX_LANGUAGES: Limit = Limit { of: Items::Entries, most: 200 };
/// The longest name or summary, in characters.
const MAX_TEXT: usize = 600;

/// A principle of service, which ties rules to tips.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Principle {
    /// The id that rules name.
    pub id: String,
    /// Its name by language.
    pub names: Vec<(String, String)>,
    /// One sentence on it, by language.
    pub summaries: Vec<(String, String)>,
}

impl Principle {
    /// Its name in a language.
    pub fn name(&self, language: &str) -> Option<&str> {
        of(&self.names, language)
    }

    /// One sentence on it in a language.
    pub fn summary(&self, language: &str) -> Option<&str> {
        of(&self.summaries, language)
    }
}

fn of<'a>(texts: &'a [(String, String)], language: &str) -> Option<&'a str> {
    texts.iter().find(|(tag, _)| tag == language).map(|(_, text)| text.as_str())
}

/// Reads a file of principles: everything that is valid, and every problem in file order.
pub fn parse_principles<'a>(
    source: impl Into<Source<'a>>,
    file: &str,
) -> (Vec<Principle>, Vec<Diagnostic>) {
    let source = source.into();
    let mut reader = Reader::new(&source, file);
    let mut principles = Vec::new();
    if let Some(root) = read_root(&source, &mut reader)
        && let Some(fields) = reader.fields(&root, &["principles"])
    {
        match fields.get("principles") {
            Some(node) => principles = read_principles(&mut reader, node),
            None => reader.report(fields.place, Problem::MissingKey { key: "principles" }),
        }
    }
    (principles, reader.finish())
}

fn read_principles(reader: &mut Reader, node: &Placed<Node>) -> Vec<Principle> {
    let entries = reader.entries(node, Some(MAX_PRINCIPLES)).unwrap_or_default();
    let mut principles = Vec::new();
    for (id, value) in entries {
        check_id(reader, &id.value, &id.place, 1);
        let Some(fields) = reader.fields(value, &["name", "summary"]) else {
            continue;
        };
        let names = fields.get("name").map(|node| by_language(reader, node));
        let summaries = fields.get("summary").map(|node| by_language(reader, node));
        if names.is_none() {
            reader.report(&id.place, Problem::MissingKey { key: "name" });
        }
        principles.push(Principle {
            id: id.value.to_string(),
            names: names.unwrap_or_default(),
            summaries: summaries.unwrap_or_default(),
        });
    }
    principles
}

fn by_language(reader: &mut Reader, node: &Placed<Node>) -> Vec<(String, String)> {
    let entries = reader.entries(node, Some(MAX_LANGUAGES)).unwrap_or_default();
    let text =
        |(tag, value): &Entry| Some((tag.value.to_string(), reader.text(value, MAX_TEXT)?.value));
    entries.into_iter().filter_map(text).collect()
}
