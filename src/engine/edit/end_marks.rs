//! The end mark of a sentence, where a wording has one of its own.

use std::ops::Range;

use crate::engine::candidate::Candidate;
use crate::engine::suggest::FormedWording;
use crate::engine::template::{Part, Template};
use crate::engine::token::Tokens;
use crate::text::Between;

const END_MARKS: [char; 7] = ['.', '!', '?', ';', '…', '\u{37e}', '。'];

/// An end mark in a wording replaces the draft's. The span then takes in the draft's mark, and the
/// wordings without one of their own give it back. Inside a sentence the wording's mark goes; one that is only an example
/// is shown as it is written.
pub fn end_marks(
    tokens: &Tokens<'_>,
    candidate: &Candidate,
    span: Range<usize>,
    wordings: &mut [FormedWording],
    nested: bool,
) -> Range<usize> {
    let own: Vec<String> = wordings.iter_mut().map(|it| take_mark(&mut it.template)).collect();
    if own.iter().all(String::is_empty) {
        return span;
    }
    let end = candidate.span.end;
    let ends = tokens.before(end).contains(Between::END) && !nested;
    let mark = tokens
        .folded
        .separators
        .get(tokens.word_index(end))
        .map_or((0, 0), |separator| separator.mark);
    let mark = mark.0 as usize..mark.1 as usize;
    let adjacent = ends && mark.start == span.end && !mark.is_empty();
    let given = if adjacent { tokens.folded.draft.get(mark.clone()).unwrap_or("") } else { "" };
    for (FormedWording { template, held, .. }, own) in wordings.iter_mut().zip(own) {
        match own.as_str() {
            "" => template.push(Part::Text(given.to_owned())),
            _ if ends || held.is_some() => template.push(Part::Text(own)),
            _ => (),
        }
    }
    if adjacent { span.start..mark.end } else { span }
}

/// Drops the comma at the end of a wording if the draft has punctuation right after the phrase or ends there: «Για να
/// τα έχουμε όλα μαζί,» before «, ο λογαριασμός».
pub fn drop_last_commas(draft: &str, span: &Range<usize>, wordings: &mut [FormedWording]) {
    let rest = draft.get(span.end..).unwrap_or("");
    let line = rest.lines().next().unwrap_or("").trim_start();
    if !line.is_empty()
        && !line.starts_with([',', ':', '·', '-', '–', '—', ')'])
        && !line.starts_with(END_MARKS)
    {
        return;
    }
    for FormedWording { template, .. } in wordings {
        if let Some(Part::Text(text)) = template.last_mut() {
            text.truncate(text.trim_end_matches([',', ' ']).len());
        }
    }
}

fn take_mark(template: &mut Template) -> String {
    let Some(Part::Text(text)) = template.last_mut() else { return String::new() };
    let kept = text.trim_end_matches(END_MARKS).len();
    // An ellipsis leads into what follows, so it is not an end mark.
    let mark =
        text.get(kept..).filter(|mark| *mark != "…" && *mark != "...").unwrap_or("").to_owned();
    text.truncate(text.len() - mark.len());
    mark
}
