//! A clause or sentence that goes whole: what happens to the signs, spaces and capitals around it.

use std::ops::Range;

use super::{Gone, Removal, back, opening, skip, whole_sentence, with_capital};
use crate::engine::candidate::TokenRange;
use crate::engine::content;
use crate::engine::cue::{self, SIGNS};
use crate::engine::edges::is_verb;
use crate::engine::syntax;
use crate::engine::template::Part;
use crate::engine::token::Tokens;
use crate::engine::vocabulary::Roles;
use crate::text::{self, Between, WordFlags};

/// Signs that part clauses, and spaces.
const PARTING: [char; 11] = [',', ';', ':', '-', '–', '—', '…', '.', ' ', '\u{a0}', '\n'];

/// What is between emojis, or makes one of several.
const JOINERS: [char; 3] = [' ', '\u{fe0f}', '\u{200d}'];

/// The removal of all words of `range`, whose own bytes are `span`. `first` is its first word, or the first of its
/// sentence if all before it goes as well; `gone` is what goes before it.
pub fn stretch(
    tokens: &Tokens<'_>,
    range: &TokenRange,
    span: Range<usize>,
    first: usize,
    gone: Gone<'_>,
) -> Removal {
    let draft = tokens.folded.draft;
    let begins = tokens.before(first).contains(Between::END);
    let ends = tokens.before(range.end).contains(Between::END);
    let (span, laughs) = with_emoji(tokens, range.end, span);
    if begins && ends {
        return whole_sentence(tokens, range.end, span);
    }
    if begins {
        let end = next_words(tokens, range.end, span.end);
        return with_capital(tokens, first, range.end, span.start..end);
    }
    if let Some(bracketed) = bracketed(draft, &span) {
        return (bracketed, Vec::new());
    }
    if laughs {
        let start = words_before(tokens, range.start, span.start);
        return (start..span.end, vec![Part::Text(".".to_owned())]);
    }
    if ends {
        let joined = opening::joined(tokens, range, &span, gone);
        return joined.unwrap_or_else(|| at_end(tokens, range, span));
    }
    middle(tokens, range, span)
}

/// "It's not rocket science 😉 I've added it": an emoji at the end of a sentence belongs to the joke that is removed, so
/// it is removed too. Also returns whether there is one.
fn with_emoji(tokens: &Tokens<'_>, next: usize, span: Range<usize>) -> (Range<usize>, bool) {
    let signs = tokens.before(next);
    if !signs.contains(Between::END | Between::EMOJI) {
        return (span, false);
    }
    let behind = tokens.folded.draft.get(span.end..).unwrap_or("");
    let rest = behind.trim_start_matches(|sign| JOINERS.contains(&sign) || text::is_emoji(sign));
    let with = behind.len() - rest.len();
    let taken = behind.get(..with).map_or(0, |taken| taken.trim_end().len());
    (span.start..span.end + taken, taken > 0)
}

/// Of the signs on both sides those after stay, but not after a greeting, a colon or a bracket.
fn middle(tokens: &Tokens<'_>, range: &TokenRange, span: Range<usize>) -> Removal {
    let draft = tokens.folded.draft;
    let sentence = content::sentence_of(tokens, range);
    let start = words_before(tokens, range.start, span.start);
    let end = next_words(tokens, range.end, span.end);
    let opening = cue::after_opening(tokens, &sentence, range.start);
    let (left, right) = (opening..range.start, range.end..sentence.end);
    if cue::is_one_clause(tokens, &left, &right) {
        return (start..end, vec![Part::Text(" ".to_owned())]);
    }
    let greets = left.is_empty();
    let touches = range.start.checked_sub(1).and_then(|at| tokens.word(at));
    let other_sign = touches.is_none_or(|word| word.end as usize != start);
    let colon = draft.get(start..span.start).is_some_and(|signs| signs.starts_with(':'));
    let no_sign = draft.get(span.end..end).is_some_and(|signs| signs.trim().is_empty());
    // "I'd love to help but | my hands are tied, | the code ran out": the connective goes on to what follows.
    let joined = !tokens.before(range.start).intersects(SIGNS)
        && range.start.checked_sub(1).is_some_and(|at| cue::is_contrast(tokens, at));
    match greets || other_sign || colon || joined {
        true => (span.start..end, Vec::new()),
        // «… σε 5 μέρες, | κύριε Ράπτη.»
        false if no_sign && syntax::is_vocative(tokens, range.end) => {
            (start..end, vec![Part::Text(", ".to_owned())])
        }
        false => (start..span.end, Vec::new()),
    }
}

/// The last clause goes with the signs before it. Where it was the one that asked, a full stop takes the place of its mark.
fn at_end(tokens: &Tokens<'_>, range: &TokenRange, span: Range<usize>) -> Removal {
    let start = words_before(tokens, range.start, span.start);
    let sentence = content::sentence_of(tokens, range);
    let question = tokens.in_question(range.start);
    let asks = opens_question(tokens, cue::after_opening(tokens, &sentence, range.start));
    let mark = tokens.folded.separators.get(tokens.word_index(range.end)).map(|it| it.mark);
    match mark.filter(|mark| question && !asks && mark.0 as usize == span.end) {
        Some((_, end)) => (start..end as usize, vec![Part::Text(".".to_owned())]),
        None => (start..span.end, Vec::new()),
    }
}

/// Whether what begins at `at` asks something itself: "Can you wait", «Μήπως …».
fn opens_question(tokens: &Tokens<'_>, at: usize) -> bool {
    let roles = tokens.roles(at);
    let latin = tokens.word(at).is_some_and(|word| word.flags.contains(WordFlags::LATIN));
    let auxiliary =
        roles.contains(Roles::PARTICLE) || roles.contains(Roles::TRANSPARENT) && is_verb(roles);
    roles.intersects(Roles::QUESTION | Roles::REQUEST) || latin && auxiliary
}

/// «Έφυγε (το γράφει η σελίδα).»: the brackets go as well.
fn bracketed(draft: &str, span: &Range<usize>) -> Option<Range<usize>> {
    let open = draft.get(..span.start)?.strip_suffix('(')?;
    draft.get(span.end..)?.strip_prefix(')')?;
    Some(back(draft, open.len(), &[' ', '\u{a0}'])..span.end + 1)
}

/// The end of what is before the signs before `at`.
fn words_before(tokens: &Tokens<'_>, first: usize, at: usize) -> usize {
    let word = first.checked_sub(1).and_then(|before| tokens.word(before));
    back(tokens.folded.draft, at, &PARTING).max(word.map_or(0, |word| word.end as usize))
}

/// The start of what is after the signs from `at` on.
fn next_words(tokens: &Tokens<'_>, next: usize, at: usize) -> usize {
    let end = skip(tokens.folded.draft, at, &PARTING);
    tokens.word(next).map_or(end, |word| end.min(word.start as usize))
}
