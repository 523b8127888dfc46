//! Two rules with one phrase.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::Held;
use crate::rules::{Avoid, Element, PackProblem, Phrase, Place, Rule};
use crate::text;

/// Ways of a phrase that are compared; more would be a phrase that nobody can read.
const MOST_WAYS: usize = 200;
/// Rules with one phrase that are remembered.
const MOST_OWNERS: usize = 8;

/// A rule with its file.
#[derive(Clone, Copy)]
struct Owner<'a> {
    held: Held<'a>,
    rule: &'a Rule,
}

/// The rules that have a way to read a phrase, by its key.
type Owners<'a> = HashMap<String, Vec<Owner<'a>>>;

/// A phrase that another rule has too.
pub(super) struct Doubled<'a> {
    pub held: Held<'a>,
    pub place: Place,
    pub problem: PackProblem,
    rule: &'a str,
    other: &'a str,
}

impl Doubled<'_> {
    /// The ids of the two rules, the one that is told first.
    pub fn pair(&self) -> (&str, &str) {
        (self.rule, self.other)
    }
}

/// Every phrase of `files` all of which another rule says already, so that this one adds nothing; and the
/// phrases that a rule of `beside` has too.
pub(super) fn doubled<'a>(files: &[Held<'a>], beside: &[Held<'a>]) -> Vec<Doubled<'a>> {
    let mut theirs = Owners::new();
    let said = keys(files);
    for owner in by_precedence(beside) {
        claim(&mut theirs, owner, |key| said.contains(key));
    }
    let mut ours = Owners::new();
    let mut found = Vec::new();
    for owner in by_precedence(files) {
        let mut told: Vec<&str> = Vec::new();
        for ways in ways_of(owner.rule).chunk_by(|one, other| one.phrase == other.phrase) {
            let other = covering(ways, &ours, owner).or_else(|| covering(ways, &theirs, owner));
            if let (Some(other), Some(way)) = (other, ways.first())
                && !told.contains(&other.rule.id.as_str())
            {
                told.push(&other.rule.id);
                found.push(doubling(owner.held, owner.rule, way, other));
            }
        }
        claim(&mut ours, owner, |_| true);
    }
    found
}

/// The rules, those first that win where the same words are found: the higher level, then the earlier.
fn by_precedence<'a>(files: &[Held<'a>]) -> Vec<Owner<'a>> {
    let rules = |held: &Held<'a>| {
        let held = *held;
        held.rules.rules.iter().map(move |rule| Owner { held, rule })
    };
    let mut owners: Vec<Owner<'a>> = files.iter().flat_map(rules).collect();
    owners.sort_by_key(|owner| Reverse(owner.rule.level));
    owners
}

/// Every way to read the phrases of the files, by its key.
fn keys(files: &[Held<'_>]) -> HashSet<String> {
    let rules = files.iter().flat_map(|held| &held.rules.rules);
    rules.flat_map(ways_of).map(|way| way.key).collect()
}

fn claim<'a>(owners: &mut Owners<'a>, owner: Owner<'a>, concerns: impl Fn(&str) -> bool) {
    for way in ways_of(owner.rule).into_iter().filter(|way| concerns(&way.key)) {
        let known = owners.entry(way.key).or_default();
        if known.len() < MOST_OWNERS {
            known.push(owner);
        }
    }
}

/// Whether nothing is left for a rule with the same phrase: no clause of its own, or a place behind.
fn speaks_for(other: &Owner<'_>, owner: Owner<'_>) -> bool {
    match other.held.standing == owner.held.standing {
        true => other.rule.skip.iter().all(|skip| owner.rule.skip.contains(skip)),
        // A team's rule goes before a built-in one of its level: worth knowing, no more.
        false => owner.rule.level >= other.rule.level,
    }
}

/// The rule that has every way of a phrase.
fn covering<'a>(ways: &[Way], owners: &Owners<'a>, owner: Owner<'_>) -> Option<Owner<'a>> {
    let (first, rest) = ways.split_first()?;
    let covers = |other: &&Owner<'a>| {
        let has = |way: &Way| {
            let known = owners.get(&way.key).map_or(&[][..], Vec::as_slice);
            known.iter().any(|known| known.rule.id == other.rule.id)
        };
        other.rule.id != owner.rule.id && speaks_for(other, owner) && rest.iter().all(has)
    };
    owners.get(&first.key)?.iter().find(covers).copied()
}

fn doubling<'a>(held: Held<'a>, rule: &'a Rule, way: &Way, other: Owner<'a>) -> Doubled<'a> {
    let elsewhere = other.held.name != held.name;
    Doubled {
        held,
        rule: &rule.id,
        other: &other.rule.id,
        place: rule.places.avoid.get(way.phrase).unwrap_or(&rule.place).clone(),
        problem: PackProblem::SamePhrase {
            phrase: way.shown.clone(),
            other: other.rule.id.clone(),
            file: elsewhere.then(|| other.held.name.to_owned()),
            line: other.rule.place.line,
            builtin: other.held.standing != held.standing,
        },
    }
}

/// One way to read a phrase.
#[derive(Clone, Default)]
struct Way {
    /// In a spelling that compares.
    key: String,
    /// As in the file, with one branch of each choice.
    shown: String,
    /// The number of the phrase.
    phrase: usize,
}

/// Every way to read the phrases of a rule.
fn ways_of(rule: &Rule) -> Vec<Way> {
    let Avoid::Phrases(phrases) = &rule.avoid else { return Vec::new() };
    let mut ways = Vec::new();
    for (number, phrase) in phrases.iter().enumerate() {
        let head = head(rule, phrase);
        ways.extend(spelled(&phrase.elements()).into_iter().map(|way| Way {
            key: format!("{head}{}", way.key),
            phrase: number,
            ..way
        }));
    }
    ways
}

fn head(rule: &Rule, phrase: &Phrase) -> String {
    let edge = |set: bool, sign: &'static str| if set { sign } else { "" };
    format!("{}{}{}:", rule.language, edge(phrase.at_start, "^"), edge(phrase.at_end, "$"))
}

fn spelled(elements: &[Element]) -> Vec<Way> {
    let mut ways = vec![Way::default()];
    for element in elements {
        let options = options(element);
        ways = ways
            .iter()
            .flat_map(|way| options.iter().map(move |option| way.then(option)))
            .take(MOST_WAYS)
            .collect();
    }
    ways
}

fn options(element: &Element) -> Vec<Way> {
    let one = |key: String, shown: String| vec![Way { key, shown, phrase: 0 }];
    match element {
        Element::Text(text) => one(text::key(text), text.clone()),
        Element::Word(word) => {
            let tense = word.tense.map_or("", |tense| tense.key());
            let key = format!("<{}:{tense}:{:?}>", text::key(&word.name), word.persons);
            one(key, word.to_string())
        }
        Element::Gap { name, optional, .. } => {
            let sign = if *optional { "?" } else { "" };
            one(format!("{{{sign}}}"), format!("{{{name}{sign}}}"))
        }
        Element::Choice(branches) => branches.iter().flat_map(|branch| spelled(branch)).collect(),
    }
}

impl Way {
    fn then(&self, more: &Way) -> Way {
        let join = |one: &str, other: &str| match (one, other) {
            ("", text) | (text, "") => text.to_owned(),
            _ => format!("{one} {other}"),
        };
        Way {
            key: join(&self.key, &more.key),
            shown: join(&self.shown, &more.shown),
            phrase: self.phrase,
        }
    }
}
