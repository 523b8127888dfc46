//! Splits a folded draft into sentences. Rules use them: `^`, `$`, clauses, and what a wording may replace.

mod abbreviations;
mod lines;
mod openers;

use super::facts::ENDS_OF_ADDRESSES;
use super::{Between, Folded, Sentence, Separator, WordFlags};

/// Punctuation marks; without one of them neither a sentence nor a clause ends.
const MAY_END: Between = Between::PARAGRAPH
    .union(Between::LINE)
    .union(Between::ELLIPSIS)
    .union(Between::EXCLAMATION)
    .union(Between::QUESTION)
    .union(Between::SEMICOLON)
    .union(Between::EMOJI)
    .union(Between::DOT);

/// Marks the ends in the separators, and lists the sentences.
pub(super) fn split(folded: &mut Folded<'_>) {
    let count = folded.words.len();
    let mut first = 0;
    // Asked for at most once, and hardly ever.
    let mut capitals = None;
    for index in 1..=count {
        let separator = folded.separators[index];
        // Most words are divided by a space alone.
        if index < count && !separator.signs.intersects(MAY_END) {
            continue;
        }
        let question = is_question(folded, index);
        if index < count && !ends(folded, index, &mut capitals) {
            soften(folded, index);
            keep_dot(folded, index);
            continue;
        }
        folded.separators[index].signs |= Between::END;
        if separator.signs.contains(Between::SEMICOLON) && !question {
            folded.separators[index].signs |= Between::STOP;
        }
        let number = folded.sentences.len() as u32;
        folded.words[first..index].iter_mut().for_each(|word| word.sentence = number);
        folded.sentences.push(Sentence { words: first..index, question });
        first = index;
    }
    if let Some(separator) = folded.separators.first_mut() {
        separator.signs |= Between::END;
    }
}

/// An ellipsis or an English semicolon inside a sentence still ends a clause.
fn soften(folded: &mut Folded<'_>, index: usize) {
    let signs = &mut folded.separators[index].signs;
    if signs.intersects(Between::ELLIPSIS | Between::SEMICOLON) {
        signs.insert(Between::STOP);
    }
}

/// The Greek question mark looks like a semicolon: after Greek words, or in a Greek draft, it is one.
fn is_question(folded: &Folded<'_>, index: usize) -> bool {
    let signs = folded.separators[index].signs;
    let greek_before = || folded.words[index - 1].flags.contains(WordFlags::GREEK) || folded.greek;
    signs.contains(Between::QUESTION) || (signs.contains(Between::SEMICOLON) && greek_before())
}

/// Whether a sentence ends between word `index - 1` and word `index`.
fn ends(folded: &Folded<'_>, index: usize, capitals: &mut Option<bool>) -> bool {
    let signs = folded.separators[index].signs;
    let next = &folded.words[index];
    let opens = next.flags.contains(WordFlags::CAPITAL) || next.flags.contains(WordFlags::DIGIT);
    let same_zone = in_one_zone(folded, index);
    if same_zone {
        return false;
    }
    if signs.contains(Between::PARAGRAPH) {
        return true;
    }
    // «Είπε “Ναι.” και έφυγε»: the sentence goes on after the quotation.
    if signs.contains(Between::QUOTE) && !opens && !signs.contains(Between::LINE) {
        return false;
    }
    if is_question(folded, index) || signs.contains(Between::EXCLAMATION) {
        return true;
    }
    let in_capitals = || *capitals.get_or_insert_with(|| is_in_capitals(folded));
    if signs.contains(Between::LINE) && lines::ends(folded, index, in_capitals) {
        return true;
    }
    if signs.contains(Between::ELLIPSIS) || signs.contains(Between::EMOJI) {
        return opens;
    }
    signs.contains(Between::DOT) && dot_ends(folded, index)
}

fn dot_ends(folded: &Folded<'_>, index: usize) -> bool {
    let next = &folded.words[index];
    let spaced = is_spaced(folded, index);
    if let Some(ends) = abbreviations::ends(folded, index, spaced) {
        return ends;
    }
    if !spaced && ENDS_OF_ADDRESSES.contains(&folded.folded(index)) {
        return false;
    }
    spaced || next.flags.contains(WordFlags::CAPITAL) || next.flags.contains(WordFlags::GREEK)
}

fn is_spaced(folded: &Folded<'_>, index: usize) -> bool {
    let signs = folded.separators[index].signs;
    signs.intersects(Between::SPACE | Between::LINE | Between::QUOTE | Between::BRACKET)
}

/// The dot of an abbreviation inside a sentence belongs to the word and moves with it.
fn keep_dot(folded: &mut Folded<'_>, index: usize) {
    let Separator { signs, mark } = folded.separators[index];
    let end = folded.words[index - 1].end;
    let own = signs.contains(Between::DOT) && mark == (end, end + 1) && is_spaced(folded, index);
    if own && abbreviations::ends(folded, index, true) == Some(false) {
        folded.words[index - 1].end += 1;
    }
}

/// Every letter of the draft is a capital.
fn is_in_capitals(folded: &Folded<'_>) -> bool {
    folded.words.iter().all(|word| {
        let letters = WordFlags::GREEK | WordFlags::LATIN;
        word.flags.intersects(WordFlags::ALL_CAPS | WordFlags::SINGLE)
            || !word.flags.intersects(letters)
    })
}

fn in_one_zone(folded: &Folded<'_>, index: usize) -> bool {
    let (before, next) = (&folded.words[index - 1], &folded.words[index]);
    let zone = WordFlags::QUOTED | WordFlags::FOREIGN;
    if !before.flags.intersects(zone) || !next.flags.intersects(zone) {
        return false;
    }
    folded
        .zone_at(before.start as usize)
        .is_some_and(|zone| zone.span.contains(&(next.start as usize)))
}
