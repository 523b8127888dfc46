//! What keeps a file from being read at all.

use super::Words;
use crate::model::Language;
use crate::rules::{Encoding, YamlError};
use crate::ui::said::sentences;

pub(super) fn encoding(likely: Option<Encoding>, language: Language) -> Words {
    sentences!(
        language,
        match likely {
            None => [
                "το αρχείο δεν είναι απλό κείμενο",
                "οι κανόνες γράφονται σε αρχείο κειμένου (.yaml)· από υπολογιστικό φύλλο αποθηκεύστε ως CSV UTF-8",
                "the file is not plain text",
                "rules are written in a text file (.yaml); from a spreadsheet save as CSV UTF-8",
            ],
            Some(Encoding::DamagedUtf8) => [
                "εδώ υπάρχει ένα χαλασμένο γράμμα: το αρχείο είναι UTF-8, αλλά όχι ολόκληρο",
                "σβήστε τη λέξη, γράψτε την ξανά και αποθηκεύστε το αρχείο με κωδικοποίηση UTF-8",
                "there is a damaged letter here: the file is UTF-8, but not all of it",
                "delete the word, type it again and save the file with the encoding UTF-8",
            ],
            Some(encoding) => [
                "το αρχείο δεν είναι σε UTF-8· μοιάζει με {encoding}",
                "αποθηκεύστε το ως UTF-8: στο Σημειωματάριο, Αρχείο › Αποθήκευση ως › Κωδικοποίηση › UTF-8",
                "the file is not in UTF-8; it looks like {encoding}",
                "save it as UTF-8: in Notepad, File › Save as › Encoding › UTF-8",
                encoding = encoding.name(),
            ],
        }
    )
}

