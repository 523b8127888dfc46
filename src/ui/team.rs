//! What the bot says to a team's leads about its own rules: kind refusals, and what was changed.

use super::Said;
use crate::model::{ChangeKind, ChangeSummary, Language};
use crate::team::UserError;
use crate::ui::said::{said, sentences};

/// A change in a line, without who made it.
pub fn change(summary: &ChangeSummary, language: Language) -> String {
    let ChangeSummary { kind, subject, .. } = summary;
    sentences!(
        language,
        match kind {
            Some(ChangeKind::Activated) =>
                ["ενεργοποιήθηκε το «{subject}»", "“{subject}” was activated",],
            Some(ChangeKind::ActivatedAlone) => [
                "ενεργοποιήθηκε το «{subject}», και απενεργοποιήθηκαν οι κανόνες που το έπιαναν",
                "“{subject}” was activated, and the rules that caught it were switched off",
            ],
            Some(ChangeKind::Restored) => [
                "επανήλθε παλιότερη έκδοση του «{subject}»",
                "an earlier version of “{subject}” was restored",
            ],
            Some(ChangeKind::Removed) => ["αφαιρέθηκε το «{subject}»", "“{subject}” was removed"],
            Some(ChangeKind::Undone) => [
                "αναιρέθηκε η προηγούμενη αλλαγή ({subject})",
                "the previous change was undone ({subject})",
            ],
            Some(ChangeKind::SwitchedOff) =>
                ["απενεργοποιήθηκε: {subject}", "switched off: {subject}"],
            Some(ChangeKind::SwitchedOn) =>
                ["ενεργοποιήθηκε ξανά: {subject}", "switched on again: {subject}",],
            Some(ChangeKind::Allowed) =>
                ["το «{subject}» δεν επισημαίνεται ποτέ", "“{subject}” is never flagged",],
            Some(ChangeKind::NotAllowed) =>
                ["το «{subject}» επισημαίνεται πάλι κανονικά", "“{subject}” may be flagged again",],
            Some(ChangeKind::Approved) =>
                ["έγινε κανόνας μια πρόταση: «{subject}»", "a proposal became a rule: “{subject}”",],
            Some(ChangeKind::Settings) => ["άλλαξαν οι ρυθμίσεις", "settings were changed"],
            Some(ChangeKind::TipsPlanned) =>
                ["ορίστηκε πρόγραμμα για τις συμβουλές", "a schedule for tips was set",],
            Some(ChangeKind::TipsPaused) => ["οι συμβουλές μπήκαν σε παύση", "tips were paused"],
            Some(ChangeKind::TipsResumed) => ["οι συμβουλές ξεκίνησαν πάλι", "tips were resumed"],
            Some(ChangeKind::TipSkipped) => ["παραλείφθηκε μία συμβουλή", "one tip was skipped"],
            Some(ChangeKind::TipsResting) => [
                "οι συμβουλές σταμάτησαν, γιατί το κανάλι τους δεν είναι διαθέσιμο",
                "tips were paused, because I can't post in their channel",
            ],
            None => [
                "μια αλλαγή από νεότερη έκδοσή μου ({subject})",
                "a change made by a later version of me ({subject})",
            ],
        }
    )
}

