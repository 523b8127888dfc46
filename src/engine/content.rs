//! Which parts of a draft carry content: all but greetings, thanks, goodbyes and names.
//!
//! Asked before a removal or a wording with a blank, so that a reply always has something to say.

use std::ops::Range;

use super::candidate::TokenRange;
use super::syntax;
use super::token::Tokens;
use super::vocabulary::Roles;
use crate::text::{Between, WordFlags};

/// A longer piece of text counts as content, even if it begins with a greeting or thanks.
const LONGEST_COURTESY: usize = 12;
/// The longest plain apology, in tokens.
const LONGEST_SORRY: usize = 4;

/// Whether the sentence of `span` is the only one with content, and `span` holds what is said in it.
pub fn is_only_content(tokens: &Tokens<'_>, span: &TokenRange) -> bool {
    let own = sentence_of(tokens, span);
    let free = |range: TokenRange| {
        pieces(tokens, range).all(|piece| is_piece(tokens, &piece) || is_verbless(tokens, &piece))
    };
    is_courtesy(tokens, 0..own.start)
        && is_courtesy(tokens, own.end..tokens.list.len())
        && free(own.start..span.start)
        && free(span.end..own.end)
}

/// Whether nothing but greetings, thanks, goodbyes and names is there.
pub fn is_courtesy(tokens: &Tokens<'_>, range: TokenRange) -> bool {
    pieces(tokens, range).all(|piece| is_piece(tokens, &piece))
}

/// Whether the draft still has something to send once the tokens marked in `gone` are removed. A greeting alone does
/// not count, unless the draft was only that to begin with.
pub fn remains(tokens: &Tokens<'_>, gone: &[bool]) -> bool {
    let all = 0..tokens.list.len();
    let left: Vec<usize> = all.clone().filter(|token| gone.get(*token) != Some(&true)).collect();
    let says = |run: &[usize]| {
        let ends = run.first().zip(run.last());
        ends.is_some_and(|(first, last)| !is_courtesy(tokens, *first..last + 1))
    };
    let mut runs = left.chunk_by(|one, next| one + 1 == *next);
    runs.any(says) || !left.is_empty() && is_courtesy(tokens, all)
}

/// The tokens of the sentences that `span` lies in.
pub fn sentence_of(tokens: &Tokens<'_>, span: &TokenRange) -> TokenRange {
    let sentence = |token: usize| tokens.word(token).map(|word| word.sentence);
    let last = span.end.saturating_sub(1);
    let (first_sentence, last_sentence) = (sentence(span.start), sentence(last));
    let before = (0..span.start).rev().take_while(|at| sentence(*at) == first_sentence).count();
    let behind =
        (span.end..tokens.list.len()).take_while(|at| sentence(*at) == last_sentence).count();
    span.start - before..span.end + behind
}

/// Whether what begins at a token is an item of a list: «- …», "2. …".
pub fn is_list_item(tokens: &Tokens<'_>, at: usize) -> bool {
    let line = last_line(between(tokens, at)).trim_start();
    let number_before = at.checked_sub(1).filter(|_| matches!(line.trim_end(), "." | ")"));
    let begins_line = |at: usize| at == 0 || between(tokens, at).contains(['\n', '\r']);
    let mut numbers = number_before.into_iter().chain([at]);
    line.starts_with(['-', '•', '–', '·', '▪', '◦'])
        || line.starts_with("* ")
        || numbers.any(|at| is_number(tokens, at) && begins_line(at))
}

/// Whether a colon introduces what begins at a token.
pub fn is_introduced(tokens: &Tokens<'_>, at: usize) -> bool {
    at > 0 && last_line(between(tokens, at)).trim_end().ends_with(':')
}

/// What is between a token and the word before it.
fn between<'d>(tokens: &Tokens<'d>, at: usize) -> &'d str {
    let before = at.checked_sub(1).and_then(|at| tokens.word(at));
    let from = before.map_or(0, |word| word.end as usize);
    let to = tokens.word(at).map_or(from, |word| word.start as usize);
    tokens.folded.draft.get(from..to).unwrap_or("")
}

fn last_line(text: &str) -> &str {
    text.rsplit(['\n', '\r']).next().unwrap_or("")
}

fn is_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at).and_then(|word| tokens.folded.draft.get(word.span()));
    word.is_some_and(|word| word.chars().all(|sign| sign.is_ascii_digit()))
}

/// The range cut at every sign.
fn pieces<'u>(tokens: &'u Tokens<'_>, range: TokenRange) -> impl Iterator<Item = TokenRange> + 'u {
    let signs = Between::END | Between::COMMA | Between::STOP | Between::BRACKET;
    let Range { mut start, end } = range;
    std::iter::from_fn(move || {
        let first = (start < end).then_some(start)?;
        start = (first + 1..end).find(|at| tokens.before(*at).intersects(signs)).unwrap_or(end);
        Some(first..start)
    })
}

fn is_piece(tokens: &Tokens<'_>, piece: &TokenRange) -> bool {
    let greets = |at: usize| tokens.roles(at).contains(Roles::GREETING);
    // "I'm so sorry", and no more.
    let regrets = |at: usize| greets(at) && tokens.roles(at).contains(Roles::COURTESY);
    let contrasts = || piece.clone().any(|at| tokens.roles(at).contains(Roles::CONTRAST));
    piece.len() <= LONGEST_COURTESY
        && (piece.clone().all(|at| greets(at) || is_named(tokens, at))
            || piece.len() <= LONGEST_SORRY && piece.clone().any(regrets)
            || tokens.opens_pleasantry(piece.start) && !contrasts()
            || greets(piece.start) && is_verbless(tokens, piece))
}

fn is_verbless(tokens: &Tokens<'_>, piece: &TokenRange) -> bool {
    let says = |at: usize| {
        let roles = tokens.roles(at);
        roles.intersects(Roles::NEGATION | Roles::NEGATIVE)
            || syntax::heads_clause(tokens, at) && !roles.contains(Roles::COURTESY)
    };
    piece.clone().all(|at| !says(at) || tokens.is_name(at))
}

/// Whether a word has a capital letter and is likely a name or signature. For the first word of a sentence its roles
/// decide as well.
fn is_named(tokens: &Tokens<'_>, at: usize) -> bool {
    let capital = tokens.word(at).is_some_and(|word| {
        word.flags.contains(WordFlags::CAPITAL) && !word.flags.contains(WordFlags::ALL_CAPS)
    });
    let says = || {
        let roles = Roles::DENIAL | Roles::NEGATIVE | Roles::ADVERB | Roles::COURTESY;
        tokens.roles(at).intersects(roles)
            || tokens.movable(at).is_some()
            || syntax::heads_clause(tokens, at)
    };
    tokens.is_name(at) || capital && !says()
}
