//! The parts of a workbook that are needed, unfolded within limits and checked, in an archive of our own.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::check::Check;
use super::limits::{MAX_PARTS, MAX_UNFOLDED};
use crate::import::grid::TableError;

/// Parts that other formats have, in lower case: .ods, .xlsb, .docx and .pptx are archives too.
const OTHER_FORMATS: [&str; 4] =
    ["content.xml", "xl/workbook.bin", "word/document.xml", "ppt/presentation.xml"];

/// What parts of which nothing is needed have in their names. Styles are left out with good reason: the reader
/// copies the font and the format into each of thousands of styles, and a date is read as its number anyway.
const NOT_NEEDED: [&str; 9] = [
    "styles.xml",
    "theme/",
    "docprops/",
    "customxml/",
    "drawings/",
    "charts/",
    "pivotcache/",
    "externallinks/",
    "worksheets/_rels/",
];

/// An archive with the parts that are needed, not folded. Each has been checked byte for byte as it will be
/// read, under one name, so nothing that an archive can say of its parts matters any more.
pub fn checked(bytes: &[u8]) -> Result<Vec<u8>, TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::BadWorkbook)?;
    if archive.len() > MAX_PARTS {
        return Err(TableError::LargeWorkbook);
    }
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut check = Check::default();
    let mut left = MAX_UNFOLDED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| TableError::BadWorkbook)?;
        let name = part.name().map_err(|_| TableError::BadWorkbook)?.replace('\\', "/");
        let lower = name.to_lowercase();
        if OTHER_FORMATS.contains(&lower.as_str()) {
            return Err(TableError::NotATable);
        }
        if !is_needed(&lower) {
            continue;
        }
        let content = unfolded(part, left)?;
        left -= content.len() as u64;
        check.part(&content)?;
        let written = out.start_file(name, options).and_then(|()| Ok(out.write_all(&content)?));
        written.map_err(|_| TableError::BadWorkbook)?;
    }
    let archive = out.finish().map_err(|_| TableError::BadWorkbook)?;
    Ok(archive.into_inner())
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
