//! A phrase that goes without replacement: its comma and the capital after it are mended.

use std::ops::Range;

use super::candidate::Candidate;
use super::seams;
use super::template::{FirstLetter, Part, Template};
use super::unit::Units;
use super::vocabulary::Roles;
use crate::text::{Between, WordFlags};

/// Bytes that go or change, and what stays of them.
pub type Removal = (Range<usize>, Template);

/// The removal of a candidate whose own bytes are `span`. `first` is its first word, or the first of its
/// sentence if all before the candidate goes as well.
pub fn removal(
    units: &Units<'_>,
    candidate: &Candidate,
    span: Range<usize>,
    first: usize,
) -> Removal {
    let draft = units.folded.draft;
    let next = candidate.span.end;
    let begins = units.before(first).contains(Between::END);
    let ends = units.before(next).contains(Between::END);
    if begins && ends {
        return whole_sentence(units, next, span);
    }
    if begins {
        let end = skip(draft, span.end, &[',', ':', ' ', '\u{a0}', '\n']);
        return with_capital(units, first, next, span.start..end);
    }
    let (before, mut after) = (units.before(candidate.span.start), units.before(next));
    let joined = Roles::JOIN | Roles::CONTRAST | Roles::CONNECTIVE | Roles::REPORTER;
    if candidate.span.start.checked_sub(1).is_some_and(|at| units.roles(at).intersects(joined)) {
        // «και δυστυχώς, εξαντλήθηκε»: the comma was there for what goes.
        after.remove(Between::COMMA);
    }
    if before.contains(Between::COMMA)
        && after.contains(Between::COMMA)
        && !ends
        && parts_clauses(units, candidate)
    {
        let start = back(draft, span.start, &[',', ' ', '\u{a0}']);
        return (start..span.end, divider(draft, start, span.end));
    }
    let start = match (before.contains(Between::COMMA), after.contains(Between::COMMA), ends) {
        (true, _, true) | (true, true, _) => back(draft, span.start, &[',', ' ', '\u{a0}']),
        // «…, Mr Lee.»: the comma belongs to what follows.
        (false, _, true) | (false, true, false) => back(draft, span.start, &[' ', '\u{a0}']),
        _ => span.start,
    };
    let keeps_comma = after.contains(Between::COMMA) && !before.contains(Between::COMMA);
    let end = if keeps_comma && !ends {
        span.end
    } else if start < span.start && !ends {
        skip(draft, span.end, &[','])
    } else if ends {
        span.end
    } else {
        skip(draft, span.end, &[',', ' ', '\u{a0}'])
    };
    (start..end, divider(draft, start, end))
}

/// Whether the commas around a phrase part a name or a greeting from a clause, or one clause from another: then one of
/// them stays. Between a subject and its verb none does.
fn parts_clauses(units: &Units<'_>, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.span;
    let named = start.checked_sub(1).is_some_and(|at| {
        units.roles(at).contains(Roles::GREETING)
            || units.word(at).is_some_and(|word| {
                word.flags.contains(WordFlags::CAPITAL) && !units.before(at).contains(Between::END)
            })
    });
    let subject = Roles::SUBJECT | Roles::ARTICLE;
    named
        || (units.roles(end).intersects(subject) || has_verb_before(units, start))
            && seams::opens_clause(units, end)
}

/// Whether what stands between `end` and the sign before it has a verb.
fn has_verb_before(units: &Units<'_>, end: usize) -> bool {
    let signs = Between::COMMA | Between::END | Between::STOP;
    let begins = (0..end).rev().find(|at| units.before(*at).intersects(signs)).unwrap_or(0);
    (begins..end).any(|at| seams::heads_clause(units, at))
}

/// A space where two words would grow together («α,δυστυχώς,β»).
fn divider(draft: &str, start: usize, end: usize) -> Template {
    let before = draft.get(..start).and_then(|before| before.chars().next_back());
    let after = draft.get(end..).and_then(|after| after.chars().next());
    let touch =
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    if touch { vec![Part::Text(" ".to_owned())] } else { Vec::new() }
}

/// The sentence was nothing else: its end mark and the space after it go too.
fn whole_sentence(units: &Units<'_>, next: usize, span: Range<usize>) -> Removal {
    let draft = units.folded.draft;
    let mark = units
        .folded
        .separators
        .get(units.word_index(next))
        .map_or((0, 0), |separator| separator.mark);
    let marked = if mark.0 as usize == span.end { mark.1 as usize } else { span.end };
    let end = skip(draft, marked, &[' ', '\u{a0}']);
    let last = draft.get(end..).is_none_or(str::is_empty);
    let start = if last { back(draft, span.start, &[' ', '\u{a0}', '\n']) } else { span.start };
    (start..end, Vec::new())
}

/// What follows takes over the capital of the sentence.
fn with_capital(units: &Units<'_>, first: usize, next: usize, span: Range<usize>) -> Removal {
    let capital = units.word(first).is_some_and(|word| word.flags.contains(WordFlags::CAPITAL));
    // A sign such as `=` takes no capital, and hands none on to what follows it.
    let has_letters = |bytes: Range<usize>| {
        units.folded.draft.get(bytes).is_some_and(|word| word.contains(char::is_alphabetic))
    };
    let follows = units.word(next).filter(|word| {
        capital
            && word.start as usize == span.end
            && !word.flags.intersects(WordFlags::CAPITAL | WordFlags::FOREIGN)
            && has_letters(word.span())
    });
    match follows {
        Some(word) => {
            let kept = Part::Kept { span: word.span(), first: FirstLetter::Capital };
            (span.start..word.end as usize, vec![kept])
        }
        None => (span, Vec::new()),
    }
}

fn skip(draft: &str, at: usize, signs: &[char]) -> usize {
    draft.get(at..).map_or(at, |rest| at + rest.len() - rest.trim_start_matches(signs).len())
}

fn back(draft: &str, at: usize, signs: &[char]) -> usize {
    draft.get(..at).map_or(at, |before| before.trim_end_matches(signs).len())
}
