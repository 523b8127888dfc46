//! What a control or a form of a panel does; `codec` writes it into a custom id and reads it back.

mod codec;

use super::leads::settings::Topic;
use super::rule_filter::ListView;
use crate::import::Options;
use crate::model::Version;
use crate::store::{Area, ClaimId, Position, ProposalId, SwitchKind, UploadId, Vote};
use crate::team::{ExportAs, Objections};
use crate::text::stable_hash;
use crate::tips::TipKey;

pub use codec::{MAX_CUSTOM_ID_CHARS, is_action};

/// What a button or a list of a panel does. What is chosen from a list comes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Activates what a report is about.
    Activate {
        /// The upload of the report.
        upload: UploadId,
        /// The fingerprint of the report, so that nothing else is activated.
        fingerprint: u32,
        /// What happens to rules that object.
        objections: Objections,
    },
    /// Drops an upload.
    Cancel {
        /// Which.
        upload: UploadId,
    },
    /// Leaves everything as it is.
    Leave,
    /// A page of the rules.
    List(ListView),
    /// Narrows the list to what is chosen.
    Narrow {
        /// The words that are looked for.
        words: String,
    },
    /// The rule that is chosen.
    Show,
    /// Opens the form for an active rule with its words.
    EditRule { rule: NameHash },
    /// Gives an active rule the level that is chosen.
    RuleLevel { rule: NameHash },
    /// Opens the form for a draft to try an active rule on.
    TryRule { rule: NameHash },
    /// Turns something on or off.
    Turn {
        /// On or off.
        to: Position,
        /// What kind of thing it is.
        kind: SwitchKind,
        name: NameHash,
        /// The rules that the panel was made from.
        base: Version,
    },
    /// Turns what is chosen on or off.
    TurnChosen {
        /// On or off.
        to: Position,
        /// The rules that the panel was made from.
        base: Version,
    },
    /// Sends the chosen file.
    Export {
        /// As what.
        form: ExportAs,
    },
    /// A page of the history.
    History {
        /// How many changes come before it.
        skip: usize,
    },
    /// The change that is chosen.
    Change,
    /// The versions of a file.
    Versions {
        /// The file; `None` where it is chosen.
        file: Option<NameHash>,
    },
    /// What would change with a version of a file.
    Version {
        file: NameHash,
        /// The version; `None` where it is chosen.
        number: Option<i64>,
    },
    /// Brings a version of a file back.
    Restore {
        file: NameHash,
        /// The version.
        number: i64,
        /// The rules that the panel was made from.
        base: Version,
    },
    /// Removes a file.
    Remove {
        file: NameHash,
        /// The rules that the panel was made from.
        base: Version,
    },
    /// Opens the form for names.
    NamesForm,
    /// Drops the names that are chosen.
    NamesDrop {
        /// The rules that the panel was made from.
        base: Version,
    },
    /// Says what somebody thinks of a tip.
    TipVote {
        /// What they think.
        vote: Vote,
        tip: TipKey,
        /// The claim of the message under which it is pressed.
        claim: Option<ClaimId>,
    },
    /// Shows the words that serve the principle of a tip.
    TipWords {
        tip: TipKey,
        /// The claim of the message under which it is pressed.
        claim: Option<ClaimId>,
    },
    /// Undoes a change.
    Undo {
        /// What was changed.
        area: Area,
        /// Which change of it.
        version: Version,
    },
    /// Shows a report again.
    Report {
        /// The upload of the report.
        upload: UploadId,
    },
    /// Reads a table in another way: as named here, so that a second press of the same button changes nothing.
    Read {
        /// The upload of the table.
        upload: UploadId,
        /// The way.
        options: Options,
    },
    /// Reads a table as it is chosen from a list. A message may hold several lists, each with a custom id of its own.
    ReadBy {
        /// The upload of the table.
        upload: UploadId,
        list: TableList,
        /// How it is read but for what is chosen.
        options: Options,
    },
    /// Gives a single rule the level that is chosen.
    Level {
        /// The upload of the rule.
        upload: UploadId,
    },
    /// Has a single rule catch the forms that are chosen, and no others.
    Forms {
        /// The upload of the rule.
        upload: UploadId,
    },
    /// The rows of a table whose phrase has several forms, and the forms of the one that is chosen.
    RowForms {
        /// The upload of the table.
        upload: UploadId,
    },
    /// Has a row of a table catch the forms that are chosen, and no others.
    CatchRow {
        /// The upload of the table.
        upload: UploadId,
        /// The line of the row.
        line: usize,
    },
    /// Opens the form for a single rule with what was written.
    Rewrite {
        /// The upload of the rule.
        upload: UploadId,
    },
    /// Opens the form for a draft to try.
    Try {
        /// The upload to try it on.
        upload: UploadId,
    },
    /// Shows the setting that is chosen.
    SettingsTopic,
    /// Sets it to what is chosen.
    SettingsSet {
        /// Which setting.
        topic: Topic,
        /// The settings that the panel was made from.
        base: Version,
    },
    /// An open proposal by its place in the list.
    Proposals {
        /// Its place.
        at: usize,
    },
    /// Opens the form in which a proposal becomes a rule.
    Approve {
        proposal: ProposalId,
        /// Where it is pressed.
        place: ProposalPlace,
        /// The upload with what was written before.
        kept: Option<UploadId>,
    },
    /// Activates the rule of a proposal about which there was something to decide.
    ApproveAnyway {
        proposal: ProposalId,
        /// The upload of the rule.
        upload: UploadId,
        /// What happens to rules that object.
        objections: Objections,
        /// Of what the report said; messages of the first release do not carry it.
        fingerprint: Option<u32>,
    },
    /// Undoes the activation of a proposal.
    UndoApproval {
        /// The change of the rules.
        version: Version,
        /// Where it is pressed.
        place: ProposalPlace,
        /// The proposal; messages of the first release do not name it.
        proposal: Option<ProposalId>,
    },
    /// Opens the form with which a proposal is declined.
    Decline {
        proposal: ProposalId,
        /// Where it is pressed.
        place: ProposalPlace,
    },
    /// Forgets the person who presses it.
    Forget,
}

