//! The kinds of value in a file, and what an example says or shows.

/// What an example says of a draft, or what happens to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The rule has nothing to say.
    Silent,
    /// The rule finds its phrase.
    Found,
    /// The whole draft then reads so.
    Rewrite(String),
}

/// The kinds of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Nothing,
    /// `true` or `false`.
    TrueOrFalse,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A text or a list of texts.
    TextOrList,
    /// A list.
    List,
    /// Keys with values.
    Mapping,
}

/// What a file or a rule may hold too many of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Items {
    /// Rules of a file.
    Rules,
    /// Phrases of a rule.
    Phrases,
    /// Wordings of a rule.
    Wordings,
    /// Examples of a rule.
    Examples,
    /// Sets of a file.
    Sets,
    /// Phrases of a set.
    SetPhrases,
    /// Phrases under `unless` of the defaults.
    DefaultUnless,
    /// Words of a table.
    Words,
    /// Tips of a file.
    Tips,
    /// Principles of service.
    Principles,
    /// Entries of another list.
    Entries,
}

/// How many of something there may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    /// Of what.
    pub of: Items,
    /// How many.
    pub most: usize,
}
