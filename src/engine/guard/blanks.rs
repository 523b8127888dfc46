//! Where a wording with blanks may stand.

use super::Guard;
use crate::engine::edges::BlankUse;
use crate::engine::layer::Origin;
use crate::engine::news;
use crate::engine::seams::{self, Before};

/// How many words may follow behind the sentence: a goodbye.
const CLOSING_WORDS: usize = 4;

impl Guard<'_> {
    /// A blank for a time may stand anywhere. A clause with a blank replaces a whole sentence, the last one. One of ours that
    /// asks for more than a time does so only where no other part of the draft has news: beside news a plain no reads
    /// better than a blank does.
    pub(super) fn misplaces_blank(&self) -> bool {
        match self.edges.blank {
            BlankUse::None | BlankUse::Adverbial => false,
            BlankUse::Everything => true,
            BlankUse::Timed | BlankUse::Clause => {
                let (units, span) = (self.setting.units, &self.candidate.span);
                let before = seams::before(units, span.start);
                let begins = matches!(before, Before::Start | Before::Boundary | Before::Agent);
                let alone = || match (self.setting.rule.origin, self.edges.blank) {
                    (Origin::BuiltIn, BlankUse::Clause) => news::is_all_the_news(units, span),
                    _ => self.words_behind_sentence() <= CLOSING_WORDS,
                };
                !(begins && self.follow().ends() && alone())
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
