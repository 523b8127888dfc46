//! How often rules find something, and with what outcome: numbers, never a word of a draft.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;

use super::{Error, Teams};
use crate::check::{Answer, Card, CardAction, Checker, Request};
use crate::model::{Day, ServerId};
use crate::store::{Count, Outcome};

/// Counts that wait to be written; past this, while storage is out of reach, only known ones go on.
const MOST_WAITING: usize = 20_000;

/// The outcome of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Noted {
    /// Full id of the rule.
    pub rule: String,
    /// The outcome.
    pub outcome: Outcome,
}

impl Checker {
    /// What an answer says about how rules did: each phrase of a new card was shown; a press keeps or
    /// excuses one; filling in the blanks of a card accepts the wordings in it.
    pub fn outcomes(&self, request: &Request, answer: &Answer) -> Vec<Noted> {
        let Answer::Card(card) = answer else { return Vec::new() };
        match request {
            Request::Check { .. } => of_rows(card, Outcome::Shown, |_| true),
            Request::Submit { button, draft, .. } if button.action == CardAction::BlanksFilled => {
                let before = self.as_it_stood(&button.state, draft);
                before.map_or_else(|_| Vec::new(), |card| taken(&card))
            }
            Request::Submit { .. } => of_rows(card, Outcome::Shown, |_| true),
            Request::Press { button, .. } => {
                let outcome = match button.action {
                    CardAction::Keep => Outcome::Kept,
                    CardAction::NotAProblem => Outcome::NotAProblem,
                    _ => return Vec::new(),
                };
                of_rows(card, outcome, |row| row == button.state.focus && card.pick(row).keeps())
            }
            _ => Vec::new(),
        }
    }
}

/// Every wording of a card was taken, where there is one in the reworded draft.
fn taken(card: &Card) -> Vec<Noted> {
    of_rows(card, Outcome::Taken, |row| card.chosen(row).is_some())
}

fn of_rows(card: &Card, outcome: Outcome, which: impl Fn(usize) -> bool) -> Vec<Noted> {
    let finding = |row| card.finding(row).filter(|_| which(row));
    (0..card.rows.len())
        .filter_map(finding)
        .map(|finding| Noted { rule: finding.rule.id.clone(), outcome })
        .collect()
}

/// Counts on their way to storage.
#[derive(Debug, Default)]
pub(super) struct PendingCounts {
    waiting: Mutex<FxHashMap<(ServerId, Day, Noted), u32>>,
}

impl PendingCounts {
    fn add(&self, server: ServerId, day: Day, noted: Noted, times: u32) {
        let mut waiting = self.waiting();
        let has_room = waiting.len() < MOST_WAITING;
        let key = (server, day, noted);
        if has_room || waiting.contains_key(&key) {
            let count = waiting.entry(key).or_default();
            *count = count.saturating_add(times);
        }
    }

    fn take(&self) -> FxHashMap<(ServerId, Day, Noted), u32> {
        std::mem::take(&mut *self.waiting())
    }

    fn waiting(&self) -> MutexGuard<'_, FxHashMap<(ServerId, Day, Noted), u32>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Teams {
    /// Counts the outcomes of findings, in memory; [`Teams::flush`] writes it down.
    pub fn note(&self, server: ServerId, day: Day, noted: Vec<Noted>) {
        for noted in noted {
            self.tally.add(server, day, noted, 1);
        }
    }

    /// Writes down what was counted since: to be called every few seconds, and before the end.
    ///
    /// # Errors
    /// If storage fails; then the counts wait for the next time.
    pub async fn flush(&self) -> Result<(), Error> {
        let taken = self.tally.take();
        if taken.is_empty() {
            return Ok(());
        }
        let mut counts: Vec<Count> = taken
            .into_iter()
            .map(|((server, day, noted), times)| {
                let Noted { rule, outcome } = noted;
                Count { server, day, rule, outcome, times }
            })
            .collect();
        counts.sort_by(|one, other| (one.server, &one.rule).cmp(&(other.server, &other.rule)));
        let written = self.store.add_counts(&counts).await;
        if written.is_err() {
            for count in counts {
                let noted = Noted { rule: count.rule, outcome: count.outcome };
                self.tally.add(count.server, count.day, noted, count.times);
            }
        }
        Ok(written?)
    }
}
