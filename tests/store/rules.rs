//! Rule files, switches, history, and two leads at once.

use kalologos::model::Version;
use kalologos::store::{
    Area, Changed, NewUpload, Operation, Position, StoredSettings, SwitchKind, VersionContent,
};

use crate::store::common::*;

#[tokio::test]
async fn a_file_comes_in_force_and_its_versions_stay() {
    let home = Home::new().await;
    let store = &home.store;
    done(store, change(SERVER, 0, vec![add("ομάδα.yaml", "α")])).await;
    done(store, change(SERVER, 1, vec![add("ομάδα.yaml", "α β")])).await;
    assert_eq!(in_force(store, SERVER).await, [("ομάδα.yaml".into(), 2, "α β".into())]);
    let back = Operation::PutBack { file: "ομάδα.yaml".into(), number: 1 };
    done(store, change(SERVER, 2, vec![back])).await;
    assert_eq!(in_force(store, SERVER).await, [("ομάδα.yaml".into(), 1, "α".into())]);
    let out = Operation::TakeOut { file: "ομάδα.yaml".into() };
    done(store, change(SERVER, 3, vec![out])).await;
    assert_eq!(in_force(store, SERVER).await, []);

    let versions = store.file_versions(SERVER).await.unwrap();
    let told: Vec<_> = versions.iter().map(|v| (v.number, v.active, v.rules, v.by)).collect();
    assert_eq!(told, [(2, false, 2, Some(LEAD)), (1, false, 1, Some(LEAD))]);
    let kept = store.file_version(SERVER, "ομάδα.yaml", 2).await.unwrap().unwrap();
    assert_eq!(kept.content, content("α β"));
    assert_eq!(in_force(store, OTHER).await, []);
}

#[tokio::test]
async fn whatever_was_uploaded_comes_back_byte_for_byte() {
    let home = Home::new().await;
    let bytes: Vec<u8> = (0..=255).cycle().take(1 << 20).collect();
    let odd = VersionContent {
        format: "table".to_owned(),
        bytes,
        rules: Some("language: el\nrules: []\n# «σας» 🙂 e\u{301}\n".to_owned()),
        ids: vec!["el/ομάδα/δεν-μπορω".to_owned(), "\"".to_owned()],
        note: Some("από τον πίνακα".to_owned()),
    };
    let step = Operation::Add { file: "πίνακας.xlsx".into(), content: odd.clone() };
    done(&home.store, change(FAR, 0, vec![step])).await;
    let team = home.store.team(FAR).await.unwrap();
    assert_eq!(team.files[0].content, odd);
    assert_eq!(home.store.servers().await.unwrap(), [FAR]);
}

#[tokio::test]
async fn every_change_can_be_taken_back_while_it_is_the_last() {
    let turn = |to| Operation::Turn { kind: SwitchKind::Rule, name: "el/a/b".into(), to };
    let spare = |flagging| Operation::Allow { word: "Δεν Πειράζει".into(), flagging };
    let file = || "a.yaml".to_owned();
    for steps in [
        vec![add("b.yaml", "x")],
        vec![add("a.yaml", "x y")],
        vec![Operation::TakeOut { file: file() }],
        vec![turn(Position::Off)],
        vec![spare(Position::Off)],
        vec![add("a.yaml", "x y"), turn(Position::Off), spare(Position::Off)],
        vec![add("a.yaml", "x"), add("a.yaml", "z"), Operation::TakeOut { file: file() }],
        // Nothing is changed, so nothing is to be taken back.
        vec![turn(Position::On), spare(Position::On)],
        vec![turn(Position::Off), turn(Position::On)],
    ] {
        let home = Home::new().await;
        let store = &home.store;
        done(store, change(SERVER, 0, vec![add("a.yaml", "first")])).await;
        let seen = async || {
            let team = store.team(SERVER).await.unwrap();
            (team.files, team.off, team.allowlist)
        };
        let before = seen().await;
        done(store, change(SERVER, 1, steps.clone())).await;
        let undone = store.undo(&on(SERVER, 2)).await.unwrap();
        assert_eq!(undone, Changed::Done(Version(3)), "{steps:?}");
        assert_eq!(seen().await, before, "{steps:?}");
    }
}

