//! Register and voice of a draft: one person or polite plural, "I" or "we". Wordings follow them.

use super::Register;
use super::token::Tokens;
use super::vocabulary::Roles;
use crate::lexicon::{Person, Tense};
use crate::text::Between;

/// Register and voice of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// In the singular (σου), not in the plural of politeness (σας).
    pub familiar: bool,
    /// The draft has both, or speaks to several people: no one can tell how to address them.
    pub mixed: bool,
    /// As "we", not as "I".
    pub we: bool,
    /// Something in the draft shows the register.
    pub shown: bool,
}

impl Voice {
    /// Read from the agent's own words in the draft; where they do not tell, customers are spoken to as `usual`.
    pub fn of(tokens: &Tokens<'_>, usual: Register) -> Voice {
        let own = || tokens.list.iter().filter(|token| !token.foreign && !token.quoted);
        let count = |role: Roles| own().filter(|token| token.roles.contains(role)).count();
        let speaks = |plural: bool| {
            let person = Some(Person { person: 1, plural });
            own().any(|token| {
                let readings = tokens.vocabulary.lexemes.readings(token.id);
                !readings.is_empty() && readings.iter().all(|reading| reading.person == person)
            })
        };
        let objects = (0..tokens.list.len()).filter(|at| is_familiar_object(tokens, *at)).count();
        let (familiar, formal) = (count(Roles::FAMILIAR) + objects, count(Roles::FORMAL));
        Voice {
            mixed: familiar > 0 && formal > 0,
            familiar: familiar > formal || familiar == formal && usual == Register::Familiar,
            we: speaks(true) && !speaks(false),
            shown: familiar + formal > 0,
        }
    }

    /// The same where a phrase that speaks to the customer was found in this number: «ηρέμησε» alone may be a past.
    pub fn addressing(self, plural: bool) -> Voice {
        match (self.shown, self.familiar == plural) {
            (true, differs) => Voice { mixed: self.mixed || differs, ..self },
            (false, _) => Voice { familiar: !plural, ..self },
        }
    }
}

/// «σε ευχαριστώ», «να σε καλέσω»: before a verb σε is the customer. «σε κρατήσεις» is not, though its noun looks like a verb.
fn is_familiar_object(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some((token, verb)) = tokens.list.get(at).zip(tokens.list.get(at + 1)) else {
        return false;
    };
    let own = !token.foreign && !token.quoted && tokens.folded.folded(token.word as usize) == "σε";
    let touching = !tokens.before(at + 1).intersects(Between::COMMA | Between::END | Between::STOP);
    let before = at.checked_sub(1).map_or(Roles::empty(), |before| tokens.roles(before));
    let asked = before.intersects(Roles::PARTICLE | Roles::CONTINUER | Roles::NEGATION);
    let readings = || tokens.vocabulary.lexemes.readings(verb.id).iter();
    own && touching
        && readings().any(|reading| match reading.tense {
            Some(Tense::Present | Tense::Imperfect | Tense::Past) => true,
            Some(Tense::Subjunctive) => asked,
            _ => false,
        })
}
