//! What reading a table needs to know of the rules that are there: how Greek words are spelled, and what is avoided.

use std::sync::LazyLock;

use crate::engine::{Engine, Scope};
use crate::import::Spellings;
use crate::ruleset::{builtin_texts, good_replies};
use crate::text::Draft;

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    let replies = good_replies();
    let replies = replies.iter().map(|replies| replies.text);
    Spellings::of(builtin_texts().chain(replies))
});

/// The spellings, made when they are first asked for.
pub fn spellings() -> &'static Spellings {
    &SPELLINGS
}

/// Whether these rules find anything in a text.
pub fn catches(engine: &Engine, text: &str) -> bool {
    Draft::new(text).is_ok_and(|draft| engine.count(draft, &Scope::everything()) > 0)
}
