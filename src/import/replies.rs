//! A file of canned replies, as teams keep them: one after another in a text, or one a row in a table.

use super::grid::{GridRow, TableError};
use super::reading::{is_separated, separated};
use super::workbook;
use crate::rules::decode_any;
use crate::text::name_key;

/// Replies of a file.
pub const MAX_REPLIES: usize = 2_000;
/// Heads of the column that holds the replies, as they compare.
const HEADS: [&str; 14] = [
    "απαντηση", "απαντησεισ", "ετοιμη απαντηση", "κειμενο", "μηνυμα", "answer", "body", "content",
    "macro", "message", "replies", "reply", "response", "text",
];
/// Stands between cells where nothing does: a sign that no text has.
const NO_SEPARATOR: u8 = 0x1f;

/// Replies as they stand in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replies {
    /// How the file is made.
    pub form: ReplyForm,
    /// Each reply, in order.
    pub replies: Vec<Reply>,
}

/// How a file of replies is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyForm {
    /// A text with empty lines between replies.
    Text,
    /// A table with a reply in each row.
    Table,
}

/// A reply of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The line of the file, or the row of the sheet, from 1.
    pub line: usize,
    /// All of it.
    pub text: String,
}

/// The replies of a file. Of a table it is the column whose head says so, else the one that holds most.
///
/// # Errors
/// [`TableError`] where there are none, or too many.
pub fn read_replies(name: &str, bytes: &[u8]) -> Result<Replies, TableError> {
    let read = if workbook::is_workbook(bytes) {
        Replies { form: ReplyForm::Table, replies: of_table(&workbook::read(bytes, None)?.rows) }
    } else {
        let text = decode_any(bytes).ok_or(TableError::NotATable)?;
        of_text(name, text.trim_start_matches('\u{feff}'))
    };
    match read.replies.len() {
        0 => Err(TableError::Empty),
        found if found > MAX_REPLIES => Err(TableError::TooManyRows { limit: MAX_REPLIES }),
        _ => Ok(read),
    }
}

fn of_text(name: &str, text: &str) -> Replies {
    let name = name.to_lowercase();
    if [".csv", ".tsv"].iter().any(|ending| name.ends_with(ending)) {
        let divides = [b';', b',', b'\t'].into_iter().find(|sign| is_separated(text, *sign));
        let rows = separated(text, divides.unwrap_or(NO_SEPARATOR));
        return Replies { form: ReplyForm::Table, replies: of_table(&rows) };
    }
    Replies { form: ReplyForm::Text, replies: paragraphs(text) }
}

fn paragraphs(text: &str) -> Vec<Reply> {
    let mut replies: Vec<Reply> = Vec::new();
    let mut is_open = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            is_open = false;
            continue;
        }
        match replies.last_mut().filter(|_| is_open) {
            Some(reply) => {
                reply.text.push('\n');
                reply.text.push_str(line.trim_end());
            }
            None => replies.push(Reply { line: number + 1, text: line.trim_end().to_owned() }),
        }
        is_open = true;
    }
    replies
}

fn of_table(rows: &[GridRow]) -> Vec<Reply> {
    let is_head = |cell: &String| HEADS.contains(&name_key(cell).as_str());
    let named = rows.first().and_then(|row| row.cells.iter().position(is_head));
    let column = named.unwrap_or_else(|| fullest(rows));
    let reply = |row: &GridRow| {
        let text = row.cells.get(column)?.clone();
        (!text.is_empty()).then_some(Reply { line: row.line, text })
    };
    rows.iter().skip(usize::from(named.is_some())).filter_map(reply).collect()
}

/// The column with the most letters.
fn fullest(rows: &[GridRow]) -> usize {
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let letters = |column: usize| -> usize {
        rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.chars().count()).sum()
    };
    // Of two that hold as much, the first.
    (0..columns).rev().max_by_key(|column| letters(*column)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_are_found_in_every_form() {
        let table = |text: &str| read_replies("απαντήσεις.CSV", text.as_bytes()).unwrap();
        let text =
            read_replies("a.txt", "\u{feff}Καλημέρα,\nδεν γίνεται.\n \n\nΓεια 🙂\n".as_bytes());
        let expected = [(1, "Καλημέρα,\nδεν γίνεται."), (5, "Γεια 🙂")];
        let lines = |replies: &Replies| -> Vec<(usize, String)> {
            replies.replies.iter().map(|reply| (reply.line, reply.text.clone())).collect()
        };
        let owned = |rows: &[(usize, &str)]| -> Vec<(usize, String)> {
            rows.iter().map(|(line, text)| (*line, (*text).to_owned())).collect()
        };
        assert_eq!(lines(&text.unwrap()), owned(&expected));
        for (csv, expected) in [
            (
                "Τίτλος;Απάντηση\nα;Δεν γίνεται, λυπάμαι.\nβ;\"Γεια\nσας\"\n",
                &[(2, "Δεν γίνεται, λυπάμαι."), (3, "Γεια\nσας")][..],
            ),
            (
                "a,This cannot be done today\nb,Calm down please\n",
                &[(1, "This cannot be done today"), (2, "Calm down please")],
            ),
            (
                "Μία στήλη, με κόμμα\nκαι άλλη μία\n",
                &[(1, "Μία στήλη, με κόμμα"), (2, "και άλλη μία")],
            ),
        ] {
            assert_eq!(lines(&table(csv)), owned(expected), "{csv}");
        }
        for (bytes, error) in [
            (&b""[..], TableError::Empty),
            (b"\n \n", TableError::Empty),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", TableError::NotATable),
        ] {
            assert_eq!(read_replies("a.txt", bytes).unwrap_err(), error);
        }
    }
}
