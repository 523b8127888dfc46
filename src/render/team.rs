//! What the bot says to a team's leads about its own rules: kind refusals, and what was changed.

mod el;
mod en;

use super::tip_plan::TipsRefused;
use super::{Language, Said};
use crate::rules::import::TableTrouble;

/// A change that somebody made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// A file came in force.
    Activated,
    /// The same, and other rules that object to its wordings went silent.
    ActivatedAlone,
    /// An earlier version of a file came in force.
    Restored,
    /// A file went out of force.
    Removed,
    /// The last change was taken back.
    Undone,
    /// Rules went silent.
    SwitchedOff,
    /// Rules speak again.
    SwitchedOn,
    /// A name is never flagged.
    Spared,
    /// A name is as any other word again.
    NotSpared,
    /// A proposal became a rule.
    Approved,
    /// Settings.
    Settings,
    /// A plan for tips was set.
    TipsPlanned,
    /// Tips have a rest.
    TipsPaused,
    /// Tips come again.
    TipsResumed,
    /// One tip is left out.
    TipSkipped,
    /// Tips rest, for their channel is out of reach.
    TipsResting,
}

impl Deed {
    /// Every deed with the word that storage keeps.
    pub const ALL: &[(Deed, &str)] = &[
        (Deed::Activated, "activated"),
        (Deed::ActivatedAlone, "activated-alone"),
        (Deed::Restored, "restored"),
        (Deed::Removed, "removed"),
        (Deed::Undone, "undone"),
        (Deed::SwitchedOff, "switched-off"),
        (Deed::SwitchedOn, "switched-on"),
        (Deed::Spared, "spared"),
        (Deed::NotSpared, "not-spared"),
        (Deed::Approved, "approved"),
        (Deed::Settings, "settings"),
        (Deed::TipsPlanned, "tips-planned"),
        (Deed::TipsPaused, "tips-paused"),
        (Deed::TipsResumed, "tips-resumed"),
        (Deed::TipSkipped, "tip-skipped"),
        (Deed::TipsResting, "tips-resting"),
    ];

    /// The word that storage keeps.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(deed, _)| *deed == self).map_or("", |(_, key)| key)
    }

    /// The deed of a word.
    pub fn from_key(key: &str) -> Option<Deed> {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(deed, _)| *deed)
    }
}

/// A change, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What was done; `None` where a later version of the program did it.
    pub deed: Option<Deed>,
    /// To what: a file, a rule, a name.
    pub subject: String,
}

/// A change in a line, without who made it.
pub fn told(told: &Told, language: Language) -> String {
    let subject = &told.subject;
    match language {
        Language::El => el::told(told.deed, subject),
        Language::En => en::told(told.deed, subject),
    }
}

/// Why something was not done; whoever asked can mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is for the leads of the team.
    NotALead,
    /// It is for a server, and this is none.
    NoServer,
    /// Somebody else changed something since; nothing was done.
    Stale {
        /// What, in order.
        since: Vec<Told>,
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
    /// The upload is no table that can be read.
    NotATable(TableTrouble),
    /// The file holds no canned replies that can be read.
    NotReplies(TableTrouble),
    /// What a control is about is not there any more.
    Vanished,
    /// No name was written.
    NoName,
    /// The file has problems that have to be mended first.
    NotSound,
    /// No file of the team's is called so.
    UnknownFile {
        /// As it was asked for.
        asked: String,
        /// The most like it.
        nearest: Option<String>,
    },
    /// The file has no such version.
    UnknownVersion {
        /// The file.
        file: String,
        /// As it was asked for.
        number: i64,
    },
    /// No rule, pack or principle is called so.
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
    /// Something about tips.
    Tips(TipsRefused),
}

impl From<TipsRefused> for Refused {
    fn from(refused: TipsRefused) -> Self {
        Refused::Tips(refused)
    }
}

