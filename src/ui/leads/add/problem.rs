//! What a lead who has never seen a rule file reads of a problem of theirs.

use crate::import::REST;
use crate::model::Language;
use crate::rules::{Diagnostic, PackProblem, Problem};
use crate::ui::diagnostics::problem_words;
use crate::ui::reasons::held_back_key;

/// A problem of a row, or of a single rule, and what helps.
pub fn row_problem(line: Option<usize>, problem: &Diagnostic, language: Language) -> String {
    let text = match (&problem.problem, language) {
        (Problem::Pack(problem), Language::El) => pack_el(problem, line.is_some()),
        (Problem::Pack(problem), Language::En) => pack_en(problem, line.is_some()),
        _ => None,
    };
    let text = text.unwrap_or_else(|| {
        let words = problem_words(problem, "", language);
        let between = if language == Language::El { "·" } else { ";" };
        format!("{}{between} {}", words.message, words.help)
    });
    match (line, language) {
        (None, _) => text,
        (Some(line), Language::El) => format!("γραμμή {line}: {text}"),
        (Some(line), Language::En) => format!("line {line}: {text}"),
    }
}

/// A problem under its line of a rule file.
pub fn line_of_file(line: usize, message: &str, language: Language) -> String {
    match language {
        Language::El => format!("γραμμή {line}: {message}"),
        Language::En => format!("line {line}: {message}"),
    }
}

/// What helps.
pub fn how_to_mend(help: &str) -> String {
    format!("→ {help}")
}

fn pack_el(problem: &PackProblem, in_table: bool) -> Option<String> {
    Some(match problem {
        PackProblem::WordingFlagged { part, .. } => {
            let by = if in_table {
                "άλλη γραμμή του πίνακα"
            } else {
                "άλλος κανόνας της ομάδας"
            };
            format!("το «{part}», που προτείνει, το πιάνει {by}· πείτε το αλλιώς.")
        }
        PackProblem::WordingRepeats { part, .. } => format!(
            "αυτό που λέμε στη θέση της έχει πάλι το «{part}», οπότε θα το πιάνει κάθε φορά· πείτε το χωρίς αυτό."
        ),
        PackProblem::WordingDropsGap { gap, wording: None, .. } => format!(
            "δεν θα φεύγει όπου έχει λέξεις το «{0}», γιατί θα χάνονταν μαζί της· βγάλτε το «{0}» από τη φράση.",
            gap_sign(gap)
        ),
        PackProblem::WordingDropsGap { gap, wording: Some(wording), .. } => format!(
            "όπου ο συνάδελφος γράφει κάτι στο «{0}», το «{1}» το αφήνει έξω, κι έτσι εκεί θα φαίνεται μόνο ως παράδειγμα· βάλτε «{0}» \
             και σε αυτό, ή βγάλτε το από τη φράση.",
            gap_sign(gap),
            readable(wording)
        ),
        PackProblem::WordingReverses { sentence, wording } => format!(
            "στο «{sentence}» θα έλεγε «{wording}», δηλαδή ναι εκεί που ο συνάδελφος λέει όχι· θα φαίνεται μόνο ως παράδειγμα. Με το \
             όχι και στη διατύπωση, μπαίνει και στο μήνυμα."
        ),
        PackProblem::WordingNeverFits { sentence, wording, reason } => format!(
            "στο «{sentence}» το «{wording}» έμεινε έξω, γιατί {}· όσο δεν αλλάζει, θα φαίνεται μόνο ως παράδειγμα.",
            held_back_key(reason, Language::El)
        ),
        PackProblem::WordingGuessesGender { part } => format!(
            "το «{part}» ταιριάζει μόνο σε άντρα ή μόνο σε γυναίκα· με ένα ρήμα ταιριάζει σε όλους, π.χ. «να ξέρετε με σιγουριά»."
        ),
        PackProblem::SamePhrase { phrase, builtin: true, .. } => {
            let phrase = readable(phrase);
            format!("το «{phrase}» το πιάνει και ένας έτοιμος κανόνας· θα μιλά πρώτος ο δικός σας.")
        }
        PackProblem::SamePhrase { phrase, .. } => {
            format!(
                "το «{phrase}» το έχει ήδη άλλος κανόνας της ομάδας· αρκεί ο ένας από τους δύο."
            )
        }
        PackProblem::NeverWins { sentence, by } => format!(
            "δεν θα μιλήσει ποτέ: στο «{sentence}» μιλά ο κανόνας {by}. Μια πιο συγκεκριμένη φράση θα περάσει μπροστά."
        ),
        PackProblem::NeverFound { sentence } => format!(
            "δεν πιάνει ούτε το «{sentence}», που βγαίνει από τη φράση του· δοκιμάστε πιο απλά λόγια."
        ),
        PackProblem::FlagsGoodReplies { .. }
        | PackProblem::IdNearBuiltin { .. }
        | PackProblem::WordingInvents { .. }
        | PackProblem::SlowRegex { .. }
        | PackProblem::SlowOnReplies { .. }
        | PackProblem::NoExample { .. } => return None,
    })
}

