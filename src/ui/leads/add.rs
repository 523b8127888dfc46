//! Around `/rules add`, `/rules new` and `/rules try`: forms, the report, and its outcome.

mod problem;
mod report;

pub use problem::{Objector, how_to_mend, line_of_file, objection, row_problem};
pub use report::{
    Counts, activated, and_more, column_name, first_rows, forms, headline, phrases, reply_line,
    step_back, table_question,
};

use crate::model::Language;
use crate::team::WordingConflict;
use crate::ui::Said;
use crate::ui::said::{said, say};

/// Title of the form for a table.
pub const PASTE_FORM: Said = said("Επικόλληση πίνακα", "Paste a table");
pub const PASTE_BOX: Said = said("Ο πίνακας της ομάδας", "The team's table");
/// The placeholder of that box.
pub const PASTE_EXAMPLE: Said = said(
    "Όπως είναι, από Word, Excel ή αλλού: τι αποφεύγουμε, και δίπλα τι λέμε",
    "Straight from Word, Excel or elsewhere: what to avoid, and next to it what to say",
);
/// The box for its name.
pub const NAME_BOX: Said = said("Όνομα (προαιρετικά)", "Name (optional)");
/// The placeholder of that box.
pub const NAME_EXAMPLE: Said = said(
    "π.χ. επιστροφές· το ίδιο όνομα αντικαθιστά το παλιό αρχείο",
    "e.g. returns; the same name replaces that file",
);
/// What a table is called that got no name.
pub const TABLE_NAME: Said = said("πίνακας", "table");

/// Title of the form for a rule.
pub const RULE_FORM: Said = said("Νέος κανόνας", "A new rule");
/// Its first box.
pub const AVOID_BOX: Said = said("Τι αποφεύγουμε να λέμε", "What we avoid saying");
/// The placeholder of that box.
pub const AVOID_EXAMPLE: Said = said("π.χ. Δεν μπορώ να…", "e.g. I can't…");
/// Its second box.
pub const PREFER_BOX: Said = said("Τι λέμε στη θέση του", "What we say instead");
/// The placeholder of that box.
pub const PREFER_EXAMPLE: Said = said(
    "π.χ. Θα μπορούσα να… αν [τι χρειάζεται]· με μια παύλα, η φράση απλώς φεύγει",
    "e.g. I could… if [what it takes]; a dash means just remove it",
);
/// Its third box.
pub const WHY_BOX: Said = said("Γιατί, σε μία πρόταση", "Why, in a sentence");
/// The placeholder of that box.
pub const WHY_EXAMPLE: Said = said(
    "π.χ. Έτσι ο πελάτης μαθαίνει τι χρειάζεται.",
    "e.g. That way the customer learns what it takes.",
);

/// Title of the form for a draft to try.
pub const TRY_FORM: Said = said("Δοκιμή πριν ισχύσει", "Try before it is active");

/// Title of the form for a draft to try an active rule on.
pub const TRY_RULE_FORM: Said = said("Δοκιμή του κανόνα", "Try the rule");
/// Title of the form for an active rule.
pub const EDIT_FORM: Said = said("Αλλαγή του κανόνα", "Change the rule");

/// Activates what waits.
pub const ACTIVATE: Said = said("Ενεργοποίηση", "Activate");
/// The same; rules that object go silent.
pub const KEEP_MINE: Said = said("Κράτα το δικό μου", "Keep mine");
/// The same; built-in rules that step back go silent as well.
pub const IN_ITS_PLACE: Said = said("Το δικό μου στη θέση τους", "Use mine in their place");
/// Lets it go.
pub const CANCEL: Said = said("Άκυρο", "Cancel");
/// Opens the form for a draft.
pub const TRY: Said = said("Δοκιμή", "Try it out");
/// The same again.
pub const TRY_ANOTHER: Said = said("Άλλο κείμενο", "Try another text");
/// Shows the report.
pub const SEE_REPORT: Said = said("Πίσω στην αναφορά", "Back to the report");
/// Opens the form for a rule with what was written.
pub const REWRITE: Said = said("Αλλαγή", "Change it");
/// Takes the other side of a table for what is avoided.
pub const SWAP: Said = said("Όχι, ανάποδα", "No, the other way round");
/// Verbs are found in every person.
pub const ALL_PERSONS: Said =
    said("Να πιάνει όλους τους τύπους των ρημάτων: ναι", "Catch all forms of verbs: yes");
/// Verbs are found as they are written.
pub const AS_WRITTEN: Said =
    said("Να πιάνει όλους τους τύπους των ρημάτων: όχι", "Catch all forms of verbs: no");
/// Chooses the columns of a table.
pub const COLUMNS: Said =
    said("Στήλη με όσα αποφεύγουμε → με όσα λέμε", "What we avoid → what we say");
