//! The promises of a rewrite: nothing lost, nothing invented, nothing moved but what may move, and the rest said openly.
//! What each of them means word for word stands in `keep`.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

mod bad;
mod built_in;
mod drafts;
mod keep;
mod made;

use std::sync::LazyLock;

use kalologos::ruleset::{RuleSet, builtin};
use keep::Book;

static LIBRARY: LazyLock<RuleSet> = LazyLock::new(|| {
    let (mut rule_set, problems) = RuleSet::languages(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    let problems = rule_set.add_proven(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    rule_set
});

static BOOK: LazyLock<Book> = LazyLock::new(|| Book::new(&LIBRARY));

/// Stops with the first of what is broken.
fn told(tried: usize, errors: &[String]) {
    let shown: Vec<&str> = errors.iter().take(40).map(String::as_str).collect();
    assert!(errors.is_empty(), "{} of {tried}:\n{}", errors.len(), shown.join("\n"));
}
