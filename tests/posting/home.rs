//! A team with a plan, a bot that posts for it, and a clock that the test moves.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use kalologos::app::App;
use kalologos::discord::{self, Backoff, Clock, InvalidToken, Secret, Settings};
use kalologos::model::{ChannelId, Day, ServerId, Time, UserId};
use kalologos::model::{Member, Rights};
use kalologos::ruleset::{RuleSet, SourceFile};
use kalologos::schedule::{Holidays, Weekdays};
use kalologos::store::{Claim, ClaimState, Store};
use kalologos::team::{Lead, Teams};
use kalologos::tips::{Plan, Tips};
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use fake_discord::{Channel, FakeDiscord, Server, TOKEN};

/// Nine o'clock in Athens on the day after the fake's clock begins: 2026-03-03T07:00Z.
pub const FIRST: Time = Time(1_772_521_200);
/// When the fake's clock begins.
const OPENING: i64 = 1_772_442_000;
pub const DAY: i64 = 86_400;

/// A small deck, so that a bot starts fast: of twenty tips on four principles.
pub fn rule_set() -> RuleSet {
    let mut text = "language: el\ntips:\n".to_owned();
    for number in 0..20 {
        text.push_str(&format!(
            "  - id: tip-{number}\n    text: Ακούμε πρώτα, για {number}η φορά.\n"
        ));
    }
    let (mut rule_set, _) = RuleSet::languages(&[]);
    let file = SourceFile { name: "small.yaml".into(), text };
    let problems = rule_set.add(&[file]);
    assert!(problems.is_empty(), "{problems:?}");
    rule_set
}

/// A clock that a test moves.
#[derive(Clone)]
pub struct Hands(Arc<AtomicI64>);

impl Hands {
    pub fn at(time: Time) -> Hands {
        Hands(Arc::new(AtomicI64::new(time.0)))
    }

    pub fn now(&self) -> Time {
        Time(self.0.load(Ordering::SeqCst))
    }

    /// Moves the clock, and whoever waits for a tip looks at it.
    pub fn set(&self, time: Time, tips: &Tips) {
        self.go_on_to(time);
        tips.plans_changed().notify_one();
    }

    /// Moves the clock, and nobody is told: the time that passes by itself.
    pub fn go_on_to(&self, time: Time) {
        self.0.store(time.0, Ordering::SeqCst);
    }

    pub fn clock(&self) -> Clock {
        let hands = self.clone();
        Clock(Arc::new(move || hands.now()))
    }
}

/// Waits that a test has time for.
const SHORT: Backoff =
    Backoff { first: Duration::from_millis(10), longest: Duration::from_millis(50) };

pub fn settings(url: &str, tips: &Arc<Tips>, hands: &Hands) -> Settings {
    Settings {
        token: Secret::new(TOKEN),
        api_url: Some(url.to_owned()),
        drafts_channels: Vec::new(),
        language: None,
        checks_per_minute: 100_000,
        shards: None,
        app: Arc::new(App::over(Arc::clone(tips))),
        clock: hands.clock(),
        attachment_origins: Vec::new(),
        backoff: SHORT,
        retention: kalologos::team::Retention::default(),
        monitor: Arc::default(),
    }
}

pub async fn tips(path: &Path) -> Arc<Tips> {
    tips_of(rule_set(), Store::open(path).await.unwrap())
}

pub fn tips_of(rule_set: RuleSet, store: Store) -> Arc<Tips> {
    Arc::new(Tips::new(Arc::new(Teams::new(rule_set, store))))
}

pub fn lead(server: u64) -> Member {
    Member {
        server: ServerId(server),
        user: UserId(LEAD),
        rights: Rights::ManagesServer,
        roles: Vec::new(),
    }
}

/// Whoever set the plans up, where no person of the fake did.
const LEAD: u64 = 7;

/// Every day at nine in Athens, holidays or not.
pub fn every_day(channel: u64) -> Plan {
    let mut plan = Plan::usual(ChannelId(channel), "el");
    plan.schedule.weekdays = Weekdays::EVERY;
    plan.schedule.holidays = Holidays::None;
    plan
}

/// A fake Discord with a team, and its plan in a database.
pub struct Home {
    pub discord: FakeDiscord,
    pub server: Server,
    pub channel: Channel,
    pub tips: Arc<Tips>,
    pub hands: Hands,
    folder: TempDir,
}

impl Home {
    /// A home without a plan, where everything that comes with the program is in force; it is noon in November 2026.
    pub async fn whole() -> Home {
        let now = Time(1_795_600_800);
        let home = Home::with(crate::posting::year::LIBRARY.clone(), now).await;
        home.at(now);
        home
    }

