//! What there is to say of a table that a team brings along.

use crate::import::{OtherFile, OtherTool, RowError, TableError, TableNote};
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
            "Αυτό δεν διαβάζεται ως πίνακας. Διαβάζω .xlsx, .ods, .docx, .csv, πίνακες Markdown και κείμενο με δύο στήλες.".to_owned()
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
        TableError::NoTableInDocument => {
            "Το έγγραφο δεν έχει πίνακα. Βάλτε τις φράσεις σε έναν πίνακα με δύο στήλες ή επικολλήστε τις εδώ.".to_owned()
        }
        TableError::OtherFile(other) => other_file_el(*other).to_owned(),
        TableError::OtherTool(tool) => other_tool(*tool, Language::El),
    }
}

fn table_en(error: &TableError) -> String {
    match error {
        TableError::Empty => "The table is empty.".to_owned(),
        TableError::NotATable => {
            "I can't read this as a table. I read .xlsx, .ods, .docx, .csv, Markdown tables and text in two columns.".to_owned()
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
        TableError::NoTableInDocument => {
            "The document has no table. Put the phrases into a table with two columns, or paste them here.".to_owned()
        }
        TableError::OtherFile(other) => other_file_en(*other).to_owned(),
        TableError::OtherTool(tool) => other_tool(*tool, Language::En),
    }
}

fn other_file_el(other: OtherFile) -> &'static str {
    match other {
        OtherFile::OldOffice => {
            "Αυτό είναι αρχείο του παλιού Office (.xls ή .doc) ή έχει κωδικό. Αποθηκεύστε το ως .xlsx ή .docx, χωρίς κωδικό, και το διαβάζω."
        }
        OtherFile::Pdf => {
            "Αυτό είναι PDF, και οι στήλες του δεν διαβάζονται με σιγουριά. Αντιγράψτε τον πίνακα και επικολλήστε τον εδώ, ή φέρτε το αρχείο από το οποίο έγινε."
        }
        OtherFile::Image => {
            "Αυτό είναι εικόνα, και δεν διαβάζω εικόνες. Γράψτε τις φράσεις σε δύο στήλες ή επικολλήστε τις εδώ."
        }
        OtherFile::RichText => {
            "Αυτό είναι αρχείο .rtf. Αποθηκεύστε το ως .docx, και διαβάζω τον πίνακά του."
        }
        OtherFile::WebPage => {
            "Αυτό είναι σελίδα του διαδικτύου. Αντιγράψτε τον πίνακα από τον περιηγητή και επικολλήστε τον εδώ."
        }
        OtherFile::Slides => {
            "Αυτό είναι παρουσίαση. Αντιγράψτε τον πίνακα και επικολλήστε τον εδώ."
        }
        OtherFile::BinaryWorkbook => {
            "Αυτό είναι αρχείο .xlsb. Στο Excel, «Αποθήκευση ως» .xlsx, και το διαβάζω."
        }
    }
}

fn other_file_en(other: OtherFile) -> &'static str {
    match other {
        OtherFile::OldOffice => {
            "This is an old Office file (.xls or .doc), or it has a password. Save it as .xlsx or .docx, without a password, and I can read it."
        }
        OtherFile::Pdf => {
            "This is a PDF, and its columns can't be read with certainty. Copy the table and paste it here, or bring the file that it was made from."
        }
        OtherFile::Image => {
            "This is a picture, and I don't read pictures. Write the phrases in two columns, or paste them here."
        }
        OtherFile::RichText => "This is an .rtf file. Save it as .docx, and I can read its table.",
        OtherFile::WebPage => {
            "This is a web page. Copy the table from your browser and paste it here."
        }
        OtherFile::Slides => "This is a presentation. Copy the table and paste it here.",
        OtherFile::BinaryWorkbook => {
            "This is an .xlsb file. Save it as .xlsx in Excel, and I can read it."
        }
    }
}

/// The rule file of another tool, and what to do with it.
pub fn other_tool(tool: OtherTool, language: Language) -> String {
    let (name, (avoid, prefer)) = (tool.name(), tool.keys());
    match (language, avoid == prefer) {
        (Language::El, true) => format!(
            "Αυτό είναι αρχείο κανόνων του {name}. Αντιγράψτε όσα έχει κάτω από το `{avoid}` σε έναν πίνακα με δύο στήλες, τι αποφεύγουμε και τι λέμε, και φέρτε τον."
        ),
        (Language::El, false) => format!(
            "Αυτό είναι αρχείο κανόνων του {name}. Βάλτε όσα έχει στο `{avoid}` στη στήλη «Αποφεύγουμε» ενός πίνακα και όσα έχει στο `{prefer}` στη στήλη «Λέμε», και φέρτε τον."
        ),
        (Language::En, true) => format!(
            "This is a rule file of {name}. Copy what it has under `{avoid}` into a table with two columns, what we avoid and what we say, and bring that."
        ),
        (Language::En, false) => format!(
            "This is a rule file of {name}. Put what it has in `{avoid}` into the column “Avoid” of a table and what it has in `{prefer}` into the column “Say”, and bring that."
        ),
    }
}

