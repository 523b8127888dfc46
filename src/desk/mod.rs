//! The use cases: plain data in, plain data out. Every front calls these.

mod answer;
mod builtin;
mod card;
mod choices;
mod commands;
mod form;
mod halves;
mod handle;
mod library;
#[cfg(feature = "sqlite")]
pub mod reception;
mod room;
mod rule_index;
#[cfg(feature = "sqlite")]
pub mod team;
pub mod tips;

pub use answer::{Answer, Explained, Offered, Pressed, Request};
pub use builtin::{builtin, builtin_files, good_replies};
pub use card::{Button, Card, MAX_FIELDS, Note, Stage};
pub use choices::Choices;
pub use commands::{
    Command, CommandGroup, CommandId, CommandKind, CommandOption, MAX_BOX_CHARS, OptionKind, Who,
    commands,
};
pub use form::{Field, Form, FormKind};
pub use handle::{Action, BadHandle, Handle, MAX_PICKS, RowPick};
pub use library::{FileKind, Library, Pack, RuleLookup, SourceFile, Tried, has_errors};
pub use room::Desk;
pub use tips::{shown_tip, tip_now};
