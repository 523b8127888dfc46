//! Kalologos (καλός λόγος, "a kind word") compares a draft reply of a support team with rules made
//! from an "avoid saying / prefer saying" table, and hands the draft back reworded.
//!
//! Without features this is the engine: [`text`], [`lexicon`], [`rules`], [`engine`], [`audit`] and [`ruleset`],
//! which compiles rule files and knows those that come with the program. What every module may use
//! is listed in ARCHITECTURE.md and held by `tests/layering.rs`.
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
