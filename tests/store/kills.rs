//! A process that is killed in the middle of its work leaves everything as before or as after.
//!
//! The process is this test program once more, run for [`child`] alone.

#![allow(clippy::print_stdout, reason = "the processes of this test speak to one another")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kalologos::model::Version;
use kalologos::store::{Changed, NewUpload, Operation, Store, StoreOptions, Watch};

use crate::store::common::*;

const PATH: &str = "KALOLOGOS_TEST_PATH";
const STOP_AT: &str = "KALOLOGOS_TEST_STOP_AT";
/// How many processes are killed while they go on, and after how many activations at most.
const KILLS: u32 = 50;
const MOST_AWAITED: u32 = 4;
/// Files that come in force together in every activation.
const FILES: [&str; 3] = ["ένα.yaml", "δύο.yaml", "τρία.yaml"];

/// Uploads and activates, over and over; stops for good at a step, if it is told one.
#[test]
#[ignore = "run by the other tests of this file, as a process of its own"]
fn child() {
    let (Ok(path), Ok(stop_at)) = (std::env::var(PATH), std::env::var(STOP_AT)) else { return };
    let stop_at: usize = stop_at.parse().unwrap();
    let count = Arc::new(AtomicUsize::new(0));
    let watch = Watch::new(move |_| {
        if count.fetch_add(1, Ordering::SeqCst) + 1 == stop_at {
            println!("stopped");
            std::thread::sleep(Duration::from_secs(600));
        }
    });
    let options = StoreOptions { watch: Some(watch), ..StoreOptions::default() };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open_with(Path::new(&path), options).await.unwrap();
        println!("ready");
        loop {
            let base = store.versions(SERVER).await.unwrap().rules;
            activate(&store, base).await;
        }
    });
}

/// One activation: an upload that waits, then it and two other files in force at once.
async fn activate(store: &Store, base: Version) {
    let text = format!("v{}", base.0 + 1);
    let waiting = content(&text);
    let upload =
        NewUpload { server: SERVER, by: LEAD, at: NOW, base, file: FILES[0], content: &waiting };
    let pending = store.keep_pending(&upload).await.unwrap();
    let steps = vec![Operation::Accept(pending), add(FILES[1], &text), add(FILES[2], &text)];
    let request = format!("request-{}", base.0);
    let changed = store.change(&asked(&request, change(SERVER, base.0, steps))).await.unwrap();
    assert_eq!(changed, Changed::Done(Version(base.0 + 1)));
    println!("done {}", base.0 + 1);
}

fn spawn(path: &Path, stop_at: usize) -> (Child, BufReader<ChildStdout>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store::kills::child", "--ignored", "--nocapture"])
        .env(PATH, path)
        .env(STOP_AT, stop_at.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    (child, out)
}

/// Reads what the process says until a line begins so.
fn wait_for(out: &mut impl BufRead, wanted: &str) -> Option<Vec<String>> {
    let mut said = Vec::new();
    for line in out.lines() {
        let line = line.ok()?;
        // The test runner's own words may stand before ours on a line.
        let found = line.contains(wanted);
        said.push(line);
        if found {
            return Some(said);
        }
    }
    None
}

/// The last activation that the process has told as done.
fn last_done(said: &[String]) -> i64 {
    let number = |line: &String| line.split("done ").nth(1)?.trim().parse().ok();
    said.iter().filter_map(number).max().unwrap_or(0)
}

/// Everything is as it was before or after an activation; gives its version.
async fn sound(path: &Path) -> i64 {
    let store = Store::open(path).await.unwrap();
    let version = store.versions(SERVER).await.unwrap().rules.0;
    let history = store.history(SERVER, 0, 1_000_000).await.unwrap();
    let mut numbers: Vec<i64> = history.iter().map(|entry| entry.version.0).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=version).collect::<Vec<_>>());
    let files = in_force(&store, SERVER).await;
    assert_eq!(files.len(), if version == 0 { 0 } else { FILES.len() });
    for (file, number, text) in &files {
        assert_eq!((*number, text.as_str()), (version, &*format!("v{version}")), "{file}");
    }
    assert_eq!(store.file_versions(SERVER).await.unwrap().len() as i64, 3 * version);
    store.close().await;
    let copy = path.with_extension("copy");
    // A copy is examined page by page.
    Store::backup(path, &copy).await.unwrap();
    std::fs::remove_file(copy).unwrap();
    version
}

#[tokio::test]
async fn killed_at_each_step_it_is_before_or_after() {
    let mut before = 0;
    let mut after = 0;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.sqlite");
    let mut step = 1;
    loop {
        let known = if path.exists() { sound(&path).await } else { 0 };
        let (mut child, mut out) = spawn(&path, step);
        let said = wait_for(&mut out, "stopped").unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        let done = last_done(&said).max(known);
        let now = sound(&path).await;
        assert!(now == done || now == done + 1, "step {step}: {now}, and told {done}");
        if now == done {
            before += 1;
        } else {
            after += 1;
        }
        // The second activation of the process begins: every step of the first was stopped at.
        if last_done(&said) > known {
            break;
        }
        step += 1;
    }
    println!("{step} steps: {before} times before, {after} times after");
    assert!(step > 20 && before > 0 && after > 0, "{step} {before} {after}");
}

#[tokio::test]
async fn killed_while_it_goes_on_it_is_before_or_after() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.sqlite");
    let (mut last, mut least) = (0, 0);
    for kill in 0..KILLS {
        let (mut child, mut out) = spawn(&path, 0);
        wait_for(&mut out, "ready").unwrap();
        // After so many activations, somewhere in the next one.
        let awaited = kill % MOST_AWAITED;
        let mut said = Vec::new();
        for _ in 0..awaited {
            said.extend(wait_for(&mut out, "done").unwrap());
        }
        least += i64::from(awaited);
        child.kill().unwrap();
        out.lines().map_while(Result::ok).for_each(|line| said.push(line));
        child.wait().unwrap();
        let now = sound(&path).await;
        let told = last_done(&said).max(last);
        assert!(now == told || now == told + 1, "kill {kill}: {now}, and told {told}");
        last = now;
    }
    println!("{KILLS} kills, {last} activations");
    assert!(last >= least, "{last} activations of {least}");
}
