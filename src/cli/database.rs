//! The database: where it lies, and what to say where it can't be used.

use std::path::{Path, PathBuf};

use tokio::runtime::Runtime;

use crate::render::Refusal;
use crate::store::{Store, StoreError};

/// Opens the database, at `path` or in the data folder of the system; makes it where there is none.
pub fn open(runtime: &Runtime, path: Option<&Path>) -> Result<Store, Refusal> {
    let path = match path {
        Some(path) => path.to_owned(),
        None => Store::default_path().map_err(|error| refusal(error, Path::new("")))?,
    };
    runtime.block_on(Store::open(&path)).map_err(|error| refusal(error, &path))
}

/// What an operator is told.
pub fn refusal(error: StoreError, path: &Path) -> Refusal {
    let path = shown(path);
    match error {
        StoreError::Full(_) => Refusal::NoRoom { path },
        StoreError::Busy(_) => Refusal::DatabaseBusy { path },
        StoreError::NoFolder => Refusal::NoDataFolder,
        StoreError::OutOfReach(_) => Refusal::NoDatabase { path },
        StoreError::Later => Refusal::DatabaseLater { path },
        _ => Refusal::DatabaseDamaged { path },
    }
}

/// A path as people read it.
pub fn shown(path: &Path) -> String {
    PathBuf::from(path).display().to_string()
}
