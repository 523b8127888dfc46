//! A filled database of every earlier version, brought to the newest form.

use kalologos::model::{ChannelId, Day, Version};
use kalologos::store::{Claimed, Count, Outcome, ProposalState, Store, StoreError};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, SqlSafeStr, SqlitePool};

use crate::store::common::*;

/// Each migration, and rows that stand in its tables before the next one comes.
const VERSIONS: &[(&str, &str, &str)] = &[
    (
        "rules",
        include_str!("../../src/store/sqlite/0001_rules.sql"),
        include_str!("filled_0001.sql"),
    ),
    (
        "proposals and counts",
        include_str!("../../src/store/sqlite/0002_proposals_and_counts.sql"),
        include_str!("filled_0002.sql"),
    ),
    ("tips", include_str!("../../src/store/sqlite/0003_tips.sql"), include_str!("filled_0003.sql")),
    ("tip plans", include_str!("../../src/store/sqlite/0004_tip_plans.sql"), ""),
    ("departures", include_str!("../../src/store/sqlite/0005_departures.sql"), ""),
];

async fn filled(path: &std::path::Path, version: usize) {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let pool = SqlitePool::connect_with(options).await.unwrap();
    for number in 1..=version {
        let migration = |(index, (name, sql, _)): (usize, &(&'static str, &'static str, &str))| {
            let number = index as i64 + 1;
            Migration::new(number, (*name).into(), MigrationType::Simple, sql.into_sql_str(), false)
        };
        let some = VERSIONS.iter().enumerate().take(number).map(migration).collect();
        Migrator::with_migrations(some).run(&pool).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(VERSIONS[number - 1].2)).execute(&pool).await.unwrap();
    }
    pool.close().await;
}

#[tokio::test]
async fn every_earlier_version_keeps_all_that_it_had() {
    for version in 1..=VERSIONS.len() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data.sqlite");
        filled(&path, version).await;
        let store = Store::open(&path).await.unwrap();

        let team = store.team(SERVER).await.unwrap();
        assert_eq!(in_force(&store, SERVER).await, [("ομάδα.yaml".into(), 2, "δύο".into())]);
        assert_eq!(team.files[0].content.ids, ["el/ομάδα/ένα", "el/ομάδα/δύο"]);
        assert_eq!((team.off.len(), team.allowlist.len()), (1, 1));
        assert_eq!(team.settings.json, r#"{"language":"el"}"#);
        assert_eq!(store.history(SERVER, 0, 10).await.unwrap().len(), 3);
        let open = store.proposals(SERVER, ProposalState::Open, 0, 9).await.unwrap();
        assert_eq!(open.len(), usize::from(version > 1), "version {version}");
        let counts = store.counts(SERVER, Day(0), Day(99)).await.unwrap();
        assert_eq!(counts.len(), usize::from(version > 1), "version {version}");

        let open = store.open_claims().await.unwrap();
        assert_eq!(open.len(), usize::from(version > 2), "version {version}");
        assert!(open.iter().all(|claim| claim.tried == claim.at));

        // And it is of use: what was there can be taken back, and what is new works.
        store.undo(&on(SERVER, 2)).await.unwrap();
        assert_eq!(in_force(&store, SERVER).await, [("ομάδα.yaml".into(), 1, "ένα".into())]);
        let rule = "el/ομάδα/ένα".to_owned();
        let count = Count { server: SERVER, day: Day(1), rule, outcome: Outcome::Shown, times: 1 };
        store.add_counts(&[count]).await.unwrap();
        let claimed = store.claim_day(SERVER, Day(1), ChannelId(1), "tip", NOW).await.unwrap();
        assert!(matches!(claimed, Claimed::Yours(_)));
        store.close().await;
        Store::open(&path).await.unwrap();
    }
}

#[tokio::test]
async fn a_database_of_a_later_version_is_left_alone() {
    let home = Home::new().await;
    done(&home.store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    home.store.close().await;
    let pool =
        SqlitePool::connect_with(SqliteConnectOptions::new().filename(home.path())).await.unwrap();
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (99, 'of tomorrow', 1, x'00', 1)",
    )
    .execute(&pool)
    .await
    .unwrap();
    let refused = Store::open(&home.path()).await;
    assert!(matches!(refused, Err(StoreError::Later)), "{refused:?}");
    sqlx::query("DELETE FROM _sqlx_migrations WHERE version = 99").execute(&pool).await.unwrap();
    pool.close().await;
    let store = Store::open(&home.path()).await.unwrap();
    assert_eq!(store.versions(SERVER).await.unwrap().rules, Version(1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_may_start_for_the_first_time_at_once() {
    for _ in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data.sqlite");
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let path = path.clone();
            tasks.spawn(async move { Store::open(&path).await.map(|_| ()) });
        }
        for opened in tasks.join_all().await {
            opened.unwrap();
        }
    }
}

#[tokio::test]
async fn before_a_new_form_a_copy_of_the_earlier_one_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.sqlite");
    let earlier = VERSIONS.len() - 1;
    filled(&path, earlier).await;
    Store::open(&path).await.unwrap().close().await;
    let copy = folder.path().join(format!("data.sqlite.version-{earlier}"));
    let options = SqliteConnectOptions::new().filename(&copy).read_only(true);
    let pool = SqlitePool::connect_with(options).await.unwrap();
    let sql = "SELECT MAX(version) FROM _sqlx_migrations";
    let version: i64 = sqlx::query_scalar(sql).fetch_one(&pool).await.unwrap();
    pool.close().await;
    assert_eq!(version, earlier as i64);
    // A start that changes nothing copies nothing.
    std::fs::remove_file(&copy).unwrap();
    Store::open(&path).await.unwrap().close().await;
    assert!(!copy.exists());
}

#[tokio::test]
async fn the_database_of_another_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.sqlite");
    let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let pool = SqlitePool::connect_with(options).await.unwrap();
    sqlx::raw_sql("CREATE TABLE recipes (name TEXT)").execute(&pool).await.unwrap();
    pool.close().await;
    for found in [Store::open(&path).await.map(drop), Store::look(&path).await] {
        assert!(
            matches!(&found, Err(error @ StoreError::Foreign) if error.is_lasting()),
            "{found:?}"
        );
    }
    let to = folder.path().join("copy.sqlite");
    assert!(matches!(Store::backup(&path, &to).await, Err(StoreError::Foreign)));
    let restored = Store::restore(&path, &to).await;
    assert!(matches!(restored, Err(StoreError::Foreign)), "{restored:?}");
    assert!(!to.exists());
}
