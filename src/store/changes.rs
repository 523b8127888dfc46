//! Changes of a server's rules: each names the version that it was made on, and is applied completely or not at all.

use super::history::Area;
use super::operations::{self, Done, Operation};
use super::request::{ChangeRequest, Changed, HistoryRecord, finish, refused};
use super::sqlite::Tx;
use super::value::values;
use super::{Store, StoreError, from_json, to_json};

/// A requested change of rules.
#[derive(Debug, Clone)]
pub struct Change {
    /// By whom, on what.
    pub request: ChangeRequest,
    /// The operations, in this order.
    pub operations: Vec<Operation>,
}

impl Store {
    /// Makes a change.
    ///
    /// # Errors
    /// If storage fails; then nothing was done.
    pub async fn change(&self, change: &Change) -> Result<Changed, StoreError> {
        let mut tx = self.write().await?;
        let request = &change.request;
        if let Some(refused) = refused(&mut tx, request, Area::Rules).await? {
            return tx.take_back().await.map(|()| refused);
        }
        take(tx, request, &change.operations).await
    }

    /// Undoes the last change of a server's rules, if it still is the version `request.base`.
    ///
    /// # Errors
    /// If storage fails; then nothing was done.
    pub async fn undo(&self, request: &ChangeRequest) -> Result<Changed, StoreError> {
        let mut tx = self.write().await?;
        if let Some(refused) = refused(&mut tx, request, Area::Rules).await? {
            return tx.take_back().await.map(|()| refused);
        }
        let row = tx
            .row(
                "SELECT undo FROM history WHERE server = $1 AND area = 'rules' AND version = $2",
                values![request.server.stored(), request.base.0],
            )
            .await?;
        let Some(undo) = row.map(|row| row.maybe_text(0)).transpose()?.flatten() else {
            return tx.take_back().await.map(|()| Changed::Gone);
        };
        let back: Vec<Operation> = from_json(&undo)?;
        take(tx, request, &back).await
    }
}

/// All of the operations, or nothing where one of them leads nowhere.
async fn take(
    mut tx: Tx,
    request: &ChangeRequest,
    operations: &[Operation],
) -> Result<Changed, StoreError> {
    let Some(Done { undo, before, after }) =
        operations::apply(&mut tx, request, operations).await?
    else {
        return tx.take_back().await.map(|()| Changed::Gone);
    };
    tx.run(
        "UPDATE servers SET rules_version = $2 WHERE server = $1",
        values![request.server.stored(), request.base.0 + 1],
    )
    .await?;
    let made = HistoryRecord { before, after, undo: Some(to_json(&undo)?) };
    finish(tx, request, Area::Rules, &made).await
}