/// Chooses whether a table has heads.
pub const HEADING: Said = said("Η πρώτη γραμμή", "The first row");
/// It has.
pub const FIRST_IS_HEADING: Said = said("είναι επικεφαλίδα", "is a heading");
/// It has not.
pub const NO_HEADING: Said = said("είναι ήδη κανόνας", "is already a rule");
/// Chooses the sheet of a workbook.
pub const SHEET: Said = said("Ποιο φύλλο να διαβάσω;", "Which sheet should I read?");
/// Chooses the forms that a rule catches.
pub const FORMS: Said = said("Ποιους τύπους να πιάνει;", "Which forms should it catch?");
/// Shows the forms that the rows of a table catch.
pub const ROW_FORMS: Said = said("Ποιους τύπους πιάνει", "Which forms it catches");
/// Chooses a row of a table.
pub const WHICH_PHRASE: Said = said("Ποια φράση;", "Which phrase?");
/// Over the rows and their forms.
pub const HOW_TO_CHOOSE_FORMS: Said = said(
    "Διαλέξτε μια φράση και αφήστε επιλεγμένους μόνο τους τύπους που θέλετε να πιάνει ο κανόνας.",
    "Choose a phrase, then select only the forms that its rule should catch.",
);
/// Where there are more rows than a list has entries.
pub const MORE_ROWS: Said = said(
    "Η λίστα έχει τις πρώτες 25 φράσεις. Τους τύπους των άλλων τους αλλάζετε αφού ενεργοποιηθούν, με /κανόνες προβολή.",
    "The list has the first 25 phrases. The forms of the others can be changed once they are active, with /rules show.",
);
/// The placeholder of the list of levels.
pub const LEVEL: Said = said("Πόσο μετράει;", "How much does it matter?");

/// Above the problems that have to be fixed first.
pub const TO_MEND: Said = said("Για διόρθωση", "To fix");
/// Above those that do not.
pub const WORTH_A_LOOK: Said = said("Αξίζει μια ματιά", "Worth a look");
/// Above rows of a table that did not fit.
pub const ROWS_LEFT_OUT: Said = said("Γραμμές που έμειναν έξω", "Skipped rows");
/// Above rules that object to a wording.
pub const OBJECTIONS: Said =
    said("Κάτι που προτείνετε το πιάνει άλλος κανόνας", "Another rule catches what you propose");
/// Under them.
pub const WHAT_KEEP_MINE_DOES: Said = said(
    "Με «Κράτα το δικό μου» ισχύουν τα δικά σας, και οι κανόνες που τα πιάνουν απενεργοποιούνται για όλη την ομάδα.",
    "“Keep mine” activates yours and switches off the rules that catch it, for the whole team.",
);
/// Under built-in rules that step back.
pub const WHAT_IN_ITS_PLACE_DOES: Said = said(
    "Με «Το δικό μου στη θέση τους» οι έτοιμοι κανόνες που κάνουν πίσω απενεργοποιούνται παντού, για όλη την ομάδα.",
    "“Use mine in their place” switches off the built-in rules that give way to yours, everywhere and for the whole team.",
);
/// Above wordings of the team's other rules in which a new rule finds something.
pub const CROSSED: Said = said(
    "Το νέο πιάνει κάτι που προτείνει άλλος κανόνας σας",
    "The new rule catches what another rule of yours proposes",
);
/// Above good replies that the rules would flag.
pub const GOOD_REPLIES: Said =
    said("Καλές απαντήσεις που θα επισημαίνονταν", "Good replies that would be flagged");
/// Under them.
pub const HOW_TO_NARROW: Said = said(
    "Προσθέστε λίγες λέξεις στη φράση, και θα πιάνει μόνο αυτό που εννοείτε.",
    "Add a few more words to the phrase and it will catch only what you mean.",
);
/// Above new rules.
pub const NEW_RULES: Said =
    said("Νέοι κανόνες, με όσα θα έπιαναν", "New rules, and what they would catch");
/// Above a new rule that is the only one.
pub const ONE_NEW_RULE: Said =
    said("Ο νέος κανόνας, με όσα θα έπιανε", "The new rule, and what it would catch");
/// Above a single rule that was written in a form.
pub const NEW_RULE: Said = said("Πιάνει", "It catches");
/// Above rules that have changed.
pub const CHANGED_RULES: Said = said("Αλλάζουν", "Changed");
/// Above rules that go.
pub const GONE_RULES: Said = said("Φεύγουν", "Gone");

/// A report was let go.
pub const CANCELLED: Said =
    said("Εντάξει, το ακύρωσα. Ισχύουν όσα ίσχυαν.", "All right, cancelled. Nothing has changed.");
