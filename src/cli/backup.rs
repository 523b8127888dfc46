//! `kalologos backup` and `kalologos restore`: a copy of what is remembered, and back again.

use std::path::{Path, PathBuf};

use super::args::Backup;
use super::database::shown;
use super::{Exit, Failure, database, locale, report};
use crate::store::{Store, StoreError};
use crate::ui;
use crate::ui::Refusal;

/// Copies the database to a new file, while the bot may run.
pub fn run(backup: &Backup) -> Result<Exit, Failure> {
    let from = configured(backup.config.as_deref(), backup.data.as_deref())?;
    let to = &backup.file;
    waiting(Store::backup(&from, to))?.map_err(|error| not_copied(error, &from, to))?;
    let speaking = locale::speaking(backup.language.0.as_deref());
    report::print(&ui::backed_up(&shown(&from), &shown(to), speaking))?;
    Ok(Exit::Nothing)
}

/// Puts a backup in the place of the database, while the bot does not run.
pub fn restore(backup: &Backup) -> Result<Exit, Failure> {
    let to = configured(backup.config.as_deref(), backup.data.as_deref())?;
    let from = &backup.file;
    let restored = waiting(Store::restore(from, &to))?;
    let aside = restored.map_err(|error| not_restored(error, from, &to))?;
    let speaking = locale::speaking(backup.language.0.as_deref());
    let aside = aside.as_deref().map(shown);
    report::print(&ui::restored(&shown(from), &shown(&to), aside.as_deref(), speaking))?;
    Ok(Exit::Nothing)
}

/// Where the database lies that the bot uses: as [`database::place`], and before the environment what the command line and the
/// file of the configuration say.
#[cfg(feature = "discord")]
fn configured(config: Option<&Path>, path: Option<&Path>) -> Result<PathBuf, Failure> {
    if path.is_some() {
        return Ok(database::place(path)?);
    }
    let configured = super::bot::configured_data(config)?;
    Ok(database::place(configured.as_deref())?)
}

/// Where the database lies that the bot uses.
#[cfg(not(feature = "discord"))]
fn configured(_: Option<&Path>, path: Option<&Path>) -> Result<PathBuf, Failure> {
    Ok(database::place(path)?)
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
