//! What a rule file may refer to without defining it: words, pronouns, principles.

use crate::text::name_key;
use std::collections::{BTreeMap, BTreeSet};

use super::WordSpec;
use crate::lexicon::{LanguageData, Lexeme, Stops, Tense};
use crate::text::nearest;

/// What rule files may refer to without saying it themselves.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// By language and [`name_key`].
    words: BTreeMap<String, BTreeMap<String, Word>>,
    /// By language: the tense and the person of all forms, for a phrase that takes any verb.
    forms: BTreeMap<String, BTreeSet<(Tense, Option<u8>)>>,
    /// By language: words after which a clause may begin, as [`name_key`] has them.
    openers: BTreeMap<String, BTreeSet<String>>,
    principles: Vec<String>,
    /// Their names as they compare, with their ids.
    principle_names: Vec<(String, String)>,
}

/// A word that phrases may name.
#[derive(Debug, Clone, Default)]
struct Word {
    /// The name as written.
    name: String,
    /// The tense and the person of its forms; empty if no one has said which there are.
    forms: Vec<(Option<Tense>, Option<u8>)>,
}

/// What a word does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lack {
    /// The word itself.
    Word,
    /// The tense; and those that it has.
    Tense { tense: Tense, known: Vec<Tense> },
    /// A form for any of the persons.
    Person,
}

impl Known {
    /// Adds the words and pronouns of a language.
    pub fn add_language(&mut self, data: &LanguageData) {
        let pronouns = data
            .registers
            .iter()
            .flat_map(|(plural, singular)| [plural.as_str(), singular.as_str()]);
        self.add_words(&data.language, pronouns);
        // The name of a word that could not be read still counts as known, so that its problem is reported once.
        if data.lexemes.len() < data.words.len() {
            self.add_words(&data.language, data.words.iter().map(|word| word.name.as_str()));
        }
        self.add_lexemes(&data.language, &data.lexemes);
        let Stops { always, unless_asking, before_verb, joins, list_closers, .. } = &data.stops;
        let of_stops = [always, unless_asking, before_verb, joins, list_closers].into_iter();
        let connectives = of_stops.chain([&data.conditions, &data.reporters]).flatten();
        let openers = self.openers.entry(primary(&data.language).to_owned()).or_default();
        openers.extend(connectives.map(|words| name_key(words)));
    }

    /// Adds words by name.
    pub fn add_words<'a>(&mut self, language: &str, names: impl IntoIterator<Item = &'a str>) {
        let words = self.words.entry(primary(language).to_owned()).or_default();
        let word = |name: &str| Word { name: name.to_owned(), forms: Vec::new() };
        words.extend(names.into_iter().map(|name| (name_key(name), word(name))));
    }

    /// Adds words with their forms: then a phrase that asks for a form that is not there is reported.
    pub fn add_lexemes<'a>(
        &mut self,
        language: &str,
        lexemes: impl IntoIterator<Item = &'a Lexeme>,
    ) {
        let words = self.words.entry(primary(language).to_owned()).or_default();
        let all_forms = self.forms.entry(primary(language).to_owned()).or_default();
        for lexeme in lexemes {
            let mut word = Word { name: lexeme.name.clone(), forms: Vec::new() };
            for form in &lexeme.forms {
                let form = (form.tense, form.person.map(|person| person.person));
                if !word.forms.contains(&form) {
                    all_forms.extend(form.0.map(|tense| (tense, form.1)));
                    word.forms.push(form);
                }
            }
            words.insert(name_key(&lexeme.name), word);
        }
    }

    /// Adds principles by id. As long as there is none, a rule may name any.
    pub fn add_principles<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) {
        self.principles.extend(ids.into_iter().map(str::to_owned));
    }

    /// The names of a principle, in any language: a rule may say one in place of the id.
    pub fn add_principle_names<'a>(&mut self, id: &str, names: impl IntoIterator<Item = &'a str>) {
        let names = names.into_iter().map(|name| (name_key(name), id.to_owned()));
        self.principle_names.extend(names);
    }

    /// The id of the principle that is called so.
    pub fn principle_called(&self, name: &str) -> Option<&str> {
        let key = name_key(name);
        let found = self.principle_names.iter().find(|(known, _)| *known == key);
        found.map(|(_, id)| id.as_str())
    }

    /// Whether a phrase of the language may say `<name>`.
    pub fn is_word(&self, language: &str, name: &str) -> bool {
        self.word(language, name).is_some()
    }

    fn word(&self, language: &str, name: &str) -> Option<&Word> {
        self.words.get(primary(language))?.get(&name_key(name))
    }

    /// What the word would need to have to be what the phrase asks for.
    pub(super) fn lack(&self, language: &str, asked: &WordSpec) -> Option<Lack> {
        if asked.is_variable() {
            return self.lack_of_all(language, asked);
        }
        let Some(word) = self.word(language, &asked.name) else { return Some(Lack::Word) };
        let of_tense: Vec<Option<u8>> = word
            .forms
            .iter()
            .filter(|(tense, _)| asked.tense.is_none() || asked.tense == *tense)
            .map(|(_, person)| *person)
            .collect();
        match asked.tense {
            _ if word.forms.is_empty() => None,
            Some(tense) if of_tense.is_empty() => Some(Lack::Tense { tense, known: word.tenses() }),
            _ => {
                let fits =
                    |person: &Option<u8>| person.is_none_or(|it| asked.persons.contains(&it));
                let has = asked.persons.is_empty() || of_tense.iter().any(fits);
                (!has).then_some(Lack::Person)
            }
        }
    }

    /// What every verb of the language lacks of what the phrase asks for.
    fn lack_of_all(&self, language: &str, asked: &WordSpec) -> Option<Lack> {
        let (tense, forms) = (asked.tense?, self.forms.get(primary(language))?);
        let of_tense: Vec<Option<u8>> =
            forms.iter().filter(|(known, _)| *known == tense).map(|(_, person)| *person).collect();
        let fits = |person: &Option<u8>| person.is_none_or(|it| asked.persons.contains(&it));
        if !forms.is_empty() && of_tense.is_empty() {
            let has = |tense: &Tense| forms.iter().any(|(known, _)| known == tense);
            let known = Tense::ALL.iter().map(|(tense, _)| *tense).filter(has).collect();
            return Some(Lack::Tense { tense, known });
        }
        let has = forms.is_empty() || asked.persons.is_empty() || of_tense.iter().any(fits);
        (!has).then_some(Lack::Person)
    }

    /// Whether a clause may begin after these words. Where no one has said which words open one, after any.
    pub(super) fn opens_clause(&self, language: &str, words: &str) -> bool {
        let Some(openers) = self.openers.get(primary(language)) else { return true };
        let key = name_key(words);
        let ends = |opener: &String| {
            let rest = key.strip_suffix(opener.as_str());
            rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        };
        openers.is_empty() || openers.iter().any(ends)
    }

    pub(super) fn nearest_word(&self, language: &str, name: &str) -> Option<String> {
        let words = self.words.get(primary(language))?;
        nearest(name, words.values().map(|word| word.name.as_str()))
    }

    pub(super) fn principles(&self) -> &[String] {
        &self.principles
    }
}

impl Word {
    fn tenses(&self) -> Vec<Tense> {
        let has = |tense: &Tense| self.forms.iter().any(|(known, _)| *known == Some(*tense));
        Tense::ALL.iter().map(|(tense, _)| *tense).filter(has).collect()
    }
}

/// The language of a tag, without its country.
pub(super) fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or(language)
}
