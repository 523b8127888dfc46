//! Words with a dot of their own, which ends no sentence: Α.Φ.Μ., π.χ., κ. Παππά, U.S., Inc.

use super::openers::{is_clear_opener, names_a_day};
use crate::text::{Folded, Word, WordFlags};

/// Where an abbreviation occurs, which decides what may follow it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before what it belongs to (κ., αρ., e.g.): no sentence ends there.
    Before,
    /// After a time (p.m.): any capital but that of a day begins a sentence.
    Clock,
    /// After what it closes (etc.): any capital begins a sentence.
    Closing,
    /// Part of a name (Inc., U.S., Α.Φ.Μ.), where a capital may go on with it: only a word that opens
    /// sentences ends this one.
    Name,
}

/// Whether a sentence ends with the dot before word `index`, if the word before it is an abbreviation.
/// `spaced`: a space or a sign follows the dot.
pub(super) fn ends(folded: &Folded<'_>, index: usize, spaced: bool) -> Option<bool> {
    let place = place(folded, index, spaced)?;
    let next = folded.words.get(index)?;
    let capital = next.flags.contains(WordFlags::CAPITAL);
    let opener = || is_clear_opener(folded.folded(index));
    // In capitals every word has one.
    let told = || !next.flags.intersects(WordFlags::ALL_CAPS | WordFlags::SINGLE) || opener();
    Some(match place {
        Place::Before => false,
        Place::Clock => capital && told() && !names_a_day(folded.folded(index)),
        Place::Closing => capital && told(),
        Place::Name => capital && opener(),
    })
}

/// Whether the dot before word `index` is that of an abbreviation that belongs to what follows: κ., αρ., e.g.
pub(super) fn introduces(folded: &Folded<'_>, index: usize) -> bool {
    place(folded, index, true) == Some(Place::Before)
}

fn place(folded: &Folded<'_>, index: usize, spaced: bool) -> Option<Place> {
    let before = folded.words.get(index.checked_sub(1)?)?;
    // Most sentences end with a longer word, which need not be read. The x of a placeholder `{x}` is none.
    let long = before.fold_end - before.fold_start > LONGEST;
    if long || before.flags.contains(WordFlags::FOREIGN) {
        return None;
    }
    let word = folded.folded(index - 1);
    let letters = word.chars().take(LONGEST_PIECE + 1).count();
    let single = letters == 1 && !before.flags.contains(WordFlags::DIGIT);
    let first = first_piece(folded, index - 1).filter(|_| letters <= LONGEST_PIECE);
    if let Some(first) = first {
        let ends_word = spaced || folded.folded(index).chars().nth(1).is_some();
        return if ends_word { Some(dotted(first, word, before)) } else { Some(Place::Before) };
    }
    if single {
        // «ο Α. Παππάς» goes on, "plan B. We …" does not; what begins a line is an item of a list.
        let name = spaced && is_upper(before) && !begins_line(folded, index - 1);
        return Some(if name { Place::Name } else { Place::Before });
    }
    listed(word, folded.words.get(index)?)
}

/// The longest abbreviation, in bytes: αριθ, λεωφ.
const LONGEST: u32 = 8;
/// The last part of a dotted abbreviation has at most this many letters: κ.λπ.
const LONGEST_PIECE: usize = 3;

/// The single letter to which word `index` is joined by a dot: the κ of κ.λπ.
fn first_piece<'f>(folded: &'f Folded<'_>, index: usize) -> Option<&'f str> {
    let first = index.checked_sub(1)?;
    let (from, to) = (folded.words.get(first)?, folded.words.get(index)?);
    let letter = folded.folded(first);
    let joined = folded.draft.get(from.end as usize..to.start as usize) == Some(".");
    (joined && letter.chars().nth(1).is_none() && !from.flags.contains(WordFlags::DIGIT))
        .then_some(letter)
}

fn dotted(first: &str, last: &str, word: &Word) -> Place {
    match (first, last) {
        ("π", "χ") | ("e", "g") | ("i", "e") => Place::Before,
        ("p" | "a", "m") | ("π" | "μ", "μ") => Place::Clock,
        _ if is_upper(word) => Place::Name,
        _ => Place::Closing,
    }
}

/// Abbreviations of more than one letter, folded, without the dot.
#[rustfmt::skip]
fn listed(word: &str, next: &Word) -> Option<Place> {
    Some(match word {
        "κα" | "κασ" | "κοσ" | "κου" | "κκ" | "αρ" | "αριθ" | "τηλ" | "κιν" | "βλ" | "σελ" | "λεωφ" | "οδ" | "πλ" | "δρ"
        | "τκ" | "δηλ" | "παρ" | "αγ" | "mr" | "mrs" | "ms" | "mx" | "dr" | "prof" | "ph" | "tel" | "ext" | "vs" | "approx"
            => Place::Before,
        // "No. 5", but "No. There are two".
        "no" | "nr" => return next.flags.contains(WordFlags::DIGIT).then_some(Place::Before),
        "πμ" | "μμ" | "am" | "pm" => Place::Clock,
        "κτλ" | "κλπ" | "λπ" | "etc" => Place::Closing,
        "τμ" | "χλμ" | "εκατ" | "τεμ" | "st" | "ave" | "rd" | "inc" | "ltd" | "co" | "corp" | "bros" | "plc" | "dept" | "appt"
        | "jr" | "sr" | "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec"
            => Place::Name,
        _ => return None,
    })
}

fn is_upper(word: &Word) -> bool {
    word.flags.intersects(WordFlags::ALL_CAPS | WordFlags::SINGLE)
}

fn begins_line(folded: &Folded<'_>, index: usize) -> bool {
    let end = folded.words.get(index).map_or(0, |word| word.start as usize);
    let before = folded.draft.get(..end).unwrap_or("");
    let line = before.trim_end_matches([' ', '(', '*', '-', '•']);
    line.is_empty() || line.ends_with(['\n', '\r'])
}
