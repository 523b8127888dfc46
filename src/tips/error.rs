//! Why something about tips was not done.

use super::UserError;
use crate::store::StoreError;
use crate::team;

/// Why something about tips was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The person who asked can put it right.
    #[error("refused")]
    User(UserError),
    /// It is about the team, or storage failed.
    #[error(transparent)]
    Team(#[from] team::Error),
}

impl Error {
    /// Whether storage failed, which may pass.
    pub fn is_of_storage(&self) -> bool {
        matches!(self, Error::Team(team::Error::Store(_)))
    }
}

impl From<UserError> for Error {
    fn from(error: UserError) -> Self {
        Error::User(error)
    }
}

impl From<team::UserError> for Error {
    fn from(error: team::UserError) -> Self {
        Error::Team(error.into())
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Error::Team(error.into())
    }
}
