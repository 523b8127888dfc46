//! Removes a phrase without replacement: the comma next to it and the capital after it are adjusted.

mod opening;
mod stretch;

use std::ops::Range;

use super::candidate::Candidate;
use super::content;
use super::syntax;
use super::template::{FirstLetter, Part, Template};
use super::token::Tokens;
use super::vocabulary::Roles;
use super::word_index::UNKNOWN;
use crate::text::{Between, WordFlags};
pub use stretch::stretch;

/// What is between words without being a sign.
const BLANKS: [char; 4] = [' ', '\u{a0}', '\n', '\r'];

/// Signs that part what is in one sentence.
const LOOSE: [char; 3] = [',', ' ', '\u{a0}'];

/// Signs inside a sentence that are stronger than a comma.
const STRONGER: [char; 3] = [':', ';', '·'];

/// First characters of emoticons, such as `:)`, that a removal would otherwise take for punctuation.
const FACES: [&str; 9] = [":)", ":-", ":(", ":D", ":P", ":/", ";)", ";-", ":'"];

/// A verb before a removal is looked for among this many words: a sentence may be as long as its draft.
const VERB_REACH: usize = 40;

/// Bytes that go or change, and what stays of them.
pub type Removal = (Range<usize>, Template);

/// What goes before a removal.
#[derive(Debug, Clone, Copy)]
pub struct Gone<'g> {
    /// Whether a word goes, by token.
    pub words: &'g [bool],
    /// Where the removal right before it ends, in bytes.
    pub end: usize,
}

/// The removal of a candidate whose own bytes are `span`. `first` is its first word, or the first of its
/// sentence if all before the candidate goes as well; `gone` is what goes before it.
pub fn removal(
    tokens: &Tokens<'_>,
    candidate: &Candidate,
    span: Range<usize>,
    first: usize,
    gone: Gone<'_>,
) -> Removal {
    let draft = tokens.folded.draft;
    let next = candidate.span.end;
    let begins = tokens.before(first).contains(Between::END);
    let ends = tokens.before(next).contains(Between::END);
    if begins && ends {
        return whole_sentence(tokens, next, span);
    }
    if begins {
        let end = skip(draft, span.end, &[',', ':', ' ', '\u{a0}', '\n']);
        return with_capital(tokens, first, next, span.start..end);
    }
    if ends && let Some(joined) = opening::joined(tokens, &candidate.span, &span, gone) {
        return joined;
    }
    // "Read the docs, | lol: …": the sign that follows parts what is left, so the comma goes.
    if draft.get(span.end..).is_some_and(|rest| rest.starts_with(STRONGER)) {
        return (back(draft, span.start, &LOOSE)..span.end, Vec::new());
    }
    let (before, mut after) = (tokens.before(candidate.span.start), tokens.before(next));
    let joined = Roles::JOIN | Roles::CONTRAST | Roles::CONNECTIVE | Roles::REPORTER;
    if candidate.span.start.checked_sub(1).is_some_and(|at| tokens.roles(at).intersects(joined)) {
        // «και δυστυχώς, εξαντλήθηκε»: the comma was there for what goes.
        after.remove(Between::COMMA);
    }
    if before.contains(Between::COMMA)
        && after.contains(Between::COMMA)
        && !ends
        && parts_clauses(tokens, candidate)
    {
        let start = back(draft, span.start, &LOOSE);
        return (start..span.end, divider(draft, start, span.end));
    }
    let start = match (before.contains(Between::COMMA), after.contains(Between::COMMA), ends) {
        (true, _, true) | (true, true, _) => back(draft, span.start, &LOOSE),
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
        skip(draft, span.end, &LOOSE)
    };
    (start..end, divider(draft, start, end))
}

/// Whether the commas around a phrase part a name or a greeting from a clause, or one clause from another: then one of
/// them stays. Between a subject and its verb none does.
fn parts_clauses(tokens: &Tokens<'_>, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.span;
    // «Η ΑΑΔΕ, ως γνωστόν, …»: a name with its article is the subject.
    let with_article =
        |at: usize| at.checked_sub(1).is_some_and(|at| tokens.roles(at).contains(Roles::ARTICLE));
    let named = start.checked_sub(1).is_some_and(|at| {
        tokens.roles(at).contains(Roles::GREETING)
            || tokens.word(at).is_some_and(|word| {
                word.flags.contains(WordFlags::CAPITAL)
                    && !tokens.before(at).contains(Between::END)
                    && !with_article(at)
            })
    });
    // «τα κάνει αργά»: no article, but the object of the verb after it.
    let roles = tokens.roles(end);
    let known =
        |at: usize| tokens.list.get(at).is_some_and(|token| token.id != UNKNOWN && !token.foreign);
    let verb = known(end + 1) && syntax::heads_clause(tokens, end + 1);
    let object = roles.contains(Roles::CLITIC) && verb;
    let begins = roles.intersects(Roles::SUBJECT | Roles::ARTICLE) && !object;
    let opening = content::sentence_of(tokens, &candidate.span).start..start;
    let greets = !opening.is_empty() && content::is_courtesy(tokens, opening);
    named
        || greets
        || syntax::opens_clause(tokens, end) && (begins || has_verb_before(tokens, start))
}

