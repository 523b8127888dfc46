//! Whether a rule speaks at all where its phrases stand.

use std::collections::BTreeMap;

use super::sentences::{check, generated, of_rule, sentences};
use crate::engine::{Engine, Review};
use crate::rules::{PackProblem, Rule};

/// Sentences of a phrase that are tried before a rule is said never to speak.
const MOST_TRIED: usize = 40;

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
    if trials.found.is_empty() && most < MOST_TRIED {
        for sentence in generated(engine, rule, MOST_TRIED) {
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
