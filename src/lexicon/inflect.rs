//! From an entry to all forms of the word.

use unicode_normalization::UnicodeNormalization;

use super::{Form, Lexeme, Part, Person, Tense, WordEntry, english, greek};

/// Why the forms of an entry cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordProblem {
    /// The name is empty.
    EmptyName,
    /// A listed spelling is empty; without a tense it stands among the plain forms.
    EmptySpelling {
        /// Where it stands.
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

/// Spells out every form of an entry, in the language of its file (`el`, `en`, or another).
///
/// Greek and English verbs need their principal parts only; in other languages a word has the forms
/// that are listed.
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
    if forms.list.is_empty() {
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

/// An entry that lists plain forms and nothing else is no verb, whatever its ending.
fn is_verb(entry: &WordEntry) -> bool {
    entry.like.is_some() || !entry.parts.is_empty() || entry.forms.is_empty()
}

/// The language without its region: `el` of `el-GR`.
fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}

/// A spelling as forms hold it: composed, lower case, one space between words.
/// Composed, in lower case, spaces single. A lone letter keeps its case: the English I.
fn tidy(spelling: &str) -> String {
    let composed: String = spelling.nfc().collect();
    let lone = composed.trim().chars().nth(1).is_none();
    let cased = if lone { composed } else { composed.to_lowercase() };
    cased.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What an entry states of a tense.
fn stated(entry: &WordEntry, tense: Tense) -> Option<&Part> {
    entry.parts.iter().find(|(known, _)| *known == tense).map(|(_, part)| part)
}

/// A first person from which others are made: one word, tidy.
pub(super) fn lead(spelling: &str, tense: Tense) -> Result<String, WordProblem> {
    let tidied = tidy(spelling);
    if tidied.is_empty() {
        return Err(WordProblem::EmptySpelling { tense: Some(tense) });
    }
    if tidied.contains(' ') {
        return Err(WordProblem::SeveralWords { tense, spelling: spelling.to_owned() });
    }
    Ok(tidied)
}

/// The first persons of a tense: those stated, or the given ones where the entry is silent.
/// Listed persons and `none` leave nothing to make.
pub(super) fn leads(
    entry: &WordEntry,
    tense: Tense,
    default: impl FnOnce() -> Vec<String>,
) -> Result<Vec<String>, WordProblem> {
    match stated(entry, tense) {
        Some(Part::Lead(spellings)) => {
            spellings.iter().map(|spelling| lead(spelling, tense)).collect()
        }
        Some(Part::Persons(_) | Part::None) => Ok(Vec::new()),
        None => Ok(default()),
    }
}

/// Forms in the order in which they are suggested.
#[derive(Default)]
pub(super) struct Forms {
    list: Vec<Form>,
}

impl Forms {
    /// Adds a form.
    pub(super) fn add(&mut self, tense: Option<Tense>, person: Option<Person>, spelling: String) {
        self.list.push(Form { spelling, tense, person });
    }

    /// The forms without those that came before. Sorted rather than hashed: a verb has sixty of them.
    fn each_once(self) -> Vec<Form> {
        let key = |index: &usize| {
            self.list.get(*index).map(|form| (form.tense, form.person, form.spelling.as_str()))
        };
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        order.sort_by(|one, other| key(one).cmp(&key(other)));
        let mut again = vec![false; self.list.len()];
        for pair in order.windows(2) {
            if let [one, other] = pair
                && key(one) == key(other)
                && let Some(again) = again.get_mut(*other)
            {
                *again = true;
            }
        }
        let kept = self.list.into_iter().zip(again).filter(|(_, again)| !again);
        kept.map(|(form, _)| form).collect()
    }

    /// Adds the persons that an entry lists for a tense.
    pub(super) fn add_listed(
        &mut self,
        entry: &WordEntry,
        tense: Tense,
    ) -> Result<(), WordProblem> {
        let Some(Part::Persons(persons)) = stated(entry, tense) else {
            return Ok(());
        };
        for (person, spellings) in persons {
            for spelling in spellings {
                self.add_tidy(Some(tense), Some(*person), spelling)?;
            }
        }
        Ok(())
    }

    fn add_listed_tenses(&mut self, entry: &WordEntry) -> Result<(), WordProblem> {
        for (tense, part) in &entry.parts {
            if matches!(part, Part::Lead(_)) {
                return Err(WordProblem::ListNeeded { tense: *tense });
            }
            self.add_listed(entry, *tense)?;
        }
        Ok(())
    }

    fn add_plain(&mut self, spellings: &[String]) -> Result<(), WordProblem> {
        spellings.iter().try_for_each(|spelling| self.add_tidy(None, None, spelling))
    }

    fn add_tidy(
        &mut self,
        tense: Option<Tense>,
        person: Option<Person>,
        spelling: &str,
    ) -> Result<(), WordProblem> {
        let tidied = tidy(spelling);
        if tidied.is_empty() {
            return Err(WordProblem::EmptySpelling { tense });
        }
        self.add(tense, person, tidied);
        Ok(())
    }
}
