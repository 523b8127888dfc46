//! How the draft speaks: to one person familiarly or politely, as "I" or as "we".

use super::Register;
use super::unit::Units;
use super::vocabulary::Roles;
use crate::words::Person;

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
        let (familiar, formal) = (count(Roles::FAMILIAR), count(Roles::FORMAL));
        Speech {
            mixed: familiar > 0 && formal > 0,
            familiar: familiar > formal || familiar == formal && usual == Register::Familiar,
            we: speaks(true) && !speaks(false),
        }
    }
}
