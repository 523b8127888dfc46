//! What shows only when rules run, in Greek.

use super::{Words, say};
use crate::model::Language;
use crate::rules::PackProblem;
use crate::ui::reasons::{held_back_key, how_to_fit};

pub(super) fn pack(problem: &PackProblem) -> Words {
    match problem {
        PackProblem::WordingFlagged { text, part, by, builtin: true } => say(
            format!("το «{part}», που προτείνει ο κανόνας, το πιάνει ο έτοιμος κανόνας `{by}`"),
            format!(
                "θα έγραφε: «{text}»· πείτε το αλλιώς, ή γράψτε δικό σας κανόνα στη θέση του άλλου, με `id: {by}`"
            ),
        ),
        PackProblem::WordingFlagged { text, part, by, .. } => say(
            format!("το «{part}», που προτείνει ο κανόνας, το πιάνει ο κανόνας `{by}`"),
            format!(
                "θα έγραφε: «{text}»· πείτε το αλλιώς, ή γράψτε στο `unless:` του `{by}` ότι έτσι είναι εντάξει"
            ),
        ),
        PackProblem::WordingRepeats { text, part } => say(
            format!("η διατύπωση ξαναλέει «{part}», κι έτσι ο κανόνας θα την πιάνει κάθε φορά"),
            format!(
                "θα έγραφε: «{text}»· πείτε το χωρίς αυτή τη φράση, ή βάλτε τη διατύπωση και στο `unless:`"
            ),
        ),
        PackProblem::WordingDropsGap { gap, wording: None, .. } => say(
            format!("η φράση μένει όπου το `{{{gap}}}` έχει λέξεις, γιατί θα έφευγαν μαζί της"),
            format!(
                "βγάλτε το `{{{gap}}}` από τη φράση, ή γράψτε στο `prefer:` τι μένει, π.χ. '{{{gap}}}'"
            ),
        ),
        PackProblem::WordingDropsGap { gap, wording: Some(wording), always: true } => say(
            format!(
                "το «{wording}» αφήνει έξω τις λέξεις του `{{{gap}}}`, κι έτσι θα φαίνεται μόνο ως παράδειγμα"
            ),
            format!(
                "τα λόγια του συναδέλφου δεν πετιούνται ποτέ: γράψτε το `{{{gap}}}` και στη διατύπωση, ή βγάλτε το από τη φράση"
            ),
        ),
        PackProblem::WordingDropsGap { gap, wording: Some(wording), always: false } => say(
            format!(
                "όπου το `{{{gap}}}` έχει λέξεις, το «{wording}» τις αφήνει έξω, κι έτσι θα φαίνεται μόνο ως παράδειγμα"
            ),
            format!(
                "γράψτε το και στη διατύπωση ως `{{{gap}?}}`, ή δώστε δικό τους κανόνα στις φράσεις που το έχουν"
            ),
        ),
        PackProblem::WordingReverses { sentence, wording } => say(
            format!(
                "το «{wording}» λέει ναι εκεί που η φράση λέει όχι, κι έτσι θα φαίνεται μόνο ως παράδειγμα"
            ),
            format!(
                "δοκιμάστηκε στο «{sentence}»· κρατήστε το όχι και στη διατύπωση, ή γράψτε `turns: true` αν το κάνετε εσείς και το \
                 μήνυμα λέει ήδη το πότε ή το πώς"
            ),
        ),
        PackProblem::WordingNeverFits { sentence, wording, reason } => say(
            format!(
                "το «{wording}» δεν ταίριαξε σε καμία από τις προτάσεις της δοκιμής, κι έτσι θα φαίνεται μόνο ως παράδειγμα"
            ),
            format!(
                "στο «{sentence}» έμεινε έξω, γιατί {}· {}, ή κρατήστε το ως παράδειγμα",
                held_back_key(reason, Language::El),
                how_to_fit(reason, Language::El)
            ),
        ),
        PackProblem::WordingGuessesGender { part } => say(
            format!(
                "το «{part}» ταιριάζει μόνο σε άντρα ή μόνο σε γυναίκα, ενώ κανένα μήνυμα δεν λέει ποιος το διαβάζει"
            ),
            "πείτε το με ρήμα ή με λέξη ίδια για όλους, π.χ. «να ξέρετε με σιγουριά» αντί «να είστε σίγουρος»",
        ),
        PackProblem::WordingInvents { part } => say(
            format!("η διατύπωση φέρνει το «{part}», που το μήνυμα δεν το έχει"),
            "αφήστε κενό στη θέση του, π.χ. [αριθμός], ή βάλτε το και στη φράση",
        ),
        PackProblem::IdNearBuiltin { id, other } => say(
            format!("το `{id}` μοιάζει με τον έτοιμο κανόνα `{other}`· μήπως εννοείτε αυτόν;"),
            format!(
                "αν ναι, γράψτε `id: {other}`, και ο δικός σας παίρνει τη θέση του· αν όχι, διαλέξτε όνομα που ξεχωρίζει"
            ),
        ),
        PackProblem::SamePhrase { builtin: true, phrase, other, .. } => say(
            format!("τη φράση «{phrase}» την έχει και ο έτοιμος κανόνας `{other}`"),
            format!(
                "ο δικός σας μιλά πρώτος· για να πάρει ολόκληρη τη θέση του, γράψτε `id: {other}`"
            ),
        ),
        PackProblem::SamePhrase { phrase, other, file, line, .. } => say(
            match file {
                Some(file) => {
                    format!(
                        "τη φράση «{phrase}» την έχει και ο κανόνας `{other}` ({file}, γραμμή {line})"
                    )
                }
                None => {
                    format!("τη φράση «{phrase}» την έχει και ο κανόνας `{other}` (γραμμή {line})")
                }
            },
            "κρατήστε τη φράση στον έναν από τους δύο, ή ενώστε τους σε έναν κανόνα",
        ),
        PackProblem::NeverWins { sentence, by } => say(
            format!("ο κανόνας δεν μιλά ποτέ: όπου υπάρχει η φράση του, μιλά ο `{by}`"),
            format!(
                "δοκιμάστηκε στο «{sentence}»· σβήστε τον, ή κάντε τη φράση του πιο συγκεκριμένη από του άλλου"
            ),
        ),
        PackProblem::NeverFound { sentence } => say(
            format!("ο κανόνας δεν πιάνει ούτε το «{sentence}», που βγαίνει από τη φράση του"),
            "δείτε μήπως τον σταματά το `unless:` ή το `skip:`, και προσθέστε ένα παράδειγμα με `draft:`",
        ),
        PackProblem::FlagsGoodReplies { part, count, of, replies } => say(
            match count {
                1 => format!(
                    "το «{part}» υπάρχει και σε μία από τις {of} καλές απαντήσεις της δοκιμής"
                ),
                _ => format!(
                    "το «{part}» υπάρχει και σε {count} από τις {of} καλές απαντήσεις της δοκιμής"
                ),
            },
            format!(
                "{}· προσθέστε λέξεις στη φράση, ή γράψτε στο `unless:` πότε είναι εντάξει",
                quoted(replies)
            ),
        ),
        PackProblem::SlowRegex { fragment } => say(
            "το `regex` αργεί πολύ σε μεγάλα κείμενα: σε διπλάσιο κείμενο θέλει τετραπλάσιο χρόνο",
            format!(
                "φαίνεται όταν το κείμενο επαναλαμβάνει «{}»· βάλτε όριο εκεί που διαβάζει ως το τέλος, π.χ. \
                 `[^.!;]{{0,60}}` αντί για `.*`, ή γράψτε τη φράση στο `avoid:`",
                fragment.trim()
            ),
        ),
        PackProblem::SlowOnReplies { reply } => say(
            "ο κανόνας αργεί πολύ ακόμη και σε μια συνηθισμένη απάντηση, κι έτσι μένει έξω",
            format!(
                "φάνηκε στο «{reply}»· κάντε τον πιο απλό: λιγότερα κενά `{{…}}` σε κάθε φράση, μικρότερες επαναλήψεις στο \
                 `regex`"
            ),
        ),
        PackProblem::NoExample { count } => say(
            match count {
                0 | 1 => "ο κανόνας δεν έχει παράδειγμα".to_owned(),
                _ => format!("{count} κανόνες δεν έχουν παράδειγμα· ο πρώτος είναι αυτός"),
            },
            "προσθέστε `examples:` με ένα `draft:` που πιάνει και ένα `fine:` που αφήνει, και θα ελέγχονται σε κάθε αλλαγή",
        ),
    }
}

fn quoted(replies: &[String]) -> String {
    let quoted: Vec<String> = replies.iter().map(|reply| format!("«{reply}»")).collect();
    quoted.join(", ")
}
