//! The register of a wording: «σας», and the verbs that speak to the customer, as they are in a draft in the other one.
//!
//! A wording follows the draft as a whole or not at all: where one word of it is not certain, it keeps to the register
//! that it is written in.

mod forms;
mod units;

use std::ops::Range;

use self::units::{Kind, Units};
use crate::engine::lexemes::LexemeTable;
use crate::engine::vocabulary::{Roles, Vocabulary};
use crate::rules::Piece;
use crate::text::{self, Folder};

/// How a wording speaks to the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// Not at all, or in words that tell no register.
    None,
    /// In words that follow the draft.
    Follows(Vec<Swap>),
    /// In these registers alone.
    Only(Roles),
}

/// A word of a wording in both registers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swap {
    /// The piece that it is in.
    pub piece: usize,
    /// Its bytes there.
    pub bytes: Range<usize>,
    /// As it is in the register that the wording is not written in.
    pub other: String,
    /// The wording is written in the plural of politeness.
    pub formal: bool,
}

/// What the other register has in place of a word.
enum Counterpart {
    /// The word says nothing of the register.
    Same,
    /// This.
    Is(String),
    Uncertain,
}

/// Words after which the strong form stands: «για σένα».
const BEFORE_STRONG: [&str; 5] = ["για", "απο", "με", "σε", "προσ"];
/// Objects that stand between «σας» and its verb: «σας το στέλνω».
const OBJECTS: [&str; 7] = ["το", "τα", "τον", "την", "τη", "τισ", "τουσ"];
/// Words that agree with the plural of politeness, or speak to several people: they don't go into the singular.
const PLURAL_ONLY: &[&str] = &[
    "ολοι", "ολουσ", "ολων", "ολεσ", "ιδιοι", "ιδιουσ", "μονοι", "μονουσ", "μεταξυ", "καθενασ",
    "ενημεροι", "ενημερουσ", "σιγουροι", "βεβαιοι", "ησυχοι", "προσεκτικοι", "παιδια", "κυριοι",
];
/// Adverbs that take a pronoun after them: «μαζί σου».
const WITH_PRONOUN: [&str; 8] =
    ["μαζι", "κοντα", "διπλα", "μπροστα", "πισω", "απεναντι", "αναμεσα", "εναντιον"];
/// Words after which a pronoun belongs to the verb that follows.
const BEFORE_CLITIC: Roles = GOVERNS
    .union(Roles::REPORTER)
    .union(Roles::SUBJECT)
    .union(Roles::POINTER)
    .union(Roles::COORDINATOR)
    .union(Roles::JOIN)
    .union(Roles::CONTRAST)
    .union(Roles::REASON)
    .union(Roles::COURTESY);
/// Words after which a verb is not a request: «όταν δείτε».
const GOVERNS: Roles = Roles::PARTICLE
    .union(Roles::CONTINUER)
    .union(Roles::NEGATION)
    .union(Roles::REQUEST)
    .union(Roles::CONDITION)
    .union(Roles::AWAITING)
    .union(Roles::RELATIVE)
    .union(Roles::QUESTION)
    .union(Roles::STOP_BEFORE_VERB);

/// How a wording of these pieces speaks to the customer.
pub fn address(
    pieces: &[Piece],
    own: &LexemeTable,
    vocabulary: &Vocabulary,
    folder: &mut Folder,
) -> Address {
    let may = |piece: &Piece| matches!(piece, Piece::Text(text) if !text.is_ascii());
    if !pieces.iter().any(may) {
        return Address::None;
    }
    Reader { units: Units::of(pieces, own, vocabulary, folder), vocabulary }.address()
}

struct Reader<'v> {
    units: Units,
    vocabulary: &'v Vocabulary,
}

