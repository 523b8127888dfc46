//! The report on an upload, piece by piece.

use crate::import::{Layout, Side};
use crate::model::Language;
use crate::team::Difference;
use crate::ui::said::{say, sentences};

/// How many rules are new, changed and gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// New ones.
    pub new: usize,
    /// Those that have changed.
    pub changed: usize,
    /// Those that are not there any more.
    pub gone: usize,
}

impl Counts {
    /// How many rules differ.
    pub fn of(difference: &Difference) -> Counts {
        Counts {
            new: difference.new.len(),
            changed: difference.changed.len(),
            gone: difference.gone.len(),
        }
    }

    /// `5 νέοι κανόνες, 1 αλλάζει, 2 φεύγουν`; what they are is said once.
    fn list(self, language: Language) -> String {
        let [new, changed, gone] = match language {
            Language::El => {
                [["νέος κανόνας", "νέοι κανόνες"], ["αλλάζει", "αλλάζουν"], ["φεύγει", "φεύγουν"]]
            }
            Language::En => {
                [["new rule", "new rules"], ["changes", "change"], ["is removed", "are removed"]]
            }
        };
        let nouns = match language {
            Language::El => ["κανόνας ", "κανόνες "],
            Language::En => ["rule ", "rules "],
        };
        let one_of =
            |count: usize, [one, many]: [&'static str; 2]| if count == 1 { one } else { many };
        let mut list: Vec<String> = Vec::new();
        for (count, words) in [(self.new, new), (self.changed, changed), (self.gone, gone)] {
            if count > 0 {
                let noun = if list.is_empty() && self.new == 0 { one_of(count, nouns) } else { "" };
                list.push(format!("{count} {noun}{}", one_of(count, words)));
            }
        }
        list.join(", ")
    }
}

/// What can be done with an upload.
pub mod headline {
    use super::{Counts, Language};
    use crate::ui::said::sentences;

    /// It waits for a yes.
    pub fn ready(counts: Counts, language: Language) -> String {
        let list = counts.list(language);
        match language {
            Language::El if list.is_empty() => {
                "Περιμένει την απόφασή σας. Ισχύει μόλις πατήσετε «Ενεργοποίηση»· ως τότε όλα μένουν όπως είναι.".to_owned()
            }
            Language::El => {
                format!("Περιμένει την απόφασή σας: {list}. Ισχύει μόλις πατήσετε «Ενεργοποίηση»· ως τότε όλα μένουν όπως είναι.")
            }
            Language::En if list.is_empty() => {
                "Press “Activate” to apply this. Until then nothing changes.".to_owned()
            }
            Language::En => {
                format!("Press “Activate” to apply this: {list}. Until then nothing changes.")
            }
        }
    }

    /// Some places have to be fixed first.
    pub fn mend(places: usize, language: Language) -> String {
        sentences!(
            language,
            match places {
                1 => [
                    "Ένα σημείο θέλει διόρθωση πριν ισχύσει το αρχείο. Διορθώστε το και ανεβάστε ξανά το αρχείο με /κανόνες προσθήκη· ως τότε ισχύουν όσα ίσχυαν.",
                    "One place needs fixing first. Fix it in the file and add it again with /rules add; until then nothing changes.",
                ],
                _ => [
                    "{places} σημεία θέλουν διόρθωση πριν ισχύσει το αρχείο. Διορθώστε τα και ανεβάστε ξανά το αρχείο με /κανόνες προσθήκη· ως τότε ισχύουν όσα ίσχυαν.",
                    "{places} places need fixing first. Fix them in the file and add it again with /rules add; until then nothing changes.",
                ],
            }
        )
    }

    /// The same of a table.
    pub fn mend_rows(places: usize, language: Language) -> String {
        sentences!(
            language,
            match places {
                1 => [
                    "Ένα σημείο θέλει διόρθωση πριν ισχύσει ο πίνακας. Διορθώστε το και ανεβάστε ξανά τον πίνακα με /κανόνες προσθήκη· ως τότε ισχύουν όσα ίσχυαν.",
                    "One place needs fixing first. Fix it in the table and add it again with /rules add; until then nothing changes.",
                ],
                _ => [
                    "{places} σημεία θέλουν διόρθωση πριν ισχύσει ο πίνακας. Διορθώστε τα και ανεβάστε ξανά τον πίνακα με /κανόνες προσθήκη· ως τότε ισχύουν όσα ίσχυαν.",
                    "{places} places need fixing first. Fix them in the table and add it again with /rules add; until then nothing changes.",
                ],
            }
        )
    }

