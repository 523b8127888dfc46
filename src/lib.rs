//! Kalologos (καλός λόγος, "a kind word") compares a draft reply of a support team with rules made
//! from an "avoid saying / prefer saying" table, and hands the draft back reworded.
//!
//! The modules, lowest first, each with what it may use: see ARCHITECTURE.md and `tests/layering.rs`.

pub mod audit;
pub mod engine;
pub mod import;
pub mod lexicon;
pub mod rules;
pub mod ruleset;
pub mod text;

pub mod check;
pub mod json;
pub mod model;
pub mod schedule;
pub mod tips;
pub mod ui;

#[cfg(feature = "sqlite")]
pub mod app;
#[cfg(feature = "sqlite")]
pub mod store;
#[cfg(feature = "sqlite")]
pub mod team;
#[cfg(feature = "sqlite")]
pub mod terminal;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "discord")]
pub mod discord;
