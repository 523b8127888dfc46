//! The history of changes: who changed what and when, and the checks that every change passes.

use super::sqlite::Tx;
use super::value::{Row, values};
use super::{Store, StoreError, ensure_server, one_of, word_of};
use crate::model::{ServerId, Time, UserId, Version};

/// What a version counts: a change of the settings does not get in the way of one of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Area {
    /// Rule files, switches, words that are never flagged.
    Rules,
    Settings,
    /// When and where tips come.
    Tips,
}

impl Area {
    const ALL: &[(Area, &str)] =
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
    pub version: Version,
    /// Who; `None` where no one remembers.
    pub by: Option<UserId>,
    pub at: Time,
    /// What was done: a word of the caller.
    pub deed: String,
    /// To what.
    pub subject: String,
    /// What was there before.
    pub before: Option<String>,
    /// What is there since.
    pub after: Option<String>,
    /// Whether it can be taken back, as long as it is the last.
    pub can_undo: bool,
}

/// Who asks for a change of rules or settings, and on what it was made.
#[derive(Debug, Clone)]
pub struct ChangeRequest {
    pub server: ServerId,
    pub by: UserId,
    pub at: Time,
    /// The version that it was made on: of the rules, or of the settings.
    pub base: Version,
    /// Names this request: asked for twice it is done once.
    pub request: Option<String>,
    /// What is done, in a word.
    pub deed: String,
    /// To what; may be empty.
    pub subject: String,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// It counts; this is the version now.
    Done(Version),
    /// It was done before, as this version.
    Before(Version),
    /// Somebody was faster. Nothing was done.
    Stale {
        now: Version,
        /// What was changed since.
        since: Vec<HistoryEntry>,
    },
    /// What it is about is not there. Nothing was done.
    Gone,
}

impl Store {
    /// At most `most` changes of a server, the latest first, after leaving out `skip`.
    ///
    /// # Errors
    /// Where storage fails.
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
    /// Where storage fails.
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
    /// Where storage fails.
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
async fn since(
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
        deed: row.text(4)?,
        subject: row.text(5)?,
        before: row.maybe_text(6)?,
        after: row.maybe_text(7)?,
        can_undo: row.int(8)? != 0,
    })
}

/// Why a change is not made: it was before, or something else was since. The server has a row afterwards.
pub(super) async fn rejection(
    tx: &mut Tx,
    asked: &ChangeRequest,
    area: Area,
) -> Result<Option<Changed>, StoreError> {
    let server = asked.server;
    ensure_server(tx, server).await?;
    if let Some(request) = &asked.request
        && let Some(version) = asked_before(tx, server, request).await?
    {
        return Ok(Some(Changed::Before(version)));
    }
    let sql = match area {
        Area::Rules => "SELECT rules_version FROM servers WHERE server = $1",
        Area::Settings => "SELECT settings_version FROM servers WHERE server = $1",
        Area::Tips => "SELECT version FROM tip_plans WHERE server = $1",
    };
    let row = tx.row(sql, values![server.stored()]).await?;
    let now = row.map_or(Ok(0), |row| row.int(0))?;
    if now == asked.base.0 {
        return Ok(None);
    }
    let since = since(tx, server, area, asked.base).await?;
    Ok(Some(Changed::Stale { now: Version(now), since }))
}

async fn asked_before(
    tx: &mut Tx,
    server: ServerId,
    request: &str,
) -> Result<Option<Version>, StoreError> {
    let sql = "SELECT version FROM history WHERE server = $1 AND request = $2";
    let row = tx.row(sql, values![server.stored(), request]).await?;
    row.map(|row| row.int(0).map(Version)).transpose()
}

/// What the history keeps of a change, besides who asked for it.
pub(super) struct Recorded {
    pub before: Option<String>,
    pub after: Option<String>,
    /// The steps that take it back.
    pub undo: Option<String>,
}

/// Notes the change as the next version, and makes all of it count.
pub(super) async fn finish(
    mut tx: Tx,
    asked: &ChangeRequest,
    area: Area,
    made: &Recorded,
) -> Result<Changed, StoreError> {
    let version = Version(asked.base.0 + 1);
    tx.run(
        "INSERT INTO history (server, area, version, made_by, made_at, deed, subject, before, after, undo, request)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            asked.server.stored(),
            area.word(),
            version.0,
            asked.by.stored(),
            asked.at.0,
            asked.deed.as_str(),
            asked.subject.as_str(),
            made.before.as_deref(),
            made.after.as_deref(),
            made.undo.as_deref(),
            asked.request.as_deref(),
        ],
    )
    .await?;
    tx.commit().await?;
    Ok(Changed::Done(version))
}
