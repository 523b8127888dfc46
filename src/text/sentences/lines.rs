//! Whether a sentence ends where its line does, or was wrapped and goes on.
//!
//! Nothing but words and signs tells: agents paste from windows of any width.

use super::abbreviations;
use super::openers::{is_clear_opener, is_unfinished, may_be_unfinished, takes_object};
use crate::text::{Between, Folded, Word, WordFlags, ZoneKind};

/// A line in capitals of fewer words is a greeting or a heading, not one that was too long for its window.
const WRAPPED_WORDS: usize = 4;
/// A last line in capitals of at most this many words, without an end mark, is a signature.
const SIGNATURE_WORDS: usize = 2;

/// Whether a sentence ends at the one line break before word `index`; `in_capitals` tells of the whole text.
pub(super) fn ends(folded: &Folded<'_>, index: usize, in_capitals: impl FnOnce() -> bool) -> bool {
    let Some(next) = folded.words.get(index) else { return true };
    if begins_otherwise(folded, index, next) {
        return true;
    }
    let (before, after) = (Kind::of(folded, index - 1), Kind::of(folded, index));
    let plain = before == Kind::Words && after == Kind::Words;
    let opens = next.flags.intersects(WordFlags::CAPITAL | WordFlags::DIGIT);
    let goes_on = match after {
        Kind::Words => before != Kind::Other && !opens,
        Kind::FilledIn => before != Kind::Other && !fills_line(folded, index),
        Kind::Other => false,
    };
    if goes_on || is_wrapped(folded, index) {
        return false;
    }
    !(plain && next.flags.contains(WordFlags::ALL_CAPS) && in_capitals() && is_long(folded, index))
}

/// What a word is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The draft's own words, or those of a quoted line.
    Words,
    /// A placeholder or a blank, which stands for words.
    FilledIn,
    /// A link, a mention, code.
    Other,
}

impl Kind {
    fn of(folded: &Folded<'_>, index: usize) -> Kind {
        match zone_kind(folded, index) {
            None | Some(ZoneKind::QuotedLine) => Kind::Words,
            Some(ZoneKind::Placeholder | ZoneKind::Blank) => Kind::FilledIn,
            Some(_) => Kind::Other,
        }
    }
}

/// The zone of a word that is not the agent's own.
fn zone_kind(folded: &Folded<'_>, index: usize) -> Option<ZoneKind> {
    let word = folded.words.get(index)?;
    if !word.flags.contains(WordFlags::FOREIGN) {
        return None;
    }
    folded.zone_at(word.start as usize).map(|zone| zone.kind)
}

/// A list sign, the number of an item, or the first or last line of those that are quoted.
fn begins_otherwise(folded: &Folded<'_>, index: usize, next: &Word) -> bool {
    let from = folded.words.get(index - 1).map_or(0, |word| word.end as usize);
    let between = folded.draft.get(from..next.start as usize).unwrap_or("");
    let line = between.rfind(['\n', '\r']).and_then(|at| between.get(at + 1..)).unwrap_or("");
    let quoted = |word: usize| zone_kind(folded, word) == Some(ZoneKind::QuotedLine);
    if quoted(index - 1) != quoted(index) {
        return true;
    }
    // The sign of a quoted line is none of a list.
    let line = if quoted(index) { line.trim_start_matches(['>', ' ']) } else { line.trim_start() };
    line.starts_with(['-', '•', '>', '–'])
        || line.starts_with("* ")
        || (next.flags.contains(WordFlags::DIGIT) && is_item(folded, next))
}

/// «1.» or «1)».
fn is_item(folded: &Folded<'_>, number: &Word) -> bool {
    let rest = folded.draft.get(number.end as usize..).unwrap_or("");
    rest.starts_with(')') || rest.starts_with(". ") || rest.starts_with(".\n")
}

/// Nothing else is on the line: a name that a program signs with.
fn fills_line(folded: &Folded<'_>, index: usize) -> bool {
    let start = folded.words.get(index).map_or(0, |word| word.start as usize);
    let end = folded.zone_at(start).map_or(start, |zone| zone.span.end);
    let rest = folded.draft.get(end..).unwrap_or("").trim_start_matches([' ', '*', '_']);
    rest.is_empty() || rest.starts_with(['\n', '\r'])
}

/// Whether the line before word `index` can't have ended there: after «στην», "to", «κ.».
fn is_wrapped(folded: &Folded<'_>, index: usize) -> bool {
    let signs = signs(folded, index);
    let nothing = Between::SPACE | Between::LINE | Between::LIGHT;
    if signs.contains(Between::DOT) {
        return nothing.union(Between::DOT).contains(signs)
            && abbreviations::introduces(folded, index);
    }
    let word = folded.folded(index - 1);
    nothing.contains(signs)
        && (is_unfinished(word) || (may_be_unfinished(word) && seems_wrapped(folded, index)))
}

/// Whether the line goes on after a word that may end one: no signature follows, and no new sentence.
fn seems_wrapped(folded: &Folded<'_>, index: usize) -> bool {
    let object = index > 1 && takes_object(folded.folded(index - 2));
    let number = folded.words.get(index).is_some_and(|it| it.flags.contains(WordFlags::DIGIT));
    !object
        && !is_clear_opener(folded.folded(index))
        && (number || goes_on_small(folded, index + 1))
}

/// A word in small letters, or a number, follows on the line: it is not a signature.
fn goes_on_small(folded: &Folded<'_>, index: usize) -> bool {
    folded.words.get(index).is_some_and(|word| {
        !signs(folded, index).intersects(Between::LINE | Between::PARAGRAPH | Between::COMMA)
            && !word.flags.contains(WordFlags::CAPITAL)
    })
}

/// Whether the line before word `index` is too long for a greeting, and what follows is not a signature.
fn is_long(folded: &Folded<'_>, index: usize) -> bool {
    let breaks = Between::LINE | Between::PARAGRAPH;
    let nothing = Between::SPACE | Between::LINE | Between::LIGHT;
    let first = index.saturating_sub(WRAPPED_WORDS - 1);
    let long = index >= WRAPPED_WORDS
        && (first..index).all(|word| !signs(folded, word).intersects(breaks));
    let end = folded.words.len();
    let signature = end - index <= SIGNATURE_WORDS
        && (index + 1..=end).all(|word| {
            !signs(folded, word).intersects(Between::DOT | Between::EXCLAMATION | Between::QUESTION)
        });
    nothing.contains(signs(folded, index)) && long && !signature
}

fn signs(folded: &Folded<'_>, index: usize) -> Between {
    folded.separators.get(index).map_or(Between::END, |separator| separator.signs)
}
