//! Greek verbs from their principal parts.
//!
//! Five rows, each made from its first person: present, imperfect, past, subjunctive, imperative.
//! A first person that an entry leaves out is derived where the language is regular: the imperfect from
//! the present, the subjunctive from the past, the imperative from the subjunctive.

mod accent;
mod imperative;
mod model;
mod past;

use super::forms::{Forms, lead, leads};
use super::{Tense, WordEntry, WordProblem};
use model::{Model, Row};
use past::Verb;

/// The verbs that `like` may name.
pub(super) fn models() -> Vec<&'static str> {
    Model::ALL.iter().map(|(_, verb, _)| *verb).collect()
}

/// Adds every form of a verb.
pub(super) fn inflect(entry: &WordEntry, forms: &mut Forms) -> Result<(), WordProblem> {
    let parts = PrincipalParts::read(entry)?;
    parts.add_present(forms)?;
    parts.add_imperfect(forms)?;
    parts.add_past(forms)?;
    parts.add_subjunctive(forms)?;
    parts.add_imperative(forms)?;
    for tense in [Tense::Participle, Tense::Gerund] {
        forms.add_listed(entry, tense)?;
        for spelling in leads(entry, tense, Vec::new)? {
            forms.add(Some(tense), None, spelling);
        }
    }
    Ok(())
}

/// The first persons of an entry, those it states and those that follow from them.
struct PrincipalParts<'a> {
    entry: &'a WordEntry,
    name: String,
    like: Option<Model>,
    present: Vec<(String, Model)>,
    imperfect: Vec<String>,
    past: Vec<String>,
    subjunctive: Vec<String>,
    imperative: Vec<String>,
}

impl<'a> PrincipalParts<'a> {
    fn read(entry: &'a WordEntry) -> Result<Self, WordProblem> {
        let like = entry.like.as_deref().map(Model::named).transpose()?;
        let present = present_leads(entry, like)?;
        let name = lead(&entry.name, Tense::Present)?;
        let imperfect = accented_leads(entry, Tense::Imperfect, || {
            present
                .iter()
                .flat_map(|(spelling, model)| past::regular_imperfect(spelling, *model))
                .collect()
        })?;
        let past =
            accented_leads(entry, Tense::Past, || past::regular_past(&name).into_iter().collect())?;
        let subjunctive = accented_leads(entry, Tense::Subjunctive, || {
            past.iter().filter_map(|spelling| past::regular_subjunctive(spelling, &name)).collect()
        })?;
        let active = present.iter().any(|(_, model)| model.is_active());
        let imperative = accented_leads(entry, Tense::Imperative, || {
            let active_subjunctives = subjunctive.iter().filter(|_| active);
            active_subjunctives.filter_map(|spelling| imperative::regular(spelling)).collect()
        })?;
        Ok(PrincipalParts { entry, name, like, present, imperfect, past, subjunctive, imperative })
    }

    fn add_present(&self, forms: &mut Forms) -> Result<(), WordProblem> {
        let rows = self.present.iter().map(|(spelling, model)| Ok(model.row(spelling)));
        add(forms, self.entry, Tense::Present, rows)
    }

    fn add_imperfect(&self, forms: &mut Forms) -> Result<(), WordProblem> {
        let bases: Vec<String> =
            self.present.iter().map(|(spelling, _)| spelling.clone()).collect();
        let model = self.present.first().map(|(_, model)| *model);
        let verb = Verb { name: &self.name, bases: &bases, model };
        let row = |first: &String| {
            past::imperfect_row(first, &verb).ok_or_else(|| misfit(Tense::Imperfect, first))
        };
        add(forms, self.entry, Tense::Imperfect, self.imperfect.iter().map(row))
    }

    fn add_past(&self, forms: &mut Forms) -> Result<(), WordProblem> {
        let verb = Verb { name: &self.name, bases: &self.subjunctive, model: None };
        let row =
            |first: &String| past::row_in_a(first, &verb).ok_or_else(|| misfit(Tense::Past, first));
        add(forms, self.entry, Tense::Past, self.past.iter().map(row))
    }

    fn add_subjunctive(&self, forms: &mut Forms) -> Result<(), WordProblem> {
        let row = |first: &String| {
            // A subjunctive in -ώ never goes like βοηθώ: να χρειαστώ, να χρειαστείς.
            let like = if model::is_oxytone(first) { Some(Model::Boro) } else { self.like };
            Ok(Model::of(first, like, Tense::Subjunctive)?.row(first))
        };
        add(forms, self.entry, Tense::Subjunctive, self.subjunctive.iter().map(row))
    }

    fn add_imperative(&self, forms: &mut Forms) -> Result<(), WordProblem> {
        let row = |singular: &String| {
            imperative::row(singular, &self.subjunctive)
                .ok_or_else(|| misfit(Tense::Imperative, singular))
        };
        add(forms, self.entry, Tense::Imperative, self.imperative.iter().map(row))
    }
}

/// The first persons of the present, each with its model; the name is one where nothing is stated.
fn present_leads(
    entry: &WordEntry,
    like: Option<Model>,
) -> Result<Vec<(String, Model)>, WordProblem> {
    let name = lead(&entry.name, Tense::Present)?;
    if entry.parts.is_empty() && like.is_none() && !looks_like_a_verb(&name) {
        return Err(WordProblem::NoForms);
    }
    let spellings = leads(entry, Tense::Present, || vec![name])?;
    if let (Some(model), Some(written)) = (like, &entry.like)
        && !spellings.is_empty()
        && !spellings.iter().any(|spelling: &String| model.fits(spelling))
    {
        return Err(WordProblem::ModelMisfit { like: written.clone() });
    }
    let with_model = |spelling: String| {
        check_accent(&spelling, Tense::Present)?;
        let model = Model::of(&spelling, like, Tense::Present)?;
        Ok((spelling, model))
    };
    spellings.into_iter().map(with_model).collect()
}

fn looks_like_a_verb(name: &str) -> bool {
    ["ω", "ώ", "μαι"].iter().any(|ending| name.ends_with(ending))
}

fn accented_leads(
    entry: &WordEntry,
    tense: Tense,
    default: impl FnOnce() -> Vec<String>,
) -> Result<Vec<String>, WordProblem> {
    let spellings = leads(entry, tense, default)?;
    spellings.iter().try_for_each(|spelling| check_accent(spelling, tense))?;
    Ok(spellings)
}

fn check_accent(spelling: &str, tense: Tense) -> Result<(), WordProblem> {
    if accent::is_accented(spelling) || accent::is_monosyllable(spelling) {
        return Ok(());
    }
    Err(WordProblem::NoAccent { tense, spelling: spelling.to_owned() })
}

fn misfit(tense: Tense, spelling: &str) -> WordProblem {
    WordProblem::LeadEnding { tense, spelling: spelling.to_owned() }
}

/// Adds the rows of a tense, and the persons that the entry lists for it.
fn add(
    forms: &mut Forms,
    entry: &WordEntry,
    tense: Tense,
    rows: impl Iterator<Item = Result<Row, WordProblem>>,
) -> Result<(), WordProblem> {
    for row in rows {
        for (person, spelling) in row? {
            forms.add(Some(tense), Some(person), spelling);
        }
    }
    forms.add_listed(entry, tense)
}
