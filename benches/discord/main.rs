//! How long the bot takes over a `/check`, beside a bot of the same library that answers with a constant: with one
//! word, and with the very card that ours answers with, which tells what of the time is Discord's library and the
//! length of a card.
//!
//! All run as processes of their own on one fake Discord each, in turns, so that whatever else the machine does
//! falls on all. What is measured is the time from the event's write to the arrival of the answer.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark may stop where it stands")]
#![allow(clippy::print_stdout, reason = "figures are what it is for")]
#![allow(clippy::disallowed_methods, reason = "speed is measured here")]

use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use fake_discord::record::Way;
use fake_discord::{FakeDiscord, Person, TOKEN};
use serde_json::Value;
use serenity::all::{
    ClientBuilder, Command as Registered, CommandOptionType, Context, CreateCommand,
    CreateCommandOption, CreateInteractionResponse, CreateInteractionResponseMessage, EventHandler,
    GatewayIntents, HttpBuilder, Interaction, Ready, async_trait,
};

const DRAFT: &str =
    "Καλημέρα σας. Δυστυχώς δεν μπορούμε να σας το στείλουμε σήμερα. Κάνετε λάθος στη διεύθυνση.";
/// Checks of each bot, in turns.
const TURNS: usize = 20;
const CHECKS_IN_TURN: usize = 100;
/// Checks at the same time.
const AT_ONCE: usize = 500;
/// Bounds: the median beside the bare bot's, the time for all at once, and memory beside the bare bot's.
const MOST_TIMES: f64 = 1.3;
const MOST_AT_ONCE: Duration = Duration::from_secs(3);
const MOST_MORE_MIB: f64 = 30.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    match arguments.iter().position(|argument| argument == "--bare") {
        Some(at) => runtime.block_on(bare(&arguments[at + 1], arguments.get(at + 2))),
        None => return runtime.block_on(compare()),
    }
    ExitCode::SUCCESS
}

/// A bot, its Discord and somebody who asks it.
struct Stage {
    name: &'static str,
    discord: FakeDiscord,
    agent: Person,
    process: Child,
    times: Vec<Duration>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Stage {
    async fn set(name: &'static str, mut command: impl FnMut(&str) -> Command) -> Stage {
        let discord = FakeDiscord::start().await;
        let channel = discord.server("Υποστήριξη").channel("απαντήσεις");
        let agent = discord.person("Άννα").locale("el").in_channel(&channel);
        let mut command = command(discord.url());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn().unwrap();
        discord.gateway().ready().await;
        Stage { name, discord, agent, process, times: Vec::new() }
    }

    /// The resident memory in MiB.
    fn memory(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kib| kib / 1024.0)
    }

    async fn turn(&mut self) {
        for _ in 0..CHECKS_IN_TURN {
            let asked = self.agent.send_slash("check", &[("draft", DRAFT)]).await;
            asked.acknowledged().await;
        }
        let times = self.answer_times();
        let new = times.len() - CHECKS_IN_TURN;
        self.times.extend(&times[new..]);
    }

    /// The time of every answer so far, from its event on.
    fn answer_times(&self) -> Vec<Duration> {
        let mut written: std::collections::HashMap<String, Instant> = self
            .discord
            .payloads()
            .into_iter()
            .filter(|it| it.way == Way::ToBot && it.name.as_deref() == Some("INTERACTION_CREATE"))
            .filter_map(|it| Some((it.json["d"]["id"].as_str()?.to_owned(), it.at)))
            .collect();
        let answers = self.discord.requests_to("POST /interactions/");
        let time = |request: &fake_discord::record::Request| {
            let id = request.path.split('/').nth(2)?;
            Some(request.at.duration_since(written.remove(id)?))
        };
        answers.iter().filter_map(time).collect()
    }

    /// How long it takes until so many are answered that ask at once.
    async fn at_once(&self) -> Duration {
        let before = self.discord.requests_to("POST /interactions/").len();
        let began = Instant::now();
        let mut asked = Vec::new();
        for _ in 0..AT_ONCE {
            asked.push(self.agent.send_slash("check", &[("draft", DRAFT)]).await);
        }
        for asked in asked {
            asked.acknowledged().await;
        }
        let answers = self.discord.requests_to("POST /interactions/");
        let last = answers[before..].iter().map(|request| request.at).max().unwrap();
        last.duration_since(began)
    }

