//! Changes of a server's rules: each names the version that it was made on, and all of it counts or nothing.

use super::history::{self, Area, HistoryEntry};
use super::sqlite::Tx;
use super::steps::{self, Done, StepOfChange};
use super::value::values;
use super::{Store, StoreError, from_json, to_json};
use crate::model::{ServerId, Time, UserId, Version};

/// Who asks for a change of rules or settings, and on what it was made.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Where.
    pub server: ServerId,
    /// Who.
    pub by: UserId,
    /// When.
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

/// A change of rules that somebody asks for.
#[derive(Debug, Clone)]
pub struct Change {
    /// By whom, on what.
    pub asked: Asked,
    /// What has to happen, in this order.
    pub steps: Vec<StepOfChange>,
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
        /// The version now.
        now: Version,
        /// What was changed since.
        since: Vec<HistoryEntry>,
    },
    /// What it is about is not there. Nothing was done.
    Gone,
}

impl Store {
    /// Makes a change.
    ///
    /// # Errors
    /// Where storage fails; then nothing was done.
    pub async fn change(&self, change: &Change) -> Result<Changed, StoreError> {
        let mut tx = self.write().await?;
        let asked = &change.asked;
        if let Some(refused) = refused(&mut tx, asked, Area::Rules).await? {
            return tx.take_back().await.map(|()| refused);
        }
        take(tx, asked, &change.steps).await
    }

    /// Takes the last change of a server's rules back, if it still is the version `asked.base`.
    ///
    /// # Errors
    /// Where storage fails; then nothing was done.
    pub async fn undo(&self, asked: &Asked) -> Result<Changed, StoreError> {
        let mut tx = self.write().await?;
        if let Some(refused) = refused(&mut tx, asked, Area::Rules).await? {
            return tx.take_back().await.map(|()| refused);
        }
        let row = tx
            .row(
                "SELECT undo FROM history WHERE server = $1 AND area = 'rules' AND version = $2",
                values![asked.server.stored(), asked.base.0],
            )
            .await?;
        let Some(undo) = row.map(|row| row.maybe_text(0)).transpose()?.flatten() else {
            return tx.take_back().await.map(|()| Changed::Gone);
        };
        let back: Vec<StepOfChange> = from_json(&undo)?;
        take(tx, asked, &back).await
    }
}

/// All of the steps, or nothing where one of them leads nowhere.
async fn take(mut tx: Tx, asked: &Asked, steps: &[StepOfChange]) -> Result<Changed, StoreError> {
    let Some(Done { undo, before, after }) = steps::take(&mut tx, asked, steps).await? else {
        return tx.take_back().await.map(|()| Changed::Gone);
    };
    tx.run(
        "UPDATE servers SET rules_version = $2 WHERE server = $1",
        values![asked.server.stored(), asked.base.0 + 1],
    )
    .await?;
    let made = Made { before, after, undo: Some(to_json(&undo)?) };
    finish(tx, asked, Area::Rules, &made).await
}

/// Makes sure that the server has a row.
pub(super) async fn settle(tx: &mut Tx, server: ServerId) -> Result<(), StoreError> {
    let sql = "INSERT INTO servers (server) VALUES ($1) ON CONFLICT DO NOTHING";
    tx.run(sql, values![server.stored()]).await.map(|_| ())
}

/// Why a change is not made: it was before, or something else was since. The server has a row afterwards.
pub(super) async fn refused(
    tx: &mut Tx,
    asked: &Asked,
    area: Area,
) -> Result<Option<Changed>, StoreError> {
    let server = asked.server;
    settle(tx, server).await?;
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
    let since = history::since(tx, server, area, asked.base).await?;
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
pub(super) struct Made {
    pub before: Option<String>,
    pub after: Option<String>,
    /// The steps that take it back.
    pub undo: Option<String>,
}

/// Notes the change as the next version, and makes all of it count.
pub(super) async fn finish(
    mut tx: Tx,
    asked: &Asked,
    area: Area,
    made: &Made,
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
