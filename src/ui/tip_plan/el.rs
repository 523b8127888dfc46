//! The plan in Greek.

use super::{ShownPlan, list, place};
use crate::model::Language;
use crate::tips::UserError;
use crate::ui::moment::{at_time, weekday};

pub fn sentence(plan: &ShownPlan) -> String {
    let days = match plan.weekdays.len() {
        7 => "Κάθε μέρα".to_owned(),
        _ if super::is_working_week(&plan.weekdays) => "Κάθε εργάσιμη".to_owned(),
        _ => {
            let names = plan.weekdays.iter().map(|day| weekday(*day, Language::El).to_owned());
            format!("Κάθε {}", list(&names.collect::<Vec<_>>(), Language::El))
        }
    };
    let time = at_time(plan.time, Language::El);
    let place = place(&plan.zone, Language::El);
    match &plan.channel {
        Some(channel) => format!("{days} {time}, {place}, στο {channel}."),
        None => format!("{days} {time}, {place}, εδώ στο τερματικό."),
    }
}

pub fn late(minutes: i64) -> String {
    let how_long = match (minutes / 60, minutes % 60) {
        (0, 0) => return "Αν λείπω εκείνη την ώρα, η συμβουλή της ημέρας παραλείπεται.".to_owned(),
        (1, 0) => "μία ώρα".to_owned(),
        (hours, 0) => format!("{hours} ώρες"),
        (0, minutes) => format!("{minutes} λεπτά"),
        (1, minutes) => format!("μία ώρα και {minutes} λεπτά"),
        (hours, minutes) => format!("{hours} ώρες και {minutes} λεπτά"),
    };
    format!("Αν λείπω εκείνη την ώρα, έρχεται μόλις γυρίσω, το πολύ {how_long} αργότερα.")
}

pub fn user_error(error: &UserError) -> String {
    match error {
        UserError::NoPlan => {
            "Η ομάδα δεν έχει ακόμη πλάνο για τις συμβουλές. Με /συμβουλές ρύθμιση το φτιάχνουμε σε ένα λεπτό.".to_owned()
        }
        UserError::Resting => {
            "Οι συμβουλές είναι ήδη σε παύση. Με /συμβουλές συνέχεια ξεκινούν πάλι.".to_owned()
        }
        UserError::NoDays => {
            "Με αυτό το πλάνο δεν θα ερχόταν ποτέ συμβουλή. Διαλέξτε τουλάχιστον μία μέρα της εβδομάδας.".to_owned()
        }
        UserError::NoTips { language } => format!(
            "Δεν έχω ακόμη συμβουλές στη γλώσσα «{language}». Με /συμβουλές προσθήκη γράφετε δικές σας."
        ),
        UserError::UnknownZone { asked, nearest: Some(nearest) } => {
            format!("Δεν βρήκα ζώνη ώρας «{asked}»· μήπως εννοείτε «{nearest}»;")
        }
        UserError::UnknownZone { asked, nearest: None } => format!(
            "Δεν βρήκα ζώνη ώρας «{asked}». Γράψτε μια μεγάλη πόλη στα αγγλικά, όπως Athens, και σας προτείνω."
        ),
        UserError::NotATime { asked } => {
            format!("Το «{asked}» δεν το διάβασα ως ώρα. Γράψτε τη με τέσσερα ψηφία, όπως 09:00.")
        }
        UserError::NotADate { asked } => {
            format!("Το «{asked}» δεν το διάβασα ως ημερομηνία. Γράψτε τη όπως 24/12/2026.")
        }
        UserError::NotWeekdays { asked } => format!(
            "Το «{asked}» δεν το διάβασα ως μέρες. Γράψτε «εργάσιμες», «κάθε μέρα», ή όσες θέλετε: «Δευτέρα, Τετάρτη»."
        ),
        UserError::EmptyTip => "Η συμβουλή περιμένει ακόμη τα λόγια της.".to_owned(),
        UserError::TipThere => "Αυτή τη συμβουλή την έχουμε ήδη.".to_owned(),
        UserError::TooManyTips { limit } => {
            format!("Κρατάω έως {limit} συμβουλές δικές σας. Αν αφαιρέσετε μία, χωράει και αυτή.")
        }
        UserError::UnknownPrinciple { asked } => {
            format!("Δεν βρήκα αρχή με το όνομα «{asked}».")
        }
        UserError::TipGone => "Αυτή η συμβουλή δεν υπάρχει πια.".to_owned(),
        UserError::NoChannel => {
            "Οι συμβουλές χρειάζονται ένα κανάλι του server. Διαλέξτε ένα και ξεκινάμε.".to_owned()
        }
    }
}