impl Reader<'_> {
    fn address(&self) -> Address {
        let marks = |formal: bool| (0..self.units.len()).any(|at| self.marks(at, formal));
        match (marks(true), marks(false)) {
            (false, false) => Address::None,
            (true, true) => Address::Only(Roles::FORMAL | Roles::FAMILIAR),
            (formal, _) => self.swaps(formal),
        }
    }

    /// Every word that speaks to the customer as it is in the other register, or none.
    fn swaps(&self, formal: bool) -> Address {
        let mut swaps = Vec::new();
        for (at, unit) in self.units.iter().enumerate() {
            match self.counterpart(at, formal) {
                Counterpart::Same => (),
                Counterpart::Is(other) => swaps.push(Swap {
                    piece: unit.piece,
                    bytes: unit.bytes.clone(),
                    other: cased_as(&unit.written, &other),
                    formal,
                }),
                Counterpart::Uncertain => {
                    return Address::Only(if formal { Roles::FORMAL } else { Roles::FAMILIAR });
                }
            }
        }
        Address::Follows(swaps)
    }

    /// Whether a word shows this register.
    fn marks(&self, at: usize, formal: bool) -> bool {
        let Some(unit) = self.units.word(at) else { return false };
        let of_register = if formal { Roles::FORMAL } else { Roles::FAMILIAR };
        match unit.key.as_str() {
            "σε" => !formal && self.is_object(at),
            "σενα" => !formal,
            _ if unit.roles.intersects(Roles::FORMAL | Roles::FAMILIAR) => {
                unit.roles.contains(of_register)
            }
            _ if formal => self.is_unknown_plural(unit),
            _ => self.is_imperative(at) || self.is_unknown_singular(at),
        }
    }

    fn counterpart(&self, at: usize, formal: bool) -> Counterpart {
        let Some(unit) = self.units.word(at) else { return Counterpart::Same };
        let known = match (unit.key.as_str(), formal) {
            ("σασ", true) => return self.singular_of_pronoun(at),
            ("εσασ", true) => "εσένα",
            ("εσεισ", true) => "εσύ",
            ("σου" | "σενα", false) => "σας",
            ("εσενα", false) => "εσάς",
            ("εσυ", false) => "εσείς",
            // A short form that stands in no table.
            ("θεσ", false) => "θέλετε",
            ("σε", false) if self.is_object(at) => "σας",
            (key, true) if PLURAL_ONLY.contains(&key) => return Counterpart::Uncertain,
            _ if self.marks(at, formal) => return self.verb(at, formal),
            // «εσύ περίμενε»: it may ask, and may be a past.
            _ if !formal && self.may_be_imperative(at) => return Counterpart::Uncertain,
            _ => return Counterpart::Same,
        };
        Counterpart::Is(known.to_owned())
    }

    /// «σε» before a verb is the customer: «θα σε καλέσω».
    fn is_object(&self, at: usize) -> bool {
        let units = &self.units;
        let next = units.behind(at);
        units.is_verb(next)
            && (units.roles(next).contains(Roles::FINITE)
                || units.roles(units.before(at)).intersects(GOVERNS))
    }

    /// «σας» as an object (σε), an indirect object or a possessive (σου), or after a preposition (σένα).
    fn singular_of_pronoun(&self, at: usize) -> Counterpart {
        let units = &self.units;
        let is = |spelling: &str| Counterpart::Is(spelling.to_owned());
        let (before, mut next) = (units.before(at), units.behind(at));
        if BEFORE_STRONG.contains(&units.key(before)) {
            return is("σένα");
        }
        let mut has_object = false;
        while let Some(pronoun) = next.filter(|_| OBJECTS.contains(&units.key(next)))
            && units.is_verb(units.behind(pronoun))
        {
            // With another object next to it, it is the indirect one.
            has_object = true;
            next = units.behind(pronoun);
        }
        if units.is_verb(next) {
            return match self.case_at(next) {
                _ if has_object => is("σου"),
                Some(Case::Genitive) => is("σου"),
                Some(Case::Accusative) if self.belongs_to_verb(before) => is("σε"),
                _ => Counterpart::Uncertain,
            };
        }
        let certain = self.has_possession(before) && !self.may_be_verb(next);
        if certain { is("σου") } else { Counterpart::Uncertain }
    }

    /// The case of a pronoun at a verb; `None` where it depends on what is meant.
    fn case_at(&self, verb: Option<usize>) -> Option<Case> {
        let units = &self.units;
        let mut main = verb?;
        if self.forms(main).iter().any(|(lexeme, _)| lexeme.name == "έχω") {
            // «σας έχω στείλει»: the second verb has the object.
            main = units.behind(main).filter(|next| units.is_verb(Some(*next)))?;
        }
        let roles = units.roles(Some(main));
        // «σας καλύπτουμε τη ζημιά»: the object is what is covered, and the customer is the one for whom.
        let has_object = OBJECTS.contains(&units.key(units.behind(main)));
        match (roles.contains(Roles::ACCUSATIVE), roles.contains(Roles::GENITIVE)) {
            (true, false) if !has_object => Some(Case::Accusative),
            (false, true) => Some(Case::Genitive),
            _ => None,
        }
    }

    /// Nothing before the pronoun can have it as a possessive.
    fn belongs_to_verb(&self, before: Option<usize>) -> bool {
        let roles = self.units.roles(before);
        let adverb =
            roles.contains(Roles::ADVERB) && !WITH_PRONOUN.contains(&self.units.key(before));
        before.is_none() || adverb || roles.intersects(BEFORE_CLITIC | Roles::CLITIC)
    }

    /// A noun, or «μαζί», may have the pronoun after it.
    fn has_possession(&self, before: Option<usize>) -> bool {
        let roles = self.units.roles(before);
        let barred = BEFORE_CLITIC | Roles::CLITIC | Roles::ARTICLE;
        before.is_some()
            && !self.units.is_verb(before)
            && (WITH_PRONOUN.contains(&self.units.key(before)) || !roles.intersects(barred))
    }

    fn may_be_verb(&self, next: Option<usize>) -> bool {
        self.units.get(next).is_some_and(|unit| match unit.kind {
            Kind::Inflected => true,
            Kind::Open | Kind::Pronoun => false,
            Kind::Word => unit.roles.is_empty() && self.vocabulary.looks_like_a_verb(&unit.key),
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// σε
    Accusative,
    /// σου
    Genitive,
}

/// The word in the letter case of another.
fn cased_as(written: &str, word: &str) -> String {
    let mut letters = written.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_uppercase() => {
            text::uppercase(word)
        }
        (Some(first), _) if first.is_uppercase() => text::capitalize(word),
        _ => word.to_owned(),
    }
}
