//! Workbooks made by hand, so that they can hold what no spreadsheet writes.
#![allow(clippy::unwrap_used, dead_code, reason = "a test may stop where it stands")]

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a workbook by their names.
#[derive(Debug, Clone)]
pub struct Book {
    pub parts: Vec<(String, Vec<u8>)>,
}

impl Book {
    /// One sheet with `<row>`s; shared text 0 is `δεν μπορώ`.
    pub fn new(rows: &str) -> Book {
        let rels = |id, kind, target| {
            format!(
                r#"<Relationships><Relationship Id="{id}" Type="{DOCUMENT}/{kind}" Target="{target}"/></Relationships>"#
            )
        };
        Book { parts: Vec::new() }
            .with("_rels/.rels", rels("a", "officeDocument", "xl/workbook.xml"))
            .with("xl/_rels/workbook.xml.rels", rels("rId1", "worksheet", "worksheets/sheet1.xml"))
            .with("xl/workbook.xml", workbook(r#"<sheet name="A" sheetId="1" r:id="rId1"/>"#))
            .with("xl/sharedStrings.xml", shared(r#" uniqueCount="1""#, "δεν μπορώ"))
            .with("xl/worksheets/sheet1.xml", sheet(rows))
    }

    /// With one part in the place of what had its name.
    pub fn with(mut self, name: &str, content: impl Into<Vec<u8>>) -> Book {
        self.parts.retain(|(known, _)| known != name);
        self.parts.push((name.to_owned(), content.into()));
        self
    }

    /// The parts of an archive.
    pub fn open(bytes: &[u8]) -> Book {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let parts = (0..archive.len()).map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        });
        Book { parts: parts.collect() }
    }

    /// As an archive.
    pub fn zip(&self) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.parts {
            archive.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            archive.write_all(content).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }
}

/// The part that names the sheets.
pub fn workbook(sheets: &str) -> String {
    format!(r#"<workbook xmlns:r="{DOCUMENT}"><sheets>{sheets}</sheets></workbook>"#)
}

/// The part with one shared text.
pub fn shared(attributes: &str, text: &str) -> String {
    format!("<sst{attributes}><si><t>{text}</t></si></sst>")
}

/// A sheet of rows.
pub fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// A cell with a text of its own.
pub fn cell(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A row with two cells.
pub fn pair(number: usize) -> String {
    let cells =
        [cell(&format!("A{number}"), "δεν γίνεται"), cell(&format!("B{number}"), "ας το δούμε")]
            .concat();
    format!(r#"<row r="{number}">{cells}</row>"#)
}
