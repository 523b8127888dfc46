//! Problems inside a phrase or wording, as data.

/// A problem inside a phrase or wording.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PhraseProblem {
    /// No word in it, or none that must be there.
    Empty,
    /// A sign is opened and not closed.
    Unclosed(char),
    /// A sign is alone.
    Stray(char),
    /// `<>`, `{}` or `[]`.
    EmptyName(char),
    /// A gap occurs twice.
    GapTwice {
        /// Its name.
        name: String,
    },
    /// Nothing but gaps.
    OnlyGaps,
    /// A gap at the start and one at the end.
    GapsAtBothEnds,
    /// It begins with a gap that a set fills.
    ListedFirst,
    /// No word between two gaps.
    GapsSideBySide,
    /// `{name:…}` with something that is not a kind of gap.
    UnknownGapKind {
        /// The name of the gap.
        gap: String,
        /// What is there.
        found: String,
        /// What may be there.
        known: &'static str,
        /// It, where that is like enough to be meant.
        nearest: Option<String>,
    },
    /// `{name:subject}` in a phrase.
    SubjectInPhrase {
        /// The name of the gap.
        gap: String,
    },
    /// `{name:clause}` in a wording.
    ClauseInWording {
        /// The name of the gap.
        gap: String,
    },
    /// `{name:clause?}`.
    ClauseOptional {
        /// The name of the gap.
        name: String,
    },
    /// A clause after words that open none.
    ClauseNotOpened {
        /// The name of the gap.
        name: String,
    },
    /// `{name:subject}` in a language without the cases that it is for.
    SubjectNotGreek {
        /// The name of the gap.
        gap: String,
    },
    /// `{name:subject}` of a gap that takes a clause.
    SubjectOfClause {
        /// The name of the gap.
        gap: String,
    },
    /// `(@name)` that no set is called.
    UnknownSet {
        /// The name.
        name: String,
        /// The most like it.
        nearest: Option<String>,
    },
    /// A set that uses itself, or one that is further down.
    SetNotYet {
        /// The name of the other.
        name: String,
    },
    /// `(@name more)`.
    SetNotAlone {
        /// The name.
        name: String,
    },
    /// `@name` outside a choice.
    SetOutsideChoice {
        /// The name.
        name: String,
    },
    /// `@name` in a wording.
    SetInWording {
        /// The name.
        name: String,
    },
    /// A gap, an anchor or a verb variable in a set.
    SignInSet,
    /// Sets that are too large when they are written out.
    SetsTooLarge {
        /// How many parts they may bring into a phrase.
        phrase: usize,
        /// How many into all phrases of a file.
        file: usize,
    },
    /// `<*>` or `<*:2>`.
    VariableWithoutTense,
    /// `<*:…>` in a wording next to `regex`.
    VariableWithRegex,
    /// More than one `<*:…>` in a phrase.
    VariableTwice,
    /// `(<*:…>|…)`.
    VariableInChoice,
    /// `{name}'s`.
    GapBeforePossessive,
    /// `^` not first or `$` not last.
    AnchorMisplaced(char),
    /// Choices inside choices inside choices.
    TooDeep,
    /// The choices can be read in too many ways.
    TooManyWays {
        /// How many there may be.
        limit: usize,
    },
    /// `[hint]` outside a wording.
    BlankInPhrase,
    /// `(a|b)` in a wording.
    ChoiceInWording,
    /// `^` or `$` in a wording.
    AnchorInWording(char),
    /// A sign touches a letter.
    Glued(char),
    /// `<word:…>` with an unknown tense.
    UnknownTense {
        /// What is there.
        found: String,
        /// The most like it.
        nearest: Option<String>,
    },
    /// `<word:…:…>` with persons other than 1, 2, 3.
    UnknownPerson {
        /// What is there.
        found: String,
    },
    /// `<a:b:c:d>`.
    TooManyParts,
    /// Longer than a phrase may be.
    TooLong {
        /// How many characters it may have.
        limit: usize,
    },
}

impl PhraseProblem {
    /// A name that stays, for programs and for looking up.
    pub fn code(&self) -> &'static str {
        match self {
            PhraseProblem::Empty => "empty-phrase",
            PhraseProblem::Unclosed(_) => "unclosed-sign",
            PhraseProblem::Stray(_) => "stray-sign",
            PhraseProblem::EmptyName(_) => "empty-name",
            PhraseProblem::GapTwice { .. } => "gap-twice",
            PhraseProblem::OnlyGaps => "only-gaps",
            PhraseProblem::GapsAtBothEnds => "gaps-at-both-ends",
            PhraseProblem::ListedFirst => "listed-gap-first",
            PhraseProblem::GapsSideBySide => "gaps-side-by-side",
            PhraseProblem::UnknownGapKind { .. } => "unknown-gap-kind",
            PhraseProblem::SubjectInPhrase { .. } => "subject-in-phrase",
            PhraseProblem::ClauseInWording { .. } => "clause-in-wording",
            PhraseProblem::ClauseOptional { .. } => "clause-optional",
            PhraseProblem::ClauseNotOpened { .. } => "clause-not-opened",
            PhraseProblem::SubjectNotGreek { .. } => "subject-not-greek",
            PhraseProblem::SubjectOfClause { .. } => "subject-of-clause",
            PhraseProblem::UnknownSet { .. } => "unknown-set",
            PhraseProblem::SetNotYet { .. } => "set-not-yet",
            PhraseProblem::SetNotAlone { .. } => "set-not-alone",
            PhraseProblem::SetOutsideChoice { .. } => "set-outside-choice",
            PhraseProblem::SetInWording { .. } => "set-in-wording",
            PhraseProblem::SignInSet => "sign-in-set",
            PhraseProblem::SetsTooLarge { .. } => "sets-too-large",
            PhraseProblem::VariableWithRegex => "variable-with-regex",
            PhraseProblem::VariableWithoutTense => "variable-without-tense",
            PhraseProblem::VariableTwice => "variable-twice",
            PhraseProblem::VariableInChoice => "variable-in-choice",
            PhraseProblem::GapBeforePossessive => "gap-before-possessive",
            PhraseProblem::AnchorMisplaced(_) => "anchor-misplaced",
            PhraseProblem::TooDeep => "choice-too-deep",
            PhraseProblem::TooManyWays { .. } => "too-many-ways",
            PhraseProblem::BlankInPhrase => "blank-in-phrase",
            PhraseProblem::ChoiceInWording => "choice-in-wording",
            PhraseProblem::AnchorInWording(_) => "anchor-in-wording",
            PhraseProblem::Glued(_) => "glued-sign",
            PhraseProblem::UnknownTense { .. } => "unknown-tense",
            PhraseProblem::UnknownPerson { .. } => "unknown-person",
            PhraseProblem::TooManyParts => "too-many-parts",
            PhraseProblem::TooLong { .. } => "too-long",
        }
    }
}
