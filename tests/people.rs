//! What a team sets, proposes and forgets, at the app: with real storage, in both languages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod common;
mod forgetting;
mod in_force;
mod proposals;
mod rights;
mod settings;
mod terminal;
