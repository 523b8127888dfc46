//! Problems inside phrases, wordings and regular expressions.

use super::Words;
use crate::model::Language;
use crate::rules::{PatternError, PhraseProblem};
use crate::ui::said::sentences;

pub(super) fn phrase(problem: &PhraseProblem, language: Language) -> Words {
    sentences!(
        language,
        match problem {
            PhraseProblem::Empty => [
                "η φράση δεν έχει λέξη που να υπάρχει πάντα",
                "γράψτε τουλάχιστον μία λέξη έξω από `{{ }}` και `( | )`",
                "the phrase has no word that is always there",
                "write at least one word outside `{{ }}` and `( | )`",
            ],
            PhraseProblem::Unclosed(sign) => [
                "το `{sign}` ανοίγει και δεν κλείνει",
                "προσθέστε το `{closing}`, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σύμβολο",
                "`{sign}` is opened and not closed",
                "add `{closing}`, or write `\\{sign}` if you mean the sign itself",
                closing = closing(*sign),
            ],
            PhraseProblem::Stray('|') => [
                "το `|` χωρίζει επιλογές μόνο μέσα σε παρένθεση",
                "γράψτε `(λάθος|σφάλμα)`, ή βάλτε κάθε φράση σε δική της γραμμή με παύλα μπροστά",
                "`|` separates choices only inside parentheses",
                "write `(wrong|mistaken)`, or put each phrase on a line of its own with a dash before it",
            ],
            PhraseProblem::Stray(sign) => [
                "το `{sign}` στέκεται μόνο του",
                "σβήστε το, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σύμβολο",
                "`{sign}` is on its own",
                "delete it, or write `\\{sign}` if you mean the sign itself",
            ],
            PhraseProblem::EmptyName(sign) => [
                "ανάμεσα στα `{sign}` και `{closing}` δεν υπάρχει τίποτα",
                "δώστε του ένα όνομα, π.χ. `<μπορώ>`, `{{ενέργεια}}` ή `[ημερομηνία]`",
                "there is nothing between `{sign}` and `{closing}`",
                "give it a name, such as `<can>`, `{{action}}` or `[the date]`",
                closing = closing(*sign),
            ],
            PhraseProblem::GapTwice { name } => [
                "το κενό `{{{name}}}` υπάρχει δύο φορές στη φράση",
                "δώστε στο δεύτερο άλλο όνομα, π.χ. `{{{name}2}}`",
                "the gap `{{{name}}}` is in the phrase twice",
                "give the second another name, such as `{{{name}2}}`",
            ],
            PhraseProblem::OnlyGaps => [
                "η φράση δεν έχει δική της λέξη και θα ταίριαζε με όλα",
                "προσθέστε τις λέξεις που θέλετε να βρίσκει",
                "the phrase has no word of its own and would match anything",
                "add the words that it should look for",
            ],
            PhraseProblem::GapsAtBothEnds => [
                "η φράση αρχίζει και τελειώνει με κενό, άρα θα έπιανε όλη την πρόταση",
                "σβήστε το κενό της αρχής, ή βάλτε μια λέξη πριν από αυτό",
                "the phrase begins and ends with a gap, so it would take the whole sentence",
                "delete the gap at the start, or put a word before it",
            ],
            PhraseProblem::GapsSideBySide => [
                "δύο κενά είναι δίπλα δίπλα και δεν φαίνεται πού τελειώνει το ένα",
                "ενώστε τα σε ένα, ή βάλτε μια λέξη ανάμεσα",
                "two gaps are side by side, so it is unclear where the first ends",
                "make them one, or put a word between them",
            ],
            PhraseProblem::ListedFirst => [
                "η φράση αρχίζει με κενό που παίρνει λέξεις από λίστα",
                "βάλτε μια λέξη πριν από αυτό, ή γράψτε έναν κανόνα για κάθε λέξη της λίστας",
                "the phrase begins with a gap that takes the words of a list",
                "put a word before it, or write one rule for each word of the list",
            ],
            PhraseProblem::GapBeforePossessive => [
                "το `'s` ανήκει στη λέξη πριν από αυτό και δεν μένει έξω από το κενό",
                "το κενό κρατά ολόκληρες λέξεις: γράψτε `{{όνομα}}` χωρίς το `'s`, ή τη λέξη ολόκληρη",
                "`'s` belongs to the word before it and can't stay outside the gap",
                "a gap holds whole words: write `{{name}}` without the `'s`, or write the word in full",
            ],
            PhraseProblem::AnchorMisplaced('^') => [
                "το `^` σημαίνει «αρχή πρότασης» και γράφεται μόνο πρώτο",
                "φέρτε το στην αρχή της φράσης, ή γράψτε `\\^` αν το θέλετε ως απλό σύμβολο",
                "`^` means “start of a sentence” and can only come first",
                "move it to the start of the phrase, or write `\\^` if you mean the sign itself",
            ],
            PhraseProblem::AnchorMisplaced(_) => [
                "το `$` σημαίνει «τέλος πρότασης» και γράφεται μόνο τελευταίο",
                "φέρτε το στο τέλος της φράσης, ή γράψτε `\\$` αν το θέλετε ως απλό σύμβολο",
                "`$` means “end of a sentence” and can only come last",
                "move it to the end of the phrase, or write `\\$` if you mean the sign itself",
            ],
            PhraseProblem::TooDeep => [
                "υπάρχουν πάρα πολλές παρενθέσεις η μία μέσα στην άλλη",
                "χωρίστε τη σε περισσότερες φράσεις",
                "parentheses are nested too deeply",
                "split it into several phrases",
            ],
            PhraseProblem::TooManyWays { limit } => [
                "η φράση διαβάζεται με πάνω από {limit} τρόπους",
                "τόσους συνδυασμούς δίνουν οι επιλογές `( | )`· χωρίστε τη σε περισσότερες φράσεις",
                "the phrase can be read in more than {limit} ways",
                "its choices `( | )` give so many combinations; split it into several phrases",
            ],
            PhraseProblem::BlankInPhrase => [
                "το `[ ]` γράφεται μόνο στο `prefer`",
                "για «μία ή περισσότερες λέξεις» γράψτε `{{όνομα}}`· για απλή αγκύλη γράψτε `\\[`",
                "`[ ]` belongs in `prefer` only",
                "for “one or more words” write `{{name}}`; for a plain bracket write `\\[`",
            ],
            PhraseProblem::ChoiceInWording => [
                "στο `prefer` δεν υπάρχει επιλογή `( | )`",
                "γράψτε κάθε διατύπωση σε δική της γραμμή, με παύλα μπροστά",
                "there is no choice `( | )` in `prefer`",
                "write each wording on a line of its own, with a dash before it",
            ],
            PhraseProblem::AnchorInWording(sign) => [
                "το `{sign}` δεν σημαίνει κάτι στο `prefer`",
                "σβήστε το, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σύμβολο",
                "`{sign}` has no meaning in `prefer`",
                "delete it, or write `\\{sign}` if you mean the sign itself",
            ],
            PhraseProblem::Glued('(') => [
                "η παρένθεση ακουμπά σε λέξη",
                "γράψτε ολόκληρες τις λέξεις, π.χ. `(παραγγελία|παραγγελίες)`, ή αφήστε ένα κενό",
                "the parenthesis touches a word",
                "write the words in full, such as `(order|orders)`, or leave a space",
            ],
            PhraseProblem::Glued(sign) => [
                "το `{sign}…{closing}` ακουμπά σε λέξη",
                "αφήστε ένα κενό ανάμεσα",
                "`{sign}…{closing}` touches a word",
                "leave a space between them",
                closing = closing(*sign),
            ],
            PhraseProblem::UnknownTense { found, .. } => [
                "δεν υπάρχει χρόνος `{found}`",
                "γράψτε `present`, `imperfect`, `past`, `subjunctive`, `imperative`, `participle` ή `gerund`",
                "there is no tense `{found}`",
                "write `present`, `imperfect`, `past`, `subjunctive`, `imperative`, `participle` or `gerund`",
            ],
            PhraseProblem::UnknownPerson { found } => [
                "το `{found}` δεν είναι πρόσωπο",
                "γράψτε 1, 2 ή 3, και περισσότερα με κόμμα: `<μπορώ:present:1,3>`",
                "`{found}` is not a person of a verb",
                "write 1, 2 or 3, and several with a comma: `<can:present:1,3>`",
            ],
            PhraseProblem::TooManyParts => [
                "η λέξη έχει περισσότερα από τρία μέρη",
                "γράψτε `<λέξη>`, `<λέξη:χρόνος>` ή `<λέξη:χρόνος:πρόσωπα>`",
                "the word has more than three parts",
                "write `<word>`, `<word:tense>` or `<word:tense:persons>`",
            ],
            PhraseProblem::TooLong { limit } => [
                "η φράση είναι πολύ μεγάλη",
                "χωρούν έως {limit} χαρακτήρες",
                "the phrase is too long",
                "it may have up to {limit} characters",
            ],
            PhraseProblem::UnknownGapKind { gap, found, known, .. } => [
                "το `{found}` δεν είναι είδος κενού",
                "εδώ γράφεται `{{{gap}:{known}}}`, ή σκέτο το όνομα: `{{{gap}}}`",
                "`{found}` is not a kind of gap",
                "here you can write `{{{gap}:{known}}}`, or just the name: `{{{gap}}}`",
            ],
            PhraseProblem::SubjectInPhrase { gap } => [
                "το `:subject` γράφεται μόνο στο `prefer`",
                "γράψτε εδώ `{{{gap}}}`, και στο `prefer` `{{{gap}:subject}}`",
                "`:subject` belongs in `prefer` only",
                "write `{{{gap}}}` here, and `{{{gap}:subject}}` in `prefer`",
            ],
            PhraseProblem::ClauseInWording { gap } => [
                "το `:clause` γράφεται μόνο στη φράση που ψάχνουμε",
                "γράψτε εδώ μόνο το όνομα του κενού: `{{{gap}}}`",
                "`:clause` belongs only in the phrase to look for",
                "write just the name of the gap here: `{{{gap}}}`",
            ],
            PhraseProblem::ClauseOptional { name } => [
                "το κενό για ολόκληρη πρόταση δεν γίνεται να λείπει",
                "σβήστε το `?`· αν η πρόταση λείπει κάποτε, γράψτε και μια φράση χωρίς το `{{{name}}}`, σε άλλον κανόνα",
                "a gap for a whole sentence can't be left empty",
                "delete the `?`; where there may be no sentence, add a phrase without `{{{name}}}`, in another rule",
            ],
            PhraseProblem::ClauseNotOpened { name } => [
                "στο `{{{name}:clause}}` δεν φαίνεται ότι αρχίζει νέα πρόταση",
                "βάλτε πριν από αυτό ένα σημείο στίξης ή έναν σύνδεσμο, π.χ. `όχι, {{{name}:clause}}` ή `γιατί {{{name}:clause}}`· για λίγες λέξεις αρκεί το `{{{name}}}`",
                "nothing shows that a new sentence begins at `{{{name}:clause}}`",
                "put punctuation or a connecting word before it, such as `no, {{{name}:clause}}` or `because {{{name}:clause}}`; for a few words `{{{name}}}` is enough",
            ],
            PhraseProblem::SubjectNotGreek { gap } => [
                "το `:subject` αλλάζει την πτώση, και αυτό έχει νόημα μόνο στα ελληνικά",
                "γράψτε σκέτο το όνομα: `{{{gap}}}`",
                "`:subject` changes the case of words, which means something in Greek only",
                "write just the name: `{{{gap}}}`",
            ],
            PhraseProblem::SubjectOfClause { gap } => [
                "το `{{{gap}}}` είναι ολόκληρη πρόταση και δεν γίνεται υποκείμενο",
                "γράψτε εδώ `{{{gap}}}`, ή σβήστε το `:clause` από τη φράση",
                "`{{{gap}}}` is a whole sentence and can't become a subject",
                "write `{{{gap}}}` here, or delete `:clause` in the phrase",
            ],
            PhraseProblem::VariableWithoutTense => [
                "το `<*>` είναι όποιο ρήμα βρεθεί, και χρειάζεται τον χρόνο του",
                "γράψτε π.χ. `<*:subjunctive:2>` για το «να στείλετε», ή `<*:imperative>` για το «στείλτε»",
                "`<*>` is whichever verb is found, and needs its tense",
                "write `<*:subjunctive>` for the form after “must” or “to”, or `<*:imperative>` for “send it”",
            ],
            PhraseProblem::VariableTwice => [
                "η φράση έχει δεύτερο `<*:…>`, και δεν θα φαινόταν ποιο ρήμα εννοεί το `prefer`",
                "κρατήστε ένα, και γράψτε το άλλο ρήμα με το όνομά του ή ως κενό `{{ενέργεια}}`",
                "the phrase has a second `<*:…>`, so it would be unclear which verb `prefer` means",
                "keep one, and write the other verb with its name or as a gap `{{action}}`",
            ],
            PhraseProblem::VariableInChoice => [
                "το `<*:…>` δεν γράφεται μέσα σε παρένθεση: το ρήμα πρέπει να υπάρχει πάντα",
                "βγάλτε το έξω από το `( | )`, ή κάντε κάθε επιλογή δική της φράση",
                "`<*:…>` can't be inside parentheses: the verb always has to be there",
                "move it out of the `( | )`, or make each choice a phrase of its own",
            ],
            PhraseProblem::VariableWithRegex => [
                "το `<*:…>` θέλει φράσεις στο `avoid`· το `regex` δεν ξέρει ρήματα",
                "γράψτε `avoid:` με το ρήμα, π.χ. `πρέπει να <*:subjunctive:2>`, ή γράψτε εδώ το ρήμα με το όνομά του",
                "`<*:…>` needs phrases under `avoid`; `regex` knows no verbs",
                "write `avoid:` with the verb, such as `you must <*:subjunctive>`, or name the verb here",
            ],
            PhraseProblem::UnknownSet { name, .. } => [
                "στο `sets` δεν υπάρχει λίστα `{name}`",
                "προσθέστε τη στο `sets:`, π.χ. `{name}: [φράση, φράση]`· αν θέλετε το ίδιο το σύμβολο γράψτε `\\@`",
                "there is no list `{name}` under `sets`",
                "add it under `sets:`, such as `{name}: [phrase, phrase]`; if you mean the sign itself write `\\@`",
            ],
            PhraseProblem::SetNotYet { name } => [
                "η λίστα `{name}` δεν υπάρχει πιο πάνω",
                "μια λίστα χρησιμοποιεί μόνο όσες γράφονται πριν από αυτήν, και ποτέ τον εαυτό της· αλλάξτε τη σειρά τους",
                "there is no list `{name}` further up",
                "a list can use only those that are written before it, and never itself; change their order",
            ],
            PhraseProblem::SetNotAlone { name } => [
                "το `@{name}` δεν στέκεται μόνο του ανάμεσα στα `( | )`",
                "δώστε του δική του παρένθεση, `(@{name})`, και γράψτε τα άλλα λόγια έξω από αυτήν",
                "`@{name}` is not on its own between the signs of `( | )`",
                "give it parentheses of its own, `(@{name})`, and write the other words outside them",
            ],
            PhraseProblem::SetInWording { name } => [
                "το `@{name}` γράφεται μόνο σε φράση που ψάχνουμε",
                "στο `prefer` βάλτε ένα κενό της φράσης, π.χ. `{{πότε}}`, ή μια υπόδειξη, π.χ. [μήνας]",
                "`@{name}` belongs only in a phrase to look for",
                "in `prefer` write a gap of the phrase, such as `{{when}}`, or a hint, such as [the month]",
            ],
            PhraseProblem::SetOutsideChoice { name } => [
                "το `@{name}` θέλει παρένθεση",
                "γράψτε `(@{name})`· αν θέλετε το ίδιο το σύμβολο γράψτε `\\@`",
                "`@{name}` needs parentheses",
                "write `(@{name})`; if you mean the sign itself write `\\@`",
            ],
            PhraseProblem::SignInSet => [
                "μια λίστα του `sets` έχει μόνο λέξεις",
                "γράψτε τα `{{κενό}}`, `^`, `$` και `<*:…>` στη φράση του κανόνα, γύρω από τη λίστα",
                "a list under `sets` holds only words",
                "write `{{gap}}`, `^`, `$` and `<*:…>` in the phrase of the rule, around the list",
            ],
            PhraseProblem::SetsTooLarge { phrase, file } => [
                "όλες μαζί οι λίστες είναι πολύ μεγάλες",
                "χωρούν έως {phrase} φράσεις από λίστες σε κάθε φράση, και {file} σε όλο το αρχείο· κρατήστε όσες χρειάζονται",
                "the lists are too large in total",
                "up to {phrase} phrases of lists fit in a phrase, and {file} in a whole file; keep those that are needed",
            ],
        }
    )
}

