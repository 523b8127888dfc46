//! What shows only when rules run, and problems of tips.

use super::Words;
use crate::model::Language;
use crate::rules::{PackProblem, TipProblem};
use crate::ui::reasons::{held_back_key, how_to_fit};
use crate::ui::said::{said, say, sentences};

pub(super) fn pack(problem: &PackProblem, language: Language) -> Words {
    sentences!(
        language,
        match problem {
            PackProblem::WordingFlagged { text, part, by, builtin: true } => [
                "το «{part}», που προτείνει ο κανόνας, το πιάνει ο έτοιμος κανόνας `{by}`",
                "θα έγραφε: «{text}»· πείτε το αλλιώς, ή γράψτε δικό σας κανόνα στη θέση του άλλου, με `id: {by}`",
                "“{part}”, which the rule suggests, is caught by the built-in rule `{by}`",
                "it would say: “{text}”; put it another way, or write a rule of your own in place of that one, with `id: {by}`",
            ],
            PackProblem::WordingFlagged { text, part, by, .. } => [
                "το «{part}», που προτείνει ο κανόνας, το πιάνει ο κανόνας `{by}`",
                "θα έγραφε: «{text}»· πείτε το αλλιώς, ή προσθέστε τη διατύπωση στο `unless:` του `{by}`",
                "“{part}”, which the rule suggests, is caught by the rule `{by}`",
                "it would say: “{text}”; put it another way, or write under `unless:` of `{by}` that this is fine",
            ],
            PackProblem::WordingRepeats { text, part } => [
                "η διατύπωση ξαναλέει «{part}», κι έτσι ο κανόνας θα την πιάνει κάθε φορά",
                "θα έγραφε: «{text}»· πείτε το χωρίς αυτή τη φράση, ή βάλτε τη διατύπωση και στο `unless:`",
                "the wording says “{part}” again, so the rule will catch it every time",
                "it would say: “{text}”; say it without that phrase, or add the wording under `unless:`",
            ],
            PackProblem::WordingDropsGap { gap, wording: None, .. } => [
                "η φράση μένει όπου το `{{{gap}}}` έχει λέξεις, γιατί θα έφευγαν μαζί της",
                "βγάλτε το `{{{gap}}}` από τη φράση, ή γράψτε στο `prefer:` τι μένει, π.χ. '{{{gap}}}'",
                "the phrase stays wherever `{{{gap}}}` has words, because they would be removed with it",
                "take `{{{gap}}}` out of the phrase, or write what stays under `prefer:`, such as '{{{gap}}}'",
            ],
            PackProblem::WordingDropsGap { gap, wording: Some(wording), always: true } => [
                "το «{wording}» αφήνει έξω τις λέξεις του `{{{gap}}}`, κι έτσι θα φαίνεται μόνο ως παράδειγμα",
                "τα λόγια του συναδέλφου δεν πετιούνται ποτέ: γράψτε το `{{{gap}}}` και στη διατύπωση, ή βγάλτε το από τη φράση",
                "“{wording}” leaves out the words in `{{{gap}}}`, so it will be shown as an example only",
                "nobody's words may be lost: repeat `{{{gap}}}` in the wording, or take it out of the phrase",
            ],
            PackProblem::WordingDropsGap { gap, wording: Some(wording), always: false } => [
                "όπου το `{{{gap}}}` έχει λέξεις, το «{wording}» τις αφήνει έξω, κι έτσι θα φαίνεται μόνο ως παράδειγμα",
                "γράψτε το και στη διατύπωση ως `{{{gap}?}}`, ή δώστε δικό τους κανόνα στις φράσεις που το έχουν",
                "where `{{{gap}}}` has words, “{wording}” leaves them out, so it will be shown as an example only",
                "repeat it in the wording as `{{{gap}?}}`, or give the phrases that have it a rule of their own",
            ],
            PackProblem::WordingReverses { sentence, wording } => [
                "το «{wording}» λέει ναι εκεί που η φράση λέει όχι, κι έτσι θα φαίνεται μόνο ως παράδειγμα",
                "δοκιμάστηκε στο «{sentence}»· κρατήστε το όχι και στη διατύπωση, ή γράψτε `turns: true` αν μπορείτε να κάνετε αυτό που λέει και το μήνυμα δίνει ήδη το πότε ή το πώς",
                "“{wording}” says yes where the phrase says no, so it will be shown as an example only",
                "it was tried on “{sentence}”; keep the no in the wording, or write `turns: true` if you are the ones who do it and the draft itself says when or how",
            ],
            PackProblem::WordingNeverFits { sentence, wording, reason } => [
                "το «{wording}» δεν ταίριαξε σε καμία από τις προτάσεις της δοκιμής, κι έτσι θα φαίνεται μόνο ως παράδειγμα",
                "στο «{sentence}» έμεινε έξω, γιατί {reason}· {advice}, ή κρατήστε το ως παράδειγμα",
                "“{wording}” fitted none of the sentences it was tried on, so it will be shown as an example only",
                "in “{sentence}” it was held back because {reason}; {advice}, or keep it as an example",
                advice = how_to_fit(reason, language),
                reason = held_back_key(reason, language),
            ],
            PackProblem::WordingGuessesGender { part } => [
                "το «{part}» ταιριάζει μόνο σε άντρα ή μόνο σε γυναίκα, ενώ κανένα μήνυμα δεν λέει ποιος το διαβάζει",
                "πείτε το με ρήμα ή με λέξη ίδια για όλους, π.χ. «να ξέρετε με σιγουριά» αντί «να είστε σίγουρος»",
                "“{part}” fits only a man, or only a woman, and no draft says who reads it",
                "put it with a verb or another word that is the same for everybody, such as «να ξέρετε με σιγουριά» in place of «να είστε σίγουρος»",
            ],
            PackProblem::WordingInvents { part } => [
                "η διατύπωση φέρνει το «{part}», που δεν υπάρχει στο μήνυμα",
                "αφήστε κενό στη θέση του, π.χ. [αριθμός], ή βάλτε το και στη φράση",
                "the wording brings in “{part}”, which the draft does not have",
                "leave a blank in its place, such as [number], or put it into the phrase",
            ],
            PackProblem::IdNearBuiltin { id, other } => [
                "το `{id}` μοιάζει με τον έτοιμο κανόνα `{other}`· μήπως εννοείτε αυτόν;",
                "αν ναι, γράψτε `id: {other}`, και ο δικός σας παίρνει τη θέση του· αν όχι, διαλέξτε όνομα που ξεχωρίζει",
                "`{id}` looks like the built-in rule `{other}`; is that the one you mean?",
                "if so, write `id: {other}`, and yours takes its place; if not, choose a name that differs more",
            ],
            PackProblem::SamePhrase { builtin: true, phrase, other, .. } => [
                "τη φράση «{phrase}» την έχει και ο έτοιμος κανόνας `{other}`",
                "ο δικός σας μιλά πρώτος· για να πάρει ολόκληρη τη θέση του, γράψτε `id: {other}`",
                "the built-in rule `{other}` also has the phrase “{phrase}”",
                "yours comes first; to replace it completely write `id: {other}`",
            ],
            PackProblem::SamePhrase { phrase, other, file: Some(file), line, .. } => [
                "τη φράση «{phrase}» την έχει και ο κανόνας `{other}` ({file}, γραμμή {line})",
                "κρατήστε τη φράση στον έναν από τους δύο, ή ενώστε τους σε έναν κανόνα",
                "the rule `{other}` ({file}, line {line}) also has the phrase “{phrase}”",
                "keep the phrase in one of the two, or merge them into one rule",
            ],
            PackProblem::SamePhrase { phrase, other, file: None, line, .. } => [
                "τη φράση «{phrase}» την έχει και ο κανόνας `{other}` (γραμμή {line})",
                "κρατήστε τη φράση στον έναν από τους δύο, ή ενώστε τους σε έναν κανόνα",
                "the rule `{other}` (line {line}) also has the phrase “{phrase}”",
                "keep the phrase in one of the two, or merge them into one rule",
            ],
            PackProblem::NeverWins { sentence, by } => [
                "ο κανόνας δεν μιλά ποτέ: όπου υπάρχει η φράση του, μιλά ο `{by}`",
                "δοκιμάστηκε στο «{sentence}»· σβήστε τον, ή κάντε τη φράση του πιο συγκεκριμένη από του άλλου",
                "the rule never applies: wherever its phrase is, `{by}` applies instead",
                "it was tried on “{sentence}”; delete it, or make its phrase more specific than the other",
            ],
            PackProblem::NeverFound { sentence } => [
                "ο κανόνας δεν πιάνει ούτε το «{sentence}», που βγαίνει από τη φράση του",
                "δείτε μήπως τον σταματά το `unless:` ή το `skip:`, και προσθέστε ένα παράδειγμα με `draft:`",
                "the rule does not even catch “{sentence}”, which is made from its phrase",
                "see whether `unless:` or `skip:` stops it, and add an example with `draft:`",
            ],
            PackProblem::FlagsGoodReplies { part, count, of, replies } => [
                "το «{part}» υπάρχει και σε {how_many} από τις {of} καλές απαντήσεις της δοκιμής",
                "{replies}· προσθέστε λέξεις στη φράση, ή γράψτε στο `unless:` πότε είναι εντάξει",
                "“{part}” is also in {how_many} of the {of} good replies that rules are tried on",
                "{replies}; add words to the phrase, or write under `unless:` when it is fine",
                how_many = if *count == 1 {
                    said("μία", "one").to(language).to_owned()
                } else {
                    count.to_string()
                },
                replies = quoted(replies, language),
            ],
            PackProblem::SlowRegex { fragment } => [
                "το `regex` αργεί πολύ σε μεγάλα κείμενα: σε διπλάσιο κείμενο θέλει τετραπλάσιο χρόνο",
                "φαίνεται όταν το κείμενο επαναλαμβάνει «{fragment}»· βάλτε όριο εκεί που διαβάζει ως το τέλος, π.χ. `[^.!;]{{0,60}}` αντί για `.*`, ή γράψτε τη φράση στο `avoid:`",
                "the `regex` is very slow on long texts: twice the text takes four times as long",
                "it shows where a text repeats “{fragment}”; set a limit where it reads on to the end, such as `[^.!?]{{0,60}}` instead of `.*`, or write the phrase under `avoid:`",
                fragment = fragment.trim(),
            ],
            PackProblem::SlowOnReplies { reply } => [
                "ο κανόνας αργεί πολύ ακόμη και σε μια συνηθισμένη απάντηση, κι έτσι μένει έξω",
                "φάνηκε στο «{reply}»· κάντε τον πιο απλό: λιγότερα κενά `{{…}}` σε κάθε φράση, μικρότερες επαναλήψεις στο `regex`",
                "the rule takes too long even on an ordinary reply, so it is skipped there",
                "it was seen on “{reply}”; make it simpler: fewer gaps `{{…}}` in each phrase, smaller repetitions in the `regex`",
            ],
            PackProblem::NoExample { count: 0 | 1 } => [
                "ο κανόνας δεν έχει παράδειγμα",
                "προσθέστε `examples:` με ένα `draft:` που πιάνει και ένα `fine:` που αφήνει, και θα ελέγχονται σε κάθε αλλαγή",
                "the rule has no example",
                "add `examples:` with a `draft:` that it catches and a `fine:` that it leaves alone, and every change is checked against them",
            ],
            PackProblem::NoExample { count } => [
                "{count} κανόνες δεν έχουν παράδειγμα· ο πρώτος είναι αυτός",
                "προσθέστε `examples:` με ένα `draft:` που πιάνει και ένα `fine:` που αφήνει, και θα ελέγχονται σε κάθε αλλαγή",
                "{count} rules have no example; this is the first",
                "add `examples:` with a `draft:` that it catches and a `fine:` that it leaves alone, and every change is checked against them",
            ],
        }
    )
}

