//! How long a service takes for what happens to one, as a table: `cargo test --test suite service_times -- --ignored
//! --nocapture`. It takes minutes, as the outages are as long as real ones.

#![allow(clippy::disallowed_methods, reason = "it measures how long a service takes")]
#![allow(clippy::print_stdout, reason = "the table is what it is for")]

use std::path::Path;
use std::time::{Duration, Instant};

use sqlx::Connection;
use tokio::process::{Child, Command};

use crate::conversations::process::{Manager, folder, kalologos};
use fake_discord::{FakeDiscord, TOKEN};

/// How often a service manager wants to hear that the bot is alive.
const WATCHDOG: Duration = Duration::from_secs(2);
const DISCORD_AWAY: Duration = Duration::from_secs(60);
const STORAGE_BUSY: Duration = Duration::from_secs(10);
const HUNG: Duration = Duration::from_secs(5);

fn start(discord: &FakeDiscord, folder: &Path) -> (Child, Manager) {
    let socket = folder.join("notify");
    let _: std::io::Result<()> = std::fs::remove_file(&socket);
    let manager = Manager::at(&socket);
    let mut command = kalologos(folder, &["bot", "--api-url", discord.url()]);
    command.env("DISCORD_TOKEN", TOKEN).env("NOTIFY_SOCKET", &socket);
    command.env("WATCHDOG_USEC", WATCHDOG.as_micros().to_string());
    (command.stderr(std::process::Stdio::null()).spawn().unwrap(), manager)
}

async fn signal(child: &Child, name: &str) {
    let id = child.id().unwrap().to_string();
    assert!(Command::new("kill").args([name, &id]).status().await.unwrap().success());
}

fn row(what: &str, since: Instant, outcome: &str) {
    println!("| {what} | {:.1} s | {outcome} |", since.elapsed().as_secs_f64());
}

async fn stopped(mut child: Child, mut manager: Manager, what: &str) {
    let since = Instant::now();
    signal(&child, "-TERM").await;
    manager.told("STOPPING=1").await;
    let code = child.wait().await.unwrap().code();
    row(what, since, &format!("STOPPING=1, exit code {code:?}"));
    assert_eq!(code, Some(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes; its table is read by people"]
async fn times_and_exit_codes() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let since = Instant::now();
    let (child, mut manager) = start(&discord, folder.path());
    manager.told("READY=1").await;
    row("a start", since, "READY=1, STATUS=connected");
    manager.told.clear();
    let since = Instant::now();
    std::fs::write(folder.path().join("kalologos.toml"), "checks_per_minute = 7\n").unwrap();
    signal(&child, "-HUP").await;
    manager.told("RELOADING=1").await;
    manager.told("READY=1").await;
    row("SIGHUP with another configuration", since, "RELOADING=1, then READY=1");
    stopped(child, manager, "SIGTERM").await;

    discord.on("GET /oauth2/applications/@me").always().hangs_up();
    let since = Instant::now();
    let (child, mut manager) = start(&discord, folder.path());
    manager.told("STATUS=waiting: Discord does not answer").await;
    row("a start without Discord", since, "STATUS=waiting: Discord does not answer");
    tokio::time::sleep(DISCORD_AWAY.saturating_sub(since.elapsed())).await;
    assert!(!manager.told.iter().any(|told| told == "READY=1"), "{:?}", manager.told);
    discord.forgets_faults();
    manager.told("READY=1").await;
    row("the same, Discord back after 60 s", since, "READY=1");
    stopped(child, manager, "SIGTERM").await;

    discord.on("GET /oauth2/applications/@me").always().hangs_up();
    let (child, mut manager) = start(&discord, folder.path());
    manager.told("STATUS=waiting: Discord does not answer").await;
    let (since, mut child) = (Instant::now(), child);
    signal(&child, "-TERM").await;
    let code = child.wait().await.unwrap().code();
    row("SIGTERM while it waits for Discord", since, &format!("exit code {code:?}"));
    discord.forgets_faults();

    let place = folder.path().join("data.sqlite");
    let alone = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(&place)
        .pragma("locking_mode", "EXCLUSIVE");
    let mut holder = sqlx::SqliteConnection::connect_with(&alone).await.unwrap();
    sqlx::query("BEGIN EXCLUSIVE").execute(&mut holder).await.unwrap();
    let since = Instant::now();
    let (child, mut manager) = start(&discord, folder.path());
    let status = "STATUS=waiting: the database is busy, somebody else holds it";
    manager.told(&format!("{status} ({})", place.display())).await;
    row("a start while the database is held", since, status);
    tokio::time::sleep(STORAGE_BUSY.saturating_sub(since.elapsed())).await;
    holder.close().await.unwrap();
    manager.told("READY=1").await;
    row("the same, free after 10 s", since, "READY=1");

    signal(&child, "-STOP").await;
    manager.heard_for(Duration::from_millis(200)).await;
    manager.told.clear();
    manager.heard_for(HUNG).await;
    let alive = manager.told.iter().filter(|told| *told == "WATCHDOG=1").count();
    println!("| a hung process (SIGSTOP) for 5 s | 5.0 s | {alive} times WATCHDOG=1 |");
    assert_eq!(alive, 0);
    // As systemd does once it has heard nothing for long enough.
    let (since, mut child) = (Instant::now(), child);
    signal(&child, "-ABRT").await;
    signal(&child, "-CONT").await;
    let status = child.wait().await.unwrap();
    row("the watchdog's SIGABRT", since, &format!("{status}"));
    let since = Instant::now();
    let (child, mut manager) = start(&discord, folder.path());
    manager.told("READY=1").await;
    row("a start after that", since, "READY=1");
    manager.told.clear();
    manager.heard_for(WATCHDOG * 2).await;
    let alive = manager.told.iter().filter(|told| *told == "WATCHDOG=1").count();
    println!("| twice WatchdogSec of a sound process | 4.0 s | {alive} times WATCHDOG=1 |");
    assert!(alive >= 2, "{alive}");
    stopped(child, manager, "SIGTERM").await;
}
