//! Hostile workbooks cost nobody anything; those of people are read.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod book;
mod hostile;
mod mutated;

use std::collections::BTreeMap;

use book::{Book, cell};
use hostile::{Attack, Comes};
use kalologos::import::{
    Instead, Options, RowError, TableError, TableNote, TableRow, as_workbook, read_replies,
    read_table,
};
use kalologos::model::Language;
use kalologos::ui::table_error;
use mutated::{Chance, mutated, seeds};
use rust_xlsxwriter::{Format, Workbook};

/// What comes of a file in both places that read workbooks.
fn comes(bytes: &[u8]) -> Comes {
    let as_replies = read_replies("a.xlsx", bytes).map(|read| read.replies.len());
    match read_table(bytes, Options::default()) {
        Ok(table) => Comes::Rows(table.rows.len() + table.errors.len()),
        Err(error) => {
            // A file of replies has one column, and a table two.
            if error != TableError::OneColumn {
                assert_eq!(as_replies, Err(error.clone()));
            }
            match error {
                TableError::LargeWorkbook => Comes::Large,
                TableError::BadWorkbook => Comes::Bad,
                _ => Comes::Other,
            }
        }
    }
}

/// Each attack is small, and comes to what is expected of it.
fn hold(attacks: Vec<Attack>) {
    for (name, bytes, expected) in attacks {
        assert!(bytes.len() < 200_000, "{name} is small: {}", bytes.len());
        assert_eq!(comes(&bytes), expected, "{name}");
    }
}

#[test]
fn cells_far_away_take_no_room() {
    hold(hostile::places());
}

#[test]
fn a_text_that_many_cells_share_does_not_become_gigabytes() {
    hold(hostile::texts());
}

#[test]
fn what_a_workbook_says_of_its_numbers_is_not_believed() {
    hold(hostile::counts());
}

#[test]
fn markup_that_costs_more_than_it_says_is_refused_or_passed_over() {
    hold(hostile::markup());
}

#[test]
fn parts_that_unfold_to_much_or_are_there_twice_gain_nothing() {
    hold(hostile::parts());
}

#[test]
fn archives_that_are_not_as_they_seem_are_refused() {
    hold(hostile::archives());
}

#[test]
fn what_is_refused_is_told_with_a_way_out() {
    for error in [TableError::LargeWorkbook, TableError::BadWorkbook] {
        for language in [Language::El, Language::En] {
            assert!(table_error(&error, language).contains(".csv"));
        }
    }
}

#[test]
fn workbooks_of_people_are_read() {
    let rows: Vec<Vec<String>> = (0..5_000)
        .map(|row| [format!("φράση {row}"), format!("άλλη {row}"), "Γιατί.".repeat(20)].to_vec())
        .collect();
    let plain = as_workbook(&rows, &[40]).unwrap();
    assert!(plain.len() < 1 << 20);
    // A sheet whose columns were painted down to the last row.
    let painted = format!(r#"{}<row r="1048576"><c r="XFD1048576" s="3"/></row>"#, book::pair(1));
    let unordered = [book::pair(7), book::pair(2), book::pair(7)].concat();
    for (name, bytes, expected) in [
        ("5,000 plain rows", plain, 5_000),
        ("the first day", crate::tables::workbook(), 5),
        ("all that a spreadsheet writes", mutated::rich(), 9),
        ("a painted sheet", Book::new(&painted).zip(), 1),
        ("rows in any order", Book::new(&unordered).zip(), 2),
    ] {
        assert_eq!(comes(&bytes), Comes::Rows(expected), "{name}");
    }
}

#[test]
fn cells_are_read_as_they_are_seen() {
    let rows = [
        &format!(r#"<row r="3">{}"#, cell("B3", "δεν _x0041_ &amp; &#955;\r\nμπορώ")),
        r#"<c r="C3" t="s" s="1"><v>0</v></c><c r="E3" t="b"><v>1</v></c></row>"#,
        r#"<row r="5"><c r="C5" t="str"><f>A1</f><v>ναι</v></c><c r="B5"><v>45000.5</v></c><c r="D5" t="e"><v>#REF!</v></c></row>"#,
    ]
    .concat();
    let read = read_replies("a.xlsx", &Book::new(&rows).zip()).unwrap();
    let read: Vec<(usize, &str)> =
        read.replies.iter().map(|reply| (reply.line, reply.text.as_str())).collect();
    assert_eq!(read, [(3, "δεν A & λ\nμπορώ"), (5, "45000,5")]);
    let table = read_table(&Book::new(&rows).zip(), Options::default()).unwrap();
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3]);
    assert_eq!(table.errors, [(5, RowError::OnlyNumbers)]);
}

