//! `/rules names`: names that are never flagged.

use super::quoted;
use crate::model::Language;
use crate::ui::Said;
use crate::ui::said::{said, say};

/// Above the list.
pub const TITLE: Said = said("Ονόματα που δεν επισημαίνονται ποτέ", "Names that are never flagged");
/// There is none.
pub const NONE: Said = said(
    "Δεν έχετε ακόμη κανένα. Αν ένα προϊόν ή ένα πρόγραμμά σας λέγεται όπως μια φράση που αποφεύγουμε, πατήστε «Προσθήκη» και γράψτε το όνομά του: δεν θα το επισημαίνω.",
    "There are none yet. If a product or plan of yours has the same name as a phrase we avoid, add it here and I will leave it alone.",
);
/// Opens the form.
pub const ADD: Said = said("Προσθήκη", "Add");
/// Chooses some to let go.
pub const LET_GO: Said = said("Ποια να βγουν από τη λίστα;", "Which ones should I remove?");
pub const FORM: Said = said("Ονόματα που δεν επισημαίνονται ποτέ", "Names that are never flagged");
pub const BOX: Said =
    said("Ονόματα, με κόμμα ή ένα σε κάθε γραμμή", "Names, one per line or with commas");
/// The placeholder of that box.
pub const EXAMPLE: Said = said("π.χ. Κανένα Πρόβλημα Plus", "such as No Problem Plus");

/// Names that were added.
pub fn added(names: &[String], language: Language) -> String {
    let names = listed(names, language);
    say!(language, "Δεν θα επισημαίνω πια: {names}.", "I will leave alone: {names}.")
}

/// A name that is an everyday word.
pub fn everyday(name: &str, rules: usize, language: Language) -> String {
    let name = quoted(name, language);
    say!(
        language,
        "Το {name} το λέμε κάθε μέρα: υπάρχει στις φράσεις {rules} κανόνων, και όλοι θα σωπαίνουν όπου γράφεται. Αν είναι μέρος ενός ονόματος, πατήστε «Αναίρεση» και γράψτε το όνομα ολόκληρο.",
        "{name} is an everyday word: {rules} rules have it in their phrases, and all of them go silent wherever it is written. If it is part of a name, press “Undo” and write the whole name."
    )
}

/// Names that were let go.
pub fn gone(names: &[String], language: Language) -> String {
    let count = names.len();
    let names = listed(names, language);
    match language {
        Language::El if count == 1 => {
            format!("Βγήκε από τη λίστα, και ελέγχεται ξανά όπως όλα: {names}.")
        }
        Language::El => format!("Βγήκαν από τη λίστα, και ελέγχονται ξανά όπως όλα: {names}."),
        Language::En => {
            format!("Removed from the list, and checked like any other words: {names}.")
        }
    }
}

fn listed(names: &[String], language: Language) -> String {
    names.iter().map(|name| quoted(name, language)).collect::<Vec<_>>().join(", ")
}
