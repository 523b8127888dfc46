//! Named sets: phrases under one name, which choices take in whole: `sets: {months: [Ιανουάριος, …]}`, `(@months)`.
//!
//! A set is written out where the phrase is parsed, so that nobody behind the parser knows of sets.

use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::char::is_combining_mark;

use super::node::Node;
use super::phrase_parse::parse_set_phrase;
use super::phrase_problem::PhraseProblem;
use super::phrases::checked;
use super::reader::{Brackets, Reader};
use super::rule::Context;
use super::shape::{Items, Limit};
use super::{Element, Place, Placed, Problem};
use crate::text::name_key;
use crate::text::nearest;

/// Sets of a file.
pub(super) const MAX_SETS: Limit = Limit { of: Items::Sets, most: 200 };
/// Phrases of a set.
pub(super) const MAX_SET_PHRASES: Limit = Limit { of: Items::SetPhrases, most: 1_000 };
/// How many parts (words, runs of text, choices) the sets of one phrase, or of another set, may bring in when
/// they are written out: sets in sets grow fast.
pub(super) const MOST_IN_PHRASE: usize = 2_000;
/// How many they may bring into all phrases of a file.
pub(super) const MOST_IN_FILE: usize = 200_000;
/// The longest name, in characters.
const MAX_SET_NAME: usize = 60;

/// The sets of a file, by [`name_key`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sets {
    known: BTreeMap<String, Arc<Set>>,
    /// Names that the file gives to sets further down: a set can't use those.
    later: Vec<String>,
    /// What stands under `sets` could not be read: no name is missing then.
    pub unread: bool,
}

/// One set.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Set {
    /// As written.
    pub name: String,
    /// Its phrases as written.
    phrases: Vec<String>,
    /// The sets that they name.
    uses: Vec<String>,
    /// Its phrases, other sets written out.
    pub branches: Vec<Vec<Element>>,
    /// In how many ways it can be read.
    pub ways: usize,
    /// How many parts it brings into a phrase.
    pub size: usize,
}

/// What the phrases of a file have taken from its sets so far.
#[derive(Debug, Default)]
pub(super) struct SetsTaken {
    /// The keys of the sets that something uses.
    pub used: std::collections::BTreeSet<String>,
    /// How many parts they brought in.
    pub size: usize,
}

impl SetsTaken {
    /// How many parts the sets of one more phrase may bring in.
    pub fn room(&self) -> usize {
        MOST_IN_FILE.saturating_sub(self.size).min(MOST_IN_PHRASE)
    }
}

impl Sets {
    /// The set of this name.
    pub fn get(&self, name: &str) -> Option<&Arc<Set>> {
        self.known.get(&name_key(name))
    }

    /// The sets of these names and all that those use: their names, and their phrases as written.
    pub fn written(&self, mut names: Vec<String>) -> Vec<(String, Vec<String>)> {
        let mut written: Vec<(String, Vec<String>)> = Vec::new();
        let mut next = 0;
        while let Some(name) = names.get(next).cloned() {
            next += 1;
            let Some(set) = self.get(&name) else { continue };
            if written.iter().all(|(known, _)| *known != set.name) {
                written.push((set.name.clone(), set.phrases.clone()));
                names.extend(set.uses.iter().cloned());
            }
        }
        written
    }

    /// What is wrong with a name that no set has so far.
    pub fn missing(&self, name: &str) -> PhraseProblem {
        let name = name.to_owned();
        if self.later.iter().any(|later| name_key(later) == name_key(&name)) {
            return PhraseProblem::SetNotYet { name };
        }
        PhraseProblem::UnknownSet { name, nearest: None }
    }

    /// The set that a name means which no set has.
    pub fn nearest(&self, name: &str) -> Option<String> {
        nearest(name, self.known.values().map(|set| set.name.as_str()))
    }
}

/// Whether a sign may stand in the name of a set.
pub(super) fn is_name_sign(sign: char) -> bool {
    sign.is_alphanumeric() || is_combining_mark(sign) || matches!(sign, '-' | '_')
}

