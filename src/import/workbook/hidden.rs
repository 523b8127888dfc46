//! Finds the hidden rows of a sheet, which `calamine` does not report.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::import::grid::MAX_ROWS;

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// The numbers of the hidden rows of a sheet, from 1, in an archive of parts that were checked. None where anything of it is
/// not as spreadsheets write it.
pub fn rows(parts: &[u8], sheet: &str) -> Vec<usize> {
    rows_of(parts, sheet).unwrap_or_default()
}

fn rows_of(parts: &[u8], sheet: &str) -> Option<Vec<usize>> {
    let mut archive = ZipArchive::new(Cursor::new(parts)).ok()?;
    let mut id = None;
    each(&part(&mut archive, WORKBOOK)?, "sheet", |element| {
        if attribute(element, "name").as_deref() == Some(sheet) {
            id = attribute(element, "id");
        }
    });
    let id = id?;
    let mut target = None;
    each(&part(&mut archive, RELATIONS)?, "Relationship", |element| {
        if attribute(element, "Id").as_deref() == Some(&id) {
            target = attribute(element, "Target");
        }
    });
    let target = target?;
    let path = match target.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("xl/{target}"),
    };
    let (mut hidden, mut number) = (Vec::new(), 0);
    each(&part(&mut archive, &path)?, "row", |element| {
        // A row without its number is the next one.
        number = attribute(element, "r").and_then(|row| row.parse().ok()).unwrap_or(number + 1);
        let is_hidden = attribute(element, "hidden").is_some_and(|it| it == "1" || it == "true");
        if is_hidden && hidden.len() < MAX_ROWS {
            hidden.push(number);
        }
    });
    hidden.sort_unstable();
    Some(hidden)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    archive.by_name(name).ok()?.read_to_end(&mut content).ok()?;
    Some(content)
}

/// Looks at each element of the name.
fn each(part: &[u8], name: &str, mut look: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element))
                if element.local_name().as_ref() == name =>
            {
                look(&element);
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => (),
        }
    }
}

/// An attribute by the end of its name: `r:id` is `id`.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let value = attributes.find(|it| it.key.local_name().as_ref() == name)?.value.to_string();
    Some(unescape(&value).map(|plain| plain.into_owned()).unwrap_or(value))
}
