//! Wordings in which another rule finds something.

use std::collections::HashSet;
use std::ops::Range;

use super::sentences::{check, drafts, marked, of_rule};
use super::trials::Trial;
use crate::engine::{Engine, Finding, Scope, Silence};
use crate::rules::{PackProblem, Rule};
use crate::text::{self, Draft};

/// A wording with something in it that a rule finds.
pub(super) struct Flagged {
    /// Number of the wording.
    pub wording: usize,
    pub problem: PackProblem,
}

/// Every wording that is itself found, once for each rule that finds it.
pub(super) fn flagged(engine: &Engine, rule: &Rule, trials: &[Trial]) -> Vec<Flagged> {
    if rule.prefer.is_empty() {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let mut checked = HashSet::new();
    let mut found = Vec::new();
    for trial in trials {
        for finding in of_rule(&trial.review, &rule.id) {
            for suggestion in &finding.suggestions {
                let Some(said) = Said::new(trial, finding, &suggestion.text) else { continue };
                if !checked.insert(said.text.clone()) {
                    continue;
                }
                for (by, problem) in said.problems(engine, rule, trial) {
                    if seen.insert((suggestion.number, by)) {
                        found.push(Flagged { wording: suggestion.number, problem });
                    }
                }
            }
        }
    }
    found
}

/// A sentence with a suggestion in place.
struct Said {
    text: String,
    /// The range of the suggestion.
    span: Range<usize>,
}

impl Said {
    fn new(trial: &Trial, finding: &Finding, suggestion: &str) -> Option<Said> {
        let before = trial.sentence.get(..finding.span.start)?;
        let after = trial.sentence.get(finding.span.end..)?;
        let span = before.len()..before.len() + suggestion.len();
        Some(Said { text: format!("{before}{suggestion}{after}"), span })
    }

    /// The rules that find something in the suggestion, each with its problem.
    fn problems(&self, engine: &Engine, rule: &Rule, trial: &Trial) -> Vec<(String, PackProblem)> {
        let Some(review) = check(engine, &rule.language, &self.text) else { return Vec::new() };
        let shown = drafts(rule).any(|draft| draft == trial.sentence);
        let mut problems = Vec::new();
        for finding in &review.findings {
            let by = finding.rule.id.clone();
            let part = marked(&self.text, finding);
            let within =
                |mark: &Range<usize>| self.span.start <= mark.start && mark.end <= self.span.end;
            // What the draft's own words make of it differs from draft to draft.
            if !finding.marks.iter().all(within) {
                continue;
            }
            // Around a gap it depends on the words in it, and those of an example are better than ours.
            if finding.marks.len() > 1 && !shown && drafts(rule).next().is_some() {
                continue;
            }
            let text = self.text.clone();
            let problem = if by == rule.id {
                PackProblem::WordingRepeats { text, part }
            } else if was_there(trial, &by, &part) {
                // In a gap of the draft, and kept: not the wording's words.
                continue;
            } else {
                PackProblem::WordingFlagged { text, part, by: by.clone(), builtin: false }
            };
            problems.push((by, problem));
        }
        problems.extend(self.behind(engine, rule, &problems));
        problems
    }

    /// The rules after those that object: they would as soon as those were switched off.
    fn behind(
        &self,
        engine: &Engine,
        rule: &Rule,
        problems: &[(String, PackProblem)],
    ) -> Vec<(String, PackProblem)> {
        let objects = |id: &str| {
            problems.iter().any(|(by, problem)| {
                by == id && matches!(problem, PackProblem::WordingFlagged { .. })
            })
        };
        if !problems.iter().any(|(by, _)| objects(by)) {
            return Vec::new();
        }
        let Ok(draft) = Draft::new(&self.text) else { return Vec::new() };
        let scope = Scope { language: Some(&rule.language), ..Scope::everything() };
        let explanation = engine.explain(draft, &scope);
        let hidden = explanation.silent.iter().filter_map(|silent| {
            let Silence::Outdone { by, .. } = &silent.silence else { return None };
            let is_new = silent.rule.id != rule.id && !objects(&silent.rule.id);
            let (first, last) = (silent.marks.first()?, silent.marks.last()?);
            let part = self.text.get(first.start..last.end)?.to_owned();
            let within = self.span.start <= first.start && last.end <= self.span.end;
            (objects(&by.id) && is_new && within).then(|| {
                let (text, by) = (self.text.clone(), silent.rule.id.clone());
                let problem =
                    PackProblem::WordingFlagged { text, part, by: by.clone(), builtin: false };
                (by, problem)
            })
        });
        hidden.collect()
    }
}

fn was_there(trial: &Trial, by: &str, part: &str) -> bool {
    let same = |finding: &Finding| text::key(&marked(&trial.sentence, finding)) == text::key(part);
    of_rule(&trial.review, by).any(same)
}
