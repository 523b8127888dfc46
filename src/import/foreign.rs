//! Files of other kinds, named as people know them.

use super::grid::OtherFile;
use crate::rules::OtherTool;

/// What bytes of other kinds begin with.
const KINDS: &[(&[u8], OtherFile)] = &[
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OtherFile::OldOffice),
    (b"%PDF", OtherFile::Pdf),
    (b"\x89PNG", OtherFile::Image),
    (b"\xff\xd8\xff", OtherFile::Image),
    (b"GIF8", OtherFile::Image),
    (b"II*\0", OtherFile::Image),
    (b"MM\0*", OtherFile::Image),
    (b"{\\rtf", OtherFile::RichText),
];
/// Where the kind of a container stands, and the kinds that are pictures.
const CONTAINERS: &[(usize, &[u8])] =
    &[(8, b"WEBP"), (4, b"ftypheic"), (4, b"ftypheix"), (4, b"ftypmif1"), (4, b"ftypavif")];
/// How a page of the web begins, in lower case.
const PAGES: [&[u8]; 3] = [b"<!doctype html", b"<html", b"<table"];

/// The kind of a file that holds no table which can be read, if it is known.
pub fn file_kind(bytes: &[u8]) -> Option<OtherFile> {
    if let Some((_, kind)) = KINDS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(*kind);
    }
    let is_picture =
        |(at, sign): &(usize, &[u8])| bytes.get(*at..).is_some_and(|rest| rest.starts_with(sign));
    if CONTAINERS.iter().any(is_picture)
        || bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4])
    {
        return Some(OtherFile::Image);
    }
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if is_json(start) {
        return Some(OtherFile::Json);
    }
    let start = start.get(..start.len().min(20)).unwrap_or(start).to_ascii_lowercase();
    PAGES.iter().any(|page| start.starts_with(page)).then_some(OtherFile::WebPage)
}

/// Whether a text begins as JSON does: a brace or bracket, and a name or another of them in it. `[όνομα]` is a blank.
fn is_json(start: &[u8]) -> bool {
    let Some((b'{' | b'[', rest)) = start.split_first() else { return false };
    let rest = rest.trim_ascii_start();
    let quoted = rest.starts_with(b"\"") && rest.contains(&b':');
    quoted && start.starts_with(b"{") || rest.starts_with(b"{\"") || rest.starts_with(b"{ \"")
}

/// The tool whose rule file a text is, if it is one.
pub fn tool(text: &str) -> Option<OtherTool> {
    crate::rules::other_tool(text)
}