    fn quantile(&mut self, of_hundred: usize) -> Duration {
        self.times.sort_unstable();
        self.times[(self.times.len() - 1) * of_hundred / 100]
    }
}

/// A bot that answers every command with the same word, or with the same card.
async fn bare_stage(name: &'static str, card: Option<&Value>) -> Stage {
    Stage::set(name, |url| {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--bare", url]).args(card.map(Value::to_string));
        command
    })
    .await
}

async fn compare() -> ExitCode {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data.sqlite");
    let bare = bare_stage("bare", None).await;
    let ours = Stage::set("kalologos", |url| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kalologos"));
        command.args(["bot", "--checks-per-minute", "10000", "--api-url", url]);
        command.env("DISCORD_TOKEN", TOKEN).env("KALOLOGOS_DATA", &data);
        command
    })
    .await;
    // Rules that are read while the bot starts would count as idle memory of a busy bot.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let memory = [bare.memory(), ours.memory()];
    ours.agent.send_slash("check", &[("draft", DRAFT)]).await.acknowledged().await;
    let card = ours.discord.requests_to("POST /interactions/").pop().map(|answer| answer.json);
    let constant = bare_stage("same card", card.as_ref()).await;
    let mut stages = [bare, constant, ours];
    for _ in 0..TURNS {
        for stage in &mut stages {
            stage.turn().await;
        }
    }
    let mut at_once = Vec::new();
    for stage in &stages {
        at_once.push(stage.at_once().await);
    }
    let medians = stages.each_mut().map(|stage| stage.quantile(50));
    for (stage, at_once) in stages.iter_mut().zip(&at_once) {
        let (median, p99) = (stage.quantile(50), stage.quantile(99));
        let (name, count) = (stage.name, stage.times.len());
        println!(
            "{name:10} {count} checks: median {median:?}, p99 {p99:?}; {AT_ONCE} at once in {at_once:?}"
        );
    }
    judge(medians, at_once[2], memory)
}

/// Says how the bot does beside the bare ones, and whether that is within the bounds.
fn judge(medians: [Duration; 3], at_once: Duration, memory: [Option<f64>; 2]) -> ExitCode {
    let [same_card, times] = [1, 2].map(|of| medians[of].as_secs_f64() / medians[0].as_secs_f64());
    let [bare, ours] = memory.map(|idle| idle.unwrap_or(f64::NAN));
    let more = ours - bare;
    println!(
        "median: {times:.2} times the bare bot's (at most {MOST_TIMES}); the same card: {same_card:.2}"
    );
    println!("at once: {at_once:?} (at most {MOST_AT_ONCE:?})");
    println!(
        "memory: {ours:.1} MiB idle, {more:+.1} beside the bare bot (at most {MOST_MORE_MIB})"
    );
    let is_within = times <= MOST_TIMES && at_once <= MOST_AT_ONCE;
    if is_within && (more.is_nan() || more <= MOST_MORE_MIB) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Runs a bot that answers every command with the same word, or with the same card.
async fn bare(url: &str, card: Option<&String>) {
    let http = HttpBuilder::new(TOKEN).proxy(url).ratelimiter_disabled(true).build();
    let application = http.get_current_application_info().await.unwrap().id;
    http.set_application_id(application);
    let card = card.map(|card| serde_json::from_str(card).unwrap());
    let mut client = ClientBuilder::new_with_http(http, GatewayIntents::empty())
        .event_handler(Bare { card })
        .await
        .unwrap();
    client.start().await.unwrap();
}

struct Bare {
    /// What is answered in place of a word.
    card: Option<Value>,
}

#[async_trait]
impl EventHandler for Bare {
    async fn ready(&self, ctx: Context, _: Ready) {
        let draft = CreateCommandOption::new(CommandOptionType::String, "draft", "a draft");
        let check =
            CreateCommand::new("check").description("check").add_option(draft.required(true));
        Registered::set_global_commands(&ctx.http, vec![check]).await.unwrap();
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        let Interaction::Command(command) = interaction else { return };
        if let Some(card) = &self.card {
            let (http, id, token) = (&ctx.http, command.id, &command.token);
            return http.create_interaction_response(id, token, card, Vec::new()).await.unwrap();
        }
        let message = CreateInteractionResponseMessage::new().content("Ναι.").ephemeral(true);
        let answer = CreateInteractionResponse::Message(message);
        command.create_response(&ctx.http, answer).await.unwrap();
    }
}