/// Something about a table that its lead should know.
pub fn table_note(note: &TableNote, language: Language) -> String {
    let list = |names: &[String]| {
        let quoted = |name: &String| match language {
            Language::El => format!("«{name}»"),
            Language::En => format!("“{name}”"),
        };
        names.iter().map(quoted).collect::<Vec<_>>().join(", ")
    };
    match (note, language) {
        (TableNote::CustomersWords, Language::El) => {
            "Εδώ αριστερά μιλά ο πελάτης, και δεξιά απαντάμε εμείς. Οι κανόνες κοιτάζουν όσα γράφουμε εμείς, γι’ αυτό δεν έκανα κανόνες. Αν αριστερά είναι δικές μας φράσεις, αλλάξτε την επικεφαλίδα σε «Αποφεύγουμε | Λέμε» και φέρτε τον ξανά.".to_owned()
        }
        (TableNote::CustomersWords, Language::En) => {
            "Here the customer speaks on the left, and we answer on the right. Rules look at what we write ourselves, so I made none. If the left side holds our own phrases, change the heading to “Avoid | Say” and bring it again.".to_owned()
        }
        (TableNote::Guessed, Language::El) => {
            "Από τις επικεφαλίδες δεν είναι σίγουρο ποια στήλη είναι ποια· τη μάντεψα από όσα γράφει.".to_owned()
        }
        (TableNote::Guessed, Language::En) => {
            "The headings don't say for sure which column is which; I guessed it from what they hold.".to_owned()
        }
        (TableNote::OtherSheets { read, others }, Language::El) => {
            format!("Διάβασα το φύλλο «{read}». Το αρχείο έχει και: {}.", list(others))
        }
        (TableNote::OtherSheets { read, others }, Language::En) => {
            format!("I read the sheet “{read}”. The file has more: {}.", list(others))
        }
        (TableNote::HiddenSheets { names }, Language::El) => {
            format!("Τα κρυφά φύλλα δεν τα διάβασα: {}.", list(names))
        }
        (TableNote::HiddenSheets { names }, Language::En) => {
            format!("I did not read hidden sheets: {}.", list(names))
        }
        (TableNote::Replaces { file }, Language::El) => {
            format!("Αυτός είναι ο πίνακας που πήρατε από το «{file}». Με το «ναι» σας παίρνει τη θέση του.")
        }
        (TableNote::Replaces { file }, Language::En) => {
            format!("This is the table that you exported from “{file}”. With your yes it replaces that file.")
        }
        (TableNote::MendedLetters, Language::El) => {
            "Κάποια γράμματα είχαν χαλάσει στην αποθήκευση («Î”ÎµÎ½»)· τα διόρθωσα. Ρίξτε μια ματιά αν διαβάζονται σωστά.".to_owned()
        }
        (TableNote::MendedLetters, Language::En) => {
            "Some letters were broken when the file was saved (“Î”ÎµÎ½”); I fixed them. Please check that they read right.".to_owned()
        }
        (TableNote::Capitals, Language::El) => {
            "Όσα ήταν γραμμένα με κεφαλαία τα έκανα πεζά, και έβαλα τόνους όπου ήμουν βέβαιος. Ρίξτε μια ματιά: όποια λέξη έμεινε χωρίς τόνο, έτσι θα μπαίνει και στα μηνύματα.".to_owned()
        }
        (TableNote::Capitals, Language::En) => {
            "What was in capitals is in lower case now, and Greek words have their accents where I was sure. Please have a look: a word left without an accent goes into drafts that way.".to_owned()
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
        RowError::OnlyNumbers => {
            "η φράση έχει μόνο αριθμούς ή σημεία, και θα την έβρισκα παντού· προσθέστε τις λέξεις γύρω της.".to_owned()
        }
        RowError::Instruction => {
            "αυτό εξηγεί σε εμάς τι να κάνουμε· γράψτε τα λόγια που θα διαβάσει ο πελάτης, ή μια παύλα (-) αν η φράση απλώς φεύγει.".to_owned()
        }
        RowError::ErrorCell => {
            "ένα κελί δείχνει σφάλμα, όπως #REF!· διορθώστε τον τύπο ή γράψτε το κείμενο.".to_owned()
        }
        RowError::NoValue => {
            "ένα κελί έχει τύπο χωρίς αποτέλεσμα· ανοίξτε το αρχείο στο Excel, αποθηκεύστε το και φέρτε το ξανά.".to_owned()
        }
        RowError::LostLetters => {
            "κάποια γράμματα χάθηκαν στην αποθήκευση (� ή ???)· αποθηκεύστε το αρχείο ως «CSV UTF-8» ή .xlsx και φέρτε το ξανά.".to_owned()
        }
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
        RowError::OnlyNumbers => {
            "the phrase has only numbers or symbols, so I would find it everywhere; add the words around it.".to_owned()
        }
        RowError::Instruction => {
            "this tells us what to do; write the words that the customer will read, or a dash (-) to just remove the phrase.".to_owned()
        }
        RowError::ErrorCell => {
            "a cell shows an error, such as #REF!; fix the formula or write the text.".to_owned()
        }
        RowError::NoValue => {
            "a cell has a formula without a result; open the file in Excel, save it and bring it again.".to_owned()
        }
        RowError::LostLetters => {
            "some letters were lost when it was saved (� or ???); save the file as “CSV UTF-8” or .xlsx and bring it again.".to_owned()
        }
        RowError::Twice { first_line } => {
            format!("the same phrase is already in line {first_line}; I keep that one.")
        }
    }
}
