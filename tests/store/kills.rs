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
/// How many processes each campaign kills, if it is not said otherwise.
const KILLS: &str = "KALOLOGOS_TEST_KILLS";
const USUAL_KILLS: u32 = 50;
/// After how many activations at most a process is killed.
const MOST_AWAITED: u32 = 4;
/// Processes that use one database at the same time.
const TOGETHER: usize = 3;
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

fn kills() -> u32 {
    std::env::var(KILLS).ok().map_or(USUAL_KILLS, |count| count.parse().unwrap())
}

/// One activation: an upload that waits, then it and two other files in force at once. Where another process was faster,
/// nothing is done.
async fn activate(store: &Store, base: Version) {
    let text = format!("v{}", base.0 + 1);
    let waiting = content(&text);
    let upload =
        NewUpload { server: SERVER, by: LEAD, at: NOW, base, file: FILES[0], content: &waiting };
    let pending = store.keep_pending(&upload).await.unwrap();
    let steps = vec![Operation::Accept(pending), add(FILES[1], &text), add(FILES[2], &text)];
    let request = format!("request-{}-{}", std::process::id(), base.0);
    match store.change(&asked(&request, change(SERVER, base.0, steps))).await.unwrap() {
        Changed::Done(version) => {
            assert_eq!(version, Version(base.0 + 1));
            println!("done {}", version.0);
        }
        Changed::Stale { now, .. } => assert!(now > base),
        other => panic!("{other:?}"),
    }
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

/// The activations that a process has told as done.
fn told(said: &[String]) -> impl Iterator<Item = i64> + '_ {
    said.iter().filter_map(|line| line.split("done ").nth(1)?.trim().parse().ok())
}

/// The last of them.
fn last_done(said: &[String]) -> i64 {
    told(said).max().unwrap_or(0)
}

/// What a killed process has said before its end, and nobody has read yet.
fn rest(mut child: Child, out: BufReader<ChildStdout>) -> Vec<String> {
    child.kill().unwrap();
    child.wait().unwrap();
    out.lines().map_while(Result::ok).collect()
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
    let (mut last, mut least, kills) = (0, 0, kills());
    for kill in 0..kills {
        let (child, mut out) = spawn(&path, 0);
        wait_for(&mut out, "ready").unwrap();
        // After so many activations, somewhere in the next one.
        let awaited = kill % MOST_AWAITED;
        let mut said = Vec::new();
        for _ in 0..awaited {
            said.extend(wait_for(&mut out, "done").unwrap());
        }
        least += i64::from(awaited);
        said.extend(rest(child, out));
        let now = sound(&path).await;
        let told = last_done(&said).max(last);
        assert!(now == told || now == told + 1, "kill {kill}: {now}, and told {told}");
        last = now;
    }
    println!("{kills} kills, {last} activations");
    assert!(last >= least, "{last} activations of {least}");
}

#[tokio::test]
#[allow(clippy::disallowed_methods, reason = "kills come within the time that a start takes here")]
async fn a_first_start_that_is_killed_leaves_what_the_next_one_goes_on_with() {
    let kills = kills();
    let folder = tempfile::tempdir().unwrap();
    let place = |number: u32| folder.path().join(format!("{number}.sqlite"));
    // How long a whole first start takes here, and half as long again.
    let begun = std::time::Instant::now();
    let (child, mut out) = spawn(&place(kills), 0);
    wait_for(&mut out, "done").unwrap();
    let whole = begun.elapsed() * 3 / 2;
    rest(child, out);
    let [mut nothing, mut empty, mut half, mut begun] = [0; 4];
    for kill in 0..kills {
        let path = place(kill);
        let (child, out) = spawn(&path, 0);
        std::thread::sleep(whole * kill / kills);
        let done = last_done(&rest(child, out));
        let bytes = path.metadata().map(|data| data.len());
        let now = sound(&path).await;
        assert!(now == done || now == done + 1, "kill {kill}: {now}, and told {done}");
        match bytes {
            Err(_) => nothing += 1,
            Ok(0) => empty += 1,
            Ok(_) if now == 0 => half += 1,
            Ok(_) => begun += 1,
        }
    }
    println!(
        "{kills} first starts killed: {nothing} before there was a file, {empty} with an empty one, {half} before the \
         first activation, {begun} after it"
    );
    assert!(half + begun > 0);
}

#[tokio::test]
async fn of_processes_that_are_killed_on_one_database_none_loses_or_doubles_anything() {
    let kills = kills();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.sqlite");
    // All of them are the first to open it.
    let mut running: Vec<_> = (0..TOGETHER).map(|_| spawn(&path, 0)).collect();
    let mut done = Vec::new();
    for kill in 0..kills {
        let (child, mut out) = running.remove(0);
        let mut said = Vec::new();
        for _ in 0..kill % MOST_AWAITED {
            said.extend(wait_for(&mut out, "done").unwrap());
        }
        said.extend(rest(child, out));
        done.extend(told(&said));
        running.push(spawn(&path, 0));
    }
    for (child, out) in running {
        done.extend(told(&rest(child, out)));
    }
    let last = sound(&path).await;
    let count = done.len();
    done.sort_unstable();
    done.dedup();
    assert_eq!(done.len(), count, "two processes were told the same activation");
    assert!(done.iter().all(|version| (1..=last).contains(version)), "{last}: {done:?}");
    println!("{kills} of {TOGETHER} processes killed, {last} activations, {count} of them told");
    assert!(last >= i64::from(kills), "{last}");
}
