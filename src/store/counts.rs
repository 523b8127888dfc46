//! How often rules find something, and with what outcome: numbers by server, rule and day.

use super::request::settle;
use super::value::{Row, values};
use super::{Store, StoreError, one_of, word_of};
use crate::model::{Day, ServerId};

/// The outcome of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// It was shown.
    Shown,
    /// A wording of it was taken.
    Taken,
    /// The agent kept the draft's words.
    Kept,
    /// The agent said that it was harmless.
    NotAProblem,
}

impl Outcome {
    /// Every outcome with its word.
    pub const ALL: &[(Outcome, &str)] = &[
        (Outcome::Shown, "shown"),
        (Outcome::Taken, "taken"),
        (Outcome::Kept, "kept"),
        (Outcome::NotAProblem, "not-a-problem"),
    ];

    pub fn word(self) -> &'static str {
        word_of(Self::ALL, &self)
    }
}

/// How often a rule had an outcome on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Where.
    pub server: ServerId,
    /// When.
    pub day: Day,
    /// Full id of the rule.
    pub rule: String,
    /// The outcome.
    pub outcome: Outcome,
    /// How often.
    pub times: u32,
}

impl Store {
    /// Adds to the counts: all of them, or none.
    ///
    /// # Errors
    /// If storage fails; then none was added.
    pub async fn add_counts(&self, counts: &[Count]) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        for count in counts {
            settle(&mut tx, count.server).await?;
            tx.run(
                "INSERT INTO counts (server, day, rule, outcome, times) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (server, day, rule, outcome)
                 DO UPDATE SET times = counts.times + excluded.times",
                values![
                    count.server.stored(),
                    count.day.0,
                    count.rule.as_str(),
                    count.outcome.word(),
                    i64::from(count.times),
                ],
            )
            .await?;
        }
        tx.commit().await
    }

    /// The counts of a server from one day to another, both included.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn counts(
        &self,
        server: ServerId,
        first: Day,
        last: Day,
    ) -> Result<Vec<Count>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT day, rule, outcome, times FROM counts
                 WHERE server = $1 AND day >= $2 AND day <= $3 ORDER BY day, rule, outcome",
                values![server.stored(), first.0, last.0],
            )
            .await?;
        let count = |row: &Row| {
            Ok(Count {
                server,
                day: Day(row.int(0)?),
                rule: row.text(1)?,
                outcome: one_of(Outcome::ALL, &row.text(2)?)?,
                times: u32::try_from(row.int(3)?).unwrap_or(u32::MAX),
            })
        };
        rows.iter().map(count).collect()
    }
}
