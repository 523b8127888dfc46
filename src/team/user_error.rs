//! What a person can fix themselves; `ui` has the sentences.

use crate::import::TableError;
use crate::model::ChangeSummary;

/// Why something was not done; the person can fix it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserError {
    /// It is for the leads of the team.
    NotALead,
    /// It is for a server, and this is none.
    NoServer,
    /// Somebody else changed something since; nothing was done.
    Stale {
        /// What, in order.
        since: Vec<ChangeSummary>,
    },
    /// The report was decided about, or is too old.
    NothingWaiting,
    /// What is to be taken back is not the last change any more, or can't be.
    NothingToUndo,
    /// The upload has more bytes than are taken.
    TooLarge {
        /// In bytes.
        limit: usize,
    },
    /// The team would have more rules than it may.
    TooManyRules {
        /// How many it would have.
        found: usize,
        /// How many it may.
        limit: usize,
    },
    /// The team would have more files than it may.
    TooManyFiles {
        /// How many it may.
        limit: usize,
    },
    /// The team's files would have more bytes than they may.
    TeamTooLarge {
        /// In bytes.
        limit: usize,
    },
    /// The team's rules would take more memory than they may.
    TooHeavy,
    /// Many uploads came within a minute.
    ManyUploads,
    /// Too much work of this team is already running or waiting.
    ManyAtOnce,
    /// The upload is not a table that can be read.
    NotATable(TableError),
    /// The file holds no canned replies that can be read.
    NotReplies(TableError),
    /// What a control is about is not there any more.
    Vanished,
    /// No name was written.
    NoName,
    /// The file has problems that have to be fixed first.
    NotSound,
    /// No file of the team has this name.
    UnknownFile {
        /// As it was asked for.
        asked: String,
        /// The most like it.
        nearest: Option<String>,
    },
    /// The file has no such version.
    UnknownVersion {
        file: String,
        /// As it was asked for.
        number: i64,
    },
    /// No rule, pack or principle has this name.
    UnknownName {
        /// As it was asked for.
        asked: String,
        /// The most like it.
        nearest: Option<String>,
    },
    /// It is so already.
    AlreadySo,
    /// Somebody else decided about the proposal.
    AlreadyDecided,
    /// Many proposals of the same person wait already.
    ManyProposals,
    /// Many proposals of all wait already.
    ManyProposalsOfTeam,
    /// A pair without words.
    EmptyPair,
    /// A text has more characters than are taken.
    TooLong {
        /// In characters.
        limit: usize,
    },
    /// More of them than are kept.
    TooManyNames {
        /// How many are.
        limit: usize,
    },
}
