//! What a team sets, proposes and forgets, at the app: with real storage, in both languages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

#[path = "people/common.rs"]
mod common;
#[path = "people/forgetting.rs"]
mod forgetting;
#[path = "people/in_force.rs"]
mod in_force;
#[path = "people/proposals.rs"]
mod proposals;
#[path = "people/rights.rs"]
mod rights;
#[path = "people/settings.rs"]
mod settings;
#[path = "people/terminal.rs"]
mod terminal;
