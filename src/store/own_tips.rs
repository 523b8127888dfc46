//! Tips that a team has written itself.

use super::request::settle;
use super::value::{Row, values};
use super::{Store, StoreError};
use crate::model::{ServerId, Time, UserId};

/// Names a tip of a team's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OwnTipId(pub i64);

/// A tip of a team's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTip {
    /// Its number.
    pub id: OwnTipId,
    /// What it says.
    pub words: OwnTipWords,
    /// Who wrote it; `None` if unknown.
    pub by: Option<UserId>,
    /// When.
    pub at: Time,
}

/// What a tip of a team's own says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnTipWords {
    /// Its language: a tag.
    pub language: String,
    /// The principle that it is on.
    pub principle: Option<String>,
    /// One or two sentences.
    pub text: String,
    /// A small thing to do today.
    pub today: Option<String>,
}

impl Store {
    /// Keeps a tip of a team's own; `None` where the server has `most` already.
    ///
    /// # Errors
    /// If storage fails; then it is not kept.
    pub async fn add_own_tip(
        &self,
        server: ServerId,
        words: &OwnTipWords,
        most: usize,
        (by, at): (UserId, Time),
    ) -> Result<Option<OwnTipId>, StoreError> {
        let mut tx = self.write().await?;
        settle(&mut tx, server).await?;
        let sql = "SELECT COUNT(*) FROM own_tips WHERE server = $1";
        let row = tx.row(sql, values![server.stored()]).await?.unwrap_or_default();
        if usize::try_from(row.int(0)?).is_ok_and(|known| known >= most) {
            return tx.take_back().await.map(|()| None);
        }
        let row = tx
            .row(
                "INSERT INTO own_tips (server, language, principle, words, today, made_by, made_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING tip",
                values![
                    server.stored(),
                    words.language.as_str(),
                    words.principle.as_deref(),
                    words.text.as_str(),
                    words.today.as_deref(),
                    by.stored(),
                    at.0,
                ],
            )
            .await?
            .unwrap_or_default();
        let id = OwnTipId(row.int(0)?);
        tx.commit().await?;
        Ok(Some(id))
    }

    /// The tips of a team's own, in the order in which they came.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn own_tips(&self, server: ServerId) -> Result<Vec<OwnTip>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT tip, language, principle, words, today, made_by, made_at FROM own_tips
                 WHERE server = $1 ORDER BY tip",
                values![server.stored()],
            )
            .await?;
        rows.iter().map(own_tip).collect()
    }

    /// Lets go of a tip of a team's own; whether it was there.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn remove_own_tip(&self, server: ServerId, id: OwnTipId) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let sql = "DELETE FROM own_tips WHERE server = $1 AND tip = $2";
        let gone = tx.run(sql, values![server.stored(), id.0]).await?;
        tx.commit().await?;
        Ok(gone > 0)
    }
}

fn own_tip(row: &Row) -> Result<OwnTip, StoreError> {
    Ok(OwnTip {
        id: OwnTipId(row.int(0)?),
        words: OwnTipWords {
            language: row.text(1)?,
            principle: row.maybe_text(2)?,
            text: row.text(3)?,
            today: row.maybe_text(4)?,
        },
        by: row.maybe_int(5)?.map(UserId::from_stored),
        at: Time(row.int(6)?),
    })
}
