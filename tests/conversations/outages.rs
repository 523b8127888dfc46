//! Each outage has its lines in the log: what is wrong, what the bot does about it, and that it is over.

use std::time::Duration;

use kalologos::app::App;
use kalologos::ruleset::RuleSet;
use kalologos::store::{Store, StoreOptions};
use serde_json::Value;
use sqlx::Connection;
use tokio::io::{AsyncBufReadExt, BufReader};

use crate::conversations::process::{ask_to_stop, bot, ended, folder, until_logged};
use crate::conversations::scene::Scene;
use fake_discord::faults::Scope;
use fake_discord::rights::MANAGE_GUILD;
use fake_discord::{FakeDiscord, Person};

const DRAFT: &str = "Δεν μπορώ να σας βοηθήσω.";
const CALLBACK: &str = "POST /interactions/*/*/callback";
const RULES: &str = "language: el\nrules:\n  - avoid: το πακέτο χάθηκε\n    prefer: ψάχνουμε\n";

/// A line as an operator reads it: level, words, and what stands beside them but for what is different each time.
fn told(line: &str) -> String {
    let line: Value = serde_json::from_str(line).unwrap();
    let mut told = format!("{} {}", line["level"].as_str().unwrap(), line["message"]);
    for (name, value) in line.as_object().unwrap() {
        if !["timestamp", "level", "message", "target", "interaction"].contains(&name.as_str()) {
            told.push_str(&format!(" {name}={value}"));
        }
    }
    told
}

/// Proposes a rule, which has to be kept.
async fn proposes(agent: &Person) {
    drop(
        agent.send_slash("suggest", &[("avoid", "το πακέτο χάθηκε"), ("prefer", "ψάχνουμε")]).await,
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn outages_of_discord_and_of_a_proxy() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    discord.says_date_of_now();
    let channel = discord.server("Υποστήριξη").channel("απαντήσεις");
    let agent = discord.person("Άννα").locale("el").in_channel(&channel);
    discord.on("GET /oauth2/applications/@me").answers(502);
    discord.on("GET /gateway/bot").answers(502);
    discord.on("PUT /applications/*/commands").times(4).answers(503);
    let mut child = bot(&discord, folder.path());
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut lines = Vec::new();
    for words in [
        "Discord does not answer", "where its gateway is", "commands were not registered",
        "\"connected\"", "commands registered",
    ] {
        lines.push(told(&until_logged(&mut log, words).await));
    }
    discord.gateway().drops();
    for words in ["was lost", "\"connected\""] {
        lines.push(told(&until_logged(&mut log, words).await));
    }
    discord.on(CALLBACK).limited(Duration::from_millis(250), Scope::Route);
    agent.slash("check", &[("draft", DRAFT)]).await;
    lines.push(told(&until_logged(&mut log, "on one route").await));
    discord.on(CALLBACK).limited(Duration::from_millis(250), Scope::Global);
    agent.slash("check", &[("draft", DRAFT)]).await;
    lines.push(told(&until_logged(&mut log, "a pause is asked for").await));
    discord.on(CALLBACK).pauses(503, Duration::from_millis(250));
    agent.slash("check", &[("draft", DRAFT)]).await;
    lines.push(told(&until_logged(&mut log, "a pause is asked for").await));
    discord.on(CALLBACK).times(4).answers(502);
    drop(agent.send_slash("check", &[("draft", DRAFT)]).await);
    lines.push(told(&until_logged(&mut log, "is sent again").await));
    lines.push(told(&until_logged(&mut log, "was not sent").await));
    ask_to_stop(&child).await;
    for words in ["stopping", "\"stopped\""] {
        lines.push(told(&until_logged(&mut log, words).await));
    }
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
    insta::assert_snapshot!(lines.join("\n"));
}

/// Each try has its line with how long the next one waits, so that an operator sees that it goes on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_that_keeps_refusing() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    discord.says_date_of_now();
    let mut child = bot(&discord, folder.path());
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
    until_logged(&mut log, "\"connected\"").await;
    discord.gateway().refuses_connections(true);
    discord.gateway().drops();
    let mut lines = Vec::new();
    for _ in 0..3 {
        lines.push(told(&until_logged(&mut log, "was lost").await));
    }
    discord.gateway().refuses_connections(false);
    lines.push(told(&until_logged(&mut log, "\"connected\"").await));
    ask_to_stop(&child).await;
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
    insta::assert_snapshot!(lines.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn outages_of_the_storage() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    discord.says_date_of_now();
    let channel = discord.server("Υποστήριξη").channel("απαντήσεις");
    let agent = discord.person("Άννα").locale("el").in_channel(&channel);
    let place = folder.path().join("data.sqlite");
    let mut child = bot(&discord, folder.path());
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
    discord.gateway().ready().await;
    let mut lines = Vec::new();
    let address = sqlx::sqlite::SqliteConnectOptions::new().filename(&place);
    let mut holder = sqlx::SqliteConnection::connect_with(&address).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut holder).await.unwrap();
    proposes(&agent).await;
    lines.push(told(&until_logged(&mut log, "storage failed").await));
    sqlx::query("ROLLBACK").execute(&mut holder).await.unwrap();
    holder.close().await.unwrap();
    let aside = folder.path().join("aside.sqlite");
    std::fs::rename(&place, &aside).unwrap();
    proposes(&agent).await;
    lines.push(told(&until_logged(&mut log, "storage failed").await));
    std::fs::rename(&aside, &place).unwrap();
    ask_to_stop(&child).await;
    until_logged(&mut log, "\"stopped\"").await;
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
    // What no waiting mends.
    std::fs::write(&place, "this is no database, and no waiting makes it one").unwrap();
    let (code, _, log) = ended(bot(&discord, folder.path())).await;
    assert_eq!(code, Some(2), "{log}");
    lines.push(told(log.lines().last().unwrap()));
    let lines = lines.join("\n").replace(&place.display().to_string(), "…");
    insta::assert_snapshot!(lines);
}

#[tokio::test]
async fn a_full_disk_is_told_with_its_reason_and_checks_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let options = StoreOptions { max_pages: Some(90), ..StoreOptions::default() };
    let store = Store::open_with(&folder.path().join("data.sqlite"), options).await.unwrap();
    let app = App::of(RuleSet::languages(&[]).0, store);
    let scene = Scene::with(|settings, _| settings.app = std::sync::Arc::new(app)).await;
    let lead = scene.discord.person("Μαρία").locale("el");
    scene.server.admit(&lead, &[scene.server.role("Υπεύθυνοι", MANAGE_GUILD)]);
    let lead = lead.in_channel(&scene.channel);
    let large = format!("{RULES}# {}\n", "λόγια ".repeat(60_000));
    let files = [("file", "team.yaml", large.as_bytes())];
    let report = lead.send_slash_with_files("rules add", &[], &files).await.answer().await;
    assert!(!report.shown().is_empty());
    let log = crate::conversations::log::so_far();
    let line = log.lines().find(|line| line.contains("no room is left for the database"));
    assert!(line.is_some_and(|line| line.contains("ERROR") && line.contains("storage failed")));
    scene.agent.slash("check", &[("draft", DRAFT)]).await;
    scene.end().await;
}