/// A kind refusal in a sentence or two; text from outside stands in it as it came.
pub fn refused(refused: &Refused, language: Language) -> String {
    match refused {
        Refused::NotATable(trouble) => super::table_trouble(trouble, language),
        Refused::Tips(refused) => super::tip_plan::refused(refused, language),
        other => match language {
            Language::El => el::refused(other),
            Language::En => en::refused(other),
        },
    }
}

/// Something that storage could not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageTrouble {
    /// It is busy; a little later it works.
    Busy,
    /// No room is left.
    Full,
    /// It can't be reached, or not be read.
    Away,
}

/// What a person is told when storage fails. Nothing was lost, and an operator reads the rest in the log.
pub fn storage(trouble: StorageTrouble) -> Said {
    match trouble {
        StorageTrouble::Busy => Said {
            el: "Πολλά μαζί αυτή τη στιγμή, οπότε δεν πρόλαβα να το αποθηκεύσω. Δοκιμάστε ξανά σε λίγο· τίποτα δεν άλλαξε.",
            en: "A lot at once just now, so I could not keep this. Please try again in a moment; nothing was changed.",
        },
        StorageTrouble::Full => Said {
            el: "Δεν έχω χώρο για να το αποθηκεύσω. Τίποτα δεν άλλαξε, και όσα ίσχυαν ισχύουν. Όποιος με φιλοξενεί μπορεί να ελευθερώσει χώρο στον δίσκο.",
            en: "I have no room to keep this. Nothing was changed, and what was in force still is. Whoever hosts me can make room on the disk.",
        },
        StorageTrouble::Away => Said {
            el: "Δεν έχω πρόσβαση στις σημειώσεις μου αυτή τη στιγμή, οπότε δεν άλλαξα τίποτα. Ο έλεγχος μηνυμάτων συνεχίζει κανονικά.",
            en: "I can't reach my notes just now, so I changed nothing. Checking drafts goes on as ever.",
        },
    }
}

/// Beside a card, where the team's own rules could not be reached.
pub const WITHOUT_OWN_RULES: Said = Said {
    el: "Οι κανόνες της ομάδας σας δεν είναι διαθέσιμοι αυτή τη στιγμή, οπότε κοίταξα με τους γενικούς.",
    en: "Your team's own rules are out of reach just now, so I looked with the general ones.",
};

/// To the author of a proposal that became a rule.
pub const PROPOSAL_APPROVED: Said = Said {
    el: "Η πρότασή σας έγινε κανόνας της ομάδας. Ευχαριστούμε!",
    en: "Your proposal is a rule of the team now. Thank you!",
};

/// To the author of a proposal that was declined.
pub const PROPOSAL_DECLINED: Said = Said {
    el: "Ευχαριστούμε για την πρόταση. Προς το παρόν η ομάδα δεν την πρόσθεσε στους κανόνες της, και κάθε ιδέα σας είναι ευπρόσδεκτη.",
    en: "Thank you for the proposal. For now the team has not made it a rule; every idea of yours is welcome.",
};

/// To the author of a proposal that came in.
pub const PROPOSAL_TAKEN: Said = Said {
    el: "Ευχαριστώ, η πρότασή σας πήγε στους υπεύθυνους της ομάδας. Θα σας πω τι αποφάσισαν.",
    en: "Thank you, your proposal has gone to the team's leads. I will tell you what they decide.",
};

/// To somebody who has proposed the same before.
pub const PROPOSAL_AGAIN: Said = Said {
    el: "Αυτή την πρότασή σας την έχω ήδη, και περιμένει τους υπεύθυνους της ομάδας. Θα σας πω τι αποφάσισαν.",
    en: "I have this proposal of yours already; it waits for the team's leads. I will tell you what they decide.",
};

/// To somebody whose proposal others had as well.
pub const PROPOSAL_JOINED: Said = Said {
    el: "Ευχαριστώ! Το ίδιο σκέφτηκε και κάποιος άλλος, οπότε η πρόταση μετράει ακόμη περισσότερο. Θα σας πω τι αποφάσισαν.",
    en: "Thank you! Somebody else had the same idea, so now it counts for more. I will tell you what the leads decide.",
};
