//! What leads and their teams read on panels and forms, a file for each subject, every sentence in both languages.

pub mod add;
pub mod forgetting;
pub mod history;
pub mod listing;
pub mod names;
pub mod own_files;
pub mod proposals;
pub mod replies;
pub mod settings;
pub mod slow_rules;
pub mod switching;

use jiff::Timestamp;

use super::Said;
use crate::model::Language;
use crate::schedule::Zone;
use crate::team::Replacement;
use crate::ui::said::{said, say, sentences};

/// Takes back what was just done.
pub const UNDO: Said = said("Αναίρεση", "Undo");
/// Does again what was just taken back.
pub const AFTER_ALL: Said = said("Τελικά να ισχύσει", "Redo");
/// Leaves everything as it is.
pub const LEAVE_IT: Said = said("Άκυρο", "Cancel");
/// After that.
pub const LEFT: Said = said("Εντάξει, τίποτα δεν άλλαξε.", "All right, nothing was changed.");
/// The page before.
pub const EARLIER: Said = said("Προηγούμενοι", "Previous");
/// The page after.
pub const LATER: Said = said("Επόμενοι", "Next");

/// A phrase and what becomes of it, in a line.
pub fn becomes(phrase: &str, instead: &Replacement, language: Language) -> String {
    match (instead, language) {
        (Replacement::Say(wording), _) => format!("{phrase} → {wording}"),
        (Replacement::LeaveOut, Language::El) => format!("{phrase} → (φεύγει)"),
        (Replacement::LeaveOut, Language::En) => format!("{phrase} → (removed)"),
        (Replacement::Advice, Language::El) => format!("{phrase} (μόνο συμβουλή)"),
        (Replacement::Advice, Language::En) => format!("{phrase} (advice only)"),
    }
}

/// Words as they were said.
pub fn quoted(text: &str, language: Language) -> String {
    say!(language, "«{text}»", "“{text}”")
}

/// This many rules.
pub fn rules(count: usize, language: Language) -> String {
    sentences!(
        language,
        match count {
            1 => ["1 κανόνας", "1 rule"],
            _ => ["{count} κανόνες", "{count} rules"],
        }
    )
}

/// Follows the first few items of a list.
pub fn and_more(count: usize, language: Language) -> String {
    say!(language, "και {count} ακόμη", "and {count} more")
}

/// Above the change that was taken back.
pub const UNDONE: Said = said(
    "Αναιρέθηκε αυτή η αλλαγή, και όλα είναι όπως πριν:",
    "This change was undone, and everything is as before:",
);
/// After a change was redone.
pub const DONE_AFTER_ALL: Said =
    said("Εντάξει, η αλλαγή ισχύει τελικά:", "All right, the change is back:");

/// Where a list ends that goes on in a file.
pub const ALL_IN_FILE: Said = said("Όλα μαζί είναι στο αρχείο.", "Everything is in the file.");

/// What somebody did, with when and who, where a chat does not tell.
pub fn done(what: &str, moment: &str, by: Option<u64>, language: Language) -> String {
    let who = match (by, language) {
        // The one person at a terminal.
        (Some(0), _) => String::new(),
        (Some(user), Language::El) => format!(" · μέλος {user}"),
        (Some(user), Language::En) => format!(" · member {user}"),
        (None, Language::El) => " · δεν θυμάμαι ποιος".to_owned(),
        (None, Language::En) => " · I don't remember who".to_owned(),
    };
    format!("{moment} · {what}{who}")
}

/// A moment in short, by the clock of a zone, with its name in short.
pub fn moment(seconds: i64, zone: &Zone) -> String {
    let at = Timestamp::from_second(seconds).unwrap_or_default();
    let clock = zone.rules().to_offset_info(at);
    let local = zone.rules().to_datetime(at).strftime("%d/%m/%Y %H:%M");
    format!("{local} {}", clock.abbreviation())
}
