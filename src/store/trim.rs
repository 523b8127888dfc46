//! Room for what a team keeps: what is oldest goes where there is too much.

use super::value::values;
use super::{Store, StoreError};
use crate::model::ServerId;

impl Store {
    /// Lets go of the oldest uploads of a server that wait, until at most this many wait and they have at most this many bytes.
    ///
    /// # Errors
    /// Where storage fails; then everything stays.
    pub async fn trim_pending(
        &self,
        server: ServerId,
        most: usize,
        bytes: usize,
    ) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let gone = tx
            .run(
                "DELETE FROM pending_uploads WHERE pending IN (
                     SELECT pending FROM (
                         SELECT pending, ROW_NUMBER() OVER newest AS place,
                                SUM(LENGTH(bytes) + COALESCE(LENGTH(rules), 0)) OVER newest AS total
                         FROM pending_uploads WHERE server = $1
                         WINDOW newest AS (ORDER BY pending DESC)
                     ) AS waiting WHERE place > $2 OR total > $3
                 )",
                values![server.stored(), most as i64, bytes as i64],
            )
            .await?;
        tx.commit().await?;
        Ok(gone)
    }

    /// Lets go of the oldest versions of a server's files until all of them have at most this many bytes; those that apply
    /// stay.
    ///
    /// # Errors
    /// Where storage fails; then everything stays.
    pub async fn trim_versions(&self, server: ServerId, bytes: usize) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let gone = tx
            .run(
                "DELETE FROM rule_versions WHERE server = $1 AND (file, number) IN (
                     SELECT file, number FROM (
                         SELECT v.file, v.number, f.active = v.number AS applies,
                                SUM(LENGTH(v.bytes) + COALESCE(LENGTH(v.rules), 0)) OVER (
                                    ORDER BY CASE WHEN f.active = v.number THEN 0 ELSE 1 END,
                                             v.made_at DESC, v.number DESC, v.file
                                ) AS total
                         FROM rule_versions v JOIN rule_files f ON f.server = v.server AND f.file = v.file
                         WHERE v.server = $1
                     ) AS kept WHERE total > $2 AND COALESCE(applies, 0) = 0
                 )",
                values![server.stored(), bytes as i64],
            )
            .await?;
        tx.commit().await?;
        Ok(gone)
    }
}
