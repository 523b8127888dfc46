//! Places in a file: bytes, and the line and column that people count.

use std::cell::OnceCell;
use std::ops::Range;

/// Where something is in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Byte range in the file's text; on character boundaries.
    pub span: Range<usize>,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// A value with its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it is.
    pub place: Place,
}

/// The lines of a file, for finding places in it. They are looked for when the first place is: in most
/// files no one asks.
pub(super) struct Lines<'a> {
    text: &'a str,
    found: OnceCell<Found>,
}

struct Found {
    /// Byte offset at which each line begins.
    starts: Vec<usize>,
    /// How many characters are before each block of the text: a malicious file may be one long line.
    before: Vec<usize>,
}

/// Bytes of a block.
const BLOCK: usize = 256;

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Lines { text, found: OnceCell::new() }
    }

    fn found(&self) -> &Found {
        self.found.get_or_init(|| Found::new(self.text))
    }

    /// The number of the line that holds an offset, from 0, and where it begins.
    fn line_at(&self, offset: usize) -> (usize, usize) {
        let starts = &self.found().starts;
        let line = starts.partition_point(|start| *start <= offset).saturating_sub(1);
        (line, starts.get(line).copied().unwrap_or(0))
    }

    /// The place of a byte range; a range that is not a range of the text is moved to the nearest that is.
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        let span = self.clamp(span);
        let (line, line_start) = self.line_at(span.start);
        // A byte order mark is not a character for people.
        let mark = usize::from(line == 0 && span.start > 0 && self.text.starts_with('\u{feff}'));
        let column =
            self.characters_before(span.start) - self.characters_before(line_start) - mark + 1;
        Place { span, line: line + 1, column }
    }

    fn characters_before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        let within = self.text.as_bytes().get(block * BLOCK..offset).unwrap_or(&[]);
        self.found().before.get(block).copied().unwrap_or(0) + characters(within)
    }

    /// The nearest range on character boundaries, without the blanks at its end.
    pub(super) fn clamp(&self, span: Range<usize>) -> Range<usize> {
        let start = self.text.floor_char_boundary(span.start);
        let end = self.text.ceil_char_boundary(span.end).max(start);
        let written = self.text.get(start..end).unwrap_or("");
        start..start + written.trim_end().len()
    }

    /// The byte offset of a line and column, both from 1, the column in characters.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let Some(start) = self.found().starts.get(line.saturating_sub(1)).copied() else {
            return self.text.len();
        };
        let rest = self.text.get(start..).unwrap_or("");
        let within = rest
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(rest.len(), |(offset, _)| offset);
        start + within
    }

    /// The line that holds an offset, without its break, and the offset at which it begins.
    pub(super) fn line(&self, offset: usize) -> (&'a str, usize) {
        let (_, start) = self.line_at(offset);
        let rest = self.text.get(start..).unwrap_or("");
        (rest.lines().next().unwrap_or(""), start)
    }

    /// The text of a range, empty if there is none.
    pub(super) fn text(&self, span: Range<usize>) -> &'a str {
        self.text.get(span.start..span.end.min(self.text.len())).unwrap_or("")
    }
}

impl Found {
    fn new(text: &str) -> Found {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(offset, _)| offset + 1)).collect();
        let mut before = Vec::new();
        let mut count = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            before.push(count);
            count += characters(block);
        }
        before.push(count);
        Found { starts, before }
    }
}

/// How many characters begin in the bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}
