//! Uploads with a report that nobody has decided about yet. They survive a restart, so that «Activate»
//! works after one.

use serde::{Deserialize, Serialize};

use super::request::settle;
use super::sqlite::Tx;
use super::team::VersionContent;
use super::value::{Value, values};
use super::{Store, StoreError};
use crate::model::{ServerId, Time, UserId, Version};

/// Names a waiting upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UploadId(pub i64);

/// An upload that waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingUpload {
    /// Its name among those that wait.
    pub id: UploadId,
    /// The version of the rules that its report was made on.
    pub base: Version,
    /// The file that it would be.
    pub file: String,
    /// What it holds.
    pub content: VersionContent,
    /// When it came.
    pub at: Time,
}

#[derive(Debug, Clone)]
pub struct NewUpload<'a> {
    /// Where.
    pub server: ServerId,
    /// Whose.
    pub by: UserId,
    /// When.
    pub at: Time,
    /// The version of the rules that its report was made on.
    pub base: Version,
    /// The file that it would be.
    pub file: &'a str,
    /// What it holds.
    pub content: &'a VersionContent,
}

impl Store {
    /// Keeps an upload until somebody decides about it.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn keep_pending(&self, upload: &NewUpload<'_>) -> Result<UploadId, StoreError> {
        let mut tx = self.write().await?;
        settle(&mut tx, upload.server).await?;
        let mut values =
            vec![Value::from(upload.server.stored()), upload.base.0.into(), upload.file.into()];
        values.extend(upload.content.columns());
        values.extend([Value::from(upload.by.stored()), upload.at.0.into()]);
        let row = tx
            .row(
                "INSERT INTO pending_uploads
                     (server, base, file, format, bytes, hash, rules, ids, note, made_by, made_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING pending",
                &values,
            )
            .await?
            .unwrap_or_default();
        let id = UploadId(row.int(0)?);
        tx.commit().await?;
        Ok(id)
    }

    /// A waiting upload of a server.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn pending(
        &self,
        server: ServerId,
        id: UploadId,
    ) -> Result<Option<PendingUpload>, StoreError> {
        pending(&mut self.read().await?, server, id).await
    }

    /// The upload of a person's that came last of those that wait.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn newest_pending(
        &self,
        server: ServerId,
        by: UserId,
    ) -> Result<Option<UploadId>, StoreError> {
        let mut tx = self.read().await?;
        let sql = "SELECT MAX(pending) FROM pending_uploads WHERE server = $1 AND made_by = $2";
        let row = tx.row(sql, values![server.stored(), by.stored()]).await?;
        Ok(row.map(|row| row.maybe_int(0)).transpose()?.flatten().map(UploadId))
    }

    /// Puts something else in the place of a waiting upload, under the same name. Whether there was one.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn renew_pending(
        &self,
        id: UploadId,
        upload: &NewUpload<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let mut values = vec![
            Value::from(id.0),
            upload.server.stored().into(),
            upload.base.0.into(),
            upload.file.into(),
        ];
        values.extend(upload.content.columns());
        values.push(upload.at.0.into());
        let changed = tx
            .run(
                "UPDATE pending_uploads
                 SET base = $3, file = $4, format = $5, bytes = $6, hash = $7, rules = $8, ids = $9,
                     note = $10, made_at = $11
                 WHERE pending = $1 AND server = $2",
                &values,
            )
            .await?;
        tx.commit().await?;
        Ok(changed > 0)
    }

    /// Lets a waiting upload go. Whether there was one.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn drop_pending(&self, server: ServerId, id: UploadId) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let sql = "DELETE FROM pending_uploads WHERE pending = $1 AND server = $2";
        let gone = tx.run(sql, values![id.0, server.stored()]).await?;
        tx.commit().await?;
        Ok(gone > 0)
    }
}

/// A waiting upload of this server; a number of another server's leads nowhere.
pub(super) async fn pending(
    tx: &mut Tx,
    server: ServerId,
    id: UploadId,
) -> Result<Option<PendingUpload>, StoreError> {
    let row = tx
        .row(
            "SELECT base, file, made_at, format, bytes, rules, ids, note
             FROM pending_uploads WHERE pending = $1 AND server = $2",
            values![id.0, server.stored()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(PendingUpload {
        id,
        base: Version(row.int(0)?),
        file: row.text(1)?,
        at: Time(row.int(2)?),
        content: VersionContent::from_row(&row, 3)?,
    }))
}
