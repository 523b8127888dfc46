//! `/rules add`, `/rules new` and `/rules try` at the reception, over a real storage: what leads do, and
//! what they read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]
#![cfg(feature = "app")]

mod bad_input;
mod beside;
mod common;
mod deciding;
mod faults;
mod reports;
mod rights;
mod single_rules;
mod terminal;
mod undoing;
