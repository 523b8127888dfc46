//! Kalologos (καλός λόγος, "a kind word") compares a draft reply of a support team with rules made
//! from an "avoid saying / prefer saying" table, and hands the draft back reworded.
//!
//! The modules, lowest first; each may use only those that stand before it (`tests/layering.rs`):
//! [`text`] folds a draft, [`words`] inflects, [`rules`] reads rule files, [`engine`] finds and
//! rewords, [`audit`] holds a pack against itself, [`render`] puts results in words, [`tips`] says which
//! tip is next and when, `store` remembers what teams decide.

pub mod audit;
pub mod desk;
pub mod engine;
pub mod render;
pub mod rules;
#[cfg(feature = "sqlite")]
pub mod store;
pub mod text;
pub mod tips;
pub mod words;

#[cfg(feature = "sqlite")]
pub mod chat;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "discord")]
pub mod discord;
