//! A storage of its own for each test, and short ways to say what is done to it.

use std::path::PathBuf;

use kalologos::model::{ServerId, Time, UserId, Version};
use kalologos::store::{Change, ChangeRequest, Changed, Operation, Store, VersionContent};
use tempfile::TempDir;

pub const SERVER: ServerId = ServerId(401);
pub const OTHER: ServerId = ServerId(402);
/// The largest number that an id can be.
pub const FAR: ServerId = ServerId(u64::MAX);
pub const LEAD: UserId = UserId(7);
pub const AGENT: UserId = UserId(8);
pub const NOW: Time = Time(1_800_000_000);

pub struct Home {
    pub folder: TempDir,
    pub store: Store,
}

impl Home {
    pub async fn new() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
        Home { folder, store }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("data.sqlite")
    }
}

pub fn content(text: &str) -> VersionContent {
    VersionContent {
        format: "yaml".to_owned(),
        bytes: text.as_bytes().to_vec(),
        rules: None,
        ids: text.split_whitespace().map(str::to_owned).collect(),
        note: None,
    }
}

pub fn add(file: &str, text: &str) -> Operation {
    Operation::Add { file: file.to_owned(), content: content(text) }
}

pub fn change(server: ServerId, base: i64, steps: Vec<Operation>) -> Change {
    Change { request: on(server, base), operations: steps }
}

/// Somebody asks for a change, on this version.
pub fn on(server: ServerId, base: i64) -> ChangeRequest {
    ChangeRequest {
        server,
        by: LEAD,
        at: NOW,
        base: Version(base),
        id: None,
        kind: "activated".to_owned(),
        subject: "ομάδα".to_owned(),
    }
}

pub fn asked(request: &str, change: Change) -> Change {
    let request = ChangeRequest { id: Some(request.to_owned()), ..change.request };
    Change { request, ..change }
}

/// Makes a change that has to count.
pub async fn done(store: &Store, change: Change) -> Version {
    match store.change(&change).await.unwrap() {
        Changed::Done(version) => version,
        other => panic!("{other:?}"),
    }
}

/// The files in force, with their numbers and texts.
pub async fn in_force(store: &Store, server: ServerId) -> Vec<(String, i64, String)> {
    let team = store.team(server).await.unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    team.files.into_iter().map(|file| (file.file, file.number, text(file.content.bytes))).collect()
}
