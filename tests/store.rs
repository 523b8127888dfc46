//! What is remembered, through the interface of storage; and what happens when the database fails.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]
#![cfg(feature = "app")]

#[path = "store/backup.rs"]
mod backup;
#[path = "store/common.rs"]
mod common;
#[path = "store/faults.rs"]
mod faults;
#[path = "store/forgetting.rs"]
mod forgetting;
#[path = "store/kills.rs"]
mod kills;
#[path = "store/migrations.rs"]
mod migrations;
#[path = "store/people.rs"]
mod people;
#[path = "store/plans.rs"]
mod plans;
#[path = "store/rules.rs"]
mod rules;
