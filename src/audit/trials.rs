//! Rules tried on sentences: whether a rule ever fires, and which other rules it displaces.

use std::collections::BTreeMap;
use std::ops::Range;

use super::sentences::{check, generated, marked, of_rule, sentences};
use crate::engine::{Engine, Finding, Review};
use crate::rules::{PackProblem, Rule};

/// Sentences of a phrase that are tried before a rule is said never to speak.
const MAX_TRIED: usize = 40;

/// A sentence on which the rule is found.
pub(super) struct Trial {
    pub sentence: String,
    pub review: Review,
}

/// What the trials of a rule gave.
pub(super) struct Trials {
    /// Where it was found.
    pub found: Vec<Trial>,
    /// Where it was not.
    missed: Vec<Trial>,
}

/// Tries a rule on at most `most` sentences of each phrase, and stops once it was found on as many in all.
pub(super) fn tried(engine: &Engine, rule: &Rule, most: usize) -> Trials {
    let mut trials = Trials { found: Vec::new(), missed: Vec::new() };
    for sentence in sentences(engine, rule, most) {
        trials.run(engine, rule, sentence);
        if trials.found.len() >= most {
            return trials;
        }
    }
    if trials.found.is_empty() && most < MAX_TRIED {
        for sentence in generated(engine, rule, MAX_TRIED) {
            trials.run(engine, rule, sentence);
            if !trials.found.is_empty() {
                return trials;
            }
        }
    }
    trials
}

impl Trials {
    fn run(&mut self, engine: &Engine, rule: &Rule, sentence: String) {
        let Some(review) = check(engine, &rule.language, &sentence) else { return };
        let found = of_rule(&review, &rule.id).next().is_some();
        let list = if found { &mut self.found } else { &mut self.missed };
        list.push(Trial { sentence, review });
    }

    /// The problem of a rule that was found nowhere.
    pub fn silent(&self) -> Option<PackProblem> {
        let first = self.missed.first().filter(|_| self.found.is_empty())?;
        let mut winners: BTreeMap<&str, usize> = BTreeMap::new();
        for trial in &self.missed {
            let mut ids: Vec<&str> =
                trial.review.findings.iter().map(|finding| finding.rule.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids.into_iter().for_each(|id| *winners.entry(id).or_default() += 1);
        }
        let Some((by, _)) = winners.into_iter().max_by_key(|(_, times)| *times) else {
            return Some(PackProblem::NeverFound { sentence: first.sentence.clone() });
        };
        let shows = |trial: &&Trial| of_rule(&trial.review, by).next().is_some();
        let sentence = self.missed.iter().find(shows).unwrap_or(first).sentence.clone();
        Some(PackProblem::NeverWins { sentence, by: by.to_owned() })
    }
}

/// A rule that steps back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yield {
    /// Its full id.
    pub rule: String,
    /// The words that it finds.
    pub phrase: String,
}

/// The rules of `without` that find words of a new rule in its sentences, while `with` has it active.
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