#[tokio::test]
async fn what_leads_nowhere_changes_nothing() {
    let home = Home::new().await;
    let store = &home.store;
    done(store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    let upload = kept(&home, SERVER, "b.yaml").await;
    for nowhere in [
        Operation::PutBack { file: "a.yaml".into(), number: 9 },
        Operation::TakeOut { file: "other.yaml".into() },
        Operation::Accept(kalologos::store::UploadId(upload.0 + 1)),
        Operation::Approve { proposal: kalologos::store::ProposalId(3) },
    ] {
        let steps = vec![add("c.yaml", "y"), nowhere];
        assert_eq!(store.change(&change(SERVER, 1, steps)).await.unwrap(), Changed::Gone);
        assert_eq!(in_force(store, SERVER).await.len(), 1);
        assert_eq!(store.versions(SERVER).await.unwrap().rules, Version(1));
    }
    // A waiting upload of another server is none of this one's.
    let steal = change(OTHER, 0, vec![Operation::Accept(upload)]);
    assert_eq!(store.change(&steal).await.unwrap(), Changed::Gone);
    assert!(!store.drop_pending(OTHER, upload).await.unwrap());
    assert!(store.pending(OTHER, upload).await.unwrap().is_none());
    assert!(store.pending(SERVER, upload).await.unwrap().is_some());
}

async fn kept(
    home: &Home,
    server: kalologos::model::ServerId,
    file: &str,
) -> kalologos::store::UploadId {
    let content = content("x y z");
    let upload = NewUpload { server, by: LEAD, at: NOW, base: Version(1), file, content: &content };
    home.store.keep_pending(&upload).await.unwrap()
}

#[tokio::test]
async fn a_change_on_an_old_version_is_told_what_came_since() {
    let home = Home::new().await;
    let store = &home.store;
    done(store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    let off =
        Operation::Turn { kind: SwitchKind::Pack, name: "el/refusals".into(), to: Position::Off };
    let mut second = change(SERVER, 1, vec![off]);
    second.request.by = AGENT;
    second.request.kind = "switched-off".into();
    second.request.subject = "el/refusals".into();
    done(store, second).await;
    let Changed::Stale { now, since } =
        store.change(&change(SERVER, 1, vec![add("a.yaml", "y")])).await.unwrap()
    else {
        panic!("an old version was taken");
    };
    assert_eq!(now, Version(2));
    let told: Vec<_> = since
        .iter()
        .map(|entry| (entry.version, entry.by, &*entry.kind, &*entry.subject))
        .collect();
    assert_eq!(told, [(Version(2), Some(AGENT), "switched-off", "el/refusals")]);
    assert_eq!(in_force(store, SERVER).await, [("a.yaml".into(), 1, "x".into())]);
    let undo = store.undo(&on(SERVER, 1)).await.unwrap();
    assert!(matches!(undo, Changed::Stale { .. }), "{undo:?}");
}

#[tokio::test]
async fn the_same_request_counts_once() {
    let home = Home::new().await;
    let store = &home.store;
    let upload = kept(&home, SERVER, "a.yaml").await;
    done(store, change(SERVER, 0, vec![add("b.yaml", "x")])).await;
    let press = asked("press-1", change(SERVER, 1, vec![Operation::Accept(upload)]));
    assert_eq!(store.change(&press).await.unwrap(), Changed::Done(Version(2)));
    assert_eq!(store.change(&press).await.unwrap(), Changed::Before(Version(2)));
    // Also after others have changed something, and on whatever version it is asked for again.
    done(store, change(SERVER, 2, vec![add("c.yaml", "x")])).await;
    assert_eq!(store.change(&press).await.unwrap(), Changed::Before(Version(2)));
    assert_eq!(store.file_versions(SERVER).await.unwrap().len(), 3);
}

#[tokio::test]
async fn settings_have_a_version_of_their_own() {
    let home = Home::new().await;
    let store = &home.store;
    let settings = |json: &str| StoredSettings { json: json.into(), schema: 2 };
    done(store, change(SERVER, 0, vec![add("a.yaml", "x")])).await;
    let first =
        store.change_settings(&on(SERVER, 0), &settings(r#"{"language":"el"}"#)).await.unwrap();
    assert_eq!(first, Changed::Done(Version(1)));
    let second = store.change_settings(&on(SERVER, 0), &settings("{}")).await.unwrap();
    assert!(matches!(second, Changed::Stale { now: Version(1), .. }), "{second:?}");
    done(store, change(SERVER, 1, vec![add("a.yaml", "y")])).await;
    let team = store.team(SERVER).await.unwrap();
    assert_eq!(team.settings, StoredSettings { json: r#"{"language":"el"}"#.into(), schema: 2 });
    let entry = store.history_entry(SERVER, Area::Settings, Version(1)).await.unwrap().unwrap();
    assert_eq!((entry.before.as_deref(), entry.can_undo), (Some("{}"), false));
    assert_eq!(store.history(SERVER, 0, 10).await.unwrap().len(), 3);
    assert_eq!(store.history(SERVER, 1, 1).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_at_once_each_is_done_whole_and_none_twice() {
    const TASKS: i64 = 24;
    let home = Home::new().await;
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..TASKS {
        let store = home.store.clone();
        tasks.spawn(async move {
            let name = format!("file-{}.yaml", task / 2);
            // Every request is made by two; each tries again on what it is told.
            let request = format!("request-{}", task / 2);
            let mut base = 0;
            loop {
                let wanted = change(SERVER, base, vec![add(&name, "x y")]);
                match store.change(&asked(&request, wanted)).await.unwrap() {
                    Changed::Stale { now, since } => {
                        assert_eq!(since.len() as i64, now.0 - base);
                        base = now.0;
                    }
                    Changed::Done(_) => return true,
                    Changed::Before(_) => return false,
                    Changed::Gone => panic!("gone"),
                }
            }
        });
    }
    let done = tasks.join_all().await.into_iter().filter(|done| *done).count() as i64;
    assert_eq!(done, TASKS / 2);
    let versions = home.store.file_versions(SERVER).await.unwrap();
    assert_eq!(versions.len() as i64, TASKS / 2);
    assert!(versions.iter().all(|version| version.active && version.number == 1));
    assert_eq!(home.store.versions(SERVER).await.unwrap().rules, Version(TASKS / 2));
    let history = home.store.history(SERVER, 0, 100).await.unwrap();
    let mut numbers: Vec<i64> = history.iter().map(|entry| entry.version.0).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=TASKS / 2).collect::<Vec<_>>());
}

#[tokio::test]
async fn the_oldest_uploads_make_room() {
    let home = Home::new().await;
    let store = &home.store;
    let mut kept = Vec::new();
    for number in 0..6 {
        let content = content(&"x".repeat(if number == 4 { 500 } else { 10 }));
        let upload = NewUpload {
            server: if number == 0 { OTHER } else { SERVER },
            by: LEAD,
            at: NOW,
            base: Version(0),
            file: "a",
            content: &content,
        };
        kept.push(store.keep_pending(&upload).await.unwrap());
    }
    let waiting = async || {
        let mut waiting = Vec::new();
        for (number, id) in kept.iter().enumerate() {
            let server = if number == 0 { OTHER } else { SERVER };
            if store.pending(server, *id).await.unwrap().is_some() {
                waiting.push(number);
            }
        }
        waiting
    };
    assert_eq!(store.trim_pending(SERVER, 4, 10_000).await.unwrap(), 1);
    assert_eq!(waiting().await, [0, 2, 3, 4, 5]);
    assert_eq!(store.trim_pending(SERVER, 4, 515).await.unwrap(), 2);
    assert_eq!(waiting().await, [0, 4, 5]);
    assert_eq!(store.trim_pending(SERVER, 4, 515).await.unwrap(), 0);
}

#[tokio::test]
async fn the_oldest_versions_make_room_and_those_that_apply_stay() {
    let home = Home::new().await;
    let store = &home.store;
    let text = "x".repeat(100);
    // `b` is old and applies; of `a` the last one does.
    done(store, change(SERVER, 0, vec![add("b.yaml", &text)])).await;
    for number in 1..6 {
        done(store, change(SERVER, number, vec![add("a.yaml", &text)])).await;
    }
    done(store, change(OTHER, 0, vec![add("a.yaml", &text)])).await;
    let versions = async || {
        let versions = store.file_versions(SERVER).await.unwrap();
        let mut all: Vec<(String, i64)> =
            versions.into_iter().map(|version| (version.file, version.number)).collect();
        all.sort();
        all
    };
    assert_eq!(store.trim_versions(SERVER, 400).await.unwrap(), 2);
    let (a, b) = ("a.yaml".to_owned(), "b.yaml".to_owned());
    let expected = [(a.clone(), 3), (a.clone(), 4), (a.clone(), 5), (b.clone(), 1)];
    assert_eq!(versions().await, expected);
    assert_eq!(store.trim_versions(SERVER, 0).await.unwrap(), 2);
    assert_eq!(versions().await, [(a, 5), (b, 1)]);
    assert_eq!(in_force(store, SERVER).await.len(), 2);
    assert_eq!(store.file_versions(OTHER).await.unwrap().len(), 1);
}
