//! The parts of a workbook that are needed, unfolded within limits and checked, in an archive of our own.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::check::Check;
use super::limits::{MAX_PARTS, MAX_UNFOLDED};
use crate::import::grid::{OtherFile, TableError};

/// Parts by which other formats are known, in lower case.
const CONTENT: &str = "content.xml";
const DOCUMENT: &str = "word/document.xml";
const STYLES: &str = "xl/styles.xml";
const OTHER_FORMATS: [(&str, OtherFile); 2] =
    [("xl/workbook.bin", OtherFile::BinaryWorkbook), ("ppt/presentation.xml", OtherFile::Slides)];

/// An archive, unfolded and checked.
pub enum Archive {
    /// A workbook of Excel's: an archive with the parts that are needed, and its styles.
    Excel(Vec<u8>, Vec<u8>),
    /// The content of a workbook of LibreOffice's.
    Content(Vec<u8>),
    /// The content of a document.
    Document(Vec<u8>),
}

/// What parts of which nothing is needed have in their names. Styles are left out with good reason: the reader
/// copies the font and the format into each of thousands of styles; what is needed of them is read apart.
const NOT_NEEDED: [&str; 9] = [
    "styles.xml", "theme/", "docprops/", "customxml/", "drawings/", "charts/", "pivotcache/",
    "externallinks/", "worksheets/_rels/",
];

/// An archive with the parts that are needed, not folded. Each has been checked byte for byte as it will be
/// read, under one name, so nothing that an archive can say of its parts matters any more.
pub fn checked(bytes: &[u8]) -> Result<Archive, TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::BadWorkbook)?;
    if archive.len() > MAX_PARTS {
        return Err(TableError::LargeWorkbook);
    }
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut check = Check::default();
    let mut left = MAX_UNFOLDED;
    let mut styles = Vec::new();
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| TableError::BadWorkbook)?;
        let name = part.name().map_err(|_| TableError::BadWorkbook)?.replace('\\', "/");
        let lower = name.to_lowercase();
        if let Some((_, other)) = OTHER_FORMATS.iter().find(|(name, _)| *name == lower) {
            return Err(TableError::OtherFile(*other));
        }
        let is_own = matches!(lower.as_str(), CONTENT | DOCUMENT | STYLES);
        if !is_own && !is_needed(&lower) {
            continue;
        }
        let content = unfolded(part, left)?;
        left -= content.len() as u64;
        check.part(&content)?;
        match lower.as_str() {
            CONTENT => return Ok(Archive::Content(content)),
            DOCUMENT => return Ok(Archive::Document(content)),
            STYLES => {
                styles = content;
                continue;
            }
            _ => (),
        }
        let written = out.start_file(name, options).and_then(|()| Ok(out.write_all(&content)?));
        written.map_err(|_| TableError::BadWorkbook)?;
    }
    let archive = out.finish().map_err(|_| TableError::BadWorkbook)?;
    Ok(Archive::Excel(archive.into_inner(), styles))
}

fn is_needed(lower: &str) -> bool {
    let is_xml = lower.ends_with(".xml") || lower.ends_with(".rels");
    is_xml && !NOT_NEEDED.iter().any(|name| lower.contains(name))
}

/// All of a part, if that is no more than is left.
fn unfolded(part: impl Read, left: u64) -> Result<Vec<u8>, TableError> {
    let mut content = Vec::new();
    part.take(left + 1).read_to_end(&mut content).map_err(|_| TableError::BadWorkbook)?;
    if content.len() as u64 > left {
        return Err(TableError::LargeWorkbook);
    }
    Ok(content)
}
