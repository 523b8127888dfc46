//! A request for a change: whether it may be made, and what the history keeps of it.

use super::StoreError;
use super::history::{self, Area, HistoryEntry};
use super::sqlite::Tx;
use super::value::values;
use crate::model::{ServerId, Time, UserId, Version};

/// Who asks for a change of rules or settings, and on what it was made.
#[derive(Debug, Clone)]
pub struct ChangeRequest {
    /// Where.
    pub server: ServerId,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Time,
    /// The version that it was made on: of the rules, or of the settings.
    pub base: Version,
    /// Names the request: sent twice, it is done once.
    pub id: Option<String>,
    /// What is done, in a word.
    pub kind: String,
    /// To what; may be empty.
    pub subject: String,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// It was made; this is the version now.
    Done(Version),
    /// It was done before, as this version.
    Before(Version),
    /// Somebody was faster. Nothing was done.
    Stale {
        /// The version now.
        now: Version,
        /// What was changed since.
        since: Vec<HistoryEntry>,
    },
    /// What it is about is not there. Nothing was done.
    Gone,
}

/// Makes sure that the server has a row.
pub(super) async fn settle(tx: &mut Tx, server: ServerId) -> Result<(), StoreError> {
    let sql = "INSERT INTO servers (server) VALUES ($1) ON CONFLICT DO NOTHING";
    tx.run(sql, values![server.stored()]).await.map(|_| ())
}

/// Why a change is not made: it was made before, or something else has changed since. The server has a row afterwards.
pub(super) async fn refused(
    tx: &mut Tx,
    request: &ChangeRequest,
    area: Area,
) -> Result<Option<Changed>, StoreError> {
    let server = request.server;
    settle(tx, server).await?;
    if let Some(id) = &request.id
        && let Some(version) = asked_before(tx, server, id).await?
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
    if now == request.base.0 {
        return Ok(None);
    }
    let since = history::since(tx, server, area, request.base).await?;
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
pub(super) struct HistoryRecord {
    pub before: Option<String>,
    pub after: Option<String>,
    /// The operations that undo it.
    pub undo: Option<String>,
}

/// Notes the change as the next version, and makes all of it count.
pub(super) async fn finish(
    mut tx: Tx,
    request: &ChangeRequest,
    area: Area,
    made: &HistoryRecord,
) -> Result<Changed, StoreError> {
    let version = Version(request.base.0 + 1);
    tx.run(
        "INSERT INTO history (server, area, version, made_by, made_at, deed, subject, before, after, undo, request)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            request.server.stored(),
            area.word(),
            version.0,
            request.by.stored(),
            request.at.0,
            request.kind.as_str(),
            request.subject.as_str(),
            made.before.as_deref(),
            made.after.as_deref(),
            made.undo.as_deref(),
            request.id.as_deref(),
        ],
    )
    .await?;
    tx.commit().await?;
    Ok(Changed::Done(version))
}
