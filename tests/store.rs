//! What is remembered, through the interface of storage; and what happens when the database fails.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]
#![cfg(feature = "app")]

mod backup;
mod common;
mod faults;
mod forgetting;
mod kills;
mod migrations;
mod people;
mod plans;
mod rules;
