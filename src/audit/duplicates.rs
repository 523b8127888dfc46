//! Two rules with the same phrase.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::AuditedPack;
use crate::rules::{Avoid, Element, GapKind, Level, PackProblem, Phrase, Place, Rule};
use crate::text;

/// Ways of a phrase that are compared: as many as a phrase may have.
const MAX_WAYS: usize = 10_000;
/// Rules with one phrase that are remembered.
const MAX_OWNERS: usize = 8;

/// A rule with its file.
#[derive(Clone, Copy)]
struct Owner<'a> {
    held: AuditedPack<'a>,
    rule: &'a Rule,
}

/// The rules that have a way to read a phrase, by its key.
type Owners<'a> = HashMap<u64, Vec<Owner<'a>>>;

/// A phrase that another rule has too.
pub(super) struct Doubled<'a> {
    pub held: AuditedPack<'a>,
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
pub(super) fn doubled<'a>(
    files: &[AuditedPack<'a>],
    beside: &[AuditedPack<'a>],
) -> Vec<Doubled<'a>> {
    let mut theirs = Owners::new();
    let said = Said::of(files);
    for owner in by_precedence(beside) {
        let near = phrases(owner.rule).iter().filter(|phrase| said.may_be(phrase));
        let ways = near.flat_map(|phrase| ways_of(owner.rule, phrase));
        claim(&mut theirs, owner, ways.filter(|way| said.ways.contains(way)));
    }
    let mut ours = Owners::new();
    let mut found = Vec::new();
    for owner in by_precedence(files) {
        let mut told: Vec<&str> = Vec::new();
        for (number, phrase) in phrases(owner.rule).iter().enumerate() {
            let ways = ways_of(owner.rule, phrase);
            let other = covering(&ways, &ours, owner).or_else(|| covering(&ways, &theirs, owner));
            if let Some(other) = other.filter(|other| !told.contains(&other.rule.id.as_str())) {
                told.push(&other.rule.id);
                found.push(doubling(owner, number, phrase, other));
            }
        }
        claim(&mut ours, owner, all_ways(owner.rule));
    }
    found
}

/// The rules, those first that win where the same words are found: the higher level, then the earlier.
fn by_precedence<'a>(files: &[AuditedPack<'a>]) -> Vec<Owner<'a>> {
    let rules = |held: &AuditedPack<'a>| {
        let held = *held;
        held.rules.rules.iter().map(move |rule| Owner { held, rule })
    };
    let mut owners: Vec<Owner<'a>> = files.iter().flat_map(rules).collect();
    owners.sort_by_key(|owner| Reverse(owner.rule.level));
    owners
}

/// What some files say.
struct Said {
    /// Every way to read their phrases, by its key.
    ways: HashSet<u64>,
    /// What these begin with.
    begins: HashSet<u64>,
}

impl Said {
    fn of(files: &[AuditedPack<'_>]) -> Said {
        let rules = || files.iter().flat_map(|held| &held.rules.rules);
        let phrases = rules().flat_map(phrases);
        Said {
            ways: rules().flat_map(all_ways).collect(),
            begins: phrases.flat_map(|phrase| begins(&phrase.elements())).collect(),
        }
    }

    /// Whether a phrase begins as one of them does. Of thousands few do, and only these are spelled out.
    fn may_be(&self, phrase: &Phrase) -> bool {
        begins(&phrase.elements()).iter().any(|begin| self.begins.contains(begin))
    }
}

/// The first words of all ways to read a phrase.
fn begins(elements: &[Element]) -> Vec<u64> {
    let mut found = Vec::new();
    for element in elements {
        let firsts = match element {
            Element::Text(text) => {
                let key = text::key(text);
                vec![Way::of(key.split(' ').next().unwrap_or("")).hash]
            }
            Element::Choice(branches) | Element::Listed { branches, .. } => {
                branches.iter().flat_map(|branch| begins(branch)).collect()
            }
            Element::Word(_) | Element::Gap { .. } => {
                options(element).iter().map(|it| it.hash).collect()
            }
        };
        let may_be_absent = firsts.contains(&Way::EMPTY.hash);
        found.extend(firsts.into_iter().filter(|first| *first != Way::EMPTY.hash));
        if !may_be_absent {
            return found;
        }
    }
    // Nothing but what may be absent.
    found.push(Way::EMPTY.hash);
    found
}

fn claim<'a>(owners: &mut Owners<'a>, owner: Owner<'a>, ways: impl Iterator<Item = u64>) {
    for way in ways {
        let known = owners.entry(way).or_default();
        let twice = known.last().is_some_and(|known| known.rule.id == owner.rule.id);
        if known.len() < MAX_OWNERS && !twice {
            known.push(owner);
        }
    }
}

/// Whether nothing is left for a rule with the same phrase: no place where it alone speaks.
fn speaks_for(other: &Owner<'_>, owner: Owner<'_>) -> bool {
    let (theirs, ours) = (other.rule, owner.rule);
    // Of two that are a team's and a built-in one, the team's goes first: worth knowing, no more.
    if other.held.standing != owner.held.standing {
        return true;
    }
    let skips = theirs.skip.iter().all(|skip| ours.skip.contains(skip));
    // A rule of the highest level speaks anywhere.
    let speaks = theirs.level == Level::Error
        || ours.level != Level::Error && ours.speaks.iter().all(|it| theirs.speaks.contains(it));
    skips && speaks
}

