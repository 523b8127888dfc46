//! A team's rules, from upload to check, over a real storage: conversations as leads and agents have them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]
#![cfg(feature = "app")]

#[path = "team/common.rs"]
mod common;
#[path = "team/counting.rs"]
mod counting;
#[path = "team/faults.rs"]
mod faults;
#[path = "team/leads.rs"]
mod leads;
#[path = "team/limits.rs"]
mod limits;
#[path = "team/past.rs"]
mod past;
#[path = "team/people.rs"]
mod people;
#[path = "team/sentences.rs"]
mod sentences;
#[path = "team/switches.rs"]
mod switches;
#[path = "team/uploads.rs"]
mod uploads;
