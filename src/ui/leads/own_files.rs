//! `/rules export`, `/rules restore` and `/rules remove`.

use super::rules;
use crate::model::Language;
use crate::ui::Said;
use crate::ui::said::{said, say, sentences};

/// The team has no file.
pub const NO_FILES: Said = said(
    "Η ομάδα σας δεν έχει ακόμη δικό της αρχείο. Με /κανόνες προσθήκη ανεβάζετε έναν πίνακα, κι εγώ τον κάνω κανόνες.",
    "Your team has no file of its own yet. Add a table with /rules add and I will turn it into rules.",
);
/// Several files, and none was named.
pub const WHICH_FILE: Said = said("Ποιο αρχείο;", "Which file?");

/// Above a file that is handed out.
pub fn handed_out(file: &str, number: i64, language: Language) -> String {
    say!(language, "Το «{file}», έκδοση {number}.", "“{file}”, version {number}.")
}

/// What can be done with it.
pub const BRING_BACK: Said = said(
    "Αλλάξτε ό,τι θέλετε και ανεβάστε το ξανά με /κανόνες προσθήκη: θα δείτε πρώτα τι αλλάζει, και μετά αποφασίζετε.",
    "Change whatever you like and upload it again with /rules add. You see what would change before you decide.",
);
/// Symbols used in a table of rules.
pub const TABLE_SIGNS: Said = said(
    "Στις στήλες, <…> είναι ένα ρήμα σε όλους τους τύπους του, {…} είναι όποια λόγια έχει εκεί το μήνυμα, και […] κάτι που συμπληρώνει ο συνάδελφος. Νέες γραμμές μπορούν να είναι σκέτα λόγια.",
    "In the columns, <…> is a verb in all its forms, {…} stands for whatever words the draft has there, and […] is something the agent fills in. New rows can be plain words.",
);
/// Examples stay behind.
pub const WITHOUT_EXAMPLES: Said = said(
    "Τα παραδείγματα των κανόνων δεν χωράνε στον πίνακα. Αν τα χρειάζεστε, δώστε ξανά /κανόνες εξαγωγή με μορφή «Αρχείο κανόνων (.yaml)».",
    "A table can't hold the rules' examples. If you need them, use /rules export again with the format “Rule file (.yaml)”.",
);
/// A rule file in place of the table that was asked for.
pub const YAML_INSTEAD: Said = said(
    "Κάτι σε αυτό το αρχείο (δικές του λέξεις, συμβουλές ή πολύ μεγάλοι κανόνες) δεν χωράει σε πίνακα, οπότε σας το δίνω ως αρχείο κανόνων (.yaml), για να μη χαθεί τίποτα.",
    "A table can't hold everything in this file (its own words, tips, or very large rules), so here it is as a rule file (.yaml), with nothing lost.",
);

/// Chooses a version to bring back.
pub fn which_version(file: &str, language: Language) -> String {
    say!(
        language,
        "Ποια έκδοση του «{file}» να επανέλθει;",
        "Which version of “{file}” should I restore?",
    )
}
/// Above the list of versions.
pub const VERSIONS: Said = said("Εκδόσεις", "Versions");
pub const ANOTHER_VERSION: Said = said("Άλλη έκδοση", "Another version");
/// Brings it back.
pub const RESTORE: Said = said("Επαναφορά", "Restore");

/// A version as something that somebody brought.
pub fn version(number: i64, count: usize, is_in_force: bool, language: Language) -> String {
    let count = rules(count, language);
    let in_force = match is_in_force {
        true => said(" · ισχύει τώρα", " · active now").to(language),
        false => "",
    };
    say!(language, "έκδοση {number} · {count}{in_force}", "version {number} · {count}{in_force}")
}

/// What would change if this version came back.
pub fn restore_title(file: &str, number: i64, language: Language) -> String {
    say!(
        language,
        "Το «{file}» όπως ήταν στην έκδοση {number}",
        "“{file}” as it was in version {number}",
    )
}
/// The version is the same as the active one.
pub const NO_DIFFERENCE: Said = said(
    "Λέει ακριβώς ό,τι ισχύει τώρα, οπότε δεν αλλάζει κάτι.",
    "It is the same as the active version, so nothing would change.",
);

/// A version that came back.
pub fn restored(file: &str, number: i64, language: Language) -> String {
    say!(
        language,
        "Το «{file}» ισχύει ξανά όπως ήταν στην έκδοση {number}.",
        "“{file}” is active again, as it was in version {number}.",
    )
}

/// Asks before a file goes out of force.
pub fn remove_title(file: &str, language: Language) -> String {
    say!(language, "Να αφαιρεθεί το «{file}»;", "Remove “{file}”?")
}

/// What that means.
pub fn would_go(count: usize, language: Language) -> String {
    sentences!(
        language,
        match count {
            1 => ["Ένας κανόνας θα πάψει να ισχύει:", "One rule would no longer be active:"],
            _ => [
                "{count} κανόνες θα πάψουν να ισχύουν:",
                "{count} rules would no longer be active:"
            ],
        }
    )
}
/// Above rules that were switched off for the file, before it goes.
pub const WILL_BE_ON: Said = said(
    "Για χάρη του είχαν απενεργοποιηθεί άλλοι κανόνες, που θα ισχύουν ξανά:",
    "Other rules were switched off for it and will be on again:",
);
/// The same, once it is gone.
pub const ARE_ON: Said = said(
    "Ισχύουν ξανά οι κανόνες που είχαν απενεργοποιηθεί για χάρη του:",
    "The rules that were switched off for it are on again:",
);
/// That it can come back.
pub const CAN_COME_BACK: Said = said(
    "Το αρχείο μένει φυλαγμένο, και με /κανόνες επαναφορά ισχύει ξανά όποτε θέλετε.",
    "The file is kept, and /rules restore brings it back whenever you like.",
);
/// Takes the file out of force.
pub const REMOVE: Said = said("Αφαίρεση", "Remove");

/// A file that went out of force.
pub fn removed(file: &str, count: usize, language: Language) -> String {
    let count = rules(count, language);
    say!(language, "Το «{file}» αφαιρέθηκε ({count}).", "“{file}” was removed ({count}).")
}