/// The sets of a file, and where each name stands.
pub(super) fn read_sets(
    reader: &mut Reader,
    node: &Placed<Node>,
    context: &Context,
) -> (Sets, Vec<Placed<String>>) {
    let Some(entries) = reader.entries(node, Some(MAX_SETS)) else {
        return (Sets { unread: true, ..Sets::default() }, Vec::new());
    };
    let names: Vec<Placed<String>> = entries
        .iter()
        .map(|(key, _)| Placed { value: key.value.to_string(), place: key.place.clone() })
        .collect();
    let mut sets = Sets::default();
    sets.later.extend(names.iter().rev().map(|name| name.value.clone()));
    for (name, (_, value)) in names.iter().zip(entries) {
        check_name(reader, name, &names);
        let mut set = read_set(reader, value, &sets, context);
        set.name = name.value.clone();
        if set.size > MOST_IN_PHRASE {
            report_size(reader, &name.place);
            set = Set { name: set.name, ..Set::default() };
        }
        sets.known.insert(name_key(&name.value), Arc::new(set));
        sets.later.pop();
    }
    (sets, names)
}

fn report_size(reader: &mut Reader, place: &Place) {
    let problem = PhraseProblem::SetsTooLarge { phrase: MOST_IN_PHRASE, file: MOST_IN_FILE };
    reader.report(place, Problem::BadPhrase(problem));
}

fn check_name(reader: &mut Reader, name: &Placed<String>, all: &[Placed<String>]) {
    let text = name.value.as_str();
    let is_name = !text.is_empty() && text.chars().all(is_name_sign);
    if !is_name || text.chars().count() > MAX_SET_NAME {
        reader.report(&name.place, Problem::BadSetName { name: name.value.clone() });
    }
    let first = all.iter().find(|other| name_key(&other.value) == name_key(text));
    if let Some(first) = first.filter(|first| first.place != name.place) {
        let problem = Problem::KeyTwice { key: text.to_owned(), first_line: first.place.line };
        reader.report(&name.place, problem);
    }
}

fn read_set(reader: &mut Reader, node: &Placed<Node>, sets: &Sets, context: &Context) -> Set {
    let mut texts = reader.texts(node, usize::MAX, Brackets::List);
    reader.hold(&node.place, texts.len(), MAX_SET_PHRASES);
    texts.truncate(MAX_SET_PHRASES.most);
    let mut set = Set::default();
    for text in texts {
        // The most that a phrase may take: what is too much for the set shows when it is whole.
        let parsed = parse_set_phrase(&text.value, sets, MOST_IN_PHRASE);
        if let Some(found) = checked(reader, &text, parsed, context) {
            set.ways = set.ways.saturating_add(ways(&found.value));
            set.size += size(&found.value);
            if set.size > MOST_IN_PHRASE {
                break;
            }
            set.branches.push(found.value);
            set.uses.extend(found.sets.iter().map(|used| used.name.clone()));
            set.phrases.push(text.value.trim().to_owned());
        }
    }
    set.uses.sort();
    set.uses.dedup();
    set
}

fn ways(elements: &[Element]) -> usize {
    elements.iter().fold(1, |all: usize, element| match element {
        Element::Choice(branches) => {
            let here = branches.iter().fold(0, |sum: usize, it| sum.saturating_add(ways(it)));
            all.saturating_mul(here)
        }
        _ => all,
    })
}

fn size(elements: &[Element]) -> usize {
    let of = |element: &Element| match element {
        Element::Choice(branches) => 1 + branches.iter().map(|branch| size(branch)).sum::<usize>(),
        _ => 1,
    };
    elements.iter().map(of).sum()
}

/// Reports sets that nothing uses. In a file with errors a use may be among what could not be read.
pub(super) fn report_unused(reader: &mut Reader, names: &[Placed<String>]) {
    if reader.errors() > 0 {
        return;
    }
    for name in names {
        if !reader.sets_taken.used.contains(&name_key(&name.value)) {
            reader.report(&name.place, Problem::UnusedSet { name: name.value.clone() });
        }
    }
}
