//! Servers that have removed the bot: known by when they did, and forgotten after a while.

use super::value::values;
use super::{Store, StoreError};
use crate::model::{ServerId, Time};

/// Deletes everything kept of a server, each row after the rows that refer to it.
const EVERYTHING: &[&str] = &[
    "DELETE FROM departures WHERE server = $1",
    "DELETE FROM tip_votes WHERE server = $1",
    "DELETE FROM tip_days WHERE server = $1",
    "DELETE FROM tip_plans WHERE server = $1",
    "DELETE FROM own_tips WHERE server = $1",
    "DELETE FROM counts WHERE server = $1",
    "DELETE FROM proposals WHERE server = $1",
    "DELETE FROM history WHERE server = $1",
    "DELETE FROM brand_words WHERE server = $1",
    "DELETE FROM switches WHERE server = $1",
    "DELETE FROM pending_uploads WHERE server = $1",
    "UPDATE rule_files SET active = NULL WHERE server = $1",
    "DELETE FROM rule_versions WHERE server = $1",
    "DELETE FROM rule_files WHERE server = $1",
    "DELETE FROM servers WHERE server = $1",
];

impl Store {
    /// Notes that a server that something is known about has removed the bot; whether that was news.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn departed(&self, server: ServerId) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let sql = "INSERT INTO departures (server)
                   SELECT server FROM servers WHERE server = $1 ON CONFLICT (server) DO NOTHING";
        let changed = tx.run(sql, values![server.stored()]).await?;
        tx.commit().await?;
        Ok(changed > 0)
    }

    /// Notes that the bot is in a server; whether it had been removed.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn returned(&self, server: ServerId) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let sql = "DELETE FROM departures WHERE server = $1";
        let changed = tx.run(sql, values![server.stored()]).await?;
        tx.commit().await?;
        Ok(changed > 0)
    }

    /// The servers that have removed the bot.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn departures(&self) -> Result<Vec<ServerId>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx.rows("SELECT server FROM departures ORDER BY server", &[]).await?;
        rows.iter().map(|row| row.int(0).map(ServerId::from_stored)).collect()
    }

    /// Dates departures that were recorded without a time: when one happens, the clock may still be wrong by years.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn date_departures(&self, now: Time) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        let sql = "UPDATE departures SET noticed_at = $1 WHERE noticed_at IS NULL";
        tx.run(sql, values![now.0]).await?;
        tx.commit().await
    }

    /// Forgets a server whose departure was noticed before then: no row of any table names it afterwards. Gives how many
    /// rows went; none where it has come back.
    ///
    /// # Errors
    /// If storage fails; then everything stays.
    pub async fn forget_server(&self, server: ServerId, before: Time) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let sql = "SELECT server FROM departures WHERE server = $1 AND noticed_at < $2";
        if tx.row(sql, values![server.stored(), before.0]).await?.is_none() {
            tx.take_back().await?;
            return Ok(0);
        }
        let mut gone = 0;
        for sql in EVERYTHING {
            gone += tx.run(sql, values![server.stored()]).await?;
        }
        tx.commit().await?;
        self.empty_log().await;
        Ok(gone)
    }
}