/// The rule that has every way of a phrase.
fn covering<'a>(ways: &[u64], owners: &Owners<'a>, owner: Owner<'_>) -> Option<Owner<'a>> {
    let (first, rest) = ways.split_first()?;
    let covers = |other: &&Owner<'a>| {
        let has = |way: &u64| {
            let known = owners.get(way).map_or(&[][..], Vec::as_slice);
            known.iter().any(|known| known.rule.id == other.rule.id)
        };
        other.rule.id != owner.rule.id && speaks_for(other, owner) && rest.iter().all(has)
    };
    owners.get(first)?.iter().find(covers).copied()
}

fn doubling<'a>(owner: Owner<'a>, number: usize, phrase: &Phrase, other: Owner<'a>) -> Doubled<'a> {
    let Owner { held, rule } = owner;
    let elsewhere = other.held.name != held.name;
    Doubled {
        held,
        rule: &rule.id,
        other: &other.rule.id,
        place: rule.places.avoid.get(number).unwrap_or(&rule.place).clone(),
        problem: PackProblem::SamePhrase {
            phrase: shown(&phrase.elements()),
            other: other.rule.id.clone(),
            file: elsewhere.then(|| other.held.name.to_owned()),
            line: other.rule.place.line,
            builtin: other.held.standing != held.standing,
        },
    }
}

fn phrases(rule: &Rule) -> &[Phrase] {
    match &rule.avoid {
        Avoid::Phrases(phrases) => phrases,
        Avoid::Regex(_) => &[],
    }
}

/// Every way to read the phrases of a rule.
fn all_ways(rule: &Rule) -> impl Iterator<Item = u64> {
    phrases(rule).iter().flat_map(|phrase| ways_of(rule, phrase))
}

/// Every way to read a phrase, in a spelling that compares, as a number.
fn ways_of(rule: &Rule, phrase: &Phrase) -> Vec<u64> {
    let edge = |set: bool, sign: &'static str| if set { sign } else { "" };
    let head =
        format!("{}{}{}:", rule.language, edge(phrase.at_start, "^"), edge(phrase.at_end, "$"));
    let head = Way::of(&head);
    spelled(&phrase.elements()).into_iter().map(|way| head.then(way).hash).collect()
}

/// A text as a number that is the same whichever parts it was put together from.
#[derive(Clone, Copy)]
struct Way {
    hash: u64,
    /// What the hash of a text before this one is multiplied by.
    scale: u64,
}

impl Way {
    const EMPTY: Way = Way { hash: 0, scale: 1 };
    /// Odd, and no power of it is soon the same again.
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

    fn of(text: &str) -> Way {
        text.bytes().fold(Way::EMPTY, |way, byte| way.and(u64::from(byte) + 1))
    }

    fn and(self, sign: u64) -> Way {
        Way {
            hash: self.hash.wrapping_mul(Way::BASE).wrapping_add(sign),
            scale: self.scale.wrapping_mul(Way::BASE),
        }
    }

    /// Both with a space between them.
    fn then(self, more: Way) -> Way {
        if self.scale == Way::EMPTY.scale {
            return more;
        }
        if more.scale == Way::EMPTY.scale {
            return self;
        }
        let before = self.and(u64::from(b' ') + 1);
        Way {
            hash: before.hash.wrapping_mul(more.scale).wrapping_add(more.hash),
            scale: before.scale.wrapping_mul(more.scale),
        }
    }
}

fn spelled(elements: &[Element]) -> Vec<Way> {
    let mut ways = vec![Way::EMPTY];
    for element in elements {
        let options = options(element);
        ways = match options.as_slice() {
            [option] => ways.into_iter().map(|way| way.then(*option)).collect(),
            _ => {
                let with = |way: &Way| {
                    let way = *way;
                    options.iter().map(move |option| way.then(*option))
                };
                ways.iter().flat_map(with).take(MAX_WAYS).collect()
            }
        };
    }
    ways
}

fn options(element: &Element) -> Vec<Way> {
    match element {
        Element::Text(text) => vec![Way::of(&text::key(text))],
        Element::Word(word) => {
            let tense = word.tense.map_or("", |tense| tense.key());
            let key = format!("<{}:{tense}:{:?}>", text::key(&word.name), word.persons);
            vec![Way::of(&key)]
        }
        Element::Gap { optional, kind, .. } => {
            vec![Way::of(&format!("{{{}}}", gap_signs(*optional, *kind)))]
        }
        Element::Choice(branches) | Element::Listed { branches, .. } => {
            branches.iter().flat_map(|branch| spelled(branch)).collect()
        }
    }
}

/// What is after the name of a gap: a gap that takes a clause is another than one that takes words.
fn gap_signs(optional: bool, kind: GapKind) -> &'static str {
    match (kind, optional) {
        (GapKind::Words, false) => "",
        (GapKind::Words, true) => "?",
        (GapKind::Clause, _) => ":clause",
    }
}

/// The phrase as in the file, with the first branch of each choice.
fn shown(elements: &[Element]) -> String {
    let part = |element: &Element| match element {
        Element::Text(text) => text.clone(),
        Element::Word(word) => word.to_string(),
        Element::Gap { name, optional, kind } => {
            format!("{{{name}{}}}", gap_signs(*optional, *kind))
        }
        Element::Choice(branches) | Element::Listed { branches, .. } => {
            branches.first().map_or_else(String::new, |it| self::shown(it))
        }
    };
    let parts: Vec<String> = elements.iter().map(part).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
