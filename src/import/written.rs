//! Tables as this program writes them out: a row for each rule, with everything that a rule says, so that
//! the table, read again, gives the same rules.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::grid::GridRow;
use crate::rules::{Avoid, Level, Phrase, Rule, Skip};
use crate::text::name_key;

/// First characters of a cell that spreadsheets take for a formula; in a text file such a cell gets a quote before it.
const FORMULA_SIGNS: [char; 4] = ['=', '+', '-', '@'];
/// Stands in a column that says whether something is so, in Greek and English.
pub const YES: [&str; 2] = ["ναι", "yes"];
/// Before a regular expression among the phrases.
const REGEX: &str = "regex: ";
/// Widths of the columns of a table of rules on a screen, in characters; the last one goes for all that follow.
pub const RULE_WIDTHS: [u16; 5] = [44, 52, 44, 18, 20];

/// What stands in a column, besides phrases, wordings, reason and level: a key of the rule file.
pub const KEYS: [&str; 7] = ["principle", "unless", "skip", "quotes", "source", "turns", "id"];

/// Levels as people see them, in Greek and in English.
pub const LEVELS: [(Level, [&str; 2]); 3] = [
    (Level::Suggestion, ["ιδέα", "an idea"]),
    (Level::Warning, ["καλύτερα αλλιώς", "better put otherwise"]),
    (Level::Error, ["όχι σε πελάτη", "not to a customer"]),
];

/// The head of the kinds of clauses in which a rule is silent, and what people make of the Greek one.
const SKIP_HEAD: &str = "Skip";
pub const SHORT_SKIP_HEAD: &str = "οχι σε";

/// The heads in Greek and English, as they are written, in their order.
const HEADS: [[&str; 2]; 11] = [
    ["Αποφεύγουμε (φράσεις)", "Avoid (phrases)"],
    ["Προτιμούμε (διατυπώσεις)", "Prefer (wordings)"],
    ["Γιατί", "Why"],
    ["Επίπεδο", "Level"],
    ["Αρχή", "Principle"],
    ["Εντάξει εδώ", "Unless"],
    ["Όχι μέσα σε", SKIP_HEAD],
    ["Εισαγωγικά", "Quotes"],
    ["Πηγή", "Source"],
    ["Το όχι γίνεται ναι", "Turns a no into a yes"],
    ["Όνομα κανόνα", "Rule id"],
];

/// Where the columns of a table that this program has written stand now: people move and delete them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    at: [Option<usize>; HEADS.len()],
}

impl Written {
    /// The columns, if the first row has the heads of such a table.
    pub fn of(first: &GridRow) -> Option<Written> {
        let heads: Vec<String> = first.cells.iter().map(|cell| name_key(cell)).collect();
        let find = |names: &[&str; 2]| {
            let is_short = |head: &str| names[1] == SKIP_HEAD && head == SHORT_SKIP_HEAD;
            heads
                .iter()
                .position(|head| names.iter().any(|name| name_key(name) == *head) || is_short(head))
        };
        let written = Written { at: HEADS.each_ref().map(find) };
        (written.at[0].is_some() && written.at[1].is_some()).then_some(written)
    }

    /// Avoid, prefer, why and level.
    pub fn first_four(&self) -> [Option<usize>; 4] {
        let [avoid, prefer, why, level, ..] = self.at;
        [avoid, prefer, why, level]
    }

    /// Whether a row still is as it was written: a row that was added has no name of its rule. Where nobody
    /// kept the names, every row is taken so.
    pub fn has_id(&self, row: &GridRow) -> bool {
        let [.., id] = self.at;
        id.is_none_or(|id| row.cells.get(id).is_some_and(|cell| !cell.is_empty()))
    }

    /// What a row says under the other heads: keys of the rule file with their values.
    pub fn further(&self, row: &GridRow) -> Vec<(&'static str, String)> {
        let [_, _, _, _, further @ ..] = self.at;
        let value = |(key, column): (&&'static str, Option<usize>)| {
            let cell = unguarded(row.cells.get(column?)?);
            let value = if *key == "skip" { clauses(cell) } else { cell.to_owned() };
            (!cell.is_empty()).then_some((*key, value))
        };
        KEYS.iter().zip(further).filter_map(value).collect()
    }
}

/// What stands between the cells of a text that begins with the heads of such a table.
pub fn separator(text: &str) -> Option<u8> {
    let first = text.lines().next()?;
    let is_one = |separator: &u8| {
        let cell = first.split(char::from(*separator)).next().unwrap_or("");
        let cell = name_key(cell.trim_matches('"'));
        cell.len() < first.len() && HEADS[0].iter().any(|name| name_key(name) == cell)
    };
    [b';', b',', b'\t'].into_iter().find(is_one)
}

