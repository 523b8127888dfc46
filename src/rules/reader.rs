//! Reads typed values out of YAML nodes and collects the problems.

use std::ops::Range;

use super::node::{Entry, Node};
use super::pattern::Compile;
use super::place::Lines;
use super::sets::SetsTaken;
use super::shape::{Limit, Shape};
use super::source::Source;
use super::yaml_error::{YamlError, no_space_after_colon};
use super::{Diagnostic, Place, Placed, Problem, Severity};
use crate::text::{name_key, nearest};

/// Problems that are kept of one file.
const MAX_PROBLEMS: usize = 500;

/// What a list in brackets means where texts are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Brackets {
    List,
    /// Probably a blank without quotes.
    Blank,
}

/// Values of one file, and the problems found so far.
pub(super) struct Reader<'a> {
    pub(super) lines: Lines<'a>,
    file: &'a str,
    found: Vec<Diagnostic>,
    errors: usize,
    /// What phrases have taken from the sets of the file.
    pub(super) sets_taken: SetsTaken,
    /// When regular expressions are compiled.
    pub(super) compile: Compile,
    /// What those take that are, in bytes.
    pub(super) regexes_taken: usize,
}

/// Beginnings of what people call a key, as names compare, each with the key.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("αποφ", "avoid"),
    ("μη", "avoid"),
    ("φρασ", "avoid"),
    ("phrase", "avoid"),
    ("pattern", "avoid"),
    ("dont", "avoid"),
    ("bad", "avoid"),
    ("προτιμ", "prefer"),
    ("καλυτερα", "prefer"),
    ("αντι", "prefer"),
    ("πειτε", "prefer"),
    ("say", "prefer"),
    ("instead", "prefer"),
    ("replac", "prefer"),
    ("suggest", "prefer"),
    ("good", "prefer"),
    ("γιατι", "why"),
    ("λογοσ", "why"),
    ("εξηγηση", "why"),
    ("reason", "why"),
    ("message", "why"),
    ("επιπεδο", "level"),
    ("severity", "level"),
    ("αρχη", "principle"),
    ("εκτοσ", "unless"),
    ("except", "unless"),
    ("παραδειγμα", "examples"),
    ("γλωσσα", "language"),
    ("lang", "language"),
    ("κανονεσ", "rules"),
    ("τιτλοσ", "title"),
    ("συμβουλεσ", "tips"),
];

/// The key that somebody means who gives it a name of their own, if it may stand here.
fn key_in_other_words(written: &str, known: &[&str]) -> Option<String> {
    let name = name_key(written);
    let meant = OTHER_WORDS.iter().find(|(start, _)| name.starts_with(start))?.1;
    known.contains(&meant).then(|| meant.to_owned())
}

impl<'a> Reader<'a> {
    pub fn new(source: &Source<'a>, file: &'a str) -> Self {
        let compile = if source.packed.is_some() { Compile::WhenNeeded } else { Compile::AtOnce };
        let (lines, sets_taken) = (Lines::new(source.text), SetsTaken::default());
        Reader { lines, file, found: Vec::new(), errors: 0, sets_taken, compile, regexes_taken: 0 }
    }

