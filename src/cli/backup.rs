//! `kalologos backup` and `kalologos restore`: a copy of what is remembered, and back again.

use std::path::Path;

use super::args::Backup;
use super::database::shown;
use super::{Exit, Failure, database, locale, report};
use crate::store::{Store, StoreError};
use crate::ui;
use crate::ui::Refusal;

/// Copies the database to a new file, while the bot may run.
pub fn run(backup: &Backup) -> Result<Exit, Failure> {
    let from = database::configured(backup.config.as_deref(), backup.data.as_deref())?;
    let to = &backup.file;
    waiting(Store::backup(&from, to))?.map_err(|error| not_copied(error, &from, to))?;
    let speaking = locale::speaking(backup.language.0.as_deref());
    report::print(&ui::backed_up(&shown(&from), &shown(to), speaking))?;
    Ok(Exit::Nothing)
}

/// Puts a backup in the place of the database, while the bot does not run.
pub fn restore(backup: &Backup) -> Result<Exit, Failure> {
    let to = database::configured(backup.config.as_deref(), backup.data.as_deref())?;
    let from = &backup.file;
    let restored = waiting(Store::restore(from, &to))?;
    let aside = restored.map_err(|error| not_restored(error, from, &to))?;
    let speaking = locale::speaking(backup.language.0.as_deref());
    let aside = aside.as_deref().map(shown);
    report::print(&ui::restored(&shown(from), &shown(&to), aside.as_deref(), speaking))?;
    Ok(Exit::Nothing)
}

fn waiting<T>(work: impl Future<Output = T>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    Ok(runtime.map_err(Failure::Write)?.block_on(work))
}

fn not_copied(error: StoreError, from: &Path, to: &Path) -> Refusal {
    match error {
        StoreError::PlaceTaken(path) => Refusal::PlaceTaken { path: shown(&path) },
        StoreError::Full(_) => Refusal::NoRoom { path: shown(to) },
        StoreError::OutOfReach(_) | StoreError::Forbidden(_) | StoreError::ReadOnly(_)
            if from.exists() =>
        {
            Refusal::CannotCopy { path: shown(to) }
        }
        error => database::refusal(error, from),
    }
}

fn not_restored(error: StoreError, from: &Path, to: &Path) -> Refusal {
    match error {
        StoreError::Busy(_) => Refusal::DatabaseOpen { path: shown(to) },
        StoreError::PlaceTaken(path) => Refusal::PlaceTaken { path: shown(&path) },
        StoreError::Full(_) => Refusal::NoRoom { path: shown(to) },
        StoreError::Forbidden(_) | StoreError::ReadOnly(_) => database::refusal(error, to),
        error => database::refusal(error, from),
    }
}
