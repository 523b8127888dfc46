//! The findings of a text as the rows that a person reads: one for each phrase, however often it occurs.

use rustc_hash::FxHashMap;

use crate::engine::Finding;
use crate::text::{self, plain_line};

/// A phrase that a rule found, once or more often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its marked words as they are where it was found first, safe to show in one line.
    pub phrase: String,
    /// The numbers of its findings, the first one first.
    pub members: Vec<usize>,
}

impl Row {
    /// The finding that represents all of the row; `None` if these are not the findings it was made of.
    pub fn first<'f>(&self, findings: &'f [Finding]) -> Option<&'f Finding> {
        self.members.first().and_then(|member| findings.get(*member))
    }

    /// ` ×2` where the phrase occurs twice; nothing where it occurs once.
    pub fn times(&self) -> String {
        match self.members.len() {
            0 | 1 => String::new(),
            times => format!(" ×{times}"),
        }
    }
}

/// What the findings of a row have in common.
#[derive(PartialEq, Eq, Hash)]
struct Same<'f> {
    rule: &'f str,
    phrase: String,
    chosen: Option<usize>,
    fitting: Vec<usize>,
}

/// The findings of a text by place; a phrase that the same rule found before joins its row, if the same can be said
/// instead of both.
pub fn rows(text: &str, findings: &[Finding]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut known: FxHashMap<Same<'_>, usize> = FxHashMap::default();
    for (number, finding) in findings.iter().enumerate() {
        let same = Same {
            rule: &finding.rule.id,
            phrase: text::key(whole_phrase(text, finding)),
            chosen: finding.chosen,
            fitting: finding.suggestions.iter().map(|suggestion| suggestion.number).collect(),
        };
        let row = *known.entry(same).or_insert(rows.len());
        match rows.get_mut(row) {
            Some(row) => row.members.push(number),
            None => rows.push(Row { phrase: marked_words(text, finding), members: vec![number] }),
        }
    }
    rows
}

/// What compares: all that a suggestion replaces; of a phrase that only goes, the phrase without the word after it.
fn whole_phrase<'t>(text: &'t str, finding: &Finding) -> &'t str {
    let shown = match finding.marks.as_slice() {
        [mark] if finding.removes => mark,
        _ => &finding.span,
    };
    text.get(shown.clone()).unwrap_or("")
}

/// The marked words, with `…` for the draft's own words between them.
fn marked_words(text: &str, finding: &Finding) -> String {
    let marked: Vec<&str> =
        finding.marks.iter().filter_map(|mark| text.get(mark.clone())).collect();
    plain_line(&marked.join(" … "))
}
