//! What is read of every file before the rest: its root and its language.

use std::sync::Arc;

use super::known::Known;
use super::node::Node;
use super::reader::{Fields, Reader};
use super::sets::Sets;
use super::source::Source;
use super::{Place, Placed, Problem};

/// The longest id or title, in characters.
pub(super) const MAX_NAME: usize = 120;
/// The longest tag of a language, in characters: custom ids and lists have room for one.
pub const MAX_TAG_CHARS: usize = 20;

/// What people write where the tag of a language belongs, and the tag.
const LANGUAGES: &[(&str, &str)] = &[
    ("gr", "el"),
    ("ell", "el"),
    ("gre", "el"),
    ("ελ", "el"),
    ("greek", "el"),
    ("ελληνικα", "el"),
    ("eng", "en"),
    ("english", "en"),
    ("αγγλικα", "en"),
];

/// What the rules and tips of a file are read with.
pub(super) struct Context<'a> {
    pub known: &'a Known,
    pub language: &'a str,
    pub sets: &'a Arc<Sets>,
}

/// The root of a file that is valid YAML and not empty.
pub(super) fn read_root<'a>(source: &Source<'a>, reader: &mut Reader) -> Option<Placed<Node<'a>>> {
    match source.root() {
        Ok(root) if root.value == Node::Null => {
            reader.report(&Place { span: 0..0, line: 1, column: 1 }, Problem::EmptyFile);
            None
        }
        Ok(root) => Some(root),
        Err(error) => {
            reader.report(&error.place, Problem::NotYaml(error.value));
            None
        }
    }
}

/// The tag of the file's language.
pub(super) fn read_language_tag(reader: &mut Reader, fields: &Fields) -> Option<String> {
    let Some(node) = fields.get("language") else {
        if !fields.mentions("language") {
            reader.report(fields.place, Problem::MissingKey { key: "language" });
        }
        return None;
    };
    let tag = reader.text(node, MAX_NAME)?;
    let key = crate::text::name_key(&tag.value);
    let meant =
        LANGUAGES.iter().find(|(confused, _)| *confused == key).map(|(_, tag)| (*tag).to_owned());
    if meant.is_some() || !is_tag(&tag.value) {
        reader.report(&node.place, Problem::UnknownLanguage { found: tag.value, nearest: meant });
        return None;
    }
    Some(tag.value)
}

/// Whether a text is the tag of a language, known or not.
pub fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or("");
    tag.len() <= MAX_TAG_CHARS
        && (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}
