//! All rules and all tips, one a line.

use serde::Serialize;

use crate::audit::Standing;
use crate::model::Language;
use crate::rules::{Avoid, Diagnostic, Remove, Severity};
use crate::ui::diagnostics::words;
use crate::ui::{ListedTip, ShownRule};

#[derive(Serialize)]
struct RuleLine<'a> {
    id: &'a str,
    language: &'a str,
    level: &'static str,
    principle: Option<&'a str>,
    avoid: Vec<&'a str>,
    regex: Option<&'a str>,
    prefer: Vec<&'a str>,
    remove: bool,
    /// What goes with the phrase: its `clause` or `sentence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    remove_around: Option<&'static str>,
    why: Option<&'a str>,
    source: Option<&'a str>,
    builtin: bool,
    file: &'a str,
    line: usize,
}

/// Every rule as one JSON object on a line of its own.
pub fn rule_list(rules: &[ShownRule<'_>]) -> String {
    let line =
        |shown: &ShownRule<'_>| serde_json::to_string(&rule_line(shown)).unwrap_or_default() + "\n";
    rules.iter().map(line).collect()
}

fn rule_line<'a>(shown: &'a ShownRule<'a>) -> RuleLine<'a> {
    let rule = shown.rule;
    let is_regex = matches!(rule.avoid, Avoid::Regex(_));
    RuleLine {
        id: &rule.id,
        language: &rule.language,
        level: rule.level.key(),
        principle: rule.principle.as_deref(),
        avoid: if is_regex { Vec::new() } else { shown.avoid() },
        regex: if is_regex { shown.avoid().first().copied() } else { None },
        prefer: shown.prefer(),
        remove: rule.remove.is_some(),
        remove_around: rule.remove.filter(|it| *it != Remove::Phrase).map(Remove::key),
        why: rule.why.as_deref(),
        source: rule.source.as_deref(),
        builtin: shown.standing == Standing::Builtin,
        file: shown.file,
        line: rule.place.line,
    }
}

#[derive(Serialize)]
struct TipLine<'a> {
    id: &'a str,
    language: &'a str,
    principle: Option<&'a str>,
    text: &'a str,
    r#try: Option<&'a str>,
    source: Option<&'a str>,
    builtin: bool,
    file: &'a str,
    line: usize,
}

/// Every tip as one JSON object on a line of its own.
pub fn tip_list(tips: &[ListedTip<'_>]) -> String {
    let line = |listed: &ListedTip<'_>| {
        let ListedTip { tip, file, standing } = *listed;
        let tip_line = TipLine {
            id: &tip.id,
            language: &tip.language,
            principle: tip.principle.as_deref(),
            text: &tip.text,
            r#try: tip.today.as_deref(),
            source: tip.source.as_deref(),
            builtin: standing == Standing::Builtin,
            file,
            line: tip.places.id.line,
        };
        serde_json::to_string(&tip_line).unwrap_or_default() + "\n"
    };
    tips.iter().map(line).collect()
}

#[derive(Serialize)]
struct Line<'a> {
    code: &'static str,
    severity: &'static str,
    file: &'a str,
    line: usize,
    column: usize,
    message: String,
    help: String,
}

/// Every problem as one JSON object on a line of its own. Lines and columns count from 1, columns in
/// characters; `code` stays, `message` and `help` are for people and may change.
pub fn diagnostics_json(list: &[Diagnostic], language: Language) -> String {
    let mut text = String::new();
    for diagnostic in list {
        let words = words(diagnostic, language);
        let line = Line {
            code: diagnostic.problem.code(),
            severity: severity(diagnostic.severity),
            file: &diagnostic.file,
            line: diagnostic.place.line.max(1),
            column: diagnostic.place.column.max(1),
            message: words.message,
            help: words.help,
        };
        text.push_str(&serde_json::to_string(&line).unwrap_or_default());
        text.push('\n');
    }
    text
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
