//! The bot on Discord: events in, answers of the checker out. Nothing is decided here but how it looks.

mod attachment;
mod backoff;
mod bot;
mod call;
mod caller;
mod card_message;
mod card_rows;
mod connect;
mod controls;
mod delivery;
mod discord_clock;
mod doctor;
mod draft_codec;
mod escape;
mod form_modal;
mod gateway_gate;
mod handler;
mod help_message;
mod housekeeping;
mod idea;
mod incoming;
mod limits;
mod metrics;
mod monitor;
mod options;
mod outgoing;
mod panel_message;
mod references;
mod registered;
mod registration;
mod requests;
mod responses;
mod rights;
mod secret;
mod status_page;
mod task_supervisor;
mod tip_message;
mod tips;
mod why_message;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serenity::model::gateway::BotGateway;

use crate::app::App;
use crate::app::Retention;
use crate::model::Language;
use crate::model::Time;

pub use backoff::Backoff;
pub use bot::{run, run_over};
pub use connect::{Access, InvalidToken};
pub use doctor::examine;
// Decoders of untrusted input, exported for fuzzing.
pub use draft_codec::{block as draft_as_block, marked as draft_with_marks, read as draft_of_card};
pub use idea::Idea;
pub use metrics::Metrics;
pub use monitor::{Monitor, Obstacle, Phase};
pub use secret::Secret;
pub use status_page::serve as serve_status;

/// How the bot is set up.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The token of the bot.
    pub token: Secret,
    /// Where requests go in place of Discord: a proxy that keeps to the rate limits itself.
    pub api_url: Option<String>,
    /// Channels in which the bot looks at what is posted.
    pub drafts_channels: Vec<u64>,
    /// The language of what the bot says there; `None`: that of the server.
    pub language: Option<Language>,
    /// How often one person may ask for a check within a minute.
    pub checks_per_minute: u32,
    /// Connections to the gateway; `None`: as many as Discord advises.
    pub shards: Option<u32>,
    /// Who answers.
    pub app: Arc<App>,
    /// Says what time it is.
    pub clock: Clock,
    /// Where attachments may be fetched from: see [`ATTACHMENT_ORIGINS`].
    pub attachment_origins: Vec<String>,
    /// How long to wait between tries where something is in the way.
    pub backoff: Backoff,
    /// How long things are kept.
    pub retention: Retention,
    /// Watches the state of the bot.
    pub monitor: Arc<Monitor>,
}

impl Settings {
    /// Connections to the gateway.
    fn shards(&self, gateway: &BotGateway) -> u32 {
        self.shards.unwrap_or(gateway.shards).max(1)
    }
}

/// Where Discord keeps what people attach: scheme and host of an address, without a slash at the end.
pub const ATTACHMENT_ORIGINS: [&str; 2] =
    ["https://cdn.discordapp.com", "https://media.discordapp.net"];

/// Says what time it is, when asked.
#[derive(Clone)]
pub struct Clock(pub Arc<dyn Fn() -> Time + Send + Sync>);

impl Clock {
    /// The present moment.
    pub fn now(&self) -> Time {
        (self.0)()
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}

/// Locks a mutex, ignoring poisoning: every value behind these locks is valid at any time.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
