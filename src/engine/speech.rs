//! How the draft speaks: to one person familiarly or politely, as "I" or as "we".

use super::Register;
use super::unit::Units;
use super::vocabulary::Roles;
use crate::lexicon::{Person, Tense};
use crate::text::Between;

/// Register and voice of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speech {
    /// In the singular (σου), not in the plural of politeness (σας).
    pub familiar: bool,
    /// The draft has both, or speaks to several people: nobody can tell how to address them.
    pub mixed: bool,
    /// As "we", not as "I".
    pub we: bool,
}

impl Speech {
    /// Read from the agent's own words in the draft; where they do not tell, customers are spoken to as `usual`.
    pub fn of(units: &Units<'_>, usual: Register) -> Speech {
        let own = || units.list.iter().filter(|unit| !unit.foreign && !unit.quoted);
        let count = |role: Roles| own().filter(|unit| unit.roles.contains(role)).count();
        let speaks = |plural: bool| {
            let person = Some(Person { person: 1, plural });
            own().any(|unit| {
                let readings = units.vocabulary.lexis.readings(unit.id);
                !readings.is_empty() && readings.iter().all(|reading| reading.person == person)
            })
        };
        let objects = (0..units.list.len()).filter(|at| is_familiar_object(units, *at)).count();
        let (familiar, formal) = (count(Roles::FAMILIAR) + objects, count(Roles::FORMAL));
        Speech {
            mixed: familiar > 0 && formal > 0,
            familiar: familiar > formal || familiar == formal && usual == Register::Familiar,
            we: speaks(true) && !speaks(false),
        }
    }
}

/// «σε ευχαριστώ», «να σε καλέσω»: before a verb σε is the customer. «σε κρατήσεις» is not, though its noun looks like a verb.
fn is_familiar_object(units: &Units<'_>, at: usize) -> bool {
    let Some((unit, verb)) = units.list.get(at).zip(units.list.get(at + 1)) else { return false };
    let own = !unit.foreign && !unit.quoted && units.folded.folded(unit.word as usize) == "σε";
    let touching = !units.before(at + 1).intersects(Between::COMMA | Between::END | Between::STOP);
    let before = at.checked_sub(1).map_or(Roles::empty(), |before| units.roles(before));
    let asked = before.intersects(Roles::PARTICLE | Roles::CONTINUER | Roles::NEGATION);
    let readings = || units.vocabulary.lexis.readings(verb.id).iter();
    own && touching
        && readings().any(|reading| match reading.tense {
            Some(Tense::Present | Tense::Imperfect | Tense::Past) => true,
            Some(Tense::Subjunctive) => asked,
            _ => false,
        })
}
