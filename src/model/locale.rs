//! The language of the interface.

/// The language in which the program speaks to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Greek.
    #[default]
    El,
    En,
}

impl Language {
    /// Every language with its tag.
    pub const ALL: &[(Language, &str)] = &[(Language::El, "el"), (Language::En, "en")];

    /// The tag, such as `el`.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(language, _)| *language == self).map_or("", |(_, key)| key)
    }

    /// The language of a tag; `None` if the program does not speak it.
    pub fn from_key(key: &str) -> Option<Language> {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(language, _)| *language)
    }
}
