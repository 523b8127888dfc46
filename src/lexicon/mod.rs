//! Inflection: which forms a word has, by tense and person.
//!
//! A word table entry names principal parts ([`WordEntry`]); [`inflect`] makes every form ([`Lexeme`]), so
//! that a rule names a verb once and matches all its forms. Nothing here knows files or YAML.
#![warn(missing_docs)]

mod english;
mod forms;
mod greek;
mod inflect;
mod language;

pub use inflect::{WordProblem, inflect, models};
pub use language::{Grammar, LanguageData, Stops};

/// A set of bare forms; θα, να, ας (and English auxiliaries) are words of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tense {
    /// μπορώ, στέλνω; can, send
    Present,
    /// μπορούσα, έστελνα
    Imperfect,
    /// μπόρεσα, έστειλα; sent
    Past,
    /// The form after να and θα: μπορέσω, στείλω
    Subjunctive,
    /// στείλε, στείλτε
    Imperative,
    /// English only: sent, been
    Participle,
    /// English only: sending
    Gerund,
}

impl Tense {
    /// Every tense with the key that rule files use for it.
    pub const ALL: &[(Tense, &str)] = &[
        (Tense::Present, "present"),
        (Tense::Imperfect, "imperfect"),
        (Tense::Past, "past"),
        (Tense::Subjunctive, "subjunctive"),
        (Tense::Imperative, "imperative"),
        (Tense::Participle, "participle"),
        (Tense::Gerund, "gerund"),
    ];

    /// The key that rule files use, such as `subjunctive`.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(tense, _)| *tense == self).map_or("", |(_, key)| key)
    }

    /// The tense of a key; `None` for an unknown key.
    pub fn from_key(key: &str) -> Option<Tense> {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(tense, _)| *tense)
    }
}

/// Person and number of a verb form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Person {
    /// 1, 2 or 3.
    pub person: u8,
    /// Whether the form is plural.
    pub plural: bool,
}

impl Person {
    /// The six persons in the order of a paradigm: 1s 2s 3s 1p 2p 3p.
    pub const ALL: [Person; 6] = [
        Person { person: 1, plural: false },
        Person { person: 2, plural: false },
        Person { person: 3, plural: false },
        Person { person: 1, plural: true },
        Person { person: 2, plural: true },
        Person { person: 3, plural: true },
    ];

    /// The key that word tables use: `1s`, `2p`.
    pub fn key(self) -> String {
        format!("{}{}", self.person, if self.plural { 'p' } else { 's' })
    }

    /// The person of a key such as `3p`; `None` for anything else.
    pub fn from_key(key: &str) -> Option<Person> {
        Self::ALL.into_iter().find(|person| person.key() == key)
    }
}

/// An entry of a word table, as written: principal parts, from which [`inflect`] makes the forms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordEntry {
    /// The name in rule phrases, such as `μπορώ`.
    pub name: String,
    /// The verb whose endings this one takes, where the name does not tell: `μπορώ` or `βοηθώ` for verbs in -ώ.
    pub like: Option<String>,
    /// What is stated of each tense.
    pub parts: Vec<(Tense, Part)>,
    /// Forms without tense or person: other spellings, cases of a noun.
    pub forms: Vec<String>,
}

/// What an entry states of one tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The first person singular (of an imperative the second); the other persons follow by rule.
    /// Several spellings (βοηθώ, βοηθάω) each give a row.
    Lead(Vec<String>),
    /// Persons listed one by one, each with its spellings, the one to suggest first.
    /// A person that is not listed does not exist.
    Persons(Vec<(Person, Vec<String>)>),
    /// The verb has no such tense.
    None,
}

/// One form of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// As spelled with accents, lower case.
    pub spelling: String,
    /// `None` for a form without tense.
    pub tense: Option<Tense>,
    /// `None` for a form without person.
    pub person: Option<Person>,
}

/// A word with all its forms. Of two spellings for the same tense and person the first is suggested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexeme {
    /// The name in rule phrases.
    pub name: String,
    /// Every form.
    pub forms: Vec<Form>,
}

impl Lexeme {
    /// The spelling to suggest for a tense and person, if the word has one.
    pub fn spelling(&self, tense: Option<Tense>, person: Option<Person>) -> Option<&str> {
        let fits =
            |form: &&Form| form.tense == tense && (form.person == person || form.person.is_none());
        self.forms.iter().find(fits).map(|form| form.spelling.as_str())
    }
}