pub(super) fn yaml(error: &YamlError, language: Language) -> Words {
    sentences!(
        language,
        match error {
            YamlError::TooLarge { limit } => [
                "το αρχείο είναι πολύ μεγάλο",
                "χωρά έως {limit} MB· χωρίστε το σε μικρότερα",
                "the file is too large",
                "it may have up to {limit} MB; split it into smaller ones",
            ],
            YamlError::TooDeep { limit } => [
                "οι λίστες είναι η μία μέσα στην άλλη πάνω από {limit} φορές",
                "δείτε αν ξέφυγε κάποια αγκύλη `[` ή κάποιο άγκιστρο `{{`· ένα αρχείο κανόνων θέλει έως έξι επίπεδα",
                "lists are nested more than {limit} deep",
                "look for a stray `[` or `{{`; a rule file needs up to six",
            ],
            YamlError::TooManyAliases { limit } => [
                "το αρχείο επαναλαμβάνει τον εαυτό του πάρα πολλές φορές (`&όνομα`, `*όνομα`)",
                "χωρούν έως {limit} επαναλήψεις· γράψτε τα κείμενα όπως είναι, χωρίς `&` και `*`",
                "the file repeats itself too many times (`&name`, `*name`)",
                "there may be up to {limit} repetitions; write the texts as they are, without `&` and `*`",
            ],
            YamlError::TooMany { limit } => [
                "το αρχείο έχει πάρα πολλά στοιχεία",
                "χωρούν έως {limit} τιμές· χωρίστε το σε μικρότερα",
                "the file has too many values",
                "there may be up to {limit}; split it into smaller ones",
            ],
            YamlError::SeveralDocuments => [
                "το `---` αρχίζει δεύτερο αρχείο μέσα στο ίδιο",
                "σβήστε τη γραμμή με το `---`, ή χωρίστε τα σε δύο αρχεία",
                "`---` begins a second file within this one",
                "delete the line with `---`, or split it into two files",
            ],
            YamlError::Tab => [
                "η γραμμή αρχίζει με στηλοθέτη (Tab)",
                "βάλτε στη θέση του κενά, ώστε η γραμμή να αρχίζει ακριβώς κάτω από το όνομα της προηγούμενης γραμμής",
                "the line begins with a tab",
                "put spaces in its place, so that the line begins right below the name in the line before",
            ],
            YamlError::NoBreakSpace => [
                "υπάρχει «σκληρό» κενό, που μοιάζει με κενό αλλά δεν είναι",
                "σβήστε το και γράψτε ένα απλό κενό με το πλήκτρο διαστήματος",
                "there is a no-break space, which looks like a space but is not one",
                "delete it and type a plain space",
            ],
            YamlError::NoSpaceAfterDash => [
                "λείπει κενό μετά την παύλα",
                "βάλτε ένα κενό μετά το `-`, όπως στο `- avoid: κείμενο`· οι άλλες γραμμές του ίδιου κανόνα αρχίζουν κάτω από το `avoid`",
                "there is no space after the dash",
                "put a space after the `-`, as in `- avoid: text`; the other lines of the same rule begin below `avoid`",
            ],
            YamlError::NotADash(sign) => [
                "εδώ χρειάζεται παύλα (-), αλλά υπάρχει `{sign}`",
                "βάλτε στη θέση του μια απλή παύλα και ένα κενό: `- avoid: κείμενο`",
                "a dash (-) is needed here, but there is `{sign}`",
                "put a plain dash and a space in its place: `- avoid: text`",
            ],
            YamlError::NotAColon(sign) => [
                "μετά το όνομα χρειάζεται άνω και κάτω τελεία (:), αλλά υπάρχει `{sign}`",
                "βάλτε στη θέση του `:` και ένα κενό, όπως στο `prefer: κείμενο`",
                "a colon (:) is needed after the name, but there is `{sign}`",
                "put `:` and a space in its place, as in `prefer: text`",
            ],
            YamlError::Number => [
                "οι κανόνες δεν αριθμούνται· μπροστά έχουν μια παύλα",
                "βάλτε στη θέση του αριθμού μια παύλα και ένα κενό: `- avoid: κείμενο`",
                "rules have no numbers; a dash stands before each",
                "put a dash and a space in place of the number: `- avoid: text`",
            ],
            YamlError::Slashes => [
                "η σημείωση αρχίζει με `//`, που εδώ δεν σημαίνει τίποτα",
                "αρχίστε τη σημείωση με `#`, σε δική της γραμμή",
                "the note begins with `//`, which means nothing here",
                "begin the note with `#`, on a line of its own",
            ],
            YamlError::CodeFence => [
                "τα ``` ανήκουν στη συνομιλία και όχι στο αρχείο",
                "σβήστε ολόκληρη τη γραμμή· το ίδιο και στο τέλος",
                "``` belongs to the chat and not to the file",
                "delete the whole line, and the one at the end too",
            ],
            YamlError::TableRow => [
                "αυτή είναι γραμμή πίνακα και όχι κανόνας",
                "ανεβάστε τον πίνακα μόνο του, σε δικό του αρχείο (.md, .csv, .xlsx): γίνεται κανόνες από μόνος του",
                "this is a row of a table and not a rule",
                "upload the table alone, in a file of its own (.md, .csv, .xlsx): it becomes rules by itself",
            ],
            YamlError::OpenBracket => [
                "η αγκύλη `[` ανοίγει και δεν κλείνει",
                "κλείστε τη με `]` στο τέλος της γραμμής, ή γράψτε κάθε φράση σε δική της γραμμή με παύλα",
                "the bracket `[` is opened and not closed",
                "close it with `]` at the end of the line, or write each phrase on a line of its own with a dash",
            ],
            YamlError::NoRulesLine => [
                "πάνω από τους κανόνες λείπει η γραμμή `rules:`",
                "γράψτε πρώτα `language: el` και μετά `rules:`, και βάλτε δύο κενά μπροστά από κάθε γραμμή των κανόνων",
                "the line `rules:` is missing above the rules",
                "write `language: en` first and then `rules:`, and put two spaces before each line of the rules",
            ],
            YamlError::MissingColon => [
                "μετά το όνομα λείπει η άνω και κάτω τελεία (:)",
                "βάλτε `:` και ένα κενό μετά το όνομα, όπως στο `unless: κείμενο`",
                "the colon (:) is missing after the name",
                "put `:` and a space after the name, as in `unless: text`",
            ],
            YamlError::LoneDash => [
                "εδώ χρειάζεται κείμενο, αλλά υπάρχει μόνο μια παύλα",
                "γράψτε τι να λέμε στη θέση της φράσης· αν η φράση απλώς φεύγει, γράψτε `remove: true` αντί για `prefer: -`",
                "a text is needed here, and there is only a dash",
                "write what to say in place of the phrase; if the phrase should just go, write `remove: true` instead of `prefer: -`",
            ],
            YamlError::ColonInText => [
                "το κείμενο έχει άνω και κάτω τελεία και δεν είναι σε εισαγωγικά",
                "βάλτε όλο το κείμενο σε εισαγωγικά: 'Προσοχή: το δέμα έφυγε'",
                "the text has a colon in it and is not in quotes",
                "put the whole text in quotes: 'Please note: the parcel has left'",
            ],
            YamlError::NoSpaceAfterColon => [
                "λείπει κενό μετά την άνω και κάτω τελεία",
                "γράψτε `avoid: κείμενο`, με κενό μετά το `:`",
                "there is no space after the colon",
                "write `avoid: text`, with a space after the `:`",
            ],
            YamlError::OpenQuote => [
                "τα εισαγωγικά ανοίγουν και δεν κλείνουν",
                "κλείστε τα με το ίδιο σημάδι· μέσα σε '…' η απόστροφος γράφεται δύο φορές: 'απ'' όλους'",
                "the quotes are opened and not closed",
                "close them with the same sign; inside '…' an apostrophe is written twice: 'it''s here'",
            ],
            YamlError::TextAfterQuote => [
                "μετά τα εισαγωγικά που κλείνουν υπάρχει κι άλλο κείμενο",
                "βάλτε όλο το κείμενο μέσα στα εισαγωγικά· μέσα σε '…' η απόστροφος γράφεται δύο φορές: 'απ'' όλους'",
                "there is more text after the closing quote",
                "put the whole text inside the quotes; inside '…' an apostrophe is written twice: 'it''s here'",
            ],
            YamlError::SignAtStart('`') => [
                "το κείμενο αρχίζει με ανάποδο τόνο, που εδώ σημαίνει κάτι άλλο",
                "βάλτε όλο το κείμενο σε εισαγωγικά: '…'",
                "the text begins with a backtick, which means something else here",
                "put the whole text in quotes: '…'",
            ],
            YamlError::SignAtStart(sign) => [
                "το κείμενο αρχίζει με `{sign}`, που εδώ σημαίνει κάτι άλλο",
                "βάλτε όλο το κείμενο σε εισαγωγικά: '…'",
                "the text begins with `{sign}`, which means something else here",
                "put the whole text in quotes: '…'",
            ],
            YamlError::Character(character) => [
                "υπάρχει ένα σημάδι που δεν ανήκει σε αρχείο κειμένου (`{character}`)",
                "σβήστε το και γράψτε ξανά τη γραμμή",
                "there is a sign that does not belong in a text file (`{character}`)",
                "delete it and write the line again",
                character = character.escape_default(),
            ],
            YamlError::Indentation => [
                "η γραμμή δεν είναι στη σωστή θέση",
                "όσες γραμμές πάνε μαζί αρχίζουν στο ίδιο βάθος, με ίδιο αριθμό κενών· δείτε και την προηγούμενη γραμμή",
                "the line is in the wrong place",
                "lines that belong together begin at the same depth, with the same number of spaces; look at the line before as well",
            ],
            YamlError::Other => [
                "η γραμμή δεν διαβάζεται",
                "συγκρίνετέ τη με μια γραμμή που δουλεύει: `όνομα: κείμενο`· αν το κείμενο έχει σύμβολα ή σημεία στίξης, βάλτε το σε εισαγωγικά",
                "the line can't be read",
                "compare it with a line that works: `name: text`; if the text has signs in it, put it in quotes",
            ],
        }
    )
}
