//! The sentences for leads in Greek.

use super::{Language, UserError};
use crate::model::ChangeKind;

pub fn change(kind: Option<ChangeKind>, subject: &str) -> String {
    match kind {
        Some(ChangeKind::Activated) => format!("ενεργοποιήθηκε το «{subject}»"),
        Some(ChangeKind::ActivatedAlone) => {
            format!("ενεργοποιήθηκε το «{subject}», και σίγησαν οι κανόνες που είχαν άλλη γνώμη")
        }
        Some(ChangeKind::Restored) => format!("επανήλθε παλιότερη έκδοση του «{subject}»"),
        Some(ChangeKind::Removed) => format!("αφαιρέθηκε το «{subject}»"),
        Some(ChangeKind::Undone) => format!("αναιρέθηκε η προηγούμενη αλλαγή ({subject})"),
        Some(ChangeKind::SwitchedOff) => format!("απενεργοποιήθηκε: {subject}"),
        Some(ChangeKind::SwitchedOn) => format!("ενεργοποιήθηκε ξανά: {subject}"),
        Some(ChangeKind::Allowed) => format!("το «{subject}» δεν επισημαίνεται ποτέ"),
        Some(ChangeKind::NotAllowed) => format!("το «{subject}» επισημαίνεται πάλι κανονικά"),
        Some(ChangeKind::Approved) => format!("έγινε κανόνας μια πρόταση: «{subject}»"),
        Some(ChangeKind::Settings) => "άλλαξαν οι ρυθμίσεις".to_owned(),
        Some(ChangeKind::TipsPlanned) => "μπήκε πλάνο για τις συμβουλές".to_owned(),
        Some(ChangeKind::TipsPaused) => "οι συμβουλές σταμάτησαν για λίγο".to_owned(),
        Some(ChangeKind::TipsResumed) => "οι συμβουλές ξεκίνησαν πάλι".to_owned(),
        Some(ChangeKind::TipSkipped) => "παραλείφθηκε μία συμβουλή".to_owned(),
        Some(ChangeKind::TipsResting) => {
            "οι συμβουλές σταμάτησαν, γιατί το κανάλι τους δεν είναι διαθέσιμο".to_owned()
        }
        None => format!("μια αλλαγή από νεότερη έκδοσή μου ({subject})"),
    }
}

