//! The operations of a change, each with those that undo it.

use serde::{Deserialize, Serialize};

use super::StoreError;
use super::pending::UploadId;
use super::proposals::ProposalId;
use super::request::ChangeRequest;
use super::sqlite::Tx;
use super::team::{Position, SwitchKind, VersionContent};
use super::value::{Value, values};
use crate::model::ServerId;

/// An operation of a change. Undone changes are stored as operations, so names of variants and fields stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operation {
    /// A waiting upload becomes the active version of its file.
    Accept(UploadId),
    /// A new version becomes active.
    Add {
        file: String,
        /// What it holds.
        content: VersionContent,
    },
    /// An earlier version of a file is restored.
    PutBack {
        file: String,
        /// The version.
        number: i64,
    },
    /// A file is deactivated; its versions stay.
    TakeOut { file: String },
    /// A switch is turned.
    Turn {
        /// What kind.
        kind: SwitchKind,
        /// What it turns off.
        name: String,
        /// Where it is then.
        to: Position,
    },
    /// A word is never flagged, or again as the rules say.
    #[serde(rename = "Spare")]
    Allow {
        word: String,
        /// Off: never flagged.
        flagging: Position,
    },
    /// A proposal is decided in its favour.
    Approve {
        /// Which.
        proposal: ProposalId,
    },
    /// An approved proposal waits for a decision again.
    Reopen {
        /// Which.
        proposal: ProposalId,
    },
}

/// What operations have done.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// Operations that undo it, in the order in which they are to be applied.
    pub undo: Vec<Operation>,
    /// The active version of the file before, if it is about a file.
    pub before: Option<String>,
    /// The active version after.
    pub after: Option<String>,
}

/// Applies operations; `None` where one of them leads nowhere.
pub(super) async fn apply(
    tx: &mut Tx,
    request: &ChangeRequest,
    operations: &[Operation],
) -> Result<Option<Done>, StoreError> {
    let mut done = Done::default();
    for operation in operations {
        if !one(tx, request, operation, &mut done).await? {
            return Ok(None);
        }
    }
    done.undo.reverse();
    Ok(Some(done))
}

async fn one(
    tx: &mut Tx,
    request: &ChangeRequest,
    operation: &Operation,
    done: &mut Done,
) -> Result<bool, StoreError> {
    let server = request.server;
    match operation {
        Operation::Accept(pending) => accept(tx, request, *pending, done).await,
        Operation::Add { file, content } => add(tx, request, file, content, done).await,
        Operation::PutBack { file, number } => {
            put_in_force(tx, server, file, Some(*number), done).await
        }
        Operation::TakeOut { file } => put_in_force(tx, server, file, None, done).await,
        Operation::Turn { kind, name, to } => turn(tx, server, *kind, name, *to, done).await,
        Operation::Allow { word, flagging } => allow(tx, server, word, *flagging, done).await,
        Operation::Approve { proposal } => {
            done.undo.push(Operation::Reopen { proposal: *proposal });
            super::proposals::approve(tx, request, *proposal).await
        }
        Operation::Reopen { proposal } => {
            if super::proposals::reopen(tx, request, *proposal).await? {
                done.undo.push(Operation::Approve { proposal: *proposal });
            }
            Ok(true)
        }
    }
}

async fn accept(
    tx: &mut Tx,
    request: &ChangeRequest,
    pending: UploadId,
    done: &mut Done,
) -> Result<bool, StoreError> {
    let Some(upload) = super::pending::pending(tx, request.server, pending).await? else {
        return Ok(false);
    };
    let sql = "DELETE FROM pending_uploads WHERE pending = $1";
    tx.run(sql, values![pending.0]).await?;
    add(tx, request, &upload.file, &upload.content, done).await
}

