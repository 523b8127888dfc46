//! What a lead reads before anything counts.

use insta::assert_snapshot;

use crate::adding_rules::common::*;
use crate::tables::{self, FIVE_MISTAKES, SEED};

#[tokio::test]
async fn the_table_of_the_first_day_is_five_rules_that_wait() {
    let place = Place::new().await;
    let before = place.check("Διαφωνώ.").await;
    let greek = place.paste(&lead(), SEED, "").await;
    assert_snapshot!("first-day-el", greek.text());
    let english = place.paste(&in_english(lead()), SEED, "the first").await;
    assert_snapshot!("first-day-en", english.text());
    assert_eq!(place.check("Διαφωνώ.").await, before);
    assert_eq!(place.version().await.0, 0);
}

#[tokio::test]
async fn the_same_table_as_greek_excel_and_as_a_workbook_says_the_same() {
    let place = Place::new().await;
    let pasted = place.paste(&lead(), SEED, "πίνακας").await.text();
    for (name, bytes) in
        [("πίνακας.csv", tables::greek_csv()), ("πίνακας.xlsx", tables::workbook())]
    {
        let shown = place.add(&lead(), name, bytes).await.text();
        assert_eq!(
            without_lines(&shown.replace(name, "πίνακας")),
            without_lines(&pasted),
            "{name}"
        );
    }
}

/// Which line something stands in differs from one kind of file to another.
fn without_lines(text: &str) -> String {
    let line = |line: &str| match line.split_once("γραμμή ") {
        Some((before, after)) => {
            format!("{before}{}", after.trim_start_matches(|sign: char| sign.is_ascii_digit()))
        }
        None => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_wording_that_never_comes_into_a_draft_is_told() {
    let place = Place::new().await;
    let row = "Αποφεύγουμε\tΛέμε\nΑπαγορεύεται να αλλάξετε πρόγραμμα πριν από…\tΜπορείτε να αλλάξετε πρόγραμμα αμέσως μετά από…\n";
    let text = place.paste(&lead(), row, "πίνακας").await.text();
    assert!(text.contains("θα φαίνεται μόνο ως παράδειγμα"), "{text}");
    assert!(!text.contains("Απαγορεύονται") && !text.contains("απαγορεύονται"), "{text}");
}

/// Rows with all that can be said of rows.
const UNEVEN: &str = "avoid;prefer;why
το δέμα χάθηκε;ψάχνουμε το δέμα;Ο πελάτης ακούει τι γίνεται.
;Μπορώ;
μόνο αυτό;;
δεν γίνεται αυτό;αυτό δεν γίνεται αυτό;
ΤΟ ΔΕΜΑ ΧΑΘΗΚΕ.;το βρίσκουμε;
σας ευχαριστούμε πολύ;ευχαριστούμε;
μην ανησυχείτε;δεν μπορούμε να το στείλουμε;
κλείνουμε νωρίς;κλείνουμε στις;
";

#[tokio::test]
async fn rows_that_do_not_fit_objections_and_good_replies_are_told_with_advice() {
    let place = Place::new().await;
    assert_snapshot!("uneven-el", place.add(&lead(), "πίνακας.csv", UNEVEN).await.text());
    let english = place.add(&in_english(lead()), "table.csv", UNEVEN).await;
    assert_snapshot!("uneven-en", english.text());
}

#[tokio::test]
async fn every_mistake_of_a_rule_file_is_told_with_its_line() {
    let place = Place::new().await;
    assert_snapshot!(
        "five-mistakes-el",
        place.add(&lead(), "ομάδα.yaml", FIVE_MISTAKES).await.text()
    );
    let english = place.add(&in_english(lead()), "team.yaml", FIVE_MISTAKES).await;
    assert_snapshot!("five-mistakes-en", english.text());
}

#[tokio::test]
async fn a_long_report_is_cut_and_whole_in_a_file() {
    let place = Place::new().await;
    let rows = |count: usize, word: &str| -> String {
        (0..count).map(|row| format!("κουτί {row}ο {word}\tπακέτο {row}ο\n")).collect()
    };
    let first = place.add(&lead(), "κουτιά.tsv", rows(40, "εδώ")).await;
    let panel = first.panel();
    assert_eq!(panel.files.len(), 1);
    let whole = String::from_utf8(panel.files[0].bytes.clone()).unwrap();
    for row in 0..40 {
        assert!(whole.contains(&format!("κουτί {row}ο εδώ")), "{row}");
    }
    assert!(panel.text().contains("και 28 ακόμη· όλα είναι στο αρχείο"), "{}", panel.text());
    first.press("Ενεργοποίηση").await;
    let changed = rows(40, "εδώ").replace("πακέτο 1", "δέμα 1").replace("κουτί 3", "δώρο 3");
    let second = place.add(&lead(), "κουτιά.tsv", changed).await;
    let text = second.panel().text();
    assert_snapshot!("changed-el", text);
}

/// Not a test: how long a report takes. `cargo test --release --test suite adding_rules::reports::seconds -- --ignored --nocapture`
#[tokio::test]
#[ignore = "measures, and tells"]
#[allow(clippy::disallowed_methods, clippy::print_stdout, reason = "it measures, and tells")]
async fn seconds_of_a_report() {
    for rows in [5, 500, 2_000, 5_000] {
        let place = Place::new().await;
        place.check("Διαφωνώ.").await;
        let table: String =
            (0..rows).map(|row| format!("κουτί {row}ο δεν μπορώ εδώ\tπακέτο {row}ο\n")).collect();
        let begin = std::time::Instant::now();
        let report = place.add(&lead(), "κουτιά.tsv", table).await;
        let reported = begin.elapsed();
        report.press("Ενεργοποίηση").await;
        println!("{rows} rows: report {reported:?}, with activation {:?}", begin.elapsed());
    }
}
