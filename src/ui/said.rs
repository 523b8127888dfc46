//! A sentence in every language that the program speaks.

use crate::model::Language;

/// One sentence, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// In Greek.
    pub el: &'static str,
    pub en: &'static str,
}

impl Said {
    /// The sentence in a language.
    pub fn to(self, language: Language) -> &'static str {
        match language {
            Language::El => self.el,
            Language::En => self.en,
        }
    }
}
