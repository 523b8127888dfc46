//! Problems of a tip, as data.

/// A problem of a tip.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TipProblem {
    /// Another tip has the same id.
    IdTwice {
        /// The id.
        id: String,
        /// The other is in another file.
        file: Option<String>,
        /// The line of the other.
        first_line: usize,
    },
    /// Another tip says the same.
    SameText {
        /// The other is in another file.
        file: Option<String>,
        /// The line of the other.
        first_line: usize,
    },
    /// A rule finds something in what the tip says.
    Flagged {
        /// What is found.
        part: String,
        /// Full id of the rule that finds it.
        by: String,
        /// What the rule would say instead, if anything.
        instead: Option<String>,
    },
}

impl TipProblem {
    /// A name that stays, for programs and for looking up.
    pub fn code(&self) -> &'static str {
        match self {
            TipProblem::IdTwice { .. } => "tip-id-twice",
            TipProblem::SameText { .. } => "tip-twice",
            TipProblem::Flagged { .. } => "tip-flagged",
        }
    }
}
