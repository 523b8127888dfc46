//! What is wrong with a rule file, and how to fix it.

use super::pack::{pack, tip};
use super::phrase::{pattern, phrase};
use super::unreadable::{encoding, yaml};
use super::value::{mismatch, missing_key, too_many, wrong_shape};
use super::word::{bad_word, no_such_person, no_such_tense};
use super::{Words, did_you_mean, listed};
use crate::model::Language;
use crate::rules::{OtherTool, PhraseProblem, Problem};
use crate::ui::said::sentences;

/// A problem in words; where a name is nearly one that is known, the help asks whether that is meant.
pub(super) fn words(problem: &Problem, language: Language) -> Words {
    let words = problem_words(problem, language);
    match nearest(problem) {
        Some(name) => Words { help: did_you_mean(&name, language), ..words },
        None => words,
    }
}

fn nearest(problem: &Problem) -> Option<String> {
    match problem {
        Problem::UnknownKey { nearest, .. }
        | Problem::UnknownWord { nearest, .. }
        | Problem::UnknownValue { nearest, .. }
        | Problem::UnknownLanguage { nearest, .. }
        | Problem::UnknownPrinciple { nearest, .. }
        | Problem::BadPhrase(
            PhraseProblem::UnknownTense { nearest, .. }
            | PhraseProblem::UnknownGapKind { nearest, .. }
            | PhraseProblem::UnknownSet { nearest, .. },
        ) => nearest.clone(),
        Problem::UnboundGap { nearest, .. } => nearest.as_ref().map(|name| format!("{{{name}}}")),
        _ => None,
    }
}