pub fn user_error(error: &UserError) -> String {
    match error {
        UserError::NoServer => "Αυτό γίνεται μέσα στον server της ομάδας σας· εδώ μιλάμε οι δυο μας.".to_owned(),
        UserError::NotALead => {
            "Αυτό το κάνουν οι υπεύθυνοι της ομάδας. Αν έχετε μια ιδέα για κανόνα, με /πρόταση φτάνει σε αυτούς.".to_owned()
        }
        UserError::Stale { since } => {
            let lines: Vec<String> = since.iter().map(|it| format!("• {}", change(it.kind, &it.subject))).collect();
            format!(
                "Στο μεταξύ άλλαξε κάτι, οπότε το άφησα όπως είναι:\n{}\nΔείτε το και δοκιμάστε ξανά.",
                lines.join("\n")
            )
        }
        UserError::NothingWaiting => {
            "Αυτή η αναφορά δεν περιμένει πια απόφαση. Ανεβάστε ξανά το αρχείο και φτιάχνω αμέσως καινούργια.".to_owned()
        }
        UserError::NothingToUndo => {
            "Από τότε έγιναν κι άλλες αλλαγές, οπότε δεν αναιρείται μόνη της. Στο ιστορικό μπορείτε να επαναφέρετε όποια έκδοση θέλετε.".to_owned()
        }
        UserError::TooLarge { limit } => format!("Το αρχείο είναι πολύ μεγάλο· διαβάζω έως {} MiB.", limit >> 20),
        UserError::TooManyRules { found, limit } => format!(
            "Με αυτό το αρχείο η ομάδα θα είχε {found} κανόνες· χωράνε έως {limit}. Ίσως μερικοί μπορούν να ενωθούν: ένας κανόνας έχει όσες φράσεις θέλετε."
        ),
        UserError::TooManyFiles { limit } => format!(
            "Η ομάδα έχει ήδη {limit} αρχεία κανόνων, και τόσα χωράνε. Αν ενώσετε μερικά ή αφαιρέσετε ένα που δεν χρειάζεται, χωράει και αυτό."
        ),
        UserError::TeamTooLarge { limit } => format!(
            "Με αυτό το αρχείο οι κανόνες της ομάδας θα ξεπερνούσαν τα {} MiB που χωράνε. Αν αφαιρέσετε ένα αρχείο που δεν χρειάζεται, χωράει και αυτό.",
            limit >> 20
        ),
        UserError::TooHeavy => {
            "Αυτοί οι κανόνες θα έπιαναν πολλή μνήμη. Τον περισσότερο χώρο τον πιάνουν οι κανονικές εκφράσεις και τα μεγάλα σύνολα· με λιγότερα από αυτά χωράνε.".to_owned()
        }
        UserError::ManyUploads => {
            "Ήρθαν πολλά αρχεία μέσα σε ένα λεπτό. Σε λίγο συνεχίζουμε· μέχρι τότε όλα μένουν όπως είναι.".to_owned()
        }
        UserError::ManyAtOnce => {
            "Κοιτάζω ήδη αρκετά για την ομάδα σας αυτή τη στιγμή. Δοκιμάστε ξανά σε λίγο, και συνεχίζουμε.".to_owned()
        }
        UserError::NotATable(_) => String::new(),
        UserError::Vanished => "Αυτό δεν υπάρχει πια· κάτι άλλαξε στο μεταξύ. Ανοίξτε ξανά τη λίστα, και θα δείτε τι ισχύει τώρα.".to_owned(),
        UserError::NoName => "Γράψτε τουλάχιστον ένα όνομα, και δεν θα το επισημαίνω.".to_owned(),
        UserError::NotReplies(error) => crate::ui::leads::replies::not_read(error, Language::El),
        UserError::NotSound => "Το αρχείο έχει σημεία που θέλουν διόρθωση πρώτα· τα δείχνει όλα η αναφορά.".to_owned(),
        UserError::UnknownFile { asked, nearest: Some(nearest) } => {
            format!("Δεν βρήκα αρχείο «{asked}»· μήπως εννοείτε «{nearest}»;")
        }
        UserError::UnknownFile { asked, nearest: None } => {
            format!("Δεν βρήκα αρχείο «{asked}» στην ομάδα σας.")
        }
        UserError::UnknownVersion { file, number } => {
            format!("Το «{file}» δεν έχει έκδοση {number}. Το ιστορικό δείχνει όσες υπάρχουν.")
        }
        UserError::UnknownName { asked, nearest: Some(nearest) } => {
            format!("Δεν βρήκα κάτι με το όνομα «{asked}»· μήπως εννοείτε «{nearest}»;")
        }
        UserError::UnknownName { asked, nearest: None } => {
            format!("Δεν βρήκα κάτι με το όνομα «{asked}». Αρκούν λίγα γράμματα για να σας προτείνω.")
        }
        UserError::AlreadySo => "Έτσι είναι ήδη.".to_owned(),
        UserError::AlreadyDecided => "Γι' αυτή την πρόταση έχει ήδη αποφασίσει κάποιος.".to_owned(),
        UserError::ManyProposals => {
            "Έχετε ήδη αρκετές προτάσεις που περιμένουν. Μόλις αποφασίσουν οι υπεύθυνοι για μερικές, χωράνε κι άλλες.".to_owned()
        }
        UserError::ManyProposalsOfTeam => {
            "Οι υπεύθυνοι έχουν ήδη πολλές προτάσεις μπροστά τους. Μόλις αποφασίσουν για μερικές, χωράει και η δική σας.".to_owned()
        }
        UserError::EmptyPair => {
            "Λείπουν ακόμη τα λόγια: τι αποφεύγουμε να λέμε, και τι λέμε στη θέση του ή γιατί.".to_owned()
        }
        UserError::TooLong { limit } => format!("Χωράνε έως {limit} χαρακτήρες· μια πιο σύντομη φράση θα περάσει."),
        UserError::TooManyNames { limit } => {
            format!("Κρατάω έως {limit} τέτοια ονόματα. Αν αφαιρέσετε κάποιο που δεν χρειάζεται, χωράει και αυτό.")
        }
    }
}
