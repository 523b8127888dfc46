//! Which tip a server sees on a day.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::Date;

use super::order::{Deck, mixed, rank, same_principle};
use crate::rules::Tip;

/// One in this many days ignores the needs, so that every principle gets its turn.
const DAYS_OF_NEEDS: u64 = 3;

/// A tip that a server has seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Id of the tip.
    pub id: String,
    pub day: Date,
}

/// What a server has chosen.
#[derive(Debug, Clone, Copy)]
pub struct Choices<'a> {
    /// Makes the order its own; see [`super::seed_of`].
    pub seed: u64,
    /// Ids of the tips that it would rather not see.
    pub left_out: &'a BTreeSet<String>,
    /// What comes first.
    pub focus: Focus<'a>,
}

/// What comes first.
#[derive(Debug, Clone, Copy, Default)]
pub enum Focus<'a> {
    /// All principles alike.
    #[default]
    Even,
    /// The principles whose rules were found most, more often: how often each was, by id, in the last two weeks.
    Needs(&'a BTreeMap<String, u64>),
}

/// The tip of a day: none shown before until the deck is through, and none on the principle of the one before.
///
/// `shown` is what was shown so far, by day, from the server's first tip on; what is of the day itself or later
/// does not count, so the same day gives the same tip. A tip that joins the deck comes up in the round under way,
/// and one that leaves it is missed by nobody. Where the beginning of `shown` is lost a tip may come again before
/// the deck is through, but not within half a deck.
pub fn choose<'d>(
    deck: &Deck<'d>,
    shown: &[Shown],
    day: Date,
    choices: &Choices<'_>,
) -> Option<&'d Tip> {
    let before: Vec<&str> =
        shown.iter().filter(|shown| shown.day < day).map(|shown| shown.id.as_str()).collect();
    let tips: Vec<&'d Tip> =
        deck.tips().iter().filter(|tip| !choices.left_out.contains(&tip.id)).copied().collect();
    let mut round = Round::of(&before);
    let mut left = round.left(&tips);
    if left.is_empty() {
        round = Round { number: round.number + 1, seen: HashSet::new() };
        left.clone_from(&tips);
    }
    let last = before.last().and_then(|id| deck.tip(id));
    let rested = rested(&Left::new(&left).may_follow(last), &before, tips.len());
    let order =
        |tip: &&'d Tip| (needed(tip, day, choices), rank(choices.seed, round.number, &tip.id));
    rested.into_iter().min_by_key(order)
}

/// The tips of the days to come, if each is shown.
pub fn upcoming<'d>(
    deck: &Deck<'d>,
    shown: &[Shown],
    days: &[Date],
    choices: &Choices<'_>,
) -> Vec<(Date, &'d Tip)> {
    let mut shown = shown.to_vec();
    let mut found = Vec::new();
    for day in days {
        let Some(tip) = choose(deck, &shown, *day, choices) else { break };
        shown.push(Shown { id: tip.id.clone(), day: *day });
        found.push((*day, tip));
    }
    found
}

/// The round under way: in a round no tip comes twice, so one that does begins the next.
struct Round<'a> {
    number: u64,
    seen: HashSet<&'a str>,
}

impl<'a> Round<'a> {
    fn of(shown: &[&'a str]) -> Round<'a> {
        let mut round = Round { number: 0, seen: HashSet::new() };
        for id in shown {
            if !round.seen.insert(id) {
                round = Round { number: round.number + 1, seen: HashSet::from([*id]) };
            }
        }
        round
    }

    fn left<'d>(&self, tips: &[&'d Tip]) -> Vec<&'d Tip> {
        tips.iter().filter(|tip| !self.seen.contains(tip.id.as_str())).copied().collect()
    }
}

/// The tips that are left of a round, with how many there are on each principle.
struct Left<'a, 'd> {
    tips: &'a [&'d Tip],
    counts: HashMap<&'d str, usize>,
}

impl<'a, 'd> Left<'a, 'd> {
    fn new(tips: &'a [&'d Tip]) -> Left<'a, 'd> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let principles = tips.iter().filter_map(|tip| tip.principle.as_deref());
        principles.for_each(|principle| *counts.entry(principle).or_default() += 1);
        Left { tips, counts }
    }

    /// The tips that may come now, so that neighbours differ in principle to the end of the round.
    ///
    /// Where that is impossible (one principle has more than half of the tips), those on the principle with most left.
    fn may_follow(&self, last: Option<&Tip>) -> Vec<&'d Tip> {
        let another = |tip: &Tip| last.is_none_or(|last| last.id != tip.id);
        let differs =
            |tip: &Tip| another(tip) && last.is_none_or(|last| !same_principle(last, tip));
        let most = self.counts.values().copied().max().unwrap_or(0);
        let ways: [&dyn Fn(&Tip) -> bool; 4] = [
            &|tip| differs(tip) && self.leaves_them_apart(tip),
            &|tip| differs(tip) && self.count(tip) == most,
            &differs,
            &another,
        ];
        let those = |way: &&dyn Fn(&Tip) -> bool| -> Vec<&'d Tip> {
            self.tips.iter().filter(|tip| way(tip)).copied().collect()
        };
        let found = ways.iter().map(those).find(|found| !found.is_empty());
        found.unwrap_or_else(|| self.tips.to_vec())
    }

    /// Whether what is left after this tip can be kept apart: half of it at most may be on one principle.
    fn leaves_them_apart(&self, tip: &Tip) -> bool {
        let rest = self.tips.len().saturating_sub(1);
        let fits = |(principle, count): (&&str, &usize)| match tip.principle.as_deref() {
            // It has just come, so it can't begin the rest.
            Some(own) if own == *principle => count.saturating_sub(1) <= rest / 2,
            _ => *count <= rest.div_ceil(2),
        };
        self.counts.iter().all(fits)
    }

    fn count(&self, tip: &Tip) -> usize {
        let count = tip.principle.as_deref().and_then(|principle| self.counts.get(principle));
        count.copied().unwrap_or(0)
    }
}

/// The tips that are not among the most recent half of a deck, so that a new round does not begin with the end of the
/// last one.
fn rested<'d>(tips: &[&'d Tip], shown: &[&str], deck: usize) -> Vec<&'d Tip> {
    let recent: HashSet<&str> = shown.iter().rev().take(deck / 2).copied().collect();
    let rested: Vec<&Tip> =
        tips.iter().filter(|tip| !recent.contains(tip.id.as_str())).copied().collect();
    if rested.is_empty() { tips.to_vec() } else { rested }
}

/// How far a tip is moved back in the order: the more findings the team had on its principle, the less.
fn needed(tip: &Tip, day: Date, choices: &Choices<'_>) -> u64 {
    let Focus::Needs(found) = choices.focus else { return 0 };
    let number =
        day.to_string().bytes().fold(choices.seed, |seed, byte| mixed(seed ^ u64::from(byte)));
    if number.is_multiple_of(DAYS_OF_NEEDS) {
        return 0;
    }
    let times = tip.principle.as_ref().and_then(|principle| found.get(principle)).copied();
    u64::MAX - times.unwrap_or(0)
}
