//! What leads do with rules that are there, at the app: every panel in both languages, over a real storage.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]
#![cfg(feature = "app")]

pub mod common;
mod doors;
mod export;
mod list;
mod names;
mod one_rule;
mod past;
mod replies;
mod slow_rules;
mod switching;
