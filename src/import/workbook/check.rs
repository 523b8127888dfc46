//! Checks the declared sizes of a workbook's parts against the limits before they are trusted.
//!
//! Nothing here asks what a part is for: the workbook says which part is a sheet, and it may lie. A part that breaks
//! off or is not XML is not reported here, because the reader stops at the same place.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::limits::{
    LAST_COLUMN, LAST_ROW, MAX_CELL_BYTES, MAX_DEPTH, MAX_ELEMENTS, MAX_NAMES, MAX_SHARED_TEXTS,
    MAX_SHEETS,
};
use crate::import::grid::TableError;

/// What was counted so far, over all parts.
#[derive(Debug, Default)]
pub struct Check {
    elements: usize,
    shared_texts: u64,
    sheets: usize,
    names: usize,
}

impl Check {
    /// Walks through one more part.
    ///
    /// # Errors
    /// [`TableError::LargeWorkbook`] where it goes past a limit, [`TableError::BadWorkbook`] for what no
    /// spreadsheet writes.
    pub fn part(&mut self, content: &[u8]) -> Result<(), TableError> {
        let mut reader = Reader::from_reader(content);
        // As `calamine` has it, so that both see the same elements.
        let config = reader.config_mut();
        config.check_end_names = false;
        config.trim_text(false);
        config.check_comments = false;
        config.expand_empty_elements = true;
        let (mut buffer, mut depth) = (Vec::new(), 0_usize);
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => {
                    depth += 1;
                    at_most(depth, MAX_DEPTH)?;
                    self.element(&element)?;
                }
                Ok(Event::End(_)) => depth = depth.saturating_sub(1),
                Ok(Event::Text(text)) => at_most(text.len(), MAX_CELL_BYTES)?,
                Ok(Event::CData(text)) => at_most(text.len(), MAX_CELL_BYTES)?,
                // No workbook has one, and entities are defined there.
                Ok(Event::DocType(_)) => return Err(TableError::BadWorkbook),
                Ok(Event::Eof) | Err(_) => return Ok(()),
                Ok(_) => (),
            }
        }
    }

    fn element(&mut self, element: &BytesStart) -> Result<(), TableError> {
        self.elements += 1;
        at_most(self.elements, MAX_ELEMENTS)?;
        match element.local_name().as_ref() {
            "sst" => each(element, "uniqueCount", count_fits)?,
            "si" => {
                self.shared_texts += 1;
                at_most(self.shared_texts, MAX_SHARED_TEXTS)?;
            }
            "row" | "c" => each(element, "r", |place| position(place).map(drop))?,
            "dimension" | "mergeCell" => each(element, "ref", area_fits)?,
            "sheet" => {
                self.sheets += 1;
                at_most(self.sheets, MAX_SHEETS)?;
            }
            "definedName" | "Relationship" => {
                self.names += 1;
                at_most(self.names, MAX_NAMES)?;
            }
            _ => (),
        }
        Ok(())
    }
}

fn at_most<N: PartialOrd>(found: N, limit: N) -> Result<(), TableError> {
    if found > limit { Err(TableError::LargeWorkbook) } else { Ok(()) }
}

/// Looks at each attribute of the name: which of two counts is for the reader to say.
fn each(
    element: &BytesStart,
    name: &str,
    fits: impl Fn(&str) -> Result<(), TableError>,
) -> Result<(), TableError> {
    // Looking for doubles would hold each attribute against all others.
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| TableError::BadWorkbook)?;
        if attribute.key.as_ref() == name {
            fits(&attribute.value)?;
        }
    }
    Ok(())
}

fn count_fits(count: &str) -> Result<(), TableError> {
    // A number too large for one is a large one.
    at_most(count.parse().unwrap_or(u64::MAX), MAX_SHARED_TEXTS)
}

/// `A1:C9`, or one place; its end does not come before its beginning.
fn area_fits(area: &str) -> Result<(), TableError> {
    let (first, last) = area.split_once(':').unwrap_or((area, area));
    let ((row, column), (last_row, last_column)) = (position(first)?, position(last)?);
    if row > last_row || column > last_column {
        return Err(TableError::BadWorkbook);
    }
    Ok(())
}

/// Row and column of a place such as `B7`, from 1; of a row alone the column is 0.
fn position(place: &str) -> Result<(u32, u32), TableError> {
    let digits = place.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
    let letters = place.strip_suffix(digits).unwrap_or("");
    if digits.is_empty() || !digits.bytes().all(|sign| sign.is_ascii_digit()) {
        return Err(TableError::BadWorkbook);
    }
    let row = digits.parse().unwrap_or(u32::MAX);
    let column = letters.bytes().fold(0_u32, |column, letter| {
        let letter = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.saturating_mul(26).saturating_add(letter)
    });
    at_most(row, LAST_ROW)?;
    at_most(column, LAST_COLUMN)?;
    Ok((row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_counted_over_all_parts() {
        let mut check = Check { elements: MAX_ELEMENTS - 3, ..Check::default() };
        assert_eq!(check.part(b"<a><b/></a>"), Ok(()));
        // One that breaks off is no problem here; one element more is.
        assert_eq!(check.part(b"<a><b"), Ok(()));
        assert_eq!(check.part(b"<a/>"), Err(TableError::LargeWorkbook));
    }

    #[test]
    fn places_are_those_of_a_sheet() {
        use TableError::{BadWorkbook, LargeWorkbook};
        for (place, expected) in [
            ("A1", Ok((1, 1))),
            ("xfd1048576", Ok((1_048_576, 16_384))),
            ("AB007", Ok((7, 28))),
            ("12", Ok((12, 0))),
            ("XFE1", Err(LargeWorkbook)),
            ("A1048577", Err(LargeWorkbook)),
            ("A99999999999999999999", Err(LargeWorkbook)),
            (&*format!("{}1", "Z".repeat(99)), Err(LargeWorkbook)),
            ("A", Err(BadWorkbook)),
            ("", Err(BadWorkbook)),
            ("A1B", Err(BadWorkbook)),
            ("$A$1", Err(BadWorkbook)),
            ("Α1", Err(BadWorkbook)),
        ] {
            assert_eq!(position(place), expected, "{place}");
        }
    }
}
