//! Which parts of a draft carry its news: all but greetings, thanks, goodbyes and names.

use std::ops::Range;

use super::candidate::Stretch;
use super::seams;
use super::unit::Units;
use super::vocabulary::Roles;
use crate::text::{Between, WordFlags};

/// What is longer says something, however it begins.
const LONGEST_COURTESY: usize = 12;
/// A plain sorry is at most so long.
const LONGEST_SORRY: usize = 4;

/// Whether the sentence of `span` is the only one with news, and `span` holds what is said in it.
pub fn is_all_the_news(units: &Units<'_>, span: &Stretch) -> bool {
    let own = sentence_of(units, span);
    let free = |stretch: Stretch| {
        pieces(units, stretch).all(|piece| is_piece(units, &piece) || is_verbless(units, &piece))
    };
    is_courtesy(units, 0..own.start)
        && is_courtesy(units, own.end..units.list.len())
        && free(own.start..span.start)
        && free(span.end..own.end)
}

/// Whether nothing but greetings, thanks, goodbyes and names stands there.
pub fn is_courtesy(units: &Units<'_>, stretch: Stretch) -> bool {
    pieces(units, stretch).all(|piece| is_piece(units, &piece))
}

/// Whether something is left of a draft to send once the units that are `gone` went: a greeting alone is nothing, unless the
/// draft was no more than that before.
pub fn remains(units: &Units<'_>, gone: &[bool]) -> bool {
    let all = 0..units.list.len();
    let left: Vec<usize> = all.clone().filter(|unit| gone.get(*unit) != Some(&true)).collect();
    let says = |run: &[usize]| {
        let ends = run.first().zip(run.last());
        ends.is_some_and(|(first, last)| !is_courtesy(units, *first..last + 1))
    };
    let mut runs = left.chunk_by(|one, next| one + 1 == *next);
    runs.any(says) || !left.is_empty() && is_courtesy(units, all)
}

/// The units of the sentences that `span` lies in.
pub fn sentence_of(units: &Units<'_>, span: &Stretch) -> Stretch {
    let sentence = |unit: usize| units.word(unit).map(|word| word.sentence);
    let last = span.end.saturating_sub(1);
    let (first_sentence, last_sentence) = (sentence(span.start), sentence(last));
    let before = (0..span.start).rev().take_while(|at| sentence(*at) == first_sentence).count();
    let behind =
        (span.end..units.list.len()).take_while(|at| sentence(*at) == last_sentence).count();
    span.start - before..span.end + behind
}

/// The stretch cut at every sign.
fn pieces<'u>(units: &'u Units<'_>, stretch: Stretch) -> impl Iterator<Item = Stretch> + 'u {
    let signs = Between::END | Between::COMMA | Between::STOP | Between::BRACKET;
    let Range { mut start, end } = stretch;
    std::iter::from_fn(move || {
        let first = (start < end).then_some(start)?;
        start = (first + 1..end).find(|at| units.before(*at).intersects(signs)).unwrap_or(end);
        Some(first..start)
    })
}

fn is_piece(units: &Units<'_>, piece: &Stretch) -> bool {
    let greets = |at: usize| units.roles(at).contains(Roles::GREETING);
    // "I'm so sorry", and no more.
    let regrets = |at: usize| greets(at) && units.roles(at).contains(Roles::COURTESY);
    let contrasts = || piece.clone().any(|at| units.roles(at).contains(Roles::CONTRAST));
    piece.len() <= LONGEST_COURTESY
        && (piece.clone().all(|at| greets(at) || is_named(units, at))
            || piece.len() <= LONGEST_SORRY && piece.clone().any(regrets)
            || units.opens_pleasantry(piece.start) && !contrasts()
            || greets(piece.start) && is_verbless(units, piece))
}

fn is_verbless(units: &Units<'_>, piece: &Stretch) -> bool {
    let says = |at: usize| {
        let roles = units.roles(at);
        roles.intersects(Roles::NEGATION | Roles::NEGATIVE)
            || seams::heads_clause(units, at) && !roles.contains(Roles::COURTESY)
    };
    piece.clone().all(|at| !says(at) || units.is_name(at))
}

/// A word with a capital, as a name or a signature has it; of the first word of a sentence what it is tells as well.
fn is_named(units: &Units<'_>, at: usize) -> bool {
    let capital = units.word(at).is_some_and(|word| {
        word.flags.contains(WordFlags::CAPITAL) && !word.flags.contains(WordFlags::ALL_CAPS)
    });
    let says = || {
        let roles = Roles::DENIAL | Roles::NEGATIVE | Roles::ADVERB | Roles::COURTESY;
        units.roles(at).intersects(roles)
            || units.movable(at).is_some()
            || seams::heads_clause(units, at)
    };
    units.is_name(at) || capital && !says()
}
