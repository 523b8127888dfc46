//! A rule as leads compare it: everything that they write, and nothing else.

use super::fixed_ids::phrases;
use crate::rules::{Avoid, Level, Remove, Rule, Skip, Speaks};

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSummary {
    /// Full id.
    pub id: String,
    /// How much it matters.
    pub level: Level,
    /// Its phrases.
    pub avoid: Vec<String>,
    /// What to say instead.
    pub prefer: Vec<String>,
    /// What goes without replacement.
    pub removes: Option<Remove>,
    /// The sets that its phrases name: a name, a colon and what is in it.
    pub sets: Vec<String>,
    /// Phrases that silence it.
    pub unless: Vec<String>,
    /// Clauses in which it is silent.
    pub skip: Vec<Skip>,
    /// Places in which it applies, where other rules do not.
    pub speaks: Vec<Speaks>,
    /// It may turn a no into a yes.
    pub turns: bool,
    /// It also looks inside quoted text.
    pub in_quotes: bool,
    /// The principle that it serves.
    pub principle: Option<String>,
    /// One sentence for the agent.
    pub why: Option<String>,
    /// Where the advice comes from.
    pub source: Option<String>,
}

impl RuleSummary {
    /// What a rule says.
    pub fn of(rule: &Rule) -> RuleSummary {
        RuleSummary {
            id: rule.id.clone(),
            level: rule.level,
            avoid: phrases(rule).into_iter().map(str::to_owned).collect(),
            prefer: rule.prefer.iter().map(|wording| wording.source.clone()).collect(),
            removes: rule.remove,
            sets: sets(rule),
            unless: rule.unless.iter().map(|phrase| phrase.source.clone()).collect(),
            skip: rule.skip.clone(),
            speaks: rule.speaks.clone(),
            turns: rule.turns,
            in_quotes: rule.in_quotes,
            principle: rule.principle.clone(),
            why: rule.why.clone(),
            source: rule.source.clone(),
        }
    }
}

/// The sets of a rule in one line each. Where one changes, the rule finds something else.
fn sets(rule: &Rule) -> Vec<String> {
    let avoid = match &rule.avoid {
        Avoid::Phrases(phrases) => phrases.as_slice(),
        Avoid::Regex(_) => &[],
    };
    let mut sets: Vec<String> = Vec::new();
    for (name, phrases) in avoid.iter().chain(&rule.unless).flat_map(|phrase| phrase.sets()) {
        let line = format!("{name}: {}", phrases.join(", "));
        if !sets.contains(&line) {
            sets.push(line);
        }
    }
    sets
}
