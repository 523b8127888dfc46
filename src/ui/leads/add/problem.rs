//! What a lead who has never seen a rule file reads of a problem of theirs.

use crate::import::REST;
use crate::model::Language;
use crate::rules::{Diagnostic, PackProblem, Problem};
use crate::ui::diagnostics::{ProblemWords, problem_words};
use crate::ui::reasons::held_back_key;
use crate::ui::said::{say, sentences};

/// A problem of a row, or of a single rule, and what helps.
pub fn row_problem(line: Option<usize>, problem: &Diagnostic, language: Language) -> String {
    let text = match &problem.problem {
        Problem::Pack(problem) => pack(problem, line.is_some(), language),
        _ => None,
    };
    let text = text.unwrap_or_else(|| {
        let ProblemWords { message, help, .. } = problem_words(problem, "", language);
        say!(language, "{message}· {help}", "{message}; {help}")
    });
    match line {
        Some(line) => line_of_file(line, &text, language),
        None => text,
    }
}

/// A problem under its line of a rule file.
pub fn line_of_file(line: usize, message: &str, language: Language) -> String {
    say!(language, "γραμμή {line}: {message}", "line {line}: {message}")
}

/// What helps.
pub fn how_to_mend(help: &str) -> String {
    format!("→ {help}")
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
    let (phrase, is_builtin) = (by.phrase, by.is_builtin);
    let id = by.id.map_or_else(String::new, |id| format!(" ({id})"));
    sentences!(
        language,
        match is_builtin {
            true => [
                "το «{part}» το πιάνει ο έτοιμος κανόνας για το «{phrase}»{id}",
                "“{part}” is caught by the built-in rule on “{phrase}”{id}",
            ],
            false => [
                "το «{part}» το πιάνει ο δικός σας κανόνας για το «{phrase}»{id}",
                "“{part}” is caught by your own rule on “{phrase}”{id}",
            ],
        }
    )
}

fn pack(problem: &PackProblem, in_table: bool, language: Language) -> Option<String> {
    Some(sentences!(
        language,
        match problem {
            PackProblem::WordingFlagged { part, .. } if in_table => [
                "το «{part}», που προτείνει, το πιάνει άλλη γραμμή του πίνακα· πείτε το αλλιώς.",
                "“{part}”, which it proposes, is caught by another row of the table; reword it.",
            ],
            PackProblem::WordingFlagged { part, .. } => [
                "το «{part}», που προτείνει, το πιάνει άλλος κανόνας της ομάδας· πείτε το αλλιώς.",
                "“{part}”, which it proposes, is caught by another rule of the team; reword it.",
            ],
            PackProblem::WordingRepeats { part, .. } => [
                "αυτό που λέμε στη θέση της φράσης έχει πάλι το «{part}», οπότε θα το πιάνει κάθε φορά· πείτε το χωρίς αυτό.",
                "what to say instead contains “{part}” again, so it would be caught every time; leave that out.",
            ],
            PackProblem::WordingDropsGap { gap, wording: None, .. } => [
                "η φράση δεν θα φεύγει όπου υπάρχουν λέξεις στη θέση του «{gap}», γιατί θα χάνονταν κι αυτές· βγάλτε το «{gap}» από τη φράση.",
                "it can't be removed where “{gap}” has words, because they would be lost too; take “{gap}” out of the phrase.",
                gap = gap_sign(gap),
            ],
            PackProblem::WordingDropsGap { gap, wording: Some(wording), .. } => [
                "όπου ο συνάδελφος γράφει κάτι στη θέση του «{gap}», η διατύπωση «{wording}» θα το έχανε, γι' αυτό εκεί θα φαίνεται μόνο ως παράδειγμα· βάλτε «{gap}» και στη διατύπωση, ή βγάλτε το από τη φράση.",
                "where the agent writes something at “{gap}”, “{wording}” leaves it out, so it will be shown there only as an example; put “{gap}” into it as well, or take it out of the phrase.",
                gap = gap_sign(gap),
                wording = readable(wording),
            ],
            PackProblem::WordingReverses { sentence, wording } => [
                "στο «{sentence}» θα έλεγε «{wording}», δηλαδή ναι εκεί που ο συνάδελφος λέει όχι· θα φαίνεται μόνο ως παράδειγμα. Με το όχι και στη διατύπωση, μπαίνει και στο μήνυμα.",
                "in “{sentence}” it would say “{wording}”, a yes where your colleague says no; it will be shown only as an example. If you keep the no, it goes into the draft.",
            ],
            PackProblem::WordingNeverFits { sentence, wording, reason } => [
                "στο «{sentence}» το «{wording}» έμεινε έξω, γιατί {reason}· όσο δεν αλλάζει, θα φαίνεται μόνο ως παράδειγμα.",
                "in “{sentence}” the wording “{wording}” was held back because {reason}; for now it will be shown only as an example.",
                reason = held_back_key(reason, language),
            ],
            PackProblem::WordingGuessesGender { part } => [
                "το «{part}» ταιριάζει μόνο σε άντρα ή μόνο σε γυναίκα· με ένα ρήμα ταιριάζει σε όλους, π.χ. «να ξέρετε με σιγουριά».",
                "“{part}” fits only a man, or only a woman; a verb fits everybody, such as «να ξέρετε με σιγουριά».",
            ],
            PackProblem::SamePhrase { phrase, builtin: true, .. } => [
                "το «{phrase}» το πιάνει και ένας έτοιμος κανόνας· θα μιλά πρώτος ο δικός σας.",
                "“{phrase}” is caught by a built-in rule as well; yours comes first.",
                phrase = readable(phrase),
            ],
            PackProblem::SamePhrase { phrase, .. } => [
                "το «{phrase}» το έχει ήδη άλλος κανόνας της ομάδας· αρκεί ο ένας από τους δύο.",
                "another rule of the team already has “{phrase}”; one of the two is enough.",
                phrase = readable(phrase),
            ],
            PackProblem::NeverWins { sentence, .. } => [
                "δεν θα μιλήσει ποτέ: στο «{sentence}» μιλά άλλος κανόνας. Μια πιο συγκεκριμένη φράση θα περάσει μπροστά.",
                "it would never apply: in “{sentence}” another rule applies. A more specific phrase would come first.",
            ],
            PackProblem::NeverFound { sentence } => [
                "δεν πιάνει ούτε το «{sentence}», που βγαίνει από τη φράση του· δοκιμάστε πιο απλά λόγια.",
                "it does not even catch “{sentence}”, which comes from its own phrase; try simpler words.",
            ],
            PackProblem::FlagsGoodReplies { .. }
            | PackProblem::IdNearBuiltin { .. }
            | PackProblem::WordingInvents { .. }
            | PackProblem::SlowRegex { .. }
            | PackProblem::SlowOnReplies { .. }
            | PackProblem::NoExample { .. } => {
                return None;
            }
        }
    ))
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