fn problem_words(problem: &Problem, language: Language) -> Words {
    sentences!(
        language,
        match problem {
            Problem::NotUtf8 { likely } => {
                encoding(*likely, language)
            }
            Problem::NotYaml(error) => {
                yaml(error, language)
            }
            Problem::Pack(problem) => {
                pack(problem, language)
            }
            Problem::Tip(problem) => {
                tip(problem, language)
            }
            Problem::BadRegex(error) => {
                pattern(error, language)
            }
            Problem::BadPhrase(problem) => {
                phrase(problem, language)
            }
            Problem::OtherTool(tool) => {
                other_tool(*tool, language)
            }
            Problem::EmptyFile => [
                "το αρχείο είναι άδειο",
                "το μικρότερο αρχείο έχει `language: el`, `rules:` και από κάτω `- avoid: …` με `prefer: …`",
                "the file is empty",
                "the smallest file has `language: en`, then `rules:`, and below it `- avoid: …` with `prefer: …`",
            ],
            Problem::WrongShape { expected, found, written } => {
                wrong_shape(*expected, *found, written, language)
            }
            Problem::BracketsMakeList => [
                "οι αγκύλες χωρίς εισαγωγικά διαβάζονται ως λίστα και όχι ως κενό για συμπλήρωση",
                "βάλτε όλο το κείμενο σε εισαγωγικά, π.χ. '[ημερομηνία]'· αν θέλετε λίστα, γράψτε κάθε κείμενο σε δική του γραμμή με παύλα μπροστά",
                "brackets without quotes are read as a list, not as a blank to fill in",
                "put the whole text in quotes, such as '[the date]'; if you want a list, write each text on a line of its own with a dash before it",
            ],
            Problem::BracesMakeMapping => [
                "τα άγκιστρα χωρίς εισαγωγικά δεν διαβάζονται ως μέρος της φράσης",
                "βάλτε όλο το κείμενο σε εισαγωγικά, π.χ. '{{κάτι}} δεν γίνεται'",
                "braces without quotes are not read as part of the phrase",
                "put the whole text in quotes, such as '{{thing}} is not possible'",
            ],
            Problem::NoSpaceAfterColon => [
                "λείπει κενό μετά την άνω και κάτω τελεία",
                "γράψτε `avoid: κείμενο`, με κενό μετά το `:`",
                "there is no space after the colon",
                "write `avoid: text`, with a space after the `:`",
            ],
            Problem::UnquotedInBrackets => [
                "στη λίστα με αγκύλες κάθε κόμμα αρχίζει νέα φράση",
                "βάλτε κάθε φράση σε εισαγωγικά, ή σε δική της γραμμή με παύλα μπροστά",
                "in a list with brackets every comma begins a new phrase",
                "put each phrase in quotes, or on a line of its own with a dash before it",
            ],
            Problem::ValueIsComment => [
                "ό,τι αρχίζει με `#` διαβάζεται ως σχόλιο, οπότε εδώ δεν μένει κείμενο",
                "βάλτε όλο το κείμενο σε εισαγωγικά: '#5 …'",
                "what begins with `#` is read as a comment, so no text is left here",
                "put the whole text in quotes: '#5 …'",
            ],
            Problem::CutByHash => [
                "το κείμενο κόβεται στο `#`: ό,τι ακολουθεί διαβάζεται ως σχόλιο",
                "αν το `#` ανήκει στο κείμενο, βάλτε όλο το κείμενο σε εισαγωγικά: 'παραγγελία #5'",
                "the text ends at the `#`: what follows is read as a comment",
                "if the `#` belongs to the text, put the whole text in quotes: 'order #5'",
            ],
            Problem::UnknownKey { key, known, .. } => [
                "το `{key}` δεν σημαίνει κάτι εδώ",
                "εδώ μπορείτε να γράψετε: {known}",
                "`{key}` has no meaning here",
                "here you can write: {known}",
                known = listed(known),
            ],
            Problem::KeyTwice { key, first_line } => [
                "το `{key}` υπάρχει δύο φορές",
                "υπάρχει ήδη στη γραμμή {first_line}· κρατήστε το ένα, ή βάλτε και τα δύο κείμενα σε λίστα",
                "`{key}` is here twice",
                "it is already on line {first_line}; keep one of them, or put both texts in a list",
            ],
            Problem::MissingKey { key } => {
                missing_key(key, language)
            }
            Problem::EmptyText => [
                "εδώ δεν υπάρχει κείμενο",
                "γράψτε το κείμενο, ή σβήστε τη γραμμή αν δεν χρειάζεται",
                "there is no text here",
                "write the text, or delete the line if it is not needed",
            ],
            Problem::MissingAvoid => [
                "ο κανόνας δεν λέει ποια φράση ψάχνει",
                "προσθέστε `avoid:` με τη φράση που θέλετε να αποφεύγεται",
                "the rule does not say which phrase it looks for",
                "add `avoid:` with the phrase that you would rather not see",
            ],
            Problem::AvoidAndRegex => [
                "ο κανόνας έχει και `avoid` και `regex`",
                "κρατήστε το ένα· συνήθως αρκεί το `avoid`",
                "the rule has both `avoid` and `regex`",
                "keep one of them; `avoid` is usually enough",
            ],
            Problem::PreferAndRemove => [
                "ο κανόνας έχει και `prefer` και `remove`",
                "κρατήστε το `prefer` για να αλλάζει η φράση, ή το `remove: true` για να φεύγει",
                "the rule has both `prefer` and `remove`",
                "keep `prefer` to change the phrase, or `remove: true` to take it out",
            ],
            Problem::SkipAndSpeaks { key } => [
                "το `{key}` υπάρχει και στο `skip` και στο `speaks`",
                "κρατήστε το στο `skip` για να σωπαίνει εκεί ο κανόνας, ή στο `speaks` για να μιλά",
                "`{key}` is in both `skip` and `speaks`",
                "keep it in `skip` if the rule should not apply there, or in `speaks` if it should",
            ],
            Problem::NothingToSay => [
                "ο κανόνας δεν λέει τι να γίνει με τη φράση",
                "προσθέστε `prefer:` με το τι να πούμε στη θέση της, `remove: true` για να φεύγει, ή `why:` με μια συμβουλή",
                "the rule does not say what to do about the phrase",
                "add `prefer:` with what to say instead, `remove: true` to take it out, or `why:` with a word of advice",
            ],
            Problem::UnknownWord { name, .. } => [
                "η λέξη `<{name}>` δεν υπάρχει στον πίνακα λέξεων",
                "γράψτε τη χωρίς `< >`, ή προσθέστε τη στο `words:` με τους τύπους της: `{name}: [τύπος, τύπος]`",
                "the word `<{name}>` is not in the word table",
                "write it without `< >`, or add it under `words:` with its forms: `{name}: [form, form]`",
            ],
            Problem::NoSuchTense { name, tense, known } => {
                no_such_tense(name, *tense, known, language)
            }
            Problem::NoSuchPerson { name } => {
                no_such_person(name, language)
            }
            Problem::UnboundGap { name, phrase, .. } => [
                "το `{{{name}}}` δεν υπάρχει στη φράση «{phrase}»",
                "στο `prefer` γράφονται μόνο κενά που υπάρχουν σε κάθε φράση του `avoid`· για κάτι που θα συμπληρώσει ο συνάδελφος γράψτε [υπόδειξη]",
                "`{{{name}}}` is not in the phrase “{phrase}”",
                "`prefer` can repeat only gaps that every phrase of `avoid` has; for something that your colleague fills in write [hint]",
            ],
            Problem::UnboundVariable { phrase } => [
                "η φράση «{phrase}» δεν έχει ρήμα `<*:…>`, άρα δεν φαίνεται ποιο ρήμα εννοείτε εδώ",
                "γράψτε το `<*:χρόνος>` και σε κάθε φράση του `avoid`, π.χ. `πρέπει να <*:subjunctive:2>`, ή γράψτε εδώ το ρήμα με το όνομά του",
                "the phrase “{phrase}” has no verb `<*:…>`, so it is unclear which verb is meant here",
                "write `<*:tense>` in every phrase of `avoid` as well, such as `you must <*:subjunctive>`, or name the verb here",
            ],
            Problem::BadSetName { name } => [
                "το `{name}` δεν μπορεί να είναι όνομα για μια λίστα του `sets`",
                "γράψτε μόνο γράμματα, αριθμούς και παύλες, χωρίς κενά, π.χ. `μήνες`",
                "`{name}` can't be the name of a list under `sets`",
                "write only letters, digits and dashes, without spaces, such as `months`",
            ],
            Problem::UnusedSet { name } => [
                "καμία φράση δεν χρησιμοποιεί τη λίστα `{name}`",
                "γράψτε `(@{name})` στη φράση που τη χρειάζεται, ή σβήστε τη λίστα",
                "no phrase uses the list `{name}`",
                "write `(@{name})` in the phrase that needs it, or delete the list",
            ],
            Problem::IdTwice { id, first_line } => [
                "το όνομα `{id}` το έχει ήδη άλλος κανόνας",
                "είναι στη γραμμή {first_line}· δώστε στον έναν άλλο `id`, ή σβήστε το `id` του και θα πάρει ένα αυτόματα",
                "another rule already has the name `{id}`",
                "that one is on line {first_line}; give one of them another `id`, or delete its `id` and one is made for you",
            ],
            Problem::IdTwiceElsewhere { id, file, line } => [
                "το όνομα `{id}` το έχει ήδη ένας κανόνας σε άλλο αρχείο",
                "είναι στο {file}, γραμμή {line}· δώστε στον έναν άλλο `id`, ή στα αρχεία άλλο `pack`",
                "a rule of another file already has the name `{id}`",
                "it is in {file}, line {line}; give one of the two another `id`, or the files another `pack`",
            ],
            Problem::BadId { id } if id.contains('/') => [
                "το `{id}` δεν μπορεί να είναι όνομα",
                "για να αντικαταστήσετε έτοιμο κανόνα γράψτε το πλήρες όνομά του, π.χ. `el/positive-language/cannot`· αλλιώς μόνο γράμματα, αριθμούς και παύλες",
                "`{id}` can't be a name",
                "to replace a built-in rule write its full name, such as `en/positive-language/cannot`; otherwise use only letters, digits and dashes",
            ],
            Problem::BadId { id } => [
                "το `{id}` δεν μπορεί να είναι όνομα",
                "γράψτε μόνο γράμματα, αριθμούς και παύλες, χωρίς κενά, π.χ. `δεν-μπορούμε`",
                "`{id}` can't be a name",
                "use only letters, digits and dashes, without spaces, such as `we-cannot`",
            ],
            Problem::RegexTooLarge => [
                "το `regex` είναι πολύ μεγάλο",
                "κάντε το πιο απλό: οι μεγάλες επαναλήψεις, όπως `{{500}}`, πιάνουν πολύ χώρο",
                "the `regex` is too large",
                "make it simpler: large repetitions, such as `{{500}}`, take a lot of room",
            ],
            Problem::RegexesTooLarge => [
                "τα `regex` του αρχείου είναι μαζί πολύ μεγάλα",
                "κάντε τα πιο απλά, ή γράψτε με `avoid` όσα γίνεται: οι φράσεις πιάνουν πολύ λιγότερο χώρο",
                "the `regex` of this file are too large together",
                "make them simpler, or use `avoid` for what it can say: phrases take far less room",
            ],
            Problem::RegexMatchesNothing => [
                "το `regex` ταιριάζει και εκεί που δεν υπάρχει κείμενο",
                "βάλτε του κάτι που πρέπει πάντα να υπάρχει, π.χ. `+` αντί για `*`",
                "the `regex` also matches where there is no text",
                "give it something that must always be there, such as `+` in place of `*`",
            ],
            Problem::UnknownValue { found, known, .. } => [
                "το `{found}` δεν υπάρχει στις επιλογές",
                "γράψτε ένα από αυτά: {known}",
                "`{found}` is not one of the choices",
                "write one of these: {known}",
                known = listed(known),
            ],
            Problem::UnknownLanguage { found, .. } => [
                "το `{found}` δεν είναι κωδικός γλώσσας",
                "γράψτε `el` για ελληνικά ή `en` για αγγλικά",
                "`{found}` is not the code of a language",
                "write `el` for Greek or `en` for English",
            ],
            Problem::UnknownPrinciple { found, known, .. } => [
                "δεν υπάρχει αρχή εξυπηρέτησης `{found}`",
                "υπάρχουν: {known}",
                "there is no principle of service `{found}`",
                "there are: {known}",
                known = listed(known),
            ],
            Problem::UnknownSchema { .. } => [
                "το αρχείο είναι γραμμένο για άλλη έκδοση του προγράμματος",
                "γράψτε `schema: 1`, ή σβήστε τη γραμμή",
                "the file is written for another version of the program",
                "write `schema: 1`, or delete the line",
            ],
            Problem::TooMany { what, found, limit } => {
                too_many(*what, *found, *limit, language)
            }
            Problem::TooLong { limit } => [
                "το κείμενο είναι πολύ μεγάλο",
                "χωρούν έως {limit} χαρακτήρες",
                "the text is too long",
                "it may have up to {limit} characters",
            ],
            Problem::BadExample => [
                "το παράδειγμα θέλει ή `draft` ή `fine`",
                "γράψτε `draft:` με ένα κείμενο που πιάνει ο κανόνας (και `rewrite:` με το πώς γίνεται), ή μόνο `fine:` με ένα κείμενο που δεν πιάνει",
                "the example needs either `draft` or `fine`",
                "write `draft:` with a text that the rule catches (and `rewrite:` with what becomes of it), or only `fine:` with a text that it does not catch",
            ],
            Problem::BadForm { form } => [
                "το `{form}` δεν είναι τύπος λέξης",
                "γράψτε σκέτες λέξεις, χωρίς σημεία· πολλές μαζί σε λίστα: `[λάθος, λάθη]`",
                "`{form}` is not a form of a word",
                "write plain words, without signs; several of them as a list: `[issue, issues]`",
            ],
            Problem::BadWord { name, problem, models } => {
                bad_word(name, problem, models, language)
            }
            Problem::WordTwice { name, first_line } => [
                "η λέξη `{name}` υπάρχει δύο φορές",
                "υπάρχει ήδη στη γραμμή {first_line}· ενώστε τις δύο",
                "the word `{name}` is here twice",
                "it is already on line {first_line}; merge the two",
            ],
            Problem::ExampleMismatch { draft, expected, found } => {
                mismatch(draft, expected, found, language)
            }
        }
    )
}

fn other_tool(tool: OtherTool, language: Language) -> Words {
    let (name, (avoid, prefer)) = (tool.name(), tool.keys());
    sentences!(
        language,
        [
            "αυτό είναι αρχείο κανόνων του {name}",
            "βάλτε όσα έχει στο `{avoid}` στη στήλη «Αποφεύγουμε» ενός πίνακα, όσα έχει στο `{prefer}` στη στήλη «Λέμε», και ανεβάστε τον πίνακα",
            "this is a rule file of {name}",
            "put what it has in `{avoid}` into the column “Avoid” of a table, what it has in `{prefer}` into the column “Say”, and bring the table",
        ]
    )
}
