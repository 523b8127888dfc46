//! What there is to say of a table that a team brings along.

use crate::import::{OtherFile, OtherTool, RowError, TableError, TableNote};
use crate::model::Language;
use crate::ui::said::{say, sentences};

/// Why a table can't be read, and what helps, in a sentence or two.
pub fn table_error(error: &TableError, language: Language) -> String {
    sentences!(
        language,
        match error {
            TableError::Empty => ["Ο πίνακας είναι άδειος.", "The table is empty."],
            TableError::NotATable => [
                "Αυτό δεν διαβάζεται ως πίνακας. Διαβάζω .xlsx, .ods, .docx, .csv, πίνακες Markdown και κείμενο με δύο στήλες.",
                "I can't read this as a table. I read .xlsx, .ods, .docx, .csv, Markdown tables and text in two columns.",
            ],
            TableError::BadWorkbook => [
                "Το αρχείο .xlsx δεν ανοίγει: ίσως είναι κλειδωμένο ή χαλασμένο. Στο Excel, «Αποθήκευση ως» .csv, και το διαβάζω.",
                "The .xlsx file does not open: it may be locked or damaged. Save it as .csv in Excel, and I can read it.",
            ],
            TableError::LargeWorkbook => [
                "Το αρχείο .xlsx είναι μεγαλύτερο από όσο μπορώ να διαβάσω. Αντιγράψτε μόνο τον πίνακα σε νέο αρχείο ή αποθηκεύστε τον ως .csv, και τον διαβάζω.",
                "The .xlsx file is larger than I can read. Copy just the table into a new file, or save it as .csv, and I can read it.",
            ],
            TableError::TooManyRows { limit } => [
                "Ο πίνακας έχει πάνω από {limit} γραμμές. Χωρίστε τον σε περισσότερα αρχεία, και τον διαβάζω όλο.",
                "The table has more than {limit} rows. Split it into smaller files and I can read it all.",
            ],
            TableError::OneColumn => [
                "Βλέπω μία μόνο στήλη. Χρειάζονται δύο: τι αποφεύγουμε και τι λέμε στη θέση του.",
                "I see only one column. I need two: what we avoid, and what we say instead.",
            ],
            TableError::NoTableInDocument => [
                "Το έγγραφο δεν έχει πίνακα. Βάλτε τις φράσεις σε έναν πίνακα με δύο στήλες ή επικολλήστε τις εδώ.",
                "The document has no table. Put the phrases into a table with two columns, or paste them here.",
            ],
            TableError::OtherFile(other) => {
                other_file(*other, language)
            }
            TableError::OtherTool(tool) => {
                other_tool(*tool, language)
            }
        }
    )
}

/// The rule file of another tool, and what to do with it.
pub fn other_tool(tool: OtherTool, language: Language) -> String {
    let (name, (avoid, prefer)) = (tool.name(), tool.keys());
    let same = avoid == prefer;
    sentences!(
        language,
        match same {
            true => [
                "Αυτό είναι αρχείο κανόνων του {name}. Αντιγράψτε όσα έχει κάτω από το `{avoid}` σε έναν πίνακα με δύο στήλες, τι αποφεύγουμε και τι λέμε, και ανεβάστε τον.",
                "This is a rule file of {name}. Copy what it has under `{avoid}` into a table with two columns, what we avoid and what we say, and upload that.",
            ],
            false => [
                "Αυτό είναι αρχείο κανόνων του {name}. Βάλτε όσα έχει στο `{avoid}` στη στήλη «Αποφεύγουμε» ενός πίνακα και όσα έχει στο `{prefer}` στη στήλη «Λέμε», και ανεβάστε τον.",
                "This is a rule file of {name}. Put what it has in `{avoid}` into the column “Avoid” of a table and what it has in `{prefer}` into the column “Say”, and upload that.",
            ],
        }
    )
}

