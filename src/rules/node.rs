//! A YAML value with its place, before it is known to be part of a valid rule file.

use std::borrow::Cow;

use super::Placed;

/// A value of a YAML file. A text may stay where it is in the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node<'a> {
    /// Nothing: `~`, `null` or no value at all.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// Read as a number; the text as written.
    Number(Cow<'a, str>),
    Text(Cow<'a, str>),
    List(Vec<Placed<Node<'a>>>),
    /// Keys and values in file order; a key may occur twice.
    Map(Vec<Entry<'a>>),
}

/// A key of a mapping and its value.
pub(super) type Entry<'a> = (Placed<Cow<'a, str>>, Placed<Node<'a>>);
