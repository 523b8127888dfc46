//! What a lead reads before anything takes effect.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::fixed_ids::phrases;
use super::reading::{Origin, Reading};
use super::{Difference, Format, Team, own};
use crate::audit;
use crate::audit::{Replies, Yield};
use crate::engine::Scope;
use crate::import;
use crate::import::{Instead, Layout, Options, RowError, Side, Table, TableNote};
use crate::model::Version;
use crate::rules::{Diagnostic, PackProblem, Problem, Rule, RuleFile, Severity};
use crate::ruleset::RuleLookup;
use crate::ruleset::{RuleSet, SourceFile};
use crate::ruleset::{readable_forms, readable_phrases};
use crate::store::PendingId;
use crate::text;
use crate::text::Draft;

/// Sentences of each new rule.
const SENTENCES: usize = 5;
/// A rule that flags one in this many good replies is too broad.
const ONE_IN_SO_MANY: usize = 20;
/// How many of the built-in rules that give way to a new rule are named.
const MOST_YIELDING: usize = 3;
/// How many wordings of other files are named in which new rules find something.
const MOST_CROSSED: usize = 20;
/// How many forms of a rule are told: as many as a list of a chat has entries.
pub const MOST_FORMS: usize = 25;
/// How many new rules get sample sentences; nobody reads more.
const MOST_SHOWN: usize = 100;

/// The rules of an upload as a rule file, before they are read.
pub(super) struct Source {
    pub file: SourceFile,
    /// Rows of a table that did not fit.
    pub rows: Vec<(usize, RowError)>,
    /// The line of the table behind each rule, and where the rule begins in the text.
    pub lines: Vec<(usize, usize)>,
    /// How the table was understood.
    pub table: Option<TableSeen>,
    /// What somebody wrote of the last rules, in their order: the cells of a table, a single phrase.
    pub cells: Vec<String>,
    /// Why it can't be read at all.
    pub problems: Vec<Diagnostic>,
}

/// The report on an upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Activates it; none where something has to be fixed first.
    pub token: Option<PendingId>,
    /// Its id while it waits to be activated or read another way.
    pub kept: Option<PendingId>,
    /// Tells this upload from a later one that is kept under the same id.
    pub fingerprint: u32,
    /// The version of the rules with which it was tried.
    pub base: Version,
    /// The name of the file.
    pub file: String,
    /// What it is written in.
    pub format: Format,
    /// Where it comes from.
    pub origin: Origin,
    /// How a table is read.
    pub options: Options,
    /// How the table was understood.
    pub table: Option<TableSeen>,
    /// How many rules it has.
    pub rules: usize,
    /// The active version that it would replace.
    pub replaces: Option<i64>,
    /// Every problem, with its place in `text`.
    pub problems: Vec<Diagnostic>,
    /// Rows of a table that do not fit, by line.
    pub rows: Vec<(usize, RowError)>,
    /// The rules as a rule file, to show the lines of problems.
    pub text: SourceFile,
    /// The line of the table behind each rule, and where the rule begins in `text`; empty for a rule file.
    pub lines: Vec<(usize, usize)>,
    /// What can be done.
    pub verdict: Verdict,
    /// What is new, changed and gone.
    pub difference: Difference,
    /// What new rules would catch.
    pub caught: Vec<Caught>,
    /// Rules of others that object to its wordings.
    pub contested: Vec<Contest>,
    /// The built-in rules that step back for its new rules, by their full ids.
    pub stepping_back: BTreeSet<String>,
    /// What its new rules find in wordings of the team's other files.
    pub crossed: Vec<Crossed>,
    /// Forms of a single rule that its lead does not want to be caught.
    pub without: Vec<String>,
}

/// What can be done with an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It can take effect.
    Ready,
    /// It can, if the team's rules that object to it are switched off.
    KeepMine,
    /// It has to be fixed before it can take effect.
    Mend,
    /// It is the same as what is active.
    NothingNew,
}

/// How a table was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSeen {
    /// The column of the phrases to avoid.
    pub avoided: Side,
    /// A row of it: what to avoid, and what to say instead.
    pub example: Option<(String, String)>,
    /// A row of it became a rule, or might.
    pub has_rows: bool,
    /// How it lies on its page.
    pub layout: Layout,
    /// What its lead should know.
    pub notes: Vec<TableNote>,
}

