//! The database: where it lies, and what to say where it can't be used.

use std::io;
use std::path::{Path, PathBuf};

use tokio::runtime::Runtime;

use super::private;
use crate::store::{Store, StoreError};
use crate::ui::Refusal;

/// Names the file in the environment.
const VARIABLE: &str = "KALOLOGOS_DATA";

/// Where the database lies: at `path`, else where the environment says, else in the data folder of the system.
pub fn place(path: Option<&Path>) -> Result<PathBuf, Refusal> {
    let of_environment = || std::env::var_os(VARIABLE).filter(|path| !path.is_empty());
    match path.map(Path::to_owned).or_else(|| of_environment().map(PathBuf::from)) {
        Some(path) if private::is_token(&path) => Err(Refusal::TokenAsPath),
        Some(path) => match kind_of_url(&path.to_string_lossy()) {
            Some(kind) => Err(Refusal::DatabaseUrl { kind }),
            None => Ok(path),
        },
        None => Store::default_path().map_err(|error| refusal(error, Path::new(""))),
    }
}

/// The kind of database that an address is one of; the rest of an address may hold a password.
fn kind_of_url(path: &str) -> Option<String> {
    let (kind, _) = path.split_once("://")?;
    let kind = kind.rsplit(['/', '\\']).next()?;
    Some(kind.to_owned())
}

/// Opens the database; makes it where there is none.
pub fn open(runtime: &Runtime, path: Option<&Path>) -> Result<Store, Refusal> {
    let path = place(path)?;
    runtime.block_on(Store::open(&path)).map_err(|error| refusal(error, &path))
}

/// What an operator is told.
pub fn refusal(error: StoreError, path: &Path) -> Refusal {
    let path = shown(path);
    match error {
        StoreError::Full(_) => Refusal::NoRoom { path },
        StoreError::Busy(_) => Refusal::DatabaseBusy { path },
        StoreError::NoFolder => Refusal::NoDataFolder,
        StoreError::OutOfReach(reason) if is_missing(reason.as_ref()) => {
            Refusal::NoDatabase { path }
        }
        StoreError::OutOfReach(reason) | StoreError::Failed(reason) => {
            Refusal::DatabaseOutOfReach { path, reason: reason.to_string() }
        }
        StoreError::Forbidden(reason) => {
            Refusal::DatabaseForbidden { path, reason: reason.to_string() }
        }
        StoreError::ReadOnly(reason) => {
            Refusal::DatabaseReadOnly { path, reason: reason.to_string() }
        }
        StoreError::Later => Refusal::DatabaseLater { path },
        StoreError::Foreign => Refusal::DatabaseForeign { path },
        StoreError::Empty => Refusal::DatabaseEmpty { path },
        _ => Refusal::DatabaseDamaged { path },
    }
}

fn is_missing(reason: &(dyn std::error::Error + 'static)) -> bool {
    reason.downcast_ref::<io::Error>().is_some_and(|it| it.kind() == io::ErrorKind::NotFound)
}

/// A path as people read it.
pub fn shown(path: &Path) -> String {
    PathBuf::from(path).display().to_string()
}
