//! Values of the wrong kind, keys that are missing, and examples that fail.

use super::Words;
use crate::model::Language;
use crate::rules::{Items, Outcome, Shape};
use crate::ui::said::{said, say, sentences};

fn shape(shape: Shape, language: Language) -> &'static str {
    let said = match shape {
        Shape::Nothing => said("τίποτα", "nothing"),
        Shape::TrueOrFalse => said("ναι ή όχι (`true` ή `false`)", "yes or no (`true` or `false`)"),
        Shape::Number => said("αριθμός", "a number"),
        Shape::Text => said("κείμενο", "text"),
        Shape::TextOrList => said("κείμενο ή λίστα", "text or a list"),
        Shape::List => said("λίστα", "a list"),
        Shape::Mapping => {
            said("ομάδα γραμμών της μορφής `όνομα: τιμή`", "a group of lines such as `name: value`")
        }
    };
    said.to(language)
}

pub(super) fn wrong_shape(
    expected: Shape,
    found: Shape,
    written: &str,
    language: Language,
) -> Words {
    let wants_text = matches!(expected, Shape::Text | Shape::TextOrList);
    let (needed, there) = (shape(expected, language), shape(found, language));
    let message = sentences!(
        language,
        match found {
            Shape::Nothing => [
                "χρειάζεται {needed}, αλλά δεν γράφει τίποτα",
                "{needed} is needed, but there is nothing",
            ],
            _ if expected == Shape::TrueOrFalse => [
                "το ναι γράφεται εδώ `true` και το όχι `false`, αλλά υπάρχει {there}",
                "`true` (yes) or `false` (no) is needed, but there is {there}",
            ],
            Shape::TrueOrFalse if wants_text => [
                "χρειάζεται {needed}, αλλά το `{written}` διαβάζεται ως ναι/όχι",
                "{needed} is needed, but `{written}` is read as yes/no",
            ],
            Shape::Number if wants_text => [
                "χρειάζεται {needed}, αλλά το `{written}` διαβάζεται ως αριθμός",
                "{needed} is needed, but `{written}` is read as a number",
            ],
            _ => [
                "χρειάζεται {needed}, αλλά υπάρχει {there}",
                "{needed} is needed, but there is {there}",
            ],
        }
    );
    let help = sentences!(
        language,
        match expected {
            _ if found == Shape::Nothing => [
                "συμπληρώστε το, ή σβήστε τη γραμμή αν δεν χρειάζεται",
                "fill it in, or delete the line if it is not needed",
            ],
            _ if wants_text && matches!(found, Shape::TrueOrFalse | Shape::Number) =>
                ["βάλτε το σε εισαγωγικά: '{written}'", "put it in quotes: '{written}'",],
            Shape::TrueOrFalse => ["γράψτε `true` ή `false`", "write `true` or `false`"],
            Shape::List if found == Shape::Mapping => [
                "βάλτε μια παύλα και ένα κενό μπροστά από την πρώτη γραμμή κάθε στοιχείου, όπως στο `- avoid: …`, και ξεκινήστε τις άλλες γραμμές του δύο κενά πιο μέσα, κάτω από το όνομα",
                "put a dash and a space before the first line of each item, as in `- avoid: …`, and begin its other lines two spaces further in, below the name",
            ],
            Shape::List => [
                "γράψτε κάθε στοιχείο σε δική του γραμμή, με παύλα και κενό μπροστά: `- …`",
                "write each item on a line of its own, with a dash and a space before it: `- …`",
            ],
            Shape::Mapping => [
                "γράψτε γραμμές όπως `avoid: φράση`, όλες στο ίδιο βάθος από αριστερά",
                "write lines such as `avoid: phrase`, all at the same depth from the left",
            ],
            _ => [
                "γράψτε εδώ μόνο το κείμενο· αν έχει άνω και κάτω τελεία, βάλτε το σε εισαγωγικά",
                "write only the text here; if it has a colon in it, put it in quotes",
            ],
        }
    );
    Words { message, help }
}

pub(super) fn missing_key(key: &str, language: Language) -> Words {
    let message = say!(language, "λείπει το `{key}`", "`{key}` is missing");
    let help = match key {
        "language" => said(
            "προσθέστε στην αρχή του αρχείου τη γραμμή `language: el` (ή `en`)",
            "add the line `language: en` (or `el`) at the top of the file",
        ),
        "rules" => said(
            "προσθέστε `rules:` και από κάτω, με παύλα μπροστά, κάθε κανόνα",
            "add `rules:` and below it each rule, with a dash before it",
        ),
        "text" => said(
            "προσθέστε `text:` με τη συμβουλή, σε μία ή δύο προτάσεις",
            "add `text:` with the tip, in a sentence or two",
        ),
        "name" => said(
            "προσθέστε `name:` με το όνομα σε κάθε γλώσσα, π.χ. `el: Θετική γλώσσα`",
            "add `name:` with the name in each language, such as `en: Positive language`",
        ),
        _ => said("προσθέστε τη γραμμή", "add the line"),
    };
    Words { message, help: help.to(language).to_owned() }
}

