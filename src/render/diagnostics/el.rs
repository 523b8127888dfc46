//! Problems of rule files in Greek.

use super::{Labels, Words};
use crate::rules::{Outcome, PhraseProblem, Problem, Shape, YamlTrouble};

pub(super) const LABELS: Labels =
    Labels {
        error: "πρόβλημα", warning: "προσοχή", hint: "ιδέα", help: "τι να κάνετε"
    };

pub(super) fn more(count: usize) -> String {
    match count {
        1 => "και άλλο ένα· διορθώστε πρώτα αυτά".to_owned(),
        _ => format!("και άλλα {count}· διορθώστε πρώτα αυτά"),
    }
}

fn say(message: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), help: help.into() }
}

/// «μήπως εννοείτε …;», else the other advice.
fn did_you_mean(nearest: Option<&String>, otherwise: String) -> String {
    nearest.map_or(otherwise, |name| format!("μήπως εννοείτε `{name}`;"))
}

fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

pub(super) fn words(problem: &Problem) -> Words {
    match problem {
        Problem::NotYaml(trouble) => yaml(trouble),
        Problem::BadPhrase(problem) => phrase(problem),
        Problem::EmptyFile => say(
            "το αρχείο είναι άδειο",
            "το μικρότερο αρχείο έχει `language: el`, `rules:` και από κάτω `- avoid: …` με `prefer: …`",
        ),
        Problem::WrongShape { expected, found, written } => wrong_shape(*expected, *found, written),
        Problem::BracketsMakeList => say(
            "οι αγκύλες χωρίς εισαγωγικά διαβάζονται ως λίστα και όχι ως κενό για συμπλήρωση",
            "βάλτε όλο το κείμενο σε εισαγωγικά, π.χ. '[ημερομηνία]'· αν θέλετε λίστα, γράψτε κάθε κείμενο σε \
             δική του γραμμή με παύλα μπροστά",
        ),
        Problem::BracesMakeMapping => say(
            "τα άγκιστρα χωρίς εισαγωγικά δεν διαβάζονται ως μέρος της φράσης",
            "βάλτε όλο το κείμενο σε εισαγωγικά, π.χ. '{κάτι} δεν γίνεται'",
        ),
        Problem::NoSpaceAfterColon => say(
            "λείπει κενό μετά την άνω και κάτω τελεία",
            "γράψτε `avoid: κείμενο`, με κενό μετά το `:`",
        ),
        Problem::CutByHash => say(
            "το κείμενο κόβεται στο `#`: ό,τι ακολουθεί διαβάζεται ως σχόλιο",
            "αν το `#` ανήκει στο κείμενο, βάλτε όλο το κείμενο σε εισαγωγικά: 'παραγγελία #5'",
        ),
        Problem::UnknownKey { key, known, nearest } => say(
            format!("το `{key}` δεν σημαίνει κάτι εδώ"),
            did_you_mean(nearest.as_ref(), format!("εδώ μπορείτε να γράψετε: {}", listed(known))),
        ),
        Problem::KeyTwice { key, first_line } => say(
            format!("το `{key}` υπάρχει δύο φορές"),
            format!(
                "υπάρχει ήδη στη γραμμή {first_line}· κρατήστε το ένα, ή βάλτε και τα δύο κείμενα σε λίστα"
            ),
        ),
        Problem::MissingKey { key } => say(format!("λείπει το `{key}`"), missing_key(key)),
        Problem::EmptyText => say(
            "εδώ δεν υπάρχει κείμενο",
            "γράψτε το κείμενο, ή σβήστε τη γραμμή αν δεν χρειάζεται",
        ),
        other => rule(other),
    }
}

fn missing_key(key: &str) -> &'static str {
    match key {
        "language" => "προσθέστε στην αρχή του αρχείου τη γραμμή `language: el` (ή `en`)",
        "rules" => "προσθέστε `rules:` και από κάτω, με παύλα μπροστά, κάθε κανόνα",
        "name" => "προσθέστε `name:` με το όνομα σε κάθε γλώσσα, π.χ. `el: Θετική γλώσσα`",
        _ => "προσθέστε τη γραμμή",
    }
}

