//! The active rules, one a line.

use super::ShownRule;
use crate::engine::Engine;
use crate::model::Language;
use crate::rules::Avoid;
use crate::team::readable_pair;
use crate::ui::messages::Messages;

/// The rules by pack, each with its level, its first phrase and its first wording as people would write them.
pub fn rule_list(rules: &[ShownRule<'_>], engine: &Engine, language: Language) -> String {
    let messages = Messages::of(language);
    let mut text = String::new();
    let mut pack = "";
    for shown in rules {
        let (of, id) = shown.rule.id.rsplit_once('/').unwrap_or(("", &shown.rule.id));
        if of != pack {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(of);
            if let Some(title) = shown.title {
                text.push_str(&format!(" · {title}"));
            }
            text.push('\n');
            pack = of;
        }
        let first = |texts: Vec<&str>| texts.first().copied().unwrap_or("").to_owned();
        let (phrase, wording) = (first(shown.avoid()), first(shown.prefer()));
        let (phrase, wording) = match shown.rule.avoid {
            Avoid::Phrases(_) => readable_pair(engine, &phrase, &wording),
            Avoid::Regex(_) => (phrase, readable_pair(engine, "", &wording).1),
        };
        let instead = match shown.rule.prefer.first() {
            Some(_) => wording,
            None if shown.rule.remove.is_some() => messages.leave_out.to_owned(),
            None => shown.rule.why.clone().unwrap_or_default(),
        };
        let level = messages.level(shown.rule.level);
        text.push_str(&format!("  {id} ({level})\n    {phrase} → {instead}\n"));
    }
    text
}
