//! A checked draft as a card: what is found, what was decided about it, and what can be done next.

use super::card_state::{CardAction, CardState, MAX_PICKS, RowPick};
use super::row::{Row, rows};
use crate::engine::{Blank, Engine, Finding, Pick, Review, Scope};
use crate::text::Draft;

/// Fields of one form: Discord takes five.
pub const MAX_FIELDS: usize = 5;

/// Something that a card says besides its findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Note {
    /// The rules find something else than when the card was written: decisions were dropped.
    RulesChanged,
    /// Somebody said that a rule has found something harmless.
    NotAProblem,
    /// Only the built-in rules were available.
    WithoutOwnRules,
}

/// How the text of a card came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Stage {
    /// It is a draft that was handed in.
    #[default]
    Draft,
    /// It is a reworded draft whose blanks were filled in.
    Filled,
}

/// A checked draft with what was decided about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The text that was checked.
    pub draft: String,
    /// How it came to be.
    pub stage: Stage,
    /// What was found in it, and the whole of it reworded as decided.
    pub review: Review,
    /// The findings, a phrase in a row.
    pub rows: Vec<Row>,
    /// What was decided about each row.
    pub picks: Vec<RowPick>,
    /// The row that the buttons are about.
    pub focus: usize,
    /// Further notes.
    pub notes: Vec<Note>,
}

impl Card {
    /// The draft checked, with what was decided about its rows.
    pub fn new(engine: &Engine, scope: &Scope<'_>, draft: Draft<'_>, picks: Vec<RowPick>) -> Card {
        let mut review = engine.check(draft, scope);
        let rows = rows(draft.text(), &review.findings);
        if picks.iter().any(|pick| *pick != RowPick::Fitting) {
            let by_finding = picks_by_finding(&rows, &picks, review.findings.len());
            review = engine.check_as_picked(draft, scope, &by_finding);
        }
        let mut picks = picks;
        picks.resize(rows.len(), RowPick::Fitting);
        Card {
            draft: draft.text().to_owned(),
            stage: Stage::Draft,
            review,
            rows,
            picks,
            focus: 0,
            notes: Vec::new(),
        }
    }

    /// What a button on it carries.
    pub fn state(&self) -> CardState {
        CardState {
            focus: self.focus,
            draft_hash: hash(self.draft.bytes()),
            findings_hash: self.findings_hash(),
            picks: self.picks.clone(),
        }
    }

    /// Changes when the rules find something else in the same draft.
    fn findings_hash(&self) -> u16 {
        let found = |finding: &Finding| {
            let numbers = [finding.span.start, finding.span.end, finding.suggestions.len()];
            let numbers = numbers.into_iter().flat_map(|number| (number as u64).to_le_bytes());
            finding.rule.id.bytes().chain(numbers).collect::<Vec<u8>>()
        };
        let hash = hash(self.review.findings.iter().flat_map(found));
        (hash ^ (hash >> 16)) as u16
    }

    /// The finding that represents a row.
    pub fn finding(&self, row: usize) -> Option<&Finding> {
        self.rows.get(row).and_then(|row| row.first(&self.review.findings))
    }

    /// What was decided about a row.
    pub fn pick(&self, row: usize) -> RowPick {
        self.picks.get(row).copied().unwrap_or_default()
    }

    /// The number of the wording used in the reworded draft; `None` where the draft's own words stay.
    pub fn chosen(&self, row: usize) -> Option<usize> {
        let finding = self.finding(row).filter(|finding| !finding.suggestions.is_empty())?;
        finding.chosen.filter(|_| !self.pick(row).keeps())
    }

    /// Whether the draft is reworded at all.
    pub fn is_reworded(&self) -> bool {
        self.review.rewrite != self.draft
    }

    /// What remains in the reworded draft, without what somebody wants to keep.
    pub fn remaining(&self) -> Vec<Finding> {
        let kept: Vec<(&str, String)> = (0..self.rows.len())
            .filter(|row| self.pick(*row).keeps())
            .filter_map(|row| self.finding(row))
            .map(|finding| (finding.rule.id.as_str(), phrase_key(&self.draft, finding)))
            .collect();
        let is_kept = |finding: &&Finding| {
            kept.contains(&(finding.rule.id.as_str(), phrase_key(&self.review.rewrite, finding)))
        };
        self.review.remaining.iter().filter(|finding| !is_kept(finding)).cloned().collect()
    }

    /// The blanks that the next form asks for: the first five of the reworded draft.
    pub fn next_blanks(&self) -> &[Blank] {
        let blanks = &self.review.blanks;
        &blanks[..blanks.len().min(MAX_FIELDS)]
    }

    /// The buttons, in their order; one that can't be pressed now is named too.
    pub fn buttons(&self) -> Vec<CardButton> {
        let can_decide = !self.rows.is_empty() && self.focus < MAX_PICKS;
        let wordings = self.finding(self.focus).map_or(0, |found| found.suggestions.len());
        let removes = self.finding(self.focus).is_some_and(|found| found.removes);
        let kept = self.pick(self.focus).keeps();
        let another = if kept { wordings > 0 } else { wordings > 1 && !removes };
        let of_rows = [
            (CardAction::AnotherWording, can_decide && another),
            (CardAction::Keep, can_decide && !kept && wordings > 0),
            (CardAction::NotAProblem, can_decide && self.pick(self.focus) != RowPick::NotAProblem),
        ];
        let of_all = [
            (CardAction::FillBlanks, !self.review.blanks.is_empty()),
            (CardAction::CheckAgain, true),
        ];
        let shown = of_rows.into_iter().filter(|_| !self.rows.is_empty()).chain(of_all);
        shown
            .filter(|(action, can)| *can || *action != CardAction::FillBlanks)
            .map(|(action, can_press)| CardButton { action, can_press })
            .collect()
    }
}

/// A button of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardButton {
    /// What it does.
    pub action: CardAction,
    /// Whether it can be pressed now.
    pub can_press: bool,
}

/// The decisions about rows as decisions about findings.
fn picks_by_finding(rows: &[Row], picks: &[RowPick], findings: usize) -> Vec<Pick> {
    let mut by_finding = vec![Pick::Fitting; findings];
    for (row, pick) in rows.iter().zip(picks) {
        for member in &row.members {
            if let Some(slot) = by_finding.get_mut(*member) {
                *slot = pick.pick();
            }
        }
    }
    by_finding
}

/// A phrase as it compares.
pub(super) fn phrase_key(text: &str, finding: &Finding) -> String {
    crate::text::key(text.get(finding.span.clone()).unwrap_or(""))
}

/// FNV-1a, 32 bits: the same on every machine and in every version.
pub(super) fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
