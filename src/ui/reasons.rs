//! Why a wording was held back and why a rule is silent, as a colleague would say it.

use super::Said;
use crate::engine::{HoldReason, Silence};
use crate::model::Language;
use crate::rules::{Skip, Speaks};
use crate::ui::said::{said, say, sentences};

/// Why a wording was held back; goes on after a colon or a dash.
pub fn held_back(held: HoldReason, language: Language) -> &'static str {
    match held {
        HoldReason::LosesWords => said(
            "έτσι θα χάνονταν κάποια από τα λόγια σας",
            "some of your own words would be lost",
        ),
        HoldReason::LeavesNothing => said(
            "χωρίς αυτό δεν θα έμενε τίποτα να στείλετε",
            "without it nothing would be left to send",
        ),
        HoldReason::LeavesHalf => said(
            "δεν είναι σίγουρο ότι η πρόταση θα στεκόταν μόνη της χωρίς αυτό",
            "the rest of the sentence might not make sense without it",
        ),
        HoldReason::LosesOffer => said(
            "έτσι θα χανόταν κάτι που ζητάτε από τον πελάτη ή του προσφέρετε",
            "something you ask of the customer or offer them would be lost",
        ),
        HoldReason::LosesFact => said(
            "έτσι θα χανόταν κάτι που ο πελάτης χρειάζεται, όπως ένας αριθμός ή ένα όνομα",
            "something the customer needs would be lost, such as a number or a name",
        ),
        HoldReason::MovesWords => said(
            "πολλά από τα λόγια σας θα άλλαζαν θέση, και ίσως και νόημα",
            "many of your words would move, and the meaning might change",
        ),
        HoldReason::TurnsSense => said(
            "μπορεί να έλεγε το αντίθετο από αυτό που εννοείτε",
            "it might say the opposite of what you mean",
        ),
        HoldReason::Start => said(
            "δεν δένει με όσα γράφετε πριν από αυτό",
            "it does not fit with what comes before it",
        ),
        HoldReason::End => said(
            "δεν δένει με όσα γράφετε μετά από αυτό",
            "it does not fit with what comes after it",
        ),
        HoldReason::Blank => said(
            "έχει κενό που μόνο εσείς μπορείτε να συμπληρώσετε, και το υπόλοιπο μήνυμα στέκει και χωρίς αυτό",
            "it has a blank that only you can fill in, and the rest of the message stands without it",
        ),
        HoldReason::Repeats => said(
            "θα ξανάλεγε κάτι που το λέτε ήδη δίπλα",
            "it would repeat what you already say next to it",
        ),
        HoldReason::Register => said(
            "μιλά στον πελάτη αλλιώς από εσάς (στον ενικό ή στον πληθυντικό)",
            "it is more formal or less formal than the rest of your message",
        ),
        HoldReason::Clause => said(
            "η φράση είναι μέσα σε άρνηση, σε υποθετική πρόταση ή σε εξήγηση, ή προστατεύει κάποιον, και εκεί μια αλλαγή εύκολα αλλάζει το νόημα",
            "the phrase is in a negation, a condition or an explanation, or protects somebody, and a change there could easily alter the meaning",
        ),
    }
    .to(language)
}

/// Why a wording that fits is not used in the rewrite: the rule with this id finds something in it.
pub fn contested(by: &str, language: Language) -> String {
    say!(
        language,
        "ταιριάζει, αλλά κάτι μέσα του το πιάνει ο κανόνας `{by}`",
        "it fits, but the rule `{by}` catches something in it",
    )
}

/// The reason of this key, as JSON has it; nothing for a key that is not known.
pub(super) fn held_back_key(key: &str, language: Language) -> &'static str {
    let known = HoldReason::ALL.iter().find(|(_, known)| *known == key);
    known.map_or("", |(held, _)| held_back(*held, language))
}

/// What the author of a wording can do about it; empty for an unknown key.
pub(super) fn how_to_fit(key: &str, language: Language) -> &'static str {
    let known = HoldReason::ALL.iter().find(|(_, known)| *known == key);
    known.map_or("", |(held, _)| how_to_mend(*held).to(language))
}

fn how_to_mend(held: HoldReason) -> Said {
    match held {
        HoldReason::LosesWords => said(
            "γράψτε κάθε `{κενό}` της φράσης από μία φορά",
            "repeat each `{gap}` of the phrase once",
        ),
        HoldReason::LeavesNothing => said(
            "δώστε και μια διατύπωση, για όταν το μήνυμα δεν λέει τίποτε άλλο",
            "add a wording too, for messages that say nothing else",
        ),
        HoldReason::LeavesHalf => said(
            "δώστε και μια διατύπωση, για όταν το κομμάτι δεν φεύγει μόνο του",
            "add a wording too, for when the part cannot be removed on its own",
        ),
        HoldReason::LosesOffer => said(
            "γράψτε στη φράση και όσα επιτρέπεται να φύγουν μαζί της",
            "add to the phrase the words that may be removed with it",
        ),
        HoldReason::LosesFact => said(
            "δώστε όνομα στο κομμάτι με τον αριθμό και γράψτε το και στη διατύπωση",
            "give the part with the number a name and repeat it in the wording",
        ),
        HoldReason::MovesWords => said(
            "κρατήστε τα κενά στη σειρά που έχουν στη φράση",
            "keep the gaps in the same order as in the phrase",
        ),
        HoldReason::TurnsSense => said(
            "όπου η φράση λέει όχι, ας λέει όχι και η διατύπωση",
            "where the phrase says no, the wording should say no too",
        ),
        HoldReason::Start => {
            said("αρχίστε το όπως αρχίζει η φράση", "start it the way the phrase starts")
        }
        HoldReason::End => {
            said("τελειώστε το όπως τελειώνει η φράση", "end it the way the phrase ends")
        }
        HoldReason::Blank => said(
            "μια διατύπωση χωρίς κενό μπαίνει και σε μήνυμα που λέει κι άλλα",
            "a wording without a blank also fits a message that says more",
        ),
        HoldReason::Repeats => said(
            "αφήστε έξω όσα υπάρχουν ήδη γύρω από τη φράση",
            "leave out what is already around the phrase",
        ),
        HoldReason::Register => said(
            "γράψτε `<σας>`, που γίνεται «σου» όπου χρειάζεται",
            "write `<σας>`, which becomes «σου» where needed",
        ),
        HoldReason::Clause => said(
            "αν εκεί είναι εντάξει, γράψτε το στο `speaks:`",
            "if it is fine there, say so under `speaks:`",
        ),
    }
}

