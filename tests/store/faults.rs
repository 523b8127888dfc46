//! A database that is held by others, full, gone, damaged or of a later version.

use std::time::Duration;

use kalologos::model::Version;
use kalologos::store::{Changed, Store, StoreError, StoreOptions};
use sqlx::Connection;

use crate::store::common::*;

fn impatient() -> StoreOptions {
    StoreOptions { patience: Duration::from_millis(50), ..StoreOptions::default() }
}

#[tokio::test]
async fn a_database_that_others_hold_is_busy_and_works_again() {
    let home = Home::new().await;
    home.store.close().await;
    let store = Store::open_with(&home.path(), impatient()).await.unwrap();
    let address = sqlx::sqlite::SqliteConnectOptions::new().filename(home.path());
    let mut other = sqlx::SqliteConnection::connect_with(&address).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    let refused = store.change(&change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    let error = refused.unwrap_err();
    assert!(matches!(error, StoreError::Busy(_)) && error.is_passing(), "{error:?}");
    // Whoever only reads does not wait.
    assert_eq!(in_force(&store, SERVER).await, []);
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    done(&store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    assert_eq!(in_force(&store, SERVER).await.len(), 1);
}

#[tokio::test]
async fn a_full_disk_loses_nothing_and_works_again() {
    let home = Home::new().await;
    done(&home.store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    home.store.close().await;
    let full = StoreOptions { max_pages: Some(120), ..StoreOptions::default() };
    let store = Store::open_with(&home.path(), full).await.unwrap();
    let large = "λόγια ".repeat(80_000);
    let refused = store.change(&change(SERVER, 1, vec![add("a.yaml", &large)])).await;
    assert!(matches!(refused, Err(StoreError::Full(_))), "{refused:?}");
    assert_eq!(in_force(&store, SERVER).await, [("a.yaml".into(), 1, "x".into())]);
    assert_eq!(store.versions(SERVER).await.unwrap().rules, Version(1));
    // What fits still goes in, and with more room so does the rest.
    done(&store, change(SERVER, 1, vec![add("a.yaml", "y")])).await;
    store.close().await;
    let store = Store::open(&home.path()).await.unwrap();
    done(&store, change(SERVER, 2, vec![add("a.yaml", &large)])).await;
    assert_eq!(in_force(&store, SERVER).await[0].2, large);
}

#[tokio::test]
async fn a_vanished_file_is_told_and_all_goes_on_once_it_is_back() {
    let home = Home::new().await;
    done(&home.store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    let aside = home.folder.path().join("aside.sqlite");
    std::fs::rename(home.path(), &aside).unwrap();
    let wanted = change(SERVER, 1, vec![add("a.yaml", "y")]);
    let refused = home.store.change(&wanted).await;
    assert!(matches!(refused, Err(StoreError::OutOfReach(_))), "{refused:?}");
    assert!(matches!(home.store.team(SERVER).await, Err(StoreError::OutOfReach(_))));
    // Another file in its place is not ours: writing to either would lose something.
    std::fs::write(home.path(), b"").unwrap();
    assert!(matches!(home.store.change(&wanted).await, Err(StoreError::OutOfReach(_))));
    std::fs::rename(&aside, home.path()).unwrap();
    assert_eq!(home.store.change(&wanted).await.unwrap(), Changed::Done(Version(2)));
    home.store.close().await;
    let again = Store::open(&home.path()).await.unwrap();
    assert_eq!(in_force(&again, SERVER).await, [("a.yaml".into(), 2, "y".into())]);
}

#[tokio::test]
async fn what_is_no_database_is_damaged_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.sqlite");
    let text = "These are my notes.\n".repeat(400);
    std::fs::write(&path, &text).unwrap();
    let refused = Store::open(&path).await;
    assert!(matches!(refused, Err(StoreError::Damaged(_))), "{refused:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    let folder_as_file = Store::open(folder.path()).await;
    assert!(matches!(folder_as_file, Err(StoreError::OutOfReach(_))), "{folder_as_file:?}");
    let below_a_file = Store::open(&path.join("data.sqlite")).await;
    assert!(matches!(below_a_file, Err(StoreError::OutOfReach(_))), "{below_a_file:?}");
}

#[tokio::test]
async fn a_cell_that_makes_no_sense_is_told_as_damage() {
    let home = Home::new().await;
    done(&home.store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    let address = sqlx::sqlite::SqliteConnectOptions::new().filename(home.path());
    let mut other = sqlx::SqliteConnection::connect_with(&address).await.unwrap();
    sqlx::query("UPDATE rule_versions SET ids = 'no list'").execute(&mut other).await.unwrap();
    let team = home.store.team(SERVER).await;
    assert!(matches!(team, Err(StoreError::Damaged(_))), "{team:?}");
}
