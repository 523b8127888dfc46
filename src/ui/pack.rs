//! Rules as people and programs read them: a list, one in full, a file to begin with.

mod list;
mod one;
mod page;

pub use list::rule_list;
pub use one::rule;
pub use page::rule_page;

use crate::audit::Standing;
use crate::model::Language;
use crate::rules::{Avoid, Rule};

/// An active rule, and where it comes from.
#[derive(Debug, Clone, Copy)]
pub struct ShownRule<'a> {
    pub rule: &'a Rule,
    /// The name of its file.
    pub file: &'a str,
    /// The title of its pack.
    pub title: Option<&'a str>,
    /// Whose it is.
    pub standing: Standing,
}

impl ShownRule<'_> {
    /// Its phrases, or its regular expression, as written.
    pub(crate) fn avoid(&self) -> Vec<&str> {
        match &self.rule.avoid {
            Avoid::Phrases(phrases) => phrases.iter().map(|it| it.source.as_str()).collect(),
            Avoid::Regex(regex) => vec![regex.as_str()],
        }
    }

    /// Its wordings as written.
    pub(crate) fn prefer(&self) -> Vec<&str> {
        self.rule.prefer.iter().map(|wording| wording.source.as_str()).collect()
    }
}

/// A commented rule file to begin with.
pub fn template(language: Language) -> &'static str {
    match language {
        Language::El => include_str!("pack/el.yaml"),
        Language::En => include_str!("pack/en.yaml"),
    }
}
