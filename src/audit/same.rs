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
            for (way, _) in ways_of(rule) {
                first.entry(way).or_insert(First { held: *held, rule });
            }
        }
    }
    let mut found = Vec::new();
    for held in files {
        for rule in &held.rules.rules {
            let mut told: Vec<&str> = Vec::new();
            for (way, number) in ways_of(rule) {
                match first.get(&way) {
                    Some(other) if other.rule.id != rule.id => {
                        if !told.contains(&other.rule.id.as_str()) {
                            told.push(&other.rule.id);
                            found.push(doubling(*held, rule, number, *other));
                        }
                        if other.held.standing != held.standing {
                            first.insert(way, First { held: *held, rule });
                        }
                    }
                    Some(_) => {}
                    None => {
                        first.insert(way, First { held: *held, rule });
                    }
                }
            }
        }
    }
    found
}

fn doubling<'a>(held: Held<'a>, rule: &'a Rule, number: usize, other: First<'a>) -> Doubled<'a> {
    let phrase = match &rule.avoid {
        Avoid::Phrases(phrases) => phrases.get(number).map_or("", |phrase| &phrase.source),
        Avoid::Regex(regex) => regex.as_str(),
    };
    let elsewhere = other.held.name != held.name;
    Doubled {
        held,
        rule: &rule.id,
        other: &other.rule.id,
        place: rule.places.avoid.get(number).unwrap_or(&rule.place).clone(),
        problem: PackProblem::SamePhrase {
            phrase: phrase.to_owned(),
            other: other.rule.id.clone(),
            file: elsewhere.then(|| other.held.name.to_owned()),
            line: other.rule.place.line,
            builtin: other.held.standing != held.standing,
        },
    }
}

/// Every way to read the phrases of a rule, in a spelling that compares, with the number of the phrase.
fn ways_of(rule: &Rule) -> Vec<(String, usize)> {
    let Avoid::Phrases(phrases) = &rule.avoid else { return Vec::new() };
    let mut ways = Vec::new();
    for (number, phrase) in phrases.iter().enumerate() {
        let spelled = spelled(&phrase.elements);
        ways.extend(spelled.into_iter().map(|way| (head(rule, phrase) + &way, number)));
    }
    ways
}

fn head(rule: &Rule, phrase: &Phrase) -> String {
    let edge = |set: bool, sign: &str| if set { sign.to_owned() } else { String::new() };
    format!("{}{}{}:", rule.language, edge(phrase.at_start, "^"), edge(phrase.at_end, "$"))
}

fn spelled(elements: &[Element]) -> Vec<String> {
    let mut ways = vec![String::new()];
    for element in elements {
        let options = match element {
            Element::Text(text) => vec![text::key(text)],
            Element::Word(spec) => {
                let tense = spec.tense.map_or("", |tense| tense.key());
                vec![format!("<{}:{tense}:{:?}>", text::key(&spec.name), spec.persons)]
            }
            Element::Gap { optional, .. } => {
                vec![if *optional { "{?}".to_owned() } else { "{}".to_owned() }]
            }
            Element::Choice(branches) => {
                branches.iter().flat_map(|branch| spelled(branch)).collect()
            }
        };
        let add = |way: &String, option: &String| match (way.is_empty(), option.is_empty()) {
            (true, _) => option.clone(),
            (_, true) => way.clone(),
            _ => format!("{way} {option}"),
        };
        ways = ways
            .iter()
            .flat_map(|way| options.iter().map(move |option| add(way, option)))
            .take(MOST_WAYS)
            .collect();
    }
    ways
}
