//! Why something was not done: what a person can put right, and what broke, are two things.

use crate::store::StoreError;

use super::UserError;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The person who asked can put it right.
    #[error("refused")]
    User(UserError),
    /// Storage failed; for the log.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Our own code broke; where is in the log.
    #[error("our code broke")]
    Broken,
    /// The program is about to end.
    #[error("the work was stopped")]
    Stopped,
}

impl From<UserError> for Error {
    fn from(error: UserError) -> Self {
        Error::User(error)
    }
}
