//! What can be wrong inside a regular expression.

/// Why a regular expression can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PatternError {
    /// A bracket is opened and not closed.
    Unclosed(char),
    /// A `)` closes nothing.
    Unopened,
    /// `*`, `+`, `?` or `{…}` with nothing before it.
    NothingToRepeat,
    /// `{…}` without a sound number.
    BadCount,
    /// `\` before a sign that has no such meaning.
    BadEscape,
    /// `(?=…)`, `(?<!…)` and their like.
    LookAround,
    /// `\1` and its like.
    BackReference,
    /// Two groups of one name.
    NameTwice,
    /// A group with no name, or one with signs in it.
    BadName,
    /// Anything else, in the English of the regex library.
    Other(String),
}