/// Something about a table that its lead should know.
pub fn table_note(note: &TableNote, language: Language) -> String {
    let list = |names: &[String]| {
        let quoted = |name: &String| say!(language, "«{name}»", "“{name}”");
        names.iter().map(quoted).collect::<Vec<_>>().join(", ")
    };
    sentences!(
        language,
        match note {
            TableNote::CustomersWords => [
                "Εδώ αριστερά μιλά ο πελάτης, και δεξιά απαντάμε εμείς. Οι κανόνες κοιτάζουν όσα γράφουμε εμείς, γι’ αυτό δεν έκανα κανόνες. Αν αριστερά είναι δικές μας φράσεις, αλλάξτε την επικεφαλίδα σε «Αποφεύγουμε | Λέμε» και ανεβάστε τον ξανά.",
                "Here the customer speaks on the left, and we answer on the right. Rules look at what we write ourselves, so I made none. If the left side holds our own phrases, change the heading to “Avoid | Say” and upload it again.",
            ],
            TableNote::CustomersFrom { line } => [
                "Από τη γραμμή {line} και κάτω αριστερά μιλά ο πελάτης, και δεξιά απαντάμε εμείς· από αυτές τις γραμμές δεν έκανα κανόνες.",
                "From line {line} on the customer speaks on the left, and we answer on the right; I made no rules from these lines.",
            ],
            TableNote::OtherHeads { line, avoid, prefer } => [
                "Στη γραμμή {line} αρχίζει πίνακας με άλλη σειρά στις στήλες: από εκεί και κάτω αποφεύγουμε όσα γράφει η στήλη «{avoid}» και λέμε όσα γράφει η στήλη «{prefer}».",
                "On line {line} a table begins with its columns in another order: from there on we avoid what is under “{avoid}” and say what is under “{prefer}”.",
            ],
            TableNote::AboveHeads { lines } => [
                "Όσα γράφετε πάνω από την επικεφαλίδα δεν τα έκανα κανόνες (γραμμές: {rows}). Αν είναι κι αυτά ζευγάρια φράσεων, μεταφέρετέ τα κάτω από αυτήν.",
                "I made no rules from what is above the heading (lines: {rows}). If these are pairs of phrases as well, move them below it.",
                rows = numbers(lines),
            ],
            TableNote::Guessed => [
                "Από τις επικεφαλίδες δεν είναι σίγουρο ποια στήλη είναι ποια· τη μάντεψα από όσα γράφει.",
                "The headings don't say for sure which column is which; I guessed it from what they hold.",
            ],
            TableNote::HeadsGuessed { left, right } => [
                "Είναι επικεφαλίδα η γραμμή «{left} | {right}»; Έτσι μου φάνηκε, και δεν την έκανα κανόνα. Αν είναι φράσεις δικές σας, στο «Η πρώτη γραμμή» διαλέξτε «είναι ήδη κανόνας».",
                "Is the row “{left} | {right}” a heading? I took it for one, and made no rule from it. If these are phrases of yours, choose “is already a rule” for the first row.",
            ],
            TableNote::OtherSheets { read, others } => [
                "Διάβασα το φύλλο «{read}». Το αρχείο έχει και: {others}.",
                "I read the sheet “{read}”. The file also has: {others}.",
                others = list(others),
            ],
            TableNote::HiddenSheets { names } => [
                "Τα κρυφά φύλλα δεν τα διάβασα: {names}.",
                "I did not read hidden sheets: {names}.",
                names = list(names),
            ],
            TableNote::HiddenRows { lines } => [
                "Τις κρυφές γραμμές δεν τις διάβασα: {rows}. Αν τις θέλετε, εμφανίστε τις στο Excel και ανεβάστε ξανά το αρχείο.",
                "I did not read hidden rows: {rows}. If you want them, unhide them in Excel and upload the file again.",
                rows = numbers(lines),
            ],
            TableNote::UnknownPrinciples { names } => [
                "Αυτές τις αρχές δεν τις ξέρω, και οι κανόνες τους έμειναν χωρίς αρχή: {names}.",
                "I don't know these principles, so their rules have none: {names}.",
                names = list(names),
            ],
            TableNote::UnknownLevels { names } => [
                "Αυτά τα επίπεδα δεν τα ξέρω, και οι κανόνες τους έχουν το συνηθισμένο: {names}. Γράψτε «ιδέα», «καλύτερα αλλιώς» ή «όχι σε πελάτη».",
                "I don't know these levels, so their rules have the usual one: {names}. Write “an idea”, “better put otherwise” or “not to a customer”.",
                names = list(names),
            ],
            TableNote::UnknownClauses { names } => [
                "Δεν κατάλαβα αυτές τις εξαιρέσεις, και οι κανόνες τους ισχύουν και εκεί: {names}. Ξέρω «ερωτήσεις», «υποθέσεις» (αν, όταν) και «λόγια άλλων».",
                "I did not understand these exceptions, so their rules apply there as well: {names}. I know “questions”, “conditions” and “reports”.",
                names = list(names),
            ],
            TableNote::RemarksLeftOut { texts } => [
                "Όσα σημειώνετε σε παρένθεση για τους συναδέλφους δεν μπήκαν στις φράσεις: {texts}.",
                "What you note in parentheses for colleagues is not part of the phrases: {texts}.",
                texts = list(texts),
            ],
            TableNote::BracketsKept { texts } => [
                "Αυτά σε παρένθεση τα κράτησα όπως τα γράψατε: {texts}. Αν είναι σημειώσεις για συναδέλφους, σβήστε τα και ανεβάστε ξανά τον πίνακα.",
                "I kept these parentheses as you wrote them: {texts}. If they are notes for colleagues, delete them and upload the table again.",
                texts = list(texts),
            ],
            TableNote::ColumnsLeftOut { names } => [
                "Αυτές οι στήλες δεν μπήκαν στους κανόνες: {names}. Για μία ακόμη διατύπωση, ονομάστε τη στήλη «Λέμε».",
                "These columns are not in the rules: {names}. For another wording, name the column “Say”.",
                names = list(names),
            ],
            TableNote::Replaces { file } => [
                "Αυτός είναι ο πίνακας που πήρατε από το «{file}». Μόλις πατήσετε «Ενεργοποίηση», παίρνει τη θέση του.",
                "This is the table that you exported from “{file}”. If you activate it, it replaces that file.",
            ],
            TableNote::MendedLetters => [
                "Κάποια γράμματα είχαν χαλάσει στην αποθήκευση («Î”ÎµÎ½»)· τα διόρθωσα. Ρίξτε μια ματιά αν διαβάζονται σωστά.",
                "Some letters were broken when the file was saved (“Î”ÎµÎ½”); I fixed them. Please check that they look right.",
            ],
            TableNote::Capitals => [
                "Όσα ήταν γραμμένα με κεφαλαία τα έκανα πεζά, και έβαλα τόνους όπου ήμουν βέβαιος. Ρίξτε μια ματιά: όποια λέξη έμεινε χωρίς τόνο, έτσι θα μπαίνει και στα μηνύματα.",
                "What was in capitals is in lower case now, and Greek words have their accents where I was sure. Please have a look: a word left without an accent goes into drafts that way.",
            ],
        }
    )
}

