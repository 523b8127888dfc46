//! The bot on the fake Discord: what people do, what they see, and what goes wrong on the way.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

mod cards;
mod checks;
mod connection;
mod drafts;
mod faults;
mod hostile;
mod log;
mod managing;
mod outages;
mod people;
mod process;
mod registration;
mod rules_add;
pub mod scene;
mod service_times;
mod status;
mod traces;
