//! Where the rules of an upload and others get in each other's way: a second rule for one phrase, a rule that flags another
//! one's wording.

use std::collections::{BTreeSet, HashSet};

use super::Team;
use super::fixed_ids::phrases;
use super::report::{Binding, MOST_FORMS, Objection, Report, WordingConflict, objection};
use crate::engine::Scope;
use crate::rules::{Diagnostic, PackProblem, Problem, Rule, RuleFile, Severity};
use crate::ruleset::{RuleLookup, RuleSet, readable_forms, readable_phrases};
use crate::text::{self, Draft};

/// How many wordings of other files are named in which new rules find something.
const MOST_CROSSED: usize = 20;

/// Notes every conflict of the rules in the report, whose problems and difference are known.
pub(super) fn note(report: &mut Report, rules: &RuleFile, rule_set: &RuleSet, team: &Team) {
    report.contested = contested(report, rules, rule_set);
    refuse_second_rules(report, rules, rule_set, team);
    report.crossed = crossed(report, rule_set, team);
    cross_in_file(report, rules, rule_set);
}

/// The rules of others that object to the wordings of these.
fn contested(report: &Report, rules: &RuleFile, rule_set: &RuleSet) -> Vec<Objection> {
    let own = |by: &str| rules.rules.iter().any(|rule| rule.id == by);
    let contests: BTreeSet<Objection> = report
        .problems
        .iter()
        .filter_map(|problem| {
            let by = objection(problem).filter(|by| !own(by))?.clone();
            let binding = match problem.severity {
                Severity::Error => Binding::Contradiction,
                _ => Binding::Advice,
            };
            Some(Objection { phrase: phrase_of(rule_set, &by), by, binding })
        })
        .collect();
    contests.into_iter().collect()
}

/// A new rule is refused where the team has one for the same phrase. What was there before stays as it is.
fn refuse_second_rules(report: &mut Report, rules: &RuleFile, rule_set: &RuleSet, team: &Team) {
    let changed = report.difference.changed.iter().map(|change| change.after.id.as_str());
    let new = report.difference.new.iter().map(|sketch| sketch.id.as_str());
    let recent: HashSet<&str> = new.chain(changed).collect();
    let is_recent = |problem: &Diagnostic| {
        let has = |rule: &&Rule| rule.places.avoid.iter().any(|it| it.span == problem.place.span);
        rules.rules.iter().find(has).is_some_and(|rule| recent.contains(rule.id.as_str()))
    };
    for problem in &mut report.problems {
        if is_recent(problem) {
            tell_same_phrase(problem, rules, rule_set, team);
        }
        let is_second = matches!(
            problem.problem,
            Problem::Pack(PackProblem::SamePhrase { builtin: false, .. })
        );
        if is_second && is_recent(problem) {
            problem.severity = Severity::Error;
        }
    }
}

/// Refuses a rule that can never apply because another rule of the team has its phrase: «Δεν ξέρω» as written next to
/// «δεν ξέρω» in any person.
fn tell_same_phrase(problem: &mut Diagnostic, rules: &RuleFile, rule_set: &RuleSet, team: &Team) {
    let Problem::Pack(PackProblem::NeverWins { by, .. }) = &problem.problem else { return };
    let others = team.files.iter().flat_map(|file| &file.rules.rules);
    let Some(first) = rules.rules.iter().chain(others).find(|rule| rule.id == *by) else { return };
    let at = problem.place.span.clone();
    let has = |rule: &&Rule| rule.places.avoid.iter().any(|it| it.span == at);
    let Some(second) = rules.rules.iter().find(has) else { return };
    let engine = rule_set.engine();
    let said = |rule: &Rule| -> HashSet<String> {
        readable_forms(&engine, rule, MOST_FORMS).iter().map(|form| text::name_key(form)).collect()
    };
    let known = said(first);
    if !said(second).is_subset(&known) {
        return;
    }
    let phrase = phrases(second).first().map_or_else(String::new, |it| (*it).to_owned());
    problem.problem = Problem::Pack(PackProblem::SamePhrase {
        phrase,
        other: first.id.clone(),
        file: None,
        line: first.place.line,
        builtin: false,
    });
}

/// What new and changed rules find in wordings that stood in the same file before: worth knowing, as in any other file.
fn cross_in_file(report: &mut Report, rules: &RuleFile, rule_set: &RuleSet) {
    let changed = report.difference.changed.iter().map(|change| change.after.id.clone());
    let new = report.difference.new.iter().map(|sketch| sketch.id.clone());
    let recent: HashSet<String> = new.chain(changed).collect();
    let engine = rule_set.engine();
    let first = |rule: &Rule| readable_phrases(&engine, rule).next().unwrap_or_default();
    let crossed = |problem: &Diagnostic| {
        let Problem::Pack(PackProblem::WordingFlagged { part, by, builtin: false, .. }) =
            &problem.problem
        else {
            return None;
        };
        let start = problem.place.span.start;
        let own = rules.rules.iter().rev().find(|rule| rule.place.span.start <= start)?;
        if recent.contains(&own.id) || !recent.contains(by) {
            return None;
        }
        let by = rules.rules.iter().find(|rule| rule.id == *by)?;
        Some(WordingConflict { by: first(by), wording: part.clone(), phrase: first(own) })
    };
    let found: Vec<WordingConflict> = report.problems.iter().filter_map(crossed).collect();
    report.problems.retain(|problem| crossed(problem).is_none());
    report.crossed.extend(found);
}

/// What the new and changed rules of a report find in the wordings of the team's other files.
fn crossed(report: &Report, rule_set: &RuleSet, team: &Team) -> Vec<WordingConflict> {
    let engine = rule_set.engine();
    let changed = report.difference.changed.iter().map(|change| &change.after.id);
    let recent: HashSet<&String> =
        report.difference.new.iter().map(|it| &it.id).chain(changed).collect();
    let mut found = Vec::new();
    let others = team.files.iter().filter(|file| file.name != report.file);
    for rule in others.flat_map(|file| &file.rules.rules) {
        for wording in &rule.prefer {
            let (phrase, wording) =
                team.readable_pair(phrases(rule).first().unwrap_or(&""), &wording.source);
            let Ok(draft) = Draft::new(&wording) else { continue };
            let scope = Scope { language: Some(&rule.language), ..Scope::everything() };
            let review = engine.check(draft, &scope);
            let by = review.findings.iter().find(|finding| recent.contains(&finding.rule.id));
            if let Some(by) = by.filter(|_| found.len() < MOST_CROSSED) {
                let by = phrase_of(rule_set, &by.rule.id);
                found.push(WordingConflict { by, wording, phrase });
            }
        }
    }
    found
}

/// The first phrase of a rule, as people would write it.
fn phrase_of(rule_set: &RuleSet, id: &str) -> String {
    let RuleLookup::Found(_, rule) = rule_set.rule(id) else { return String::new() };
    readable_phrases(&rule_set.engine(), rule).next().unwrap_or_default()
}
