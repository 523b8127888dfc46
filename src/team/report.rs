//! What a lead reads before anything takes effect.

use std::collections::BTreeSet;

use super::reading::{Origin, Reading};
use super::{Difference, Format, Team, readable_pair};
use crate::audit::Yield;
use crate::engine::Engine;
use crate::import::{Instead, Layout, Options, RowError, Side, Table, TableNote};
use crate::model::Version;
use crate::rules::{Diagnostic, PackProblem, Problem, RuleFile, Severity};
use crate::ruleset::SourceFile;
use crate::store::UploadId;

/// A rule that flags one in this many good replies is too broad.
const ONE_IN_SO_MANY: usize = 20;
/// How many forms of a rule are told: as many as a list of a chat has entries.
pub const MOST_FORMS: usize = 25;

/// The rules of an upload as a rule file, before they are read.
pub(super) struct Source {
    pub file: SourceFile,
    /// Rows of a table that did not fit.
    pub rows: Vec<(usize, RowError)>,
    /// The line of the table behind each rule, and where the rule begins in the text.
    pub lines: Vec<(usize, usize)>,
    /// How the table was understood.
    pub table: Option<TableReading>,
    /// What somebody wrote of the last rules, in their order: the cells of a table, a single phrase.
    pub cells: Vec<String>,
    /// Why it can't be read at all.
    pub problems: Vec<Diagnostic>,
}

/// The report on an upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Activates it; none where something has to be fixed first.
    pub token: Option<UploadId>,
    /// Its id while it waits to be activated or read another way.
    pub kept: Option<UploadId>,
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
    pub table: Option<TableReading>,
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
    pub contested: Vec<Objection>,
    /// The built-in rules that step back for its new rules, by their full ids.
    pub stepping_back: BTreeSet<String>,
    /// What its new rules find in wordings of the team's other files.
    pub crossed: Vec<WordingConflict>,
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
pub struct TableReading {
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

impl TableReading {
    /// How a table was understood.
    pub(super) fn of(table: &Table, engine: &Engine) -> TableReading {
        let line = |cell: &str| cell.lines().next().unwrap_or("").to_owned();
        let example = table.rows.iter().find_map(|row| match &row.prefer {
            Instead::Say(prefer) if prefer.is_empty() => None,
            Instead::Say(prefer) if row.is_phrase => {
                Some(readable_pair(engine, &line(&row.avoid), &line(prefer)))
            }
            Instead::Say(prefer) => Some((row.avoid.clone(), prefer.clone())),
            Instead::LeaveOut => None,
        });
        TableReading {
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
pub struct Objection {
    /// Full id of the rule that objects.
    pub by: String,
    /// Its first phrase as people would write it.
    pub phrase: String,
    /// Whether it has to go silent.
    pub binding: Binding,
}

/// A wording of another file of the team's in which a new rule finds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingConflict {
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
    pub(super) fn is_kept_as(&mut self, id: UploadId) {
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

/// The rule that objects to a wording, if that is what the problem says.
pub(super) fn objection(problem: &Diagnostic) -> Option<&String> {
    match &problem.problem {
        Problem::Pack(PackProblem::WordingFlagged { by, .. }) => Some(by),
        _ => None,
    }
}
