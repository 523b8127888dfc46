//! Deletes what a person asked to have forgotten, and what has been kept long enough.

use std::sync::atomic::Ordering;

use super::value::values;
use super::{Store, StoreError};
use crate::model::{Day, ServerId, Time, UserId};

/// What was forgotten of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Forgotten {
    /// Changes that bore the name.
    pub changes: u64,
    /// Proposals that bore the name; the pairs stay.
    pub proposals: u64,
    /// What the person thought of tips.
    pub votes: u64,
}

/// How much of a server's data is kept; anything older is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Counts, from this day on.
    pub counts: Day,
    /// Changes and decided proposals, from this moment on. Versions of files stay: they can be restored.
    pub history: Time,
    /// Tips that were posted, from this day on.
    pub tips: Day,
    /// Uploads that wait for a decision, from this moment on.
    pub pending: Time,
}

impl Store {
    /// Forgets a person: no row of any server names them afterwards, and no byte of the files but in copies that were
    /// made before. Where somebody reads an earlier state, the log next to the file is emptied at the next sweep.
    ///
    /// # Errors
    /// If storage fails; then nothing was forgotten.
    pub async fn forget(&self, user: UserId) -> Result<Forgotten, StoreError> {
        let mut tx = self.write().await?;
        let user = user.stored();
        let sql = "UPDATE history SET made_by = NULL WHERE made_by = $1";
        let changes = tx.run(sql, values![user]).await?;
        for sql in [
            "UPDATE rule_versions SET made_by = NULL WHERE made_by = $1",
            "UPDATE pending_uploads SET made_by = NULL WHERE made_by = $1",
            "UPDATE proposals SET decided_by = NULL WHERE decided_by = $1",
            "UPDATE tip_plans SET set_by = NULL WHERE set_by = $1",
            "UPDATE own_tips SET made_by = NULL WHERE made_by = $1",
        ] {
            tx.run(sql, values![user]).await?;
        }
        let sql = "DELETE FROM proposal_authors WHERE author = $1";
        let proposals = tx.run(sql, values![user]).await?;
        let votes = tx.run("DELETE FROM tip_votes WHERE voter = $1", values![user]).await?;
        tx.commit().await?;
        self.empty_log().await;
        Ok(Forgotten { changes, proposals, votes })
    }

    /// Deletes what is older than that; returns how many rows were deleted.
    ///
    /// # Errors
    /// If storage fails; then everything stays.
    pub async fn sweep(&self, server: ServerId, kept: Kept) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let server = server.stored();
        let mut gone = 0;
        for (sql, before) in [
            ("DELETE FROM counts WHERE server = $1 AND day < $2", kept.counts.0),
            ("DELETE FROM history WHERE server = $1 AND made_at < $2", kept.history.0),
            (
                "DELETE FROM proposals WHERE server = $1 AND decided_at < $2 AND state <> 'open'",
                kept.history.0,
            ),
            (
                "DELETE FROM tip_days WHERE server = $1 AND day < $2 AND state <> 'claimed'",
                kept.tips.0,
            ),
            ("DELETE FROM pending_uploads WHERE server = $1 AND made_at < $2", kept.pending.0),
        ] {
            gone += tx.run(sql, values![server, before]).await?;
        }
        tx.commit().await?;
        if self.must_empty_log.load(Ordering::Relaxed) {
            self.empty_log().await;
        }
        Ok(gone)
    }

    /// Empties the write-ahead log, or records that this is still to do. The deletion that was asked for is done in
    /// either case.
    pub(super) async fn empty_log(&self) {
        let is_empty = matches!(self.backend.empty_log().await, Ok(true));
        self.must_empty_log.store(!is_empty, Ordering::Relaxed);
    }
}
