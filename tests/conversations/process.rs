//! The bot as a process: exit codes, signals, its log and what it tells an operator.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::net::UnixDatagram;
use tokio::process::{Child, ChildStderr, Command};

use crate::conversations::scene::DRAFT_WORDS;
use fake_discord::faults::Held;
use fake_discord::{FakeDiscord, TOKEN};

pub fn kalologos(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kalologos"));
    command.args(arguments).current_dir(folder).env_clear().env("LANG", "el_GR.UTF-8");
    command.env("KALOLOGOS_DATA", folder.join("data.sqlite"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

pub fn bot(discord: &FakeDiscord, folder: &Path) -> Child {
    let arguments = ["bot", "--api-url", discord.url(), "--log-format", "json"];
    kalologos(folder, &arguments).env("DISCORD_TOKEN", TOKEN).spawn().unwrap()
}

pub async fn ended(child: Child) -> (Option<i32>, String, String) {
    let ended = tokio::time::timeout(Duration::from_secs(90), child.wait_with_output());
    let output = ended.await.expect("the process goes on and on").unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

pub async fn ask_to_stop(child: &Child) {
    let id = child.id().unwrap().to_string();
    let sent = Command::new("kill").args(["-TERM", &id]).status().await.unwrap();
    assert!(sent.success());
}

pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_stop_amid_five_hundred_it_finishes_what_runs() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let channel = discord.server("Υποστήριξη").channel("απαντήσεις");
    let agent = discord.person("Άννα").locale("el").in_channel(&channel);
    let bot = bot(&discord, folder.path());
    discord.gateway().ready().await;
    let held: Held = discord.on("POST /interactions/*/*/callback").times(300).held();
    let mut asked = Vec::new();
    for number in 0..500 {
        let draft = format!("Δεν μπορώ να σας βοηθήσω με το {number}.");
        asked.push(agent.send_slash("check", &[("draft", &draft)]).await);
    }
    held.arrived(300).await;
    ask_to_stop(&bot).await;
    discord.gateway().empty().await;
    held.release();
    let (code, _, log) = ended(bot).await;
    assert_eq!(code, Some(0), "{log}");
    let begun = discord.requests_to("POST /interactions/");
    assert!(begun.len() >= 300);
    assert!(begun.iter().all(|request| request.status == Some(204)), "what was begun is finished");
    for words in DRAFT_WORDS.iter().chain(&[TOKEN, "interaction-token"]) {
        assert!(!log.contains(words), "«{words}» stands in the log:\n{log}");
    }
    assert!(log.lines().all(|line| line.starts_with('{')), "{log}");
}

#[tokio::test]
async fn an_invalid_token_is_one_line_and_exit_2() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let file = folder.path().join("token");
    std::fs::write(&file, "MTAw.not-this-one.kalologos\n").unwrap();
    // One that others can read is told of.
    #[cfg(unix)]
    std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    let arguments = ["bot", "--api-url", discord.url(), "--token-file", "token"];
    let child = kalologos(folder.path(), &arguments).env("DISCORD_TOKEN", TOKEN).spawn().unwrap();
    let (code, out, err) = ended(child).await;
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(err.lines().count(), 2, "that it starts, and why it does not: {err}");
    insta::assert_snapshot!(err.lines().last().unwrap());
    assert_eq!(discord.requests().len(), 1);
}

#[tokio::test]
async fn no_token_and_a_broken_configuration() {
    let folder = folder();
    let (code, _, err) = ended(kalologos(folder.path(), &["bot"]).spawn().unwrap()).await;
    assert_eq!(code, Some(2));
    insta::assert_snapshot!(err);
    std::fs::write(
        folder.path().join("kalologos.toml"),
        "draft_channels = [1]\nshards = \"many\"\n",
    )
    .unwrap();
    let child = kalologos(folder.path(), &["bot"]).env("KALOLOGOS_CHECKS_PER_MINUTE", "-1").spawn();
    let (code, _, err) = ended(child.unwrap()).await;
    assert_eq!(code, Some(2));
    insta::assert_snapshot!(err);
}

#[tokio::test]
async fn the_doctor_says_what_to_mend() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    discord.says_date_of_now();
    let server = discord.server("Υποστήριξη");
    let (well, mute) = (server.channel("απαντήσεις"), server.channel("σιωπή"));
    mute.deny_bot(fake_discord::rights::SEND_MESSAGES);
    let doctor = |arguments: &[&str], language: &str| {
        let all: Vec<&str> = ["doctor", "--api-url", discord.url(), "--language", language]
            .into_iter()
            .chain(arguments.iter().copied())
            .collect();
        ended(kalologos(folder.path(), &all).env("DISCORD_TOKEN", TOKEN).spawn().unwrap())
    };
    let id = |id: fake_discord::Id| id.to_string();
    let (code, out, err) = doctor(&["--drafts-channel", &id(well.id)], "el").await;
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    let mut shown = vec![out];
    discord.forbid_intents(fake_discord::sessions::MESSAGE_CONTENT);
    let channels = ["--drafts-channel", &id(mute.id), "--drafts-channel", "77"];
    for language in ["el", "en"] {
        let (code, out, _) = doctor(&channels, language).await;
        assert_eq!(code, Some(2));
        shown.push(out);
    }
    // How many rules there are is of no matter here.
    let shown: Vec<String> =
        shown.iter().flat_map(|out| out.lines().skip(1)).map(str::to_owned).collect();
    let place = folder.path().display().to_string();
    insta::assert_snapshot!(shown.join("\n").replace(&place, "…"));
    let made: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert!(made.is_empty(), "{made:?}");
}

#[tokio::test]
async fn the_doctor_looks_at_the_machine_as_well() {
    use std::os::unix::fs::PermissionsExt;
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let place = folder.path().join("data.sqlite");
    let mine = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = mine.local_addr().unwrap().to_string();
    let doctor = |language: &str| {
        let arguments = ["doctor", "--api-url", discord.url(), "--language", language];
        let mut command = kalologos(folder.path(), &arguments);
        command.env("DISCORD_TOKEN", TOKEN).env("KALOLOGOS_MONITORING_ADDRESS", &address);
        ended(command.spawn().unwrap())
    };
    let mut shown = Vec::new();
    let mut look = async |date: Option<&str>| {
        discord.says_date(date);
        for language in ["el", "en"] {
            let (_, out, _) = doctor(language).await;
            shown.extend(out.lines().skip(1).take(6).map(str::to_owned));
        }
    };
    // A database that others can read, and no date.
    kalologos::store::Store::open(&place).await.unwrap().close().await;
    std::fs::set_permissions(&place, std::fs::Permissions::from_mode(0o644)).unwrap();
    look(Some("none")).await;
    std::fs::write(&place, "this is no database, and nobody takes it for one").unwrap();
    look(Some("none")).await;
    drop(mine);
    look(Some("none")).await;
    let shown = shown.join("\n").replace(&folder.path().display().to_string(), "…");
    insta::assert_snapshot!(shown.replace(&address, "127.0.0.1:…"));
}

/// The next line of a log that holds these words.
pub async fn until_logged(lines: &mut Lines<BufReader<ChildStderr>>, words: &str) -> String {
    let mut others = String::new();
    let found = async {
        while let Some(line) = lines.next_line().await.unwrap() {
            if line.contains(words) {
                return Some(line);
            }
            others.push_str(&line);
            others.push('\n');
        }
        None
    };
    let found = tokio::time::timeout(Duration::from_secs(90), found).await.ok().flatten();
    found.unwrap_or_else(|| panic!("«{words}» was never logged, but\n{others}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_rule_file_is_in_force_without_a_restart_and_a_bad_one_is_told() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let channel = discord.server("Υποστήριξη").channel("απαντήσεις");
    let agent = discord.person("Άννα").locale("el").in_channel(&channel);
    let rules = folder.path().join("rules");
    std::fs::create_dir(&rules).unwrap();
    let write = |prefer: &str| {
        let text = format!("language: el\nrules:\n  - avoid: όπως ξέρετε\n    {prefer}\n");
        std::fs::write(rules.join("team.yaml"), text).unwrap();
    };
    write("prefer: για να το θυμηθούμε");
    let arguments = [
        "bot",
        "--api-url",
        discord.url(),
        "--rules",
        "rules",
        "--no-builtin",
        "--data",
        "data.sqlite",
    ];
    let mut bot = kalologos(folder.path(), &arguments).env("DISCORD_TOKEN", TOKEN).spawn().unwrap();
    let mut log = BufReader::new(bot.stderr.take().unwrap()).lines();
    discord.gateway().ready().await;
    let check = async || {
        let card = agent.slash("check", &[("draft", "Όπως ξέρετε, έρχεται.")]).await;
        crate::conversations::scene::seen(&card)
    };
    assert!(check().await.contains("Για να το θυμηθούμε, έρχεται."));
    write("prefer: ας το θυμηθούμε μαζί");
    until_logged(&mut log, "rule files were changed, and are in force").await;
    assert!(check().await.contains("Ας το θυμηθούμε μαζί, έρχεται."));
    write("preffer: τίποτα");
    until_logged(&mut log, "can't be used; the earlier ones stay in force").await;
    let told = until_logged(&mut log, "preffer").await;
    assert!(told.contains("preffer"), "{told}");
    assert!(check().await.contains("Ας το θυμηθούμε μαζί, έρχεται."));
    write("prefer: όπως είπαμε");
    until_logged(&mut log, "rule files were changed, and are in force").await;
    assert!(check().await.contains("Όπως είπαμε, έρχεται."));
    ask_to_stop(&bot).await;
    let code = tokio::time::timeout(Duration::from_secs(30), bot.wait()).await.unwrap().unwrap();
    assert_eq!(code.code(), Some(0));
}

/// When a line of a log was written.
fn moment(line: &str) -> jiff::Timestamp {
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    line["timestamp"].as_str().unwrap().parse().unwrap()
}

/// A socket as systemd listens on, and what it was told so far.
pub struct Manager {
    socket: UnixDatagram,
    pub told: Vec<String>,
}

impl Manager {
    pub fn at(path: &Path) -> Manager {
        Manager { socket: UnixDatagram::bind(path).unwrap(), told: Vec::new() }
    }

    /// Waits until it is told a line.
    pub async fn told(&mut self, line: &str) {
        let hears = async {
            while !self.told.iter().any(|told| told == line) {
                self.hear().await;
            }
        };
        let heard = tokio::time::timeout(Duration::from_secs(90), hears).await;
        assert!(heard.is_ok(), "{line} was never told, but\n{}", self.told.join("\n"));
    }

    /// Hears whatever comes within so long.
    pub async fn heard_for(&mut self, time: Duration) {
        let hears = async {
            loop {
                self.hear().await;
            }
        };
        let _: Result<(), tokio::time::error::Elapsed> = tokio::time::timeout(time, hears).await;
    }

    async fn hear(&mut self) {
        let mut bytes = [0; 4096];
        let length = self.socket.recv(&mut bytes).await.unwrap();
        let text = String::from_utf8_lossy(&bytes[..length]).into_owned();
        self.told.extend(text.lines().map(str::to_owned));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_service_manager_hears_what_the_bot_waits_for_and_when_it_is_ready() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let mut manager = Manager::at(&folder.path().join("notify"));
    discord.on("GET /oauth2/applications/@me").answers(502);
    let arguments = ["bot", "--api-url", discord.url(), "--log-format", "json"];
    let child = kalologos(folder.path(), &arguments)
        .env("DISCORD_TOKEN", TOKEN)
        .env("NOTIFY_SOCKET", folder.path().join("notify"))
        .env("WATCHDOG_USEC", "200000")
        .spawn()
        .unwrap();
    manager.told("STATUS=waiting: Discord does not answer").await;
    assert!(!manager.told.iter().any(|told| told == "READY=1"), "{:?}", manager.told);
    manager.told("READY=1").await;
    manager.told("STATUS=connected").await;
    manager.told("WATCHDOG=1").await;
    ask_to_stop(&child).await;
    manager.told("STOPPING=1").await;
    let (code, _, log) = ended(child).await;
    assert_eq!(code, Some(0), "{log}");
    let started = log.lines().next().unwrap();
    for part in ["kalologos starts", env!("CARGO_PKG_VERSION"), "data.sqlite", discord.url()] {
        assert!(started.contains(part), "{part}: {started}");
    }
    assert!(!log.contains(TOKEN));
    assert!(!folder.path().join("data.sqlite-wal").exists(), "the file alone holds everything");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_can_not_be_opened_now_is_waited_for_and_a_broken_one_is_not() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let place = folder.path().join("data.sqlite");
    // A folder in its place can't be opened, and somebody may put it right.
    std::fs::create_dir(&place).unwrap();
    let mut child = bot(&discord, folder.path());
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
    let told = until_logged(&mut log, "the database can't be used; trying again").await;
    assert!(told.contains("data.sqlite") && told.contains("irectory"), "the reason: {told}");
    std::fs::remove_dir(&place).unwrap();
    discord.gateway().ready().await;
    ask_to_stop(&child).await;
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
    std::fs::write(&place, "this is no database, and no waiting makes it one").unwrap();
    let (code, _, log) = ended(bot(&discord, folder.path())).await;
    assert_eq!(code, Some(2), "{log}");
    assert!(log.lines().all(|line| line.starts_with('{')), "also the last words: {log}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_somebody_else_holds_is_told_soon_and_opened_once_it_is_free() {
    use sqlx::Connection;
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let place = folder.path().join("data.sqlite");
    kalologos::store::Store::open(&place).await.unwrap().close().await;
    let alone = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(&place)
        .pragma("locking_mode", "EXCLUSIVE");
    let mut holder = sqlx::SqliteConnection::connect_with(&alone).await.unwrap();
    sqlx::query("BEGIN EXCLUSIVE").execute(&mut holder).await.unwrap();
    let mut manager = Manager::at(&folder.path().join("notify"));
    let arguments = ["bot", "--api-url", discord.url(), "--log-format", "json"];
    let mut child = kalologos(folder.path(), &arguments)
        .env("DISCORD_TOKEN", TOKEN)
        .env("NOTIFY_SOCKET", folder.path().join("notify"))
        .spawn()
        .unwrap();
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
    let started = until_logged(&mut log, "kalologos starts").await;
    let told = until_logged(&mut log, "the database is busy").await;
    let after = moment(&told).duration_since(moment(&started)).as_secs_f64();
    // A second for the database, and the rest for a machine that has other things to do.
    assert!((0.9..5.0).contains(&after), "{after}");
    for part in ["data.sqlite", "trying again", "\"seconds\":1.0"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let status = "STATUS=waiting: the database is busy, somebody else holds it";
    manager.told(&format!("{status} ({})", place.display())).await;
    assert!(!manager.told.iter().any(|told| told == "READY=1"), "{:?}", manager.told);
    holder.close().await.unwrap();
    manager.told("READY=1").await;
    ask_to_stop(&child).await;
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reload_is_told_as_one_and_never_as_a_stop() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let configure = |text: &str| {
        std::fs::write(folder.path().join("kalologos.toml"), text).unwrap();
    };
    configure("checks_per_minute = 5\n");
    let mut manager = Manager::at(&folder.path().join("notify"));
    let arguments = ["bot", "--api-url", discord.url()];
    let mut child = kalologos(folder.path(), &arguments)
        .env("DISCORD_TOKEN", TOKEN)
        .env("NOTIFY_SOCKET", folder.path().join("notify"))
        .spawn()
        .unwrap();
    manager.told("READY=1").await;
    manager.told.clear();
    configure("checks_per_minute = 7\n");
    let id = child.id().unwrap().to_string();
    assert!(Command::new("kill").args(["-HUP", &id]).status().await.unwrap().success());
    manager.told("RELOADING=1").await;
    manager.told("STATUS=reading configuration and rules again").await;
    manager.told("READY=1").await;
    let is_moment = |told: &String| {
        told.strip_prefix("MONOTONIC_USEC=").is_some_and(|it| it.parse::<u64>().is_ok())
    };
    assert!(manager.told.iter().any(is_moment), "{:?}", manager.told);
    assert!(!manager.told.iter().any(|told| told == "STOPPING=1"), "{:?}", manager.told);
    ask_to_stop(&child).await;
    manager.told("STOPPING=1").await;
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hang_up_reads_the_configuration_again() {
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let configure = |text: &str| {
        std::fs::write(folder.path().join("kalologos.toml"), text).unwrap();
    };
    configure("checks_per_minute = 5\n");
    let mut child = bot(&discord, folder.path());
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
    discord.gateway().ready().await;
    let hang_up = async || {
        let id = child.id().unwrap().to_string();
        assert!(Command::new("kill").args(["-HUP", &id]).status().await.unwrap().success());
    };
    until_logged(&mut log, "\"connected\"").await;
    hang_up().await;
    until_logged(&mut log, "the configuration is as it was").await;
    configure("checks_per_minute = \"many\"\n");
    hang_up().await;
    until_logged(&mut log, "the earlier one stays").await;
    configure("checks_per_minute = 7\n");
    hang_up().await;
    until_logged(&mut log, "the configuration was changed").await;
    discord.gateway().identified(2).await;
    ask_to_stop(&child).await;
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_of_the_log_who_reads_nothing_holds_nobody_up() {
    // Far more than a pipe holds.
    const LINES: usize = 1_000;
    let (discord, folder) = (FakeDiscord::start().await, folder());
    let channel = discord.server("Υποστήριξη").channel("απαντήσεις");
    let agent = discord.person("Άννα").locale("el").in_channel(&channel);
    // Its standard error is a pipe that is never read.
    let mut bot = bot(&discord, folder.path());
    discord.gateway().ready().await;
    discord.on("POST /interactions/*/*/callback").times(LINES).answers(404);
    for _ in 0..LINES {
        agent.send_slash("help", &[]).await;
    }
    discord.answered("POST /interactions/", LINES).await;
    assert!(agent.slash("help", &[]).await.is_private());
    ask_to_stop(&bot).await;
    let ended = tokio::time::timeout(Duration::from_secs(30), bot.wait()).await;
    assert_eq!(ended.expect("it waits for the reader").unwrap().code(), Some(0));
}
