//! Hostile workbooks cost nobody anything; those of people are read.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod book;
mod hostile;
mod mutated;
#[path = "../tables/mod.rs"]
mod tables;

use std::collections::BTreeMap;

use book::{Book, cell};
use hostile::{Attack, Comes};
use kalologos::import::{Options, TableError, as_workbook, read_replies, read_table};
use kalologos::model::Language;
use kalologos::ui::table_error;
use mutated::{Chance, mutated, seeds};

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
        ("the first day", tables::workbook(), 5),
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
    assert_eq!(read, [(3, "δεν A & λ\nμπορώ"), (5, "45000.5")]);
    let table = read_table(&Book::new(&rows).zip(), Options::default()).unwrap();
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 5]);
}

/// Reads so many mutated workbooks and tells how often what came of them.
fn campaign(count: usize) -> BTreeMap<String, usize> {
    let books = seeds(vec![tables::workbook()]);
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
