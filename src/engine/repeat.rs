//! A draft with several findings of one kind is not answered with the same sentence again and again.

use std::collections::HashSet;

use super::edit::Edit;
use super::template::Part;

/// Which edits chose a wording, all of it our own words, that an earlier edit has already brought.
pub fn repeated(edits: &[Edit<'_>], choices: &[usize]) -> Vec<bool> {
    let mut said = HashSet::new();
    let chosen = edits.iter().zip(choices).map(|(edit, choice)| edit.templates.get(*choice));
    chosen
        .map(|template| {
            let words = template.and_then(|template| own_words(template));
            words.is_some_and(|words| !said.insert(words))
        })
        .collect()
}

/// The wording in lower case; `None` if it takes in words of the draft, which differ from place to place.
fn own_words(template: &[Part]) -> Option<String> {
    let texts: Option<Vec<&str>> = template
        .iter()
        .map(|part| match part {
            Part::Text(text) => Some(text.as_str()),
            Part::Kept { .. } => None,
        })
        .collect();
    let words = texts?.concat().to_lowercase();
    (!words.is_empty()).then_some(words)
}