impl TableSeen {
    /// How a table was understood.
    pub(super) fn of(table: &Table) -> TableSeen {
        let example = table.rows.iter().find_map(|row| match &row.prefer {
            Instead::Say(prefer) if !prefer.is_empty() => Some((row.avoid.clone(), prefer.clone())),
            _ => None,
        });
        TableSeen {
            avoided: table.avoided,
            example,
            has_rows: !table.rows.is_empty(),
            layout: table.layout.clone(),
            notes: table.notes.clone(),
        }
    }
}

/// Sentences that a rule would catch, each with its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caught {
    /// Full id of the rule.
    pub rule: String,
    /// The row of a table that it was made from: its line, and what it avoids as somebody wrote it.
    pub row: Option<(usize, String)>,
    /// Its phrases as people would write them.
    pub phrases: Vec<String>,
    /// Everything that its phrases catch, as people would write it; of much the beginning.
    pub forms: Vec<String>,
    pub sentences: Vec<(String, String)>,
    /// Built-in rules that step back for it.
    pub yielding: Vec<Yield>,
    /// How many more there are.
    pub more_yielding: usize,
}

/// A rule that objects to a wording.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contest {
    /// Full id of the rule that objects.
    pub by: String,
    /// Its first phrase as people would write it.
    pub phrase: String,
    /// Whether it has to go silent.
    pub binding: Binding,
}

/// A wording of another file of the team's in which a new rule finds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossed {
    /// The first phrase of the new rule.
    pub by: String,
    /// The wording.
    pub wording: String,
    /// The first phrase of the rule whose wording it is.
    pub phrase: String,
}

/// How serious an objection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Binding {
    /// Worth knowing.
    Advice,
    /// The team would contradict itself.
    Contradiction,
}

impl Report {
    pub(super) fn new(
        team: &Team,
        source: Source,
        problems: Vec<Diagnostic>,
        reading: &Reading,
    ) -> Report {
        let file = source.file.name.clone();
        Report {
            token: None,
            kept: None,
            fingerprint: 0,
            base: team.versions.rules,
            replaces: team.file(&file).map(|file| file.number),
            file,
            format: reading.format,
            origin: reading.origin,
            options: reading.options,
            table: source.table,
            rules: 0,
            problems,
            rows: source.rows,
            text: source.file,
            lines: source.lines,
            verdict: Verdict::Mend,
            difference: Difference::default(),
            caught: Vec::new(),
            contested: Vec::new(),
            stepping_back: BTreeSet::new(),
            crossed: Vec::new(),
            without: Vec::new(),
        }
    }

    /// What a row of a table avoids, as somebody wrote it, and the forms that its new rule would catch.
    pub fn forms_of_row(&self, line: usize) -> Option<(&str, &[String])> {
        self.caught.iter().find_map(|caught| match &caught.row {
            Some((of_rule, cell)) if *of_rule == line => Some((cell.as_str(), &*caught.forms)),
            _ => None,
        })
    }

    /// Decides what can be done.
    pub(super) fn judge(&mut self, rules: &RuleFile) {
        self.rules = rules.rules.len();
        let objects = |problem: &Diagnostic| {
            self.contested.iter().any(|contest| objection(problem) == Some(&contest.by))
        };
        let mend = self
            .problems
            .iter()
            .any(|problem| problem.severity == Severity::Error && !objects(problem));
        let contradicts =
            self.contested.iter().any(|contest| contest.binding == Binding::Contradiction);
        self.verdict = if mend || rules.rules.is_empty() && rules.lexemes.is_empty() {
            Verdict::Mend
        } else if contradicts {
            Verdict::KeepMine
        } else if self.replaces.is_some() && self.difference.is_empty() {
            Verdict::NothingNew
        } else {
            Verdict::Ready
        };
    }

    /// Whether the same bytes can be read another way: a table with its sides swapped, a pair in other words.
    pub fn can_be_read_anew(&self) -> bool {
        self.format == Format::Table || self.origin != Origin::File
    }

    /// Names what was kept of it.
    pub(super) fn is_kept_as(&mut self, id: PendingId) {
        self.kept = Some(id);
        self.token = Some(id).filter(|_| self.verdict != Verdict::Mend);
    }

