//! `kalologos backup`: a copy of what is remembered, made while the bot runs.

use std::path::Path;

use super::args::Backup;
use super::database::shown;
use super::{Exit, Failure, database, locale, report};
use crate::store::{Store, StoreError};
use crate::ui;
use crate::ui::Refusal;

/// Copies the database to a new file.
pub fn run(backup: &Backup) -> Result<Exit, Failure> {
    let from = database::place(backup.data.as_deref())?;
    copy(&from, &backup.to)?;
    let speaking = locale::speaking(backup.language.0.as_deref());
    report::print(&ui::backed_up(&shown(&from), &shown(&backup.to), speaking))?;
    Ok(Exit::Nothing)
}

fn copy(from: &Path, to: &Path) -> Result<(), Refusal> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime =
        runtime.map_err(|error| Refusal::CannotRead { path: shown(from), kind: error.kind() })?;
    runtime.block_on(Store::backup(from, to)).map_err(|error| refusal(error, from, to))
}

fn refusal(error: StoreError, from: &Path, to: &Path) -> Refusal {
    match error {
        StoreError::PlaceTaken(path) => Refusal::PlaceTaken { path: shown(&path) },
        StoreError::Full(_) => Refusal::NoRoom { path: shown(to) },
        StoreError::OutOfReach(_) if from.exists() => Refusal::CannotCopy { path: shown(to) },
        error => database::refusal(error, from),
    }
}
