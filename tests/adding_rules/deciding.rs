//! Activate, cancel, undo; read another way; two leads at once; after a restart.

use insta::assert_snapshot;
use kalologos::app::Interaction;

use crate::adding_rules::common::*;
use crate::tables::{FIVE_MISTAKES, SEED, five_mistakes_mended};

const DRAFT: &str = "Διαφωνώ.";

#[tokio::test]
async fn what_waits_counts_after_activation_and_not_before_and_undo_takes_it_back() {
    let place = Place::new().await;
    let before = place.check(DRAFT).await;
    let report = place.paste(&lead(), SEED, "").await;
    assert_eq!(place.check(DRAFT).await, before);
    let done = report.press("Ενεργοποίηση").await;
    assert!(done.is_in_place());
    assert_snapshot!("activated", done.text());
    assert_eq!(place.check(DRAFT).await.1, "Συμφωνώ μαζί σας, αλλά [συμπληρώστε].");
    // The same press twice is one change.
    let again = report.press("Ενεργοποίηση").await;
    assert_eq!(again.text(), done.text());
    assert_eq!(place.version().await.0, 1);
    let undone = again.press("Αναίρεση").await;
    assert_snapshot!("undone", undone.text());
    assert_eq!(place.check(DRAFT).await, before);
    assert_eq!(done.press("Αναίρεση").await.text(), undone.text());
    assert_eq!(place.version().await.0, 2);
}

#[tokio::test]
async fn the_two_presses_of_a_double_click_make_one_change() {
    let place = Place::new().await;
    let report = place.paste(&lead(), SEED, "").await;
    let (one, other) = tokio::join!(report.press("Ενεργοποίηση"), report.press("Ενεργοποίηση"));
    assert_eq!(one.text(), other.text());
    assert_eq!(place.version().await.0, 1);
}

#[tokio::test]
async fn a_report_that_is_let_go_can_not_be_activated() {
    let place = Place::new().await;
    let report = place.paste(&lead(), SEED, "").await;
    let gone = report.press("Άκυρο").await;
    assert!(gone.is_in_place());
    assert_snapshot!("cancelled", gone.text());
    let late = report.press("Ενεργοποίηση").await;
    assert_snapshot!("too-late", late.text());
    assert_eq!(place.version().await.0, 0);
}

#[tokio::test]
async fn of_two_leads_the_second_hears_what_changed_and_can_look_again() {
    let place = Place::new().await;
    let one = place.add(&lead(), "πίνακας.txt", SEED).await;
    let two = place
        .add(
            &other_lead(),
            "δέματα.csv",
            "αποφεύγουμε;προτιμούμε\nτο δέμα χάθηκε;ψάχνουμε το δέμα\n",
        )
        .await;
    one.press("Ενεργοποίηση").await;
    let stale = two.press("Ενεργοποίηση").await;
    assert_snapshot!("stale-el", stale.text());
    assert_eq!(place.version().await.0, 1);
    let again = stale.press("Πίσω στην αναφορά").await;
    again.press("Ενεργοποίηση").await;
    assert_eq!(place.version().await.0, 2);
    let (_, rewrite) = place.check("Διαφωνώ. Το δέμα χάθηκε.").await;
    assert_eq!(rewrite, "Συμφωνώ μαζί σας, αλλά [συμπληρώστε]. Ψάχνουμε το δέμα.");
}

#[tokio::test]
async fn both_leads_at_the_same_moment_make_one_change_and_one_refusal() {
    let place = Place::new().await;
    let one = place.add(&lead(), "ένα.txt", SEED).await;
    let two = place.add(&other_lead(), "δύο.txt", SEED).await;
    let (one, two) = tokio::join!(one.press("Ενεργοποίηση"), two.press("Ενεργοποίηση"));
    let done = [&one, &two].iter().filter(|shown| shown.buttons() == ["Αναίρεση"]).count();
    assert_eq!(done, 1, "{}\n{}", one.text(), two.text());
    assert_eq!(place.version().await.0, 1);
}

