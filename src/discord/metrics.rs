//! Numbers for an operator's monitoring. No label holds a server, a person or a word of a text.

use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

/// Upper bounds of the times that a check takes, in seconds.
const CHECK_SECONDS: [f64; 10] = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 3.0];
/// Before every name.
const PREFIX: &str = "kalologos";

/// All that is counted. Cheap to clone; every clone counts the same.
#[derive(Debug, Clone)]
pub struct Metrics {
    pub(super) checks: Counter,
    pub(super) findings: Counter,
    pub(super) check_seconds: Histogram,
    pub(super) interactions: Family<OutcomeLabel, Counter>,
    pub(super) shards_connected: Family<ShardLabel, Gauge>,
    pub(super) gateway_connections: Counter,
    pub(super) rate_limits: Counter,
    pub(super) working: Gauge,
    pub(super) queued: Family<QueueLabel, Gauge>,
    pub(super) tips_under_way: Gauge,
    pub(super) tips: Family<TipLabel, Counter>,
    pub(super) storage_errors: Counter,
    pub(super) swept: Counter,
    pub(super) clock_difference: Gauge,
    /// Lines of the log that nobody read in time.
    pub log_lines_dropped: Gauge,
}

/// The outcome of an interaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
pub(super) enum Outcome {
    /// It was answered.
    Answered,
    /// Our code broke on it.
    Broke,
    /// Discord sent it twice, and it was answered once.
    Twice,
    /// The answer could not be sent.
    Unsent,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct OutcomeLabel {
    pub outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct ShardLabel {
    pub shard: u32,
}

/// What waits for its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
pub(super) enum Queue {
    /// Drafts to be checked.
    Checks,
    /// Files of leads to be looked at.
    Reports,
    /// Rules of teams to be loaded.
    Rules,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct QueueLabel {
    pub queue: Queue,
}

/// The outcome of a tip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
pub(super) enum TipOutcome {
    /// It is there.
    Posted,
    /// The channel is gone or closed to the bot.
    Closed,
    /// Discord refused it.
    Refused,
    /// Nobody knows yet; it is looked up.
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct TipLabel {
    pub outcome: TipOutcome,
}

impl Default for Metrics {
    fn default() -> Metrics {
        Metrics {
            checks: Counter::default(),
            findings: Counter::default(),
            check_seconds: Histogram::new(CHECK_SECONDS),
            interactions: Family::default(),
            shards_connected: Family::default(),
            gateway_connections: Counter::default(),
            rate_limits: Counter::default(),
            working: Gauge::default(),
            queued: Family::default(),
            tips_under_way: Gauge::default(),
            tips: Family::default(),
            storage_errors: Counter::default(),
            swept: Counter::default(),
            clock_difference: Gauge::default(),
            log_lines_dropped: Gauge::default(),
        }
    }
}

impl Metrics {
    pub(super) fn interaction(&self, outcome: Outcome) {
        self.interactions.get_or_create(&OutcomeLabel { outcome }).inc();
    }

    pub(super) fn tip(&self, outcome: TipOutcome) {
        self.tips.get_or_create(&TipLabel { outcome }).inc();
    }

    pub(super) fn queued(&self, queue: Queue, waiting: usize) {
        let waiting = i64::try_from(waiting).unwrap_or(i64::MAX);
        self.queued.get_or_create(&QueueLabel { queue }).set(waiting);
    }

    pub(super) fn shard(&self, shard: u32, connected: bool) {
        self.shards_connected.get_or_create(&ShardLabel { shard }).set(connected.into());
    }

    /// All of it under its names, each with what it says.
    pub(super) fn registry(&self) -> Registry {
        let mut registry = Registry::with_prefix(PREFIX);
        let build =
            Info::new(vec![("version", env!("CARGO_PKG_VERSION")), ("commit", env!("COMMIT"))]);
        registry.register("build", "The program", build);
        let mut add = |name: &str, help: &str, counter: &Counter| {
            registry.register(name, help, counter.clone());
        };
        add("checks", "Drafts that were checked", &self.checks);
        add("findings", "Findings in them", &self.findings);
        add(
            "gateway_connections",
            "Connections to the gateway that were begun",
            &self.gateway_connections,
        );
        add("rate_limits", "Times that Discord asked us to wait", &self.rate_limits);
        add("storage_errors", "Times that the database failed", &self.storage_errors);
        add("swept_rows", "Rows let go of after their time", &self.swept);
        let mut add = |name: &str, help: &str, gauge: &Gauge| {
            registry.register(name, help, gauge.clone());
        };
        add("working", "Events and other work under way", &self.working);
        add("tips_under_way", "Tips and looks for tips under way", &self.tips_under_way);
        add(
            "log_lines_dropped",
            "Lines of the log that were not written, as nobody read them",
            &self.log_lines_dropped,
        );
        let clock = self.clock_difference.clone();
        let help = "By how much our clock is ahead of Discord's";
        registry.register_with_unit("clock_difference", help, Unit::Seconds, clock);
        let seconds = self.check_seconds.clone();
        registry.register_with_unit("check", "How long a check took", Unit::Seconds, seconds);
        registry.register("queued", "What waits for its turn", self.queued.clone());
        let help = "Interactions by what came of them";
        registry.register("interactions", help, self.interactions.clone());
        registry.register("tips", "Tips by what came of them", self.tips.clone());
        let help = "Whether a shard is connected";
        registry.register("gateway_connected", help, self.shards_connected.clone());
        registry
    }
}
