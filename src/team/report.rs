//! What a lead reads before anything counts.

use std::collections::{BTreeSet, HashMap};

use super::reading::{Origin, Reading};
use super::{Difference, Format, Team, own};
use crate::audit;
use crate::audit::{Replies, Yield};
use crate::import;
use crate::import::{Instead, Layout, Options, RowError, Side, Table, TableNote};
use crate::model::Version;
use crate::rules::{Diagnostic, PackProblem, Problem, RuleFile, Severity};
use crate::ruleset::RuleLookup;
use crate::ruleset::readable_phrases;
use crate::ruleset::{RuleSet, SourceFile};
use crate::store::PendingId;
use crate::text;

/// Sentences of each new rule.
const SENTENCES: usize = 5;
/// A rule that flags one good reply in so many is everywhere.
const ONE_IN_SO_MANY: usize = 20;
/// Built-in rules that are named of those that step back for a new rule.
const MOST_YIELDING: usize = 3;
/// New rules for which sentences are made; nobody reads more.
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
    /// Activates it; none where something has to be mended first.
    pub token: Option<PendingId>,
    /// Names it where it waits, be it to be activated or to be read another way.
    pub kept: Option<PendingId>,
    /// Tells what is kept from what is kept under the same name later.
    pub fingerprint: u32,
    /// The version of the rules beside which it was tried.
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
    /// The version in force that it would replace.
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
}

/// What can be done with an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It can come in force.
    Ready,
    /// It can, if the team's rules that object to it go silent.
    KeepMine,
    /// It can't before it is mended.
    Mend,
    /// It says what is in force already.
    NothingNew,
}

/// How a table was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSeen {
    /// Where the phrases stand that are avoided.
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
    /// Whether its lead should say how it is read.
    pub fn is_guessed(&self) -> bool {
        self.notes.iter().any(|note| matches!(note, TableNote::Guessed | TableNote::CustomersWords))
    }

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

/// Sentences that a rule would catch, each with what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caught {
    /// Full id of the rule.
    pub rule: String,
    /// Its phrases as people would write them.
    pub phrases: Vec<String>,
    /// The sentences.
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

/// How much an objection counts.
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
        }
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

    /// The line of the table in which a problem stands.
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

/// What shows only when the rules run: examples, audit, sentences. The first library has no rules of the team's.
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
    let new = report.difference.new.iter().take(MOST_SHOWN);
    let rule_of = |id: &str| rules.rules.iter().find(|rule| rule.id == id);
    let alone = builtin.engine();
    report.caught = new
        .filter_map(|sketch| rule_of(&sketch.id))
        .map(|rule| {
            let sentences = audit::caught(&engine, rule, SENTENCES, SENTENCES);
            let said = sentences.iter().map(|(sentence, _)| sentence.as_str());
            let mut yielding = audit::yields(&engine, &alone, rule, said);
            yielding.retain(|it| !off.contains(&it.rule));
            let more_yielding = yielding.len().saturating_sub(MOST_YIELDING);
            yielding.truncate(MOST_YIELDING);
            let phrases = readable_phrases(&engine, rule).collect();
            Caught { rule: rule.id.clone(), phrases, sentences, yielding, more_yielding }
        })
        .collect();
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
    let written: HashMap<&str, &String> =
        of_cells.map(|rule| rule.id.as_str()).zip(cells).collect();
    for caught in &mut report.caught {
        let Some(cell) = written.get(caught.rule.as_str()) else { continue };
        caught.phrases = import::phrases_of_cell(cell);
        // The sentence that reads like the cell comes first.
        let key = text::key(cell);
        caught.sentences.sort_by_key(|(sentence, _)| text::key(sentence) != key);
    }
}
