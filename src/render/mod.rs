//! Results in words: findings and diagnostics as plain text for people, and as JSON for programs.
//!
//! Decisions are made elsewhere; here stands every sentence that a person reads.

mod checkup;
mod configuration;
mod diagnostics;
mod explain;
pub mod json;
pub mod leads;
mod marked;
mod messages;
mod moment;
mod pack;
mod plain;
mod points;
mod reasons;
mod refusal;
mod review;
mod row;
mod said;
mod tables;
pub mod talk;
pub mod team;
mod tip;
mod tip_list;
pub mod tip_plan;

pub use checkup::{Checkup, checkups};
pub use configuration::{ConfigPlace, ConfigProblem, ConfigWrong, Expected, config_problems};
pub use diagnostics::{ProblemWords, diagnostics, diagnostics_json, problem_words, rules_summary};
pub use explain::{KeptOut, explanation, phrase as silent_phrase, reasons};
pub use messages::Messages;
pub use moment::{day, moment};
pub use pack::{ShownRule, rule, rule_list, rule_list_json, rule_page, template};
pub use plain::plain_line;
pub use reasons::{held_back, silence};
pub use refusal::{Refusal, backed_up, cannot_write, refusal};
pub use review::{Decided, Decisions, Show, card, review};
pub use row::{Row, rows};
pub use said::Said;
pub use tables::{row_trouble, table_trouble};
pub use tip::{ShownTip, TipWords, pair, tip};
pub use tip_list::{ListedTip, tip_list, tip_list_json};

/// The language in which the program speaks to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Greek.
    #[default]
    El,
    /// English.
    En,
}

impl Language {
    /// Every language with its tag.
    pub const ALL: &[(Language, &str)] = &[(Language::El, "el"), (Language::En, "en")];

    /// The tag, such as `el`.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(language, _)| *language == self).map_or("", |(_, key)| key)
    }

    /// The language of a tag; `None` if the program does not speak it.
    pub fn from_key(key: &str) -> Option<Language> {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(language, _)| *language)
    }
}