    /// The plan is set the evening before [`FIRST`].
    pub async fn new() -> Home {
        let evening = FIRST.plus(-DAY / 2);
        let home = Home::with(rule_set(), evening).await;
        let plan = every_day(home.channel.id);
        home.tips.set_tip_plan(&home.lead_at(&home.lead(), evening).await, &plan).await.unwrap();
        home.move_fake(evening);
        home
    }

    async fn with(rule_set: RuleSet, now: Time) -> Home {
        let discord = FakeDiscord::start().await;
        let server = discord.server("Υποστήριξη");
        let channel = server.channel("συμβουλές");
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
        let tips = tips_of(rule_set, store);
        Home { discord, server, channel, tips, hands: Hands::at(now), folder }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("data.sqlite")
    }

    pub fn lead(&self) -> Member {
        lead(self.server.id)
    }

    /// What somebody may do who leads a team of this Discord.
    pub async fn lead_at(&self, member: &Member, at: Time) -> Lead {
        self.tips.teams().lead(member, at).await.unwrap()
    }

    /// A bot on this Discord; it has begun when this comes back.
    pub async fn bot(&self) -> Bot {
        let known = self.discord.payloads().iter().filter(|it| it.op == 2).count();
        let bot = Bot::start(settings(self.discord.url(), &self.tips, &self.hands));
        self.discord.gateway().identified(known + 1).await;
        bot
    }

    /// Moves the clock of the bot and of Discord.
    pub fn at(&self, time: Time) {
        self.move_fake(time);
        self.hands.set(time, &self.tips);
    }

    /// Moves the clock of Discord, which never goes back.
    pub fn move_fake(&self, time: Time) {
        let to = Duration::from_secs(u64::try_from(time.0 - OPENING).unwrap());
        self.discord.advance(to.saturating_sub(self.discord.passed()));
    }

    /// All claims, once none is open.
    pub async fn settled(&self, count: usize) -> Vec<Claim> {
        let server = ServerId(self.server.id);
        settled(self.tips.teams().store(), server, count, &self.discord).await
    }

    /// How many tips stand in the channel.
    pub fn posts(&self) -> usize {
        self.channel.messages().len()
    }
}

/// The claims of a server, once there are so many and none is open.
pub async fn settled(
    store: &Store,
    server: ServerId,
    count: usize,
    discord: &FakeDiscord,
) -> Vec<Claim> {
    let look = async {
        loop {
            let claims = store.claims(server, Day(0)).await.unwrap();
            let open = claims.iter().any(|claim| claim.state == ClaimState::Claimed);
            if claims.len() >= count && !open {
                return claims;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    match tokio::time::timeout(Duration::from_secs(30), look).await {
        Ok(claims) => claims,
        Err(_) => panic!("{count} days are not settled\n{}", discord.tail()),
    }
}

/// A bot that runs in this process.
pub struct Bot {
    stop: Option<oneshot::Sender<()>>,
    run: JoinHandle<Result<(), InvalidToken>>,
}

impl Bot {
    pub fn start(settings: Settings) -> Bot {
        let (stop, stopped) = oneshot::channel();
        let run = tokio::spawn(discord::run(settings, async {
            let _: Result<(), oneshot::error::RecvError> = stopped.await;
        }));
        Bot { stop: Some(stop), run }
    }

    pub async fn stop(mut self) {
        drop(self.stop.take());
        let ended = tokio::time::timeout(Duration::from_secs(30), self.run).await;
        ended.expect("the bot goes on and on").expect("the bot broke").unwrap();
    }
}

/// A bot on a runtime of its own, which can break down as a process does: at once, with all that it was about to do.
pub struct Frail {
    runtime: tokio::runtime::Runtime,
    tips: Arc<Tips>,
    hands: Hands,
}

impl Frail {
    pub async fn start(home: &Home, at: Time) -> Frail {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let known = home.discord.payloads().iter().filter(|it| it.op == 2).count();
        let hands = Hands::at(at);
        let path = home.path();
        let tips = runtime.spawn(async move { tips(&path).await }).await.unwrap();
        let settings = settings(home.discord.url(), &tips, &hands);
        runtime.spawn(async move { discord::run(settings, std::future::pending()).await });
        home.discord.gateway().identified(known + 1).await;
        Frail { runtime, tips, hands }
    }

    pub fn at(&self, time: Time) {
        self.hands.set(time, &self.tips);
    }

    pub fn breaks_down(self) {
        self.runtime.shutdown_background();
    }
}
