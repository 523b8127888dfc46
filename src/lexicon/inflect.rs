//! From a word table entry to all forms of the word, by language.

use super::forms::{Forms, tidy};
use super::{Lexeme, Tense, WordEntry, english, greek};

/// Why the forms of an entry cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordProblem {
    /// The name is empty.
    EmptyName,
    /// A listed spelling is empty; without a tense it is among the plain forms.
    EmptySpelling {
        /// Where it is.
        tense: Option<Tense>,
    },
    /// Nothing is stated, and the name alone does not make a verb.
    NoForms,
    /// `like` names none of the model verbs (see [`models`]).
    UnknownModel {
        /// As written.
        like: String,
    },
    /// The word does not end as its model verb does.
    ModelMisfit {
        /// As written.
        like: String,
    },
    /// A verb in -ώ that does not say which verb it is like.
    ModelNeeded {
        /// The verb, such as `ρωτώ`.
        spelling: String,
    },
    /// The other persons cannot be made from this spelling: its ending does not belong to the tense.
    LeadEnding {
        /// The tense it was stated for.
        tense: Tense,
        /// As written.
        spelling: String,
    },
    /// A first person of several words, such as «να στείλω».
    SeveralWords {
        /// The tense it was stated for.
        tense: Tense,
        /// As written.
        spelling: String,
    },
    /// A first person without its accent: where the accent moves cannot be known.
    NoAccent {
        /// The tense it was stated for.
        tense: Tense,
        /// As written.
        spelling: String,
    },
    /// No endings are known for the language: the persons must be listed one by one.
    ListNeeded {
        /// The tense that states a first person alone.
        tense: Tense,
    },
}

/// Makes every form of an entry, in the language of its file (`el`, `en`, or another).
///
/// Greek and English verbs need their principal parts only; in other languages a word has the forms
/// that are listed.
///
/// ```
/// use kalologos::lexicon::{Part, Person, Tense, WordEntry, inflect};
///
/// let entry = WordEntry {
///     name: "send".to_owned(),
///     parts: vec![(Tense::Past, Part::Lead(vec!["sent".to_owned()]))],
///     ..WordEntry::default()
/// };
/// let send = inflect(&entry, "en").expect("an English verb");
/// let she = Person { person: 3, plural: false };
/// assert_eq!(send.spelling(Some(Tense::Present), Some(she)), Some("sends"));
/// assert_eq!(send.spelling(Some(Tense::Participle), None), Some("sent"));
/// ```
///
/// # Errors
///
/// A [`WordProblem`] when the entry says too little, or says something that no verb of the language does.
pub fn inflect(entry: &WordEntry, language: &str) -> Result<Lexeme, WordProblem> {
    let name = tidy(&entry.name);
    if name.is_empty() {
        return Err(WordProblem::EmptyName);
    }
    let mut forms = Forms::default();
    match primary(language) {
        _ if !is_verb(entry) => {}
        "el" => greek::inflect(entry, &mut forms)?,
        "en" => english::inflect(entry, &mut forms)?,
        _ => forms.add_listed_tenses(entry)?,
    }
    forms.add_plain(&entry.forms)?;
    if forms.is_empty() {
        return Err(WordProblem::NoForms);
    }
    Ok(Lexeme { name, forms: forms.each_once() })
}

/// The verbs that `like` may name in a language, for a "did you mean".
pub fn models(language: &str) -> Vec<&'static str> {
    match primary(language) {
        "el" => greek::models(),
        "en" => english::models(),
        _ => Vec::new(),
    }
}

/// An entry that lists plain forms and nothing else is not a verb, whatever its ending.
fn is_verb(entry: &WordEntry) -> bool {
    entry.like.is_some() || !entry.parts.is_empty() || entry.forms.is_empty()
}

/// The language without its region: `el` of `el-GR`.
fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}
