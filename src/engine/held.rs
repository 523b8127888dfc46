//! Why a wording stays out of a draft.

/// Why a wording was held back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Held {
    /// Words of the draft would be missing.
    LosesWords,
    /// Nothing would be left to send, or only a greeting.
    LeavesNothing,
    /// What would be left of the sentence is no sentence, or it is not certain what belongs together.
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
    /// It does not fit what is behind it.
    End,
    /// It says little before its blank is filled in, and the draft goes on beside it.
    Blank,
    /// It would say again what is beside it.
    Repeats,
    /// It speaks to the customer otherwise than the draft does (σας, σου).
    Register,
    /// The phrase is where it is innocent: under a negation, in a condition or a relative clause.
    Clause,
}

impl Held {
    /// Every reason with its key in JSON.
    pub const ALL: [(Held, &'static str); 13] = [
        (Held::LosesWords, "loses-words"),
        (Held::LeavesNothing, "leaves-nothing"),
        (Held::LeavesHalf, "leaves-half"),
        (Held::LosesOffer, "loses-offer"),
        (Held::LosesFact, "loses-fact"),
        (Held::MovesWords, "moves-words"),
        (Held::TurnsSense, "turns-sense"),
        (Held::Start, "start"),
        (Held::End, "end"),
        (Held::Blank, "blank"),
        (Held::Repeats, "repeats"),
        (Held::Register, "register"),
        (Held::Clause, "clause"),
    ];

    /// Its key in JSON, such as `loses-words`.
    pub fn key(self) -> &'static str {
        Held::ALL.iter().find(|(held, _)| *held == self).map_or("", |(_, key)| key)
    }
}
