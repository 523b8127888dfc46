//! Named sets: phrases under one name, which choices take in whole: `sets: {months: [Ιανουάριος, …]}`, `(@months)`.
//!
//! A set is written out where the phrase is parsed, so that nothing after the parser knows of sets.

use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::char::is_combining_mark;

use super::element::Element;
use super::phrase_problem::PhraseProblem;
use super::place::Placed;
use super::shape::{Items, Limit};
use crate::text::{name_key, nearest};

/// Sets of a file.
pub(super) const MAX_SETS: Limit = Limit { of: Items::Sets, most: 200 };
/// Phrases of a set.
pub(super) const MAX_SET_PHRASES: Limit = Limit { of: Items::SetPhrases, most: 1_000 };
/// How many parts (words, runs of text, choices) the sets of one phrase, or of another set, may bring in when
/// they are written out: sets in sets grow fast.
pub(super) const MAX_IN_PHRASE: usize = 2_000;
/// How many they may bring into all phrases of a file.
pub(super) const MAX_IN_FILE: usize = 200_000;
/// The longest name, in characters.
pub(super) const MAX_SET_NAME: usize = 60;

/// The sets of a file, by [`name_key`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sets {
    known: BTreeMap<String, Arc<Set>>,
    /// Names that the file gives to sets further down: a set can't use those.
    later: Vec<String>,
    /// What is under `sets` could not be read: no name is missing then.
    pub unread: bool,
}

/// One set.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Set {
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
        MAX_IN_FILE.saturating_sub(self.size).min(MAX_IN_PHRASE)
    }
}

impl Set {
    /// A set without phrases.
    pub fn named(name: String) -> Set {
        Set { name, ..Set::default() }
    }

    /// Adds a phrase, unless the set is too large with it.
    pub fn add(&mut self, written: &str, elements: Vec<Element>, uses: &[Arc<Set>]) {
        self.ways = self.ways.saturating_add(ways(&elements));
        self.size += size(&elements);
        if self.is_too_large() {
            return;
        }
        self.branches.push(elements);
        self.uses.extend(uses.iter().map(|used| used.name.clone()));
        self.phrases.push(written.trim().to_owned());
    }

    /// Whether no phrase can use it.
    pub fn is_too_large(&self) -> bool {
        self.size > MAX_IN_PHRASE
    }
}

impl Sets {
    /// What is under `sets` could not be read.
    pub fn unread() -> Sets {
        Sets { unread: true, ..Sets::default() }
    }

    /// No sets so far; the file has sets of these names, in this order.
    pub fn to_come(names: &[Placed<String>]) -> Sets {
        let later = names.iter().rev().map(|name| name.value.clone()).collect();
        Sets { later, ..Sets::default() }
    }

    /// Adds the next set; it can be used from here on.
    pub fn add(&mut self, mut set: Set) {
        set.uses.sort();
        set.uses.dedup();
        self.known.insert(name_key(&set.name), Arc::new(set));
        self.later.pop();
    }

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

/// Whether a sign may be in the name of a set.
pub(super) fn is_name_sign(sign: char) -> bool {
    sign.is_alphanumeric() || is_combining_mark(sign) || matches!(sign, '-' | '_')
}

fn ways(elements: &[Element]) -> usize {
    elements.iter().fold(1, |all: usize, element| match element {
        Element::Choice(branches) | Element::Listed { branches, .. } => {
            let here = branches.iter().fold(0, |sum: usize, it| sum.saturating_add(ways(it)));
            all.saturating_mul(here)
        }
        _ => all,
    })
}

fn size(elements: &[Element]) -> usize {
    let of = |element: &Element| match element {
        Element::Choice(branches) | Element::Listed { branches, .. } => {
            1 + branches.iter().map(|branch| size(branch)).sum::<usize>()
        }
        _ => 1,
    };
    elements.iter().map(of).sum()
}
