//! A copy of everything, made while the bot runs, and put back while it does not.

use std::fs;
use std::path::{Path, PathBuf};

use super::sqlite::{self, invalid_name, remove, with_ending};
use super::{Store, StoreError};

/// How many databases that were moved aside for another one are kept next to each other.
const MOST_ASIDE: u32 = 1_000;

impl Store {
    /// Copies the database at `from` to the new file `to`, whole and as it was at one moment, while
    /// others read and write it. There is nothing at `to` before the copy is complete and was examined.
    ///
    /// # Errors
    /// Where `from` is not there or not ours, `to` is there, or something fails on the way; then nothing is left behind.
    pub async fn backup(from: &Path, to: &Path) -> Result<(), StoreError> {
        // SQLite takes a name that begins so for an address, and would write elsewhere than we look.
        if to.to_str().is_some_and(|name| name.starts_with("file:")) {
            return Err(invalid_name());
        }
        if to.exists() {
            return Err(StoreError::PlaceTaken(to.to_owned()));
        }
        from.metadata()?;
        sqlite::copy_whole(from, to).await
    }

    /// Puts a backup in the place of the database at `to`, once it was examined; what was there is moved aside, and
    /// its new name given.
    ///
    /// # Errors
    /// Where the backup can't be used, or somebody has the database open; then all is as it was.
    pub async fn restore(backup: &Path, to: &Path) -> Result<Option<PathBuf>, StoreError> {
        sqlite::judge(backup).await?;
        let unfinished = with_ending(to, ".unfinished");
        remove(&unfinished)?;
        sqlite::create_privately(&unfinished)?;
        let copied = put(backup, &unfinished, to).await;
        if copied.is_err() {
            remove(&unfinished)?;
        }
        copied
    }
}

async fn put(backup: &Path, unfinished: &Path, to: &Path) -> Result<Option<PathBuf>, StoreError> {
    fs::copy(backup, unfinished)?;
    sqlite::judge(unfinished).await?;
    fs::File::open(unfinished)?.sync_all()?;
    let aside = if to.exists() { Some(move_aside(to).await?) } else { None };
    fs::rename(unfinished, to)?;
    Ok(aside)
}

/// Moves a database away, and what belongs to it.
async fn move_aside(path: &Path) -> Result<PathBuf, StoreError> {
    match sqlite::settle_alone(path).await {
        // What is damaged is moved as it is.
        Ok(()) | Err(StoreError::Damaged(_)) => (),
        Err(error) => return Err(error),
    }
    let free = |number: u32| Some(with_ending(path, &format!(".before-restore-{number}")));
    let aside = (1..=MOST_ASIDE).filter_map(free).find(|place| !place.exists());
    let aside =
        aside.ok_or_else(|| StoreError::PlaceTaken(with_ending(path, ".before-restore")))?;
    for ending in ["-wal", "-shm"] {
        let companion = with_ending(path, ending);
        if companion.exists() {
            fs::rename(companion, with_ending(&aside, ending))?;
        }
    }
    fs::rename(path, &aside)?;
    Ok(aside)
}
