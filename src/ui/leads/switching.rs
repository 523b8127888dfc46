//! `/rules off` and `/rules on`.

use super::{quoted, rules};
use crate::model::Language;
use crate::ui::Said;
use crate::ui::said::{said, sentences};

/// Something that is switched, and how people call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switched<'a> {
    /// A rule by its phrase.
    Rule(&'a str),
    /// A pack by its title.
    Pack(&'a str),
    /// A principle by its name.
    Principle(&'a str),
}

/// Something that was switched, ready to be shown.
pub fn named(switched: Switched<'_>, language: Language) -> String {
    match (switched, language) {
        (Switched::Rule(phrase), _) => quoted(phrase, language),
        (Switched::Pack(title), Language::El) => format!("όλο το πακέτο «{title}»"),
        (Switched::Pack(title), Language::En) => format!("the whole pack “{title}”"),
        (Switched::Principle(name), Language::El) => format!("όλη η αρχή «{name}»"),
        (Switched::Principle(name), Language::En) => format!("the whole principle “{name}”"),
    }
}

/// Something that can be switched, in a list to choose from.
pub fn offered(switched: Switched<'_>, id: &str, language: Language) -> String {
    match (switched, language) {
        (Switched::Rule(phrase), _) => format!("{phrase} · {id}"),
        (Switched::Pack(title), Language::El) => format!("Όλο το πακέτο: {title} · {id}"),
        (Switched::Pack(title), Language::En) => format!("The whole pack: {title} · {id}"),
        (Switched::Principle(name), Language::El) => format!("Όλη η αρχή: {name}"),
        (Switched::Principle(name), Language::En) => format!("The whole principle: {name}"),
    }
}

/// What was switched off, with how many rules went silent.
pub fn went_off(switched: Switched<'_>, silent: usize, language: Language) -> String {
    let count = rules(silent, language);
    sentences!(
        language,
        match switched {
            Switched::Rule(phrase) => [
                "Ο κανόνας για το «{phrase}» απενεργοποιήθηκε.",
                "The rule on “{phrase}” is off now.",
            ],
            Switched::Pack(title) => [
                "Το πακέτο «{title}» απενεργοποιήθηκε: {count}.",
                "The pack “{title}” is off: {count}.",
            ],
            Switched::Principle(name) => [
                "Η αρχή «{name}» απενεργοποιήθηκε: {count}.",
                "The principle “{name}” is off: {count}.",
            ],
        }
    )
}

/// What was switched on, and how many rules that affects.
pub fn went_on(switched: Switched<'_>, speaking: usize, language: Language) -> String {
    let count = rules(speaking, language);
    sentences!(
        language,
        match switched {
            Switched::Rule(phrase) =>
                ["Ο κανόνας για το «{phrase}» ισχύει ξανά.", "The rule on “{phrase}” is on again.",],
            Switched::Pack(title) => [
                "Το πακέτο «{title}» ισχύει ξανά: {count}.",
                "The pack “{title}” is on again: {count}.",
            ],
            Switched::Principle(name) => [
                "Η αρχή «{name}» ισχύει ξανά: {count}.",
                "The principle “{name}” is on again: {count}.",
            ],
        }
    )
}

/// Several things are called so.
pub const WHICH: Said =
    said("Βρήκα περισσότερα από ένα. Ποιο εννοείτε;", "I found more than one. Which do you mean?");
/// Chooses one of them.
pub const CHOOSE: Said = said("Διαλέξτε", "Choose");
/// On a rule that is on.
pub const TURN_OFF: Said = said("Απενεργοποίηση", "Switch off");
/// On a rule that is silent.
pub const TURN_ON: Said = said("Ενεργοποίηση", "Switch on");
/// On a rule that is silent with its pack.
pub const TURN_PACK_ON: Said = said("Ενεργοποίηση όλου του πακέτου", "Switch the whole pack on");
/// On a rule that is silent with its principle.
pub const TURN_PRINCIPLE_ON: Said =
    said("Ενεργοποίηση όλης της αρχής", "Switch the whole principle on");
