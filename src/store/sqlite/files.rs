//! Files of databases: made for their owner alone, copied whole, closed for good.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions};

use super::form::judge;
use crate::store::{StoreError, StoreOptions};

/// Makes an empty file that only its owner can read; SQLite makes its companions like it.
pub fn create_privately(path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        return Ok(());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        create_folder(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(()),
    }
}

fn create_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Copies a database to a place that is free: nothing is there before the copy is complete and was examined.
pub async fn copy_whole(from: &Path, to: &Path) -> Result<(), StoreError> {
    let unfinished = with_ending(to, ".unfinished");
    remove(&unfinished)?;
    create_privately(&unfinished)?;
    let copied = copied_and_judged(from, &unfinished).await;
    let copied = copied.and_then(|()| Ok(fs::rename(&unfinished, to)?));
    if copied.is_err() {
        remove(&unfinished)?;
    }
    copied
}

async fn copied_and_judged(from: &Path, unfinished: &Path) -> Result<(), StoreError> {
    let name = unfinished.to_str().ok_or_else(invalid_name)?;
    copy(from, name).await?;
    judge(unfinished).await?;
    Ok(fs::File::open(unfinished)?.sync_all()?)
}

/// A whole copy of what the file holds at one moment, into an empty file; others go on reading and writing.
async fn copy(from: &Path, to: &str) -> Result<(), StoreError> {
    let connection = SqliteConnectOptions::new()
        .filename(from)
        .create_if_missing(false)
        .busy_timeout(StoreOptions::default().patience);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(connection).await?;
    let copied = sqlx::query("VACUUM INTO $1").bind(to.to_owned()).execute(&pool).await;
    pool.close().await;
    copied?;
    Ok(())
}

pub fn invalid_name() -> StoreError {
    StoreError::OutOfReach(Box::new(std::io::Error::from(std::io::ErrorKind::InvalidFilename)))
}

pub fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// What an earlier try may have left.
pub fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Writes everything into the file itself, which nobody else may have open.
///
/// # Errors
/// [`StoreError::Busy`] where somebody has.
pub async fn settle_alone(path: &Path) -> Result<(), StoreError> {
    let connection = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .busy_timeout(Duration::ZERO)
        .journal_mode(SqliteJournalMode::Delete);
    // The journal can't be changed while another connection is there.
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(connection).await?;
    pool.close().await;
    Ok(())
}
