//! A single pair, as somebody writes it and as it waits.

use serde::{Deserialize, Serialize};

use super::UserError;
use super::limits::{MAX_PHRASE_CHARS, MAX_WHY_CHARS};
use crate::import;
use crate::text;

/// A pair: what to avoid, what to say instead, and why.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Pair {
    /// What not to say.
    pub avoid: String,
    /// What to say instead.
    pub prefer: String,
    pub why: String,
}

/// A pair as it waits, with the rule that it takes the place of.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct KeptPair {
    #[serde(flatten)]
    pub pair: Pair,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<String>,
    /// Forms of its phrase that are not caught.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
}

impl KeptPair {
    /// A pair as a lead writes it.
    pub fn new(pair: &Pair) -> KeptPair {
        KeptPair { pair: pair.clone(), edited: None, without: Vec::new() }
    }

    /// What was kept with an upload.
    pub fn of(note: Option<&str>) -> Option<KeptPair> {
        note.and_then(|note| serde_json::from_str(note).ok())
    }

    /// The lines that a rule needs besides its pair.
    pub fn further(&self) -> String {
        if self.without.is_empty() {
            return String::new();
        }
        let said = |form: &String| {
            let parts = form.split('…').map(str::trim);
            parts.max_by_key(|part| part.len()).unwrap_or_default().replace('\'', "''")
        };
        let lines: String =
            self.without.iter().map(|form| format!("      - '{}'\n", said(form))).collect();
        format!("    unless:\n{lines}")
    }
}

impl Pair {
    pub(super) fn check(&self) -> Result<(), UserError> {
        let says = |text: &str| !text::key(text).is_empty();
        if !says(&self.avoid)
            || !(says(&self.prefer) || import::is_dash(&self.prefer) || says(&self.why))
        {
            return Err(UserError::EmptyPair);
        }
        for (text, limit) in [
            (&self.avoid, MAX_PHRASE_CHARS),
            (&self.prefer, MAX_PHRASE_CHARS),
            (&self.why, MAX_WHY_CHARS),
        ] {
            if text.chars().count() > limit {
                return Err(UserError::TooLong { limit });
            }
        }
        Ok(())
    }
}
