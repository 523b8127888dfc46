//! What a lead who has never seen a rule file reads of a problem of theirs.

use crate::render::Language;
use crate::render::diagnostics::problem_words;
use crate::rules::{Diagnostic, PackProblem, Problem};

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
        PackProblem::SamePhrase { phrase, builtin: true, .. } => {
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
        | PackProblem::SlowRegex { .. }
        | PackProblem::SlowOnReplies { .. }
        | PackProblem::NoExample { .. } => return None,
    })
}

fn pack_en(problem: &PackProblem, in_table: bool) -> Option<String> {
    Some(match problem {
        PackProblem::WordingFlagged { part, .. } => {
            let by = if in_table { "another row of the table" } else { "another rule of the team" };
            format!("“{part}”, which it proposes, is caught by {by}; put it otherwise.")
        }
        PackProblem::WordingRepeats { part, .. } => format!(
            "what to say instead has “{part}” in it again, so it would be caught each time; say it without."
        ),
        PackProblem::SamePhrase { phrase, builtin: true, .. } => {
            format!("“{phrase}” is caught by a built-in rule as well; yours speaks first.")
        }
        PackProblem::SamePhrase { phrase, .. } => {
            format!("another rule of the team has “{phrase}” already; one of the two is enough.")
        }
        PackProblem::NeverWins { sentence, by } => format!(
            "it would never speak: in “{sentence}” the rule {by} does. A phrase that says more goes first."
        ),
        PackProblem::NeverFound { sentence } => format!(
            "it does not even catch “{sentence}”, which comes from its own phrase; try plainer words."
        ),
        PackProblem::FlagsGoodReplies { .. }
        | PackProblem::SlowRegex { .. }
        | PackProblem::SlowOnReplies { .. }
        | PackProblem::NoExample { .. } => return None,
    })
}

/// A rule that objects to a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Objector<'a> {
    /// Its first phrase.
    pub phrase: &'a str,
    /// Its full id, for whoever writes rule files.
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
