//! Values of the wrong kind and examples that fail, in Greek.

use super::{Words, say};
use crate::rules::{Items, Outcome, Shape};

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Nothing => "τίποτα",
        Shape::TrueOrFalse => "ναι ή όχι (`true` ή `false`)",
        Shape::Number => "αριθμός",
        Shape::Text => "κείμενο",
        Shape::TextOrList => "κείμενο ή λίστα",
        Shape::List => "λίστα",
        Shape::Mapping => "ομάδα γραμμών της μορφής `όνομα: τιμή`",
    }
}

pub(super) fn wrong_shape(expected: Shape, found: Shape, written: &str) -> Words {
    let wants_text = matches!(expected, Shape::Text | Shape::TextOrList);
    let message = match found {
        Shape::Nothing => format!("χρειάζεται {}, αλλά δεν γράφει τίποτα", shape(expected)),
        _ if expected == Shape::TrueOrFalse => {
            format!("το ναι γράφεται εδώ `true` και το όχι `false`, αλλά υπάρχει {}", shape(found))
        }
        Shape::TrueOrFalse if wants_text => {
            format!("χρειάζεται {}, αλλά το `{written}` διαβάζεται ως ναι/όχι", shape(expected))
        }
        Shape::Number if wants_text => {
            format!("χρειάζεται {}, αλλά το `{written}` διαβάζεται ως αριθμός", shape(expected))
        }
        _ => format!("χρειάζεται {}, αλλά υπάρχει {}", shape(expected), shape(found)),
    };
    let help = match (expected, found) {
        (_, Shape::Nothing) => "συμπληρώστε το, ή σβήστε τη γραμμή αν δεν χρειάζεται".to_owned(),
        (_, Shape::TrueOrFalse | Shape::Number) if wants_text => {
            format!("βάλτε το σε εισαγωγικά: '{written}'")
        }
        (Shape::TrueOrFalse, _) => "γράψτε `true` ή `false`".to_owned(),
        (Shape::List, _) => {
            "γράψτε κάθε στοιχείο σε δική του γραμμή, με παύλα και κενό μπροστά: `- …`".to_owned()
        }
        (Shape::Mapping, _) => {
            "γράψτε γραμμές όπως `avoid: φράση`, όλες στο ίδιο βάθος από αριστερά".to_owned()
        }
        _ => "γράψτε εδώ μόνο το κείμενο· αν έχει άνω και κάτω τελεία, βάλτε το σε εισαγωγικά"
            .to_owned(),
    };
    say(message, help)
}

pub(super) fn mismatch(draft: &str, expected: &Outcome, found: &Outcome) -> Words {
    let message = match (expected, found) {
        (Outcome::Silent, _) => {
            format!("ο κανόνας πιάνει το «{draft}», που το παράδειγμα λέει ότι είναι εντάξει")
        }
        (_, Outcome::Silent) => format!("ο κανόνας δεν πιάνει το «{draft}»"),
        (_, Outcome::Rewrite(text)) => format!("το παράδειγμα γίνεται «{text}»"),
        (_, Outcome::Found) => format!("ο κανόνας πιάνει το «{draft}», αλλά δεν το αλλάζει"),
    };
    let help = match (expected, found) {
        (Outcome::Silent, _) => {
            "κάντε τη φράση πιο συγκεκριμένη, ή γράψτε στο `unless:` πότε είναι εντάξει"
        }
        (_, Outcome::Silent) => {
            "ελέγξτε ότι η φράση του `avoid` υπάρχει στο κείμενο και ότι δεν την πιάνει άλλος κανόνας"
        }
        (_, Outcome::Found) => {
            "προσθέστε `prefer:` στον κανόνα, ή σβήστε το `rewrite:` από το παράδειγμα"
        }
        _ => "αν έτσι το θέλετε, αντιγράψτε το στο `rewrite:`· αλλιώς διορθώστε το `prefer`",
    };
    say(message, help)
}

pub(super) fn too_many(what: Items, found: usize, limit: usize) -> Words {
    let (items, help) = match what {
        Items::Rules => ("οι κανόνες του αρχείου", "μοιράστε τους σε περισσότερα αρχεία"),
        Items::Phrases => ("οι φράσεις του κανόνα", "μοιράστε τις σε περισσότερους κανόνες"),
        Items::Wordings => ("οι διατυπώσεις του κανόνα", "κρατήστε τις καλύτερες"),
        Items::Examples => ("τα παραδείγματα του κανόνα", "κρατήστε όσα δείχνουν κάτι καινούριο"),
        Items::Sets => ("οι λίστες στο `sets`", "μοιράστε τις σε περισσότερα αρχεία"),
        Items::SetPhrases => ("οι φράσεις της λίστας", "μοιράστε τις σε περισσότερες λίστες"),
        Items::DefaultUnless => (
            "οι φράσεις του `unless` στο `defaults`",
            "βάλτε τις υπόλοιπες στους κανόνες που τις χρειάζονται",
        ),
        Items::Words => ("οι λέξεις του αρχείου", "μοιράστε τις σε περισσότερα αρχεία"),
        Items::Tips => ("οι συμβουλές του αρχείου", "μοιράστε τις σε περισσότερα αρχεία"),
        Items::Principles => ("οι αρχές του αρχείου", "κρατήστε όσες χρησιμοποιούν οι κανόνες"),
        Items::Entries => ("οι εγγραφές εδώ", "κρατήστε όσες χρειάζονται"),
    };
    say(format!("{items} είναι {found}"), format!("χωρούν έως {limit}· {help}"))
}
