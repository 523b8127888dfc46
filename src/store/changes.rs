//! Changes of a server's rules. Each names the version that it was made on, and is applied whole or not at all.

use super::history::{Area, ChangeRequest, Changed, Recorded, finish, rejection};
use super::operations::{self, Applied, Operation};
use super::sqlite::Tx;
use super::value::values;
use super::{Store, StoreError, from_json, to_json};

/// A change of rules that somebody asks for.
#[derive(Debug, Clone)]
pub struct Change {
    /// By whom, on what.
    pub asked: ChangeRequest,
    /// What has to happen, in this order.
    pub steps: Vec<Operation>,
}

impl Store {
    /// Makes a change.
    ///
    /// # Errors
    /// Where storage fails; then nothing was done.
    pub async fn change(&self, change: &Change) -> Result<Changed, StoreError> {
        let mut tx = self.write().await?;
        let asked = &change.asked;
        if let Some(rejection) = rejection(&mut tx, asked, Area::Rules).await? {
            return tx.take_back().await.map(|()| rejection);
        }
        take(tx, asked, &change.steps).await
    }

    /// Takes the last change of a server's rules back, if it still is the version `asked.base`.
    ///
    /// # Errors
    /// Where storage fails; then nothing was done.
    pub async fn undo(&self, asked: &ChangeRequest) -> Result<Changed, StoreError> {
        let mut tx = self.write().await?;
        if let Some(rejection) = rejection(&mut tx, asked, Area::Rules).await? {
            return tx.take_back().await.map(|()| rejection);
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
        let back: Vec<Operation> = from_json(&undo)?;
        take(tx, asked, &back).await
    }
}

/// All of the steps, or nothing where one of them leads nowhere.
async fn take(
    mut tx: Tx,
    asked: &ChangeRequest,
    steps: &[Operation],
) -> Result<Changed, StoreError> {
    let Some(Applied { undo, before, after }) = operations::apply(&mut tx, asked, steps).await?
    else {
        return tx.take_back().await.map(|()| Changed::Gone);
    };
    tx.run(
        "UPDATE servers SET rules_version = $2 WHERE server = $1",
        values![asked.server.stored(), asked.base.0 + 1],
    )
    .await?;
    let made = Recorded { before, after, undo: Some(to_json(&undo)?) };
    finish(tx, asked, Area::Rules, &made).await
}
