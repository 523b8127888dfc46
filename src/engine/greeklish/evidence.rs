//! Decides whether a draft in Latin letters is Greek, by the letters of its words that only Greek explains.

/// What a word in Latin letters says about the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Greek: a form of a verb, or one of the small words that hold sentences together.
    Structure,
    /// A Greek word of another kind; names and loan words look alike in many languages.
    Word,
    /// A Greek word that other languages have too (den, alla): nothing by itself.
    Alike,
    /// Known as it is written, and read as Greek (me, to): nothing.
    Nothing,
    /// Not known, and typed as a Greek word may be.
    Unknown,
    /// Not known, and it ends as no Greek word does.
    Strange,
    /// Known in another language, or with a letter that no one types Greek with.
    Foreign,
}

/// How much speaks for a draft being Greek, and against it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence {
    /// In letters.
    greek: usize,
    /// The letters of words that other languages have too.
    alike: usize,
    /// In words.
    other: usize,
    /// How many words up to here were Greek.
    run: usize,
}

/// An upper bound on the evidence that a draft is Greek. If even that is too little, the words need not be read.
#[derive(Debug, Clone, Copy, Default)]
pub struct MostEvidence {
    greek: usize,
    other: usize,
}

/// Letters past these tell no more.
const MAX_LETTERS: usize = 6;
/// Two such words together may be of any language (den Ton), three hardly (den borei na): the third and
/// those after it tell as much more as this many letters.
const THIRD: usize = 4;
/// Fewer letters are not a word to tell by.
const FEWEST_LETTERS: usize = 2;
/// With this many letters of words that are Greek alone, the others are Greek too.
const ENOUGH_FOR_ALIKE: usize = 4;
/// This many letters outweigh a word that speaks against.
const LETTERS_PER_WORD: usize = 2;

impl Evidence {
    /// With one more word.
    pub fn and(mut self, signal: Signal, letters: usize) -> Evidence {
        let letters = letters.min(MAX_LETTERS);
        match signal {
            Signal::Structure if self.run >= 2 => self.greek += letters + THIRD,
            Signal::Structure => self.greek += letters,
            Signal::Word => self.greek += letters - 1,
            Signal::Alike if self.run >= 2 => self.alike += letters + THIRD,
            Signal::Alike => self.alike += letters,
            Signal::Nothing => (),
            Signal::Unknown | Signal::Strange | Signal::Foreign => self.other += against(signal),
        }
        self.run = match signal {
            Signal::Structure | Signal::Word | Signal::Alike => self.run + 1,
            Signal::Nothing => self.run,
            Signal::Unknown | Signal::Strange | Signal::Foreign => 0,
        };
        self
    }

    /// Whether it is enough. What other languages have too counts once something else is Greek.
    pub fn suffices(self) -> bool {
        let alike = if self.greek >= ENOUGH_FOR_ALIKE { self.alike } else { 0 };
        self.greek >= FEWEST_LETTERS && self.greek + alike > LETTERS_PER_WORD * self.other
    }
}

impl MostEvidence {
    /// With one more word, which says this at best.
    pub fn and(mut self, signal: Signal, letters: usize) -> MostEvidence {
        match signal {
            Signal::Structure | Signal::Word | Signal::Alike => {
                self.greek += letters.min(MAX_LETTERS) + THIRD;
            }
            Signal::Nothing => (),
            Signal::Unknown | Signal::Strange | Signal::Foreign => self.other += against(signal),
        }
        self
    }

    /// Without a word that was added with the same signal and letters.
    pub fn without(self, signal: Signal, letters: usize) -> MostEvidence {
        let of_word = MostEvidence::default().and(signal, letters);
        MostEvidence { greek: self.greek - of_word.greek, other: self.other - of_word.other }
    }

    /// Whether it is enough.
    pub fn suffices(self) -> bool {
        self.greek >= FEWEST_LETTERS && self.greek > LETTERS_PER_WORD * self.other
    }
}

/// How much a word speaks against.
fn against(signal: Signal) -> usize {
    match signal {
        Signal::Unknown => 1,
        Signal::Strange => 2,
        Signal::Foreign => 3,
        Signal::Structure | Signal::Word | Signal::Alike | Signal::Nothing => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Evidence, MostEvidence, Signal};

    #[test]
    fn the_most_is_never_less_than_what_is() {
        const ALL: [Signal; 7] = [
            Signal::Structure,
            Signal::Word,
            Signal::Alike,
            Signal::Nothing,
            Signal::Unknown,
            Signal::Strange,
            Signal::Foreign,
        ];
        let mut enough = 0;
        for number in 0..ALL.len().pow(5) {
            let words = (0..5).map(|place| ALL[number / ALL.len().pow(place) % ALL.len()]);
            let words: Vec<(Signal, usize)> = words.zip([2, 3, 9, 1, 5]).collect();
            let is = words.iter().fold(Evidence::default(), |sum, (it, size)| sum.and(*it, *size));
            let most =
                words.iter().fold(MostEvidence::default(), |sum, (it, size)| sum.and(*it, *size));
            assert!(most.suffices() || !is.suffices(), "{words:?}");
            enough += usize::from(is.suffices());
        }
        assert!(enough > 1_000);
    }
}
