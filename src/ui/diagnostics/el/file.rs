//! Files that can't be read as text, in Greek.

use super::{Words, say};
use crate::rules::Encoding;

pub(super) fn encoding(likely: Option<Encoding>) -> Words {
    match likely {
        None => say(
            "το αρχείο δεν είναι απλό κείμενο",
            "οι κανόνες γράφονται σε αρχείο κειμένου (.yaml)· από υπολογιστικό φύλλο αποθηκεύστε ως CSV UTF-8",
        ),
        Some(Encoding::DamagedUtf8) => say(
            "εδώ υπάρχει ένα χαλασμένο γράμμα: το αρχείο είναι UTF-8, αλλά όχι ολόκληρο",
            "σβήστε τη λέξη, γράψτε την ξανά και αποθηκεύστε το αρχείο με κωδικοποίηση UTF-8",
        ),
        Some(encoding) => say(
            format!("το αρχείο δεν είναι σε UTF-8· μοιάζει με {}", encoding.name()),
            "αποθηκεύστε το ως UTF-8: στο Σημειωματάριο, Αρχείο › Αποθήκευση ως › Κωδικοποίηση › UTF-8",
        ),
    }
}