    /// The same of a single rule.
    pub fn mend_rule(language: Language) -> String {
        match language {
            Language::El => {
                "Θέλει μια μικρή διόρθωση πριν ισχύσει. Με «Αλλαγή» τον γράφετε αλλιώς."
            }
            Language::En => "It needs a small fix first. “Change it” lets you reword it.",
        }
        .to_owned()
    }

    /// No row became a rule.
    pub fn no_rules(language: Language) -> String {
        match language {
            Language::El => "Δεν βρήκα γραμμή που να γίνεται κανόνας, οπότε ισχύουν όσα ίσχυαν.",
            Language::En => "I found no row that makes a rule, so nothing changes.",
        }
        .to_owned()
    }

    /// Other rules of the team's have to go silent.
    pub fn contradicts(language: Language) -> String {
        match language {
            Language::El => "Κάτι που προτείνετε το πιάνει άλλος κανόνας της ομάδας σας. Πείτε το αλλιώς και ανεβάστε το ξανά, ή πατήστε «Κράτα το δικό μου», και ο άλλος απενεργοποιείται.",
            Language::En => "Something you propose is caught by another rule of your team. Reword it and add it again, or press “Keep mine” to switch the other rule off.",
        }
        .to_owned()
    }

    /// It is active already.
    pub fn nothing_new(language: Language) -> String {
        match language {
            Language::El => "Αυτά ισχύουν ήδη, ακριβώς έτσι. Δεν χρειάζεται να κάνετε κάτι.",
            Language::En => "This is already active, exactly like this. There is nothing to do.",
        }
        .to_owned()
    }
}

/// After an activation.
pub fn activated(counts: Counts, muted: usize, language: Language) -> String {
    let list = counts.list(language);
    let silent = match (language, muted) {
        (_, 0) => "",
        (Language::El, _) => " Απενεργοποιήθηκαν:",
        (Language::En, _) => " These rules are off now:",
    };
    match language {
        Language::El if list.is_empty() => {
            format!("Έγινε, ισχύει από τον επόμενο έλεγχο.{silent}")
        }
        Language::El => {
            format!("Έγινε: {list}. Ισχύει από τον επόμενο έλεγχο.{silent}")
        }
        Language::En if list.is_empty() => {
            format!("Done, it is active from the next check on.{silent}")
        }
        Language::En => {
            format!("Done, it is active from the next check on: {list}.{silent}")
        }
    }
}

/// «Αριστερά: αποφεύγουμε. Σωστά;», with a row as an example.
pub fn table_question(
    avoided: Side,
    example: Option<&(String, String)>,
    language: Language,
) -> String {
    let question = match (language, avoided) {
        (Language::El, Side::Left) => "Αριστερά είναι όσα αποφεύγουμε, σωστά;",
        (Language::El, Side::Right) => "Δεξιά είναι όσα αποφεύγουμε, σωστά;",
        (Language::En, Side::Left) => "Does the left column hold what to avoid?",
        (Language::En, Side::Right) => "Does the right column hold what to avoid?",
    };
    let Some((avoid, prefer)) = example else { return question.to_owned() };
    let [avoid, prefer] = [avoid, prefer].map(|cell| one_line(cell));
    say!(
        language,
        "{question} Δηλαδή όχι «{avoid}», αλλά «{prefer}».",
        "{question} That is, not “{avoid}” but “{prefer}”.",
    )
}

/// A column by its name, else by its letter.
pub fn column_name(names: &[String], at: usize, language: Language) -> String {
    match names.get(at).filter(|name| !name.is_empty()) {
        Some(name) => name.clone(),
        None => {
            let letter = u8::try_from(at).map_or('?', |at| char::from(b'A' + at.min(25)));
            say!(language, "στήλη {letter}", "column {letter}")
        }
    }
}

/// The first rows as they stand, where the lead may choose which column is which.
pub fn first_rows(layout: &Layout, language: Language) -> Option<String> {
    if !layout.is_open {
        return None;
    }
    let line = |cells: &Vec<String>| {
        let shown: Vec<&str> =
            cells.iter().map(|cell| if cell.is_empty() { "–" } else { cell.as_str() }).collect();
        format!("> {}", shown.join(" | "))
    };
    let rows: Vec<String> = layout.first_rows.iter().map(line).collect();
    let head = match language {
        Language::El => "Οι πρώτες γραμμές:",
        Language::En => "The first rows:",
    };
    Some(format!("{head}\n{}", rows.join("\n")))
}

/// The phrases of a rule in a line; of many the first few.
pub fn phrases(phrases: &[String], language: Language) -> String {
    const MOST: usize = 3;
    let quoted =
        |phrase: &String| say!(language, "«{phrase}»", "“{phrase}”", phrase = one_line(phrase),);
    let mut shown: Vec<String> = phrases.iter().take(MOST).map(quoted).collect();
    if let Some(more) = phrases.len().checked_sub(MOST).filter(|more| *more > 0) {
        shown.push(format!("+{more}"));
    }
    shown.join(" · ")
}

/// All forms that a rule catches; of many the first ones.
pub fn forms(forms: &[&String], language: Language) -> String {
    const MOST: usize = 8;
    let mut shown: Vec<String> = forms.iter().take(MOST).map(|form| one_line(form)).collect();
    let more = forms.len().saturating_sub(MOST);
    let (head, more) = match language {
        Language::El => ("Όλοι οι τύποι:", (more > 0).then(|| format!("και {more} ακόμη"))),
        Language::En => ("All its forms:", (more > 0).then(|| format!("and {more} more"))),
    };
    shown.extend(more);
    format!("{head} {}", shown.join(", "))
}

/// The built-in rules that step back for a new one, by what they catch.
pub fn step_back(phrases: &[String], more: usize, language: Language) -> String {
    let list = phrases.join(", ");
    let more = match (language, more) {
        (_, 0) => String::new(),
        (Language::El, _) => format!(" και {more} ακόμη"),
        (Language::En, _) => format!(" and {more} more"),
    };
    sentences!(
        language,
        match phrases {
            [_] => [
                "Όπου ταιριάζουν και οι δύο, κάνει πίσω ο έτοιμος κανόνας για το {list}.",
                "Where both match, it comes before the built-in rule on {list}.",
            ],
            _ => [
                "Όπου ταιριάζουν κι εκείνοι, κάνουν πίσω οι έτοιμοι κανόνες για τα {list}{more}.",
                "Where both match, it comes before the built-in rules on {list}{more}.",
            ],
        }
    )
}

/// A good reply that would be flagged: what is found in it, and how often.
pub fn reply_line(part: &str, count: usize, of: usize, language: Language) -> String {
    sentences!(
        language,
        match count {
            1 => [
                "«{part}», σε μία από τις {of} καλές απαντήσεις που έχω για δοκιμή",
                "“{part}”, in one of the {of} good replies that I try rules on",
            ],
            _ => [
                "«{part}», σε {count} από τις {of} καλές απαντήσεις που έχω για δοκιμή",
                "“{part}”, in {count} of the {of} good replies that I try rules on",
            ],
        }
    )
}

/// Under a list that was cut; the rest is in the file.
pub fn and_more(more: usize, language: Language) -> String {
    say!(
        language,
        "και {more} ακόμη· όλα είναι στο αρχείο",
        "and {more} more; all of them are in the file",
    )
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_is_counted_and_what_it_is_said_once() {
        for (new, changed, gone, greek, english) in [
            (1, 0, 0, "1 νέος κανόνας", "1 new rule"),
            (
                5,
                1,
                2,
                "5 νέοι κανόνες, 1 αλλάζει, 2 φεύγουν",
                "5 new rules, 1 changes, 2 are removed",
            ),
            (0, 22, 1, "22 κανόνες αλλάζουν, 1 φεύγει", "22 rules change, 1 is removed"),
            (0, 0, 1, "1 κανόνας φεύγει", "1 rule is removed"),
            (0, 0, 0, "", ""),
        ] {
            let counts = Counts { new, changed, gone };
            assert_eq!(
                (&*counts.list(Language::El), &*counts.list(Language::En)),
                (greek, english)
            );
        }
    }
}