pub(super) fn mismatch(
    draft: &str,
    expected: &Outcome,
    found: &Outcome,
    language: Language,
) -> Words {
    match (expected, found) {
        (Outcome::Silent, _) => sentences!(
            language,
            [
                "ο κανόνας πιάνει το «{draft}», που το παράδειγμα λέει ότι είναι εντάξει",
                "κάντε τη φράση πιο συγκεκριμένη, ή γράψτε στο `unless:` πότε είναι εντάξει",
                "the rule catches “{draft}”, which the example says is fine",
                "make the phrase more specific, or write under `unless:` when it is fine",
            ]
        ),
        (_, Outcome::Silent) => sentences!(
            language,
            [
                "ο κανόνας δεν πιάνει το «{draft}»",
                "ελέγξτε ότι η φράση του `avoid` υπάρχει στο κείμενο και ότι δεν την πιάνει άλλος κανόνας",
                "the rule does not catch “{draft}”",
                "check that the phrase of `avoid` is in the text and that no other rule catches it",
            ]
        ),
        (_, Outcome::Rewrite(text)) => sentences!(
            language,
            [
                "το παράδειγμα γίνεται «{text}»",
                "αν έτσι το θέλετε, αντιγράψτε το στο `rewrite:`· αλλιώς διορθώστε το `prefer`",
                "the example becomes “{text}”",
                "if that is how you want it, copy it to `rewrite:`; if not, fix `prefer`",
            ]
        ),
        (_, Outcome::Found) => sentences!(
            language,
            [
                "ο κανόνας πιάνει το «{draft}», αλλά δεν το αλλάζει",
                "προσθέστε `prefer:` στον κανόνα, ή σβήστε το `rewrite:` από το παράδειγμα",
                "the rule catches “{draft}”, but does not change it",
                "add `prefer:` to the rule, or delete the `rewrite:` of the example",
            ]
        ),
    }
}

pub(super) fn too_many(what: Items, found: usize, limit: usize, language: Language) -> Words {
    sentences!(
        language,
        match what {
            Items::Rules => [
                "οι κανόνες του αρχείου είναι {found}",
                "χωρούν έως {limit}· μοιράστε τους σε περισσότερα αρχεία",
                "the file has {found} rules",
                "there may be up to {limit}; split them over more files",
            ],
            Items::Phrases => [
                "οι φράσεις του κανόνα είναι {found}",
                "χωρούν έως {limit}· μοιράστε τις σε περισσότερους κανόνες",
                "the rule has {found} phrases",
                "there may be up to {limit}; split them over more rules",
            ],
            Items::Wordings => [
                "οι διατυπώσεις του κανόνα είναι {found}",
                "χωρούν έως {limit}· κρατήστε τις καλύτερες",
                "the rule has {found} wordings",
                "there may be up to {limit}; keep the best of them",
            ],
            Items::Examples => [
                "τα παραδείγματα του κανόνα είναι {found}",
                "χωρούν έως {limit}· κρατήστε όσα δείχνουν κάτι καινούριο",
                "the rule has {found} examples",
                "there may be up to {limit}; keep those that show something new",
            ],
            Items::Sets => [
                "οι λίστες στο `sets` είναι {found}",
                "χωρούν έως {limit}· μοιράστε τις σε περισσότερα αρχεία",
                "the file has {found} lists under `sets`",
                "there may be up to {limit}; split them over more files",
            ],
            Items::SetPhrases => [
                "οι φράσεις της λίστας είναι {found}",
                "χωρούν έως {limit}· μοιράστε τις σε περισσότερες λίστες",
                "the list has {found} phrases",
                "there may be up to {limit}; split it into more lists",
            ],
            Items::DefaultUnless => [
                "οι φράσεις του `unless` στο `defaults` είναι {found}",
                "χωρούν έως {limit}· βάλτε τις υπόλοιπες στους κανόνες που τις χρειάζονται",
                "`unless` of `defaults` has {found} phrases",
                "there may be up to {limit}; put the others in the rules that need them",
            ],
            Items::Words => [
                "οι λέξεις του αρχείου είναι {found}",
                "χωρούν έως {limit}· μοιράστε τις σε περισσότερα αρχεία",
                "the file has {found} words",
                "there may be up to {limit}; split them over more files",
            ],
            Items::Tips => [
                "οι συμβουλές του αρχείου είναι {found}",
                "χωρούν έως {limit}· μοιράστε τις σε περισσότερα αρχεία",
                "the file has {found} tips",
                "there may be up to {limit}; split them over more files",
            ],
            Items::Principles => [
                "οι αρχές του αρχείου είναι {found}",
                "χωρούν έως {limit}· κρατήστε όσες χρησιμοποιούν οι κανόνες",
                "the file has {found} principles",
                "there may be up to {limit}; keep those that rules name",
            ],
            Items::Entries => [
                "οι εγγραφές εδώ είναι {found}",
                "χωρούν έως {limit}· κρατήστε όσες χρειάζονται",
                "there are {found} entries here",
                "there may be up to {limit}; keep those that are needed",
            ],
        }
    )
}
