//! Who changed what, and when.

use super::sqlite::Tx;
use super::value::{Row, values};
use super::{Store, StoreError, one_of, word_of};
use crate::model::{ServerId, Time, UserId, Version};

/// What a version counts: a change of the settings does not stand in the way of one of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Area {
    /// Rule files, switches, words that are never flagged.
    Rules,
    Settings,
    /// When and where tips come.
    Tips,
}

impl Area {
    /// Every area with its word.
    pub const ALL: &[(Area, &str)] =
        &[(Area::Rules, "rules"), (Area::Settings, "settings"), (Area::Tips, "tips")];

    pub(super) fn word(self) -> &'static str {
        word_of(Self::ALL, &self)
    }
}

/// A change that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// What was changed.
    pub area: Area,
    /// Its number.
    pub version: Version,
    /// Who; `None` if unknown.
    pub by: Option<UserId>,
    /// When.
    pub at: Time,
    /// What was done: a word chosen by the caller.
    pub kind: String,
    /// To what.
    pub subject: String,
    /// The value before.
    pub before: Option<String>,
    /// The value after.
    pub after: Option<String>,
    /// Whether it can be taken back, as long as it is the last.
    pub can_undo: bool,
}

impl Store {
    /// At most `most` changes of a server, the latest first, after leaving out `skip`.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn history(
        &self,
        server: ServerId,
        skip: usize,
        most: usize,
    ) -> Result<Vec<HistoryEntry>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT area, version, made_by, made_at, deed, subject, before, after, undo IS NOT NULL
                 FROM history WHERE server = $1 ORDER BY made_at DESC, area, version DESC LIMIT $2 OFFSET $3",
                values![server.stored(), most as i64, skip as i64],
            )
            .await?;
        rows.iter().map(entry).collect()
    }

    /// The changes of a server after a version, in order.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn changes_since(
        &self,
        server: ServerId,
        area: Area,
        base: Version,
    ) -> Result<Vec<HistoryEntry>, StoreError> {
        since(&mut self.read().await?, server, area, base).await
    }

    /// One change of a server.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn history_entry(
        &self,
        server: ServerId,
        area: Area,
        version: Version,
    ) -> Result<Option<HistoryEntry>, StoreError> {
        let before = Version(version.0.saturating_sub(1));
        let mut tx = self.read().await?;
        let since = since(&mut tx, server, area, before).await?;
        Ok(since.into_iter().find(|entry| entry.version == version))
    }
}

/// The changes after a version, in order.
pub(super) async fn since(
    tx: &mut Tx,
    server: ServerId,
    area: Area,
    base: Version,
) -> Result<Vec<HistoryEntry>, StoreError> {
    let rows = tx
        .rows(
            "SELECT area, version, made_by, made_at, deed, subject, before, after, undo IS NOT NULL
             FROM history WHERE server = $1 AND area = $2 AND version > $3 ORDER BY version",
            values![server.stored(), area.word(), base.0],
        )
        .await?;
    rows.iter().map(entry).collect()
}

fn entry(row: &Row) -> Result<HistoryEntry, StoreError> {
    Ok(HistoryEntry {
        area: one_of(Area::ALL, &row.text(0)?)?,
        version: Version(row.int(1)?),
        by: row.maybe_int(2)?.map(UserId::from_stored),
        at: Time(row.int(3)?),
        kind: row.text(4)?,
        subject: row.text(5)?,
        before: row.maybe_text(6)?,
        after: row.maybe_text(7)?,
        can_undo: row.int(8)? != 0,
    })
}
