//! How the bot is at the moment, for those who look after it: the service manager, probes and the log.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;
use tracing::{error, info, warn};

use super::locked;
use super::metrics::Metrics;
use crate::app::Store;

/// A shard that has been silent for this long is not connected: Discord asks for a heartbeat every 41 seconds.
const SILENCE: Duration = Duration::from_secs(120);

/// What the bot is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// It has just begun.
    Starting,
    /// Something is in its way, and it tries again.
    Waiting(Obstacle),
    Connected,
    /// The connection was lost, and is being made again.
    Reconnecting,
    /// Configuration and rules are read again.
    Reloading,
    /// It was asked to stop.
    Stopping,
}

/// What may be in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The database can't be used at the moment.
    Storage,
    /// Somebody else holds the database.
    StorageBusy,
    /// Discord can't be reached, or answers with nothing but errors of its own.
    NoDiscord,
    /// Discord does not say where its gateway is.
    NoGateway,
    /// This many sessions were begun that Discord takes no more for a while.
    SessionLimit,
    /// The gateway ended the connection.
    GatewayClosed,
}

impl fmt::Display for Phase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Phase::Starting => out.write_str("starting"),
            Phase::Waiting(obstacle) => write!(out, "waiting: {obstacle}"),
            Phase::Connected => out.write_str("connected"),
            Phase::Reconnecting => out.write_str("the connection was lost, connecting again"),
            Phase::Reloading => out.write_str("reading configuration and rules again"),
            Phase::Stopping => out.write_str("stopping"),
        }
    }
}

impl fmt::Display for Obstacle {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Obstacle::Storage => "the database can't be used",
            Obstacle::StorageBusy => "the database is busy, somebody else holds it",
            Obstacle::NoDiscord => "Discord does not answer",
            Obstacle::NoGateway => "Discord does not say where its gateway is",
            Obstacle::SessionLimit => "too many sessions were begun today",
            Obstacle::GatewayClosed => "the gateway ended the connection",
        })
    }
}

/// How the bot is.
#[derive(Debug)]
pub struct Monitor {
    phase: watch::Sender<Phase>,
    /// All that is counted.
    pub metrics: Metrics,
    shards: Mutex<BTreeMap<u32, Shard>>,
    /// Where the database lies.
    database: OnceLock<String>,
    store: OnceLock<Store>,
}

/// What is known of a shard.
#[derive(Debug, Clone, Copy)]
struct Shard {
    is_connected: bool,
    /// When it was last heard of.
    heard: Instant,
    latency: Option<Duration>,
}

impl Default for Monitor {
    fn default() -> Monitor {
        Monitor {
            phase: watch::Sender::new(Phase::Starting),
            metrics: Metrics::default(),
            shards: Mutex::default(),
            database: OnceLock::new(),
            store: OnceLock::new(),
        }
    }
}

impl Monitor {
    /// The phase, and every one that follows.
    pub fn phases(&self) -> watch::Receiver<Phase> {
        self.phase.subscribe()
    }

    /// Notes what the bot is doing now.
    pub fn set(&self, phase: Phase) {
        self.phase.send_if_modified(|known| std::mem::replace(known, phase) != phase);
    }

    /// What the bot is doing now.
    pub fn phase(&self) -> Phase {
        *self.phase.borrow()
    }

    /// A phase in words, with the place where it matters.
    pub fn status(&self, phase: Phase) -> String {
        match (phase, self.database.get()) {
            (Phase::Waiting(Obstacle::Storage | Obstacle::StorageBusy), Some(path)) => {
                format!("{phase} ({path})")
            }
            _ => phase.to_string(),
        }
    }

    /// The database is to be opened there.
    pub fn opening(&self, path: String) {
        // It stays the same for as long as the program runs.
        let _: Result<(), String> = self.database.set(path);
    }

