//! A name or title that would be left alone by a removal joins the next sentence: "Sir, | you can't …".

use std::ops::Range;

use super::{Gone, Removal, words_end};
use crate::engine::candidate::TokenRange;
use crate::engine::content;
use crate::engine::syntax;
use crate::engine::template::{FirstLetter, Part};
use crate::engine::token::Tokens;
use crate::engine::vocabulary::Roles;
use crate::engine::word_index::UNKNOWN;
use crate::text::WordFlags;

/// The removal of the last words of a sentence of which only a name or title stays, if that is so. `gone`: what goes
/// before it.
pub fn joined(
    tokens: &Tokens<'_>,
    range: &TokenRange,
    span: &Range<usize>,
    gone: Gone<'_>,
) -> Option<Removal> {
    let sentence = content::sentence_of(tokens, range);
    let stays = |at: &usize| gone.words.get(*at) == Some(&false);
    let left: Vec<usize> = (sentence.start..range.start).filter(stays).collect();
    if left.is_empty() || !addresses(tokens, &left) {
        return None;
    }
    let draft = tokens.folded.draft;
    // A removal right before this one has taken what is between them, and left the comma after the name.
    let (start, comma) = match gone.end >= span.start {
        true => (span.start, ""),
        false => (words_end(draft, span.start), ", "),
    };
    let (_, mark) = tokens.folded.separators.get(tokens.word_index(range.end))?.mark;
    let mark = (mark as usize).max(span.end);
    let next = tokens.word(range.end)?;
    let between = draft.get(mark..next.start as usize)?;
    if between.contains('\n') {
        return Some((start..mark, vec![Part::Text(comma.trim_end().to_owned())]));
    }
    if !between.chars().all(char::is_whitespace) || next.flags.contains(WordFlags::FOREIGN) {
        return None;
    }
    let first = first_letter(tokens, range.end);
    // A capital that may be a name's stays, and is right on a line of its own whatever it is: "Dear Hannah,⏎Transcripts …".
    let keeps_capital = first == FirstLetter::AsIs && has_capital(tokens, range.end);
    let comma = if keeps_capital && !comma.is_empty() { ",\n" } else { comma };
    let kept = Part::Kept { span: next.span(), first };
    Some((start..next.end as usize, vec![Part::Text(comma.to_owned()), kept]))
}

/// A name or a title, and nothing else but a greeting: «Κύριε Πέτρου», "Dear Ms Cole".
fn addresses(tokens: &Tokens<'_>, left: &[usize]) -> bool {
    let names = |at: usize| {
        tokens.roles(at).contains(Roles::TITLE)
            || tokens.is_name(at)
            || tokens.list.get(at).is_some_and(|token| token.id == UNKNOWN)
                && has_capital(tokens, at)
    };
    let answers = Roles::NEGATION | Roles::DENIAL | Roles::COURTESY;
    let plain = |at: usize| {
        let roles = tokens.roles(at);
        (names(at) || roles.contains(Roles::GREETING)) && !roles.intersects(answers)
    };
    let all = || left.iter().copied();
    all().any(names) && all().all(plain)
}

/// What becomes of the capital of a sentence that is joined to another: an unknown word may be a name.
fn first_letter(tokens: &Tokens<'_>, at: usize) -> FirstLetter {
    let known = tokens.list.get(at).is_some_and(|token| token.id != UNKNOWN);
    let alone = tokens
        .word(at)
        .is_none_or(|word| word.flags.intersects(WordFlags::ALL_CAPS | WordFlags::DIGIT));
    let small = !alone && (known || syntax::heads_clause(tokens, at));
    if small { FirstLetter::Small } else { FirstLetter::AsIs }
}

fn has_capital(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.word(at).is_some_and(|word| word.flags.contains(WordFlags::CAPITAL))
}
