//! Where a wording with blanks may stand.

use super::Guard;
use crate::engine::edges::BlankUse;
use crate::engine::seams::{self, Before};

/// How many words may follow behind the sentence: a goodbye.
const CLOSING_WORDS: usize = 4;

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
                let ends = self.follow().ends();
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
}
