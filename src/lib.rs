//! Kalologos (καλός λόγος, "a kind word") compares a draft reply of a support team with rules made
//! from an "avoid saying / prefer saying" table, and hands the draft back reworded.
//!
//! Without features this is the engine, as a library: it does no input or output, has no clock, and the same
//! draft and rules always give the same review.
//!
//! | module | holds |
//! |---|---|
//! | [`text`] | drafts folded into words, with the map back to their bytes |
//! | [`lexicon`] | inflection |
//! | [`rules`] | rule files and their problems |
//! | [`engine`] | compiled rules: findings, suggestions, the rewrite |
//! | [`audit`] | rule files checked by running the engine |
//! | [`ruleset`] | from files to an engine; the built-in files |
//!
//! All offsets are bytes on character boundaries, with the end excluded; lines and columns count from 1. What each
//! module may import is listed in ARCHITECTURE.md, and `tests/layering.rs` checks it.
//!
//! # Quick start
//!
//! ```
//! use kalologos::engine::Scope;
//! use kalologos::ruleset::{RuleSet, SourceFile, builtin};
//! use kalologos::text::Draft;
//!
//! let (mut rules, _) = RuleSet::languages(builtin());
//! let file = SourceFile {
//!     name: "team.yaml".to_owned(),
//!     text: "language: en\nrules:\n  - avoid: in due course\n    prefer: by [when]\n".to_owned(),
//! };
//! assert!(rules.add(&[file]).is_empty());
//!
//! let draft = Draft::new("You will hear from us in due course.").expect("a short draft");
//! let review = rules.engine().check(draft, &Scope::default());
//! assert_eq!(review.rewrite, "You will hear from us by [when].");
//! ```

pub mod audit;
pub mod engine;
pub mod lexicon;
pub mod rules;
pub mod ruleset;
pub mod text;

#[cfg(feature = "tables")]
pub mod import;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
pub mod check;
#[cfg(feature = "app")]
pub mod json;
#[cfg(feature = "app")]
pub mod model;
#[cfg(feature = "app")]
pub mod schedule;
#[cfg(feature = "app")]
pub mod store;
#[cfg(feature = "app")]
pub mod team;
#[cfg(feature = "app")]
pub mod terminal;
#[cfg(feature = "app")]
pub mod tips;
#[cfg(feature = "app")]
pub mod ui;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "discord")]
pub mod discord;
