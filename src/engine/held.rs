//! Why a wording stays out of a draft.

/// Why a wording was held back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HoldReason {
    /// Words of the draft would be missing.
    LosesWords,
    /// Nothing would be left to send, or only a greeting.
    LeavesNothing,
    /// The rest of the sentence would not be a sentence, or it is unclear what belongs together.
    LeavesHalf,
    /// A request, an offer or a promise to the customer would be missing.
    LosesOffer,
    /// A number, name, address or code of the draft would be missing.
    LosesFact,
    /// More than one part of the draft would change its place.
    MovesWords,
    /// A no would become a yes, or a yes a no.
    TurnsSense,
    /// It does not fit what is before it.
    Start,
    /// It does not fit what is after it.
    End,
    /// It says little until its blank is filled in, and more text of the draft follows.
    Blank,
    /// It would say again what is next to it.
    Repeats,
    /// It addresses the customer in another register than the draft does (σας, σου).
    Register,
    /// The phrase is where it is exempt: under a negation, in a condition or a relative clause.
    Clause,
}

impl HoldReason {
    /// Every reason with its key in JSON.
    pub const ALL: [(HoldReason, &'static str); 13] = [
        (HoldReason::LosesWords, "loses-words"),
        (HoldReason::LeavesNothing, "leaves-nothing"),
        (HoldReason::LeavesHalf, "leaves-half"),
        (HoldReason::LosesOffer, "loses-offer"),
        (HoldReason::LosesFact, "loses-fact"),
        (HoldReason::MovesWords, "moves-words"),
        (HoldReason::TurnsSense, "turns-sense"),
        (HoldReason::Start, "start"),
        (HoldReason::End, "end"),
        (HoldReason::Blank, "blank"),
        (HoldReason::Repeats, "repeats"),
        (HoldReason::Register, "register"),
        (HoldReason::Clause, "clause"),
    ];

    /// Its key in JSON, such as `loses-words`.
    pub fn key(self) -> &'static str {
        HoldReason::ALL.iter().find(|(held, _)| *held == self).map_or("", |(_, key)| key)
    }
}
