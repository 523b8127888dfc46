//! Where a wording with blanks may stand.

use super::Guard;
use crate::engine::edges::BlankUse;
use crate::engine::seams::{self, Before, Follow};

/// Blanks.
impl Guard<'_> {
    /// A blank for a time may stand anywhere. A clause that is made of a blank replaces a whole sentence, the last one: what
    /// follows a no most often carries the news already.
    pub(super) fn misplaces_blank(&self) -> bool {
        match self.edges.blank {
            BlankUse::None | BlankUse::Adverbial => false,
            BlankUse::Everything => true,
            BlankUse::Clause => {
                let before = seams::before(self.setting.units, self.candidate.span.start);
                let begins = matches!(before, Before::Start | Before::Boundary | Before::Agent);
                let ends = matches!(self.follow(), Follow::End | Follow::Name);
                !(begins && ends) || self.words_behind_sentence() > CLOSING_WORDS
            }
        }
    }

    /// How many words of the draft stand behind the sentence that the phrase ends in.
    fn words_behind_sentence(&self) -> usize {
        let words = &self.setting.units.folded.words;
        let last = self.setting.units.word_index(self.candidate.span.end.saturating_sub(1));
        let sentence = words.get(last).map(|word| word.sentence);
        words.iter().skip(last).filter(|word| Some(word.sentence) != sentence).count()
    }

    /// The phrase ends a sentence, and what the wording keeps of the next one would hang on the words before the phrase.
    pub(super) fn joins_sentences(&self) -> bool {
        use crate::text::Between;
        let units = self.setting.units;
        let span = &self.candidate.span;
        let crosses = (span.start + 1..span.end).any(|unit| {
            units.before(unit).contains(Between::END)
                && self.candidate.gap_of(unit).is_none_or(|gap| gap.start == unit)
        });
        crosses && seams::before(units, span.start) != Before::Start
    }
}

/// How many words may follow behind the sentence: a goodbye.
const CLOSING_WORDS: usize = 4;