/// Whether what is before `end` in its sentence has a verb, not too far away.
fn has_verb_before(tokens: &Tokens<'_>, end: usize) -> bool {
    let signs = Between::END | Between::STOP;
    let reach = end.saturating_sub(VERB_REACH)..end;
    let begins = reach.clone().rev().find(|at| tokens.before(*at).intersects(signs));
    (begins.unwrap_or(reach.start)..end).any(|at| syntax::heads_clause(tokens, at))
}

/// A space, if two words would otherwise run together («α,δυστυχώς,β»).
fn divider(draft: &str, start: usize, end: usize) -> Template {
    let before = draft.get(..start).and_then(|before| before.chars().next_back());
    let after = draft.get(end..).and_then(|after| after.chars().next());
    let touch =
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    if touch { vec![Part::Text(" ".to_owned())] } else { Vec::new() }
}

/// The sentence was nothing else: its end mark and the space after it go too.
fn whole_sentence(tokens: &Tokens<'_>, next: usize, span: Range<usize>) -> Removal {
    let draft = tokens.folded.draft;
    let mark = tokens
        .folded
        .separators
        .get(tokens.word_index(next))
        .map_or((0, 0), |separator| separator.mark);
    let marked = if mark.0 as usize == span.end { mark.1 as usize } else { span.end };
    let end = skip(draft, marked, &[' ', '\u{a0}']);
    (without_gap(draft, span.start..end), Vec::new())
}

/// The bytes of a sentence that goes with the line breaks and spaces that would be left over.
fn without_gap(draft: &str, Range { start, end }: Range<usize>) -> Range<usize> {
    let spaceless = back(draft, start, &[' ', '\u{a0}']);
    let (before, after) = (back(draft, start, &BLANKS), skip(draft, end, &BLANKS));
    let breaks = |range: Range<usize>| draft.get(range).unwrap_or("").matches('\n').count();
    match (breaks(before..start), breaks(end..after)) {
        _ if after == draft.len() => before..end,
        (_, 0) => start..end,
        (0, _) if before > 0 => spaceless..end,
        // A line of its own: of the breaks on both sides the more stay.
        (above, below) if before == 0 || above >= below => start..after,
        _ => before..end,
    }
}

/// What follows takes over the capital of the sentence.
fn with_capital(tokens: &Tokens<'_>, first: usize, next: usize, span: Range<usize>) -> Removal {
    let capital = tokens.word(first).is_some_and(|word| word.flags.contains(WordFlags::CAPITAL));
    // A sign such as `=` takes no capital, and hands none on to what follows it.
    let has_letters = |bytes: Range<usize>| {
        tokens.folded.draft.get(bytes).is_some_and(|word| word.contains(char::is_alphabetic))
    };
    let follows = tokens.word(next).filter(|word| {
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

/// Whether a range has nothing but commas and spaces.
pub fn only_signs(draft: &str, range: Range<usize>) -> bool {
    let signs = draft.get(range).unwrap_or("");
    signs.chars().all(|sign| LOOSE.contains(&sign))
}

/// Whether a sentence ends at a place.
pub fn ends_sentence(draft: &str, at: usize) -> bool {
    let rest = draft.get(at..).unwrap_or("");
    rest.is_empty() || rest.starts_with(['.', '!', '?', ';', '…', '\n'])
}

/// The end of the word before a place.
pub fn words_end(draft: &str, at: usize) -> usize {
    back(draft, at, &LOOSE)
}

/// The first byte from `at` on that is none of these signs; a face such as `:)` is not a sign.
fn skip(draft: &str, at: usize, signs: &[char]) -> usize {
    let rest = draft.get(at..).unwrap_or("");
    let stays = |(start, sign): &(usize, char)| {
        let from = rest.get(*start..).unwrap_or("");
        !signs.contains(sign) || FACES.iter().any(|face| from.starts_with(face))
    };
    at + rest.char_indices().find(stays).map_or(rest.len(), |(start, _)| start)
}

fn back(draft: &str, at: usize, signs: &[char]) -> usize {
    draft.get(..at).map_or(at, |before| before.trim_end_matches(signs).len())
}
