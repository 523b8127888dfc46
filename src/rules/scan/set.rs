//! Sets in phrases: `(@months)`, and `@months` where no set is allowed.

use std::ops::Range;
use std::sync::Arc;

use super::{Part, PartKind, Scanner};
use crate::rules::element::Form;
use crate::rules::phrase_problem::PhraseProblem;
use crate::rules::sets::is_name_sign;

impl Scanner<'_> {
    /// The set that is all of the branch here, if the branch names one.
    pub(super) fn set(&mut self) -> Option<Vec<Part>> {
        let rest = self.rest();
        let start = self.at + rest.len() - rest.trim_start().len();
        let inside = rest.trim_start().strip_prefix('@')?;
        let name = inside.split(['|', ')']).next().unwrap_or(inside);
        let word = name.split(|sign| !is_name_sign(sign)).next().filter(|word| !word.is_empty())?;
        let range = start..start + 1 + word.len();
        if name.trim_end() != word {
            self.problem(range, PhraseProblem::SetNotAlone { name: word.to_owned() });
            return None;
        }
        self.at = start + 1 + name.len();
        let Some(set) = self.sets.get(word) else {
            self.problem(range, self.sets.missing(word));
            return Some(Vec::new());
        };
        self.found.sets.push(Arc::clone(set));
        Some(vec![Part { range, kind: PartKind::Set(Arc::clone(set)) }])
    }

    /// `{name:@set}`, whose text without the braces is at `range`.
    pub(super) fn listed(
        &mut self,
        name: &str,
        set: &str,
        range: Range<usize>,
    ) -> Option<PartKind> {
        if name.is_empty() {
            self.problem(range.start - 1..range.end + 1, PhraseProblem::EmptyName('{'));
            return None;
        }
        let Some(set) = self.sets.get(set.trim()) else {
            let problem = self.sets.missing(set.trim());
            self.problem(range.end - set.len() - 1..range.end, problem);
            return None;
        };
        self.found.sets.push(Arc::clone(set));
        Some(PartKind::Listed(name.to_owned(), Arc::clone(set)))
    }

    /// Reports sets that are named where none is allowed; with other names `@` is a sign like any other.
    pub(super) fn sets_in_text(&mut self, text: &str) {
        for (at, _) in text.match_indices('@') {
            let after = text.get(at + 1..).unwrap_or("");
            let name = after.split(|sign| !is_name_sign(sign)).next().unwrap_or("");
            let (start, name) = (self.at + at, name.to_owned());
            // info@example: an address.
            let before = self.text.get(..start).unwrap_or("");
            if before.ends_with(char::is_alphanumeric) {
                continue;
            }
            // One that shares its branch with other words has been reported for that.
            let is_told = self.found.problems.last().is_some_and(|(last, _)| last.start == start);
            if self.sets.get(&name).is_some() && !is_told {
                let range = start..start + 1 + name.len();
                let problem = match self.form {
                    Form::Wording => PhraseProblem::SetInWording { name },
                    Form::Phrase | Form::Set => PhraseProblem::SetOutsideChoice { name },
                };
                self.problem(range, problem);
            }
        }
    }
}
