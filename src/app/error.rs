//! One error for every answer: what the person can fix is explained kindly, what broke is logged.

use crate::model::Language;
use crate::store::StoreError;
use crate::ui::talk;
use crate::ui::team::StorageFault;
use crate::{check, team, tips, ui};

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The person can fix what is wrong with a draft or a card.
    #[error("refused")]
    Check(check::UserError),
    /// The same about the team's rules and settings.
    #[error("refused")]
    Team(team::UserError),
    /// The same about tips.
    #[error("refused")]
    Tips(tips::UserError),
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

impl Error {
    /// Whether an operator should hear of it.
    pub fn is_ours(&self) -> bool {
        match self {
            Error::Check(_) | Error::Team(_) | Error::Tips(_) => false,
            Error::Store(_) | Error::Broken | Error::Stopped => true,
        }
    }

    /// The text for the person who asked.
    pub fn sentence(&self, language: Language) -> String {
        let storage = |error| ui::team::storage(error).to(language).to_owned();
        match self {
            Error::Check(error) => talk::check_error(error, language),
            Error::Team(error) => ui::team::user_error(error, language),
            Error::Tips(error) => ui::tip_plan::user_error(error, language),
            Error::Store(StoreError::Busy(_)) => storage(StorageFault::Busy),
            Error::Store(StoreError::Full(_)) => storage(StorageFault::Full),
            Error::Store(_) => storage(StorageFault::Away),
            Error::Broken => talk::OUR_FAULT.to(language).to_owned(),
            Error::Stopped => talk::STOPPING.to(language).to_owned(),
        }
    }
}

impl From<check::UserError> for Error {
    fn from(error: check::UserError) -> Self {
        Error::Check(error)
    }
}

impl From<team::UserError> for Error {
    fn from(error: team::UserError) -> Self {
        Error::Team(error)
    }
}

impl From<tips::UserError> for Error {
    fn from(error: tips::UserError) -> Self {
        Error::Tips(error)
    }
}

impl From<team::Error> for Error {
    fn from(error: team::Error) -> Self {
        match error {
            team::Error::User(error) => Error::Team(error),
            team::Error::Store(error) => Error::Store(error),
            team::Error::Broken => Error::Broken,
            team::Error::Stopped => Error::Stopped,
        }
    }
}

impl From<tips::Error> for Error {
    fn from(error: tips::Error) -> Self {
        match error {
            tips::Error::User(error) => Error::Tips(error),
            tips::Error::Team(error) => error.into(),
        }
    }
}
