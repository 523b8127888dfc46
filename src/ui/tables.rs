//! What there is to say of a table that a team brings along.

use crate::import::{RowError, TableError};
use crate::model::Language;

/// Why a table can't be read, and what helps, in a sentence or two.
pub fn table_error(error: &TableError, language: Language) -> String {
    match language {
        Language::El => table_el(error),
        Language::En => table_en(error),
    }
}

fn table_el(error: &TableError) -> String {
    match error {
        TableError::Empty => "Ο πίνακας είναι άδειος.".to_owned(),
        TableError::NotATable => {
            "Αυτό δεν διαβάζεται ως πίνακας. Διαβάζω .xlsx, .csv, πίνακες Markdown και κείμενο με δύο στήλες.".to_owned()
        }
        TableError::BadWorkbook => {
            "Το αρχείο .xlsx δεν ανοίγει: ίσως είναι κλειδωμένο ή χαλασμένο. Στο Excel, «Αποθήκευση ως» .csv, και το διαβάζω.".to_owned()
        }
        TableError::LargeWorkbook => {
            "Το αρχείο .xlsx έχει ή δηλώνει περισσότερα από όσα διαβάζω. Αντιγράψτε μόνο τον πίνακα σε νέο αρχείο ή αποθηκεύστε τον ως .csv, και τον διαβάζω.".to_owned()
        }
        TableError::TooManyRows { limit } => {
            format!("Ο πίνακας έχει πάνω από {limit} γραμμές. Σε δύο αρχεία θα περάσει.")
        }
        TableError::OneColumn => {
            "Βλέπω μία μόνο στήλη. Χρειάζονται δύο: τι αποφεύγουμε και τι λέμε στη θέση του.".to_owned()
        }
    }
}

fn table_en(error: &TableError) -> String {
    match error {
        TableError::Empty => "The table is empty.".to_owned(),
        TableError::NotATable => {
            "I can't read this as a table. I read .xlsx, .csv, Markdown tables and text in two columns.".to_owned()
        }
        TableError::BadWorkbook => {
            "The .xlsx file does not open: it may be locked or damaged. Save it as .csv in Excel, and I can read it.".to_owned()
        }
        TableError::LargeWorkbook => {
            "The .xlsx file holds more than I can read, or claims to. Copy just the table into a new file, or save it as .csv, and I can read it.".to_owned()
        }
        TableError::TooManyRows { limit } => {
            format!("The table has more than {limit} rows. Split it into two files and I can read it all.")
        }
        TableError::OneColumn => {
            "I see only one column. I need two: what we avoid, and what we say instead.".to_owned()
        }
    }
}

/// Why a row does not fit, and what helps.
pub fn row_error(line: usize, error: &RowError, language: Language) -> String {
    let (head, text) = match language {
        Language::El => ("γραμμή", row_el(error)),
        Language::En => ("line", row_en(error)),
    };
    format!("{head} {line}: {text}")
}

fn row_el(error: &RowError) -> String {
    match error {
        RowError::OneCell => {
            "έχει μόνο μία φράση· γράψτε δίπλα τι να πούμε στη θέση της.".to_owned()
        }
        RowError::NoAvoid => "λείπει η φράση που αποφεύγουμε.".to_owned(),
        RowError::NothingToSay => {
            "λείπει τι να πούμε στη θέση της· αν απλώς φεύγει, βάλτε μια παύλα (-).".to_owned()
        }
        RowError::TooLong { limit } => {
            format!("ένα κελί έχει πάνω από {limit} χαρακτήρες· αρκεί η φράση, χωρίς τα γύρω της.")
        }
        RowError::NoWords => "η φράση δεν έχει λέξεις.".to_owned(),
        RowError::Twice { first_line } => {
            format!("η ίδια φράση υπάρχει ήδη στη γραμμή {first_line}· κρατώ εκείνη.")
        }
    }
}

fn row_en(error: &RowError) -> String {
    match error {
        RowError::OneCell => {
            "it has only one phrase; write what to say instead next to it.".to_owned()
        }
        RowError::NoAvoid => "the phrase to avoid is missing.".to_owned(),
        RowError::NothingToSay => {
            "what to say instead is missing; to just remove the phrase, put a dash (-).".to_owned()
        }
        RowError::TooLong { limit } => {
            format!("a cell has more than {limit} characters; the phrase alone is enough.")
        }
        RowError::NoWords => "the phrase has no words.".to_owned(),
        RowError::Twice { first_line } => {
            format!("the same phrase is already in line {first_line}; I keep that one.")
        }
    }
}