/// A kind refusal in a sentence or two; text from outside is not escaped in it.
pub fn user_error(error: &UserError, language: Language) -> String {
    sentences!(
        language,
        match error {
            UserError::NoServer => [
                "Αυτό γίνεται μέσα στον server της ομάδας σας· εδώ μιλάμε οι δυο μας.",
                "That only works in your team's server; here it is just the two of us.",
            ],
            UserError::NotALead => [
                "Αυτό το κάνουν οι υπεύθυνοι της ομάδας. Αν έχετε μια ιδέα για κανόνα, με /πρόταση φτάνει σε αυτούς.",
                "This is for the team's leads. If you have an idea for a rule, /suggest sends it to them.",
            ],
            UserError::Stale { since } => [
                "Δεν πείραξα τίποτα, γιατί στο μεταξύ άλλαξε κάτι:\n{changes}\nΔείτε το και δοκιμάστε ξανά.",
                "Something has changed in the meantime, so I left things as they are:\n{changes}\nHave a look and try again.",
                changes = changes(since, language),
            ],
            UserError::NothingWaiting => [
                "Αυτή η αναφορά δεν περιμένει πια απόφαση. Ανεβάστε ξανά το αρχείο και φτιάχνω αμέσως καινούργια.",
                "This report is no longer waiting for a decision. Upload the file again and I'll make a new one right away.",
            ],
            UserError::NothingToUndo => [
                "Από τότε έγιναν κι άλλες αλλαγές, οπότε δεν γίνεται να αναιρέσω μόνο αυτήν. Με /κανόνες ιστορικό επαναφέρετε όποια έκδοση θέλετε.",
                "There have been other changes since, so this one can't be undone on its own. /rules history lets you restore any version.",
            ],
            UserError::TooLarge { limit } => [
                "Το αρχείο είναι πολύ μεγάλο· διαβάζω έως {mib} MB.",
                "The file is too large; I read up to {mib} MB.",
                mib = limit >> 20,
            ],
            UserError::TooManyRules { found, limit } => [
                "Με αυτό το αρχείο η ομάδα θα είχε {found} κανόνες· χωράνε έως {limit}. Ίσως μερικοί μπορούν να ενωθούν: ένας κανόνας μπορεί να έχει πολλές φράσεις.",
                "With this file the team would have {found} rules; the limit is {limit}. Perhaps some can be combined: one rule can have many phrases.",
            ],
            UserError::TooManyFiles { limit } => [
                "Η ομάδα έχει ήδη {limit} αρχεία κανόνων, και τόσα χωράνε. Αν ενώσετε μερικά ή αφαιρέσετε ένα που δεν χρειάζεται, χωράει και αυτό.",
                "Your team already has {limit} rule files, which is the limit. Combine some, or remove one you no longer need, and this one will fit.",
            ],
            UserError::TeamTooLarge { limit } => [
                "Με αυτό το αρχείο οι κανόνες της ομάδας θα ξεπερνούσαν τα {mib} MB που χωράνε. Αν αφαιρέσετε ένα αρχείο που δεν χρειάζεται, χωράει και αυτό.",
                "With this file the team's rules would go over the limit of {mib} MB. Remove a file you no longer need, and this one will fit.",
                mib = limit >> 20,
            ],
            UserError::TooHeavy => [
                "Αυτοί οι κανόνες θα έπιαναν πολλή μνήμη. Τον περισσότερο χώρο τον πιάνουν τα `regex` και οι μεγάλες λίστες (`sets`)· με λιγότερα από αυτά οι κανόνες χωράνε.",
                "These rules would take too much memory. Regular expressions and large lists take most of it; with fewer of them the rules will fit.",
            ],
            UserError::ManyUploads => [
                "Ήρθαν πολλά αρχεία μέσα σε ένα λεπτό. Σε λίγο συνεχίζουμε· μέχρι τότε όλα μένουν όπως είναι.",
                "That was a lot of files in one minute. Please try again in a moment; nothing has changed.",
            ],
            UserError::ManyAtOnce => [
                "Κοιτάζω ήδη αρκετά για την ομάδα σας αυτή τη στιγμή. Δοκιμάστε ξανά σε λίγο, και συνεχίζουμε.",
                "I am looking at quite a few things for your team just now. Please try again in a moment, and we'll carry on.",
            ],
            UserError::NotATable(error) => {
                super::table_error(error, language)
            }
            UserError::Vanished => [
                "Αυτό δεν υπάρχει πια· κάτι άλλαξε στο μεταξύ. Ανοίξτε ξανά τη λίστα, και θα δείτε τι ισχύει τώρα.",
                "That is no longer there; something has changed in the meantime. Open the list again to see what is active now.",
            ],
            UserError::NoName => [
                "Γράψτε τουλάχιστον ένα όνομα, και δεν θα το επισημαίνω.",
                "Write at least one name and I will leave it alone.",
            ],
            UserError::NotReplies(error) => {
                super::leads::replies::not_read(error, language)
            }
            UserError::NotSound => [
                "Το αρχείο έχει σημεία που θέλουν διόρθωση πρώτα· τα δείχνει όλα η αναφορά.",
                "Some places in the file need fixing first; the report shows them all.",
            ],
            UserError::UnknownFile { asked, nearest: Some(nearest) } => [
                "Δεν βρήκα αρχείο «{asked}»· μήπως εννοείτε «{nearest}»;",
                "I found no file “{asked}”; did you mean “{nearest}”?",
            ],
            UserError::UnknownFile { asked, nearest: None } => [
                "Δεν βρήκα αρχείο «{asked}» στην ομάδα σας.",
                "I found no file “{asked}” among your team's files.",
            ],
            UserError::UnknownVersion { file, number } => [
                "Το «{file}» δεν έχει έκδοση {number}. Με /κανόνες επαναφορά, χωρίς αριθμό, διαλέγετε από όσες υπάρχουν.",
                "“{file}” has no version {number}. Use /rules restore without a number to choose from the ones it has.",
            ],
            UserError::UnknownName { asked, nearest: Some(nearest) } => [
                "Δεν βρήκα κάτι με το όνομα «{asked}»· μήπως εννοείτε «{nearest}»;",
                "I found nothing called “{asked}”; did you mean “{nearest}”?",
            ],
            UserError::UnknownName { asked, nearest: None } => [
                "Δεν βρήκα κάτι με το όνομα «{asked}». Αρκούν λίγα γράμματα για να σας προτείνω.",
                "I found nothing called “{asked}”. Type a few letters and I will suggest some.",
            ],
            UserError::AlreadySo => ["Έτσι είναι ήδη.", "That is already the case."],
            UserError::AlreadyDecided => [
                "Γι' αυτή την πρόταση έχει ήδη αποφασίσει κάποιος.",
                "Somebody has already decided on this proposal.",
            ],
            UserError::ManyProposals => [
                "Έχετε ήδη αρκετές προτάσεις που περιμένουν. Μόλις αποφασίσουν οι υπεύθυνοι για μερικές, χωράνε κι άλλες.",
                "You already have quite a few proposals waiting. Once the leads have decided on some, there will be room for more.",
            ],
            UserError::ManyProposalsOfTeam => [
                "Οι υπεύθυνοι έχουν ήδη πολλές προτάσεις μπροστά τους. Μόλις αποφασίσουν για μερικές, χωράει και η δική σας.",
                "The leads already have many proposals to decide on. Once they have decided on some, there will be room for yours.",
            ],
            UserError::EmptyPair => [
                "Λείπουν ακόμη τα λόγια: τι αποφεύγουμε να λέμε, και τι λέμε στη θέση του ή γιατί.",
                "Some words are still missing: what to avoid, and what to say instead or why.",
            ],
            UserError::TooLong { limit } => [
                "Χωράνε έως {limit} χαρακτήρες· μια πιο σύντομη φράση θα περάσει.",
                "There is room for {limit} characters; please try a shorter phrase.",
            ],
            UserError::TooManyNames { limit } => [
                "Κρατάω έως {limit} τέτοια ονόματα. Αν αφαιρέσετε κάποιο που δεν χρειάζεται, χωράει και αυτό.",
                "I can keep up to {limit} names. Remove one you no longer need and this one will fit.",
            ],
        }
    )
}

