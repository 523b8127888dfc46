//! The use cases: plain data in, plain data out. Every front calls these.

mod builtin;
mod library;
mod tips;

pub use builtin::{BUILTIN_FILES, builtin, good_replies};
pub use library::{FileKind, Library, Pack, RuleLookup, SourceFile, Tried, has_errors};
pub use tips::{shown_tip, tip_now};
