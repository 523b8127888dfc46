//! Forgetting a person, and letting old things go.

use kalologos::model::{ChannelId, Day, Time, UserId, Version};
use kalologos::store::{
    Count, Kept, MostOpen, NewProposal, NewUpload, Outcome, OwnTipWords, PlanState, Store,
    StoreOptions, Vote,
};

use crate::store::common::*;

/// Numbers that occur nowhere by chance.
const PERSON: UserId = UserId(77_123_456_789_012_345);

/// Everything that a person can leave behind.
async fn leave_traces(store: &Store) {
    let mut mine = change(SERVER, 0, vec![add("a.yaml", "x")]);
    mine.request.by = PERSON;
    done(store, mine).await;
    let pair = NewProposal {
        server: SERVER,
        by: PERSON,
        at: NOW,
        avoid: "α".into(),
        prefer: "β".into(),
        why: String::new(),
        same: "α".into(),
    };
    store.propose(&pair, MostOpen { of_one: 9, of_all: 9 }).await.unwrap().unwrap();
    store.vote(SERVER, "tip", PERSON, Vote::Useful, NOW).await.unwrap();
    let pending = content("z");
    let upload = NewUpload {
        server: SERVER,
        by: PERSON,
        at: NOW,
        base: Version(1),
        file: "b",
        content: &pending,
    };
    store.keep_pending(&upload).await.unwrap();
    let mut plan = crate::store::plans::plan(SERVER, 0, PlanState::On);
    (plan.plan.set_by, plan.by) = (Some(PERSON), Some(PERSON));
    store.change_tip_plan(&plan).await.unwrap();
    let words = OwnTipWords { text: "Ακούμε.".to_owned(), ..OwnTipWords::default() };
    store.add_own_tip(SERVER, &words, 9, (PERSON, NOW)).await.unwrap();
}

