//! A Discord with a team in it, and the bot among them.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use kalologos::app::App;
use kalologos::check::Checker;
use kalologos::discord::{self, Backoff, Clock, InvalidToken, Secret, Settings};
use kalologos::model::Time;
use kalologos::ruleset::{FileKind, RuleSet, SourceFile, builtin};
use kalologos::store::Store;
use kalologos::team::Teams;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::conversations::log;
use fake_discord::{Card, Channel, FakeDiscord, Person, Server, TOKEN};

/// What stands in every draft of these tests, and in no log.
pub const DRAFT_WORDS: [&str; 6] =
    ["Δυστυχώς", "βοηθήσω", "Δεν μπορ", "can't help", "δέμα", "parcel"];

/// When all of this happens, if a test does not say otherwise: 25 November 2026, in the morning.
pub const NOW: Time = Time(1_795_595_400);
const NOW_AS_HEADER: &str = "Wed, 25 Nov 2026 08:30:00 GMT";

static DESK: LazyLock<Arc<Checker>> = LazyLock::new(|| {
    let is_language = |file: &&SourceFile| file.kind() != FileKind::Pack;
    let (mut rule_set, problems) = RuleSet::languages(builtin().iter().filter(is_language));
    assert!(problems.is_empty());
    let rules = [
        ("rules_el.yaml", include_str!("rules_el.yaml")),
        ("rules_en.yaml", include_str!("rules_en.yaml")),
    ];
    let rules = rules.map(|(name, text)| SourceFile { name: name.into(), text: text.into() });
    let problems = rule_set.add(&rules);
    assert!(problems.is_empty(), "{problems:?}");
    Arc::new(Checker::new(rule_set))
});

/// Waits that a test has time for.
const SHORT: Backoff =
    Backoff { first: Duration::from_millis(10), longest: Duration::from_millis(50) };

/// The bot with the rules of these conversations, on this Discord.
pub async fn settings(discord: &FakeDiscord) -> Settings {
    discord.says_date(Some(NOW_AS_HEADER));
    let store = Store::open(&discord.home().join("data.sqlite")).await.unwrap();
    let teams = Arc::new(Teams::over(Arc::clone(&DESK), store));
    Settings {
        token: Secret::new(TOKEN),
        api_url: Some(discord.url().to_owned()),
        drafts_channels: Vec::new(),
        language: None,
        checks_per_minute: 100_000,
        shards: None,
        app: Arc::new(App::new(teams)),
        clock: Clock(Arc::new(|| NOW)),
        attachment_origins: vec![discord.url().to_owned()],
        backoff: SHORT,
        retention: kalologos::team::Retention::default(),
        monitor: Arc::default(),
    }
}

/// A bot that runs.
pub struct Bot {
    stop: Option<oneshot::Sender<()>>,
    run: JoinHandle<Result<(), InvalidToken>>,
}

impl Bot {
    pub fn start(settings: Settings) -> Bot {
        log::keep();
        let (stop, stopped) = oneshot::channel();
        let run = tokio::spawn(discord::run(settings, async {
            let _: Result<(), oneshot::error::RecvError> = stopped.await;
        }));
        Bot { stop: Some(stop), run }
    }

    /// Asks it to stop, and gives what it ends with.
    pub async fn stop(mut self) -> Result<(), InvalidToken> {
        drop(self.stop.take());
        self.ended().await
    }

    /// What it ends with by itself.
    pub async fn ended(&mut self) -> Result<(), InvalidToken> {
        tokio::time::timeout(Duration::from_secs(30), &mut self.run)
            .await
            .expect("the bot goes on and on")
            .expect("the bot broke")
    }
}

/// A Greek team with a channel, an agent in it, and the bot.
pub struct Scene {
    pub discord: FakeDiscord,
    pub server: Server,
    pub channel: Channel,
    pub agent: Person,
    pub bot: Bot,
}

impl Scene {
    pub async fn begin() -> Scene {
        Scene::with(|_, _| ()).await
    }

    /// With settings of its own; the channel is there by then.
    pub async fn with(change: impl FnOnce(&mut Settings, &Channel)) -> Scene {
        let discord = FakeDiscord::start().await;
        let server = discord.server("Υποστήριξη");
        let channel = server.channel("απαντήσεις");
        let agent = discord.person("Άννα").locale("el").in_channel(&channel);
        let mut settings = settings(&discord).await;
        change(&mut settings, &channel);
        let bot = Bot::start(settings);
        discord.gateway().ready().await;
        Scene { discord, server, channel, agent, bot }
    }

    /// The bot is stopped, and another process goes on where it was.
    pub async fn restart(&mut self) {
        let next = Bot::start(settings(&self.discord).await);
        let sessions = self.discord.gateway();
        sessions.identified(2).await;
        std::mem::replace(&mut self.bot, next).stop().await.unwrap();
    }

    /// Stops the bot; all that it sent kept Discord's contract, and its log holds nothing of a draft.
    pub async fn end(self) {
        self.bot.stop().await.unwrap();
        keeps_quiet_and_to_the_contract(&self.discord);
    }
}

/// Every request against Discord's description, and the log against the drafts.
pub fn keeps_quiet_and_to_the_contract(discord: &FakeDiscord) {
    if let Some(violations) = discord.contract_violations() {
        assert!(violations.is_empty(), "{}", violations.join("\n"));
    }
    let log = log::so_far();
    for words in DRAFT_WORDS.iter().chain(&[TOKEN, "interaction-token"]) {
        assert!(!log.contains(words), "«{words}» stands in the log:\n{log}");
    }
}

/// A card as people see it: without the invisible signs that carry its draft.
pub fn seen(card: &Card) -> String {
    card.shown().replace(['\u{200b}', '\u{2060}'], "")
}