fn rule(problem: &Problem) -> Words {
    match problem {
        Problem::MissingAvoid => say(
            "ο κανόνας δεν λέει ποια φράση ψάχνει",
            "προσθέστε `avoid:` με τη φράση που θέλετε να αποφεύγεται",
        ),
        Problem::AvoidAndRegex => say(
            "ο κανόνας έχει και `avoid` και `regex`",
            "κρατήστε το ένα· συνήθως αρκεί το `avoid`",
        ),
        Problem::PreferAndRemove => say(
            "ο κανόνας έχει και `prefer` και `remove`",
            "κρατήστε το `prefer` για να αλλάζει η φράση, ή το `remove: true` για να φεύγει",
        ),
        Problem::NothingToSay => say(
            "ο κανόνας δεν λέει τι να γίνει με τη φράση",
            "προσθέστε `prefer:` με το τι να πούμε στη θέση της, `remove: true` για να φεύγει, ή `why:` με μια συμβουλή",
        ),
        Problem::UnknownWord { name, nearest } => say(
            format!("η λέξη `<{name}>` δεν υπάρχει στον πίνακα λέξεων"),
            did_you_mean(
                nearest.as_ref(),
                format!(
                    "γράψτε τη χωρίς `< >`, ή προσθέστε τη στο `words:` με τους τύπους της: `{name}: [τύπος, τύπος]`"
                ),
            ),
        ),
        Problem::UnboundGap { name, phrase } => say(
            format!("το `{{{name}}}` δεν υπάρχει στη φράση «{phrase}»"),
            "στο `prefer` γράφονται μόνο κενά που υπάρχουν σε κάθε φράση του `avoid`· για κάτι που θα συμπληρώσει ο \
             συνάδελφος γράψτε [υπόδειξη]",
        ),
        Problem::IdTwice { id, first_line } => say(
            format!("το όνομα `{id}` το έχει ήδη άλλος κανόνας"),
            format!(
                "είναι στη γραμμή {first_line}· δώστε στον έναν άλλο `id`, ή σβήστε το και θα βρεθεί μόνο του"
            ),
        ),
        Problem::BadId { id } => say(
            format!("το `{id}` δεν μπορεί να είναι όνομα"),
            "γράψτε μόνο γράμματα, αριθμούς και παύλες, χωρίς κενά, π.χ. `den-mporoume`· για να αντικαταστήσετε \
             έτοιμο κανόνα, το πλήρες όνομά του, π.χ. `el/positive-language/cannot`",
        ),
        Problem::BadRegex { reason } => say(
            format!("το `regex` δεν διαβάζεται: {reason}"),
            "οι περισσότερες φράσεις γράφονται πιο απλά με `avoid:`",
        ),
        Problem::RegexMatchesNothing => say(
            "το `regex` ταιριάζει και εκεί που δεν υπάρχει κείμενο",
            "βάλτε του κάτι που πρέπει πάντα να υπάρχει, π.χ. `+` αντί για `*`",
        ),
        other => value(other),
    }
}

fn value(problem: &Problem) -> Words {
    match problem {
        Problem::UnknownValue { found, known, nearest } => say(
            format!("το `{found}` δεν είναι μία από τις επιλογές"),
            did_you_mean(nearest.as_ref(), format!("γράψτε ένα από αυτά: {}", listed(known))),
        ),
        Problem::UnknownLanguage { found, nearest } => say(
            format!("το `{found}` δεν είναι κωδικός γλώσσας"),
            did_you_mean(
                nearest.as_ref(),
                "γράψτε `el` για ελληνικά ή `en` για αγγλικά".to_owned(),
            ),
        ),
        Problem::UnknownPrinciple { found, known, nearest } => say(
            format!("δεν υπάρχει αρχή εξυπηρέτησης `{found}`"),
            did_you_mean(nearest.as_ref(), format!("υπάρχουν: {}", listed(known))),
        ),
        Problem::UnknownSchema { .. } => say(
            "το αρχείο είναι γραμμένο για άλλη έκδοση του προγράμματος",
            "γράψτε `schema: 1`, ή σβήστε τη γραμμή",
        ),
        Problem::TooMany { limit } => say(
            "είναι πάρα πολλά",
            format!("χωρούν έως {limit}· μοιράστε τα σε περισσότερα αρχεία ή κανόνες"),
        ),
        Problem::TooLong { limit } => {
            say("το κείμενο είναι πολύ μεγάλο", format!("χωρούν έως {limit} χαρακτήρες"))
        }
        Problem::BadExample => say(
            "το παράδειγμα δεν είναι ολόκληρο",
            "γράψτε `draft:` με ένα κείμενο που πιάνει ο κανόνας (και `rewrite:` με το πώς γίνεται), ή μόνο `fine:` με \
             ένα κείμενο που δεν πιάνει",
        ),
        Problem::BadForm { form } => say(
            format!("το `{form}` δεν είναι τύπος λέξης"),
            "γράψτε σκέτες λέξεις, χωρίς σημεία· πολλές μαζί σε λίστα: `[λάθος, λάθη]`",
        ),
        Problem::WordTwice { name, first_line } => say(
            format!("η λέξη `{name}` υπάρχει δύο φορές"),
            format!("υπάρχει ήδη στη γραμμή {first_line}· ενώστε τις δύο"),
        ),
        Problem::ExampleMismatch { draft, expected, found } => mismatch(draft, expected, found),
        _ => say("κάτι δεν πάει καλά εδώ", "δείτε ένα έτοιμο παράδειγμα και συγκρίνετε"),
    }
}

