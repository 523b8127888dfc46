//! `/rules add`, `/rules new` and `/rules try` at the reception, over a real storage: what leads do, and
//! what they read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]
#![cfg(feature = "app")]

#[path = "reception_add/bad_input.rs"]
mod bad_input;
#[path = "reception_add/common.rs"]
mod common;
#[path = "reception_add/deciding.rs"]
mod deciding;
#[path = "reception_add/faults.rs"]
mod faults;
#[path = "reception_add/reports.rs"]
mod reports;
#[path = "reception_add/rights.rs"]
mod rights;
#[path = "reception_add/single_rules.rs"]
mod single_rules;
#[path = "tables/mod.rs"]
mod tables;
#[path = "reception_add/terminal.rs"]
mod terminal;
