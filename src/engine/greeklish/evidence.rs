//! Whether a draft in Latin letters is Greek, by how many of its words are.

/// What a word in Latin letters tells of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
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
    /// Known in another language, or with a letter that nobody types Greek with.
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

/// Letters past these tell no more.
const MOST_LETTERS: usize = 6;
/// Two such words together may be of any language (den Ton), three hardly (den borei na): the third and
/// those behind it tell as much more as this many letters.
const THIRD: usize = 4;
/// Fewer letters are no word to tell by.
const FEWEST_LETTERS: usize = 2;
/// With so many letters of words that are Greek alone, the others are Greek too.
const ENOUGH_FOR_ALIKE: usize = 4;
/// So many letters outweigh a word that speaks against.
const LETTERS_A_WORD: usize = 2;

impl Evidence {
    /// With one more word.
    pub fn and(mut self, tells: Tells, letters: usize) -> Evidence {
        let letters = letters.min(MOST_LETTERS);
        match tells {
            Tells::Structure if self.run >= 2 => self.greek += letters + THIRD,
            Tells::Structure => self.greek += letters,
            Tells::Word => self.greek += letters - 1,
            Tells::Alike if self.run >= 2 => self.alike += letters + THIRD,
            Tells::Alike => self.alike += letters,
            Tells::Nothing => (),
            Tells::Unknown => self.other += 1,
            Tells::Strange => self.other += 2,
            Tells::Foreign => self.other += 3,
        }
        self.run = match tells {
            Tells::Structure | Tells::Word | Tells::Alike => self.run + 1,
            Tells::Nothing => self.run,
            Tells::Unknown | Tells::Strange | Tells::Foreign => 0,
        };
        self
    }

    /// Whether it is enough. What other languages have too counts once something else is Greek.
    pub fn suffices(self) -> bool {
        let alike = if self.greek >= ENOUGH_FOR_ALIKE { self.alike } else { 0 };
        self.greek >= FEWEST_LETTERS && self.greek + alike > LETTERS_A_WORD * self.other
    }
}
