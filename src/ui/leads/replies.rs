//! `/rules replies`: canned replies, checked all together.

use super::{Replacement, quoted};
use crate::import::TableError;
use crate::model::Language;
use crate::ui::Said;
use crate::ui::said::{said, say, sentences};

/// No file came with the command.
pub const NO_FILE: Said = said(
    "Επισυνάψτε το αρχείο με τις απαντήσεις (.txt, .csv ή .xlsx), και τις κοιτάζω όλες μαζί.",
    "Attach the file with the replies (.txt, .csv or .xlsx) and I will look at all of them at once.",
);

/// Why a file of replies can't be read, and what helps.
pub fn not_read(error: &TableError, language: Language) -> String {
    let said = match error {
        TableError::Empty => said(
            "Δεν βρήκα καμία απάντηση στο αρχείο. Σε κείμενο, αφήστε μια κενή γραμμή ανάμεσα στις απαντήσεις· σε πίνακα, μία σε κάθε γραμμή.",
            "I found no replies in the file. In a text file, leave an empty line between replies; in a table, put one in each row.",
        ),
        TableError::NotATable
        | TableError::OneColumn
        | TableError::NoTableInDocument
        | TableError::OtherFile(_)
        | TableError::OtherTool(_) => said(
            "Αυτό το αρχείο δεν είναι κείμενο που διαβάζω. Στείλτε τις απαντήσεις σε .txt, .csv ή .xlsx.",
            "I can't read this file as text. Send the replies as .txt, .csv or .xlsx.",
        ),
        TableError::BadWorkbook => said(
            "Το αρχείο .xlsx δεν ανοίγει: ίσως είναι κλειδωμένο ή χαλασμένο. Στο Excel, «Αποθήκευση ως» .csv, και το διαβάζω.",
            "The .xlsx file does not open: it may be locked or damaged. Save it as .csv in Excel, and I can read it.",
        ),
        TableError::LargeWorkbook => said(
            "Το αρχείο .xlsx είναι μεγαλύτερο από όσο μπορώ να διαβάσω. Αντιγράψτε μόνο τις απαντήσεις σε νέο αρχείο ή αποθηκεύστε τις ως .csv, και τις διαβάζω.",
            "The .xlsx file is larger than I can read. Copy just the replies into a new file, or save them as .csv, and I can read them.",
        ),
        TableError::TooManyRows { limit } => {
            return say!(
                language,
                "Κοιτάζω έως {limit} απαντήσεις μαζί. Χωρίστε τις σε περισσότερα αρχεία, και τις κοιτάζω όλες.",
                "I can look at up to {limit} replies at once. Split them into smaller files and I can read them all.",
            );
        }
    };
    said.to(language).to_owned()
}

/// Above the report.
pub const TITLE: Said = said("Οι έτοιμες απαντήσεις σας", "Your canned replies");

/// How it went, in a sentence.
pub fn outcome(total: usize, flagged: usize, language: Language) -> String {
    sentences!(
        language,
        match (total, flagged) {
            (1, 0) => [
                "Μία απάντηση, και είναι μια χαρά όπως είναι.",
                "One reply, and it is fine as it is.",
            ],
            (1, _) =>
                ["Μία απάντηση, και έχω κάτι να προτείνω.", "One reply, and I have an idea for it.",],
            (_, 0) => [
                "{total} απαντήσεις, και όλες είναι μια χαρά όπως είναι.",
                "{total} replies, and all of them are fine as they are.",
            ],
            (_, 1) => [
                "{total} απαντήσεις: για τη μία έχω κάτι να προτείνω.",
                "{total} replies: I have an idea for one of them.",
            ],
            (_, _) => [
                "{total} απαντήσεις: για τις {flagged} έχω κάτι να προτείνω.",
                "{total} replies: I have an idea for {flagged} of them.",
            ],
        }
    )
}

/// Above the rules that found most.
pub const OFTEN: Said = said("Πιο συχνά", "Most often");

/// A rule with the number of replies in which it found something.
pub fn often(phrase: &str, replies: usize, language: Language) -> String {
    let phrase = quoted(phrase, language);
    sentences!(
        language,
        match replies {
            1 => ["{phrase} · σε 1 απάντηση", "{phrase} · in 1 reply"],
            _ => ["{phrase} · σε {replies} απαντήσεις", "{phrase} · in {replies} replies"],
        }
    )
}

/// Above a reply: where it stands.
pub fn line(number: usize, language: Language) -> String {
    say!(language, "Γραμμή {number}", "Line {number}")
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
    say!(
        language,
        "Πολύ μεγάλες για να τις κοιτάξω, στις γραμμές: {lines}.",
        "Too long for me to check, on lines: {lines}.",
    )
}

/// What the file holds.
pub fn file_holds(flagged: usize, language: Language) -> String {
    let whole = sentences!(
        language,
        match flagged {
            1 => [
                "Στο αρχείο θα βρείτε την απάντηση ολόκληρη, με το νέο κείμενό της.",
                "The file has the whole reply, with its new text.",
            ],
            _ => [
                "Στο αρχείο είναι και οι {flagged}, καθεμιά με το νέο κείμενό της.",
                "The file has all {flagged} of them, each with its new text.",
            ],
        }
    );
    let rest = said(
        "Ό,τι βλέπετε σε [αγκύλες] το συμπληρώνει όποιος γράφει. Από τις απαντήσεις δεν κράτησα τίποτα.",
        "What is in [brackets] is for the agent to fill in. I have not stored anything from the replies.",
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
    said("Τι βρήκα", "What I found"),
];