/// Reads so many mutated workbooks and tells how often what came of them.
fn campaign(count: usize) -> BTreeMap<String, usize> {
    let books = seeds(vec![crate::tables::workbook()]);
    let mut chance = Chance(0x5eed);
    let mut outcomes = BTreeMap::new();
    for _ in 0..count {
        let outcome = match comes(&mutated(&books, &mut chance)) {
            Comes::Rows(_) => "read".to_owned(),
            other => format!("{other:?}"),
        };
        *outcomes.entry(outcome).or_default() += 1;
    }
    outcomes
}

#[test]
fn a_mutated_workbook_is_refused_or_read() {
    assert!(campaign(40).len() > 1);
}

/// Run it with a limit of memory: `ulimit -v 1048576`.
#[test]
#[ignore = "takes a quarter of a minute"]
#[allow(clippy::print_stderr, reason = "the counts are what it is run for")]
fn thousands_of_mutated_workbooks_are_refused_or_read() {
    let outcomes = campaign(2_500);
    eprintln!("{outcomes:?}");
    assert!(outcomes.len() > 1);
}

/// What is avoided and what is said instead, row by row.
fn rows_of(bytes: &[u8]) -> Vec<(usize, String, String)> {
    let table = read_table(bytes, Options::default()).unwrap();
    let said = |row: &TableRow| match &row.prefer {
        Instead::Say(said) => said.clone(),
        Instead::LeaveOut => "-".to_owned(),
    };
    table.rows.iter().map(|row| (row.line, row.avoid.clone(), said(row))).collect()
}

fn pairs(rows: &[(usize, &str, &str)]) -> Vec<(usize, String, String)> {
    let owned = |(line, avoid, prefer): &(usize, &str, &str)| {
        (*line, (*avoid).to_owned(), (*prefer).to_owned())
    };
    rows.iter().map(owned).collect()
}

