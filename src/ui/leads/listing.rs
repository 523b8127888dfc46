//! `/rules list` and `/rules show`.

use super::{Replacement, becomes, rules};
use crate::model::Language;
use crate::rules::{Level, Remove};
use crate::ui::Said;
use crate::ui::messages::Messages;
use crate::ui::said::{said, say, sentences};

/// Above the list.
pub const TITLE: Said = said("Οι κανόνες", "The rules");
/// Above the team's own.
pub const OWN: Said = said("Της ομάδας σας", "Your team's");
/// Above those that come with the program.
pub const READY: Said = said("Έτοιμοι κανόνες", "Built-in rules");
/// Nothing answers to the filters.
pub const NONE: Said = said(
    "Κανένας κανόνας δεν ταιριάζει. Δοκιμάστε με λιγότερα φίλτρα.",
    "No rule matches. Try fewer filters.",
);
/// Chooses what is listed.
pub const FILTERS: Said =
    said("Ποιους να δείξω; (διαλέξτε έναν ή περισσότερους)", "Which ones? (choose one or more)");
/// Chooses one to look at.
pub const SHOW_ONE: Said = said("Δείτε έναν κανόνα", "Look at one rule");
/// Back from one rule.
pub const BACK: Said = said("Όλοι οι κανόνες", "All rules");

/// Something that a list can be narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Narrowing {
    /// The team's own.
    Own,
    /// Those that come with the program.
    Ready,
    /// Those that are on.
    Speaking,
    /// Those that are off.
    Muted,
    /// Of this level.
    Of(Level),
}

/// A filter in words.
pub fn narrowing(to: Narrowing, language: Language) -> String {
    let said = match to {
        Narrowing::Own => OWN,
        Narrowing::Ready => READY,
        Narrowing::Speaking => said("Όσοι ισχύουν", "Active"),
        Narrowing::Muted => said("Όσοι είναι απενεργοποιημένοι", "Off"),
        Narrowing::Of(level) => return level_of(level, language),
    };
    said.to(language).to_owned()
}

fn level_of(level: Level, language: Language) -> String {
    let level = Messages::of(language).level(level);
    say!(language, "Επίπεδο: {level}", "Level: {level}")
}

/// The filter for a language, by its tag.
pub fn in_language(tag: &str, language: Language) -> String {
    sentences!(
        language,
        match tag {
            "el" => ["Στα ελληνικά", "In Greek"],
            "en" => ["Στα αγγλικά", "In English"],
            tag => ["Στη γλώσσα {tag}", "In the language {tag}"],
        }
    )
}

/// How many were found, and where in the list this is; numbers count from 1.
pub fn found(total: usize, page: usize, pages: usize, language: Language) -> String {
    let total = rules(total, language);
    match language {
        _ if pages == 1 => total,
        Language::El => format!("{total} · σελίδα {page} από {pages}"),
        Language::En => format!("{total} · page {page} of {pages}"),
    }
}

/// A rule in a line of the list.
pub fn line(
    phrase: &str,
    instead: &Replacement,
    level: Level,
    speaks: bool,
    language: Language,
) -> String {
    let mut line = becomes(phrase, instead, language);
    if level != Level::Warning {
        line.push_str(&format!(" · {}", Messages::of(language).level(level)));
    }
    if !speaks {
        line.push_str(said(" · απενεργοποιημένος", " · off").to(language));
    }
    line
}

/// Whether a rule is on, as people read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It does.
    Speaks,
    /// It is switched off.
    Off,
    /// Its whole pack is.
    OffWithPack(&'a str),
    /// Its whole principle is.
    OffWithPrinciple(&'a str),
    /// A rule of the team's replaces it.
    Replaced,
}

/// Whether a rule is on, in a sentence.
pub fn standing(standing: Standing<'_>, language: Language) -> String {
    sentences!(
        language,
        match standing {
            Standing::Speaks => ["Ισχύει.", "It is active."],
            Standing::Off => ["Είναι απενεργοποιημένος.", "It is off: your team switched it off.",],
            Standing::OffWithPack(name) => [
                "Είναι απενεργοποιημένος, μαζί με όλο το πακέτο «{name}».",
                "It is off, along with the whole pack “{name}”.",
            ],
            Standing::OffWithPrinciple(name) => [
                "Είναι απενεργοποιημένος, μαζί με όλη την αρχή «{name}».",
                "It is off, along with the whole principle “{name}”.",
            ],
            Standing::Replaced => [
                "Στη θέση του ισχύει ένας δικός σας κανόνας με το ίδιο όνομα.",
                "A rule of your own with the same name replaces it.",
            ],
        }
    )
}

/// Level and principle of a rule.
pub fn weight(level: Level, principle: Option<&str>, language: Language) -> String {
    let level = Messages::of(language).level(level);
    principle.map_or_else(|| level.to_owned(), |principle| format!("{level} · {principle}"))
}

/// Above the phrases that a rule finds.
pub const CATCHES: Said = said("Πιάνει", "Catches");
/// Above what it says instead.
pub const INSTEAD: Said = said("Στη θέση της φράσης", "Instead");
/// Above the phrases where it is silent.
pub const FINE: Said = said("Είναι εντάξει όταν λέμε", "Fine when we say");
/// Above a sentence.
pub const FOR_EXAMPLE: Said = said("Για παράδειγμα", "For example");
/// In place of a wording, what a rule takes out.
pub fn leaves_out(remove: Remove) -> Said {
    match remove {
        Remove::Phrase => said("Η φράση φεύγει.", "The phrase is removed."),
        Remove::Clause => said(
            "Φεύγει το κομμάτι της πρότασης που έχει τη φράση.",
            "The part of the sentence that has the phrase is removed.",
        ),
        Remove::Sentence => said(
            "Φεύγει όλη η πρόταση που έχει τη φράση.",
            "The whole sentence that has the phrase is removed.",
        ),
    }
}

/// The file of a rule, as something that somebody brought.
pub fn from_file(file: &str, number: i64, language: Language) -> String {
    say!(language, "ήρθε με το «{file}», έκδοση {number}", "from “{file}”, version {number}")
}

/// The name of a rule, and where its advice comes from.
pub fn name_of(id: &str, source: Option<&str>, language: Language) -> String {
    let from = source.map(|source| say!(language, "\nΑπό: {source}", "\nFrom: {source}"));
    format!("{id}{}", from.unwrap_or_default())
}
