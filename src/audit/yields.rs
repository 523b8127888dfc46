//! Which rules step back for a new one: those that find the same words as long as it is not there.

use std::ops::Range;

use super::sentences::{check, marked, of_rule};
use crate::engine::{Engine, Finding};
use crate::rules::Rule;

/// A rule that steps back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yield {
    /// Its full id.
    pub rule: String,
    /// The words that it finds.
    pub phrase: String,
}

/// The rules of `without` that find words of a new rule in its sentences, while `with` has it in force.
/// In the order of the sentences.
pub fn yields<'s>(
    with: &Engine,
    without: &Engine,
    rule: &Rule,
    sentences: impl IntoIterator<Item = &'s str>,
) -> Vec<Yield> {
    let mut found: Vec<Yield> = Vec::new();
    for sentence in sentences {
        let reviews =
            check(with, &rule.language, sentence).zip(check(without, &rule.language, sentence));
        let Some((new, before)) = reviews else { continue };
        for other in &before.findings {
            let shares = of_rule(&new, &rule.id).any(|own| overlap(own, other));
            let stands = of_rule(&new, &other.rule.id).any(|same| same.marks == other.marks);
            // A rule with the same id has taken its place, and says so elsewhere.
            let known = found.iter().any(|it| it.rule == other.rule.id) || other.rule.id == rule.id;
            if shares && !stands && !known {
                let phrase = marked(sentence, other);
                found.push(Yield { rule: other.rule.id.clone(), phrase });
            }
        }
    }
    found
}

fn overlap(one: &Finding, other: &Finding) -> bool {
    let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    one.marks.iter().any(|mark| other.marks.iter().any(|theirs| meets(mark, theirs)))
}