#[test]
fn a_sheet_is_read_below_its_title_and_beside_numbers_and_dates() {
    let mut workbook = Workbook::new();
    let notes = workbook.add_worksheet().set_name("Σημειώσεις").unwrap();
    notes.write(0, 0, "Γράφτηκε από όλους").unwrap();
    workbook
        .add_worksheet()
        .set_name("Παλιά")
        .unwrap()
        .set_hidden(true)
        .write(0, 0, "κρυφό")
        .unwrap();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = workbook.add_worksheet().set_name("Φράσεις").unwrap();
    sheet.merge_range(0, 0, 0, 3, "Οδηγός ύφους", &Format::new()).unwrap();
    for (column, head) in (0_u16..).zip(["Α/Α", "Από", "Τι αποφεύγουμε", "Τι λέμε"])
    {
        sheet.write(2, column, head).unwrap();
    }
    for (row, (avoid, prefer)) in
        (3_u32..).zip([("Δεν γίνεται", "Ας το δούμε"), ("Δεν ξέρω", "Θα το μάθω")])
    {
        sheet.write(row, 0, row - 2).unwrap();
        sheet.write_with_format(row, 1, 45_000, &date).unwrap();
        sheet.write(row, 2, avoid).unwrap();
        sheet.write(row, 3, prefer).unwrap();
    }
    sheet.merge_range(5, 2, 6, 2, "Δεν μπορώ", &Format::new()).unwrap();
    sheet.write(5, 3, "Θα ρωτήσω").unwrap();
    sheet.write(6, 3, "Ας δούμε πώς").unwrap();
    sheet.write(7, 2, "Πληρώθηκε").unwrap();
    sheet.write_with_format(7, 3, 45_000, &date).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let expected = [
        (4, "Δεν γίνεται", "Ας το δούμε"),
        (5, "Δεν ξέρω", "Θα το μάθω"),
        (6, "Δεν μπορώ", "Θα ρωτήσω\nΑς δούμε πώς"),
        (8, "Πληρώθηκε", "15/03/2023"),
    ];
    assert_eq!(rows_of(&bytes), pairs(&expected));
    let table = read_table(&bytes, Options::default()).unwrap();
    assert_eq!(
        table.notes,
        [
            TableNote::OtherSheets {
                read: "Φράσεις".to_owned(),
                others: vec!["Σημειώσεις".to_owned()]
            },
            TableNote::HiddenSheets { names: vec!["Παλιά".to_owned()] },
        ]
    );
    let first = Options { sheet: Some(0), ..Options::default() };
    assert_eq!(read_table(&bytes, first), Err(TableError::OneColumn));
}

#[test]
fn cells_with_an_error_or_without_a_value_are_named() {
    let rows = [
        r#"<row r="1">"#,
        &cell("A1", "Αποφεύγουμε"),
        &cell("B1", "Λέμε"),
        r#"</row><row r="2">"#,
        &cell("A2", "Δεν γίνεται"),
        r#"<c r="B2" t="e"><v>#REF!</v></c></row><row r="3">"#,
        &cell("A3", "Δεν ξέρω"),
        r#"<c r="B3"><f>A1&amp;A2</f></c></row>"#,
    ]
    .concat();
    let table = read_table(&Book::new(&rows).zip(), Options::default()).unwrap();
    assert_eq!(table.errors, [(2, RowError::ErrorCell), (3, RowError::NoValue)]);
}

#[test]
fn numbers_come_out_as_people_see_them() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Αποφεύγουμε").unwrap();
    sheet.write(0, 1, "Λέμε").unwrap();
    for (row, (avoid, number, format)) in (1_u32..).zip([
        ("Το απόγευμα", 0.75, "hh:mm"),
        ("Με καλή έκπτωση", 0.15, "0%"),
        ("Με λίγα", 1250.5, "#,##0.00 \"€\""),
        ("Σε λίγο καιρό", 2.5, "[h]:mm"),
        ("Πολύ σύντομα", 46_143.5, "dd/mm/yyyy hh:mm"),
        ("Τον άλλο μήνα", 46_174.0, "mmmm yyyy"),
        ("Περίπου διπλά", 2.5, "General"),
    ]) {
        sheet.write(row, 0, avoid).unwrap();
        sheet.write_with_format(row, 1, number, &Format::new().set_num_format(format)).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let expected = [
        (2, "Το απόγευμα", "18:00"),
        (3, "Με καλή έκπτωση", "15%"),
        (4, "Με λίγα", "1.250,50 €"),
        (5, "Σε λίγο καιρό", "60:00"),
        (6, "Πολύ σύντομα", "01/05/2026 12:00"),
        (8, "Περίπου διπλά", "2,5"),
    ];
    assert_eq!(rows_of(&bytes), pairs(&expected));
    let table = read_table(&bytes, Options::default()).unwrap();
    assert_eq!(table.errors, [(7, RowError::NotShown)]);
}

