//! What people hand in that is no rules at all, or far too much of it.

use std::fmt::Write;

use insta::assert_snapshot;
use kalologos::app::{FetchError, RequestContext};
use kalologos::model::Time;
use kalologos::ui::CommandId;

use crate::adding_rules::common::*;
use crate::tables;

#[tokio::test]
async fn every_file_of_the_suite_of_diagnostics_is_told_and_nothing_counts() {
    let place = Place::new().await;
    let mut told = 0;
    for (number, entry) in std::fs::read_dir("tests/bad_rules").unwrap().enumerate() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // Two seconds for each: nobody hands in so many within a minute.
        let later = RequestContext { now: Time(NOW.0 + 2 * number as i64), ..lead() };
        let shown = place.add(&later, &name, std::fs::read(&path).unwrap()).await;
        let text = shown.text();
        assert!(!text.trim().is_empty(), "{name}");
        if !shown.buttons().contains(&"Ενεργοποίηση".to_owned()) {
            told += 1;
            assert!(text.contains("γραμμή "), "{name}: {text}");
            assert!(text.contains("→ "), "{name}: {text}");
        }
    }
    assert!(told > 80, "{told}");
    assert_eq!(place.version().await.0, 0);
}

#[tokio::test]
async fn what_is_no_table_is_told_in_both_languages() {
    let place = Place::new().await;
    let png = [&b"\x89PNG\r\n\x1a\n"[..], &[0, 1, 2, 255, 254, 0, 9, 200]].concat();
    let many: String = (0..6_000).map(|row| format!("φράση {row};άλλη\n")).collect();
    let many_rules: String = (0..6_000).fold("language: el\nrules:\n".to_owned(), |text, row| {
        format!("{text}  - {{avoid: λέξη{row}, remove: true}}\n")
    });
    let alias_bomb = std::fs::read("tests/bad_rules/alias-bomb.yaml").unwrap();
    let mut told = String::new();
    for (name, bytes) in [
        ("empty.csv", Vec::new()),
        ("empty.yaml", Vec::new()),
        ("picture.png", png.clone()),
        ("rules.yaml", png.clone()),
        ("rules.xlsx", png),
        ("bomb.xlsx", tables::bomb()),
        ("aliases.yaml", alias_bomb),
        ("one-column.csv", "δεν μπορώ\nδεν ξέρω\n".into()),
        ("many.csv", many.into()),
        ("many.yaml", many_rules.into()),
        ("wide.csv", "αποφεύγουμε;προτιμούμε\n...;κάτι\n".into()),
        (&*"μ".repeat(300), b"a,b".to_vec()),
    ] {
        for visitor in [lead(), in_english(lead())] {
            let shown = place.add(&visitor, name, bytes.clone()).await;
            writeln!(told, "--- {name}\n{}", shown.text().trim_end()).unwrap();
        }
    }
    assert_snapshot!("no-tables", told);
    assert_eq!(place.version().await.0, 0);
}

#[tokio::test]
async fn what_does_not_arrive_is_told_in_both_languages() {
    let place = Place::new().await;
    let large = vec![b'a'; 2 << 20];
    let mut told = String::new();
    for (what, given) in [
        ("too large, as it says", file("a.csv", 2 << 20, Err(FetchError::Gone))),
        ("too large, whatever it says", file("a.csv", 12, Ok(large))),
        ("from elsewhere", file("a.csv", 12, Err(FetchError::Elsewhere))),
        ("gone", file("a.csv", 12, Err(FetchError::Gone))),
        ("too slow", file("a.csv", 12, Err(FetchError::TooSlow))),
    ] {
        for visitor in [lead(), in_english(lead())] {
            let shown = place.command(&visitor, CommandId::RulesAdd, given.clone()).await;
            writeln!(told, "--- {what}\n{}", shown.text().trim_end()).unwrap();
            assert!(shown.response.error.is_none());
        }
    }
    assert_snapshot!("not-fetched", told);
}

#[tokio::test]
async fn a_phrase_that_is_everywhere_is_told_with_good_replies_that_it_flags() {
    let place = Place::new().await;
    let wide = "language: el\nrules:\n  - avoid: \"σας {όλα}\"\n    prefer: εντάξει\n";
    assert_snapshot!("everywhere-el", place.add(&lead(), "wide.yaml", wide).await.text());
    let row = "αποφεύγουμε;προτιμούμε\nσας...;εντάξει\n";
    assert_snapshot!("everywhere-en", place.add(&in_english(lead()), "wide.csv", row).await.text());
}

#[tokio::test]
async fn swapping_a_table_that_can_not_stand_is_still_possible() {
    let place = Place::new().await;
    // As it stands, one row says what another catches.
    let table = "μια στιγμούλα\tθα το φτιάξουμε\nτο κοιτάμε ήδη\tμια στιγμούλα\n";
    let report = place.add(&lead(), "α.tsv", table).await;
    assert!(!report.buttons().contains(&"Ενεργοποίηση".to_owned()), "{}", report.text());
    let swapped = report.press("Όχι, ανάποδα").await;
    assert!(!swapped.text().contains("θα το φτιάξουμε», αλλά «μια") || swapped.is_in_place());
    let back = swapped.press("Όχι, ανάποδα").await;
    assert_eq!(back.text(), report.text());
}