fn quoted(replies: &[String], language: Language) -> String {
    let quote = |reply: &String| say!(language, "«{reply}»", "“{reply}”");
    replies.iter().map(quote).collect::<Vec<_>>().join(", ")
}

pub(super) fn tip(problem: &TipProblem, language: Language) -> Words {
    sentences!(
        language,
        match problem {
            TipProblem::IdTwice { id, file, first_line } => [
                "το όνομα `{id}` το έχει ήδη άλλη συμβουλή",
                "είναι {place}· δώστε στη μία άλλο `id`, ή σβήστε το `id` της και θα πάρει ένα αυτόματα",
                "another tip already has the name `{id}`",
                "it is {place}; give one of them another `id`, or delete its `id` and one is made for you",
                place = place(file.as_deref(), *first_line, language),
            ],
            TipProblem::SameText { file, first_line } => [
                "η ίδια συμβουλή υπάρχει ήδη",
                "είναι {place}· κρατήστε τη μία από τις δύο",
                "the same tip is already there",
                "it is {place}; keep one of the two",
                place = place(file.as_deref(), *first_line, language),
            ],
            TipProblem::Flagged { part, by, instead: Some(instead) } => [
                "το «{part}» μέσα στη συμβουλή το πιάνει ο κανόνας `{by}`",
                "πείτε το αλλιώς, π.χ. «{instead}», ή βάλτε το σε «εισαγωγικά» αν είναι παράδειγμα με τρεις λέξεις ή περισσότερες",
                "“{part}” in the tip is caught by the rule `{by}`",
                "put it another way, such as “{instead}”, or in “quotes” if it is an example of three words or more",
            ],
            TipProblem::Flagged { part, by, instead: None } => [
                "το «{part}» μέσα στη συμβουλή το πιάνει ο κανόνας `{by}`",
                "πείτε το αλλιώς, ή βάλτε το σε «εισαγωγικά» αν είναι παράδειγμα με τρεις λέξεις ή περισσότερες",
                "“{part}” in the tip is caught by the rule `{by}`",
                "put it another way, or in “quotes” if it is an example of three words or more",
            ],
        }
    )
}

fn place(file: Option<&str>, line: usize, language: Language) -> String {
    match file {
        Some(file) => say!(language, "στο {file}, γραμμή {line}", "in {file}, line {line}"),
        None => say!(language, "στη γραμμή {line}", "on line {line}"),
    }
}