    /// Every problem, in file order.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|diagnostic| diagnostic.place.span.start);
        self.found
    }

    pub fn report(&mut self, place: &Place, problem: Problem) {
        let severity = problem.severity();
        self.errors += usize::from(severity == Severity::Error);
        // An error must never be crowded out by warnings: it alone refuses the file.
        let limit = if severity == Severity::Error { MAX_PROBLEMS } else { MAX_PROBLEMS / 2 };
        if self.found.len() >= limit {
            return;
        }
        self.found.push(Diagnostic {
            severity,
            file: self.file.to_owned(),
            place: place.clone(),
            problem,
        });
    }

    /// How many problems refuse the file so far.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Whether further problems are only counted.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MAX_PROBLEMS
    }

    /// The place of a byte range inside a text value; the whole value if it is not written as it reads.
    pub fn place_within(&self, text: &Placed<String>, range: Range<usize>) -> Place {
        let start = text.place.span.start;
        let written = self.lines.text(text.place.span.clone());
        let offset = if written == text.value {
            start
        } else if inside_quotes(written) == Some(text.value.as_str()) {
            start + 1
        } else {
            return text.place.clone();
        };
        self.lines.place(offset + range.start..offset + range.end)
    }

    /// A text that is not empty and no longer than `limit` characters.
    pub fn text(&mut self, node: &Placed<Node>, limit: usize) -> Option<Placed<String>> {
        let Node::Text(text) = &node.value else {
            self.report_no_text(node, Shape::Text);
            return None;
        };
        if text.trim().is_empty() {
            self.report(&node.place, Problem::EmptyText);
            return None;
        }
        if text.len() > limit && text.chars().count() > limit {
            self.report(&node.place, Problem::TooLong { limit });
            return None;
        }
        if let Some(place) = self.lost_name(node) {
            self.report(&place, Problem::NotYaml(YamlError::SignAtStart('&')));
            return None;
        }
        if self.is_cut_by_hash(node, text) {
            self.report(&node.place, Problem::CutByHash);
        }
        Some(Placed { value: text.to_string(), place: node.place.clone() })
    }

    /// One text or a list of texts.
    pub fn texts(
        &mut self,
        node: &Placed<Node>,
        limit: usize,
        brackets: Brackets,
    ) -> Vec<Placed<String>> {
        let items = match &node.value {
            Node::List(items)
                if brackets == Brackets::Blank && self.is_flow(node) && !self.are_quoted(items) =>
            {
                self.report(&node.place, Problem::BracketsMakeList);
                return Vec::new();
            }
            Node::List(items) => items,
            Node::Text(_) => return self.text(node, limit).into_iter().collect(),
            _ => {
                self.report_no_text(node, Shape::TextOrList);
                return Vec::new();
            }
        };
        if items.is_empty() {
            self.report(&node.place, Problem::EmptyText);
        }
        items.iter().filter_map(|item| self.text(item, limit)).collect()
    }

    /// Whether each text of a list is in quotes: then its author knows what brackets mean.
    fn are_quoted(&self, items: &[Placed<Node>]) -> bool {
        let quoted =
            |item: &Placed<Node>| self.lines.text(item.place.span.clone()).starts_with(['\'', '"']);
        !items.is_empty() && items.iter().all(quoted)
    }

    pub(super) fn is_flow(&self, node: &Placed<Node>) -> bool {
        self.lines.text(node.place.span.clone()).starts_with(['[', '{'])
    }

    fn report_no_text(&mut self, node: &Placed<Node>, expected: Shape) {
        if let Some(comment) = self.comment(node) {
            self.report(&comment, Problem::ValueIsComment);
            return;
        }
        let problem = match &node.value {
            Node::List(_) if self.is_flow(node) => Problem::BracketsMakeList,
            Node::Map(_) if self.is_flow(node) => Problem::BracesMakeMapping,
            _ => self.wrong_shape(node, expected),
        };
        self.report(&node.place, problem);
    }

    fn wrong_shape(&self, node: &Placed<Node>, expected: Shape) -> Problem {
        let (found, written) = match &node.value {
            Node::Null => (Shape::Nothing, String::new()),
            Node::Bool(value) => (Shape::TrueOrFalse, value.to_string()),
            Node::Number(written) => (Shape::Number, written.to_string()),
            Node::Text(text) if expected == Shape::Mapping && no_space_after_colon(text) => {
                return Problem::NoSpaceAfterColon;
            }
            Node::Text(text) => (Shape::Text, text.chars().take(40).collect()),
            Node::List(_) => (Shape::List, String::new()),
            Node::Map(_) => (Shape::Mapping, String::new()),
        };
        Problem::WrongShape { expected, found, written }
    }

    /// `true` or `false`.
    pub fn flag(&mut self, node: &Placed<Node>) -> Option<bool> {
        if let Node::Bool(value) = node.value {
            return Some(value);
        }
        let problem = self.wrong_shape(node, Shape::TrueOrFalse);
        self.report(&node.place, problem);
        None
    }

    /// The items of a list.
    pub fn list<'n>(&mut self, node: &'n Placed<Node<'n>>, limit: Limit) -> &'n [Placed<Node<'n>>] {
        let Node::List(items) = &node.value else {
            let problem = self.wrong_shape(node, Shape::List);
            self.report(&node.place, problem);
            return &[];
        };
        self.check_limit(&node.place, items.len(), limit);
        items.get(..limit.most).unwrap_or(items)
    }

    /// Notes more of something than there may be.
    pub fn check_limit(
        &mut self,
        place: &Place,
        found: usize,
        Limit { of: what, most: limit }: Limit,
    ) {
        if found > limit {
            self.report(place, Problem::TooMany { what, found, limit });
        }
    }

    /// The entries of a mapping, each key once.
    pub fn entries<'n>(
        &mut self,
        node: &'n Placed<Node<'n>>,
        limit: Option<Limit>,
    ) -> Option<Vec<&'n Entry<'n>>> {
        let Node::Map(entries) = &node.value else {
            let problem = self.wrong_shape(node, Shape::Mapping);
            self.report(&node.place, problem);
            return None;
        };
        if let Some(limit) = limit {
            self.check_limit(&node.place, entries.len(), limit);
        }
        let mut first_lines = std::collections::BTreeMap::new();
        let mut once = Vec::new();
        for entry in entries.iter().take(limit.map_or(usize::MAX, |limit| limit.most)) {
            let (key, _) = entry;
            match first_lines.get(&*key.value) {
                Some(&first_line) => {
                    let problem = Problem::KeyTwice { key: key.value.to_string(), first_line };
                    self.report(&key.place, problem);
                }
                None => {
                    first_lines.insert(&*key.value, key.place.line);
                    once.push(entry);
                }
            }
        }
        Some(once)
    }

    /// The values of a mapping that may have only these keys.
    pub fn fields<'n>(&mut self, node: &'n Placed<Node<'n>>, known: &[&str]) -> Option<Fields<'n>> {
        let entries = self.entries(node, None)?;
        let mut meant = Vec::new();
        for (key, _) in &entries {
            if !known.contains(&&*key.value) {
                let nearest = nearest(&key.value, known.iter().copied())
                    .or_else(|| key_in_other_words(&key.value, known));
                meant.extend(nearest.clone());
                let problem = Problem::UnknownKey {
                    key: key.value.to_string(),
                    known: known.iter().map(|key| (*key).to_owned()).collect(),
                    nearest,
                };
                self.report(&key.place, problem);
            }
        }
        Some(Fields { place: &node.place, entries, meant })
    }

    /// One of a few values, by its key.
    pub fn value_of<T: Copy>(&mut self, node: &Placed<Node>, known: &[(&str, T)]) -> Option<T> {
        let text = match &node.value {
            // «level: 2» needs no quotes but another word.
            Node::Number(written) => {
                Placed { value: written.to_string(), place: node.place.clone() }
            }
            Node::Bool(value) => Placed { value: value.to_string(), place: node.place.clone() },
            _ => self.text(node, usize::MAX)?,
        };
        let found = known.iter().find(|(key, _)| *key == text.value);
        if found.is_none() {
            let problem = Problem::UnknownValue {
                nearest: nearest(&text.value, known.iter().map(|(key, _)| *key)),
                known: known.iter().map(|(key, _)| (*key).to_owned()).collect(),
                found: text.value,
            };
            self.report(&node.place, problem);
        }
        found.map(|(_, value)| *value)
    }
}

/// The values of a mapping by key.
pub(super) struct Fields<'n> {
    /// Where the mapping begins.
    pub place: &'n Place,
    entries: Vec<&'n Entry<'n>>,
    /// The keys that misspelled ones probably mean.
    meant: Vec<String>,
}

impl<'n> Fields<'n> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&'n Placed<Node<'n>>> {
        self.entry(key).map(|(_, value)| value)
    }

    /// Whether a key is there, or one that probably means it: then it is not missing.
    pub fn mentions(&self, key: &str) -> bool {
        self.entry(key).is_some() || self.meant.iter().any(|meant| meant == key)
    }

    /// The place of a key.
    pub fn key_place(&self, key: &str) -> Option<&'n Place> {
        self.entry(key).map(|(key, _)| &key.place)
    }

    fn entry(&self, key: &str) -> Option<&'n Entry<'n>> {
        self.entries.iter().find(|(known, _)| known.value == key).copied()
    }
}

fn inside_quotes(written: &str) -> Option<&str> {
    let inside = |quote: char| written.strip_prefix(quote)?.strip_suffix(quote);
    inside('\'').or_else(|| inside('"'))
}