fn pack_en(problem: &PackProblem, in_table: bool) -> Option<String> {
    Some(match problem {
        PackProblem::WordingFlagged { part, .. } => {
            let by = if in_table { "another row of the table" } else { "another rule of the team" };
            format!("“{part}”, which it proposes, is caught by {by}; reword it.")
        }
        PackProblem::WordingRepeats { part, .. } => format!(
            "what to say instead contains “{part}” again, so it would be caught every time; leave that out."
        ),
        PackProblem::WordingDropsGap { gap, wording: None, .. } => format!(
            "it can't be removed where “{0}” has words, because they would be lost too; take “{0}” out of the phrase.",
            gap_sign(gap)
        ),
        PackProblem::WordingDropsGap { gap, wording: Some(wording), .. } => format!(
            "where your colleague writes something at “{0}”, “{1}” leaves it out, so it will be shown there only as an example; put \
             “{0}” into it as well, or take it out of the phrase.",
            gap_sign(gap),
            readable(wording)
        ),
        PackProblem::WordingReverses { sentence, wording } => format!(
            "in “{sentence}” it would say “{wording}”, a yes where your colleague says no; it will be shown only as an example. If you keep \
             the no, it goes into the draft."
        ),
        PackProblem::WordingNeverFits { sentence, wording, reason } => format!(
            "in “{sentence}” the wording “{wording}” was held back because {}; for now it will be shown only as an example.",
            held_back_key(reason, Language::En)
        ),
        PackProblem::WordingGuessesGender { part } => format!(
            "“{part}” fits only a man, or only a woman; a verb fits everybody, such as «να ξέρετε με σιγουριά»."
        ),
        PackProblem::SamePhrase { phrase, builtin: true, .. } => {
            let phrase = readable(phrase);
            format!("“{phrase}” is caught by a built-in rule as well; yours comes first.")
        }
        PackProblem::SamePhrase { phrase, .. } => {
            format!("another rule of the team already has “{phrase}”; one of the two is enough.")
        }
        PackProblem::NeverWins { sentence, by } => format!(
            "it would never apply: in “{sentence}” the rule {by} applies. A phrase that says more comes first."
        ),
        PackProblem::NeverFound { sentence } => format!(
            "it does not even catch “{sentence}”, which comes from its own phrase; try simpler words."
        ),
        PackProblem::FlagsGoodReplies { .. }
        | PackProblem::IdNearBuiltin { .. }
        | PackProblem::WordingInvents { .. }
        | PackProblem::SlowRegex { .. }
        | PackProblem::SlowOnReplies { .. }
        | PackProblem::NoExample { .. } => return None,
    })
}

/// A phrase or wording without the symbols of rule files: `<send:past>` as send, a gap as dots.
fn readable(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find(['<', '{']) {
        let (before, sign) = rest.split_at(at);
        let close = if sign.starts_with('<') { '>' } else { '}' };
        let Some((inside, after)) = sign.split_once(close) else { break };
        let name = inside.get(1..).and_then(|name| name.split(':').next()).unwrap_or("");
        text.push_str(before);
        text.push_str(if close == '>' { name } else { "…" });
        rest = after;
    }
    text + rest
}

/// A gap as a table has it: what stands for the rest of a sentence is its dots.
fn gap_sign(gap: &str) -> String {
    if gap == REST { "…".to_owned() } else { format!("{{{gap}}}") }
}

/// A rule that objects to a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Objector<'a> {
    /// Its first phrase.
    pub phrase: &'a str,
    /// Its full id, for authors of rule files.
    pub id: Option<&'a str>,
    /// It comes with the program.
    pub is_builtin: bool,
}

/// What is proposed, and the rule that catches it.
pub fn objection(part: &str, by: &Objector<'_>, language: Language) -> String {
    let phrase = by.phrase;
    let id = by.id.map_or_else(String::new, |id| format!(" ({id})"));
    match (language, by.is_builtin) {
        (Language::El, true) => {
            format!("το «{part}» το πιάνει ο έτοιμος κανόνας για το «{phrase}»{id}")
        }
        (Language::El, false) => {
            format!("το «{part}» το πιάνει ο δικός σας κανόνας για το «{phrase}»{id}")
        }
        (Language::En, true) => {
            format!("“{part}” is caught by the built-in rule on “{phrase}”{id}")
        }
        (Language::En, false) => format!("“{part}” is caught by your own rule on “{phrase}”{id}"),
    }
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn a_lead_who_has_a_table_sees_no_signs_of_rule_files() {
        for (written, shown) in [
            ("<συμφωνώ:present> μαζί <σας>, αλλά [τι]", "συμφωνώ μαζί σας, αλλά [τι]"),
            ("we can't {rest}", "we can't …"),
            ("plain < words", "plain < words"),
        ] {
            assert_eq!(readable(written), shown);
        }
    }
}
