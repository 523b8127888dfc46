//! The bot in a process of its own. As `kalologos bot` runs it, but that it takes files from the fake.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fake_discord::TOKEN;
use kalologos::app::App;
use kalologos::discord::{self, Backoff, Clock, Secret, Settings};
use kalologos::model::Time;
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::store::Store;
use kalologos::team::{Machine, Retention, Teams};
use rustix::time::{ClockId, clock_gettime};

/// What `kalologos bot` allows if nothing is configured.
const CHECKS_PER_MINUTE: u32 = 60;

/// Runs until it is killed.
pub async fn run(url: &str, data: &str, channel: &str) {
    let mut rule_set = RuleSet::languages(builtin()).0;
    rule_set.add_proven(builtin());
    let store = Store::open(Path::new(data)).await.unwrap();
    let processors = std::thread::available_parallelism().unwrap().get();
    let machine = Machine { processors, worked };
    let settings = Settings {
        token: Secret::new(TOKEN),
        api_url: Some(url.to_owned()),
        drafts_channels: channel.parse().into_iter().collect(),
        language: None,
        checks_per_minute: CHECKS_PER_MINUTE,
        shards: None,
        app: Arc::new(App::new(Arc::new(Teams::new(rule_set, store).on(machine)))),
        clock: Clock(Arc::new(now)),
        attachment_origins: vec![url.to_owned()],
        backoff: Backoff::default(),
        retention: Retention::default(),
        monitor: Arc::default(),
    };
    discord::run(settings, std::future::pending()).await.unwrap();
}

/// The present moment.
pub fn now() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Time(since.as_secs() as i64)
}

/// The time that a processor spent on the thread that asks.
fn worked() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}
