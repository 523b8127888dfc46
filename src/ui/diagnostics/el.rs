//! Problems of rule files in Greek.

mod file;
mod pack;
mod pattern;
mod phrase;
mod tip;
mod value;
mod word;
mod yaml;

use super::{Labels, Words};
use crate::rules::Problem;
use file::encoding;
use pack::pack;
use pattern::pattern;
use phrase::phrase;
use tip::tip;
use value::{mismatch, too_many, wrong_shape};
use word::{bad_word, no_such_person, no_such_tense};
use yaml::yaml;

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
        Problem::NotUtf8 { likely } => encoding(*likely),
        Problem::NotYaml(error) => yaml(error),
        Problem::Pack(problem) => pack(problem),
        Problem::Tip(problem) => tip(problem),
        Problem::BadRegex(error) => pattern(error),
        Problem::BadPhrase(problem) => phrase(problem),
        Problem::OtherTool(tool) => {
            let (avoid, prefer) = tool.keys();
            say(
                format!("αυτό είναι αρχείο κανόνων του {}", tool.name()),
                format!(
                    "βάλτε όσα έχει στο `{avoid}` στη στήλη «Αποφεύγουμε» ενός πίνακα, όσα έχει στο `{prefer}` στη στήλη «Λέμε», και φέρτε τον πίνακα"
                ),
            )
        }
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
        Problem::UnquotedInBrackets => say(
            "στη λίστα με αγκύλες κάθε κόμμα αρχίζει νέα φράση",
            "βάλτε κάθε φράση σε εισαγωγικά, ή σε δική της γραμμή με παύλα μπροστά",
        ),
        Problem::ValueIsComment => say(
            "ό,τι αρχίζει με `#` διαβάζεται ως σχόλιο, οπότε εδώ δεν μένει κείμενο",
            "βάλτε όλο το κείμενο σε εισαγωγικά: '#5 …'",
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
        Problem::SkipAndSpeaks { key } => say(
            format!("το `{key}` υπάρχει και στο `skip` και στο `speaks`"),
            "κρατήστε το στο `skip` για να σωπαίνει εκεί ο κανόνας, ή στο `speaks` για να μιλά",
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
        Problem::NoSuchTense { name, tense, known } => no_such_tense(name, *tense, known),
        Problem::NoSuchPerson { name } => no_such_person(name),
        Problem::UnboundGap { name, phrase, nearest: Some(nearest) } => say(
            format!("το `{{{name}}}` δεν υπάρχει στη φράση «{phrase}»"),
            format!("μήπως εννοείτε `{{{nearest}}}`;"),
        ),
        Problem::UnboundGap { name, phrase, nearest: None } => say(
            format!("το `{{{name}}}` δεν υπάρχει στη φράση «{phrase}»"),
            "στο `prefer` γράφονται μόνο κενά που υπάρχουν σε κάθε φράση του `avoid`· για κάτι που θα συμπληρώσει ο \
             συνάδελφος γράψτε [υπόδειξη]",
        ),
        Problem::UnboundVariable { phrase } => say(
            format!(
                "η φράση «{phrase}» δεν έχει ρήμα `<*:…>`, άρα δεν φαίνεται ποιο ρήμα εννοείτε εδώ"
            ),
            "γράψτε το `<*:χρόνος>` και σε κάθε φράση του `avoid`, π.χ. `πρέπει να <*:subjunctive:2>`, ή γράψτε εδώ το ρήμα με το όνομά του",
        ),
        Problem::BadSetName { name } => say(
            format!("το `{name}` δεν μπορεί να είναι όνομα για μια λίστα του `sets`"),
            "γράψτε μόνο γράμματα, αριθμούς και παύλες, χωρίς κενά, π.χ. `μήνες`",
        ),
        Problem::UnusedSet { name } => say(
            format!("καμία φράση δεν χρησιμοποιεί τη λίστα `{name}`"),
            format!("γράψτε `(@{name})` στη φράση που τη χρειάζεται, ή σβήστε τη λίστα"),
        ),
        Problem::IdTwice { id, first_line } => say(
            format!("το όνομα `{id}` το έχει ήδη άλλος κανόνας"),
            format!(
                "είναι στη γραμμή {first_line}· δώστε στον έναν άλλο `id`, ή σβήστε το `id` του και θα πάρει ένα αυτόματα"
            ),
        ),
        Problem::IdTwiceElsewhere { id, file, line } => say(
            format!("το όνομα `{id}` το έχει ήδη ένας κανόνας σε άλλο αρχείο"),
            format!(
                "είναι στο {file}, γραμμή {line}· δώστε στον έναν άλλο `id`, ή στα αρχεία άλλο `pack`"
            ),
        ),
        Problem::BadId { id } if id.contains('/') => say(
            format!("το `{id}` δεν μπορεί να είναι όνομα"),
            "για να αντικαταστήσετε έτοιμο κανόνα γράψτε το πλήρες όνομά του, π.χ. `el/positive-language/cannot`· \
             αλλιώς μόνο γράμματα, αριθμούς και παύλες",
        ),
        Problem::BadId { id } => say(
            format!("το `{id}` δεν μπορεί να είναι όνομα"),
            "γράψτε μόνο γράμματα, αριθμούς και παύλες, χωρίς κενά, π.χ. `δεν-μπορούμε`",
        ),
        Problem::RegexTooLarge => say(
            "το `regex` είναι πολύ μεγάλο",
            "κάντε το πιο απλό: οι μεγάλες επαναλήψεις, όπως `{500}`, πιάνουν πολύ χώρο",
        ),
        Problem::RegexesTooLarge => say(
            "τα `regex` του αρχείου είναι μαζί πολύ μεγάλα",
            "κάντε τα πιο απλά, ή γράψτε με `avoid` όσα γίνεται: οι φράσεις πιάνουν πολύ λιγότερο χώρο",
        ),
        Problem::RegexMatchesNothing => say(
            "το `regex` ταιριάζει και εκεί που δεν υπάρχει κείμενο",
            "βάλτε του κάτι που πρέπει πάντα να υπάρχει, π.χ. `+` αντί για `*`",
        ),
        Problem::UnknownValue { found, known, nearest } => say(
            format!("το `{found}` δεν υπάρχει στις επιλογές"),
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
        Problem::TooMany { what, found, limit } => too_many(*what, *found, *limit),
        Problem::TooLong { limit } => {
            say("το κείμενο είναι πολύ μεγάλο", format!("χωρούν έως {limit} χαρακτήρες"))
        }
        Problem::BadExample => say(
            "το παράδειγμα θέλει ή `draft` ή `fine`",
            "γράψτε `draft:` με ένα κείμενο που πιάνει ο κανόνας (και `rewrite:` με το πώς γίνεται), ή μόνο `fine:` με \
             ένα κείμενο που δεν πιάνει",
        ),
        Problem::BadForm { form } => say(
            format!("το `{form}` δεν είναι τύπος λέξης"),
            "γράψτε σκέτες λέξεις, χωρίς σημεία· πολλές μαζί σε λίστα: `[λάθος, λάθη]`",
        ),
        Problem::BadWord { name, problem, models } => bad_word(name, problem, models),
        Problem::WordTwice { name, first_line } => say(
            format!("η λέξη `{name}` υπάρχει δύο φορές"),
            format!("υπάρχει ήδη στη γραμμή {first_line}· ενώστε τις δύο"),
        ),
        Problem::ExampleMismatch { draft, expected, found } => mismatch(draft, expected, found),
    }
}

fn missing_key(key: &str) -> &'static str {
    match key {
        "language" => "προσθέστε στην αρχή του αρχείου τη γραμμή `language: el` (ή `en`)",
        "rules" => "προσθέστε `rules:` και από κάτω, με παύλα μπροστά, κάθε κανόνα",
        "text" => "προσθέστε `text:` με τη συμβουλή, σε μία ή δύο προτάσεις",
        "name" => "προσθέστε `name:` με το όνομα σε κάθε γλώσσα, π.χ. `el: Θετική γλώσσα`",
        _ => "προσθέστε τη γραμμή",
    }
}
