//! How Greek words are spelled, by the built-in rules and good replies.

use std::sync::LazyLock;

use crate::import::Spellings;
use crate::ruleset::{builtin_texts, good_replies};

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    let replies = good_replies();
    let replies = replies.iter().map(|replies| replies.text);
    Spellings::of(builtin_texts().chain(replies))
});

/// The spellings, made when they are first asked for.
pub fn spellings() -> &'static Spellings {
    &SPELLINGS
}
