//! The settings of a server: a JSON object that the store does not interpret.

use super::history::Area;
use super::request::{ChangeRequest, Changed, HistoryRecord, finish, refused};
use super::sqlite::Tx;
use super::value::{Row, values};
use super::{Store, StoreError};
use crate::model::{ServerId, Version};

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

impl Store {
    /// The settings of a server; an empty object for one that nothing is known about.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn team_settings(&self, server: ServerId) -> Result<StoredSettings, StoreError> {
        stored(&mut self.read().await?, server).await
    }

    /// The settings of all servers that have any, with their versions.
    ///
    /// # Errors
    /// If storage fails.
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

    /// Changes the settings of a server: all of them, as they shall be.
    ///
    /// # Errors
    /// If storage fails; then nothing was done.
    pub async fn change_settings(
        &self,
        request: &ChangeRequest,
        settings: &StoredSettings,
    ) -> Result<Changed, StoreError> {
        let mut tx = self.write().await?;
        if let Some(refused) = refused(&mut tx, request, Area::Settings).await? {
            return tx.take_back().await.map(|()| refused);
        }
        let before = stored(&mut tx, request.server).await?.json;
        tx.run(
            "UPDATE servers SET settings = $2, settings_schema = $3, settings_version = $4
             WHERE server = $1",
            values![
                request.server.stored(),
                settings.json.as_str(),
                settings.schema,
                request.base.0 + 1
            ],
        )
        .await?;
        let made =
            HistoryRecord { before: Some(before), after: Some(settings.json.clone()), undo: None };
        finish(tx, request, Area::Settings, &made).await
    }
}

pub(super) async fn stored(tx: &mut Tx, server: ServerId) -> Result<StoredSettings, StoreError> {
    let sql = "SELECT settings, settings_schema FROM servers WHERE server = $1";
    match tx.row(sql, values![server.stored()]).await? {
        Some(row) => Ok(StoredSettings { json: row.text(0)?, schema: row.int(1)? }),
        None => Ok(StoredSettings::default()),
    }
}
