//! The report on an upload as a panel: what matters first, long lists cut and whole in a file.

mod concerns;
mod controls;

pub(super) use controls::row_forms;

use super::manage::difference;
use crate::audit::Yield;
use crate::model::Language;
use crate::team::{Caught, Origin, Report, RuleSummary, Team, Verdict};
use crate::ui::leads::add as words;
use crate::ui::{Block, Panel, PanelFile, Tone, WHOLE_FILE};
use crate::ui::{Messages, Said, table_note, talk};

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
    /// Each sentence with its result, or the first ones alone.
    rewrites: Rewrites,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rewrites {
    OfFirst,
    OfAll,
}

/// Letters of a word that is not a phrase by itself.
const SHORTEST_PHRASE: usize = 3;
/// What the phrase's own form becomes, and the same in another person.
const FIRST_SENTENCES: usize = 2;

/// What somebody reads in two minutes.
const IN_PANEL: Caps = Caps {
    problems: 5,
    notes: 3,
    rows: 5,
    objections: 4,
    replies: 5,
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
pub(super) fn report_panel(team: &Team, report: &Report, language: Language) -> Panel {
    let mut written =
        Written { team, report, language, caps: IN_PANEL, blocks: Vec::new(), cut: 0 };
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
        blocks: written.blocks,
        ..Panel::default()
    };
    if written.cut > 0 {
        let mut whole =
            Written { team, report, language, caps: IN_FILE, blocks: Vec::new(), cut: 0 };
        whole.all();
        let text = Panel { title: panel.title.clone(), blocks: whole.blocks, ..Panel::default() };
        let bytes = text.text().into_bytes();
        panel.files.push(PanelFile { name: WHOLE_FILE.to_owned(), bytes });
    }
    controls::with_controls(panel, report, language)
}

/// The blocks of a report, as they are written.
struct Written<'r> {
    team: &'r Team,
    report: &'r Report,
    language: Language,
    caps: Caps,
    blocks: Vec<Block>,
    /// How much is in the file only.
    cut: usize,
}

impl<'r> Written<'r> {
    fn all(&mut self) {
        let headline = self.headline();
        self.blocks.push(Block::Text(headline));
        if let Some(table) = &self.report.table {
            let question =
                words::table_question(table.avoided, table.example.as_ref(), self.language);
            if table.has_rows {
                self.blocks.push(Block::Text(question));
            }
            for note in &table.notes {
                self.blocks.push(Block::Text(table_note(note, self.language)));
            }
            if let Some(rows) = words::first_rows(&table.layout, self.language) {
                self.blocks.push(Block::Text(rows));
            }
        }
        let (to_mend, notes) = self.problems();
        self.problem_list(words::TO_MEND, &to_mend, self.caps.problems);
        self.rows();
        self.objections();
        self.crossed();
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
            Verdict::Ready => {
                words::headline::ready(words::Counts::of(&report.difference), language)
            }
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
                    self.blocks.push(Block::Item(words::phrases(&caught.phrases, self.language)));
                }
                None => self.sketch(sketch),
            }
            self.why(sketch);
        }
        let all_but_sentences = new.len().min(report.caught.len()).saturating_sub(self.caps.caught);
        self.cut += all_but_sentences;
        self.more(new.len(), self.caps.new);
        if !report.stepping_back.is_empty() && report.token.is_some() {
            self.say(words::WHAT_IN_ITS_PLACE_DOES);
        }
    }

    /// What new rules find in wordings of the team's other files.
    fn crossed(&mut self) {
        let crossed = &self.report.crossed;
        self.heading(words::CROSSED, crossed.len());
        let most = self.caps.objections;
        let lines = crossed.iter().take(most).map(|it| words::crossed(it, self.language));
        self.blocks.extend(lines.map(Block::Item));
        self.more(crossed.len(), most);
    }

    /// The reason, where somebody wrote it just now.
    fn why(&mut self, sketch: &RuleSummary) {
        if let (Origin::Pair(_), Some(why)) = (self.report.origin, &sketch.why) {
            let line = format!("{} {why}", talk::WHY.to(self.language));
            self.blocks.push(Block::Text(line));
        }
    }

    fn caught(&mut self, caught: &Caught) {
        self.blocks.push(Block::Item(words::phrases(&caught.phrases, self.language)));
        let forms: Vec<&String> =
            caught.forms.iter().filter(|form| !self.report.without.contains(form)).collect();
        // Where a list shows them all, they need not be told as well.
        let are_told = self.report.origin == Origin::File || self.report.kept.is_none();
        if are_told && forms.len() > caught.phrases.len() {
            self.blocks.push(Block::Small(words::forms(&forms, self.language)));
        }
        let rewords = caught.sentences.iter().any(|(sentence, rewrite)| sentence != rewrite);
        let line = |(number, (sentence, rewrite)): (usize, &(String, String))| {
            let shows = self.caps.rewrites == Rewrites::OfAll || number < FIRST_SENTENCES;
            match (shows, rewrite == sentence) {
                (true, false) => format!("{sentence} → {rewrite}"),
                (true, true) if rewords => words::stays(sentence, self.language),
                _ => sentence.clone(),
            }
        };
        let lines: Vec<String> = caught.sentences.iter().enumerate().map(line).collect();
        if !lines.is_empty() {
            self.blocks.push(Block::Quote(lines.join("\n")));
        }
        if !caught.yielding.is_empty() {
            let phrases: Vec<String> = caught.yielding.iter().map(|it| self.yielding(it)).collect();
            let line = words::step_back(&phrases, caught.more_yielding, self.language);
            self.blocks.push(Block::Text(line));
        }
    }

    /// A built-in rule that gives way: its words, and its id for authors of rule files.
    fn yielding(&self, it: &Yield) -> String {
        // Of a phrase that is a word and a gap the word alone says little: «Δεν».
        let phrase = match it.phrase.chars().count() {
            0..=SHORTEST_PHRASE => self.team.phrase_of(&it.rule),
            _ => it.phrase.clone(),
        };
        let phrase = Messages::of(self.language).quoted(&phrase);
        if self.is_rule_file() { format!("{phrase} ({})", it.rule) } else { phrase }
    }

    fn sketch(&mut self, sketch: &RuleSummary) {
        let line = difference::line(self.team, sketch, self.language);
        self.blocks.push(Block::Item(line));
    }

    fn changed(&mut self) {
        let changed = &self.report.difference.changed;
        self.heading(words::CHANGED_RULES, changed.len());
        for change in changed.iter().take(self.caps.changed) {
            self.blocks.extend(difference::changed_rule(self.team, change, self.language));
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
            self.blocks.push(Block::Heading(heading.to(self.language).to_owned()));
        }
    }

    fn say(&mut self, sentence: Said) {
        self.blocks.push(Block::Text(sentence.to(self.language).to_owned()));
    }

    fn more(&mut self, count: usize, most: usize) {
        if let Some(more) = count.checked_sub(most).filter(|more| *more > 0) {
            self.cut += more;
            self.blocks.push(Block::Item(words::and_more(more, self.language)));
        }
    }
}
