//! Cuts a folded text into chunks, so that the cost of an expression stays bounded on a long draft.

use std::ops::Range;

use super::budget::MAX_CHUNK_BYTES;
use crate::text::{Between, Folded};

/// Where a text is best cut, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cut {
    Word,
    Clause,
    Sentence,
    Paragraph,
}

/// The chunks of a folded text, in order and without gaps: a text that is short enough is one, and a longer one is
/// cut at the last paragraph that fits, else at the last sentence, clause or word; a word that is too long, anywhere.
///
/// What is around a chunk still counts for `\b`, `^` and `$`.
pub fn chunks(folded: &Folded<'_>, text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::with_capacity(text.len() / MAX_CHUNK_BYTES + 1);
    let mut start = 0;
    let mut best: Option<(Cut, usize)> = None;
    for (index, word) in folded.words.iter().enumerate() {
        let (begins, ends) = (word.fold_start as usize, word.fold_end as usize);
        if ends - start > MAX_CHUNK_BYTES {
            let (_, cut) = best.take().unwrap_or((Cut::Word, begins));
            add(&mut found, start..cut, text);
            start = cut;
        }
        let here = (cut_before(folded, index), begins);
        if begins > start && best.is_none_or(|best| best <= here) {
            best = Some(here);
        }
    }
    add(&mut found, start..text.len(), text);
    found
}

fn cut_before(folded: &Folded<'_>, word: usize) -> Cut {
    let signs = folded.separators.get(word).map_or(Between::empty(), |separator| separator.signs);
    if signs.contains(Between::PARAGRAPH) {
        Cut::Paragraph
    } else if signs.contains(Between::END) {
        Cut::Sentence
    } else if signs.intersects(Between::STOP | Between::COMMA) {
        Cut::Clause
    } else {
        Cut::Word
    }
}

/// Adds a chunk, in pieces if one word or a run of signs makes it too long.
fn add(found: &mut Vec<Range<usize>>, chunk: Range<usize>, text: &str) {
    let mut start = chunk.start;
    while chunk.end - start > MAX_CHUNK_BYTES {
        let cut = text.floor_char_boundary(start + MAX_CHUNK_BYTES);
        found.push(start..cut);
        start = cut;
    }
    if start < chunk.end {
        found.push(start..chunk.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn cut(draft: &str) -> Vec<String> {
        let folded = fold(draft);
        let text = folded.text();
        chunks(&folded, &text).into_iter().map(|it| text[it].to_owned()).collect()
    }

    #[test]
    fn a_short_text_is_one_stretch() {
        assert_eq!(cut("Καλημέρα.\n\nΤι κάνετε;").len(), 1);
        assert!(cut("").is_empty());
    }

    #[test]
    fn a_long_one_is_cut_where_it_pauses_and_nothing_is_lost() {
        let sentence = "και αυτό, και το άλλο. Και ";
        for (draft, end) in [
            (sentence.repeat(100), ". "),
            ("και το άλλο, ".repeat(200), ", "),
            ("και το άλλο ".repeat(200), " "),
            (format!("{}\n\n{}", sentence.repeat(30), sentence.repeat(30)), " "),
            ("α".repeat(5_000), "α"),
            ("!".repeat(5_000), "!"),
            ("α! ".repeat(5_000), "! "),
        ] {
            let parts = cut(&draft);
            assert!(parts.len() > 1, "{end:?}");
            assert!(parts.iter().all(|part| part.len() <= MAX_CHUNK_BYTES), "{end:?}");
            let (_, before) = parts.split_last().unwrap();
            assert!(before.iter().all(|part| part.ends_with(end)), "{end:?}: {before:?}");
            assert_eq!(parts.concat(), fold(&draft).text(), "{end:?}");
        }
    }
}
