//! The active rules, one a line.

use super::ShownRule;
use crate::model::Language;
use crate::ui::messages::Messages;

/// The rules by pack, each with its level, its first phrase and its first wording.
pub fn rule_list(rules: &[ShownRule<'_>], language: Language) -> String {
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
        let phrase = shown.avoid().first().copied().unwrap_or("").to_owned();
        let instead = match shown.prefer().first() {
            Some(wording) => (*wording).to_owned(),
            None if shown.rule.remove.is_some() => messages.leave_out.to_owned(),
            None => shown.rule.why.clone().unwrap_or_default(),
        };
        let level = messages.level(shown.rule.level);
        text.push_str(&format!("  {id} ({level})\n    {phrase} → {instead}\n"));
    }
    text
}