/// What waits is not what the panel shows.
pub const REPORT_CHANGED: Said = said(
    "Η αναφορά άλλαξε από τότε που τη βλέπατε. Αυτή είναι η τωρινή· δείτε την, και αποφασίζετε.",
    "The report has changed since you saw it. This is the current one; have a look, then decide.",
);
/// The member has no upload waiting.
pub const NOTHING_TO_TRY: Said = said(
    "Αυτή τη στιγμή δεν περιμένει κάτι δικό σας. Με «/κανόνες προσθήκη» ή «/κανόνες νέος» ετοιμάζετε κάτι, και το δοκιμάζετε εδώ πριν ισχύσει.",
    "You have nothing waiting right now. Prepare something with “/rules add” or “/rules new” and try it here before it is active.",
);
/// The rules that wait find nothing in a text.
pub const CATCHES_NOTHING: Said = said("Εδώ δεν θα έπιανε κάτι.", "It would catch nothing here.");
/// Above rules under trial that found their phrase and are silent.
pub const FOUND_BUT_SILENT: Said = said("Το βρήκε και το άφησε", "Found but left alone");
/// Above wordings that were held back.
pub const HELD_BACK: Said = said(
    "Διατυπώσεις που εδώ φαίνονται μόνο ως παράδειγμα",
    "Wordings shown only as examples here",
);
/// Above a text as it would be reworded.
pub const WOULD_BECOME: Said = said("Θα γινόταν", "It would become");
/// No wording fits, and the rule gives no reason.
pub const YOURS_TO_WRITE: Said =
    said("εδώ τα λόγια τα διαλέγει ο συνάδελφος", "the agent chooses these words");
/// Behind a phrase that another rule finds.
pub const BY_ANOTHER_RULE: Said = said("από άλλον κανόνα", "by another rule");

/// A file did not arrive, because:
pub const FILE_FROM_ELSEWHERE: Said = said(
    "Παίρνω μόνο αρχεία που ανεβάζετε εδώ, μαζί με την εντολή. Ανεβάστε το έτσι, και το διαβάζω αμέσως.",
    "I only take files that are uploaded here with the command. Upload it that way and I'll read it right away.",
);
/// It is not there any more.
pub const FILE_GONE: Said = said(
    "Δεν μπόρεσα να ανοίξω το αρχείο· ίσως δεν υπάρχει πια εκεί. Στείλτε το άλλη μια φορά με την ίδια εντολή.",
    "I could not open the file; perhaps it is gone. Please send it again with the same command.",
);
/// It took too long.
pub const FILE_TOO_SLOW: Said = said(
    "Το αρχείο άργησε πολύ να φτάσει, και δεν το περίμενα άλλο. Δοκιμάστε ξανά σε λίγο.",
    "The file took too long to arrive, so I stopped waiting. Please try again in a moment.",
);

/// A new rule, and the wording of another one in which it finds something.
pub fn crossed(crossed: &WordingConflict, language: Language) -> String {
    let WordingConflict { by, wording, phrase } = crossed;
    say!(
        language,
        "το «{by}» υπάρχει στη διατύπωση «{wording}» του κανόνα για το «{phrase}»",
        "“{by}”: it is in the wording “{wording}”, for “{phrase}”",
    )
}

/// Above a report.
pub fn report_title(file: &str, language: Language) -> String {
    say!(language, "Αναφορά για το «{file}»", "Report on “{file}”")
}

/// A rule under trial found its phrase and is silent, with the reason.
pub fn found_but_silent(phrase: &str, reason: &str, language: Language) -> String {
    say!(language, "το «{phrase}» το βρήκε, αλλά {reason}", "it found “{phrase}”, but {reason}")
}

/// A wording that was held back, with the reason.
pub fn kept_as_example(wording: &str, reason: &str, language: Language) -> String {
    say!(language, "«{wording}»: {reason}", "“{wording}”: {reason}")
}

/// Above the report on a single rule.
pub const RULE_TITLE: Said = said("Ο κανόνας, όπως τον κατάλαβα", "The rule as I understood it");

/// Above a draft that was tried on a single rule.
pub const TRIAL_OF_RULE: Said = said(
    "Δοκιμή με τον νέο κανόνα, που δεν ισχύει ακόμη",
    "Trial with the new rule, which is not active yet",
);

/// Above a draft that was tried on an active rule.
pub fn trial_of(phrase: &str, language: Language) -> String {
    say!(language, "Δοκιμή του κανόνα για το «{phrase}»", "Trial of the rule on “{phrase}”")
}

/// Above a draft that was tried.
pub fn trial_title(file: &str, language: Language) -> String {
    say!(
        language,
        "Δοκιμή με το «{file}», που δεν ισχύει ακόμη",
        "Trial with “{file}”, which is not active yet",
    )
}

/// A sentence in which something is found and nothing fits in its place.
pub fn stays(sentence: &str, language: Language) -> String {
    say!(language, "{sentence} (μένει όπως είναι)", "{sentence} (stays as it is)")
}
