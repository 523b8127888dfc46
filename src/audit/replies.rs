//! Rules that find something in good replies, which no rule should.

use std::collections::BTreeMap;

use super::expand::{Expander, Gaps};
use super::sentences::{check, marked};
use crate::engine::{Engine, Review};
use crate::rules::{Avoid, PackProblem, Phrase, Rule};
use crate::text;

/// Replies that are shown.
const MAX_SHOWN: usize = 3;
/// Ways of a phrase that are compared with what was found.
const MAX_WAYS: usize = 500;
/// The longest part of a reply that is shown, in characters.
const MAX_CHARS: usize = 120;

/// Good replies in one language.
#[derive(Debug, Clone, Copy)]
pub struct Replies<'a> {
    /// The language.
    pub language: &'a str,
    /// One reply a line; empty lines and those that begin with `#` are skipped.
    pub text: &'a str,
}

impl<'a> Replies<'a> {
    /// The replies.
    pub fn lines(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
    }
}

/// What a rule finds in the good replies of its language.
#[derive(Default)]
struct Hits<'a> {
    part: String,
    replies: Vec<&'a str>,
}

/// The rules by full id that find something in good replies, or would take too long to.
pub(super) fn flagging(
    engine: &Engine,
    replies: &[Replies<'_>],
    concerned: impl Fn(&str) -> bool,
) -> BTreeMap<String, PackProblem> {
    let mut found = BTreeMap::new();
    // Most replies hold nothing for the rules that are asked about, which these alone tell quickly.
    let alone = engine.only(|rule| concerned(&rule.id));
    let finds = |review: &Review| !review.findings.is_empty() || !review.skipped.is_empty();
    for good in replies {
        let of = good.lines().count();
        let mut hits: BTreeMap<String, Hits<'_>> = BTreeMap::new();
        let met = |reply: &&str| check(&alone, good.language, reply).as_ref().is_some_and(finds);
        for reply in good.lines().filter(met) {
            let Some(review) = check(engine, good.language, reply) else { continue };
            for rule in review.skipped.iter().filter(|rule| concerned(&rule.id)) {
                let slow = PackProblem::SlowOnReplies { reply: shortened(reply) };
                found.entry(rule.id.clone()).or_insert(slow);
            }
            for finding in review.findings.iter().filter(|finding| concerned(&finding.rule.id)) {
                let hit = hits.entry(finding.rule.id.clone()).or_default();
                if hit.replies.is_empty() {
                    hit.part = marked(reply, finding);
                }
                if hit.replies.last() != Some(&reply) {
                    hit.replies.push(reply);
                }
            }
        }
        for (id, hit) in hits {
            found.entry(id).or_insert_with(|| problem(hit, of));
        }
    }
    found
}

fn problem(hit: Hits<'_>, of: usize) -> PackProblem {
    PackProblem::FlagsGoodReplies {
        part: hit.part,
        count: hit.replies.len(),
        of,
        replies: hit.replies.into_iter().take(MAX_SHOWN).map(shortened).collect(),
    }
}

fn shortened(reply: &str) -> String {
    match reply.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", reply.get(..end).unwrap_or("").trim_end()),
        None => reply.to_owned(),
    }
}

/// The number of the phrase of a rule that has the words found, without what is in its gaps.
pub(super) fn phrase_of(engine: &Engine, rule: &Rule, part: &str) -> usize {
    let Avoid::Phrases(phrases) = &rule.avoid else { return 0 };
    let expander = Expander::new(engine, &rule.language, Gaps::Empty);
    let found = text::key(part);
    let says =
        |phrase: &Phrase| expander.all(phrase, MAX_WAYS).iter().any(|way| text::key(way) == found);
    phrases.iter().position(says).unwrap_or(0)
}
