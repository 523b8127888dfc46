//! The bot on Discord: events in, answers of the desk out. Nothing is decided here but how it looks.

mod asker;
mod bot;
mod bounded;
mod built;
mod card_message;
mod card_rows;
mod carry;
mod clock;
mod connect;
mod controls;
mod delivery;
mod doctor;
mod drafts;
mod escape;
mod events;
mod form_modal;
mod front;
mod help_message;
mod idea;
mod incoming;
mod limits;
mod outgoing;
mod pacer;
mod registration;
mod rights;
mod secret;
mod throttle;
mod tip_message;
mod tips;
mod why_message;
mod work;

use std::sync::Arc;

use crate::desk::Desk;
use crate::desk::team::Teams;
use crate::render::Language;

pub use bot::{run, run_over};
pub use clock::Clock;
pub use connect::Stop;
pub use doctor::examine;
pub use secret::Secret;

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
    pub desk: Arc<Desk>,
    /// The teams whose tips are posted; `None`: nobody's are.
    pub teams: Option<Arc<Teams>>,
    /// What time it is.
    pub clock: Clock,
}
