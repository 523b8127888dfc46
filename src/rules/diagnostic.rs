//! Problems in a rule file, as data; `render` puts them in words.

use std::ops::Range;

use super::Problem;

/// Where something stands in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Byte range in the file's text; on character boundaries.
    pub span: Range<usize>,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// A value with its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

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