#[test]
fn hidden_rows_are_passed_over_and_named() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Άλλα & <κενό>").unwrap();
    let sheet = workbook.add_worksheet().set_name("Φράσεις & λόγια").unwrap();
    for (row, (avoid, prefer)) in (0_u32..).zip([
        ("Αποφεύγουμε", "Λέμε"),
        ("Δεν γίνεται", "Ας το δούμε"),
        ("Μια παλιά φράση", "Δεν τη λέμε πια"),
        ("Δεν ξέρω", "Θα το μάθω"),
    ]) {
        sheet.write(row, 0, avoid).unwrap();
        sheet.write(row, 1, prefer).unwrap();
    }
    sheet.set_row_hidden(2).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    assert_eq!(
        rows_of(&bytes),
        pairs(&[(2, "Δεν γίνεται", "Ας το δούμε"), (4, "Δεν ξέρω", "Θα το μάθω")])
    );
    let table = read_table(&bytes, Options::default()).unwrap();
    assert_eq!(table.notes, [TableNote::HiddenRows { lines: vec![3] }]);
}

#[test]
fn the_table_of_a_document_is_read() {
    let text = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let cell = |inner: &str, extra: &str| format!("<w:tc><w:tcPr>{extra}</w:tcPr>{inner}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let rows = [
        row(&[cell(&text("Οδηγός ύφους"), r#"<w:gridSpan w:val="2"/>"#)]),
        row(&[cell(&text("Μη λες"), ""), cell(&text("Πες"), "")]),
        row(&[cell(&text("Δεν γίνεται"), ""), cell(&text("Ας &lt;το&gt; δούμε").repeat(2), "")]),
        row(&[
            cell(&text("Δεν ξέρω"), r#"<w:vMerge w:val="restart"/>"#),
            cell(&text("Θα το μάθω"), ""),
        ]),
        row(&[cell("", "<w:vMerge/>"), cell(&text("Θα ρωτήσω"), "")]),
    ]
    .concat();
    let document = |body: &str| {
        let body = format!("<w:document><w:body>{}{body}</w:body></w:document>", text("Γεια"));
        Book { parts: Vec::new() }.with("word/document.xml", body).zip()
    };
    let expected = [
        (3, "Δεν γίνεται", "Ας <το> δούμε\nΑς <το> δούμε"),
        (4, "Δεν ξέρω", "Θα το μάθω\nΘα ρωτήσω"),
    ];
    assert_eq!(rows_of(&document(&format!("<w:tbl>{rows}</w:tbl>"))), pairs(&expected));
    assert_eq!(read_table(&document(""), Options::default()), Err(TableError::NoTableInDocument));
    let many = format!("<w:tbl>{}</w:tbl>", "<w:tr><w:tc/></w:tr>".repeat(300_000));
    assert_eq!(read_table(&document(&many), Options::default()), Err(TableError::LargeWorkbook));
}

#[test]
fn a_workbook_of_libre_office_is_read() {
    let text = |text: &str| format!("<text:p>{text}</text:p>");
    let content = [
        r#"<office:document-content><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>"#,
        r#"<table:table table:name="Κρυφό" table:style-name="ta2"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#,
        r#"<table:table table:name="Φράσεις">"#,
        &format!("<table:table-row><table:table-cell>{}</table:table-cell><table:table-cell>{}</table:table-cell></table:table-row>", text("Αποφεύγουμε"), text("Λέμε")),
        r#"<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        &format!("<table:table-row><table:table-cell>{}</table:table-cell><table:table-cell>{}<office:annotation><text:p>σχόλιο</text:p></office:annotation></table:table-cell><table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>", text("Δεν γίνεται"), text("Ας το<text:s/>δούμε")),
        r#"<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        "</table:table></office:spreadsheet></office:body></office:document-content>",
    ]
    .concat();
    let bytes = Book { parts: Vec::new() }.with("content.xml", content).zip();
    assert_eq!(rows_of(&bytes), pairs(&[(5, "Δεν γίνεται", "Ας το δούμε")]));
    let table = read_table(&bytes, Options::default()).unwrap();
    assert_eq!(table.notes, [TableNote::HiddenSheets { names: vec!["Κρυφό".to_owned()] }]);
}