#[tokio::test]
async fn a_forgotten_person_stands_in_no_row_and_the_rules_stay() {
    let home = Home::new().await;
    let store = &home.store;
    leave_traces(store).await;

    let forgotten = store.forget(PERSON).await.unwrap();
    assert_eq!((forgotten.changes, forgotten.proposals, forgotten.votes), (2, 1, 1));
    assert_eq!(in_force(store, SERVER).await.len(), 1);
    store.close().await;
    assert_eq!(columns_with(&home, PERSON.0 as i64).await, Vec::<String>::new());
    assert_ne!(columns_with(&home, SERVER.0 as i64).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_forgotten_person_stands_in_no_byte_of_any_file() {
    let home = Home::new().await;
    let store = &home.store;
    leave_traces(store).await;
    // Enough that pages are split and written anew.
    for number in 0..400 {
        store.vote(SERVER, &format!("tip-{number}"), PERSON, Vote::Useful, NOW).await.unwrap();
        store.vote(SERVER, &format!("tip-{number}"), AGENT, Vote::Useful, NOW).await.unwrap();
    }
    for number in 1..60 {
        let mut mine = change(SERVER, number, vec![add("a.yaml", &number.to_string())]);
        mine.request.by = PERSON;
        done(store, mine).await;
    }
    assert!(!files_with(&home, PERSON).is_empty());

    store.forget(PERSON).await.unwrap();
    Store::backup(&home.path(), &home.folder.path().join("copy.sqlite")).await.unwrap();
    assert_eq!(files_with(&home, PERSON), Vec::<String>::new());
    store.close().await;
    assert_eq!(files_with(&home, PERSON), Vec::<String>::new());
}

#[tokio::test]
async fn a_reader_of_an_earlier_state_delays_the_last_trace_until_the_next_sweep() {
    let home = Home::new().await;
    let patience = std::time::Duration::from_millis(1);
    let options = StoreOptions { patience, ..StoreOptions::default() };
    let store = Store::open_with(&home.path(), options).await.unwrap();
    leave_traces(&store).await;
    let connection = sqlx::sqlite::SqliteConnectOptions::new().filename(home.path());
    let reader = sqlx::SqlitePool::connect_with(connection).await.unwrap();
    let mut reading = reader.begin().await.unwrap();
    let votes: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM tip_votes")
        .fetch_one(&mut *reading)
        .await
        .unwrap();
    assert_eq!(votes, 1);
    store.forget(PERSON).await.unwrap();
    assert!(!files_with(&home, PERSON).is_empty());
    reading.rollback().await.unwrap();
    reader.close().await;
    let none = Kept { counts: Day(0), history: Time(0), tips: Day(0), pending: Time(0) };
    store.sweep(SERVER, none).await.unwrap();
    assert_eq!(files_with(&home, PERSON), Vec::<String>::new());
}

/// The files beside the database and itself in whose bytes an id stands: as SQLite keeps a number, or in digits.
fn files_with(home: &Home, person: UserId) -> Vec<String> {
    let (number, digits) = (person.0.to_be_bytes(), person.0.to_string());
    let holds = |bytes: &[u8], wanted: &[u8]| bytes.windows(wanted.len()).any(|it| it == wanted);
    let files = home.folder.path().read_dir().unwrap().map(|file| file.unwrap());
    let with = files.filter(|file| {
        let bytes = std::fs::read(file.path()).unwrap();
        holds(&bytes, &number) || holds(&bytes, digits.as_bytes())
    });
    with.map(|file| file.file_name().into_string().unwrap()).collect()
}

/// Every column of every table in which a number stands.
async fn columns_with(home: &Home, number: i64) -> Vec<String> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(home.path());
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let columns: Vec<(String, String)> = sqlx::query_as(
        "SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert!(columns.len() > 40, "{columns:?}");
    let mut found = Vec::new();
    for (table, column) in columns {
        let sql = format!("SELECT COUNT(*) FROM \"{table}\" WHERE \"{column}\" = {number}");
        let times: i64 =
            sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&pool).await.unwrap();
        if times > 0 {
            found.push(format!("{table}.{column}"));
        }
    }
    pool.close().await;
    found
}

#[tokio::test]
async fn what_is_older_than_what_is_kept_goes() {
    let home = Home::new().await;
    let store = &home.store;
    let mut old = change(SERVER, 0, vec![add("a.yaml", "x")]);
    old.request.at = Time(1_000);
    done(store, old).await;
    done(store, change(SERVER, 1, vec![add("a.yaml", "y")])).await;
    for day in [5, 6] {
        let rule = "r".to_owned();
        let count =
            Count { server: SERVER, day: Day(day), rule, outcome: Outcome::Shown, times: 1 };
        store.add_counts(&[count]).await.unwrap();
        store.claim_day(SERVER, Day(day), ChannelId(1), "tip", NOW).await.unwrap();
    }
    let first = store.claims(SERVER, Day(0)).await.unwrap()[0].id;
    store.settle_claim(first, None).await.unwrap();
    let kept = Kept { counts: Day(6), history: Time(2_000), tips: Day(100), pending: Time(2_000) };
    // A count, a change and a settled claim; a claim that nobody has settled stays.
    assert_eq!(store.sweep(SERVER, kept).await.unwrap(), 3);
    assert_eq!(store.sweep(SERVER, kept).await.unwrap(), 0);
    assert_eq!(store.history(SERVER, 0, 9).await.unwrap().len(), 1);
    assert_eq!(store.versions(SERVER).await.unwrap().rules, Version(2));
    assert_eq!(store.file_versions(SERVER).await.unwrap().len(), 2);
    assert_eq!(store.open_claims().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_server_that_removed_the_bot_is_in_no_row_after_a_while_and_its_tips_rest_at_once() {
    let home = Home::new().await;
    let store = &home.store;
    for server in [SERVER, OTHER] {
        done(store, change(server, 0, vec![add("a.yaml", "x")])).await;
        store.change_tip_plan(&crate::store::plans::plan(server, 0, PlanState::On)).await.unwrap();
        store.vote(server, "tip", PERSON, Vote::Useful, NOW).await.unwrap();
        store.claim_day(server, Day(1), ChannelId(1), "tip", NOW).await.unwrap();
    }
    assert!(!store.departed(FAR).await.unwrap(), "nothing is known of it");
    assert!(store.departed(SERVER).await.unwrap() && !store.departed(SERVER).await.unwrap());
    let on = async || -> Vec<_> {
        store.tip_plans_on().await.unwrap().into_iter().map(|plan| plan.server).collect()
    };
    assert_eq!(on().await, [OTHER]);
    // It comes back, and is as it was.
    assert!(store.returned(SERVER).await.unwrap());
    assert_eq!(on().await, [SERVER, OTHER]);
    store.departed(SERVER).await.unwrap();
    assert_eq!(store.forget_server(SERVER, NOW.plus(1_000)).await.unwrap(), 0, "no date yet");
    store.date_departures(NOW).await.unwrap();
    store.date_departures(NOW.plus(500)).await.unwrap();
    assert_eq!(store.forget_server(SERVER, NOW).await.unwrap(), 0);
    assert!(store.forget_server(SERVER, NOW.plus(1)).await.unwrap() > 5);
    assert_eq!(store.forget_server(OTHER, NOW.plus(1)).await.unwrap(), 0, "the bot is in it");
    store.close().await;
    assert_eq!(columns_with(&home, SERVER.0 as i64).await, Vec::<String>::new());
    assert_ne!(columns_with(&home, OTHER.0 as i64).await, Vec::<String>::new());
}
