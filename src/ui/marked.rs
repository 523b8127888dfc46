//! A draft with stretches of it marked: by colour, or by a line of `^` under them.

use std::ops::Range;

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::text::{plain, plain_line};

/// A line is folded before this column where it is marked from below, so that the marks stay under their words.
const WIDTH: usize = 96;

/// A stretch to mark, and how.
pub(super) struct Mark {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// Its looks where there is colour.
    pub style: Style,
}

/// The text with its marks in colour; ends without a line break.
pub(super) fn coloured(text: &str, marks: &[Mark]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for mark in marks {
        let start = mark.span.start.max(at);
        let Some(words) = text.get(start..mark.span.end) else { continue };
        out.push_str(&plain(text.get(at..start).unwrap_or("")));
        // The line break stays outside, or the underline runs to the edge of the screen.
        for line in words.split_inclusive('\n') {
            let shown = line.trim_end_matches(['\r', '\n']);
            out.push_str(&format!("{}{}{:#}", mark.style, plain(shown), mark.style));
            out.push_str(&plain(line.get(shown.len()..).unwrap_or("")));
        }
        at = mark.span.end;
    }
    out.push_str(&plain(text.get(at..).unwrap_or("")));
    out.truncate(out.trim_end_matches('\n').len());
    out
}

/// The text with `^` under its marks; ends without a line break.
pub(super) fn underlined(text: &str, marks: &[Mark]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for row in rows(text) {
        lines.push(plain_line(text.get(row.clone()).unwrap_or("")));
        let under = carets(text, &row, marks);
        if !under.is_empty() {
            lines.push(under);
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n")
}

/// The line of `^` under one row; empty if nothing in it is marked.
fn carets(text: &str, row: &Range<usize>, marks: &[Mark]) -> String {
    let mut under = String::new();
    let mut at = row.start;
    let first = marks.partition_point(|mark| mark.span.end <= row.start);
    for mark in marks.iter().skip(first).take_while(|mark| mark.span.start < row.end) {
        let span = mark.span.start.max(at)..mark.span.end.min(row.end);
        if span.is_empty() {
            continue;
        }
        // From mark to mark, not from the start of the row: a row without spaces may be very long.
        under.extend(std::iter::repeat_n(' ', width(text, at..span.start)));
        under.extend(std::iter::repeat_n('^', width(text, span.clone()).max(1)));
        at = span.end;
    }
    under
}

/// The columns that a stretch takes on a screen, as shown.
fn width(text: &str, span: Range<usize>) -> usize {
    plain_line(text.get(span).unwrap_or("")).width()
}

/// The lines of a text, long ones folded at spaces; without their line breaks.
fn rows(text: &str) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end_matches(['\r', '\n']).len();
        fold(text, start..start + shown, &mut rows);
        start += line.len();
    }
    rows
}

fn fold(text: &str, line: Range<usize>, rows: &mut Vec<Range<usize>>) {
    let mut start = line.start;
    let mut end = start;
    let mut columns = 0;
    for word in text.get(line.clone()).unwrap_or("").split_inclusive(' ') {
        let wide = plain_line(word).width();
        if columns > 0 && columns + wide > WIDTH {
            rows.push(start..end);
            (start, columns) = (end, 0);
        }
        end += word.len();
        columns += wide;
    }
    rows.push(start..line.end);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str, phrase: &str) -> Mark {
        let start = text.find(phrase).unwrap();
        Mark { span: start..start + phrase.len(), style: Style::new().underline() }
    }

    fn under(text: &str, phrases: &[&str]) -> String {
        let marks: Vec<Mark> = phrases.iter().map(|phrase| mark(text, phrase)).collect();
        underlined(text, &marks)
    }

    #[test]
    fn the_marks_stand_under_wide_and_combining_characters() {
        for (text, phrase, expected) in [
            ("Όχι, δεν μπορώ.", "δεν μπορώ", "     ^^^^^^^^^"),
            ("Ο\u{301}χι, δεν μπορω\u{301}.", "δεν μπορω\u{301}", "     ^^^^^^^^^"),
            ("👩‍👩‍👧 δεν μπορώ", "δεν μπορώ", "   ^^^^^^^^^"),
            ("日本 can't", "can't", "     ^^^^^"),
            ("can't 日本", "日本", "      ^^^^"),
            ("\tδεν μπορώ", "δεν", "    ^^^"),
            ("\u{1b}[31mδεν", "δεν", "     ^^^"),
        ] {
            assert_eq!(under(text, &[phrase]).lines().last(), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn every_row_has_its_own_marks() {
        insta::assert_snapshot!(under("Καλημέρα,\r\nδεν\nμπορώ, δεν γίνεται.\n", &["δεν\nμπορώ", "γίνεται"]), @"
        Καλημέρα,
        δεν
        ^^^
        μπορώ, δεν γίνεται.
        ^^^^^      ^^^^^^^
        ");
        let long = "λόγια ".repeat(40) + "δεν μπορώ";
        let marked = under(&long, &["δεν μπορώ"]);
        assert!(marked.lines().all(|line| line.width() <= WIDTH), "{marked}");
        let lines: Vec<&str> = marked.lines().collect();
        let (words, carets) = (lines[lines.len() - 2], lines[lines.len() - 1]);
        let column = words[..words.find("δεν").unwrap()].width();
        assert_eq!(carets, " ".repeat(column) + "^^^^^^^^^");
    }

    #[test]
    fn colour_ends_before_the_line_does() {
        let text = "Α\u{1b}Β δεν\nμπορώ\n";
        let shown = coloured(text, &[mark(text, "δεν\nμπορώ")]);
        assert_eq!(shown, "Α\u{fffd}Β \u{1b}[4mδεν\u{1b}[0m\n\u{1b}[4mμπορώ\u{1b}[0m");
    }
}
