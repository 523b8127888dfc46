//! Reads a rule file. It never stops at the first problem: everything valid is returned, with every problem.

use std::collections::HashMap;
use std::sync::Arc;

use super::context::{Context, MAX_NAME, read_language_tag, read_root};
use super::ids::{Claimed, check_id};
use super::known::Known;
use super::node::Node;
use super::options::{RuleOptions, read_defaults};
use super::other_tool::other_tool;
use super::phrases::{read_sets, report_unused};
use super::problem::Problem;
use super::reader::{Fields, Reader};
use super::rule::{ReadRule, read_rule};
use super::shape::{Items, Limit};
use super::source::Source;
use super::table::{read_words, valid_words};
use super::tip::read_tips;
use super::yaml_error::YamlError;
use super::yaml_pitfalls::{slips, structure_slip};
use super::{Diagnostic, Place, Placed, Rule, RuleFile, Severity};

/// The one version of the rule file that there is.
const SCHEMA: &str = "1";
/// Rules of a file.
const MAX_RULES: Limit = Limit { of: Items::Rules, most: 5_000 };

const KEYS: &[&str] =
    &["schema", "pack", "title", "language", "sets", "defaults", "rules", "words", "tips"];

/// Reads the text of a rule file: everything that is valid, and every problem in file order.
///
/// `file` is its name as the user knows it. The file can be used if no diagnostic is an error. Lines and
/// columns count from 1, columns in characters; spans are bytes of the text.
///
/// ```
/// use kalologos::rules::{Known, Severity, parse};
///
/// let text = "language: en\nrules:\n  - avoid: in due course\n    perfer: by [when]\n";
/// let (file, problems) = parse(text, "team.yaml", &Known::default());
/// assert_eq!(file.language, "en");
/// let problem = &problems[0];
/// assert_eq!((problem.severity, problem.place.line), (Severity::Error, 4));
/// assert_eq!(&text[problem.place.span.clone()], "perfer");
/// ```
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
    let text = source.written().filter(|_| is_wrong);
    let mut slips = text.map(slips).unwrap_or_default();
    if slips.is_empty() {
        let misplaced = problems
            .iter()
            .filter(|it| matches!(it.problem, Problem::NotYaml(YamlError::Indentation)));
        let slip = |it: &Diagnostic| structure_slip(text?, it.place.span.start);
        slips.extend(misplaced.filter_map(slip));
    }
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
    let no_sets = Arc::default();
    let mut context = Context { known, language: &parsed.language, sets: &no_sets };
    let (sets, set_names) =
        fields.get("sets").map(|node| read_sets(reader, node, &context)).unwrap_or_default();
    let sets = Arc::new(sets);
    context.sets = &sets;
    let defaults = fields.get("defaults").map(|node| read_defaults(reader, node, &context));
    let defaults = defaults.unwrap_or_default();
    match fields.get("rules") {
        Some(node) => parsed.rules = read_rules(reader, node, &context, &defaults, &parsed.pack),
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

/// Reads the words of the file's own; returns what is known with them.
fn read_own_words(
    reader: &mut Reader,
    node: &Placed<Node>,
    known: &Known,
    parsed: &mut RuleFile,
) -> Known {
    let read = read_words(reader, node);
    parsed.lexemes = valid_words(reader, &read, &parsed.language);
    let mut own = known.clone();
    // A word that was reported once is not reported at each use.
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

fn read_rules(
    reader: &mut Reader,
    node: &Placed<Node>,
    context: &Context,
    defaults: &RuleOptions,
    pack: &str,
) -> Vec<Rule> {
    let items = reader.list(node, MAX_RULES);
    let read: Vec<ReadRule> =
        items.iter().filter_map(|item| read_rule(reader, item, context, defaults)).collect();
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