#[tokio::test]
async fn the_sides_are_swapped_and_persons_switched_on_what_was_kept_after_a_restart_too() {
    let place = Place::new().await;
    let table = "Το σωστό είναι..\tΚάνετε λάθος\nΕυχαρίστως το ελέγχουμε\tΔεν ξέρουμε\n";
    let report = place.add(&lead(), "ανάποδα.tsv", table).await;
    let swap = report.action("Όχι, ανάποδα");
    let place = place.restarted().await;
    let swapped = place.wish(&lead(), Interaction::Press(swap.clone(), Vec::new())).await;
    assert!(swapped.is_in_place());
    assert_snapshot!("swapped", swapped.text());
    // The same press twice is the same reading.
    let twice = place.wish(&lead(), Interaction::Press(swap, Vec::new())).await;
    assert_eq!(twice.text(), swapped.text());
    let as_written = swapped.press("Να πιάνει όλους τους τύπους των ρημάτων: ναι").await;
    assert_snapshot!("as-written", as_written.text());
    as_written.press("Ενεργοποίηση").await;
    assert_ne!(place.check("Δεν ξέρω.").await.1, "Ευχαρίστως το ελέγχουμε.");
    assert_eq!(place.check("Δεν ξέρουμε.").await.1, "Ευχαρίστως το ελέγχουμε.");
    // The next version of the file is read in the same way, so it is nothing new.
    let again = place.add(&lead(), "ανάποδα.tsv", table).await;
    assert!(again.text().contains("Αυτά ισχύουν ήδη"), "{}", again.text());
}

#[tokio::test]
async fn what_is_activated_is_what_was_seen() {
    let place = Place::new().await;
    let seen = place.paste(&lead(), SEED, "").await;
    let swapped = seen.press("Όχι, ανάποδα").await;
    // Somewhere the panel of before still stands.
    let shown = seen.press("Ενεργοποίηση").await;
    assert!(shown.text().contains("Η αναφορά άλλαξε"), "{}", shown.text());
    assert_eq!(place.version().await.0, 0);
    assert_eq!(shown.buttons(), swapped.buttons());
    shown.press("Ενεργοποίηση").await;
    assert_eq!(place.version().await.0, 1);
}

#[tokio::test]
async fn a_table_without_a_name_replaces_another_only_if_it_is_its_next_version() {
    let place = Place::new().await;
    place.paste(&lead(), SEED, "").await.press("Ενεργοποίηση").await;
    let other = place.paste(&lead(), "το δέμα χάθηκε\tψάχνουμε το δέμα\n", "").await;
    assert!(other.panel().title.contains("«πίνακας 2»"), "{}", other.panel().title);
    other.press("Ενεργοποίηση").await;
    let mended = SEED.replace("Το σωστό είναι", "Σωστά είναι");
    let next = place.paste(&lead(), &mended, "").await;
    assert_eq!(next.panel().title, "Αναφορά για το «πίνακας»");
    assert!(next.text().contains("1 κανόνας αλλάζει"), "{}", next.text());
}

#[tokio::test]
async fn five_mistakes_are_mended_and_activated() {
    let place = Place::new().await;
    let report = place.add(&lead(), "ομάδα.yaml", FIVE_MISTAKES).await;
    assert!(
        report.text().starts_with("Αναφορά για το «ομάδα.yaml»\n\n5 σημεία"),
        "{}",
        report.text()
    );
    assert_eq!(report.buttons(), Vec::<String>::new());
    let report = place.add(&lead(), "ομάδα.yaml", five_mistakes_mended()).await;
    report.press("Ενεργοποίηση").await;
    assert_eq!(
        place.check("Το κουτί χάθηκε. Πάρτε ξανά.").await.1,
        "Ψάχνουμε το κουτί. Θα σας πάρουμε εμείς."
    );
}

#[tokio::test]
async fn a_wording_that_others_object_to_can_be_kept() {
    let place = Place::new().await;
    let draft = "Δεν μπορούμε να το στείλουμε.";
    let by = place.check(draft).await.0;
    let table = "μην ανησυχείτε\tδεν μπορούμε να το στείλουμε\n";
    let report = place.add(&lead(), "δικά μας.tsv", table).await;
    assert_snapshot!("contested", report.text());
    let done = report.press("Κράτα το δικό μου").await;
    assert_snapshot!("kept-mine", done.text());
    assert_eq!(place.check(draft).await.0, Vec::<String>::new());
    done.press("Αναίρεση").await;
    assert_eq!(place.check(draft).await.0, by);
}

#[tokio::test]
async fn a_team_that_contradicts_itself_has_one_way_out() {
    let place = Place::new().await;
    let first = place.add(&lead(), "α.tsv", "το κοιτάμε ήδη\tτο βλέπουμε τώρα\n").await;
    first.press("Ενεργοποίηση").await;
    let second = place.add(&lead(), "β.tsv", "περιμένετε λίγο\tτο κοιτάμε ήδη\n").await;
    assert_snapshot!("contradiction", second.text());
    second.press("Κράτα το δικό μου").await;
    assert_eq!(place.check("Το κοιτάμε ήδη.").await.0, Vec::<String>::new());
}
