//! From rule files to a compiled engine.
//!
//! A [`RuleSet`] holds the languages, the principles and the rules that apply; its
//! [`engine`](RuleSet::engine) checks drafts. The built-in files are inside the binary; other files are
//! handed in as text, so nothing here opens a file.
#![warn(missing_docs)]

mod builtin;
mod rule_index;
mod rule_set;
mod source_file;

pub use builtin::{builtin, builtin_files, builtin_texts, good_replies};
pub use rule_index::{RuleIndex, readable_forms, readable_phrases};
pub use rule_set::{Pack, RuleLookup, RuleSet, Tried, has_errors};
pub use source_file::{FileKind, SourceFile};