/// Why a rule does not apply where its phrase occurs; continues after «αλλά», "but".
pub fn silence(silence: &Silence, language: Language) -> String {
    let words = match silence {
        Silence::Outdone { by, is_teams } => return outdone(&by.id, *is_teams, language),
        Silence::Skipped(skip) => skipped(*skip),
        Silence::Innocent(place) => exempt(*place),
        Silence::Language => said(
            "είναι κανόνας για άλλη γλώσσα από αυτή που ζητήσατε",
            "the rule is for a different language from the one you asked for",
        ),
        Silence::Level => said(
            "μετρά λιγότερο από όσα ζητήσατε να δείτε",
            "its level is below the lowest one you asked to see",
        ),
        Silence::Off => said("ο κανόνας είναι απενεργοποιημένος", "the rule is switched off"),
        Silence::OtherDraft => said(
            "είναι κανόνας για ελληνικά, και το μήνυμα δεν είναι στα ελληνικά",
            "the rule is for Greek, and the message is not in Greek",
        ),
        Silence::Replaced => said(
            "τη θέση του έχει πάρει κανόνας της ομάδας με το ίδιο όνομα",
            "a rule of your team's with the same name replaces it",
        ),
        Silence::HalfAWord => said(
            "εδώ είναι κομμάτι από κάτι μεγαλύτερο, που το αφήνω ολόκληρο",
            "here it is part of something longer, which I leave whole",
        ),
        Silence::Quoted => said(
            "είναι μέσα σε εισαγωγικά, δηλαδή λόγια κάποιου άλλου",
            "it is in quotation marks, so these are somebody else's words",
        ),
        Silence::Safeguard => said(
            "μιλά για ασφάλεια, υγεία, προσωπικά δεδομένα ή νόμο, και εκεί ένα καθαρό όχι είναι σωστό",
            "it is about safety, health, privacy or the law, where a clear no is right",
        ),
        Silence::Spared => said(
            "είναι όνομα που η ομάδα έχει ζητήσει να μένει όπως είναι",
            "it is a name that the team wants left alone",
        ),
        Silence::Unless => said(
            "εδώ ισχύει μία από τις εξαιρέσεις του κανόνα (`unless`)",
            "one of the rule's exceptions applies here (`unless`)",
        ),
    };
    words.to(language).to_owned()
}

fn skipped(skip: Skip) -> Said {
    match skip {
        Skip::Questions => said(
            "η πρόταση είναι ερώτηση, και ο κανόνας αφήνει τις ερωτήσεις",
            "the sentence is a question, and the rule leaves questions alone",
        ),
        Skip::Conditions => said(
            "είναι σε πρόταση με «αν» ή «όταν», και αυτές ο κανόνας τις αφήνει",
            "it is in a condition (if, when), and the rule leaves those alone",
        ),
        Skip::Reports => said(
            "εδώ λέτε τι βλέπει ή τι λέει κάποιος, και αυτά ο κανόνας τα αφήνει",
            "here you report what somebody sees or says, and the rule leaves that alone",
        ),
    }
}

fn exempt(place: Speaks) -> Said {
    match place {
        Speaks::Negated => {
            said("έχει ήδη μια άρνηση μπροστά του (δεν, μην)", "it is already negated (not, never)")
        }
        Speaks::Conditions => {
            said("είναι μέσα σε υποθετική πρόταση (αν, όταν)", "it is in a condition (if, when)")
        }
        Speaks::Relatives => said(
            "εδώ εξηγεί ποιο ή ποιον εννοείτε (που, ο οποίος)",
            "here it says which one you mean (who, which)",
        ),
    }
}

/// Another rule applies there, named by its id.
fn outdone(by: &str, is_teams: bool, language: Language) -> String {
    sentences!(
        language,
        match is_teams {
            true => [
                "για τα ίδια λόγια μιλά ο κανόνας της ομάδας `{by}`, και αυτός πάει πρώτος",
                "the team's rule `{by}` covers the same words and comes first",
            ],
            false => [
                "για τα ίδια λόγια μιλά ο κανόνας `{by}`, που πιάνει περισσότερα ή μετρά πιο πολύ",
                "the rule `{by}` covers the same words, and it catches more or matters more",
            ],
        }
    )
}
