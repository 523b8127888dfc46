//! What there is to say of a table that a team brings along.

use super::Language;
use crate::rules::import::{RowTrouble, TableTrouble};

/// Why a table can't be read, and what helps, in a sentence or two.
pub fn table_trouble(trouble: &TableTrouble, language: Language) -> String {
    match language {
        Language::El => table_el(trouble),
        Language::En => table_en(trouble),
    }
}

fn table_el(trouble: &TableTrouble) -> String {
    match trouble {
        TableTrouble::Empty => "Ο πίνακας είναι άδειος.".to_owned(),
        TableTrouble::NotATable => {
            "Αυτό δεν διαβάζεται ως πίνακας. Διαβάζω .xlsx, .csv, πίνακες Markdown και κείμενο με δύο στήλες.".to_owned()
        }
        TableTrouble::BadWorkbook => {
            "Το αρχείο .xlsx δεν ανοίγει: ίσως είναι κλειδωμένο ή χαλασμένο. Στο Excel, «Αποθήκευση ως» .csv, και το διαβάζω.".to_owned()
        }
        TableTrouble::LargeWorkbook => {
            "Το αρχείο .xlsx έχει ή δηλώνει περισσότερα από όσα διαβάζω. Αντιγράψτε μόνο τον πίνακα σε νέο αρχείο ή αποθηκεύστε τον ως .csv, και τον διαβάζω.".to_owned()
        }
        TableTrouble::TooManyRows { limit } => {
            format!("Ο πίνακας έχει πάνω από {limit} γραμμές. Σε δύο αρχεία θα περάσει.")
        }
        TableTrouble::OneColumn => {
            "Βλέπω μία μόνο στήλη. Χρειάζονται δύο: τι αποφεύγουμε και τι λέμε στη θέση του.".to_owned()
        }
    }
}

fn table_en(trouble: &TableTrouble) -> String {
    match trouble {
        TableTrouble::Empty => "The table is empty.".to_owned(),
        TableTrouble::NotATable => {
            "I can't read this as a table. I read .xlsx, .csv, Markdown tables and text in two columns.".to_owned()
        }
        TableTrouble::BadWorkbook => {
            "The .xlsx file does not open: it may be locked or damaged. Save it as .csv in Excel, and I can read it.".to_owned()
        }
        TableTrouble::LargeWorkbook => {
            "The .xlsx file holds more than I read, or says that it does. Copy just the table into a new file, or save it as .csv, and I can read it.".to_owned()
        }
        TableTrouble::TooManyRows { limit } => {
            format!("The table has more than {limit} rows. In two files it will pass.")
        }
        TableTrouble::OneColumn => {
            "I see one column only. It takes two: what we avoid, and what we say instead.".to_owned()
        }
    }
}

/// Why a row does not fit, and what helps.
pub fn row_trouble(line: usize, trouble: &RowTrouble, language: Language) -> String {
    let (head, text) = match language {
        Language::El => ("γραμμή", row_el(trouble)),
        Language::En => ("line", row_en(trouble)),
    };
    format!("{head} {line}: {text}")
}

fn row_el(trouble: &RowTrouble) -> String {
    match trouble {
        RowTrouble::OneCell => {
            "έχει μόνο μία φράση· γράψτε δίπλα τι να πούμε στη θέση της.".to_owned()
        }
        RowTrouble::NoAvoid => "λείπει η φράση που αποφεύγουμε.".to_owned(),
        RowTrouble::NothingToSay => {
            "λείπει τι να πούμε στη θέση της· αν απλώς φεύγει, βάλτε μια παύλα (-).".to_owned()
        }
        RowTrouble::TooLong { limit } => {
            format!("ένα κελί έχει πάνω από {limit} χαρακτήρες· αρκεί η φράση, χωρίς τα γύρω της.")
        }
        RowTrouble::NoWords => "η φράση δεν έχει λέξεις.".to_owned(),
        RowTrouble::Twice { first_line } => {
            format!("η ίδια φράση υπάρχει ήδη στη γραμμή {first_line}· κρατώ εκείνη.")
        }
    }
}

fn row_en(trouble: &RowTrouble) -> String {
    match trouble {
        RowTrouble::OneCell => {
            "it has one phrase only; write beside it what to say instead.".to_owned()
        }
        RowTrouble::NoAvoid => "the phrase to avoid is missing.".to_owned(),
        RowTrouble::NothingToSay => {
            "what to say instead is missing; if the phrase just goes, put a dash (-).".to_owned()
        }
        RowTrouble::TooLong { limit } => {
            format!(
                "a cell has more than {limit} characters; the phrase is enough, without what stands around it."
            )
        }
        RowTrouble::NoWords => "the phrase has no words.".to_owned(),
        RowTrouble::Twice { first_line } => {
            format!("the same phrase stands in line {first_line} already; I keep that one.")
        }
    }
}
