//! `/rules history`, and what changed between two versions of a file.

use crate::model::Language;
use crate::rules::{Level, Skip, Speaks};
use crate::ui::Said;
use crate::ui::messages::Messages;
use crate::ui::said::{said, say};

/// Above the changes.
pub const TITLE: Said = said("Τι έχει αλλάξει", "What has changed");
/// Before the first change.
pub const NOTHING: Said = said(
    "Δεν έχει αλλάξει κάτι ακόμη. Ό,τι αλλάζετε στους κανόνες και στις ρυθμίσεις γράφεται εδώ.",
    "Nothing has changed yet. Changes to rules and settings will be listed here.",
);
/// Chooses a change to look at.
pub const LOOK: Said = said("Δείτε τι ακριβώς άλλαξε", "See exactly what changed");
/// Takes back the last change.
pub const UNDO_LAST: Said = said("Αναίρεση της τελευταίας αλλαγής", "Undo the last change");
/// Changes further back.
pub const OLDER: Said = said("Παλιότερες", "Older");
/// Changes less far back.
pub const NEWER: Said = said("Νεότερες", "Newer");
/// Back from one change.
pub const BACK: Said = said("Πίσω στο ιστορικό", "Back to the history");
/// From a change to the version before it.
pub const RESTORE_BEFORE: Said =
    said("Επαναφορά της προηγούμενης έκδοσης", "Restore the previous version");

/// Two versions say the same.
pub const SAME: Said = said("Οι κανόνες λένε ακριβώς τα ίδια.", "The rules say exactly the same.");

/// A kind of difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Rules that were not there.
    New,
    /// Rules that have changed.
    Changed,
    /// Rules that are not there any more.
    Gone,
}

/// Above the rules of a kind.
pub fn heading(kind: Kind, count: usize, language: Language) -> String {
    let said = match kind {
        Kind::New => said("Νέοι", "New"),
        Kind::Changed => said("Άλλαξαν", "Changed"),
        Kind::Gone => said("Έφυγαν", "Removed"),
    };
    format!("{} ({count})", said.to(language))
}

/// Above the rules of a kind, before anything takes effect.
pub fn heading_ahead(kind: Kind, count: usize, language: Language) -> String {
    let said = match kind {
        Kind::New => said("Θα προστεθούν", "Would be added"),
        Kind::Changed => said("Θα αλλάξουν", "Would change"),
        Kind::Gone => said("Θα φύγουν", "Would be removed"),
    };
    format!("{} ({count})", said.to(language))
}

/// The rules of a kind by their phrases, in a line; of many the first few.
pub fn in_short(kind: Kind, phrases: &[String], language: Language) -> String {
    let of = match kind {
        Kind::New => said("νέα:", "new:"),
        Kind::Changed => said("με αλλαγές:", "changed:"),
        Kind::Gone => said("όχι πια:", "removed:"),
    };
    format!("{} {}", of.to(language), super::add::phrases(phrases, language))
}

/// The rules that a change has switched off, by their phrases; nothing without any.
pub fn went_silent(phrases: &[String], language: Language) -> String {
    if phrases.is_empty() {
        return String::new();
    }
    let of = said("απενεργοποιήθηκαν:", "switched off:");
    format!("{} {}", of.to(language), super::add::phrases(phrases, language))
}

/// What was changed, where it is the settings.
pub const THE_SETTINGS: Said = said("ρυθμίσεις", "settings");
/// What was changed, where it is the plan of the tips.
pub const THE_TIPS: Said = said("συμβουλές", "tips");

/// Something that a rule says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// The phrases that it finds.
    Avoid,
    /// What to say instead.
    Prefer,
    /// The named lists that its phrases take in.
    Sets,
    /// How much it matters.
    Level,
    /// The reason.
    Why,
    /// Where it is silent.
    Unless,
    /// Clauses in which it is silent.
    Skip,
    /// Places in which it applies, where other rules do not.
    Speaks,
    /// Whether it may turn a no into a yes.
    Turns,
    /// Whether it looks inside quoted text.
    Quotes,
    Principle,
    /// Where it comes from.
    Source,
}

/// Something that a rule says, before and since.
pub fn change(aspect: Aspect, before: &str, after: &str, language: Language) -> String {
    let of = match aspect {
        Aspect::Avoid => said("φράση", "phrase"),
        Aspect::Prefer => said("στη θέση της", "instead"),
        Aspect::Sets => said("λίστες", "lists"),
        Aspect::Level => said("επίπεδο", "level"),
        Aspect::Why => said("γιατί", "why"),
        Aspect::Unless => said("εντάξει όταν", "fine when"),
        Aspect::Skip => said("όχι μέσα σε", "not inside"),
        Aspect::Speaks => said("μιλά και σε", "also applies in"),
        Aspect::Turns => said("κάνει το όχι ναι", "turns a no into a yes"),
        Aspect::Quotes => said("μέσα σε εισαγωγικά", "inside quotes"),
        Aspect::Principle => said("αρχή", "principle"),
        Aspect::Source => said("πηγή", "source"),
    };
    let shown = |text: &str| match text {
        "" => said("(τίποτα)", "(nothing)").to(language).to_owned(),
        text => text.to_owned(),
    };
    format!("{}: {} → {}", of.to(language), shown(before), shown(after))
}

/// How much a rule matters.
pub fn level(level: Level, language: Language) -> &'static str {
    Messages::of(language).level(level)
}

/// Clauses in which a rule is silent.
pub fn skips(skips: &[Skip], language: Language) -> String {
    let one = |skip: &Skip| {
        match skip {
            Skip::Questions => said("ερωτήσεις", "questions"),
            Skip::Conditions => said("προτάσεις με «αν» ή «όταν»", "conditions (if, when)"),
            Skip::Reports => {
                said("όσα μεταφέρει κάποιος (βλέπω ότι)", "what is reported (I see that)")
            }
        }
        .to(language)
    };
    skips.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Places in which a rule applies, where other rules do not.
pub fn speaks(speaks: &[Speaks], language: Language) -> String {
    let one = |place: &Speaks| {
        match place {
            Speaks::Conditions => said("προτάσεις με «αν» ή «όταν»", "conditions (if, when)"),
            Speaks::Relatives => said(
                "προτάσεις που λένε ποιο εννοούμε (που, ο οποίος)",
                "clauses that say which one is meant (who, which)",
            ),
            Speaks::Negated => {
                said("όσα έχουν ήδη άρνηση (δεν, μην)", "what is already negated (not, never)")
            }
        }
        .to(language)
    };
    speaks.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Yes or no.
pub fn yes(is_so: bool, language: Language) -> &'static str {
    if is_so { said("ναι", "yes") } else { said("όχι", "no") }.to(language)
}

/// The file with all differences of a change.
pub fn file_name(version: i64, language: Language) -> String {
    say!(language, "αλλαγή-{version}.txt", "change-{version}.txt")
}

/// That a change was undone, or holds again after its undoing was undone.
pub fn undone(change: &str, in_force: bool, language: Language) -> String {
    match in_force {
        false => say!(language, "αναιρέθηκε αυτό: {change}", "this was undone: {change}"),
        true => say!(language, "ισχύει ξανά αυτό: {change}", "this is active again: {change}"),
    }
}
