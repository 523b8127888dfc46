//! Quotations in single quotes, which look like apostrophes: what is around them decides.

use crate::text::table::{Class, TABLE};

/// The longest quotation in single quotes, in bytes; longer ones are written with other signs.
const LONGEST_QUOTE: usize = 600;

/// One past the sign that closes the quotation opened at `at` by `sign`, if it opens one.
pub(super) fn closing(draft: &str, at: usize, sign: char) -> Option<usize> {
    // The apostrophe of a word, told before anything is looked up.
    if draft.as_bytes().get(at.checked_sub(1).unwrap_or(at)).is_some_and(u8::is_ascii_alphanumeric)
    {
        return None;
    }
    let from = at + sign.len_utf8();
    let rest = draft.get(from..)?;
    let inside = &rest[..rest.floor_char_boundary(LONGEST_QUOTE)];
    if !may_open(&draft[..at], inside) {
        return None;
    }
    let mut doubtful = None;
    let mut line_break = false;
    for (offset, letter) in inside.char_indices() {
        match TABLE.entry(letter).class {
            Class::LineBreak if line_break => break,
            Class::LineBreak => line_break = letter != '\r',
            Class::Space => (),
            Class::Apostrophe if closes(sign, letter) => {
                let end = offset + letter.len_utf8();
                // What follows may lie beyond the longest quotation.
                let after = rest.get(end..).unwrap_or("");
                match ends_quote(&inside[..offset], after) {
                    Some(true) => return Some(from + end),
                    Some(false) => doubtful = doubtful.or(Some(from + end)),
                    None => (),
                }
                line_break = false;
            }
            _ => line_break = false,
        }
    }
    doubtful
}

/// ‘ is closed by ’ or by the plain quote; every other mark by its own kind.
fn closes(open: char, letter: char) -> bool {
    letter == open && open != '‘' || open == '‘' && matches!(letter, '’' | '\'')
}

/// Nothing is written on to the sign from the left, and a word begins right after it; but not one that
/// has lost its beginning.
fn may_open(before: &str, inside: &str) -> bool {
    let free = before
        .chars()
        .next_back()
        .is_none_or(|letter| letter.is_whitespace() || "([{«“\"„*_:—–-/>".contains(letter));
    let word = inside.starts_with(|letter: char| {
        letter.is_alphabetic() || matches!(letter, '*' | '[' | '{' | '…')
    });
    let length = inside.find(|letter: char| !letter.is_alphabetic()).unwrap_or(inside.len());
    free && word && !lacks_beginning(&inside[..length])
}

/// 'cause, 'n', θα 'ναι.
fn lacks_beginning(word: &str) -> bool {
    const LOST: [&str; 20] = [
        "cause", "cuz", "cos", "til", "till", "em", "n", "tis", "twas", "bout", "round", "fraid",
        "ναι", "χω", "χει", "χεις", "χετε", "ρθω", "ρθει", "ρθετε",
    ];
    LOST.iter().any(|lost| *lost == word || lost.eq_ignore_ascii_case(word))
}

/// Whether an apostrophe between these ends the quotation: `None` if it can't, `Some(false)` if it more
/// likely belongs to its word (the customers' wishes, doin' well).
fn ends_quote(inside: &str, after: &str) -> Option<bool> {
    let last = inside.chars().next_back()?;
    let next = after.chars().next();
    if last.is_whitespace() || next.is_some_and(char::is_alphanumeric) || is_elided(inside) {
        return None;
    }
    let goes_on = after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    Some(!(goes_on && matches!(last, 's' | 'S' | 'n' | 'N')))
}

/// «σ' εσάς», «απ' το»: a short Greek word that lost its end.
fn is_elided(inside: &str) -> bool {
    let start = inside
        .char_indices()
        .rev()
        .take_while(|(_, letter)| letter.is_alphabetic())
        .last()
        .map_or(inside.len(), |(at, _)| at);
    let letters: String =
        inside[start..].chars().take(6).map(|letter| TABLE.entry(letter).folded).collect();
    letters.starts_with(|letter: char| ('α'..='ω').contains(&letter))
        && crate::text::scan::is_elided(&letters)
}
