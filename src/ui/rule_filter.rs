//! Which rules somebody looks at in the list: all of it is carried by the buttons of the list.

use super::leads::listing::Narrowing;
use crate::rules::Level;

/// The longest text to look for, in characters as UTF-16 counts them.
pub(super) const MAX_WORDS_CHARS: usize = 50;
/// Languages that a list can be narrowed to at a time.
const MAX_LANGUAGES: usize = 4;
/// The room for their tags in a custom id, in characters.
const MAX_TAGS_CHARS: usize = 27;
/// Between the tags.
const BETWEEN: char = '.';

impl Narrowing {
    /// What a list can be narrowed to, each with the character that stands for it.
    pub const ALL: [(Narrowing, char); 7] = [
        (Narrowing::Own, 'o'),
        (Narrowing::Ready, 'r'),
        (Narrowing::Speaking, '1'),
        (Narrowing::Muted, '0'),
        (Narrowing::Of(Level::Suggestion), 's'),
        (Narrowing::Of(Level::Warning), 'w'),
        (Narrowing::Of(Level::Error), 'e'),
    ];

    /// What a character stands for.
    pub fn of_sign(sign: char) -> Option<Narrowing> {
        Self::ALL.iter().find(|(_, known)| *known == sign).map(|(to, _)| *to)
    }

    fn sign(self) -> Option<char> {
        Self::ALL.iter().find(|(to, _)| *to == self).map(|(_, sign)| *sign)
    }
}

/// The beginning of a text, of this many characters as UTF-16 counts them: an emoji is two.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    let mut length = 0;
    let too_long = |sign: char| {
        length += sign.len_utf16();
        length > most
    };
    text.find(too_long).and_then(|end| text.get(..end)).unwrap_or(text)
}

/// A page of the list of rules, and what the list is narrowed to. It is short enough for a custom id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListView {
    /// The page, from 0 on.
    pub page: u16,
    narrowings: Vec<Narrowing>,
    languages: Vec<String>,
    words: String,
}

impl ListView {
    /// The first page of a list. Words are cut, and languages for which there is no room are left out.
    pub fn new(
        narrowings: impl IntoIterator<Item = Narrowing>,
        languages: impl IntoIterator<Item = String>,
        words: &str,
    ) -> ListView {
        let mut view =
            ListView { words: beginning(words, MAX_WORDS_CHARS).to_owned(), ..ListView::default() };
        for narrowing in narrowings {
            if !view.has(narrowing) {
                view.narrowings.push(narrowing);
            }
        }
        let mut room = MAX_TAGS_CHARS + 1;
        for tag in languages.into_iter().take(MAX_LANGUAGES) {
            let length = tag.encode_utf16().count() + 1;
            if length <= room {
                room -= length;
                view.languages.push(tag);
            }
        }
        view
    }

    /// Another page of the same list.
    #[must_use]
    pub fn at(&self, page: usize) -> ListView {
        ListView { page: u16::try_from(page).unwrap_or(u16::MAX), ..self.clone() }
    }

    /// Whether it is narrowed to something.
    pub fn has(&self, to: Narrowing) -> bool {
        self.narrowings.contains(&to)
    }

    /// The languages of the rules; all of them where there is none.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// The words that are looked for.
    pub fn words(&self) -> &str {
        &self.words
    }

    pub(super) fn signs(&self) -> String {
        self.narrowings.iter().filter_map(|it| it.sign()).collect()
    }

    pub(super) fn tags(&self) -> String {
        self.languages.join(&BETWEEN.to_string()).replace('/', "_")
    }

    pub(super) fn read(page: u16, signs: &str, tags: &str, words: &str) -> Option<ListView> {
        let narrowings: Option<Vec<Narrowing>> = signs.chars().map(Narrowing::of_sign).collect();
        let tags = tags.split(BETWEEN).filter(|tag| !tag.is_empty()).map(str::to_owned);
        Some(ListView { page, ..ListView::new(narrowings?, tags, words) })
    }
}
