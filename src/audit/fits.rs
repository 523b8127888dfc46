//! Wordings that the engine would never put into a draft, or seldom.
//!
//! Such a wording still shows how others put it, so it need not be deleted; its author is told.

use std::collections::{BTreeMap, BTreeSet};

use super::Standing;
use super::sentences::of_rule;
use super::trials::Trial;
use crate::engine::{HeldBack, HoldReason};
use crate::rules::{Avoid, Element, PackProblem, Remove, Rule, Severity, Wording};

/// What is told of a wording.
pub(super) struct Misfit {
    /// Its number.
    pub wording: usize,
    pub problem: PackProblem,
    pub severity: Severity,
}

/// What a wording is to its rule.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// No wording of the rule does better: the rule is advice.
    Advice,
    /// An earlier wording does better, so this one shows how others put it.
    Example,
    /// It comes first, and one after it would do better.
    First,
}

impl Part {
    /// Of the wording of this number; `good` tells of each wording whether it does better.
    fn of(number: usize, good: &[bool]) -> Part {
        match good.iter().position(|good| *good) {
            None => Part::Advice,
            Some(first) if first < number => Part::Example,
            Some(_) => Part::First,
        }
    }

    /// How much it matters; `None`: it is as its author wants it.
    fn severity(self, standing: Standing, of_team: Severity) -> Option<Severity> {
        match (standing, self) {
            (Standing::Team, _) => Some(of_team),
            (Standing::Builtin, Part::Example) => None,
            (Standing::Builtin, Part::Advice) => Some(Severity::Hint),
            (Standing::Builtin, Part::First) => Some(Severity::Error),
        }
    }
}

/// The wordings of a rule that never come into a draft, those that drop a gap first.
pub(super) fn misfits(rule: &Rule, standing: Standing, trials: &[Trial]) -> Vec<Misfit> {
    let gaps = Gaps::of(rule);
    let dropped: Vec<Option<Dropped>> =
        rule.prefer.iter().map(|it| gaps.dropped(&it.gaps())).collect();
    let tried = Tried::of(rule, trials);
    let keeps: Vec<bool> = dropped.iter().map(Option::is_none).collect();
    let fits: Vec<bool> = keeps
        .iter()
        .enumerate()
        .map(|(number, keeps)| *keeps && tried.misfit(number).is_none())
        .collect();
    let mut found = Vec::new();
    for (number, dropped) in dropped.into_iter().enumerate() {
        let (problem, severity) = match dropped {
            Some(dropped) => {
                let severity = dropped.severity(standing, Part::of(number, &fits));
                (dropped.problem(rule.prefer.get(number)), severity)
            }
            None => {
                let Some(problem) = tried.misfit(number) else { continue };
                let of_team = match problem {
                    PackProblem::WordingReverses { .. } => Severity::Warning,
                    _ => Severity::Hint,
                };
                (problem, severity_of_misfit(standing, of_team, Part::of(number, &fits)))
            }
        };
        found.extend(severity.map(|severity| Misfit { wording: number, problem, severity }));
    }
    found
}

/// A wording that turns the sense is a fault of ours; one that fits nowhere only wants to be known.
fn severity_of_misfit(standing: Standing, of_team: Severity, part: Part) -> Option<Severity> {
    let severity = part.severity(standing, of_team)?;
    Some(if of_team == Severity::Hint { Severity::Hint } else { severity })
}

/// A phrase that goes, while a gap in it has to stay: it never goes.
pub(super) fn never_goes(rule: &Rule, standing: Standing) -> Option<(PackProblem, Severity)> {
    let dropped = Gaps::of(rule).dropped(&[]).filter(|_| rule.remove == Some(Remove::Phrase))?;
    let severity = dropped.severity(standing, Part::First)?;
    Some((dropped.problem(None), severity))
}

/// The gaps that the phrases of a rule bind.
struct Gaps {
    /// Those that every way to read every phrase has.
    always: BTreeSet<String>,
    all: BTreeSet<String>,
}

/// A gap that a wording leaves out.
struct Dropped {
    gap: String,
    always: bool,
}

impl Gaps {
    fn of(rule: &Rule) -> Gaps {
        let mut all = BTreeSet::new();
        let mut always: Option<BTreeSet<String>> = None;
        match &rule.avoid {
            Avoid::Phrases(phrases) => {
                for phrase in phrases {
                    all.extend(phrase.gaps());
                    let bound = bound(&phrase.elements());
                    always = Some(match always {
                        None => bound,
                        Some(before) => before.intersection(&bound).cloned().collect(),
                    });
                }
            }
            Avoid::Regex(pattern) => all.extend(pattern.names().into_iter().map(str::to_owned)),
        }
        Gaps { always: always.unwrap_or_default(), all }
    }

    /// The gap that a wording with these gaps leaves out; first one that is always there.
    fn dropped(&self, kept: &[String]) -> Option<Dropped> {
        let missing =
            |gaps: &BTreeSet<String>| gaps.iter().find(|gap| !kept.contains(gap)).cloned();
        let always = missing(&self.always).map(|gap| Dropped { gap, always: true });
        always.or_else(|| missing(&self.all).map(|gap| Dropped { gap, always: false }))
    }
}

/// The gaps that every way to read a phrase has.
fn bound(elements: &[Element]) -> BTreeSet<String> {
    let gap = |element: &Element| match element {
        Element::Gap { name, optional: false, .. } => Some(name.clone()),
        _ => None,
    };
    elements.iter().filter_map(gap).collect()
}

impl Dropped {
    fn problem(self, wording: Option<&Wording>) -> PackProblem {
        let wording = wording.map(|wording| wording.source.clone());
        PackProblem::WordingDropsGap { gap: self.gap, wording, always: self.always }
    }

    /// A wording that is in the way only where a gap has words comes into other drafts.
    fn severity(&self, standing: Standing, part: Part) -> Option<Severity> {
        match (self.always, standing) {
            (true, _) => part.severity(standing, Severity::Warning),
            (false, Standing::Team) => Some(Severity::Hint),
            (false, Standing::Builtin) => None,
        }
    }
}

/// What became of each wording in the trials.
struct Tried<'t> {
    /// Those that fitted somewhere.
    fitting: BTreeSet<usize>,
    /// Those that were held back, with where.
    held: BTreeMap<usize, Vec<(&'t str, &'t HeldBack)>>,
    turns: bool,
}

impl<'t> Tried<'t> {
    fn of(rule: &Rule, trials: &'t [Trial]) -> Tried<'t> {
        let (mut fitting, mut held) = (BTreeSet::new(), BTreeMap::<usize, Vec<_>>::new());
        for trial in trials {
            for finding in of_rule(&trial.review, &rule.id) {
                fitting.extend(finding.suggestions.iter().map(|it| it.number));
                for back in &finding.held {
                    held.entry(back.number).or_default().push((trial.sentence.as_str(), back));
                }
            }
        }
        Tried { fitting, held, turns: rule.turns }
    }

    /// The problem of a wording that was held back in every sentence.
    fn misfit(&self, number: usize) -> Option<PackProblem> {
        let held = self.held.get(&number).filter(|_| !self.fitting.contains(&number))?;
        let turned =
            held.iter().find(|(_, back)| back.reason == HoldReason::TurnsSense && !self.turns);
        let (sentence, back) = turned.or_else(|| held.first())?;
        let (sentence, wording) = ((*sentence).to_owned(), back.text.clone());
        Some(match turned {
            Some(_) => PackProblem::WordingReverses { sentence, wording },
            None => PackProblem::WordingNeverFits { sentence, wording, reason: back.reason.key() },
        })
    }
}
