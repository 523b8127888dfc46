//! The settings of a server: an object whose meaning others know.

use super::changes::{Changed, asked_before, settle};
use super::history::{self, Area};
use super::sqlite::Tx;
use super::value::{Row, values};
use super::{ServerId, Store, StoreError, Time, UserId, Version};

/// The settings of a server as they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSettings {
    /// A JSON object.
    pub json: String,
    /// Which form it has.
    pub schema: i64,
}

impl Default for StoredSettings {
    fn default() -> StoredSettings {
        StoredSettings { json: "{}".to_owned(), schema: 1 }
    }
}

/// Settings that somebody wants to have.
#[derive(Debug, Clone)]
pub struct NewSettings {
    /// Where.
    pub server: ServerId,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Time,
    /// The version of the settings that it was made on.
    pub base: Version,
    /// Names this request: asked for twice it is done once.
    pub request: Option<String>,
    /// What is done, in a word.
    pub deed: String,
    /// All settings, as they shall be.
    pub settings: StoredSettings,
}

impl Store {
    /// The settings of a server; an empty object for one of which nothing is known.
    ///
    /// # Errors
    /// Where storage fails.
    pub async fn team_settings(&self, server: ServerId) -> Result<StoredSettings, StoreError> {
        stored(&mut self.read().await?, server).await
    }

    /// The settings of all servers that have any, with their versions.
    ///
    /// # Errors
    /// Where storage fails.
    pub async fn settings_of_all(
        &self,
    ) -> Result<Vec<(ServerId, Version, StoredSettings)>, StoreError> {
        let sql = "SELECT server, settings_version, settings, settings_schema FROM servers
                   WHERE settings_version > 0 ORDER BY server";
        let mut tx = self.read().await?;
        let rows = tx.rows(sql, values![]).await?;
        let settings = |row: &Row| {
            let stored = StoredSettings { json: row.text(2)?, schema: row.int(3)? };
            Ok((ServerId::from_stored(row.int(0)?), Version(row.int(1)?), stored))
        };
        rows.iter().map(settings).collect()
    }

    /// Changes the settings of a server.
    ///
    /// # Errors
    /// Where storage fails; then nothing was done.
    pub async fn change_settings(&self, new: &NewSettings) -> Result<Changed, StoreError> {
        let mut tx = self.write().await?;
        let server = new.server;
        settle(&mut tx, server).await?;
        if let Some(request) = &new.request
            && let Some(version) = asked_before(&mut tx, server, request).await?
        {
            return tx.take_back().await.map(|()| Changed::Before(version));
        }
        let sql = "SELECT settings_version, settings FROM servers WHERE server = $1";
        let row = tx.row(sql, values![server.stored()]).await?.unwrap_or_default();
        let now = Version(row.int(0)?);
        if now != new.base {
            let since = history::since(&mut tx, server, Area::Settings, new.base).await?;
            tx.take_back().await?;
            return Ok(Changed::Stale { now, since });
        }
        write(tx, new, &row.text(1)?).await
    }
}

async fn write(mut tx: Tx, new: &NewSettings, before: &str) -> Result<Changed, StoreError> {
    let version = Version(new.base.0 + 1);
    let after = new.settings.json.as_str();
    tx.run(
        "UPDATE servers SET settings = $2, settings_schema = $3, settings_version = $4
         WHERE server = $1",
        values![new.server.stored(), after, new.settings.schema, version.0],
    )
    .await?;
    tx.run(
        "INSERT INTO history (server, area, version, made_by, made_at, deed, subject, before, after, request)
         VALUES ($1, 'settings', $2, $3, $4, $5, '', $6, $7, $8)",
        values![
            new.server.stored(),
            version.0,
            new.by.stored(),
            new.at.0,
            new.deed.as_str(),
            before,
            after,
            new.request.as_deref(),
        ],
    )
    .await?;
    tx.commit().await?;
    Ok(Changed::Done(version))
}

pub(super) async fn stored(tx: &mut Tx, server: ServerId) -> Result<StoredSettings, StoreError> {
    let sql = "SELECT settings, settings_schema FROM servers WHERE server = $1";
    match tx.row(sql, values![server.stored()]).await? {
        Some(row) => Ok(StoredSettings { json: row.text(0)?, schema: row.int(1)? }),
        None => Ok(StoredSettings::default()),
    }
}
