//! What a rule file may refer to: words, pronouns, principles.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::problem::nearest;
use crate::words::LanguageData;

/// What rule files may refer to without saying it themselves.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// By language and [`name_key`]: the name as written.
    words: BTreeMap<String, BTreeMap<String, String>>,
    principles: Vec<String>,
}

impl Known {
    /// Adds the words and pronouns of a language.
    pub fn add_language(&mut self, data: &LanguageData) {
        let words = data.words.iter().map(|word| word.name.as_str());
        let pronouns = data
            .registers
            .iter()
            .flat_map(|(plural, singular)| [plural.as_str(), singular.as_str()]);
        self.add_words(&data.language, words.chain(pronouns));
    }

    /// Adds words by name.
    pub fn add_words<'a>(&mut self, language: &str, names: impl IntoIterator<Item = &'a str>) {
        let words = self.words.entry(primary(language).to_owned()).or_default();
        words.extend(names.into_iter().map(|name| (name_key(name), name.to_owned())));
    }

    /// Adds principles by id. As long as there is none, a rule may name any.
    pub fn add_principles<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) {
        self.principles.extend(ids.into_iter().map(str::to_owned));
    }

    /// Whether a phrase of the language may say `<name>`.
    pub fn is_word(&self, language: &str, name: &str) -> bool {
        self.words.get(primary(language)).is_some_and(|words| words.contains_key(&name_key(name)))
    }

    pub(super) fn nearest_word(&self, language: &str, name: &str) -> Option<String> {
        nearest(name, self.words.get(primary(language))?.values().map(String::as_str))
    }

    pub(super) fn principles(&self) -> &[String] {
        &self.principles
    }
}

fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or(language)
}

/// What two spellings of a name have in common: lower case, without accents, σ for ς.
pub fn name_key(name: &str) -> String {
    let bare = name.trim().nfd().filter(|c| !is_combining_mark(*c));
    bare.flat_map(char::to_lowercase).map(|c| if c == 'ς' { 'σ' } else { c }).collect()
}
