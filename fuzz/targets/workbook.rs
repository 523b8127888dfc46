//! Any text as the parts of a workbook: the sheets, the shared texts and the first sheet, with a line of
//! `====` between them. Folded into an archive here, for a fuzzer does not find one by chance.

use std::io::{Cursor, Write};

use kalologos::import::{Options, read_table};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELS: &str = r#"<Relationships><Relationship Id="a" Type="/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const SHEETS: &str = r#"<Relationships><Relationship Id="a" Type="/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="/worksheet" Target="sharedStrings.xml"/></Relationships>"#;
const NAMES: [&str; 3] = ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"];

pub fn run(text: &str) {
    let fixed = [("_rels/.rels", RELS), ("xl/_rels/workbook.xml.rels", SHEETS)];
    let parts = NAMES.into_iter().zip(text.splitn(NAMES.len(), "\n====\n"));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in fixed.into_iter().chain(parts) {
        if archive.start_file(name, options).is_err()
            || archive.write_all(content.as_bytes()).is_err()
        {
            return;
        }
    }
    if let Ok(archive) = archive.finish() {
        let _ = read_table(&archive.into_inner(), Options::default());
    }
}