/// What a list lets a lead choose of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableList {
    Columns,
    Heading,
    Sheet,
}

/// What is done with a form of a panel. What was written into its fields comes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormAction {
    /// Reports on a table.
    Paste,
    /// Reports on a single rule.
    NewRule {
        /// The upload that it replaces.
        upload: Option<UploadId>,
    },
    /// Reports on an active rule in other words.
    EditRule { rule: NameHash },
    /// Tries a draft on an active rule.
    TryRule { rule: NameHash },
    /// Tries a draft.
    Try {
        /// The upload to try it on.
        upload: UploadId,
    },
    /// Adds names that are never flagged.
    NamesAdd {
        /// The rules that the form was made from.
        base: Version,
    },
    /// Adds a tip of the team's own.
    TipWritten {
        language: String,
        /// The id of its principle, or the hash of a very long one.
        principle: Option<String>,
    },
    /// Makes a rule of a proposal.
    Approve {
        proposal: ProposalId,
        /// Where the form was opened.
        place: ProposalPlace,
    },
    /// Declines a proposal.
    Decline {
        proposal: ProposalId,
        /// Where the form was opened.
        place: ProposalPlace,
    },
}

/// Where a proposal is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalPlace {
    /// On its card in the leads' channel, which all of them see.
    Channel,
    /// By somebody alone.
    Alone,
}

/// The hash of a name that may be too long for a custom id. It is looked up among the existing names, so a forged hash
/// leads to one of them or to none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NameHash(u64);

impl NameHash {
    /// The hash of a name.
    pub fn of(name: &str) -> NameHash {
        NameHash(stable_hash(name))
    }

    /// In sixteen characters.
    pub fn written(self) -> String {
        format!("{:016x}", self.0)
    }

    fn read(written: &str) -> Option<NameHash> {
        let is_hash = written.len() == 16;
        u64::from_str_radix(written, 16).ok().filter(|_| is_hash).map(NameHash)
    }
}

#[cfg(test)]
mod tests;
