//! The values of a mapping by key.

use super::node::{Entry, Node};
use super::{Place, Placed};

/// The values of a mapping by key.
pub(super) struct Fields<'n> {
    /// Where the mapping begins.
    pub place: &'n Place,
    pub(super) entries: Vec<&'n Entry<'n>>,
    /// The keys that misspelt ones probably mean.
    pub(super) meant: Vec<String>,
}

impl<'n> Fields<'n> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&'n Placed<Node<'n>>> {
        self.entry(key).map(|(_, value)| value)
    }

    /// Whether a key is there, or one that probably means it: then it is not missing.
    pub fn mentions(&self, key: &str) -> bool {
        self.entry(key).is_some() || self.meant.iter().any(|meant| meant == key)
    }

    /// The place of a key.
    pub fn key_place(&self, key: &str) -> Option<&'n Place> {
        self.entry(key).map(|(key, _)| &key.place)
    }

    fn entry(&self, key: &str) -> Option<&'n Entry<'n>> {
        self.entries.iter().find(|(known, _)| known.value == key).copied()
    }
}
