//! Problems in a rule file, as data; `render` puts them in words.

use super::{Place, Problem};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Hint,
    /// Works, probably not as meant.
    Warning,
    /// The file is refused.
    Error,
}

/// One problem of a rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Name of the file as the user knows it.
    pub file: String,
    /// Where.
    pub place: Place,
    /// What.
    pub problem: Problem,
}
