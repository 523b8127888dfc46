//! The report on an upload as a panel: what matters first, long lists cut and whole in a file.

mod controls;

use super::decide::counts;
use super::{Panel, PanelFile, Part, Tone, WHOLE_FILE};
use crate::desk::team::{Caught, Format, Origin, Report, RuleSketch, Verdict};
use crate::render::leads::add as words;
use crate::render::{Language, Said, problem_words, row_trouble, talk};
use crate::rules::{Diagnostic, PackProblem, Problem, Severity};

/// How much of each list is shown.
#[derive(Debug, Clone, Copy)]
struct Caps {
    problems: usize,
    notes: usize,
    rows: usize,
    objections: usize,
    replies: usize,
    /// New rules with the sentences that they would catch.
    caught: usize,
    /// New rules in all.
    new: usize,
    changed: usize,
    gone: usize,
    /// Each sentence with what becomes of it, or the first one alone.
    rewrites: Rewrites,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rewrites {
    OfFirst,
    OfAll,
}

/// What somebody reads in two minutes.
const IN_PANEL: Caps = Caps {
    problems: 5,
    notes: 3,
    rows: 5,
    objections: 4,
    replies: 3,
    caught: 5,
    new: 12,
    changed: 5,
    gone: 5,
    rewrites: Rewrites::OfFirst,
};
/// The most of one list in the file.
const MANY: usize = 2_000;
const IN_FILE: Caps = Caps {
    problems: MANY,
    notes: MANY,
    rows: MANY,
    objections: MANY,
    replies: MANY,
    caught: MANY,
    new: 5 * MANY,
    changed: 5 * MANY,
    gone: 5 * MANY,
    rewrites: Rewrites::OfAll,
};

/// A report with what can be done about it.
pub(super) fn report_panel(report: &Report, language: Language) -> Panel {
    let mut written = Written { report, language, caps: IN_PANEL, parts: Vec::new(), cut: 0 };
    written.all();
    let mut panel = Panel {
        title: match report.origin {
            Origin::File => words::report_title(&report.file, language),
            Origin::Pair(_) => words::RULE_TITLE.to(language).to_owned(),
        },
        tone: match report.verdict {
            Verdict::Ready if report.is_everywhere() => Tone::Attention,
            Verdict::Ready => Tone::Plain,
            Verdict::NothingNew => Tone::Good,
            Verdict::KeepMine | Verdict::Mend => Tone::Attention,
        },
        parts: written.parts,
        ..Panel::default()
    };
    if written.cut > 0 {
        let mut whole = Written { report, language, caps: IN_FILE, parts: Vec::new(), cut: 0 };
        whole.all();
        let text = Panel { title: panel.title.clone(), parts: whole.parts, ..Panel::default() };
        let bytes = text.text().into_bytes();
        panel.files.push(PanelFile { name: WHOLE_FILE.to_owned(), bytes });
    }
    controls::with_controls(panel, report, language)
}

/// The parts of a report, as they are written.
struct Written<'r> {
    report: &'r Report,
    language: Language,
    caps: Caps,
    parts: Vec<Part>,
    /// How much stands in the file alone.
    cut: usize,
}

impl<'r> Written<'r> {
    fn all(&mut self) {
        let headline = self.headline();
        self.parts.push(Part::Text(headline));
        if let Some(table) = &self.report.table {
            let question =
                words::table_question(table.avoided, table.example.as_ref(), self.language);
            self.parts.push(Part::Text(question));
        }
        let (to_mend, notes) = self.problems();
        self.problem_list(words::TO_MEND, &to_mend, self.caps.problems);
        self.rows();
        self.objections();
        // What is everywhere has to be seen before what it catches.
        let is_everywhere = self.report.is_everywhere();
        if is_everywhere {
            self.replies();
        }
        self.new_rules();
        self.changed();
        self.gone();
        if !is_everywhere {
            self.replies();
        }
        self.problem_list(words::WORTH_A_LOOK, &notes, self.caps.notes);
    }