fn changes(since: &[ChangeSummary], language: Language) -> String {
    let lines: Vec<String> = since.iter().map(|it| format!("• {}", change(it, language))).collect();
    lines.join("\n")
}

/// Something that storage could not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageFault {
    /// It is busy; a little later it works.
    Busy,
    /// No room is left.
    Full,
    /// It can't be reached, or not be read.
    Away,
}

/// What a person is told when storage fails. Nothing was lost, and an operator reads the rest in the log.
pub fn storage(error: StorageFault) -> Said {
    match error {
        StorageFault::Busy => said(
            "Έχω πολλά μαζί αυτή τη στιγμή, οπότε δεν πρόλαβα να το αποθηκεύσω. Δοκιμάστε ξανά σε λίγο· τίποτα δεν άλλαξε.",
            "I am very busy right now and could not save this. Please try again in a moment; nothing was changed.",
        ),
        StorageFault::Full => said(
            "Δεν έχω χώρο για να το αποθηκεύσω. Τίποτα δεν άλλαξε, και όλα δουλεύουν όπως πριν. Όποιος με εγκατέστησε μπορεί να ελευθερώσει χώρο στον δίσκο.",
            "I have no space to save this. Nothing was changed, and everything works as before. The person who hosts me can free up space on the disk.",
        ),
        StorageFault::Away => said(
            "Δεν έχω πρόσβαση στα δεδομένα μου αυτή τη στιγμή, οπότε δεν άλλαξα τίποτα. Ο έλεγχος μηνυμάτων συνεχίζει κανονικά.",
            "I can't reach my data right now, so I changed nothing. You can still check drafts.",
        ),
    }
}

/// Next to a card, where the team's own rules could not be reached.
pub const WITHOUT_OWN_RULES: Said = said(
    "Οι κανόνες της ομάδας σας δεν είναι διαθέσιμοι αυτή τη στιγμή, οπότε κοίταξα το μήνυμα μόνο με τους έτοιμους.",
    "I can't reach your team's own rules right now, so I used only the built-in rules.",
);

/// To the author of a proposal that became a rule.
pub const PROPOSAL_APPROVED: Said = said(
    "Η πρότασή σας έγινε κανόνας της ομάδας. Ευχαριστούμε!",
    "Your proposal is now one of the team's rules. Thank you!",
);

/// To the author of a proposal that was declined.
pub const PROPOSAL_DECLINED: Said = said(
    "Ευχαριστούμε για την πρόταση. Προς το παρόν η ομάδα δεν την πρόσθεσε στους κανόνες της. Κάθε νέα ιδέα σας είναι πάντα ευπρόσδεκτη.",
    "Thank you for the proposal. The team has not made it a rule for now; your ideas are always welcome.",
);

/// To the author of a proposal that came in.
pub const PROPOSAL_TAKEN: Said = said(
    "Ευχαριστώ, η πρότασή σας πήγε στους υπεύθυνους της ομάδας. Θα σας πω τι αποφάσισαν.",
    "Thank you, your proposal has gone to the team's leads. I will tell you what they decide.",
);

/// To somebody who has proposed the same before.
pub const PROPOSAL_AGAIN: Said = said(
    "Αυτή την πρότασή σας την έχω ήδη, και περιμένει τους υπεύθυνους της ομάδας. Θα σας πω τι αποφάσισαν.",
    "I already have this proposal from you; it is waiting for the team's leads. I will tell you what they decide.",
);

/// To somebody whose proposal others had as well.
pub const PROPOSAL_JOINED: Said = said(
    "Ευχαριστώ! Το ίδιο σκέφτηκε και κάποιος άλλος, οπότε η πρόταση μετράει ακόμη περισσότερο. Θα σας πω τι θα αποφασίσουν οι υπεύθυνοι.",
    "Thank you! Somebody else had the same idea, so now it counts for more. I will tell you what the leads decide.",
);