fn mismatch(draft: &str, expected: &Outcome, found: &Outcome) -> Words {
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
        _ => "αν έτσι το θέλετε, αντιγράψτε το στο `rewrite:`· αλλιώς διορθώστε το `prefer`",
    };
    say(message, help)
}

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

fn wrong_shape(expected: Shape, found: Shape, written: &str) -> Words {
    let wants_text = matches!(expected, Shape::Text | Shape::TextOrList);
    let message = match found {
        Shape::Nothing => format!("χρειάζεται {}, αλλά δεν γράφει τίποτα", shape(expected)),
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

fn yaml(trouble: &YamlTrouble) -> Words {
    match trouble {
        YamlTrouble::TooLarge => {
            say("το αρχείο είναι πολύ μεγάλο", "χωρά έως 1 MB· χωρίστε το σε μικρότερα")
        }
        YamlTrouble::TooMuch => say(
            "το αρχείο είναι πιο περίπλοκο απ' όσο χρειάζεται ένα αρχείο κανόνων",
            "δείτε αν ξέφυγαν αγκύλες ή επαναλήψεις, και χωρίστε το σε μικρότερα",
        ),
        YamlTrouble::SeveralDocuments => say(
            "το `---` αρχίζει δεύτερο αρχείο μέσα στο ίδιο",
            "σβήστε τη γραμμή με το `---`, ή χωρίστε τα σε δύο αρχεία",
        ),
        YamlTrouble::Tab => say(
            "η γραμμή αρχίζει με στηλοθέτη (Tab)",
            "βάλτε κενά στη θέση του: δύο κενά για κάθε βήμα προς τα μέσα",
        ),
        YamlTrouble::ColonInText => say(
            "το κείμενο έχει άνω και κάτω τελεία και δεν είναι σε εισαγωγικά",
            "βάλτε όλο το κείμενο σε εισαγωγικά: 'Προσοχή: το δέμα έφυγε'",
        ),
        YamlTrouble::NoSpaceAfterColon => say(
            "λείπει κενό μετά την άνω και κάτω τελεία",
            "γράψτε `avoid: κείμενο`, με κενό μετά το `:`",
        ),
        YamlTrouble::OpenQuote => say(
            "τα εισαγωγικά ανοίγουν και δεν κλείνουν",
            "κλείστε τα με το ίδιο σημάδι· μέσα σε '…' η απόστροφος γράφεται δύο φορές: 'απ'' όλους'",
        ),
        YamlTrouble::TextAfterQuote => say(
            "μετά τα εισαγωγικά που κλείνουν υπάρχει κι άλλο κείμενο",
            "βάλτε όλο το κείμενο μέσα στα εισαγωγικά· μέσα σε '…' η απόστροφος γράφεται δύο φορές: 'απ'' όλους'",
        ),
        YamlTrouble::SignAtStart(sign) => say(
            format!("το κείμενο αρχίζει με `{sign}`, που εδώ σημαίνει κάτι άλλο"),
            "βάλτε όλο το κείμενο σε εισαγωγικά: '…'",
        ),
        YamlTrouble::Character(character) => say(
            format!(
                "υπάρχει ένα σημάδι που δεν ανήκει σε αρχείο κειμένου (`{}`)",
                character.escape_default()
            ),
            "σβήστε το και γράψτε ξανά τη γραμμή",
        ),
        YamlTrouble::Indentation => say(
            "η γραμμή δεν είναι στη σωστή θέση",
            "όσες γραμμές πάνε μαζί αρχίζουν στο ίδιο βάθος, με ίδιο αριθμό κενών· δείτε και την προηγούμενη γραμμή",
        ),
        _ => say(
            "η γραμμή δεν διαβάζεται",
            "συγκρίνετέ τη με μια γραμμή που δουλεύει: `όνομα: κείμενο`· αν το κείμενο έχει σημεία, βάλτε το σε εισαγωγικά",
        ),
    }
}

fn phrase(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::Empty => say(
            "η φράση δεν έχει λέξη που να υπάρχει πάντα",
            "γράψτε τουλάχιστον μία λέξη έξω από `{ }` και `( | )`",
        ),
        PhraseProblem::Unclosed(sign) => say(
            format!("το `{sign}` ανοίγει και δεν κλείνει"),
            format!(
                "προσθέστε το `{}`, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σημείο",
                closing(*sign)
            ),
        ),
        PhraseProblem::Stray(sign) => say(
            format!("το `{sign}` στέκεται μόνο του"),
            format!("σβήστε το, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σημείο"),
        ),
        PhraseProblem::EmptyName(sign) => say(
            format!("ανάμεσα στα `{sign}` και `{}` δεν υπάρχει τίποτα", closing(*sign)),
            "δώστε του ένα όνομα, π.χ. `<μπορώ>`, `{ενέργεια}` ή `[ημερομηνία]`",
        ),
        PhraseProblem::GapTwice { name } => say(
            format!("το κενό `{{{name}}}` υπάρχει δύο φορές στη φράση"),
            format!("δώστε στο δεύτερο άλλο όνομα, π.χ. `{{{name}2}}`"),
        ),
        PhraseProblem::OnlyGaps => say(
            "η φράση έχει μόνο κενά και θα ταίριαζε με όλα",
            "προσθέστε τις λέξεις που θέλετε να βρίσκει",
        ),
        PhraseProblem::GapsAtBothEnds => say(
            "η φράση αρχίζει και τελειώνει με κενό, άρα θα έπιανε όλη την πρόταση",
            "σβήστε το κενό της αρχής, ή βάλτε μια λέξη πριν από αυτό",
        ),
        PhraseProblem::GapsSideBySide => say(
            "δύο κενά είναι δίπλα δίπλα και δεν φαίνεται πού τελειώνει το ένα",
            "ενώστε τα σε ένα, ή βάλτε μια λέξη ανάμεσα",
        ),
        PhraseProblem::AnchorMisplaced('^') => say(
            "το `^` σημαίνει «αρχή πρότασης» και γράφεται μόνο πρώτο",
            "φέρτε το στην αρχή της φράσης, ή γράψτε `\\^` αν το θέλετε ως απλό σημείο",
        ),
        PhraseProblem::AnchorMisplaced(_) => say(
            "το `$` σημαίνει «τέλος πρότασης» και γράφεται μόνο τελευταίο",
            "φέρτε το στο τέλος της φράσης, ή γράψτε `\\$` αν το θέλετε ως απλό σημείο",
        ),
        PhraseProblem::TooDeep => say(
            "υπάρχουν πάρα πολλές παρενθέσεις η μία μέσα στην άλλη",
            "χωρίστε τη σε περισσότερες φράσεις",
        ),
        PhraseProblem::TooManyWays { limit } => say(
            "η φράση διαβάζεται με πάρα πολλούς τρόπους",
            format!(
                "οι επιλογές `( | )` μπορούν να δίνουν έως {limit} συνδυασμούς· χωρίστε τη σε περισσότερες φράσεις"
            ),
        ),
        other => wording(other),
    }
}

fn wording(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::BlankInPhrase => say(
            "το `[ ]` γράφεται μόνο στο `prefer`",
            "για «μία ή περισσότερες λέξεις» γράψτε `{όνομα}`· για απλή αγκύλη γράψτε `\\[`",
        ),
        PhraseProblem::ChoiceInWording => say(
            "στο `prefer` δεν υπάρχει επιλογή `( | )`",
            "γράψτε κάθε διατύπωση σε δική της γραμμή, με παύλα μπροστά",
        ),
        PhraseProblem::AnchorInWording(sign) => say(
            format!("το `{sign}` δεν σημαίνει κάτι στο `prefer`"),
            format!("σβήστε το, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σημείο"),
        ),
        PhraseProblem::Glued('(') => say(
            "η παρένθεση ακουμπά σε λέξη",
            "γράψτε ολόκληρες τις λέξεις, π.χ. `(παραγγελία|παραγγελίες)`, ή αφήστε ένα κενό",
        ),
        PhraseProblem::Glued(sign) => say(
            format!("το `{sign}…{}` ακουμπά σε λέξη", closing(*sign)),
            "αφήστε ένα κενό ανάμεσα",
        ),
        PhraseProblem::UnknownTense { found, nearest } => say(
            format!("δεν υπάρχει χρόνος `{found}`"),
            did_you_mean(
                nearest.as_ref(),
                "γράψτε `present`, `imperfect`, `past`, `subjunctive`, `imperative`, `participle` ή `gerund`".to_owned(),
            ),
        ),
        PhraseProblem::UnknownPerson { found } => say(
            format!("το `{found}` δεν είναι πρόσωπο"),
            "γράψτε 1, 2 ή 3, και περισσότερα με κόμμα: `<μπορώ:present:1,3>`",
        ),
        PhraseProblem::TooManyParts => say(
            "η λέξη έχει περισσότερα από τρία μέρη",
            "γράψτε `<λέξη>`, `<λέξη:χρόνος>` ή `<λέξη:χρόνος:πρόσωπα>`",
        ),
        PhraseProblem::TooLong { limit } => say("η φράση είναι πολύ μεγάλη", format!("χωρούν έως {limit} χαρακτήρες")),
        _ => say("η φράση δεν διαβάζεται", "γράψτε τη με απλές λέξεις"),
    }
}

fn closing(sign: char) -> char {
    match sign {
        '<' => '>',
        '{' => '}',
        '[' => ']',
        _ => ')',
    }
}
