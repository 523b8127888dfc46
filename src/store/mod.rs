//! What is remembered: settings, rule files with every version, who changed what, switches, proposals,
//! counts and tips. Never a word of a draft.
//!
//! [`Store`] speaks in our own words; which database is behind it is known only to `sqlite`.
//! Another one would be next to it with a transaction (`sqlite::Tx`) of its own: the statements are
//! written for both. Storage knows no chat, and not what a rule means; it asks no clock.

mod backup;
mod changes;
mod counts;
mod departures;
mod error;
mod forget;
mod history;
mod operations;
mod own_tips;
mod pending;
mod proposals;
mod request;
mod settings;
mod sqlite;
mod team;
mod tip_plans;
mod tips;
mod trim;
mod value;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

pub use changes::Change;
pub use counts::{Count, Outcome};
pub use error::StoreError;
pub use forget::{Forgotten, Kept};
pub use history::{Area, HistoryEntry};
pub use operations::Operation;
pub use own_tips::{OwnTip, OwnTipId, OwnTipWords};
pub use pending::{NewUpload, PendingUpload, UploadId};
pub use proposals::{
    Author, MostOpen, NewProposal, Proposal, ProposalId, ProposalState, Proposed, TooManyOpen,
};
pub use request::{ChangeRequest, Changed};
pub use settings::StoredSettings;
pub use team::{
    FileVersion, Position, RememberedTeam, Switch, SwitchKind, VersionContent, VersionInfo,
    Versions,
};
pub use tip_plans::{NewPlan, PlanState, StoredPlan};
pub use tips::{Claim, ClaimId, ClaimState, Claimed, Vote, VoteCount};

use sqlite::{Sqlite, Tx};

/// The name of the file in the platform's data folder.
const FILE_NAME: &str = "kalologos.sqlite";

/// What is remembered. Cheap to clone; every clone is the same storage.
#[derive(Debug, Clone)]
pub struct Store {
    backend: Arc<Sqlite>,
    /// Somebody was forgotten, and the log may still name them.
    must_empty_log: Arc<AtomicBool>,
}

/// How storage is opened.
#[derive(Debug, Clone)]
pub struct StoreOptions {
    /// How long somebody else may hold the database before we give up.
    pub patience: Duration,
    /// How long it may be held while it is opened.
    pub opening: Duration,
    /// The most pages that the file may have; a full disk begins there.
    pub max_pages: Option<u32>,
    /// Observes every step of a transaction that writes.
    pub watch: Option<Watch>,
}

impl Default for StoreOptions {
    fn default() -> StoreOptions {
        let patience = Duration::from_secs(5);
        StoreOptions { patience, opening: patience, max_pages: None, watch: None }
    }
}

/// A step of a transaction that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It holds the database.
    Begun,
    /// A statement was run.
    Ran,
    /// Everything is kept.
    Committed,
}

/// An observer of the steps of transactions.
#[derive(Clone)]
pub struct Watch(Arc<dyn Fn(Step) + Send + Sync>);

impl Watch {
    /// Calls `told` at every step.
    pub fn new(told: impl Fn(Step) + Send + Sync + 'static) -> Watch {
        Watch(Arc::new(told))
    }

    pub(crate) fn tell(&self, step: Step) {
        (self.0)(step);
    }
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Watch")
    }
}

impl Store {
    /// The storage in a file of SQLite's, which is made, for its owner alone, where there is none.
    ///
    /// # Errors
    /// Where the file can't be made, opened or brought to the newest form.
    pub async fn open(path: &Path) -> Result<Store, StoreError> {
        Store::open_with(path, StoreOptions::default()).await
    }

    /// As [`Store::open`], by options.
    ///
    /// # Errors
    /// As those of [`Store::open`].
    pub async fn open_with(path: &Path, options: StoreOptions) -> Result<Store, StoreError> {
        let backend = Arc::new(Sqlite::open(path, options).await?);
        Ok(Store { backend, must_empty_log: Arc::default() })
    }

    /// Looks at a database without changing or making anything.
    ///
    /// # Errors
    /// Why it can't be used.
    pub async fn look(path: &Path) -> Result<(), StoreError> {
        sqlite::look(path).await
    }

    /// Where the file is unless set otherwise: in the platform's data folder.
    ///
    /// # Errors
    /// [`StoreError::NoFolder`] where the system does not tell.
    pub fn default_path() -> Result<PathBuf, StoreError> {
        let folders =
            directories::ProjectDirs::from("", "", "kalologos").ok_or(StoreError::NoFolder)?;
        Ok(folders.data_dir().join(FILE_NAME))
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// Why it does not.
    pub async fn is_reachable(&self) -> Result<(), StoreError> {
        self.read().await?.rows("SELECT 1", &[]).await.map(drop)
    }

    /// Ends what is under way and lets go of the database; the file alone holds everything then.
    pub async fn close(&self) {
        self.backend.close().await;
    }

    async fn write(&self) -> Result<Tx, StoreError> {
        self.backend.write().await
    }

    async fn read(&self) -> Result<Tx, StoreError> {
        self.backend.read().await
    }

    async fn moment(&self) -> Result<Tx, StoreError> {
        self.backend.moment().await
    }
}

/// A stored word as one of a few; every list is written once, as `ALL`.
fn one_of<T: Copy>(all: &[(T, &str)], word: &str) -> Result<T, StoreError> {
    let known = all.iter().find(|(_, key)| *key == word);
    known
        .map(|(value, _)| *value)
        .ok_or_else(|| StoreError::Damaged(format!("no such word: {word}")))
}

fn word_of<T: PartialEq>(all: &[(T, &'static str)], value: &T) -> &'static str {
    all.iter().find(|(known, _)| known == value).map_or("", |(_, key)| key)
}

/// A stored JSON text as what it stands for.
fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Damaged(error.to_string()))
}

fn to_json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Failed(Box::new(error)))
}
