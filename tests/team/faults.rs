//! Storage that fails in the middle of a day's work.

use kalologos::model::Language;
use kalologos::model::{Day, ServerId, Time};
use kalologos::store::{Outcome, Store, StoreError, StoreOptions};
use kalologos::team::{Error, Freshness, Noted, Teams, Upload};

use crate::team::common::*;

#[tokio::test]
async fn checks_go_on_without_storage_and_all_works_again_once_it_is_back() {
    let home = Home::new().await;
    home.activated("πίνακας.txt", SEED).await;
    let with_own = home.check("Διαφωνώ.").await;
    let aside = home.folder.path().join("aside");
    std::fs::rename(home.path(), &aside).unwrap();

    // Later, when the team would be looked up again.
    let later = Time(NOW.0 + 3_600);
    let (known, error) = home.teams.checker(SERVER, later).await;
    assert_eq!(known.freshness, Freshness::Stale);
    assert!(matches!(error, Some(Error::Store(StoreError::OutOfReach(_)))));
    assert_eq!(found(&known.checker, "Διαφωνώ."), with_own);
    let (unknown, _) = home.teams.checker(ServerId(1), later).await;
    assert_eq!(unknown.freshness, Freshness::BuiltinOnly);
    assert!(!found(&unknown.checker, "Κάνετε λάθος.").0.is_empty());

    let noted = || vec![Noted { rule: "el/a/b".into(), outcome: Outcome::Shown }];
    home.teams.note(SERVER, Day(5), noted());
    let failed = kalologos::app::Error::from(home.teams.flush().await.unwrap_err());
    for language in [Language::El, Language::En] {
        let said = failed.sentence(language);
        assert!(!said.contains("SQL") && !said.contains("data.sqlite"), "{said}");
    }
    assert!(matches!(home.teams.lead(&lead(), later).await, Err(Error::Store(_))));

    std::fs::rename(&aside, home.path()).unwrap();
    home.teams.note(SERVER, Day(5), noted());
    home.teams.flush().await.unwrap();
    let counts = home.teams.store().counts(SERVER, Day(5), Day(5)).await.unwrap();
    assert_eq!(counts[0].times, 2);
    let (again, error) = home.teams.checker(SERVER, later).await;
    assert_eq!((again.freshness, error.is_none()), (Freshness::Current, true));
    assert_eq!(found(&again.checker, "Διαφωνώ."), with_own);
}

#[tokio::test]
async fn on_a_full_disk_what_waits_still_counts_and_the_rest_waits_for_room() {
    let home = Home::new().await;
    let padding = format!("# {}\n", "σχόλιο ".repeat(60_000));
    let text =
        format!("language: el\nrules:\n  - avoid: εντάξει τότε\n    prefer: με χαρά\n{padding}");
    let report = home.upload("a.yaml", &text).await;
    assert!(report.token.is_some(), "{:?}", report.problems);
    let Home { folder, teams } = home;
    teams.store().close().await;
    let path = folder.path().join("data.sqlite");
    let pages = std::fs::metadata(&path).unwrap().len() / 4_096;
    let full =
        StoreOptions { max_pages: Some(u32::try_from(pages).unwrap()), ..StoreOptions::default() };
    let store = Store::open_with(&path, full).await.unwrap();
    let home = Home { folder, teams: std::sync::Arc::new(Teams::new(BUILTIN.clone(), store)) };
    // An activation gives its room back before it takes any.
    home.activate(&report).await.unwrap();
    let next = Upload::new("b.yaml", text.replace("τότε", "λοιπόν").into_bytes());
    let refused = home.lead().await.upload(next.clone()).await;
    assert!(matches!(refused, Err(Error::Store(StoreError::Full(_)))), "{refused:?}");
    assert_eq!(home.check("Εντάξει τότε.").await.1, "Με χαρά.");
    let home = home.restarted().await;
    let report = home.lead().await.upload(next).await.unwrap();
    home.activate(&report).await.unwrap();
    assert_eq!(home.check("Εντάξει λοιπόν. Εντάξει τότε.").await.1, "Με χαρά. Με χαρά.");
}

#[tokio::test]
async fn another_process_changes_a_team_and_it_is_seen_within_seconds() {
    let home = Home::new().await;
    let before = home.check("Διαφωνώ.").await;
    let store = Store::open(&home.path()).await.unwrap();
    let other = Home {
        folder: tempfile::tempdir().unwrap(),
        teams: std::sync::Arc::new(Teams::new(BUILTIN.clone(), store)),
    };
    other.activated("πίνακας.txt", SEED).await;
    assert_eq!(home.check("Διαφωνώ.").await, before);
    let (later, _) = home.teams.checker(SERVER, Time(NOW.0 + 5)).await;
    assert_eq!(found(&later.checker, "Διαφωνώ."), other.check("Διαφωνώ.").await);
}

#[tokio::test]
async fn what_a_later_version_can_not_read_is_left_out_and_told() {
    let home = Home::new().await;
    // As if a word had left the tables since: storage takes what it is given.
    let text = "language: el
rules:
  - avoid: το <ανύπαρκτο> χάθηκε
    prefer: το βρίσκουμε
  - avoid: εντάξει τότε
    prefer: με χαρά
";
    let content = kalologos::store::VersionContent {
        format: "yaml".to_owned(),
        bytes: text.as_bytes().to_vec(),
        rules: None,
        ids: vec![format!("{} el/παλιά/το-χάθηκε", 24), format!("{} el/παλιά/εντάξει", 0)],
        note: None,
    };
    let asked = kalologos::store::ChangeRequest {
        server: SERVER,
        by: lead().user,
        at: NOW,
        base: kalologos::model::Version(0),
        id: None,
        kind: "activated".to_owned(),
        subject: "παλιά.yaml".to_owned(),
    };
    let change = kalologos::store::Change {
        request: asked,
        operations: vec![kalologos::store::Operation::Add {
            file: "παλιά.yaml".to_owned(),
            content,
        }],
    };
    home.teams.store().change(&change).await.unwrap();
    let team = home.team().await;
    assert_eq!((team.problems.len(), team.own_rules()), (1, 1));
    assert_eq!(home.check("Εντάξει τότε.").await.1, "Με χαρά.");
    let again = home.lead().await.restore(home.version().await, "παλιά.yaml", 2).await;
    refused(again);
}