    fn headline(&self) -> String {
        let (report, language) = (self.report, self.language);
        match report.verdict {
            Verdict::Ready => words::headline::ready(counts(&report.difference), language),
            Verdict::KeepMine => words::headline::contradicts(language),
            Verdict::NothingNew => words::headline::nothing_new(language),
            Verdict::Mend => match (report.origin, self.problems().0.len()) {
                (Origin::Pair(_), _) => words::headline::mend_rule(language),
                (_, 0) => words::headline::no_rules(language),
                (_, places) if self.is_rule_file() => words::headline::mend(places, language),
                (_, places) => words::headline::mend_rows(places, language),
            },
        }
    }

    /// What stands in the way, and what is worth a look; without what has a list of its own.
    fn problems(&self) -> (Vec<&'r Diagnostic>, Vec<&'r Diagnostic>) {
        let report = self.report;
        let known_to_experts_alone = |problem: &Diagnostic| {
            !self.is_rule_file()
                && matches!(problem.problem, Problem::Pack(PackProblem::NoExample { .. }))
        };
        // Of a table without a rule there is nothing to say but why its rows were left out.
        let is_empty = report.format == Format::Table && report.rules == 0;
        let shown = report.problems.iter().filter(|problem| {
            !is_empty
                && !is_flagged_reply(problem)
                && !is_objection(report, problem)
                && !known_to_experts_alone(problem)
        });
        let (to_mend, mut notes): (Vec<_>, Vec<_>) =
            shown.partition(|problem| problem.severity == Severity::Error);
        notes.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
        (to_mend, notes)
    }

    /// Whether whoever brought it has seen the text of the rule file.
    fn is_rule_file(&self) -> bool {
        self.report.format == Format::Yaml && self.report.origin == Origin::File
    }

    fn problem_list(&mut self, heading: Said, problems: &[&Diagnostic], most: usize) {
        self.heading(heading, problems.len());
        for problem in problems.iter().take(most) {
            if self.is_rule_file() {
                self.place_in_file(problem);
            } else {
                let line = self.report.table_line(problem);
                let text = words::row_problem(line, problem, self.language);
                self.parts.push(Part::Item(text));
            }
        }
        self.more(problems.len(), most);
    }

    fn place_in_file(&mut self, problem: &Diagnostic) {
        let said = problem_words(problem, &self.report.text.text, self.language);
        let line = words::line_of_file(problem.place.line.max(1), &said.message, self.language);
        self.parts.push(Part::Item(line));
        if !said.excerpt.is_empty() {
            self.parts.push(Part::Block(said.excerpt));
        }
        self.parts.push(Part::Text(words::how_to_mend(&said.help)));
    }

    fn rows(&mut self) {
        let rows = &self.report.rows;
        self.heading(words::ROWS_LEFT_OUT, rows.len());
        for (line, trouble) in rows.iter().take(self.caps.rows) {
            self.parts.push(Part::Item(row_trouble(*line, trouble, self.language)));
        }
        self.more(rows.len(), self.caps.rows);
    }

    fn objections(&mut self) {
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
        self.parts.extend(lines.into_iter().take(self.caps.objections).map(Part::Item));
        self.more(count, self.caps.objections);
        if count > 0 && report.token.is_some() {
            self.say(words::WHAT_KEEP_MINE_DOES);
        }
    }

    fn replies(&mut self) {
        let flagged: Vec<&Diagnostic> = self.report.flagged_replies().collect();
        self.heading(words::GOOD_REPLIES, flagged.len());
        for problem in flagged.iter().take(self.caps.replies) {
            if let Problem::Pack(PackProblem::FlagsGoodReplies { part, count, of, replies }) =
                &problem.problem
            {
                let line = words::reply_line(part, *count, *of, self.language);
                self.parts.push(Part::Item(line));
                let shown = if self.caps.rewrites == Rewrites::OfAll { replies.len() } else { 1 };
                self.parts.extend(replies.iter().take(shown).cloned().map(Part::Quote));
            }
        }
        self.more(flagged.len(), self.caps.replies);
        if !flagged.is_empty() {
            self.say(words::HOW_TO_NARROW);
        }
    }

