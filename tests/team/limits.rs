//! What a team may have and may ask for: each attack is refused kindly, and what people have is not.

use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use kalologos::model::{Member, ServerId, Time, UserId, Version};
use kalologos::rules::Problem;
use kalologos::ruleset::{FileKind, RuleSet, builtin};
use kalologos::store::{
    Change, ChangeRequest, Changed, NewUpload, Operation, Store, VersionContent,
};
use kalologos::team::{
    Error, MAX_COMPILED_BYTES, MAX_TEAM_BYTES, MAX_TEAM_FILES, MAX_UPLOADS_PER_MINUTE,
    MAX_WAITING_UPLOADS, Report, Teams, Upload, UserError, Verdict,
};

use crate::team::common::*;

static WORDS: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::languages(builtin()).0);

/// A home without built-in rules, where looking at a file is quick.
async fn bare() -> Home {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
    Home { folder, teams: Arc::new(Teams::new(WORDS.clone(), store)) }
}

/// A small rule file.
fn file(word: &str) -> String {
    format!("language: el\nrules:\n  - avoid: {word}\n    prefer: κάτι άλλο\n")
}

fn content(text: &str) -> VersionContent {
    VersionContent {
        format: "yaml".to_owned(),
        bytes: text.as_bytes().to_vec(),
        rules: None,
        ids: Vec::new(),
        note: None,
    }
}

/// Puts files in force, past everything that looks at them.
async fn put(home: &Home, files: impl Iterator<Item = (String, String)>) {
    let add = |(file, text): (String, String)| Operation::Add { file, content: content(&text) };
    let request = ChangeRequest {
        server: SERVER,
        by: UserId(1),
        at: NOW,
        base: Version(0),
        id: None,
        kind: "activated".to_owned(),
        subject: "όλα".to_owned(),
    };
    let change = Change { request, operations: files.map(add).collect() };
    assert!(matches!(home.teams.store().change(&change).await.unwrap(), Changed::Done(_)));
}

async fn upload(home: &Home, name: &str, text: &str) -> Result<Report, Error> {
    home.lead().await.upload(Upload::new(name, text.as_bytes().to_vec())).await
}

/// So many expressions, each of a third of a MiB once it is compiled.
fn large_expressions(count: usize) -> String {
    let mut text = "language: el\nrules:\n".to_owned();
    for number in 0..count {
        let regex = format!("[α-ω ]{{1,900}}[0-9]{{1,900}}{number}");
        write!(text, "  - id: r{number}\n    regex: '{regex}'\n    why: επειδή\n").unwrap();
    }
    text
}

#[tokio::test]
async fn expressions_that_fill_the_memory_are_refused() {
    let home = bare().await;
    let more_than_a_team_may_have = large_expressions(150);
    let found = refused(upload(&home, "heavy.yaml", &more_than_a_team_may_have).await);
    assert_eq!(found, UserError::TooHeavy);
    // More still, and they are not even read to the end.
    for count in [400, 2_500] {
        let report = upload(&home, "heavy.yaml", &large_expressions(count)).await.unwrap();
        assert!(report.token.is_none() && report.kept.is_none());
        let problems = report.problems.iter().map(|found| &found.problem);
        let too_large = problems.filter(|problem| **problem == Problem::RegexesTooLarge);
        assert_eq!(too_large.count(), 1, "{count} expressions");
    }
}

#[tokio::test]
async fn files_without_end_are_refused() {
    let home = bare().await;
    let long = format!("{}# {}\n", file("κάτι κακό"), "x".repeat((1 << 20) - 200));
    let count = MAX_TEAM_BYTES / long.len();
    put(&home, (0..count).map(|number| (format!("{number}.yaml"), long.clone()))).await;
    let found = refused(upload(&home, "more.yaml", &long).await);
    assert_eq!(found, UserError::TeamTooLarge { limit: MAX_TEAM_BYTES });
    // In place of another it has room.
    assert!(upload(&home, "0.yaml", &file("τίποτα")).await.is_ok());
}

#[tokio::test]
async fn too_many_files_are_refused() {
    let home = bare().await;
    put(&home, (0..MAX_TEAM_FILES).map(|number| (format!("{number}.yaml"), file("κάτι κακό"))))
        .await;
    let found = refused(upload(&home, "more.yaml", &file("τελευταία")).await);
    assert_eq!(found, UserError::TooManyFiles { limit: MAX_TEAM_FILES });
    assert!(upload(&home, "7.yaml", &file("τίποτα")).await.is_ok());
}

#[tokio::test]
async fn uploads_in_a_rush_are_refused_for_a_minute_and_only_for_their_team() {
    let home = bare().await;
    for _ in 0..MAX_UPLOADS_PER_MINUTE {
        upload(&home, "a.yaml", "όχι κανόνες").await.unwrap();
    }
    assert_eq!(refused(upload(&home, "a.yaml", &file("κάτι")).await), UserError::ManyUploads);
    let other = Member { server: ServerId(901), ..lead() };
    let others = home.teams.lead(&other, NOW).await.unwrap();
    let small = || Upload::new("a.yaml", file("κάτι κακό").into_bytes());
    assert!(others.upload(small()).await.is_ok());
    let later = home.teams.lead(&lead(), Time(NOW.0 + 60)).await.unwrap();
    assert!(later.upload(small()).await.is_ok());
}

#[tokio::test]
async fn of_uploads_that_nobody_decides_about_the_newest_wait() {
    let home = bare().await;
    let first = upload(&home, "a.yaml", &file("κάτι κακό")).await.unwrap();
    let content = content(&file("κάτι χειρότερο"));
    for _ in 1..MAX_WAITING_UPLOADS {
        let (server, by, base) = (SERVER, UserId(1), Version(0));
        let new = NewUpload { server, by, at: NOW, base, file: "a.yaml", content: &content };
        home.teams.store().keep_pending(&new).await.unwrap();
    }
    let last = upload(&home, "a.yaml", &file("κάτι χειρότερο")).await.unwrap();
    assert_eq!(refused(home.activate(&first).await), UserError::NothingWaiting);
    assert!(home.activate(&last).await.is_ok());
}

#[tokio::test]
async fn five_thousand_plain_rows_are_taken() {
    let home = bare().await;
    let mut rows = String::new();
    for number in 0..5_000 {
        let digits = format!("{number:04}");
        let letter = |digit: char| char::from_u32('α' as u32 + digit as u32 - '0' as u32).unwrap();
        let word: String = digits.chars().map(letter).collect();
        writeln!(rows, "η λέξη {word} εδώ\tμια άλλη λέξη {word}\tΓιατί είναι πιο ευγενικό.")
            .unwrap();
    }
    let report = upload(&home, "rows.tsv", &rows).await.unwrap();
    assert_eq!((report.rules, report.rows.len(), report.verdict), (5_000, 0, Verdict::Ready));
}

#[test]
fn all_built_in_packs_together_are_within_the_limits_of_a_team() {
    let packs: Vec<_> = builtin().iter().filter(|file| file.kind() == FileKind::Pack).collect();
    assert!(packs.len() <= MAX_TEAM_FILES);
    assert!(packs.iter().map(|file| file.text.len()).sum::<usize>() <= MAX_TEAM_BYTES);
    assert!(BUILTIN.last_added_bytes() <= MAX_COMPILED_BYTES);
    assert!(BUILTIN.last_added_bytes() > MAX_COMPILED_BYTES / 100);
}