async fn add(
    tx: &mut Tx,
    request: &ChangeRequest,
    file: &str,
    content: &VersionContent,
    done: &mut Done,
) -> Result<bool, StoreError> {
    let server = request.server.stored();
    tx.run(
        "INSERT INTO rule_files (server, file) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        values![server, file],
    )
    .await?;
    let last = tx
        .row(
            "SELECT COALESCE(MAX(number), 0) FROM rule_versions WHERE server = $1 AND file = $2",
            values![server, file],
        )
        .await?
        .map_or(Ok(0), |row| row.int(0))?;
    let mut values = vec![Value::from(server), file.into(), (last + 1).into()];
    values.extend(content.columns());
    values.extend([Value::from(request.by.stored()), request.at.0.into()]);
    tx.run(
        "INSERT INTO rule_versions
             (server, file, number, format, bytes, hash, rules, ids, note, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &values,
    )
    .await?;
    put_in_force(tx, request.server, file, Some(last + 1), done).await
}

async fn put_in_force(
    tx: &mut Tx,
    server: ServerId,
    file: &str,
    number: Option<i64>,
    done: &mut Done,
) -> Result<bool, StoreError> {
    let key = values![server.stored(), file];
    let sql = "SELECT active FROM rule_files WHERE server = $1 AND file = $2";
    let Some(before) = tx.row(sql, key).await?.map(|row| row.maybe_int(0)).transpose()? else {
        return Ok(false);
    };
    if let Some(number) = number {
        let sql =
            "SELECT number FROM rule_versions WHERE server = $1 AND file = $2 AND number = $3";
        if tx.row(sql, values![server.stored(), file, number]).await?.is_none() {
            return Ok(false);
        }
    }
    let sql = "UPDATE rule_files SET active = $3 WHERE server = $1 AND file = $2";
    tx.run(sql, values![server.stored(), file, number]).await?;
    done.before = before.map(|number| number.to_string());
    done.after = number.map(|number| number.to_string());
    done.undo.push(match before {
        Some(number) => Operation::PutBack { file: file.to_owned(), number },
        None => Operation::TakeOut { file: file.to_owned() },
    });
    Ok(true)
}

async fn turn(
    tx: &mut Tx,
    server: ServerId,
    kind: SwitchKind,
    name: &str,
    to: Position,
    done: &mut Done,
) -> Result<bool, StoreError> {
    let key = values![server.stored(), kind.word(), name];
    let changed = match to {
        Position::Off => {
            let sql = "INSERT INTO switches (server, kind, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
            tx.run(sql, key).await?
        }
        Position::On => {
            let sql = "DELETE FROM switches WHERE server = $1 AND kind = $2 AND name = $3";
            tx.run(sql, key).await?
        }
    };
    if changed > 0 {
        done.undo.push(Operation::Turn { kind, name: name.to_owned(), to: to.other() });
    }
    Ok(true)
}

async fn allow(
    tx: &mut Tx,
    server: ServerId,
    word: &str,
    flagging: Position,
    done: &mut Done,
) -> Result<bool, StoreError> {
    let key = values![server.stored(), word];
    let changed = match flagging {
        Position::Off => {
            let sql =
                "INSERT INTO brand_words (server, word) VALUES ($1, $2) ON CONFLICT DO NOTHING";
            tx.run(sql, key).await?
        }
        Position::On => {
            tx.run("DELETE FROM brand_words WHERE server = $1 AND word = $2", key).await?
        }
    };
    if changed > 0 {
        let word = word.to_owned();
        done.undo.push(Operation::Allow { word, flagging: flagging.other() });
    }
    Ok(true)
}

impl Position {
    fn other(self) -> Position {
        match self {
            Position::On => Position::Off,
            Position::Off => Position::On,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The history of every database holds these words.
    #[test]
    fn an_operation_keeps_its_stored_form() {
        let (file, word, name) = ("a.yaml".to_owned(), "Όνομα".to_owned(), "el/a".to_owned());
        let proposal = ProposalId(3);
        for (operation, stored) in [
            (Operation::Accept(UploadId(7)), r#"{"Accept":7}"#),
            (
                Operation::PutBack { file: file.clone(), number: 2 },
                r#"{"PutBack":{"file":"a.yaml","number":2}}"#,
            ),
            (Operation::TakeOut { file }, r#"{"TakeOut":{"file":"a.yaml"}}"#),
            (
                Operation::Turn { kind: SwitchKind::Rule, name, to: Position::Off },
                r#"{"Turn":{"kind":"Rule","name":"el/a","to":"Off"}}"#,
            ),
            (
                Operation::Allow { word, flagging: Position::Off },
                r#"{"Spare":{"word":"Όνομα","flagging":"Off"}}"#,
            ),
            (Operation::Approve { proposal }, r#"{"Approve":{"proposal":3}}"#),
            (Operation::Reopen { proposal }, r#"{"Reopen":{"proposal":3}}"#),
        ] {
            assert_eq!(serde_json::to_string(&operation).unwrap(), stored);
            assert_eq!(serde_json::from_str::<Operation>(stored).unwrap(), operation);
        }
    }
}
