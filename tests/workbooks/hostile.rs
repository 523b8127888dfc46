//! Small workbooks that would take all memory, or all time, of whoever believes them.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::book::{Book, cell, pair, shared, sheet, workbook};

/// What comes of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comes {
    /// It is read: so many rows.
    Rows(usize),
    /// It holds, or claims, more than is read.
    Large,
    /// It does not open.
    Bad,
    /// It is something else.
    Other,
}

/// A workbook and what comes of it.
pub type Attack = (&'static str, Vec<u8>, Comes);

/// Cells and areas that are far away.
pub fn places() -> Vec<Attack> {
    let row = |row: &str, place: &str| {
        Book::new(&format!("{}<row{row}>{}</row>", pair(1), cell(place, "α"))).zip()
    };
    let area = |area: &str| {
        let sheet = sheet(&pair(1)).replacen('>', &format!(r#"><dimension ref="{area}"/>"#), 1);
        Book::new("").with("xl/worksheets/sheet1.xml", sheet).zip()
    };
    let merged = r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(20_000);
    let merged = sheet(&pair(1)).replace("</w", &format!("<mergeCells>{merged}</mergeCells></w"));
    let backwards = |area| {
        let merged = format!(r#"</sheetData><mergeCells><mergeCell ref="{area}"/></mergeCells>"#);
        let sheet = sheet(&pair(1)).replace("</sheetData>", &merged);
        Book::new("").with("xl/worksheets/sheet1.xml", sheet).zip()
    };
    let wide: String =
        (1..=5_000).map(|row| format!("<row>{}</row>", cell(&format!("AV{row}"), "α"))).collect();
    vec![
        ("the first and the last cell of a sheet", row("", "XFD1048576"), Comes::Large),
        ("the first and the last row of a sheet", row("", "A1048576"), Comes::Rows(2)),
        ("a row past the last", row(r#" r="4294967295""#, "A1"), Comes::Large),
        ("a row that overflows", row(r#" r="99999999999999999999""#, "A1"), Comes::Large),
        ("a cell past the last column", row("", "ZZZZZZZZZZZZZZ1"), Comes::Large),
        ("two places of one cell", row("", r#"A2" r="XFD99999999999"#), Comes::Large),
        ("an area of the whole sheet", area("A1:XFD1048576"), Comes::Rows(1)),
        ("an area past the sheet", area("A1:XFD4294967296"), Comes::Large),
        ("an area that ends before it begins", area("C9:A1"), Comes::Bad),
        ("merged cells that end left of where they begin", backwards("AMM1:B1"), Comes::Bad),
        ("merged cells that end above where they begin", backwards("A9:A1"), Comes::Bad),
        ("merged cells past the sheet", backwards("A1:AMMMM1"), Comes::Large),
        (
            "merged cells all over the sheet",
            Book::new("").with("xl/worksheets/sheet1.xml", merged).zip(),
            Comes::Rows(1),
        ),
        (
            "5,000 rows with a cell far to the right",
            { Book::new(&(pair(1) + &wide)).zip() },
            Comes::Large,
        ),
    ]
}

/// Little text that becomes much.
pub fn texts() -> Vec<Attack> {
    let references = |count: usize, text: &str| {
        let row = |row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#);
        let rows: String = (1..=count).map(row).collect();
        Book::new(&rows).with("xl/sharedStrings.xml", shared("", text)).zip()
    };
    let own = cell("A1", &"α".repeat(1 << 20));
    vec![
        (
            "many references to one text of 2 MiB",
            references(2_000, &"a".repeat(2 << 20)),
            Comes::Large,
        ),
        (
            "many references to one text that fits",
            references(2_000, &"a".repeat(1 << 16)),
            Comes::Large,
        ),
        (
            "many references to white space",
            references(2_000, &"\u{a0}".repeat(1 << 15)),
            Comes::Large,
        ),
        (
            "many references to a text in pieces",
            references(2_000, &"aaaaaaaa&amp;".repeat(20_000)),
            Comes::Large,
        ),
        (
            "a cell with 2 MiB of its own",
            Book::new(&format!("<row>{own}</row>")).zip(),
            Comes::Large,
        ),
    ]
}

/// Numbers of things, claimed or true.
pub fn counts() -> Vec<Attack> {
    let strings = |attributes: &str| {
        Book::new(&pair(1)).with("xl/sharedStrings.xml", shared(attributes, "α")).zip()
    };
    let names = r#"<definedName name="a">A1</definedName>"#.repeat(21_000);
    let sheets = |count: usize| -> String {
        let sheet = |number| format!(r#"<sheet name="{number}" sheetId="{number}" r:id="rId1"/>"#);
        (1..=count).map(sheet).collect()
    };
    let empty = sheet(&"<row><c/></row>".repeat(2_000));
    let same = Book::new("").with("xl/worksheets/sheet1.xml", empty);
    let same = same.with("xl/workbook.xml", workbook(&sheets(250))).zip();
    let with_workbook =
        |content: &str| Book::new(&pair(1)).with("xl/workbook.xml", workbook(content)).zip();
    vec![
        ("a million millions of texts", strings(r#" uniqueCount="1000000000000""#), Comes::Large),
        ("as many with a sign", strings(r#" uniqueCount="+1000000000000""#), Comes::Large),
        (
            "as many, said twice",
            strings(r#" uniqueCount="1" uniqueCount="9000000000""#),
            Comes::Large,
        ),
        (
            "more than a number holds",
            strings(r#" uniqueCount="99999999999999999999""#),
            Comes::Large,
        ),
        ("a count that nobody reads", strings(r#" count="1000000000000""#), Comes::Rows(1)),
        ("names without end", with_workbook(&names), Comes::Large),
        ("sheets without end", with_workbook(&sheets(300)), Comes::Large),
        ("sheets that are all one", same, Comes::Bad),
    ]
}

/// XML that costs more than it says.
pub fn markup() -> Vec<Attack> {
    let deep = format!("{}{}", "<a>".repeat(20_000), pair(1));
    let laughs: String = (1..20)
        .map(|level| format!(r#"<!ENTITY l{level} "{}">"#, format!("&l{};", level - 1).repeat(10)))
        .collect();
    let laughs = format!(
        r#"<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]>{}"#,
        sheet(&format!("<row>{}</row>", cell("A1", "&l19;")))
    );
    let attributes: String = (0..50_000).map(|number| format!(r#" a{number}="""#)).collect();
    let style = format!(
        r#"<styleSheet><numFmts><numFmt numFmtId="9" formatCode="{}"/></numFmts><cellXfs>{}</cellXfs></styleSheet>"#,
        "0".repeat(1 << 20),
        r#"<xf numFmtId="9"/>"#.repeat(20_000),
    );
    vec![
        ("elements in elements in elements", Book::new(&deep).zip(), Comes::Large),
        (
            "entities in entities in entities",
            Book::new("").with("xl/worksheets/sheet1.xml", laughs).zip(),
            Comes::Bad,
        ),
        ("an entity that nobody defined", Book::new(&cell("A1", "&l19;")).zip(), Comes::Bad),
        (
            "an element with 50,000 attributes",
            Book::new(&pair(1).replacen("<c", &format!("<c{attributes}"), 1)).zip(),
            Comes::Rows(1),
        ),
        (
            "20,000 styles with a format of 1 MiB",
            Book::new(&pair(1)).with("xl/styles.xml", style).zip(),
            Comes::Rows(1),
        ),
    ]
}

/// Parts that unfold to much, or that are there twice.
pub fn parts() -> Vec<Attack> {
    let far = shared(r#" uniqueCount="1000000000000""#, "α");
    let named = |name: &str, content: Vec<u8>| Book::new(&pair(1)).with(name, content).zip();
    // Two parts of one name can't be written, so one is renamed afterwards, in both places.
    let twice = |first: &str, second: &str| {
        let book = Book::new(&pair(1)).with("xl/sharedStrings.xml", first);
        let mut bytes = book.with("xl/sharedStringz.xml", second).zip();
        let (old, new) = (b"xl/sharedStringz.xml", b"xl/sharedStrings.xml");
        for at in 0..bytes.len() - old.len() {
            if bytes[at..].starts_with(old) {
                bytes[at..at + old.len()].copy_from_slice(new);
            }
        }
        bytes
    };
    let mut many = Book::new(&pair(1));
    (0..600).for_each(|number| many.parts.push((format!("xl/media/{number}.png"), Vec::new())));
    vec![
        ("a part of 33 MiB", bomb(), Comes::Large),
        ("40 parts that are the same bytes", overlapping("xml"), Comes::Large),
        ("40 pictures that are the same bytes", overlapping("png"), Comes::Rows(1)),
        ("two parts of one name, the last bad", twice(&shared("", "α"), &far), Comes::Large),
        ("two parts of one name, the first bad", twice(&far, &shared("", "α")), Comes::Rows(1)),
        ("two parts but for their case", named("xl/SHAREDStrings.xml", far.into()), Comes::Large),
        (
            "two parts but for a slash",
            named("xl\\sharedStrings.xml", shared("", "α").into()),
            Comes::Bad,
        ),
        ("600 parts", many.zip(), Comes::Large),
    ]
}

/// A workbook with one part more, which is small and unfolds to 33 MiB.
fn bomb() -> Vec<u8> {
    let mut archive = ZipWriter::new_append(Cursor::new(Book::new(&pair(1)).zip())).unwrap();
    archive.start_file("xl/calcChain.xml", SimpleFileOptions::default()).unwrap();
    let mebibyte = vec![b' '; 1 << 20];
    (0..33).for_each(|_| archive.write_all(&mebibyte).unwrap());
    archive.finish().unwrap().into_inner()
}

/// A workbook with 40 parts more, which are the same folded bytes and unfold to 1 MiB each.
fn overlapping(ending: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new_append(Cursor::new(Book::new(&pair(1)).zip())).unwrap();
    let name = |number: usize| format!("xl/media/{number}.{ending}");
    archive.start_file(name(0), SimpleFileOptions::default()).unwrap();
    archive.write_all(&vec![b' '; 1 << 20]).unwrap();
    (1..40).for_each(|number| archive.shallow_copy_file(&name(0), &name(number)).unwrap());
    archive.finish().unwrap().into_inner()
}

/// Archives that are no workbooks, or not as they seem.
pub fn archives() -> Vec<Attack> {
    let repeated = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let whole = Book::new(&pair(1)).zip();
    let one = |name: &str, content: &str| Book::new(&pair(1)).with(name, content).zip();
    vec![
        ("an .ods with rows that repeat", one("content.xml", repeated), Comes::Other),
        ("an .xlsb", one("xl/workbook.bin", ""), Comes::Other),
        ("an archive that breaks off", whole[..whole.len() / 2].to_vec(), Comes::Bad),
        (
            "an archive that ends without end",
            [b"PK\x03\x04".to_vec(), b"PK\x05\x06".repeat(40_000)].concat(),
            Comes::Bad,
        ),
    ]
}
