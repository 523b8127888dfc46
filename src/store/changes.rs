//! Changes of a server's rules: each names the version that it was made on, and all of it counts or nothing.

use super::history::{Area, Asked, Changed, Made, finish, refused};
use super::sqlite::Tx;
use super::steps::{self, Done, StepOfChange};
use super::value::values;
use super::{Store, StoreError, from_json, to_json};

/// A change of rules that somebody asks for.
#[derive(Debug, Clone)]
pub struct Change {
    /// By whom, on what.
    pub asked: Asked,
    /// What has to happen, in this order.
    pub steps: Vec<StepOfChange>,
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
