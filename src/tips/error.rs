//! Why something about tips was not done: what a person can fix, and what broke. `ui` has the sentences.

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

/// Why something about tips was not done; the person can fix it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserError {
    /// The team has no plan yet.
    NoPlan,
    /// Tips are paused already.
    Resting,
    /// By this plan no tip would ever come.
    NoDays,
    /// There are no tips in the language.
    NoTips {
        /// Its tag.
        language: String,
    },
    /// No time zone is called so.
    UnknownZone {
        /// As it was asked for.
        asked: String,
        /// The most like it.
        nearest: Option<String>,
    },
    /// That is no time of day.
    NotATime {
        /// As it was written.
        asked: String,
    },
    /// That is not a date.
    NotADate {
        /// As it was written.
        asked: String,
    },
    /// Those are not days of the week.
    NotWeekdays {
        /// As they were written.
        asked: String,
    },
    /// A tip without words.
    EmptyTip,
    /// The deck has a tip that says the same.
    TipThere,
    /// More of them than are kept.
    TooManyTips {
        /// How many are.
        limit: usize,
    },
    /// No principle is called so.
    UnknownPrinciple {
        /// As it was asked for.
        asked: String,
    },
    /// The tip is not in the deck any more.
    TipGone,
    /// Tips need a channel, and this is none.
    NoChannel,
}
