//! Runs the examples of rules and reports those that do not behave as written.

use crate::engine::{Engine, Review, Scope};
use crate::rules::{Diagnostic, Example, Outcome, Placed, Problem, Rule, RuleFile};
use crate::text::Draft;

/// The examples of a file that do not behave as they say.
pub fn examples(engine: &Engine, file: &RuleFile, name: &str) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for rule in &file.rules {
        for example in &rule.examples {
            problems.extend(mismatch(engine, rule, example).map(|(draft, expected, found)| {
                let problem =
                    Problem::ExampleMismatch { draft: draft.value.clone(), expected, found };
                Diagnostic {
                    severity: problem.severity(),
                    file: name.to_owned(),
                    place: draft.place.clone(),
                    problem,
                }
            }));
        }
    }
    problems
}

/// What the example says and what happens, where they differ.
fn mismatch<'r>(
    engine: &Engine,
    rule: &Rule,
    example: &'r Example,
) -> Option<(&'r Placed<String>, Outcome, Outcome)> {
    let check = |draft: &Placed<String>| {
        let draft = Draft::new(&draft.value).ok()?;
        let scope = Scope { language: Some(&rule.language), ..Scope::everything() };
        Some(engine.check(draft, &scope))
    };
    let fires = |review: &Review| review.findings.iter().any(|finding| finding.rule.id == rule.id);
    match example {
        Example::Fine(draft) => {
            let review = check(draft)?;
            fires(&review).then_some((draft, Outcome::Silent, Outcome::Found))
        }
        Example::Draft { draft, rewrite } => {
            let review = check(draft)?;
            if !fires(&review) {
                return Some((draft, Outcome::Found, Outcome::Silent));
            }
            let expected = rewrite.as_ref()?;
            (expected.value != review.rewrite).then(|| {
                (
                    expected,
                    Outcome::Rewrite(expected.value.clone()),
                    Outcome::Rewrite(review.rewrite),
                )
            })
        }
    }
}
