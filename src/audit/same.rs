//! Two rules with one phrase.

use std::collections::HashMap;

use super::Held;
use crate::rules::{Avoid, Element, PackProblem, Phrase, Place, Rule};
use crate::text;

/// Ways of a phrase that are compared; more would be a phrase that nobody can read.
const MOST_WAYS: usize = 64;

/// Where a phrase was seen first.
#[derive(Clone, Copy)]
struct First<'a> {
    held: Held<'a>,
    rule: &'a Rule,
}

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

/// Every rule of `files` with a phrase of an earlier one, or of one in `beside`; once for each pair of rules.
pub(super) fn doubled<'a>(files: &[Held<'a>], beside: &[Held<'a>]) -> Vec<Doubled<'a>> {
    let mut first: HashMap<String, First<'a>> = HashMap::new();
    for held in beside {
        for rule in &held.rules.rules {
            for Way { key, .. } in ways_of(rule) {
                first.entry(key).or_insert(First { held: *held, rule });
            }
        }
    }
    let mut found = Vec::new();
    for held in files {
        for rule in &held.rules.rules {
            let mut told: Vec<&str> = Vec::new();
            for way in ways_of(rule) {
                match first.get(&way.key) {
                    Some(other) if other.rule.id != rule.id => {
                        if !told.contains(&other.rule.id.as_str()) {
                            told.push(&other.rule.id);
                            found.push(doubling(*held, rule, &way, *other));
                        }
                        if other.held.standing != held.standing {
                            first.insert(way.key, First { held: *held, rule });
                        }
                    }
                    Some(_) => {}
                    None => {
                        first.insert(way.key, First { held: *held, rule });
                    }
                }
            }
        }
    }
    found
}

fn doubling<'a>(held: Held<'a>, rule: &'a Rule, way: &Way, other: First<'a>) -> Doubled<'a> {
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
        ways.extend(spelled(&phrase.elements).into_iter().map(|way| Way {
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
        Element::Gap { name, optional } => {
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
