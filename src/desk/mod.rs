//! The use cases: plain data in, plain data out. Every front calls these.

mod builtin;
mod halves;
mod library;

pub use builtin::{BUILTIN_FILES, builtin, good_replies};
pub use library::{FileKind, Library, Pack, RuleLookup, SourceFile, Tried, has_errors};
