//! Reads a rule file.

use std::collections::HashMap;
use std::sync::Arc;

use super::fields::Fields;
use super::ids::{Claimed, check_id};
use super::known::Known;
use super::manner::{Manner, read_defaults};
use super::node::Node;
use super::other_tool::other_tool;
use super::problem::Problem;
use super::reader::Reader;
use super::rule::{Context, ReadRule, read_rule};
use super::sets::{read_sets, report_unused};
use super::shape::{Items, Limit};
use super::source::Source;
use super::table::{read_words, sound_words};
use super::tip::read_tips;
use super::yaml_pitfalls::slips;
use super::{Diagnostic, Place, Placed, Rule, RuleFile, Severity};

/// The one version of the rule file that there is.
const SCHEMA: &str = "1";
/// Rules of a file.
const MAX_RULES: Limit = Limit { of: Items::Rules, most: 5_000 };
/// The longest id, title or language tag, in characters.
pub(super) const MAX_NAME: usize = 120;

const KEYS: &[&str] =
    &["schema", "pack", "title", "language", "sets", "defaults", "rules", "words", "tips"];

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

/// Reads the text of a rule file: everything that is sound, and every problem in file order.
///
/// `file` is its name as the user knows it. The file is usable if no diagnostic is an error.
pub fn parse<'a>(
    source: impl Into<Source<'a>>,
    file: &str,
    known: &Known,
) -> (RuleFile, Vec<Diagnostic>) {
    let source = source.into();
    if let Some(tool) = source.written().and_then(other_tool) {
        let mut reader = Reader::new(&source, file);
        reader.report(&Place { span: 0..0, line: 1, column: 1 }, Problem::OtherTool(tool));
        return (RuleFile { pack: file_stem(file), ..RuleFile::default() }, reader.finish());
    }
    let mut reader = Reader::new(&source, file);
    let mut parsed = RuleFile { pack: file_stem(file), ..RuleFile::default() };
    if let Some(root) = read_root(&source, &mut reader)
        && let Some(fields) = reader.fields(&root, KEYS)
    {
        read_file(&mut reader, &fields, known, &mut parsed);
    }
    let problems = reader.finish();
    let is_wrong = problems.iter().any(|problem| problem.severity == Severity::Error);
    let slips = source.written().filter(|_| is_wrong).map(slips).unwrap_or_default();
    if slips.is_empty() {
        return (parsed, problems);
    }
    // What else seems wrong comes of them.
    let mut reader = Reader::new(&source, file);
    for (slip, span) in slips {
        let place = reader.lines.place(span);
        reader.report(&place, Problem::NotYaml(slip));
    }
    (parsed, reader.finish())
}

/// The root of a file that is sound YAML and not empty.
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

fn read_file(reader: &mut Reader, fields: &Fields, known: &Known, parsed: &mut RuleFile) {
    check_schema(reader, fields);
    if let Some(pack) = fields.get("pack").and_then(|node| reader.text(node, MAX_NAME)) {
        check_id(reader, &pack.value, &pack.place, 1);
        parsed.pack = pack.value.trim().to_owned();
    }
    parsed.title =
        fields.get("title").and_then(|node| reader.text(node, MAX_NAME)).map(|title| title.value);
    parsed.language = read_language_tag(reader, fields).unwrap_or_default();
    let with_own = fields.get("words").map(|node| read_own_words(reader, node, known, parsed));
    let known = with_own.as_ref().unwrap_or(known);
    let (no_sets, no_defaults) = (Arc::default(), Manner::default());
    let mut context =
        Context { known, language: &parsed.language, sets: &no_sets, defaults: &no_defaults };
    let (sets, set_names) =
        fields.get("sets").map(|node| read_sets(reader, node, &context)).unwrap_or_default();
    let sets = Arc::new(sets);
    context.sets = &sets;
    let defaults = fields.get("defaults").map(|node| read_defaults(reader, node, &context));
    let defaults = defaults.unwrap_or_default();
    context.defaults = &defaults;
    match fields.get("rules") {
        Some(node) => parsed.rules = read_rules(reader, node, &context, &parsed.pack),
        None if !["rules", "words", "tips"].iter().any(|key| fields.mentions(key)) => {
            reader.report(fields.place, Problem::MissingKey { key: "rules" });
        }
        None => {}
    }
    if let Some(node) = fields.get("tips") {
        parsed.tips = read_tips(reader, node, &context, &parsed.pack);
    }
    report_unused(reader, &set_names);
}

/// Reads the words of the file's own; gives back what is known with them.
fn read_own_words(
    reader: &mut Reader,
    node: &Placed<Node>,
    known: &Known,
    parsed: &mut RuleFile,
) -> Known {
    let read = read_words(reader, node);
    parsed.lexemes = sound_words(reader, &read, &parsed.language);
    let mut own = known.clone();
    // A word that is told off once is not told off wherever it stands.
    own.add_words(&parsed.language, read.iter().map(|word| word.value.name.as_str()));
    own.add_lexemes(&parsed.language, &parsed.lexemes);
    parsed.words = read;
    own
}

fn check_schema(reader: &mut Reader, fields: &Fields) {
    let Some(node) = fields.get("schema") else {
        return;
    };
    let found = match &node.value {
        Node::Number(written) | Node::Text(written) => &**written,
        _ => "",
    };
    if found != SCHEMA {
        reader.report(&node.place, Problem::UnknownSchema { found: found.to_owned() });
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

fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or("");
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn read_rules(
    reader: &mut Reader,
    node: &Placed<Node>,
    context: &Context,
    pack: &str,
) -> Vec<Rule> {
    let items = reader.list(node, MAX_RULES);
    let read: Vec<ReadRule> =
        items.iter().filter_map(|item| read_rule(reader, item, context)).collect();
    let mut claimed = Claimed::new(context.language, pack);
    claim_ids(reader, &read, &mut claimed);
    let with_id = |read: ReadRule| {
        let mut rule = read.rule?;
        rule.id = match &read.id {
            Some(id) => claimed.full(&id.value),
            None => claimed.make(&read.first_phrase),
        };
        Some(rule)
    };
    read.into_iter().filter_map(with_id).collect()
}

/// Takes every id that is written, before others are made.
fn claim_ids(reader: &mut Reader, read: &[ReadRule], claimed: &mut Claimed) {
    let mut first_lines: HashMap<String, usize> = HashMap::new();
    for id in read.iter().filter_map(|rule| rule.id.as_ref()) {
        let full = claimed.claim(&id.value);
        match first_lines.get(&full) {
            Some(&first_line) => {
                let id_text = id.value.clone();
                reader.report(&id.place, Problem::IdTwice { id: id_text, first_line });
            }
            None => {
                first_lines.insert(full, id.place.line);
            }
        }
    }
}

fn file_stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.split_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
