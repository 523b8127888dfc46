//! A suggestion as a list of parts: our text, and ranges of the draft that are kept.
//!
//! Kept ranges are reworded themselves, so a suggestion is composed only at the end.

use std::ops::Range;

use crate::text;

/// A part of a suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Our words.
    Text(String),
    /// Words of the draft, themselves checked and reworded.
    Kept {
        /// Bytes of the draft.
        span: Range<usize>,
        /// What happens to their first letter.
        first: FirstLetter,
    },
}

/// What happens to the first letter of the draft's own words in a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstLetter {
    AsIs,
    /// They now begin a sentence.
    Capital,
    /// They no longer begin the sentence.
    Small,
}

/// A suggestion before the draft's own words are put in.
pub type Template = Vec<Part>;

/// Adds text; where an empty gap left two spaces or a space before punctuation, one goes.
pub fn push_text(parts: &mut Template, text: &str) {
    let text = match parts.last() {
        Some(Part::Text(before)) if before.ends_with(' ') => text.trim_start_matches(' '),
        None => text.trim_start_matches(' '),
        _ => text,
    };
    if text.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(Part::Text(before)) => {
            if text.starts_with([',', '.', ';', '!', '?', ':']) {
                before.truncate(before.trim_end_matches(' ').len());
            }
            before.push_str(text);
        }
        _ => parts.push(Part::Text(text.to_owned())),
    }
}

/// What a suggestion says, with `…` for the draft's own words.
pub fn shortened(template: &Template) -> String {
    let mut short = String::new();
    for part in template {
        short.push_str(match part {
            Part::Text(text) => text,
            Part::Kept { .. } => "…",
        });
    }
    // Two gaps next to each other are one place for the draft's words.
    short.replace("… …", "…")
}

/// Changes the first letter of a suggestion: to a capital, or to a small letter if it only began a sentence.
pub fn change_first(parts: &mut Template, change: FirstLetter) {
    match parts.first_mut() {
        Some(Part::Text(text)) if change == FirstLetter::Capital => *text = text::capitalize(text),
        Some(Part::Text(text)) if starts_as_sentence(text) => *text = text::lowercase_first(text),
        Some(Part::Kept { first, .. }) if change == FirstLetter::Capital => {
            *first = FirstLetter::Capital
        }
        _ => (),
    }
}

/// A capital and then a small letter, or an article: «Θα», «Η λύση», not "I'd" nor an abbreviation.
fn starts_as_sentence(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next().filter(|letter| letter.is_uppercase());
    let next = letters.next();
    match first {
        Some('Η' | 'Ο' | 'A') if next == Some(' ') => true,
        first => first.is_some() && next.is_some_and(char::is_lowercase),
    }
}
