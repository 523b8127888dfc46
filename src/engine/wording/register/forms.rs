//! The verbs of a wording that speak to the customer, in the other number.

use super::units::{Kind, Unit};
use super::{Counterpart, GOVERNS, OBJECTS, Reader};
use crate::engine::vocabulary::Roles;
use crate::lexicon::{Form, Lexeme, Person, Tense};
use crate::text;

/// Words in -τε that are not verbs.
const NO_VERBS: [&str; 4] = ["καποτε", "παντοτε", "εκτοτε", "οποτε"];
/// Letters of the shortest plural: τότε and ούτε are none.
const SHORTEST_PLURAL: usize = 5;

impl Reader<'_> {
    /// A plural that no word table knows: it may be a verb.
    pub(super) fn is_unknown_plural(&self, unit: &Unit) -> bool {
        unit.key.chars().count() >= SHORTEST_PLURAL
            && unit.key.ends_with("τε")
            && unit.roles.is_empty()
            && !NO_VERBS.contains(&unit.key.as_str())
    }

    /// A word that no word table knows, where a verb in the second person would stand: «να μιλάς».
    pub(super) fn is_unknown_singular(&self, at: usize) -> bool {
        let units = &self.units;
        let governor = units.roles(units.governor(at));
        units.roles(Some(at)).is_empty()
            && governor.intersects(Roles::PARTICLE | Roles::CONTINUER)
            && ["εισ", "ασ", "σαι"].iter().any(|ending| units.key(Some(at)).ends_with(ending))
    }

    /// «Κάλεσέ μας»: with a pronoun after it, it is no past.
    pub(super) fn is_imperative(&self, at: usize) -> bool {
        matches!(self.units.key(self.units.behind(at)), "μου" | "μασ") && self.may_be_imperative(at)
    }

    /// One of the readings of the word asks one person.
    pub(super) fn may_be_imperative(&self, at: usize) -> bool {
        let singular = Some(Person { person: 2, plural: false });
        let asks = |form: &Form| form.tense == Some(Tense::Imperative) && form.person == singular;
        self.forms(at).iter().any(|(_, form)| asks(form))
    }

    /// What the word at this place may be a form of.
    pub(super) fn forms(&self, at: usize) -> Vec<(&Lexeme, &Form)> {
        let Some(unit) = self.units.get(Some(at)) else { return Vec::new() };
        let written = unit.written.to_lowercase();
        // Capitals have no accents.
        let is_plain = text::without_accents(&written) == written;
        let is_spelled = |form: &Form| {
            written.is_empty()
                || form.spelling == written
                || text::before_clitic(&form.spelling) == written
                || is_plain && text::without_accents(&form.spelling) == written
        };
        let lexemes = &self.vocabulary.lexemes;
        let mut forms = Vec::new();
        for reading in lexemes.readings(unit.id) {
            let Some(lexeme) = lexemes.at(reading.lexeme) else { continue };
            let read = |form: &&Form| {
                form.tense == reading.tense && form.person == reading.person && is_spelled(form)
            };
            forms.extend(lexeme.forms.iter().find(read).map(|form| (lexeme, form)));
        }
        forms
    }

    /// The verb at this place in the other number.
    pub(super) fn verb(&self, at: usize, formal: bool) -> Counterpart {
        let person = |plural| Some(Person { person: 2, plural });
        let is_request = |form: &Form| form.tense == Some(Tense::Imperative);
        let mut forms = self.forms(at);
        forms.retain(|(_, form)| form.person == person(formal));
        if self.units.roles(self.units.governor(at)).intersects(GOVERNS) {
            forms.retain(|(_, form)| !is_request(form));
        } else if forms.iter().any(|(_, form)| is_request(form)) && self.may_ask(at) {
            forms.retain(|(_, form)| form.tense != Some(Tense::Subjunctive));
        }
        let spelled = |(lexeme, form): &(&Lexeme, &Form)| {
            let spelling = lexeme.spelling(form.tense, person(!formal))?;
            let accented = formal && is_request(form);
            if accented { self.accented(at, spelling) } else { Some(spelling.to_owned()) }
        };
        let mut spellings = forms.iter().map(spelled);
        match spellings.next().flatten() {
            Some(first) if spellings.all(|other| other.as_ref() == Some(&first)) => {
                Counterpart::Is(first)
            }
            _ => Counterpart::Uncertain,
        }
    }

    /// Whether the verb at this place begins a clause, and nothing before it can govern it.
    fn may_ask(&self, at: usize) -> bool {
        let Some(before) = self.units.before(at) else { return true };
        let roles = self.units.roles(Some(before));
        let governs = |earlier: usize| self.units.roles(Some(earlier)).intersects(GOVERNS);
        roles.intersects(Roles::COURTESY | Roles::ADVERB)
            || roles.intersects(Roles::JOIN | Roles::COORDINATOR) && !(0..before).any(governs)
    }

    /// An imperative with the second accent that a pronoun after it gives; `None` where that may be an article.
    fn accented(&self, at: usize, spelling: &str) -> Option<String> {
        let with_accent = text::before_clitic(spelling);
        let next = self.units.behind(at);
        match self.units.key(next) {
            _ if with_accent == spelling => Some(with_accent),
            "μου" | "μασ" => Some(with_accent),
            key if OBJECTS.contains(&key) => {
                let noun = self.units.get(next.and_then(|next| self.units.behind(next)))?;
                let of_neuter = key == "το" && noun.key.ends_with('α') && !noun.key.ends_with("μα");
                let adverb = of_neuter || noun.key.ends_with("ικα") || noun.key.ends_with("ωσ");
                let is_noun = noun.kind == Kind::Word && noun.roles.is_empty() && !adverb;
                is_noun.then(|| spelling.to_owned())
            }
            "με" | "του" | "τησ" => None,
            _ => Some(spelling.to_owned()),
        }
    }
}
