//! A table copied out of a document, where nothing stands between the columns any more.
//!
//! ```text
//! Όχι. Δεν μπορεί να γίνει. Είναι δυνατόν αν ή Αυτό
//! που γίνεται είναι..
//! ```
//!
//! A line that begins with a small letter goes on with the line before. Of a row's sentences the last
//! one is what to say instead.

use super::columns;
use super::grid::GridRow;

/// Signs that end a sentence.
const ENDS: [char; 6] = ['.', '…', '!', '?', ';', '\u{37e}'];

/// The rows of a text: two cells where a line can be divided, else one.
pub fn rows(text: &str) -> Vec<GridRow> {
    let mut rows: Vec<GridRow> = Vec::new();
    let mut joined: Vec<(usize, String)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        match joined.last_mut() {
            _ if line.is_empty() => (),
            Some((_, before)) if line.starts_with(char::is_lowercase) => {
                before.push(' ');
                before.push_str(line);
            }
            _ => joined.push((index + 1, line.to_owned())),
        }
    }
    for (line, text) in joined {
        match columns::heads_of_line(&text) {
            // Whatever stands over the heads of the table is not a row of it.
            Some(heads) => rows = vec![GridRow { line, cells: heads, ..GridRow::default() }],
            None => rows.push(GridRow { line, cells: divided(&text), ..GridRow::default() }),
        }
    }
    rows
}

/// What to avoid and what to say instead: everything up to the last sentence, and that one.
fn divided(text: &str) -> Vec<String> {
    let mut at = None;
    let mut before = None;
    let mut ended = false;
    for (offset, sign) in text.char_indices() {
        if ended && before.is_some_and(char::is_whitespace) && sign.is_uppercase() {
            at = Some(offset);
        }
        if !sign.is_whitespace() {
            ended = ENDS.contains(&sign);
        }
        before = Some(sign);
    }
    match at.and_then(|at| text.split_at_checked(at)) {
        Some((avoid, prefer)) => vec![avoid.trim().to_owned(), prefer.trim().to_owned()],
        None => vec![text.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_sentence_is_what_to_say() {
        for (text, avoid, prefer) in [
            ("Κάνετε λάθος. Το σωστό είναι..", "Κάνετε λάθος.", "Το σωστό είναι.."),
            ("Διαφωνώ.. Συμφωνώ μαζί σας, αλλά...", "Διαφωνώ..", "Συμφωνώ μαζί σας, αλλά..."),
            ("Όχι. Δεν γίνεται. Ας δούμε πώς..", "Όχι. Δεν γίνεται.", "Ας δούμε πώς.."),
            ("Τι θέλετε; Πώς μπορώ να βοηθήσω;", "Τι θέλετε;", "Πώς μπορώ να βοηθήσω;"),
        ] {
            assert_eq!(divided(text), [avoid, prefer], "{text}");
        }
        assert_eq!(divided("Μια πρόταση μόνο, 3.5 ευρώ"), ["Μια πρόταση μόνο, 3.5 ευρώ"]);
    }
}
