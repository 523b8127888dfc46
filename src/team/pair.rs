//! A single pair, as somebody writes it and as it waits.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::UserError;
use super::limits::{MAX_PHRASE_CHARS, MAX_WHY_CHARS};
use crate::import;
use crate::import::Table;
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

    /// A rule made of its pair, with the lines that it needs besides.
    pub fn completed(&self, rule: String) -> String {
        if self.without.is_empty() {
            return rule;
        }
        let line = |form: &String| format!("      - '{}'\n", in_rule(form).replace('\'', "''"));
        let lines: String = self.without.iter().map(line).collect();
        // Where it is silent stands last.
        let head = format!("{}\n", import::UNLESS);
        if rule.contains(&head) { rule + &lines } else { rule + &head + &lines }
    }
}

/// A form as a rule names it: of one with gaps the longest part.
fn in_rule(form: &str) -> &str {
    form.split('…').map(str::trim).max_by_key(|part| part.len()).unwrap_or_default()
}

/// Forms that rows of a table do not catch, as they are kept with it: by what the row avoids, as somebody wrote it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct KeptForms {
    forms: BTreeMap<String, Vec<String>>,
}

impl KeptForms {
    /// What was kept with an upload.
    pub fn of(note: Option<&str>) -> KeptForms {
        note.and_then(|note| serde_json::from_str(note).ok()).unwrap_or_default()
    }

    /// As it is kept; nothing where every form is caught.
    pub fn note(&self) -> Option<String> {
        if self.forms.is_empty() { None } else { serde_json::to_string(self).ok() }
    }

    /// A row catches all forms but these.
    pub fn set(&mut self, cell: &str, without: Vec<String>) {
        if without.is_empty() {
            self.forms.remove(cell);
        } else {
            self.forms.insert(cell.to_owned(), without);
        }
    }

    /// The forms of all rows.
    pub fn all(&self) -> Vec<String> {
        self.forms.values().flatten().cloned().collect()
    }

    /// The rows are silent at these forms.
    pub fn leave_out(&self, table: &mut Table) {
        for row in &mut table.rows {
            let Some(forms) = self.forms.get(&row.avoid) else { continue };
            let forms: Vec<&str> = forms.iter().map(|form| in_rule(form)).collect();
            let forms = forms.join("\n");
            match row.further.iter_mut().find(|(key, _)| *key == "unless") {
                Some((_, known)) => *known = format!("{known}\n{forms}"),
                None => row.further.push(("unless", forms)),
            }
        }
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
