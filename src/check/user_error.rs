//! What a person can fix about a check; `ui` has the sentences.

/// Why a draft can't be checked or a rule not be explained; the person can fix it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserError {
    /// The draft has no words.
    EmptyDraft,
    /// The draft has more characters than are checked.
    DraftTooLong {
        /// Its length in characters.
        found: usize,
        /// What is taken.
        limit: usize,
    },
    /// Another version of the program wrote the card.
    CardOfOtherVersion,
    /// The card can't be read, or its text is not the one it was written for.
    CardUnreadable,
    /// No rule is called so.
    UnknownRule {
        /// As it was typed.
        asked: String,
        /// The name that is most like it.
        nearest: Option<String>,
    },
}
