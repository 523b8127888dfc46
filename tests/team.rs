//! A team's rules, from upload to check, over a real storage: conversations as leads and agents have them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]
#![cfg(feature = "app")]

mod common;
mod counting;
mod faults;
mod leads;
mod limits;
mod past;
mod people;
mod sentences;
mod switches;
mod uploads;
