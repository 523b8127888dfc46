//! The sentences for leads in Greek.

use super::{Deed, Language, Refused};

pub fn told(deed: Option<Deed>, subject: &str) -> String {
    match deed {
        Some(Deed::Activated) => format!("ενεργοποιήθηκε το «{subject}»"),
        Some(Deed::ActivatedAlone) => {
            format!("ενεργοποιήθηκε το «{subject}», και σίγησαν οι κανόνες που είχαν άλλη γνώμη")
        }
        Some(Deed::Restored) => format!("επανήλθε παλιότερη έκδοση του «{subject}»"),
        Some(Deed::Removed) => format!("αφαιρέθηκε το «{subject}»"),
        Some(Deed::Undone) => format!("αναιρέθηκε η προηγούμενη αλλαγή ({subject})"),
        Some(Deed::SwitchedOff) => format!("απενεργοποιήθηκε: {subject}"),
        Some(Deed::SwitchedOn) => format!("ενεργοποιήθηκε ξανά: {subject}"),
        Some(Deed::Spared) => format!("το «{subject}» δεν επισημαίνεται ποτέ"),
        Some(Deed::NotSpared) => format!("το «{subject}» επισημαίνεται πάλι κανονικά"),
        Some(Deed::Approved) => format!("έγινε κανόνας μια πρόταση: «{subject}»"),
        Some(Deed::Settings) => "άλλαξαν οι ρυθμίσεις".to_owned(),
        Some(Deed::TipsPlanned) => "μπήκε πλάνο για τις συμβουλές".to_owned(),
        Some(Deed::TipsPaused) => "οι συμβουλές σταμάτησαν για λίγο".to_owned(),
        Some(Deed::TipsResumed) => "οι συμβουλές ξεκίνησαν πάλι".to_owned(),
        Some(Deed::TipSkipped) => "παραλείφθηκε μία συμβουλή".to_owned(),
        Some(Deed::TipsResting) => {
            "οι συμβουλές σταμάτησαν, γιατί το κανάλι τους δεν είναι διαθέσιμο".to_owned()
        }
        None => format!("μια αλλαγή από νεότερη έκδοσή μου ({subject})"),
    }
}

pub fn refused(refused: &Refused) -> String {
    match refused {
        Refused::NoServer => "Αυτό γίνεται μέσα στον server της ομάδας σας· εδώ μιλάμε οι δυο μας.".to_owned(),
        Refused::NotALead => {
            "Αυτό το κάνουν οι υπεύθυνοι της ομάδας. Αν έχετε μια ιδέα για κανόνα, με /πρόταση φτάνει σε αυτούς.".to_owned()
        }
        Refused::Stale { since } => {
            let lines: Vec<String> = since.iter().map(|told| format!("• {}", self::told(told.deed, &told.subject))).collect();
            format!(
                "Στο μεταξύ άλλαξε κάτι, οπότε το άφησα όπως είναι:\n{}\nΔείτε το και δοκιμάστε ξανά.",
                lines.join("\n")
            )
        }
        Refused::NothingWaiting => {
            "Αυτή η αναφορά δεν περιμένει πια απόφαση. Ανεβάστε ξανά το αρχείο και φτιάχνω αμέσως καινούργια.".to_owned()
        }
        Refused::NothingToUndo => {
            "Από τότε έγιναν κι άλλες αλλαγές, οπότε δεν αναιρείται μόνη της. Στο ιστορικό μπορείτε να επαναφέρετε όποια έκδοση θέλετε.".to_owned()
        }
        Refused::TooLarge { limit } => format!("Το αρχείο είναι πολύ μεγάλο· διαβάζω έως {} MiB.", limit >> 20),
        Refused::TooManyRules { found, limit } => format!(
            "Με αυτό το αρχείο η ομάδα θα είχε {found} κανόνες· χωράνε έως {limit}. Ίσως μερικοί μπορούν να ενωθούν: ένας κανόνας έχει όσες φράσεις θέλετε."
        ),
        Refused::NotATable(_) | Refused::Tips(_) => String::new(),
        Refused::Vanished => "Αυτό δεν υπάρχει πια· κάτι άλλαξε στο μεταξύ. Ανοίξτε ξανά τη λίστα, και θα δείτε τι ισχύει τώρα.".to_owned(),
        Refused::NoName => "Γράψτε τουλάχιστον ένα όνομα, και δεν θα το επισημαίνω.".to_owned(),
        Refused::NotReplies(trouble) => crate::render::leads::replies::not_read(trouble, Language::El),
        Refused::NotSound => "Το αρχείο έχει σημεία που θέλουν διόρθωση πρώτα· τα δείχνει όλα η αναφορά.".to_owned(),
        Refused::UnknownFile { asked, nearest: Some(nearest) } => {
            format!("Δεν βρήκα αρχείο «{asked}»· μήπως εννοείτε «{nearest}»;")
        }
        Refused::UnknownFile { asked, nearest: None } => {
            format!("Δεν βρήκα αρχείο «{asked}» στην ομάδα σας.")
        }
        Refused::UnknownVersion { file, number } => {
            format!("Το «{file}» δεν έχει έκδοση {number}. Το ιστορικό δείχνει όσες υπάρχουν.")
        }
        Refused::UnknownName { asked, nearest: Some(nearest) } => {
            format!("Δεν βρήκα κάτι με το όνομα «{asked}»· μήπως εννοείτε «{nearest}»;")
        }
        Refused::UnknownName { asked, nearest: None } => {
            format!("Δεν βρήκα κάτι με το όνομα «{asked}». Αρκούν λίγα γράμματα για να σας προτείνω.")
        }
        Refused::AlreadySo => "Έτσι είναι ήδη.".to_owned(),
        Refused::AlreadyDecided => "Γι' αυτή την πρόταση έχει ήδη αποφασίσει κάποιος.".to_owned(),
        Refused::ManyProposals => {
            "Έχετε ήδη αρκετές προτάσεις που περιμένουν. Μόλις αποφασίσουν οι υπεύθυνοι για μερικές, χωράνε κι άλλες.".to_owned()
        }
        Refused::EmptyPair => {
            "Λείπουν ακόμη τα λόγια: τι αποφεύγουμε να λέμε, και τι λέμε στη θέση του ή γιατί.".to_owned()
        }
        Refused::TooLong { limit } => format!("Χωράνε έως {limit} χαρακτήρες· μια πιο σύντομη φράση θα περάσει."),
        Refused::TooManyNames { limit } => {
            format!("Κρατάω έως {limit} τέτοια ονόματα. Αν αφαιρέσετε κάποιο που δεν χρειάζεται, χωράει και αυτό.")
        }
    }
}
