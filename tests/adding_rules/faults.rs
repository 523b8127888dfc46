//! Storage that is full, busy or gone in the middle of it.

use std::time::Duration;

use insta::assert_snapshot;
use kalologos::app::Interaction;
use kalologos::store::StoreOptions;
use sqlx::Connection;

use crate::adding_rules::common::*;
use crate::tables::SEED;

#[tokio::test]
async fn storage_that_vanished_before_an_activation_changes_nothing_and_later_it_works() {
    let place = Place::new().await;
    let report = place.paste(&lead(), SEED, "").await;
    let path = place.folder.path().join("data.sqlite");
    let aside = place.folder.path().join("aside");
    std::fs::rename(&path, &aside).unwrap();
    let told = report.press("Ενεργοποίηση").await;
    assert_snapshot!("away", told.text());
    assert!(told.response.error.is_some(), "it stands in the log");
    std::fs::rename(&aside, &path).unwrap();
    let done = report.press("Ενεργοποίηση").await;
    assert_eq!(done.buttons(), ["Αναίρεση"], "{}", done.text());
    assert_eq!(place.check("Διαφωνώ.").await.1, "Συμφωνώ μαζί σας, αλλά [συμπληρώστε].");
}

#[tokio::test]
async fn a_locked_database_is_asked_again_later() {
    let place = Place::new().await;
    let report = place.paste(&lead(), SEED, "").await;
    let activate = report.action("Ενεργοποίηση");
    let patience = Duration::from_millis(50);
    let place = place.restarted_with(StoreOptions { patience, ..StoreOptions::default() }).await;
    // The team is at hand before somebody else takes hold of the database.
    place.check("Διαφωνώ.").await;
    let path = place.folder.path().join("data.sqlite");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
    let mut other = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    let told = place.wish(&lead(), Interaction::Press(activate.clone(), Vec::new())).await;
    assert_snapshot!("busy", told.text());
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    let done = place.wish(&lead(), Interaction::Press(activate, Vec::new())).await;
    assert_eq!(done.buttons(), ["Αναίρεση"], "{}", done.text());
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_kept_and_it_is_said() {
    let place = Place::new().await;
    place.check("Διαφωνώ.").await;
    let path = place.folder.path().join("data.sqlite");
    place.app.teams().store().close().await;
    let pages = u32::try_from(std::fs::metadata(&path).unwrap().len() / 4_096).unwrap();
    let full = StoreOptions { max_pages: Some(pages), ..StoreOptions::default() };
    let place = place.restarted_with(full).await;
    let padding = "# σχόλιο\n".repeat(40_000);
    let text =
        format!("language: el\nrules:\n  - avoid: εντάξει τότε\n    prefer: με χαρά\n{padding}");
    let told = place.add(&lead(), "a.yaml", &text).await;
    assert_snapshot!("full", told.text());
    let place = place.restarted().await;
    let report = place.add(&lead(), "a.yaml", &text).await;
    report.press("Ενεργοποίηση").await;
    assert_eq!(place.check("Εντάξει τότε.").await.1, "Με χαρά.");
}
