//! The audit: a pack checked against itself, the other active rules and good replies, by running the engine.
//!
//! [`examples`] reports examples that do not behave as written, [`audit`] everything else that a lead would
//! otherwise hear from colleagues. Both are pure: files, rules and replies are handed in.
#![warn(missing_docs)]

mod agreement;
mod cost;
mod duplicates;
mod examples;
mod expand;
mod fits;
mod replies;
mod sentences;
mod tips;
mod trials;
mod wordings;

use std::collections::{HashMap, HashSet};

use duplicates::Doubled;
pub use examples::examples;
pub use replies::Replies;
pub use sentences::{caught, forms, generated, sentences};
use trials::Trial;
pub use trials::{Yield, yields};

use crate::engine::Engine;
use crate::rules::{
    Avoid, Diagnostic, Level, PackProblem, Place, Problem, Rule, RuleFile, Severity,
};

/// Sentences that all rules together are tried on, before each gets only a few.
const MAX_SENTENCES: usize = 16_000;
/// Good replies in which a team's rule may find something before it is more than a hint.
const FEW_REPLIES: usize = 3;

/// Whose rules they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// They come with the program: nothing may be wrong with them.
    Builtin,
    /// A team's own.
    Team,
}

/// A valid rule file, as the audit sees it.
#[derive(Debug, Clone, Copy)]
pub struct AuditedPack<'a> {
    /// Its name as the user knows it.
    pub name: &'a str,
    /// What it holds.
    pub rules: &'a RuleFile,
    /// Whose it is.
    pub standing: Standing,
}

