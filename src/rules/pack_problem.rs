//! Problems of a rule next to other rules, found by running the engine.

/// A problem that shows only when rules run.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackProblem {
    /// A wording is itself found by another rule.
    WordingFlagged {
        /// What it says there.
        text: String,
        /// The part that is found.
        part: String,
        /// Full id of the rule that finds it.
        by: String,
        /// It is a built-in rule, and the wording a team's.
        builtin: bool,
    },
    /// A wording repeats the phrase that it replaces, so the rule finds it again.
    WordingRepeats {
        /// What it says there.
        text: String,
        /// The part that is found again.
        part: String,
    },
    /// A wording does not say again what a gap holds, so where the gap has words it is an example, no more.
    WordingDropsGap {
        /// The name of the gap.
        gap: String,
        /// The wording as written; `None`: the phrase goes without replacement.
        wording: Option<String>,
        /// The gap always has words.
        always: bool,
    },
    /// A wording says of what a phrase denies that it is so, and the rule may not turn a no.
    WordingReverses {
        /// A sentence that shows it.
        sentence: String,
        /// What the wording says there.
        wording: String,
    },
    /// A wording was held back in every sentence that it was tried on.
    WordingNeverFits {
        /// One of them.
        sentence: String,
        /// What the wording would say there.
        wording: String,
        /// Why it was held back, as in JSON: `start`, `end`.
        reason: &'static str,
    },
    /// A wording takes it for granted that a man reads it, or a woman.
    WordingGuessesGender {
        /// The words that do.
        part: String,
    },
    /// A wording has a number or a name that no phrase of the rule has.
    WordingInvents {
        /// The number or name.
        part: String,
    },
    /// Another rule has the same phrase.
    SamePhrase {
        /// The phrase.
        phrase: String,
        /// Full id of the other rule.
        other: String,
        /// The other is in another file.
        file: Option<String>,
        /// Its line.
        line: usize,
        /// The other is a built-in rule, after the team's own.
        builtin: bool,
    },
    /// The id of a team's rule is nearly that of a built-in one.
    IdNearBuiltin {
        /// As it is written.
        id: String,
        /// Full id of the built-in rule.
        other: String,
    },
    /// Wherever the phrase occurs, another rule wins.
    NeverWins {
        /// A sentence that shows it.
        sentence: String,
        /// Full id of the rule that always wins.
        by: String,
    },
    /// Not even a sentence made from its own phrase is found.
    NeverFound {
        /// The sentence.
        sentence: String,
    },
    /// A phrase finds something in good replies.
    FlagsGoodReplies {
        /// What is found.
        part: String,
        /// In how many replies.
        count: usize,
        /// Of how many.
        of: usize,
        /// Up to three of them.
        replies: Vec<String>,
    },
    /// What an expression costs grows faster than the draft.
    SlowRegex {
        /// Where a draft repeats this.
        fragment: String,
    },
    /// A rule takes too long on a good reply, and is left out of it.
    SlowOnReplies {
        /// The reply.
        reply: String,
    },
    /// No example shows what the rule does.
    NoExample {
        /// How many rules of the file have none.
        count: usize,
    },
}

impl PackProblem {
    /// A name that stays, for programs and for looking up.
    pub fn code(&self) -> &'static str {
        match self {
            PackProblem::WordingFlagged { .. } => "wording-flagged",
            PackProblem::WordingRepeats { .. } => "wording-repeats-phrase",
            PackProblem::WordingDropsGap { .. } => "wording-drops-gap",
            PackProblem::WordingReverses { .. } => "wording-reverses",
            PackProblem::WordingNeverFits { .. } => "wording-never-fits",
            PackProblem::WordingGuessesGender { .. } => "wording-guesses-gender",
            PackProblem::WordingInvents { .. } => "wording-invents",
            PackProblem::SamePhrase { .. } => "same-phrase",
            PackProblem::IdNearBuiltin { .. } => "id-near-builtin",
            PackProblem::NeverWins { .. } => "never-wins",
            PackProblem::NeverFound { .. } => "never-found",
            PackProblem::FlagsGoodReplies { .. } => "flags-good-replies",
            PackProblem::SlowRegex { .. } => "slow-regex",
            PackProblem::SlowOnReplies { .. } => "slow-on-replies",
            PackProblem::NoExample { .. } => "no-example",
        }
    }
}