    /// The line of the table that has a problem.
    pub fn table_line(&self, problem: &Diagnostic) -> Option<usize> {
        let at = problem.place.span.start;
        let after = self.lines.partition_point(|(_, start)| *start <= at);
        self.lines.get(after.checked_sub(1)?).map(|(line, _)| *line)
    }

    /// Whether the rules would flag good replies all the time.
    pub fn is_everywhere(&self) -> bool {
        self.flagged_replies().any(|problem| match &problem.problem {
            Problem::Pack(PackProblem::FlagsGoodReplies { count, of, .. }) => {
                *count * ONE_IN_SO_MANY >= *of
            }
            _ => false,
        })
    }

    /// Good replies that the rules would flag.
    pub fn flagged_replies(&self) -> impl Iterator<Item = &Diagnostic> {
        self.problems.iter().filter(|problem| {
            matches!(problem.problem, Problem::Pack(PackProblem::FlagsGoodReplies { .. }))
        })
    }
}

/// The rule that objects to a wording, if that is the problem.
fn objection(problem: &Diagnostic) -> Option<&String> {
    match &problem.problem {
        Problem::Pack(PackProblem::WordingFlagged { by, .. }) => Some(by),
        _ => None,
    }
}

/// What shows only when the rules run: examples, audit, sentences. The first rule set has no rules of the team's.
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
    let own = |by: &str| rules.rules.iter().any(|rule| rule.id == by);
    let contests: BTreeSet<Contest> = report
        .problems
        .iter()
        .filter_map(|problem| {
            let by = objection(problem).filter(|by| !own(by))?.clone();
            let binding = match problem.severity {
                Severity::Error => Binding::Contradiction,
                _ => Binding::Advice,
            };
            Some(Contest { phrase: phrase_of(rule_set, &by), by, binding })
        })
        .collect();
    report.contested = contests.into_iter().collect();
    report.difference = Difference::between(before, Some(rules));
    refuse_second_rules(report, rules, rule_set, team);
    report.crossed = crossed(report, rule_set, team);
    cross_in_file(report, rules, rule_set);
    let new = report.difference.new.iter().take(MOST_SHOWN);
    let rule_of = |id: &str| rules.rules.iter().find(|rule| rule.id == id);
    let alone = builtin.engine();
    let mut stepping_back = BTreeSet::new();
    report.caught = new
        .filter_map(|sketch| rule_of(&sketch.id))
        .map(|rule| {
            let sentences = audit::caught(&engine, rule, SENTENCES, SENTENCES);
            let said = sentences.iter().map(|(sentence, _)| sentence.as_str());
            let mut yielding = audit::yields(&engine, &alone, rule, said);
            yielding.retain(|it| !off.contains(&it.rule));
            stepping_back.extend(yielding.iter().map(|it| it.rule.clone()));
            let more_yielding = yielding.len().saturating_sub(MOST_YIELDING);
            yielding.truncate(MOST_YIELDING);
            let phrases = readable_phrases(&engine, rule).collect();
            let mut forms = readable_forms(&engine, rule, MOST_FORMS);
            forms.truncate(MOST_FORMS);
            Caught {
                rule: rule.id.clone(),
                row: None,
                phrases,
                forms,
                sentences,
                yielding,
                more_yielding,
            }
        })
        .collect();
    report.stepping_back = stepping_back;
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

/// A rule that never comes to speak because another one of the team's has its phrase: «Δεν ξέρω» as it is written beside «δεν
/// ξέρω» in any person.
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
        Some(Crossed { by: first(by), wording: part.clone(), phrase: first(own) })
    };
    let found: Vec<Crossed> = report.problems.iter().filter_map(crossed).collect();
    report.problems.retain(|problem| crossed(problem).is_none());
    report.crossed.extend(found);
}

/// What the new and changed rules of a report find in the wordings of the team's other files.
fn crossed(report: &Report, rule_set: &RuleSet, team: &Team) -> Vec<Crossed> {
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
                found.push(Crossed { by, wording, phrase });
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

/// Shows new rules in the words in which somebody wrote them: `cells` are those of the last rules, in order.
pub(super) fn as_written(report: &mut Report, rules: &RuleFile, cells: &[String]) {
    let Some(before) = rules.rules.len().checked_sub(cells.len()) else { return };
    let of_cells = rules.rules.iter().skip(before);
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
