//! The list of forms while it is built, and the principal parts that an entry states.
//!
//! Shared by the languages: [`super::inflect`] chooses one, and each adds its forms here.

use unicode_normalization::UnicodeNormalization;

use super::{Form, Part, Person, Tense, WordEntry, WordProblem};

/// A spelling as forms hold it: composed, in lower case, one space between words. A lone letter keeps its case:
/// the English I.
pub(super) fn tidy(spelling: &str) -> String {
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
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn add(&mut self, tense: Option<Tense>, person: Option<Person>, spelling: String) {
        self.list.push(Form { spelling, tense, person });
    }

    /// The forms without those that came before. Sorted rather than hashed: a verb has sixty of them.
    pub(super) fn each_once(self) -> Vec<Form> {
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

    pub(super) fn add_listed_tenses(&mut self, entry: &WordEntry) -> Result<(), WordProblem> {
        for (tense, part) in &entry.parts {
            if matches!(part, Part::Lead(_)) {
                return Err(WordProblem::ListNeeded { tense: *tense });
            }
            self.add_listed(entry, *tense)?;
        }
        Ok(())
    }

    pub(super) fn add_plain(&mut self, spellings: &[String]) -> Result<(), WordProblem> {
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
