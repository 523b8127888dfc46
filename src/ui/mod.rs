//! What people read and press: every sentence in Greek and English, the table of commands, panels and their actions.
//!
//! Pure: data and the language come in, text or a panel goes out. Nothing here carries anything out.

mod action;
mod commands;
mod panel;

mod checkup;
mod configuration;
pub(crate) mod diagnostics;
mod explain;
pub mod leads;
mod marked;
mod messages;
mod moment;
mod pack;
mod reasons;
mod refusal;
mod review;
mod rule_filter;
mod said;
mod tables;
pub mod talk;
pub mod team;
mod tip;
pub mod tip_plan;

pub use action::{
    Action, FormAction, MAX_CUSTOM_ID_CHARS, NameHash, ProposalPlace, TableList, is_action,
};
pub use checkup::{Checkup, checkups};
pub use commands::{
    Command, CommandGroup, CommandId, CommandKind, CommandOption, OptionKind, Who, commands,
};
pub use configuration::{ConfigPlace, ConfigProblem, ConfigWrong, Expected, config_problems};
pub use diagnostics::{ProblemWords, diagnostics, problem_words, rules_summary};
pub use explain::{KeptOut, explanation, phrase as silent_phrase, reasons};
pub use messages::Messages;
pub use moment::{day, moment};
pub use pack::{ShownRule, rule, rule_list, rule_page, template};
pub use panel::{
    Block, Button, ChangeLine, ChannelSelect, Control, Field, Mention, Modal, Panel, PanelFile,
    RoleSelect, Select, SelectOption, Tone, WHOLE_FILE,
};
pub use reasons::{held_back, silence};
pub use refusal::{Refusal, backed_up, cannot_write, refusal, restored};
pub use review::{Show, card, card_button, note, review};
pub use rule_filter::ListView;
pub use said::Said;
pub use tables::{other_tool, row_error, table_error, table_note};
pub use tip::{ListedTip, TipWords, pair, tip, tip_list};