/// A cell without the quote that keeps it from being taken for a formula.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA_SIGNS) => rest,
        _ => cell,
    }
}

/// The regular expression of a cell that holds one.
pub fn regex(cell: &str) -> Option<&str> {
    cell.strip_prefix(REGEX)
}

/// The rows of a table of these rules, the heads first; in Greek for `el`, else in English.
pub fn written_rows<'r>(
    rules: impl IntoIterator<Item = &'r Rule>,
    language: &str,
) -> Vec<Vec<String>> {
    let side = usize::from(language != "el");
    let heads = HEADS.iter().map(|names| names[side].to_owned()).collect();
    std::iter::once(heads).chain(rules.into_iter().map(|rule| row(rule, side))).collect()
}

fn row(rule: &Rule, side: usize) -> Vec<String> {
    let phrases = |phrases: &[Phrase]| {
        let sources: Vec<&str> = phrases.iter().map(|phrase| phrase.source.as_str()).collect();
        sources.join("\n")
    };
    let avoid = match &rule.avoid {
        Avoid::Phrases(avoid) => phrases(avoid),
        Avoid::Regex(regex) => format!("{REGEX}{}", regex.as_str()),
    };
    let wordings: Vec<&str> = rule.prefer.iter().map(|wording| wording.source.as_str()).collect();
    let prefer = if rule.remove.is_some() { "-".to_owned() } else { wordings.join("\n") };
    let skip: Vec<&str> = rule.skip.iter().map(|skip| skip_word(*skip)).collect();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        avoid,
        prefer,
        text(&rule.why),
        level_word(rule.level, side).to_owned(),
        text(&rule.principle),
        phrases(&rule.unless),
        skip.join("\n"),
        if rule.in_quotes { "check".to_owned() } else { String::new() },
        text(&rule.source),
        if rule.turns { YES[side].to_owned() } else { String::new() },
        rule.id.clone(),
    ]
}

/// A level as people see it: on side 0 in Greek, else in English.
fn level_word(level: Level, side: usize) -> &'static str {
    let words = LEVELS.iter().find(|(known, _)| *known == level).map(|(_, words)| words);
    words.and_then(|words| words.get(side)).copied().unwrap_or("")
}

/// Kinds of clauses as rule files name them, from what people call them.
fn clauses(cell: &str) -> String {
    let of = |line: &str| clause_of(line).map_or(line.trim().to_owned(), str::to_owned);
    cell.split(['\n', ',']).map(of).collect::<Vec<_>>().join("\n")
}

/// The kind of clauses that somebody calls so.
pub fn clause_of(name: &str) -> Option<&'static str> {
    const NAMES: &[(&str, &[&str])] = &[
        ("questions", &["ερωτησεισ", "ερωτηση", "question", "questions"]),
        (
            "conditions",
            &["υποθεσεισ", "υποθεση", "συνθηκεσ", "προυποθεσεισ", "condition", "conditions"],
        ),
        ("reports", &["αναφορεσ", "λογια αλλων", "πλαγιοσ λογοσ", "report", "reports"]),
    ];
    let key = name_key(name);
    NAMES.iter().find(|(_, names)| names.contains(&key.trim())).map(|(word, _)| *word)
}

fn skip_word(skip: Skip) -> &'static str {
    skip.key()
}

/// Rows as a text file that spreadsheets open: in UTF-8 and marked so, since Excel takes it for another
/// encoding otherwise.
pub fn as_csv(rows: &[Vec<String>], separator: u8) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(separator).from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        let guarded =
            row.iter().map(|cell| match cell.starts_with(FORMULA_SIGNS) && cell.len() > 1 {
                true => format!("'{cell}"),
                false => cell.clone(),
            });
        // Into memory, where nothing fails.
        let _: csv::Result<()> = writer.write_record(guarded);
    }
    writer.into_inner().unwrap_or_default()
}

/// Rows as a workbook: the first row stays in sight, and long cells are broken into lines. Columns are as wide
/// as `widths` says; its last one goes for all that follow.
///
/// # Errors
/// Where a cell is longer than a workbook takes, or there are too many.
pub fn as_workbook(rows: &[Vec<String>], widths: &[u16]) -> Result<Vec<u8>, XlsxError> {
    let (heads, cells) = (Format::new().set_bold(), Format::new().set_text_wrap());
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for column in 0..columns {
        let width = widths.get(column).or(widths.last()).copied().unwrap_or_default();
        sheet.set_column_width(u16::try_from(column).unwrap_or(u16::MAX), width)?;
    }
    for (number, row) in (0_u32..).zip(rows) {
        let format = if number == 0 { &heads } else { &cells };
        for (column, cell) in (0_u16..).zip(row) {
            sheet.write_string_with_format(number, column, cell.as_str(), format)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}