/// The first numbers of rows, and that there are more.
fn numbers(lines: &[usize]) -> String {
    let shown: Vec<String> = lines.iter().take(MOST_NUMBERS).map(usize::to_string).collect();
    let more = if lines.len() > MOST_NUMBERS { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// Numbers of rows that are named, at most.
const MOST_NUMBERS: usize = 10;

/// Why a row does not fit, and what helps.
pub fn row_error(line: usize, error: &RowError, language: Language) -> String {
    let text = row(error, language);
    say!(language, "γραμμή {line}: {text}", "line {line}: {text}")
}

fn other_file(other: OtherFile, language: Language) -> String {
    sentences!(
        language,
        match other {
            OtherFile::OldOffice => [
                "Αυτό είναι αρχείο του παλιού Office (.xls ή .doc) ή έχει κωδικό. Αποθηκεύστε το ως .xlsx ή .docx, χωρίς κωδικό, και το διαβάζω.",
                "This is an old Office file (.xls or .doc), or it has a password. Save it as .xlsx or .docx, without a password, and I can read it.",
            ],
            OtherFile::Pdf => [
                "Αυτό είναι PDF, και οι στήλες του δεν διαβάζονται με σιγουριά. Αντιγράψτε τον πίνακα και επικολλήστε τον εδώ, ή ανεβάστε το αρχείο από το οποίο έγινε.",
                "This is a PDF, and its columns can't be read with certainty. Copy the table and paste it here, or upload the file that it was made from.",
            ],
            OtherFile::Image => [
                "Αυτό είναι εικόνα, και δεν διαβάζω εικόνες. Γράψτε τις φράσεις σε δύο στήλες ή επικολλήστε τις εδώ.",
                "This is a picture, and I don't read pictures. Write the phrases in two columns, or paste them here.",
            ],
            OtherFile::RichText => [
                "Αυτό είναι αρχείο .rtf. Αποθηκεύστε το ως .docx, και διαβάζω τον πίνακά του.",
                "This is an .rtf file. Save it as .docx, and I can read its table.",
            ],
            OtherFile::WebPage => [
                "Αυτό είναι σελίδα του διαδικτύου. Αντιγράψτε τον πίνακα από τον περιηγητή και επικολλήστε τον εδώ.",
                "This is a web page. Copy the table from your browser and paste it here.",
            ],
            OtherFile::Slides => [
                "Αυτό είναι παρουσίαση. Αντιγράψτε τον πίνακα και επικολλήστε τον εδώ.",
                "This is a presentation. Copy the table and paste it here.",
            ],
            OtherFile::Json => [
                "Αυτό είναι αρχείο JSON, φτιαγμένο για άλλο εργαλείο. Βάλτε τις φράσεις του σε πίνακα με δύο στήλες, τι αποφεύγουμε και τι λέμε, και ανεβάστε τον.",
                "This is a JSON file, made for another tool. Put its phrases into a table with two columns, what we avoid and what we say, and upload that.",
            ],
            OtherFile::BinaryWorkbook => [
                "Αυτό είναι αρχείο .xlsb. Στο Excel, «Αποθήκευση ως» .xlsx, και το διαβάζω.",
                "This is an .xlsb file. Save it as .xlsx in Excel, and I can read it.",
            ],
        }
    )
}

fn row(error: &RowError, language: Language) -> String {
    sentences!(
        language,
        match error {
            RowError::OneCell => [
                "έχει μόνο μία φράση· γράψτε δίπλα τι να πούμε στη θέση της.",
                "it has only one phrase; write what to say instead next to it.",
            ],
            RowError::NoAvoid =>
                ["λείπει η φράση που αποφεύγουμε.", "the phrase to avoid is missing."],
            RowError::NothingToSay => [
                "λείπει τι να πούμε στη θέση της· αν απλώς φεύγει, βάλτε μια παύλα (-).",
                "what to say instead is missing; to just remove the phrase, put a dash (-).",
            ],
            RowError::TooLong { limit } => [
                "ένα κελί έχει πάνω από {limit} χαρακτήρες· αρκεί η φράση, χωρίς τα γύρω της.",
                "a cell has more than {limit} characters; the phrase alone is enough.",
            ],
            RowError::NoWords => ["η φράση δεν έχει λέξεις.", "the phrase has no words."],
            RowError::OnlyNumbers => [
                "η φράση έχει μόνο αριθμούς ή σημεία, και θα την έβρισκα παντού· προσθέστε τις λέξεις γύρω της.",
                "the phrase has only numbers or symbols, so I would find it everywhere; add the words around it.",
            ],
            RowError::Instruction => [
                "αυτό εξηγεί σε εμάς τι να κάνουμε· γράψτε τα λόγια που θα διαβάσει ο πελάτης, ή μια παύλα (-) αν η φράση απλώς φεύγει.",
                "this tells us what to do; write the words that the customer will read, or a dash (-) to just remove the phrase.",
            ],
            RowError::ErrorCell => [
                "ένα κελί δείχνει σφάλμα, όπως #REF!· διορθώστε τον τύπο ή γράψτε το κείμενο.",
                "a cell shows an error, such as #REF!; fix the formula or write the text.",
            ],
            RowError::NoValue => [
                "ένα κελί έχει τύπο χωρίς αποτέλεσμα· ανοίξτε το αρχείο στο Excel, αποθηκεύστε το και ανεβάστε το ξανά.",
                "a cell has a formula without a result; open the file in Excel, save it and upload it again.",
            ],
            RowError::SameWords => [
                "και οι δύο στήλες λένε το ίδιο, οπότε δεν θα άλλαζε τίποτα· γράψτε δεξιά τι να πούμε στη θέση της φράσης.",
                "both columns say the same, so nothing would change; write on the right what to say instead.",
            ],
            RowError::NotShown => [
                "ένα κελί έχει αριθμό ή ημερομηνία σε μορφή που δεν διαβάζω· γράψτε το όπως θέλετε να φαίνεται, ως κείμενο.",
                "a cell has a number or date in a format that I can't read; write it as text, the way it should look.",
            ],
            RowError::LostLetters => [
                "κάποια γράμματα χάθηκαν στην αποθήκευση (� ή ???)· αποθηκεύστε το αρχείο ως «CSV UTF-8» ή .xlsx και ανεβάστε το ξανά.",
                "some letters were lost when it was saved (� or ???); save the file as “CSV UTF-8” or .xlsx and upload it again.",
            ],
            RowError::Twice { first_line } => [
                "η ίδια φράση υπάρχει ήδη στη γραμμή {first_line}· κρατώ εκείνη.",
                "the same phrase is already on line {first_line}; I keep that one.",
            ],
        }
    )
}