    /// The database can't be opened; it is tried again after `wait`.
    pub fn not_opened(&self, obstacle: Obstacle, error: &dyn std::error::Error, wait: Duration) {
        self.set(Phase::Waiting(obstacle));
        let (path, seconds) = (self.database.get().map_or("", String::as_str), wait.as_secs_f32());
        error!(path, %error, seconds, "{obstacle}; trying again");
    }

    /// Something could not be kept or read; told with the place of the database, as that is where it is fixed.
    pub(super) fn storage_failed(&self, error: &dyn fmt::Display, what: &str) {
        self.metrics.storage_errors.inc();
        error!(path = self.database.get(), %error, "{what}");
    }

    /// Something is in the way; it is tried again after `wait`.
    pub fn waiting(&self, obstacle: Obstacle, wait: Duration) {
        self.set(Phase::Waiting(obstacle));
        warn!(seconds = wait.as_secs_f32(), "{obstacle}; trying again");
    }

    /// The database is open from now on.
    pub fn opened(&self, store: Store) {
        // It stays the same for as long as the program runs.
        let _: Result<(), Store> = self.store.set(store);
    }

    /// Whether the database answers.
    pub(super) async fn reaches_storage(&self) -> bool {
        match self.store.get() {
            Some(store) => store.is_reachable().await.is_ok(),
            None => false,
        }
    }

    /// The shards that there shall be; none is connected yet.
    pub(super) fn expect_shards(&self, shards: u32) {
        let unheard = Shard { is_connected: false, heard: Instant::now(), latency: None };
        *locked(&self.shards) = (0..shards).map(|shard| (shard, unheard)).collect();
        (0..shards).for_each(|shard| self.metrics.shard(shard, false));
    }

    /// A connection to the gateway begins; the next one after that has to wait for so long.
    pub(super) fn connecting(&self, again: bool, wait: Duration) {
        self.metrics.gateway_connections.inc();
        if !again {
            return;
        }
        warn!(
            next_after = wait.as_secs_f32(),
            "the connection to the gateway was lost, it is made anew"
        );
        let mut shards = locked(&self.shards);
        // With several shards the next look at their heartbeats shows which one it was.
        if let (1, Some(only)) = (shards.len(), shards.get_mut(&0)) {
            only.is_connected = false;
            self.metrics.shard(0, false);
        }
        drop(shards);
        self.set(Phase::Reconnecting);
    }

    /// A shard is connected.
    pub(super) fn connected(&self, shard: u32, resumed: bool) {
        let heard = Instant::now();
        let now = Shard { is_connected: true, heard, latency: None };
        locked(&self.shards).insert(shard, now);
        self.metrics.shard(shard, true);
        info!(shard, resumed, "connected");
        if self.is_connected() {
            self.set(Phase::Connected);
        }
    }

    /// A look at a shard: it was heard of if its latency is another one than before.
    pub(super) fn heartbeat(&self, shard: u32, latency: Option<Duration>) {
        let mut shards = locked(&self.shards);
        let Some(known) = shards.get_mut(&shard) else { return };
        if latency.is_some() && latency != known.latency {
            known.heard = Instant::now();
            known.latency = latency;
        }
        if known.is_connected && known.heard.elapsed() > SILENCE {
            known.is_connected = false;
            self.metrics.shard(shard, false);
            warn!(shard, "nothing was heard from the gateway for two minutes");
        }
    }

    /// Whether all shards are connected.
    pub fn is_connected(&self) -> bool {
        let shards = locked(&self.shards);
        !shards.is_empty() && shards.values().all(|shard| shard.is_connected)
    }

    /// The shards in order, each with whether it is connected and how many seconds ago it was heard of.
    pub(super) fn shards(&self) -> Vec<(u32, bool, u64)> {
        let shards = locked(&self.shards);
        let seconds = |shard: &Shard| shard.heard.elapsed().as_secs();
        shards.iter().map(|(id, it)| (*id, it.is_connected, seconds(it))).collect()
    }
}
