//! What the program could not do, in words.

use std::io::ErrorKind;

use super::table_error;
use crate::import::TableError;
use crate::model::Language;
use crate::text::MAX_DRAFT_CHARS;
use crate::ui::said::{say, sentences};

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No draft was given, and none is piped in.
    NoDraft,
    /// A draft has more characters than are checked.
    DraftTooLong {
        /// Its length in characters.
        found: usize,
    },
    /// A draft is not UTF-8 text.
    DraftNotUtf8,
    /// A file could not be read.
    CannotRead {
        /// As the user named it.
        path: String,
        /// What the system says.
        kind: ErrorKind,
    },
    /// The token itself was given where a path belongs.
    TokenAsPath,
    /// An input is larger than what is read.
    TooLarge {
        /// As the user named it.
        path: String,
        /// In bytes.
        limit: usize,
    },
    /// A folder without a rule file.
    NoRuleFiles {
        /// As the user named it.
        path: String,
    },
    /// A folder with more rule files, or deeper, than are read.
    TooManyFiles {
        /// As the user named it.
        path: String,
        /// How many are read.
        limit: usize,
    },
    /// No rule has this id.
    UnknownRule {
        /// As the user wrote it.
        id: String,
        /// The id that is most like it.
        nearest: Option<String>,
    },
    /// Several rules end so.
    SeveralRules {
        /// As the user wrote it.
        id: String,
        ids: Vec<String>,
    },
    /// A file can't be read as a table.
    NotATable {
        /// As the user named it.
        path: String,
        /// Why.
        error: TableError,
    },
    /// The target of a copy already exists.
    PlaceTaken {
        /// Where.
        path: String,
    },
    /// No room is left for a copy.
    NoRoom {
        /// Where.
        path: String,
    },
    /// A copy can't be written where it was to go.
    CannotCopy {
        /// Where.
        path: String,
    },
    /// Nothing is remembered there.
    NoDatabase {
        /// Where.
        path: String,
    },
    /// The database can't be opened or read.
    DatabaseOutOfReach {
        /// Where.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// The system does not let us use the database.
    DatabaseForbidden {
        /// Where.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// The database, or its disk, can't be written to.
    DatabaseReadOnly {
        /// Where.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// The database is another program's.
    DatabaseForeign {
        /// Where.
        path: String,
    },
    /// There is nothing in the database.
    DatabaseEmpty {
        /// Where.
        path: String,
    },
    /// The address of a database of a kind that is not supported.
    DatabaseUrl {
        /// As the user wrote it.
        kind: String,
    },
    /// Somebody has the database open that is to be replaced.
    DatabaseOpen {
        /// Where.
        path: String,
    },
    /// Somebody else holds the database.
    DatabaseBusy {
        /// Where.
        path: String,
    },
    /// The database can't be read.
    DatabaseDamaged {
        /// Where.
        path: String,
    },
    /// A later version of the program has written it.
    DatabaseLater {
        /// Where.
        path: String,
    },
    /// The system does not tell where data belongs.
    NoDataFolder,
    /// No time zone has this name.
    UnknownZone {
        /// As the user wrote it.
        name: String,
        /// The name that is most like it.
        nearest: Option<String>,
    },
    /// No tip is in this language.
    NoTips {
        /// As the user wrote it.
        tag: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// No rule is in this language.
    UnknownLanguage {
        /// As the user wrote it.
        tag: String,
        /// Those that there are.
        known: Vec<String>,
    },
}

/// After a copy was made.
pub fn backed_up(from: &str, to: &str, language: Language) -> String {
    say!(language, "Το αντίγραφο του «{from}» είναι στο «{to}».\n", "{from} was copied to {to}.\n")
}

/// After a backup was put in place.
pub fn restored(from: &str, to: &str, aside: Option<&str>, language: Language) -> String {
    sentences!(
        language,
        match aside {
            Some(aside) => [
                "Το «{to}» είναι τώρα όπως στο «{from}»· ό,τι υπήρχε πριν είναι στο «{aside}».\n",
                "{to} was restored from {from}; what was there before is in {aside}.\n",
            ],
            None =>
                ["Το «{to}» είναι τώρα όπως στο «{from}».\n", "{to} was restored from {from}.\n"],
        }
    )
}

/// A refusal in one sentence.
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    sentences!(
        language,
        match refusal {
            Refusal::NoDraft => [
                "Ποιο μήνυμα; Δώστε το στην εντολή, π.χ. kalologos check \"Δεν μπορώ να σας βοηθήσω.\", με --file ή από σωλήνωση.",
                "Which draft? Give it on the command line, such as kalologos check \"I can't help you.\", with --file, or through a pipe.",
            ],
            Refusal::DraftTooLong { found } => [
                "Το μήνυμα έχει {found} χαρακτήρες· διαβάζω έως {MAX_DRAFT_CHARS} τη φορά. Αν το χωρίσετε σε δύο ή τρία κομμάτια, το βλέπουμε όλο.",
                "The draft has {found} characters; I read up to {MAX_DRAFT_CHARS} at a time. Split it into two or three parts and I can check all of it.",
            ],
            Refusal::DraftNotUtf8 => [
                "Το μήνυμα δεν είναι κείμενο UTF-8, οπότε δεν διαβάζεται.",
                "The draft is not UTF-8 text, so it can't be read.",
            ],
            Refusal::CannotRead { path, kind: ErrorKind::NotFound } =>
                ["Δεν βρίσκω το «{path}».", "I can't find “{path}”.",],
            Refusal::CannotRead { path, kind: ErrorKind::PermissionDenied } =>
                ["Δεν έχω δικαίωμα να διαβάσω το «{path}».", "I am not allowed to read “{path}”.",],
            Refusal::CannotRead { path, kind: ErrorKind::IsADirectory } => [
                "Το «{path}» είναι φάκελος· χρειάζομαι αρχείο.",
                "“{path}” is a folder; I need a file.",
            ],
            Refusal::CannotRead { path, kind } =>
                ["Το «{path}» δεν διαβάζεται ({kind}).", "“{path}” can't be read ({kind}).",],
            Refusal::TokenAsPath => [
                "Εκεί πάει το όνομα ενός αρχείου, και αυτό μοιάζει με το ίδιο το token. Βάλτε το σε ένα αρχείο που διαβάζετε μόνο εσείς, και δώστε μου το όνομά του.",
                "This should be the name of a file, but it looks like the token itself. Put the token in a file that only you can read, and give me the name of that file.",
            ],
            Refusal::TooLarge { path, limit } => [
                "Το «{path}» είναι πολύ μεγάλο· διαβάζω έως {mib} MB.",
                "“{path}” is too large; I read up to {mib} MB.",
                mib = limit >> 20,
            ],
            Refusal::NoRuleFiles { path } => [
                "Στον φάκελο «{path}» δεν υπάρχει αρχείο κανόνων (.yaml).",
                "The folder “{path}” has no rule file (.yaml).",
            ],
            Refusal::TooManyFiles { path, limit } => [
                "Ο φάκελος «{path}» έχει πάνω από {limit} αρχεία ή πολλούς φακέλους τον έναν μέσα στον άλλο.",
                "The folder “{path}” has more than {limit} files, or too many folders inside one another.",
            ],
            Refusal::UnknownRule { id, nearest: Some(nearest) } => [
                "Δεν υπάρχει κανόνας «{id}»· μήπως εννοείτε «{nearest}»;",
                "There is no rule “{id}”; did you mean “{nearest}”?",
            ],
            Refusal::UnknownRule { id, nearest: None } => [
                "Δεν υπάρχει κανόνας «{id}»· όλους τους δείχνει η εντολή kalologos rules list.",
                "There is no rule “{id}”; kalologos rules list shows all of them.",
            ],
            Refusal::SeveralRules { id, ids } => [
                "Σε «{id}» τελειώνει το όνομα πολλών κανόνων· ποιον εννοείτε; {ids}",
                "Several rules end in “{id}”; which do you mean? {ids}",
                ids = ids.join(", "),
            ],
            Refusal::NotATable { path, error } =>
                ["{path}: {error}", "{path}: {error}", error = table_error(error, language),],
            Refusal::PlaceTaken { path } => [
                "Το «{path}» υπάρχει ήδη, οπότε το άφησα όπως είναι· δώστε ένα νέο όνομα για το αντίγραφο.",
                "{path} already exists, so I left it alone; give the copy a new name.",
            ],
            Refusal::NoRoom { path } => [
                "Δεν υπάρχει χώρος για το αντίγραφο «{path}».",
                "There is no space left for the copy {path}.",
            ],
            Refusal::CannotCopy { path } => [
                "Το αντίγραφο «{path}» δεν γράφεται εκεί· δοκιμάστε άλλον φάκελο.",
                "I can't write the copy {path} there; try another folder.",
            ],
            Refusal::NoDatabase { path } => [
                "Δεν βρίσκω δεδομένα στο «{path}»· πείτε μου πού είναι, με --data.",
                "I found no data at {path}; use --data to say where it is.",
            ],
            Refusal::DatabaseOutOfReach { path, reason } =>
                ["Το «{path}» δεν ανοίγει ({reason}).", "{path} can't be opened ({reason}).",],
            Refusal::DatabaseForbidden { path, reason } => [
                "Δεν έχω δικαίωμα να γράψω στο «{path}» ({reason}). Δείτε σε ποιον ανήκει το αρχείο και ο φάκελός του.",
                "I am not allowed to write to {path} ({reason}). Check who owns the file and its folder.",
            ],
            Refusal::DatabaseReadOnly { path, reason } => [
                "Στο «{path}» δεν γράφεται τίποτα, ή ο δίσκος του είναι μόνο για ανάγνωση ({reason}).",
                "{path} can't be written to, or its disk is read-only ({reason}).",
            ],
            Refusal::DatabaseForeign { path } => [
                "Το «{path}» ανήκει σε άλλο πρόγραμμα, οπότε δεν το άγγιξα· πείτε μου ποιο είναι το δικό μου, με --data.",
                "{path} belongs to another program, so I left it alone; use --data to say which file is mine.",
            ],
            Refusal::DatabaseEmpty { path } => [
                "Στο «{path}» δεν υπάρχει τίποτα για αντίγραφο.",
                "There is nothing in {path} to copy.",
            ],
            Refusal::DatabaseUrl { kind } => [
                "Βάσεις {kind} δεν υποστηρίζονται· το --data θέλει τη διαδρομή ενός αρχείου, π.χ. /var/lib/kalologos/kalologos.sqlite.",
                "{kind} databases are not supported; --data takes the path of a file, such as /var/lib/kalologos/kalologos.sqlite.",
            ],
            Refusal::DatabaseOpen { path } => [
                "Το «{path}» είναι ανοιχτό από άλλο πρόγραμμα. Σταματήστε πρώτα το bot και δοκιμάστε ξανά.",
                "Another program has {path} open. Stop the bot first, then try again.",
            ],
            Refusal::DatabaseBusy { path } => [
                "Το «{path}» είναι απασχολημένο αυτή τη στιγμή· δοκιμάστε ξανά σε λίγο.",
                "{path} is busy right now; try again in a moment.",
            ],
            Refusal::DatabaseDamaged { path } => [
                "Το «{path}» δεν διαβάζεται σωστά, οπότε δεν το άγγιξα. Κρατήστε το όπως είναι και δείτε το docs/operations.md.",
                "{path} can't be read properly, so I left it alone. Keep it as it is, and see docs/operations.md.",
            ],
            Refusal::DatabaseLater { path } => [
                "Το «{path}» το έγραψε νεότερη έκδοσή μου, οπότε δεν το άγγιξα. Με εκείνη την έκδοση ή νεότερη όλα συνεχίζουν.",
                "{path} was written by a later version of me, so I left it alone. Use that version or a later one.",
            ],
            Refusal::NoDataFolder => [
                "Το σύστημα δεν λέει πού φυλάσσονται δεδομένα· πείτε μου εσείς πού, με --data.",
                "The system does not say where to keep data; tell me with --data.",
            ],
            Refusal::UnknownZone { name, nearest: Some(nearest) } => [
                "Δεν υπάρχει ζώνη ώρας «{name}»· μήπως εννοείτε «{nearest}»;",
                "There is no time zone “{name}”; did you mean “{nearest}”?",
            ],
            Refusal::UnknownZone { name, nearest: None } => [
                "Δεν υπάρχει ζώνη ώρας «{name}»· γράψτε τη με ήπειρο και πόλη, π.χ. Europe/Athens.",
                "There is no time zone “{name}”; write a continent and a city, such as Europe/Athens.",
            ],
            Refusal::NoTips { tag, known } if known.is_empty() => [
                "Δεν υπάρχουν συμβουλές στη γλώσσα «{tag}».",
                "There are no tips in the language “{tag}”.",
            ],
            Refusal::NoTips { tag, known } => [
                "Δεν υπάρχουν συμβουλές στη γλώσσα «{tag}»· υπάρχουν σε: {known}.",
                "There are no tips in the language “{tag}”; there are some in: {known}.",
                known = known.join(", "),
            ],
            Refusal::UnknownLanguage { tag, known } => [
                "Δεν υπάρχουν κανόνες για τη γλώσσα «{tag}»· υπάρχουν για: {known}.",
                "There are no rules in the language “{tag}”; there are some in: {known}.",
                known = known.join(", "),
            ],
        }
    )
}

/// The result could not be written out.
pub fn cannot_write(kind: ErrorKind, language: Language) -> String {
    say!(language, "Το αποτέλεσμα δεν γράφεται ({kind}).", "The result can't be written ({kind}).")
}
