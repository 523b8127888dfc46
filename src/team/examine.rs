//! What shows only when the rules of an upload run: examples, audit, sentences that they would catch.

use std::collections::HashMap;

use rustc_hash::FxHashSet;

use super::own_words::{self, OwnWords};
use super::report::{Caught, MOST_FORMS, Report, objection};
use super::{Difference, Team, conflicts, own};
use crate::audit::{self, Replies};
use crate::engine::Engine;
use crate::import;
use crate::rules::{PackProblem, Problem, Rule, RuleFile};
use crate::ruleset::{RuleSet, readable_forms, readable_phrases};
use crate::text;

/// Sentences of each new rule.
const SENTENCES: usize = 5;
/// How many of the built-in rules that give way to a new rule are named.
const MOST_YIELDING: usize = 3;
/// How many new rules get sample sentences; nobody reads more.
const MOST_SHOWN: usize = 100;

/// Fills the report by running the rules. The first rule set has no rules of the team's.
pub(super) fn fill(
    report: &mut Report,
    (builtin, rule_set): (&RuleSet, &RuleSet),
    team: &Team,
    before: Option<&RuleFile>,
    rules: &RuleFile,
    replies: &[Replies<'_>],
) {
    let engine = rule_set.engine();
    report.problems.extend(audit::examples(&engine, rules, &report.file));
    let off = own::choices(rule_set, &team.settings, &team.off, &team.allowlist).off;
    let mut audited = rule_set.audit(&[&report.file], |_| false, replies);
    // A rule that is switched off objects to nothing.
    audited.retain(|problem| objection(problem).is_none_or(|by| !off.contains(by)));
    report.problems.extend(audited);
    report.problems.sort_by_key(|problem| problem.place.span.start);
    report.difference = Difference::between(before, Some(rules));
    conflicts::note(report, rules, rule_set, team);
    tell_what_is_caught(report, rules, (&engine, &builtin.engine()), &off);
}

/// Shows for each new rule what it would catch, and which built-in rules step back for it.
fn tell_what_is_caught(
    report: &mut Report,
    rules: &RuleFile,
    (engine, builtin): (&Engine, &Engine),
    off: &FxHashSet<String>,
) {
    let new = report.difference.new.iter().take(MOST_SHOWN);
    let rule_of = |id: &str| rules.rules.iter().find(|rule| rule.id == id);
    let mut caught: Vec<Caught> = new
        .filter_map(|sketch| rule_of(&sketch.id))
        .map(|rule| caught_by(rule, engine, builtin, off))
        .collect();
    let yielding = caught.iter().flat_map(|it| &it.yielding);
    report.stepping_back = yielding.map(|it| it.rule.clone()).collect();
    for it in &mut caught {
        it.more_yielding = it.yielding.len().saturating_sub(MOST_YIELDING);
        it.yielding.truncate(MOST_YIELDING);
    }
    report.caught = caught;
}

/// What one rule would catch; every built-in rule that steps back for it is in `yielding`.
fn caught_by(rule: &Rule, engine: &Engine, builtin: &Engine, off: &FxHashSet<String>) -> Caught {
    let sentences = audit::caught(engine, rule, SENTENCES, SENTENCES);
    let said = sentences.iter().map(|(sentence, _)| sentence.as_str());
    let mut yielding = audit::yields(engine, builtin, rule, said);
    yielding.retain(|it| !off.contains(&it.rule));
    let mut forms = readable_forms(engine, rule, MOST_FORMS);
    forms.truncate(MOST_FORMS);
    Caught {
        rule: rule.id.clone(),
        row: None,
        phrases: readable_phrases(engine, rule).collect(),
        forms,
        sentences,
        yielding,
        more_yielding: 0,
    }
}

/// Shows new rules in the words in which somebody wrote them: `cells` are those of the last rules, in order.
pub(super) fn as_written(report: &mut Report, rules: &RuleFile, cells: &[String]) {
    let Some(before) = rules.rules.len().checked_sub(cells.len()) else { return };
    let of_cells = rules.rules.iter().skip(before);
    let own: OwnWords = of_cells
        .clone()
        .zip(cells)
        .flat_map(|(rule, cell)| own_words::of_cells(rule, cell, ""))
        .collect();
    for problem in &mut report.problems {
        if let Problem::Pack(PackProblem::SamePhrase { phrase, .. }) = &mut problem.problem
            && let Some(words) = own.get(phrase)
        {
            phrase.clone_from(words);
        }
    }
    let written: HashMap<&str, (&String, Option<usize>)> = of_cells
        .zip(cells)
        .enumerate()
        .map(|(at, (rule, cell))| {
            (rule.id.as_str(), (cell, report.lines.get(at).map(|(line, _)| *line)))
        })
        .collect();
    for caught in &mut report.caught {
        let Some((cell, line)) = written.get(caught.rule.as_str()) else { continue };
        caught.row = line.map(|line| (line, (*cell).clone()));
        caught.phrases = import::phrases_of_cell(cell);
        // The sentence that reads like the cell comes first.
        let key = text::key(cell);
        caught.sentences.sort_by_key(|(sentence, _)| text::key(sentence) != key);
    }
}
