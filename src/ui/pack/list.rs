//! The rules in force, one a line.

use serde::Serialize;

use super::ShownRule;
use crate::audit::Standing;
use crate::model::Language;
use crate::rules::{Avoid, Level};
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
            None if shown.rule.remove => messages.leave_out.to_owned(),
            None => shown.rule.why.clone().unwrap_or_default(),
        };
        let level = messages.level(shown.rule.level);
        text.push_str(&format!("  {id} ({level})\n    {phrase} → {instead}\n"));
    }
    text
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    language: &'a str,
    level: &'static str,
    principle: Option<&'a str>,
    avoid: Vec<&'a str>,
    regex: Option<&'a str>,
    prefer: Vec<&'a str>,
    remove: bool,
    why: Option<&'a str>,
    source: Option<&'a str>,
    builtin: bool,
    file: &'a str,
    line: usize,
}

/// Every rule as one JSON object on a line of its own.
pub fn rule_list_json(rules: &[ShownRule<'_>]) -> String {
    let line =
        |shown: &ShownRule<'_>| serde_json::to_string(&object(shown)).unwrap_or_default() + "\n";
    rules.iter().map(line).collect()
}

fn object<'a>(shown: &'a ShownRule<'a>) -> Line<'a> {
    let rule = shown.rule;
    let is_regex = matches!(rule.avoid, Avoid::Regex(_));
    Line {
        id: &rule.id,
        language: &rule.language,
        level: level(rule.level),
        principle: rule.principle.as_deref(),
        avoid: if is_regex { Vec::new() } else { shown.avoid() },
        regex: if is_regex { shown.avoid().first().copied() } else { None },
        prefer: shown.prefer(),
        remove: rule.remove,
        why: rule.why.as_deref(),
        source: rule.source.as_deref(),
        builtin: shown.standing == Standing::Builtin,
        file: shown.file,
        line: rule.place.line,
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Suggestion => "suggestion",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}
