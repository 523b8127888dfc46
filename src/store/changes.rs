//! Changes of a server's rules: each names the version that it was made on, and all of it counts or nothing.

use super::history::{self, Area, HistoryEntry};
use super::sqlite::Tx;
use super::steps::{self, Done, StepOfChange};
use super::value::values;
use super::{ServerId, Store, StoreError, Time, UserId, Version, from_json, to_json};

/// A change that somebody asks for.
#[derive(Debug, Clone)]
pub struct Change {
    /// Where.
    pub server: ServerId,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Time,
    /// The version of the rules that it was made on.
    pub base: Version,
    /// Names this request: asked for twice it is done once.
    pub request: Option<String>,
    /// What is done, in a word.
    pub deed: String,
    /// To what.
    pub subject: String,
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
        settle(&mut tx, change.server).await?;
        if let Some(done) = refused(&mut tx, change).await? {
            tx.take_back().await?;
            return Ok(done);
        }
        match steps::take(&mut tx, change, &change.steps).await? {
            Some(done) => finish(tx, change, done).await,
            None => tx.take_back().await.map(|()| Changed::Gone),
        }
    }

    /// Takes the last change of a server's rules back, if it still is the version `change.base`.
    /// The steps of `change` are those that were written down then.
    ///
    /// # Errors
    /// Where storage fails; then nothing was done.
    pub async fn undo(&self, change: &Change) -> Result<Changed, StoreError> {
        let mut tx = self.write().await?;
        settle(&mut tx, change.server).await?;
        if let Some(done) = refused(&mut tx, change).await? {
            tx.take_back().await?;
            return Ok(done);
        }
        let row = tx
            .row(
                "SELECT undo FROM history WHERE server = $1 AND area = 'rules' AND version = $2",
                values![change.server.stored(), change.base.0],
            )
            .await?;
        let Some(undo) = row.map(|row| row.maybe_text(0)).transpose()?.flatten() else {
            return tx.take_back().await.map(|()| Changed::Gone);
        };
        let back: Vec<StepOfChange> = from_json(&undo)?;
        match steps::take(&mut tx, change, &back).await? {
            Some(done) => finish(tx, change, done).await,
            None => tx.take_back().await.map(|()| Changed::Gone),
        }
    }
}

/// Makes sure that the server has a row.
pub(super) async fn settle(tx: &mut Tx, server: ServerId) -> Result<(), StoreError> {
    let sql = "INSERT INTO servers (server) VALUES ($1) ON CONFLICT DO NOTHING";
    tx.run(sql, values![server.stored()]).await.map(|_| ())
}

/// Why the change is not made: it was before, or something else was since.
async fn refused(tx: &mut Tx, change: &Change) -> Result<Option<Changed>, StoreError> {
    let server = change.server;
    if let Some(request) = &change.request
        && let Some(version) = asked_before(tx, server, request).await?
    {
        return Ok(Some(Changed::Before(version)));
    }
    let now = tx
        .row("SELECT rules_version FROM servers WHERE server = $1", values![server.stored()])
        .await?
        .map_or(Ok(0), |row| row.int(0))?;
    if now == change.base.0 {
        return Ok(None);
    }
    let since = history::since(tx, server, Area::Rules, change.base).await?;
    Ok(Some(Changed::Stale { now: Version(now), since }))
}

pub(super) async fn asked_before(
    tx: &mut Tx,
    server: ServerId,
    request: &str,
) -> Result<Option<Version>, StoreError> {
    let sql = "SELECT version FROM history WHERE server = $1 AND request = $2";
    let row = tx.row(sql, values![server.stored(), request]).await?;
    row.map(|row| row.int(0).map(Version)).transpose()
}

async fn finish(mut tx: Tx, change: &Change, done: Done) -> Result<Changed, StoreError> {
    let version = Version(change.base.0 + 1);
    tx.run(
        "UPDATE servers SET rules_version = $2 WHERE server = $1",
        values![change.server.stored(), version.0],
    )
    .await?;
    let undo = to_json(&done.undo)?;
    tx.run(
        "INSERT INTO history (server, area, version, made_by, made_at, deed, subject, before, after, undo, request)
         VALUES ($1, 'rules', $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        values![
            change.server.stored(),
            version.0,
            change.by.stored(),
            change.at.0,
            change.deed.as_str(),
            change.subject.as_str(),
            done.before.as_deref(),
            done.after.as_deref(),
            undo.as_str(),
            change.request.as_deref(),
        ],
    )
    .await?;
    tx.commit().await?;
    Ok(Changed::Done(version))
}
