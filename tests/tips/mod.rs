//! Tips: the deck, which one comes, and when.
#![allow(clippy::unwrap_used, reason = "a test stops at what should not happen")]

mod choose;
mod deck;
mod schedule;
mod year;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::tips::{Choices, Deck, Focus};

static LIBRARY: LazyLock<RuleSet> = LazyLock::new(|| {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let problems = rule_set.add_proven(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    rule_set
});
static NONE: BTreeSet<String> = BTreeSet::new();

fn greek() -> Deck<'static> {
    Deck::new(LIBRARY.tips("el"))
}

fn even(seed: u64) -> Choices<'static> {
    Choices { seed, left_out: &NONE, focus: Focus::Even }
}

fn days(count: usize) -> Vec<Date> {
    let first: Date = "2026-01-01".parse().unwrap();
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take(count).collect()
}
