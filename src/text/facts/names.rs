//! Names, told by their capitals alone.

use crate::text::{Between, Folded, Word, WordFlags};

/// A sentence of fewer words in capitals may be a name; of more, it is somebody shouting.
const SHOUTED_WORDS: usize = 3;

/// Which words of a draft are names.
pub(super) struct Names<'f> {
    folded: &'f Folded<'f>,
    /// All that has letters is in capitals.
    all_capitals: bool,
    /// The sentence that was asked about last, and whether it is all in capitals.
    sentence: Option<(u32, bool)>,
}

impl<'f> Names<'f> {
    pub fn of(folded: &'f Folded<'f>) -> Names<'f> {
        let all_capitals = folded.words.iter().all(|word| !has_letters(word) || is_upper(word));
        Names { folded, all_capitals, sentence: None }
    }

    /// Whether a word is a name, or a part of one.
    pub fn is_name(&mut self, index: usize) -> bool {
        let Some(word) = self.folded.words.get(index) else { return false };
        let text = self.folded.draft.get(word.span()).unwrap_or("");
        if self.all_capitals || !text.contains(char::is_uppercase) {
            return false;
        }
        if self.is_shouted(word) || is_polite(self.folded.folded(index)) {
            return false;
        }
        self.follows_title(index) || has_inner_capital(word, text) || !self.begins(index)
    }

    /// Whether a sentence begins with the word, or a quotation or a heading that is like one.
    fn begins(&self, index: usize) -> bool {
        let signs = self.signs(index);
        if signs.contains(Between::END) || self.follows_list_number(index) {
            return true;
        }
        // Within a quotation sentences are not told apart, but their marks are there.
        let zone = WordFlags::QUOTED | WordFlags::FOREIGN;
        let word = |index: usize| self.folded.words.get(index).map(|word| word.flags);
        if word(index).is_some_and(|flags| flags.intersects(zone)) {
            let marks = ['.', '!', '?', ';', '…', '\u{37e}', '\n', '\r'];
            return super::between(self.folded, index).contains(marks);
        }
        // «Σημείωση: Δεν …» begins a sentence, «Πελάτης: Μαρία Παππά» does not.
        signs.contains(Between::STOP) && self.goes_on_small(index + 1)
    }

    /// «1) Συνδέστε»: the number of an item at the beginning of its line is no part of the sentence.
    fn follows_list_number(&self, index: usize) -> bool {
        let Some(number) = index.checked_sub(1) else { return false };
        self.signs(number).contains(Between::END)
            && self.folded.folded_bytes(number).iter().all(u8::is_ascii_digit)
            && super::between(self.folded, index).starts_with([')', '.', ':', '-'])
    }

    /// Whether a word in small letters follows within the clause.
    fn goes_on_small(&self, next: usize) -> bool {
        let divides =
            Between::END | Between::STOP | Between::COMMA | Between::BRACKET | Between::LINE;
        self.folded.words.get(next).is_some_and(|word| {
            !self.signs(next).intersects(divides)
                && !word.flags.intersects(WordFlags::CAPITAL | WordFlags::DIGIT)
        })
    }

    fn signs(&self, index: usize) -> Between {
        self.folded.separators.get(index).map_or(Between::END, |separator| separator.signs)
    }

    fn follows_title(&self, index: usize) -> bool {
        let parts = Between::SPACE | Between::DOT | Between::LIGHT | Between::END;
        index > 0 && parts.contains(self.signs(index)) && is_title(self.folded.folded(index - 1))
    }

    fn is_shouted(&mut self, word: &Word) -> bool {
        if let Some((known, shouted)) = self.sentence
            && known == word.sentence
        {
            return shouted;
        }
        let shouted = self.sentence_is_shouted(word.sentence);
        self.sentence = Some((word.sentence, shouted));
        shouted
    }

    fn sentence_is_shouted(&self, number: u32) -> bool {
        let sentence = self.folded.sentences.get(number as usize);
        let words = sentence.and_then(|sentence| self.folded.words.get(sentence.words.clone()));
        let mut lettered = words.unwrap_or(&[]).iter().filter(|word| has_letters(word)).peekable();
        let mut count = 0;
        lettered.all(|word| {
            count += 1;
            is_upper(word)
        }) && count >= SHOUTED_WORDS
    }
}

/// Letters, not a number or a sign.
fn has_letters(word: &Word) -> bool {
    word.flags.intersects(WordFlags::GREEK | WordFlags::LATIN)
        || !word.flags.contains(WordFlags::DIGIT)
}

fn is_upper(word: &Word) -> bool {
    word.flags.intersects(WordFlags::ALL_CAPS | WordFlags::SINGLE)
}

/// iPhone, eBay, McDonald: no one types these by beginning a sentence.
fn has_inner_capital(word: &Word, text: &str) -> bool {
    !is_upper(word) && text.chars().skip(1).any(char::is_uppercase)
}

/// Words that take a capital without being a name: the English I, the Greek pronouns of politeness, and an
/// article whose capital is a slip.
fn is_polite(folded: &str) -> bool {
    matches!(
        folded,
        "i" | "i'm"
            | "i'll"
            | "i've"
            | "i'd"
            | "εσεισ"
            | "εσασ"
            | "σασ"
            | "εσυ"
            | "εσενα"
            | "σου"
            | "σε"
            | "εμεισ"
            | "εμασ"
            | "μασ"
            | "εγω"
            | "ο"
            | "η"
    )
}

/// What is written before a name, folded, without its dot.
fn is_title(folded: &str) -> bool {
    matches!(
        folded,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "mx"
            | "dr"
            | "prof"
            | "κυριοσ"
            | "κυριου"
            | "κυριο"
            | "κυριε"
            | "κυρια"
            | "κυριασ"
            | "κ"
            | "κα"
            | "κασ"
            | "κοσ"
            | "κου"
            | "κον"
            | "δρ"
            | "δεσποινισ"
    )
}
