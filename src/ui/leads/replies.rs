//! `/rules replies`: canned replies, looked through all at once.

use super::{Replacement, quoted, said};
use crate::import::TableError;
use crate::model::Language;
use crate::ui::Said;

/// No file came with the command.
pub const NO_FILE: Said = said(
    "Επισυνάψτε το αρχείο με τις απαντήσεις (.txt, .csv ή .xlsx), και τις κοιτάζω όλες μαζί.",
    "Attach the file with the replies (.txt, .csv or .xlsx), and I look at all of them at once.",
);

/// Why a file of replies can't be read, and what helps.
pub fn not_read(error: &TableError, language: Language) -> String {
    let said = match error {
        TableError::Empty => said(
            "Δεν βρήκα καμία απάντηση στο αρχείο. Σε κείμενο, αφήστε μια κενή γραμμή ανάμεσα στις απαντήσεις· σε πίνακα, μία σε κάθε γραμμή.",
            "I found no reply in the file. In a text, leave an empty line between replies; in a table, one a row.",
        ),
        TableError::NotATable
        | TableError::OneColumn
        | TableError::NoTableInDocument
        | TableError::OtherFile(_)
        | TableError::OtherTool(_) => said(
            "Αυτό το αρχείο δεν είναι κείμενο που διαβάζω. Στείλτε τις απαντήσεις σε .txt, .csv ή .xlsx.",
            "This file is no text that I can read. Send the replies as .txt, .csv or .xlsx.",
        ),
        TableError::BadWorkbook => said(
            "Το αρχείο .xlsx δεν ανοίγει: ίσως είναι κλειδωμένο ή χαλασμένο. Στο Excel, «Αποθήκευση ως» .csv, και το διαβάζω.",
            "The .xlsx file does not open: it may be locked or damaged. Save it as .csv in Excel, and I can read it.",
        ),
        TableError::LargeWorkbook => said(
            "Το αρχείο .xlsx έχει ή δηλώνει περισσότερα από όσα διαβάζω. Αντιγράψτε μόνο τις απαντήσεις σε νέο αρχείο ή αποθηκεύστε τις ως .csv, και τις διαβάζω.",
            "The .xlsx file holds more than I read, or says that it does. Copy just the replies into a new file, or save them as .csv, and I can read them.",
        ),
        TableError::TooManyRows { limit } => {
            return match language {
                Language::El => {
                    format!("Κοιτάζω έως {limit} απαντήσεις μαζί. Σε δύο αρχεία θα περάσουν όλες.")
                }
                Language::En => format!(
                    "I look at up to {limit} replies at once. In two files they will all pass."
                ),
            };
        }
    };
    said.to(language).to_owned()
}

/// Above the report.
pub const TITLE: Said = said("Οι έτοιμες απαντήσεις σας", "Your canned replies");

/// How it went, in a sentence.
pub fn outcome(total: usize, flagged: usize, language: Language) -> String {
    match (total, flagged, language) {
        (1, 0, Language::El) => "Μία απάντηση, και είναι μια χαρά όπως είναι.".to_owned(),
        (1, 0, Language::En) => "One reply, and it is fine as it is.".to_owned(),
        (1, _, Language::El) => "Μία απάντηση, και έχω κάτι να προτείνω.".to_owned(),
        (1, _, Language::En) => "One reply, and I have an idea for it.".to_owned(),
        (_, 0, Language::El) => format!("{total} απαντήσεις, και όλες είναι μια χαρά όπως είναι."),
        (_, 0, Language::En) => format!("{total} replies, and all of them are fine as they are."),
        (_, 1, Language::El) => format!("{total} απαντήσεις: για τη μία έχω κάτι να προτείνω."),
        (_, 1, Language::En) => format!("{total} replies: I have an idea for one of them."),
        (_, _, Language::El) => {
            format!("{total} απαντήσεις: για τις {flagged} έχω κάτι να προτείνω.")
        }
        (_, _, Language::En) => format!("{total} replies: I have an idea for {flagged} of them."),
    }
}

/// Above the rules that speak most often.
pub const OFTEN: Said = said("Πιο συχνά", "Most often");

/// A rule with the number of replies in which it speaks.
pub fn often(phrase: &str, replies: usize, language: Language) -> String {
    let phrase = quoted(phrase, language);
    match (replies, language) {
        (1, Language::El) => format!("{phrase} · σε 1 απάντηση"),
        (_, Language::El) => format!("{phrase} · σε {replies} απαντήσεις"),
        (1, Language::En) => format!("{phrase} · in 1 reply"),
        (_, Language::En) => format!("{phrase} · in {replies} replies"),
    }
}

/// Above a reply: where it stands.
pub fn line(number: usize, language: Language) -> String {
    match language {
        Language::El => format!("Γραμμή {number}"),
        Language::En => format!("Line {number}"),
    }
}

/// Something that was found, with what becomes of it.
pub fn finding(
    phrase: &str,
    instead: &Replacement,
    why: Option<&str>,
    language: Language,
) -> String {
    match (instead, why) {
        (Replacement::Advice, Some(why)) => format!("{} · {why}", quoted(phrase, language)),
        _ => super::becomes(phrase, instead, language),
    }
}

/// Replies that are too long to be looked at, by their lines.
pub fn too_long(lines: &[usize], language: Language) -> String {
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    let lines = lines.join(", ");
    match language {
        Language::El => format!("Πολύ μεγάλες για να τις κοιτάξω, στις γραμμές: {lines}."),
        Language::En => format!("Too long for me to look at, in lines: {lines}."),
    }
}

/// What the file holds.
pub fn file_holds(flagged: usize, language: Language) -> String {
    let whole = match (flagged, language) {
        (1, Language::El) => "Στο αρχείο είναι ολόκληρη, με το νέο κείμενο.".to_owned(),
        (_, Language::El) => {
            format!("Στο αρχείο είναι και οι {flagged}, καθεμιά με το νέο κείμενό της.")
        }
        (1, Language::En) => "The file has all of it, with its new text.".to_owned(),
        (_, Language::En) => format!("The file has all {flagged} of them, each with its new text."),
    };
    let rest = said(
        "Ό,τι βλέπετε σε [αγκύλες] το συμπληρώνει όποιος γράφει. Από τις απαντήσεις δεν κράτησα τίποτα.",
        "What stands in [brackets] is for whoever writes. I have kept nothing of the replies.",
    );
    format!("{whole} {}", rest.to(language))
}

/// The name of the file, without its ending.
pub const FILE_NAME: Said = said("απαντήσεις-με-προτάσεις", "replies-with-ideas");
/// The heads of its columns: line, reply, reworded, what was found.
pub const HEADS: [Said; 4] = [
    said("Γραμμή", "Line"),
    said("Απάντηση", "Reply"),
    said("Με άλλα λόγια", "Reworded"),
    said("Τι άλλαξε", "What changed"),
];
