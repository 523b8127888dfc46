//! What prevents an upload from taking effect, and what is worth a look.

use super::{Rewrites, Written};
use crate::rules::{Diagnostic, PackProblem, Problem, Severity};
use crate::team::{Format, Origin, Report};
use crate::ui::Block;
use crate::ui::leads::add as words;
use crate::ui::leads::becomes;
use crate::ui::{Said, problem_words, row_error};

impl<'r> Written<'r> {
    /// What prevents the upload from taking effect and what is worth a look, except for what is shown in its own list.
    pub(super) fn problems(&self) -> (Vec<&'r Diagnostic>, Vec<&'r Diagnostic>) {
        let report = self.report;
        let known_to_experts_alone = |problem: &Diagnostic| {
            !self.is_rule_file()
                && matches!(problem.problem, Problem::Pack(PackProblem::NoExample { .. }))
        };
        // Said with the rule that it gives way to.
        let steps_back = |problem: &Diagnostic| match &problem.problem {
            Problem::Pack(PackProblem::SamePhrase { other, builtin: true, .. }) => {
                let all = report.caught.iter().flat_map(|caught| &caught.yielding);
                all.into_iter().any(|it| it.rule == *other)
            }
            _ => false,
        };
        // Of a table without a rule there is nothing to say but why its rows were left out.
        let is_empty = report.format == Format::Table && report.rules == 0;
        let shown = report.problems.iter().filter(|problem| {
            !is_empty
                && !is_flagged_reply(problem)
                && !is_objection(report, problem)
                && !known_to_experts_alone(problem)
                && !steps_back(problem)
        });
        let (to_mend, mut notes): (Vec<_>, Vec<_>) =
            shown.partition(|problem| problem.severity == Severity::Error);
        notes.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
        (to_mend, notes)
    }

    /// Whether the uploader has seen the text of the rule file.
    pub(super) fn is_rule_file(&self) -> bool {
        self.report.format == Format::Yaml && self.report.origin == Origin::File
    }

    pub(super) fn problem_list(&mut self, heading: Said, problems: &[&Diagnostic], most: usize) {
        self.heading(heading, problems.len());
        for problem in problems.iter().take(most) {
            if self.is_rule_file() {
                self.place_in_file(problem);
            } else {
                let line = self.report.table_line(problem);
                let text = words::row_problem(line, problem, self.language);
                self.blocks.push(Block::Item(text));
            }
            self.first_rule(problem);
        }
        self.more(problems.len(), most);
    }

    /// The rule that the team has already for the same phrase, or that is found in its place.
    fn first_rule(&mut self, problem: &Diagnostic) {
        if let Problem::Pack(
            PackProblem::SamePhrase { other, builtin: false, .. }
            | PackProblem::NeverWins { by: other, .. },
        ) = &problem.problem
            && let Some(first) = self.team.rule_in_list(other)
        {
            let line = becomes(&first.phrase, &first.instead, self.language);
            self.blocks.push(Block::Quote(line));
        }
    }

    fn place_in_file(&mut self, problem: &Diagnostic) {
        let said = problem_words(problem, &self.report.text.text, self.language);
        let line = words::line_of_file(problem.place.line.max(1), &said.message, self.language);
        self.blocks.push(Block::Item(line));
        if !said.excerpt.is_empty() {
            self.blocks.push(Block::Code(said.excerpt));
        }
        self.blocks.push(Block::Text(words::how_to_mend(&said.help)));
    }

    pub(super) fn rows(&mut self) {
        let rows = &self.report.rows;
        self.heading(words::ROWS_LEFT_OUT, rows.len());
        for (line, error) in rows.iter().take(self.caps.rows) {
            self.blocks.push(Block::Item(row_error(*line, error, self.language)));
        }
        self.more(rows.len(), self.caps.rows);
    }

    pub(super) fn objections(&mut self) {
        let report = self.report;
        let said = |problem: &Diagnostic| {
            let Problem::Pack(PackProblem::WordingFlagged { part, by, builtin, .. }) =
                &problem.problem
            else {
                return None;
            };
            let contest = report.contested.iter().find(|contest| contest.by == *by)?;
            let id = self.is_rule_file().then_some(by.as_str());
            let by = words::Objector { phrase: &contest.phrase, id, is_builtin: *builtin };
            Some(words::objection(part, &by, self.language))
        };
        let mut lines: Vec<String> = report.problems.iter().filter_map(said).collect();
        lines.dedup();
        self.heading(words::OBJECTIONS, lines.len());
        let count = lines.len();
        self.blocks.extend(lines.into_iter().take(self.caps.objections).map(Block::Item));
        self.more(count, self.caps.objections);
        if count > 0 && report.token.is_some() {
            self.say(words::WHAT_KEEP_MINE_DOES);
        }
    }

    pub(super) fn replies(&mut self) {
        let flagged: Vec<&Diagnostic> = self.report.flagged_replies().collect();
        self.heading(words::GOOD_REPLIES, flagged.len());
        for problem in flagged.iter().take(self.caps.replies) {
            if let Problem::Pack(PackProblem::FlagsGoodReplies { part, count, of, replies }) =
                &problem.problem
            {
                let line = words::reply_line(part, *count, *of, self.language);
                self.blocks.push(Block::Item(line));
                let shown = if self.caps.rewrites == Rewrites::OfAll { replies.len() } else { 1 };
                self.blocks.extend(replies.iter().take(shown).cloned().map(Block::Quote));
            }
        }
        self.more(flagged.len(), self.caps.replies);
        if !flagged.is_empty() {
            self.say(words::HOW_TO_NARROW);
        }
    }
}

fn is_flagged_reply(problem: &Diagnostic) -> bool {
    matches!(problem.problem, Problem::Pack(PackProblem::FlagsGoodReplies { .. }))
}

/// Whether it is the objection of a rule that can be switched off.
fn is_objection(report: &Report, problem: &Diagnostic) -> bool {
    match &problem.problem {
        Problem::Pack(PackProblem::WordingFlagged { by, .. }) => {
            report.contested.iter().any(|contest| contest.by == *by)
        }
        _ => false,
    }
}
