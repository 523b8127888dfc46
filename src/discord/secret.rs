//! The token of the bot, which is never shown.

use std::fmt;

/// A token.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a token; white space around it, as at the end of a file, is no part of it.
    pub fn new(token: &str) -> Secret {
        Secret(token.trim().to_owned())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it can be sent at all: anything else in the file is not a token.
    pub(super) fn is_sound(&self) -> bool {
        !self.is_empty() && self.0.chars().all(|sign| sign == ' ' || sign.is_ascii_graphic())
    }

    /// The token itself, for Discord alone.
    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret")
    }
}
