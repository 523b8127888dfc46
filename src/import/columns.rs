//! Which column is which: by its head, else by its place.

use super::Sides;
use super::grid::GridRow;
use super::written::Written;
use crate::text::name_key;

/// Heads as they compare, the longer before the shorter that it begins with.
const AVOID: &[&str] = &[
    "αποφευγουμε να λεμε",
    "τι να μην πειτε",
    "να μην πειτε",
    "να μη λεμε",
    "να μην λεμε",
    "μη λετε",
    "μην λετε",
    "αντι για",
    "αποφευγουμε",
    "αποφευγετε",
    "avoid saying",
    "what not to say",
    "do not say",
    "don't say",
    "dont say",
    "never say",
    "instead of",
    "avoid",
    "μην πειτε",
    "μη πειτε",
    "λαθοσ",
    "πριν",
    "before",
    "don't",
    "not",
];
const PREFER: &[&str] = &[
    "προτιμουμε να λεμε",
    "τι να πειτε",
    "να πειτε",
    "να λεμε",
    "πειτε",
    "προτιμουμε",
    "προτιματε",
    "prefer saying",
    "what to say",
    "say instead",
    "say this",
    "do say",
    "use instead",
    "prefer",
    "say",
    "λεμε",
    "σωστο",
    "μετα",
    "after",
    "instead",
    "alternative",
    "better",
    "do",
];
const WHY: &[&str] =
    &["γιατι", "αιτιολογια", "λογοσ", "σχολια", "σχολιο", "why", "reason", "notes", "note"];
const LEVEL: &[&str] = &["επιπεδο", "level"];

/// What stands in which column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// What is avoided.
    pub avoid: usize,
    /// What is said instead.
    pub prefer: usize,
    /// Why.
    pub why: Option<usize>,
    /// How much it matters.
    pub level: Option<usize>,
    /// The first row holds the heads.
    pub has_heads: bool,
    /// This program has written the table: its cells are in the phrase language.
    pub written: Option<Written>,
}

impl Columns {
    /// The columns of a table that begins with this row.
    pub fn of(first: Option<&GridRow>, sides: Sides) -> Columns {
        if let Some(written) = first.and_then(Written::of) {
            return Columns::written(written);
        }
        let heads: Vec<String> = first
            .map(|row| row.cells.iter().map(|cell| head_key(cell)).collect())
            .unwrap_or_default();
        let find = |names: &[&str]| heads.iter().position(|head| names.contains(&head.as_str()));
        let (avoid, prefer) = (find(AVOID), find(PREFER));
        let has_heads = avoid.is_some() && prefer.is_some();
        let mut columns = match (avoid, prefer) {
            (Some(avoid), Some(prefer)) => Columns {
                avoid,
                prefer,
                why: find(WHY),
                level: find(LEVEL),
                has_heads,
                written: None,
            },
            _ => {
                Columns { avoid: 0, prefer: 1, why: Some(2), level: None, has_heads, written: None }
            }
        };
        if sides == Sides::Swapped {
            std::mem::swap(&mut columns.avoid, &mut columns.prefer);
        }
        columns
    }

    fn written(written: Written) -> Columns {
        let [avoid, prefer, why, level] = written.first_four();
        let (avoid, prefer) = (avoid.unwrap_or(0), prefer.unwrap_or(1));
        Columns { avoid, prefer, why, level, has_heads: true, written: Some(written) }
    }
}

fn head_key(cell: &str) -> String {
    name_key(cell.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != ')'))
}

/// The heads of both columns where they stand in one line with nothing between them.
pub fn heads_of_line(line: &str) -> Option<Vec<String>> {
    let key = name_key(line);
    for (first, second) in [(AVOID, PREFER), (PREFER, AVOID)] {
        for head in first {
            let rest = key.strip_prefix(head).map(str::trim_start);
            if let Some(rest) = rest.filter(|rest| second.contains(rest)) {
                return Some(vec![(*head).to_owned(), rest.to_owned()]);
            }
        }
    }
    None
}
