//! Reads what is between `{` and `}`: a gap, its kind or form, and whether it may be empty.

use std::ops::Range;

use super::element::{Form, GapForm, GapKind};
use super::phrase_problem::PhraseProblem;
use crate::text::nearest;

/// What a phrase may say after the name of a gap.
pub(super) const CLAUSE: &str = "clause";
/// What a wording may say there.
pub(super) const SUBJECT: &str = "subject";

/// What a gap says.
#[derive(Debug)]
pub(super) struct GapSign {
    pub name: String,
    pub optional: bool,
    pub kind: GapKind,
    pub form: GapForm,
}

/// The gap whose text begins at `start`; `None` if it can't be read.
pub(super) fn read_gap(
    inside: &str,
    start: usize,
    form: Form,
    problems: &mut Vec<(Range<usize>, PhraseProblem)>,
) -> Option<GapSign> {
    let around = start - 1..start + inside.len() + 1;
    let (name, kind) = inside.split_once(':').map_or((inside, None), |(name, kind)| {
        let from = start + name.len() + 1 + kind.len() - kind.trim_start().len();
        (name, Some((kind.trim(), from)))
    });
    let (name, may_be_empty) = without_mark(name);
    if name.is_empty() {
        problems.push((around, PhraseProblem::EmptyName('{')));
        return None;
    }
    let name = name.to_owned();
    let plain = (GapKind::Words, GapForm::AsIs);
    let Some((kind, from)) = kind else {
        let (kind, form) = plain;
        return Some(GapSign { name, optional: may_be_empty, kind, form });
    };
    let (key, marked) = without_mark(kind);
    let optional = may_be_empty || marked;
    let (kind, gap_form) = match (key, form) {
        (CLAUSE, Form::Phrase) => (GapKind::Clause, GapForm::AsIs),
        (SUBJECT, Form::Wording) => (GapKind::Words, GapForm::Subject),
        _ => {
            problems.push((from..from + key.len(), misplaced(&name, key, form)));
            return None;
        }
    };
    if optional && kind == GapKind::Clause {
        problems.push((around, PhraseProblem::ClauseOptional { name: name.clone() }));
    }
    Some(GapSign { name, optional, kind, form: gap_form })
}

/// The text without the mark that says that the gap may be empty, and whether it was there.
fn without_mark(text: &str) -> (&str, bool) {
    let text = text.trim();
    (text.trim_end_matches('?').trim(), text.ends_with('?'))
}

/// What is wrong with a kind that can't be there.
fn misplaced(name: &str, found: &str, form: Form) -> PhraseProblem {
    let gap = name.to_owned();
    match (found, form) {
        (SUBJECT, Form::Phrase) => PhraseProblem::SubjectInPhrase { gap },
        (CLAUSE, Form::Wording) => PhraseProblem::ClauseInWording { gap },
        _ => {
            let known = if form == Form::Phrase { CLAUSE } else { SUBJECT };
            let nearest = nearest(found, [known]);
            PhraseProblem::UnknownGapKind { gap, found: found.to_owned(), known, nearest }
        }
    }
}
