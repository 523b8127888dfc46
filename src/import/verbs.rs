//! The verbs of the word tables, recognised by their forms.

use rustc_hash::FxHashMap;

use crate::lexicon::{Lexeme, Tense};
use crate::text::name_key;

/// A word read as a form of a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbForm {
    /// The name of the verb in rule phrases.
    pub name: String,
    /// Its tense.
    pub tense: Tense,
    /// 1, 2 or 3.
    pub person: u8,
}

/// The verbs that a table may hold. Greek ones: of an English verb a form hardly tells the person.
#[derive(Debug, Default)]
pub struct Verbs {
    by_form: FxHashMap<String, Vec<VerbForm>>,
}

/// Words after which a verb stands in the form that is called subjunctive.
const BEFORE_SUBJUNCTIVE: [&str; 5] = ["να", "θα", "ασ", "μη", "μην"];

impl Verbs {
    /// The forms of these words that have a tense and a person.
    pub fn new<'l>(lexemes: impl IntoIterator<Item = &'l Lexeme>) -> Verbs {
        let mut verbs = Verbs::default();
        for lexeme in lexemes {
            for form in lexeme.forms.iter().filter(|form| is_greek(&form.spelling)) {
                let (Some(tense), Some(person)) = (form.tense, form.person) else { continue };
                let verb = VerbForm { name: lexeme.name.clone(), tense, person: person.person };
                let forms = verbs.by_form.entry(form.spelling.to_lowercase()).or_default();
                if !forms.contains(&verb) {
                    forms.push(verb);
                }
            }
        }
        verbs
    }

    /// The word as a form of a verb: as a subjunctive after να, θα, ας, μη(ν), else as what comes first.
    pub fn read(&self, word: &str, before: &str) -> Option<&VerbForm> {
        let forms = self.by_form.get(&word.to_lowercase())?;
        let as_subjunctive = BEFORE_SUBJUNCTIVE.contains(&name_key(before).as_str());
        let subjunctive = forms.iter().find(|form| form.tense == Tense::Subjunctive);
        let other = forms.iter().find(|form| form.tense != Tense::Subjunctive);
        if as_subjunctive { subjunctive.or(other) } else { other.or(subjunctive) }
    }
}

fn is_greek(word: &str) -> bool {
    word.chars().any(|sign| matches!(sign, 'Ͱ'..='Ͽ' | 'ἀ'..='῾'))
}