fn closing(sign: char) -> char {
    match sign {
        '<' => '>',
        '{' => '}',
        '[' => ']',
        _ => ')',
    }
}

pub(super) fn pattern(error: &PatternError, language: Language) -> Words {
    sentences!(
        language,
        match error {
            PatternError::Unclosed(sign) => [
                "στο `regex` το `{sign}` ανοίγει και δεν κλείνει",
                "κλείστε το, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σύμβολο",
                "in the `regex`, `{sign}` is opened and not closed",
                "close it, or write `\\{sign}` if you mean the sign itself",
            ],
            PatternError::Unopened => [
                "στο `regex` το `)` κλείνει κάτι που δεν άνοιξε",
                "σβήστε το, ή γράψτε `\\)` αν το θέλετε ως απλό σύμβολο",
                "in the `regex`, `)` closes something that was not opened",
                "delete it, or write `\\)` if you mean the sign itself",
            ],
            PatternError::NothingToRepeat => [
                "στο `regex` δεν υπάρχει τίποτα πριν από το σύμβολο της επανάληψης",
                "τα `*`, `+`, `?` και `{{…}}` γράφονται μετά από αυτό που επαναλαμβάνεται· ως απλό σύμβολο: `\\*`",
                "in the `regex`, there is nothing before the sign that repeats",
                "`*`, `+`, `?` and `{{…}}` go after what is repeated; for the sign itself write `\\*`",
            ],
            PatternError::BadCount => [
                "στο `regex` ο αριθμός των επαναλήψεων δεν διαβάζεται",
                "γράψτε π.χ. `{{2}}` ή `{{1,3}}`, με τον μικρότερο πρώτο",
                "in the `regex`, the number of repetitions can't be read",
                "write something like `{{2}}` or `{{1,3}}`, the smaller first",
            ],
            PatternError::BadEscape => [
                "στο `regex` το `\\` με αυτό το σύμβολο δεν σημαίνει κάτι",
                "σβήστε το `\\`, ή γράψτε `\\\\` αν θέλετε το ίδιο το σύμβολο",
                "in the `regex`, `\\` before this sign means nothing",
                "delete the `\\`, or write `\\\\` if you mean the sign itself",
            ],
            PatternError::LookAround => [
                "το `regex` δεν μπορεί να κοιτάξει τι υπάρχει πριν ή μετά (`(?=…)`, `(?!…)`, `(?<…)`)",
                "γράψτε τη φράση με `avoid:`, και στο `unless:` πότε είναι εντάξει",
                "the `regex` can't look at what comes before or after (`(?=…)`, `(?!…)`, `(?<…)`)",
                "write the phrase with `avoid:`, and under `unless:` when it is fine",
            ],
            PatternError::BackReference => [
                "το `regex` δεν μπορεί να ξαναπεί κάτι που ήδη βρήκε (`\\1`)",
                "γράψτε το με τα ίδια του τα λόγια",
                "the `regex` can't repeat what it has found (`\\1`)",
                "write it out in words",
            ],
            PatternError::NameTwice => [
                "στο `regex` δύο ομάδες έχουν το ίδιο όνομα",
                "δώστε στη δεύτερη άλλο όνομα",
                "in the `regex`, two groups have one name",
                "give the second another name",
            ],
            PatternError::BadName => [
                "στο `regex` το όνομα της ομάδας δεν διαβάζεται",
                "γράψτε `(?P<όνομα>…)`, μόνο με γράμματα και αριθμούς",
                "in the `regex`, the name of the group can't be read",
                "write `(?P<name>…)`, with letters and digits only",
            ],
            PatternError::Other(reason) => [
                "το `regex` δεν διαβάζεται εδώ: {reason}",
                "οι περισσότερες φράσεις γράφονται πιο απλά με `avoid:`",
                "the `regex` can't be read here: {reason}",
                "most phrases are simpler to write with `avoid:`",
            ],
        }
    )
}