    fn new_rules(&mut self) {
        let report = self.report;
        let new = &report.difference.new;
        let heading = match report.origin {
            Origin::File if new.len() == 1 => words::ONE_NEW_RULE,
            Origin::File => words::NEW_RULES,
            Origin::Pair(_) => words::NEW_RULE,
        };
        self.heading(heading, new.len());
        for (number, sketch) in new.iter().take(self.caps.new).enumerate() {
            match report.caught.iter().find(|caught| caught.rule == sketch.id) {
                Some(caught) if number < self.caps.caught => self.caught(caught),
                Some(caught) => {
                    self.parts.push(Part::Item(words::phrases(&caught.phrases, self.language)));
                }
                None => self.sketch(sketch),
            }
            self.why(sketch);
        }
        let all_but_sentences = new.len().min(report.caught.len()).saturating_sub(self.caps.caught);
        self.cut += all_but_sentences;
        self.more(new.len(), self.caps.new);
    }

    /// The reason, where somebody wrote it just now.
    fn why(&mut self, sketch: &RuleSketch) {
        if let (Origin::Pair(_), Some(why)) = (self.report.origin, &sketch.why) {
            let line = format!("{} {why}", talk::WHY.to(self.language));
            self.parts.push(Part::Text(line));
        }
    }

    fn caught(&mut self, caught: &Caught) {
        self.parts.push(Part::Item(words::phrases(&caught.phrases, self.language)));
        let line = |(number, (sentence, rewrite)): (usize, &(String, String))| {
            let shows = self.caps.rewrites == Rewrites::OfAll || number == 0;
            let differs = rewrite != sentence;
            if shows && differs { format!("{sentence} → {rewrite}") } else { sentence.clone() }
        };
        let lines: Vec<String> = caught.sentences.iter().enumerate().map(line).collect();
        if !lines.is_empty() {
            self.parts.push(Part::Quote(lines.join("\n")));
        }
    }

    fn sketch(&mut self, sketch: &RuleSketch) {
        let phrase = sketch.avoid.first().map_or("", String::as_str);
        self.parts.push(Part::Item(words::gone_rule(phrase, self.language)));
    }

    fn changed(&mut self) {
        let changed = &self.report.difference.changed;
        self.heading(words::CHANGED_RULES, changed.len());
        for change in changed.iter().take(self.caps.changed) {
            let line =
                words::changed_rule(&said(&change.before), &said(&change.after), self.language);
            self.parts.push(Part::Item(line));
        }
        self.more(changed.len(), self.caps.changed);
    }

    fn gone(&mut self) {
        let gone = &self.report.difference.gone;
        self.heading(words::GONE_RULES, gone.len());
        for sketch in gone.iter().take(self.caps.gone) {
            self.sketch(sketch);
        }
        self.more(gone.len(), self.caps.gone);
    }

    fn heading(&mut self, heading: Said, count: usize) {
        if count > 0 {
            self.parts.push(Part::Heading(heading.to(self.language).to_owned()));
        }
    }

    fn say(&mut self, sentence: Said) {
        self.parts.push(Part::Text(sentence.to(self.language).to_owned()));
    }

    fn more(&mut self, count: usize, most: usize) {
        if let Some(more) = count.checked_sub(most).filter(|more| *more > 0) {
            self.cut += more;
            self.parts.push(Part::Item(words::and_more(more, self.language)));
        }
    }
}

/// What of a rule is compared in a line.
fn said(sketch: &RuleSketch) -> words::RuleSaid<'_> {
    words::RuleSaid {
        avoid: sketch.avoid.first().map_or("", String::as_str),
        prefer: sketch.prefer.first().map_or("", String::as_str),
    }
}

fn is_flagged_reply(problem: &Diagnostic) -> bool {
    matches!(problem.problem, Problem::Pack(PackProblem::FlagsGoodReplies { .. }))
}

/// Whether it is the objection of a rule that can go silent.
fn is_objection(report: &Report, problem: &Diagnostic) -> bool {
    match &problem.problem {
        Problem::Pack(PackProblem::WordingFlagged { by, .. }) => {
            report.contested.iter().any(|contest| contest.by == *by)
        }
        _ => false,
    }
}
