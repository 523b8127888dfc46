//! Why something was not done: what people can mend, and what broke, are two things.

use crate::render::Language;
use crate::render::team::{self, Refused, StorageTrouble};
use crate::render::tip_plan::TipsRefused;
use crate::store::StoreError;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Whoever asked can mend it.
    #[error("refused")]
    Refused(Refused),
    /// Storage failed; for the log.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The program is about to end.
    #[error("the work was stopped")]
    Stopped,
}

impl From<Refused> for Trouble {
    fn from(refused: Refused) -> Self {
        Trouble::Refused(refused)
    }
}

impl From<TipsRefused> for Trouble {
    fn from(refused: TipsRefused) -> Self {
        Trouble::Refused(Refused::Tips(refused))
    }
}

impl Trouble {
    /// What the person who asked is told.
    pub fn said(&self, language: Language) -> String {
        let storage = |trouble| team::storage(trouble).to(language).to_owned();
        match self {
            Trouble::Refused(refused) => team::refused(refused, language),
            Trouble::Store(StoreError::Busy(_)) | Trouble::Stopped => storage(StorageTrouble::Busy),
            Trouble::Store(StoreError::Full(_)) => storage(StorageTrouble::Full),
            Trouble::Store(_) => storage(StorageTrouble::Away),
        }
    }
}
