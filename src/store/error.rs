//! What can happen to storage. These are for the log and for deciding what to do; no user reads them.

use std::io;
use std::path::PathBuf;

/// Why something could not be remembered or read. Nothing of it was done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Somebody else has held it for longer than we wait; later it may work.
    #[error("the database is busy: {0}")]
    Busy(#[source] Source),
    /// No room is left.
    #[error("no room is left for the database: {0}")]
    Full(#[source] Source),
    /// It is not where it was, or can't be opened.
    #[error("the database is out of reach: {0}")]
    OutOfReach(#[source] Source),
    /// The system does not let us.
    #[error("the database is not ours to use: {0}")]
    Forbidden(#[source] Source),
    /// It, or its disk, can't be written to.
    #[error("the database is read-only: {0}")]
    ReadOnly(#[source] Source),
    /// Another program's.
    #[error("the database is that of another program")]
    Foreign,
    /// There is nothing in it.
    #[error("the database is empty")]
    Empty,
    /// A later version of the program has written it.
    #[error("the database is of a later version of the program")]
    Later,
    /// Its content can't be read.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// The place for a copy is taken.
    #[error("{} is there already", .0.display())]
    PlaceTaken(PathBuf),
    /// The system does not tell where data of programs belong.
    #[error("there is no folder for data")]
    NoFolder,
    /// Any other error.
    #[error("the database failed: {0}")]
    Failed(#[source] Source),
}

/// What caused it.
pub type Source = Box<dyn std::error::Error + Send + Sync>;

impl StoreError {
    /// Whether the same may work a little later, without anybody's doing.
    pub fn is_passing(&self) -> bool {
        matches!(self, StoreError::Busy(_))
    }

    /// Whether waiting does not help: it takes another database or another program.
    pub fn is_lasting(&self) -> bool {
        match self {
            StoreError::Later
            | StoreError::Damaged(_)
            | StoreError::Foreign
            | StoreError::Empty
            | StoreError::NoFolder => true,
            StoreError::Busy(_)
            | StoreError::Full(_)
            | StoreError::OutOfReach(_)
            | StoreError::Forbidden(_)
            | StoreError::ReadOnly(_)
            | StoreError::PlaceTaken(_)
            | StoreError::Failed(_) => false,
        }
    }

    pub(crate) fn vanished() -> StoreError {
        let reason = "another file is in its place";
        StoreError::OutOfReach(Box::new(io::Error::new(io::ErrorKind::NotFound, reason)))
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                StoreError::Full(Box::new(error))
            }
            io::ErrorKind::PermissionDenied => StoreError::Forbidden(Box::new(error)),
            io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(Box::new(error)),
            _ => StoreError::OutOfReach(Box::new(error)),
        }
    }
}
