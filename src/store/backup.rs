//! A copy of everything, made while the bot runs.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Store, StoreError, sqlite};

impl Store {
    /// Copies the database at `from` to the new file `to`, whole and as it was at one moment, while
    /// others read and write it. Nothing stands at `to` before the copy is complete and was examined.
    ///
    /// # Errors
    /// Where `from` is not there, `to` is, or something fails on the way; then nothing is left behind.
    pub async fn backup(from: &Path, to: &Path) -> Result<(), StoreError> {
        // SQLite takes a name that begins so for an address, and would write elsewhere than we look.
        if to.to_str().is_some_and(|name| name.starts_with("file:")) {
            return Err(invalid_name());
        }
        if to.exists() {
            return Err(StoreError::PlaceTaken(to.to_owned()));
        }
        if !from.exists() {
            return Err(StoreError::vanished());
        }
        let unfinished = with_ending(to, ".unfinished");
        remove(&unfinished)?;
        sqlite::create_privately(&unfinished)?;
        let copied = copy(from, &unfinished).await;
        let copied = copied.and_then(|()| Ok(fs::rename(&unfinished, to)?));
        if copied.is_err() {
            remove(&unfinished)?;
        }
        copied
    }
}

async fn copy(from: &Path, unfinished: &Path) -> Result<(), StoreError> {
    let name = unfinished.to_str().ok_or_else(invalid_name)?;
    sqlite::copy(from, name).await?;
    sqlite::examine(unfinished).await?;
    Ok(fs::File::open(unfinished)?.sync_all()?)
}

fn invalid_name() -> StoreError {
    StoreError::OutOfReach(Box::new(std::io::Error::from(std::io::ErrorKind::InvalidFilename)))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// What an earlier try may have left.
fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