/// Everything that is wrong with `files` next to each other and next to the other active rules.
///
/// The engine has the rules of `files` and of `beside` active. Problems come by file and place.
pub fn audit(
    engine: &Engine,
    files: &[AuditedPack<'_>],
    beside: &[AuditedPack<'_>],
    replies: &[Replies<'_>],
) -> Vec<Diagnostic> {
    let mut auditor = Auditor {
        engine,
        owners: owners(files, beside),
        most: most_sentences(files),
        steps: cost::MAX_STEPS,
        found: Vec::new(),
    };
    let doubled = duplicates::doubled(files, beside);
    let pairs: HashSet<(&str, &str)> = doubled.iter().map(Doubled::pair).collect();
    for held in files {
        auditor.file(held, &pairs);
    }
    for doubled in &doubled {
        auditor.report(&doubled.held, &doubled.place, doubled.problem.clone());
    }
    auditor.replies(files, replies);
    files.iter().for_each(|held| auditor.found.extend(tips::problems(engine, held, beside)));
    let order = |name: &str| files.iter().position(|held| held.name == name);
    auditor.found.sort_by_key(|problem| (order(&problem.file), problem.place.span.start));
    auditor.found
}

/// How many sentences of each phrase are tried: many of a few rules, few of many.
fn most_sentences(files: &[AuditedPack<'_>]) -> usize {
    let rules: usize = files.iter().map(|held| held.rules.rules.len()).sum();
    (MAX_SENTENCES / rules.max(1)).clamp(2, 24)
}

/// Whose rule an id is; a team that names a built-in rule takes it over.
fn owners<'a>(files: &[AuditedPack<'a>], beside: &[AuditedPack<'a>]) -> HashMap<&'a str, Standing> {
    let held = beside.iter().chain(files);
    held.flat_map(|held| held.rules.rules.iter().map(|rule| (rule.id.as_str(), held.standing)))
        .collect()
}

struct Auditor<'a> {
    engine: &'a Engine,
    owners: HashMap<&'a str, Standing>,
    most: usize,
    /// Steps that are left for measuring expressions.
    steps: u64,
    found: Vec<Diagnostic>,
}

impl Auditor<'_> {
    fn file(&mut self, held: &AuditedPack<'_>, doubled: &HashSet<(&str, &str)>) {
        let without: Vec<&Rule> =
            held.rules.rules.iter().filter(|rule| rule.examples.is_empty()).collect();
        if let Some(first) = without.first() {
            let problem = PackProblem::NoExample { count: without.len() };
            self.report(held, first.id_place(), problem);
        }
        for rule in &held.rules.rules {
            self.id(held, rule);
            self.cost(held, rule);
            let trials = trials::tried(self.engine, rule, self.most);
            let doubled = |by: &str| doubled.contains(&(rule.id.as_str(), by));
            if let Some(problem) = trials.silent().filter(|problem| match problem {
                // Why it never wins is told where the phrase is told to be there twice.
                PackProblem::NeverWins { by, .. } => !doubled(by),
                _ => true,
            }) {
                self.report(held, first_place(&rule.places.avoid, rule), problem);
            }
            for flagged in wordings::flagged(self.engine, rule, &trials.found) {
                self.report(held, wording_place(rule, flagged.wording), flagged.problem);
            }
            self.wordings(held, rule, &trials.found);
        }
    }

    /// A team that means to take over a built-in rule may have mistyped its id.
    fn id(&mut self, held: &AuditedPack<'_>, rule: &Rule) {
        let Some(place) = rule.places.id.as_ref().filter(|_| held.standing == Standing::Team)
        else {
            return;
        };
        let is_near = |(id, standing): &(&&str, &Standing)| {
            **standing == Standing::Builtin && is_a_slip(&rule.id, id)
        };
        let near = self.owners.iter().filter(is_near).map(|(id, _)| *id).min();
        if let Some(other) = near {
            let (id, other) = (rule.id.clone(), other.to_owned());
            self.report(held, place, PackProblem::IdNearBuiltin { id, other });
        }
    }

    /// What its wordings take for granted, and those that never come into a draft.
    fn wordings(&mut self, held: &AuditedPack<'_>, rule: &Rule, trials: &[Trial]) {
        for misfit in fits::misfits(rule, held.standing, trials) {
            // A built-in rule of which no wording fits gives advice, and its wordings are the examples.
            if held.standing == Standing::Builtin && misfit.severity == Severity::Hint {
                continue;
            }
            let place = wording_place(rule, misfit.wording);
            self.push(held, place, misfit.problem, misfit.severity);
        }
        let never_goes = fits::never_goes(rule, held.standing);
        if let Some((problem, severity)) = never_goes
            .filter(|(_, severity)| held.standing == Standing::Team || *severity != Severity::Hint)
        {
            self.push(held, first_place(&rule.places.avoid, rule), problem, severity);
        }
        for (number, wording) in rule.prefer.iter().enumerate() {
            let place = wording_place(rule, number);
            if let Some(problem) = agreement::guesses_gender(self.engine, rule, wording) {
                self.report(held, place, problem);
            }
            // A team knows its own numbers and names.
            let ours = held.standing == Standing::Builtin;
            if let Some(problem) = agreement::invents(rule, wording).filter(|_| ours) {
                self.report(held, place, problem);
            }
        }
    }

    /// An expression that takes longer and longer is refused, and nothing else of it matters.
    fn cost(&mut self, held: &AuditedPack<'_>, rule: &Rule) {
        let Avoid::Regex(pattern) = &rule.avoid else { return };
        if let Some(fragment) = cost::slow_on(pattern, &mut self.steps) {
            let place = first_place(&rule.places.avoid, rule);
            self.report(held, place, PackProblem::SlowRegex { fragment });
        }
    }

    fn replies(&mut self, files: &[AuditedPack<'_>], replies: &[Replies<'_>]) {
        let mut rules: HashMap<&str, (&AuditedPack<'_>, &Rule)> = HashMap::new();
        for held in files {
            rules.extend(held.rules.rules.iter().map(|rule| (rule.id.as_str(), (held, rule))));
        }
        let concerned = |id: &str| rules.contains_key(id);
        for (id, problem) in replies::flagging(self.engine, replies, concerned) {
            let Some((held, rule)) = rules.get(id.as_str()) else { continue };
            let PackProblem::FlagsGoodReplies { part, count, .. } = &problem else {
                self.report(held, first_place(&rule.places.avoid, rule), problem);
                continue;
            };
            // A matter of taste may show in a good reply now and then.
            if rule.level == Level::Suggestion && *count < FEW_REPLIES {
                continue;
            }
            let number = replies::phrase_of(self.engine, rule, part);
            let place = rule.places.avoid.get(number).unwrap_or(&rule.place);
            self.report(held, place, problem);
        }
    }

    fn report(&mut self, held: &AuditedPack<'_>, place: &Place, mut problem: PackProblem) {
        if let PackProblem::WordingFlagged { by, builtin, .. } = &mut problem {
            let owner = self.owners.get(by.as_str()).copied();
            *builtin = owner.is_some_and(|owner| owner != held.standing);
        }
        let severity = severity(held.standing, &problem);
        self.push(held, place, problem, severity);
    }

    fn push(
        &mut self,
        held: &AuditedPack<'_>,
        place: &Place,
        problem: PackProblem,
        severity: Severity,
    ) {
        self.found.push(Diagnostic {
            severity,
            file: held.name.to_owned(),
            place: place.clone(),
            problem: Problem::Pack(problem),
        });
    }
}

/// Built-in rules must be above reproach; a team is told, and stopped only where it contradicts itself.
fn severity(standing: Standing, problem: &PackProblem) -> Severity {
    match (problem, standing) {
        (PackProblem::NeverFound { .. } | PackProblem::WordingGuessesGender { .. }, _) => {
            Severity::Warning
        }
        (PackProblem::SlowRegex { .. } | PackProblem::SlowOnReplies { .. }, _) => Severity::Error,
        (_, Standing::Builtin) => Severity::Error,
        (PackProblem::WordingFlagged { builtin: false, .. }, _) => Severity::Error,
        (PackProblem::NoExample { .. }, _) => Severity::Hint,
        (PackProblem::SamePhrase { builtin: true, .. }, _) => Severity::Hint,
        (PackProblem::FlagsGoodReplies { count, .. }, _) if *count < FEW_REPLIES => Severity::Hint,
        _ => Severity::Warning,
    }
}

/// Whether one id is another with a letter too many, too few, wrong or swapped with the next.
fn is_a_slip(id: &str, other: &str) -> bool {
    id.len().abs_diff(other.len()) <= 2 && id != other && strsim::osa_distance(id, other) == 1
}

fn wording_place(rule: &Rule, number: usize) -> &Place {
    rule.places.prefer.get(number).unwrap_or(&rule.place)
}

fn first_place<'r>(places: &'r [Place], rule: &'r Rule) -> &'r Place {
    places.first().unwrap_or(&rule.place)
}
