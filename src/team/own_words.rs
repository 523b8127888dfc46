//! Remembers how a lead wrote a rule. Its phrases say what is matched, in any person, but leads want to read their own
//! words.

use std::collections::HashMap;

use super::pair::KeptForms;
use super::reading::Reading;
use super::spellings::{catches, spellings};
use super::{Format, Team, readable_pair};
use crate::import::{self, Instead, Options, Table, TableError};
use crate::rules::{Rule, RuleFile};
use crate::ruleset::RuleSet;
use crate::store::VersionContent;

/// What somebody wrote, by the phrase or wording that was made of it.
pub(super) type OwnWords = HashMap<String, String>;

/// A table as it is read next to the built-in rules.
pub(super) fn table_of(
    bytes: &[u8],
    options: Options,
    note: Option<&str>,
    rule_set: &RuleSet,
) -> Result<Table, TableError> {
    let engine = rule_set.engine();
    let is_avoided = |text: &str| catches(&engine, text);
    let mut table = import::read_table_beside(bytes, options, &is_avoided)?;
    import::accented(&mut table, spellings);
    table.keep_principles(|name| rule_set.has_principle(name));
    KeptForms::of(note).leave_out(&mut table);
    Ok(table)
}

/// The words of the table that a version was made from; none where its rows and its rules are not one to one.
pub(super) fn of_version(
    content: &VersionContent,
    rules: &RuleFile,
    rule_set: &RuleSet,
) -> OwnWords {
    let reading = Reading::of(&content.format);
    let is_inflected = content.rules.as_ref().is_some_and(|text| text.contains('<'));
    if reading.format != Format::Table || !is_inflected {
        return OwnWords::default();
    }
    let table = table_of(&content.bytes, reading.options, content.note.as_deref(), rule_set);
    let rows = table.map(|table| table.rows).unwrap_or_default();
    if rows.len() != rules.rules.len() {
        return OwnWords::default();
    }
    let mut words = OwnWords::default();
    for (row, rule) in rows.iter().zip(&rules.rules).filter(|(row, _)| !row.is_phrase) {
        let said = match &row.prefer {
            Instead::Say(said) => said.as_str(),
            Instead::LeaveOut => "",
        };
        words.extend(of_cells(rule, &row.avoid, said));
    }
    words
}

/// The words of the cells that a rule was made from.
pub(super) fn of_cells<'r>(
    rule: &'r Rule,
    avoid: &str,
    prefer: &str,
) -> impl Iterator<Item = (String, String)> + 'r {
    let wordings: Vec<&str> = rule.prefer.iter().map(|it| it.source.as_str()).collect();
    let phrases = super::fixed_ids::phrases(rule);
    let avoid = (phrases, import::phrases_of_cell(avoid));
    let prefer = (wordings, import::wordings_of_cell(prefer));
    let pairs = [avoid, prefer].into_iter().filter(|(made, cells)| made.len() == cells.len());
    let pairs = pairs.flat_map(|(made, cells)| made.into_iter().zip(cells));
    pairs.filter(|(made, _)| made.contains('<')).map(|(made, cell)| (made.to_owned(), cell))
}

impl Team {
    /// A phrase or wording as its author wrote it, else as people would say it.
    pub fn in_words(&self, source: &str) -> String {
        self.own_words(source).unwrap_or_else(|| self.readable(source))
    }

    /// A phrase and its wording as their author wrote them, else as people would say them.
    pub fn pair_in_words(&self, phrase: &str, wording: &str) -> (String, String) {
        let (said, instead) = readable_pair(self.checker.engine(), phrase, wording);
        (self.own_words(phrase).unwrap_or(said), self.own_words(wording).unwrap_or(instead))
    }

    /// The same, where this is known.
    pub fn own_words(&self, source: &str) -> Option<String> {
        self.files.iter().find_map(|file| file.words.get(source)).cloned()
    }
}
