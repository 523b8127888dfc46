//! The bot as a process: exit codes, signals, its log and what it tells an operator.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};

use crate::fake_discord::faults::Held;
use crate::fake_discord::{FakeDiscord, TOKEN};
use crate::scene::DRAFT_WORDS;

fn kalologos(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kalologos"));
    command.args(arguments).current_dir(folder).env_clear().env("LANG", "el_GR.UTF-8");
    command.env("KALOLOGOS_DATA", folder.join("data.sqlite"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

fn bot(discord: &FakeDiscord, folder: &Path) -> Child {
    let arguments = ["bot", "--api-url", discord.url(), "--log-format", "json"];
    kalologos(folder, &arguments).env("DISCORD_TOKEN", TOKEN).spawn().unwrap()
}

async fn ended(child: Child) -> (Option<i32>, String, String) {
    let ended = tokio::time::timeout(Duration::from_secs(30), child.wait_with_output());
    let output = ended.await.expect("the process goes on and on").unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

async fn ask_to_stop(child: &Child) {
    let id = child.id().unwrap().to_string();
    let sent = Command::new("kill").args(["-TERM", &id]).status().await.unwrap();
    assert!(sent.success());
}

fn folder() -> tempfile::TempDir {
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
    insta::assert_snapshot!(err);
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
    let server = discord.server("Υποστήριξη");
    let (well, mute) = (server.channel("απαντήσεις"), server.channel("σιωπή"));
    mute.deny_bot(crate::fake_discord::rights::SEND_MESSAGES);
    let doctor = |arguments: &[&str], language: &str| {
        let all: Vec<&str> = ["doctor", "--api-url", discord.url(), "--language", language]
            .into_iter()
            .chain(arguments.iter().copied())
            .collect();
        ended(kalologos(folder.path(), &all).env("DISCORD_TOKEN", TOKEN).spawn().unwrap())
    };
    let id = |id: crate::fake_discord::Id| id.to_string();
    let (code, out, err) = doctor(&["--drafts-channel", &id(well.id)], "el").await;
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    let mut shown = vec![out];
    discord.forbid_intents(crate::fake_discord::sessions::MESSAGE_CONTENT);
    let channels = ["--drafts-channel", &id(mute.id), "--drafts-channel", "77"];
    for language in ["el", "en"] {
        let (code, out, _) = doctor(&channels, language).await;
        assert_eq!(code, Some(2));
        shown.push(out);
    }
    // How many rules there are is of no matter here.
    let shown: Vec<String> =
        shown.iter().flat_map(|out| out.lines().skip(1)).map(str::to_owned).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

/// The next line of a log that holds these words.
async fn until_logged(lines: &mut Lines<BufReader<ChildStderr>>, words: &str) -> String {
    let found = async {
        while let Some(line) = lines.next_line().await.unwrap() {
            if line.contains(words) {
                return line;
            }
        }
        panic!("the log ended without «{words}»");
    };
    tokio::time::timeout(Duration::from_secs(90), found).await.expect("it was never logged")
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
        crate::scene::seen(&card)
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
