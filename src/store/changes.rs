//! Changes of a server's rules: each names the version that it was made on, and is applied completely or not at all.

use super::history::Area;
use super::operations::{self, Done, Operation};
use super::request::{ChangeRequest, Changed, HistoryRecord, finish, refused};
use super::sqlite::Tx;
use super::value::values;
use super::{Position, Store, StoreError, SwitchKind, from_json, to_json};
use crate::model::{ServerId, Version};

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

impl Store {
    /// The rules that a change has switched off, or on.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn switched_by(
        &self,
        server: ServerId,
        version: Version,
        position: Position,
    ) -> Result<Vec<String>, StoreError> {
        let mut tx = self.read().await?;
        let row = tx
            .row(
                "SELECT undo FROM history WHERE server = $1 AND area = 'rules' AND version = $2",
                values![server.stored(), version.0],
            )
            .await?;
        let undo = row.map(|row| row.maybe_text(0)).transpose()?.flatten();
        undo.map_or(Ok(Vec::new()), |undo| Ok(rules_switched(position, from_json(&undo)?)))
    }

    /// The rules that changes of a file have switched off, each once.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn switched_off_for(
        &self,
        server: ServerId,
        file: &str,
    ) -> Result<Vec<String>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT undo FROM history WHERE server = $1 AND area = 'rules' AND subject = $2
                 AND undo IS NOT NULL AND (before IS NOT NULL OR after IS NOT NULL) ORDER BY version",
                values![server.stored(), file],
            )
            .await?;
        let mut names: Vec<String> = Vec::new();
        for row in rows {
            for name in rules_switched(Position::Off, from_json(&row.text(0)?)?) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        Ok(names)
    }
}

/// The rules that a change has switched so, by the operations that undo it.
fn rules_switched(position: Position, undo: Vec<Operation>) -> Vec<String> {
    let rule = |operation: Operation| match operation {
        Operation::Turn { kind: SwitchKind::Rule, name, to } if to != position => Some(name),
        _ => None,
    };
    undo.into_iter().filter_map(rule).collect()
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
