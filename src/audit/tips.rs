//! Tips checked against the rules that apply, and against the tips of other files.

use super::sentences::{check, marked};
use super::{AuditedPack, Standing};
use crate::engine::{Engine, Finding};
use crate::rules::{Diagnostic, Level, Place, Problem, Severity, Tip, TipProblem};
use crate::text;

/// What is wrong with the tips of a file: words that a rule finds, and tips that another file has as well.
pub(super) fn problems(
    engine: &Engine,
    held: &AuditedPack<'_>,
    beside: &[AuditedPack<'_>],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for tip in &held.rules.tips {
        let parts = [(Some(&tip.text), &tip.places.text), (tip.today.as_ref(), &tip.places.today)];
        for (said, place) in parts {
            let flagged = said.map(|said| flagged(engine, tip, said)).unwrap_or_default();
            let severity = match held.standing {
                Standing::Builtin => Severity::Error,
                Standing::Team => Severity::Warning,
            };
            found.extend(flagged.into_iter().map(|it| diagnostic(held, place, severity, it)));
        }
        if let Some(problem) = said_before(tip, beside) {
            found.push(diagnostic(held, &tip.places.text, Severity::Hint, problem));
        }
    }
    found
}

/// What the rules find in a text of a tip; matters of taste are left to the author.
fn flagged(engine: &Engine, tip: &Tip, said: &str) -> Vec<TipProblem> {
    let Some(review) = check(engine, &tip.language, said) else { return Vec::new() };
    let matters = review.findings.iter().filter(|finding| finding.rule.level > Level::Suggestion);
    let problem = |finding: &Finding| TipProblem::Flagged {
        part: marked(said, finding),
        by: finding.rule.id.clone(),
        instead: instead(finding),
    };
    matters.map(problem).collect()
}

/// How a finding could be put, or how others put it.
fn instead(finding: &Finding) -> Option<String> {
    let fitting = finding.suggestions.iter().map(|it| &it.text);
    let examples = finding.held.iter().map(|it| &it.text);
    fitting.chain(examples).find(|text| !text.is_empty()).cloned()
}

/// The tip of another layer that says the same, unless this one takes its place by its id.
fn said_before(tip: &Tip, beside: &[AuditedPack<'_>]) -> Option<TipProblem> {
    let key = text::key(&tip.text);
    let all = beside.iter().flat_map(|held| held.rules.tips.iter().map(move |it| (held, it)));
    let same = |(_, other): &(&AuditedPack<'_>, &Tip)| {
        other.id != tip.id && other.language == tip.language && text::key(&other.text) == key
    };
    let (held, other) = all.into_iter().find(same)?;
    let first_line = other.places.text.line;
    Some(TipProblem::SameText { file: Some(held.name.to_owned()), first_line })
}

fn diagnostic(
    held: &AuditedPack<'_>,
    place: &Place,
    severity: Severity,
    problem: TipProblem,
) -> Diagnostic {
    Diagnostic {
        severity,
        file: held.name.to_owned(),
        place: place.clone(),
        problem: Problem::Tip(problem),
    }
}
