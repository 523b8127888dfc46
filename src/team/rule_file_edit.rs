//! Adds a rule after the rules of a rule file, as text; what follows them, such as tips, stays there.

use std::ops::Range;

use crate::rules::Level;

/// The indentation of our own rules.
const INDENT: &str = "  ";

/// The rules of a file in its text.
#[derive(Debug, PartialEq, Eq)]
struct Section {
    /// How far its items are indented; `None` before the first of them.
    indent: Option<usize>,
    /// Where the last item begins.
    last: usize,
    /// Where the last line of the last item ends.
    end: usize,
}

/// The text with a rule added after its rules. The rule is written as in a file of our own.
pub(super) fn with_rule(text: String, rule: &str) -> String {
    let mut text = if text.ends_with('\n') || text.is_empty() { text } else { text + "\n" };
    let Some(Section { indent, end, .. }) = section(&text) else {
        let head =
            if text.lines().any(|line| line.starts_with("rules:")) { "" } else { "rules:\n" };
        return text + head + rule;
    };
    let indent = indent.map_or_else(|| INDENT.to_owned(), |indent| " ".repeat(indent));
    let line = |line: &str| format!("{indent}{}", line.strip_prefix(INDENT).unwrap_or(line));
    let rule: String = rule.split_inclusive('\n').map(line).collect();
    text.insert_str(end, &rule);
    text
}

/// The text with another rule in the place of the one that is written at `at`; `None` where that can't be told.
pub(super) fn in_place_of(text: &str, at: usize, rule: &str) -> Option<String> {
    let item = item(text, at)?;
    let line = |line: &str| {
        format!("{}{}", " ".repeat(item.indent), line.strip_prefix(INDENT).unwrap_or(line))
    };
    let rule: String = rule.split_inclusive('\n').map(line).collect();
    let (before, after) = (text.get(..item.range.start)?, text.get(item.range.end..)?);
    Some(format!("{before}{rule}{after}"))
}

/// The text with another level for the rule that is written at `at`; `None` where that can't be told.
pub(super) fn with_level(text: &str, at: usize, level: Level) -> Option<String> {
    let item = item(text, at)?;
    let keys = " ".repeat(item.keys);
    let mut rule = String::new();
    for line in text.get(item.range.clone())?.split_inclusive('\n') {
        let is_level = line.strip_prefix(&keys).is_some_and(|rest| rest.starts_with("level:"));
        if !is_level {
            rule.push_str(line);
        }
    }
    if !rule.ends_with('\n') {
        rule.push('\n');
    }
    rule.push_str(&format!("{keys}level: {}\n", level.key()));
    let (before, after) = (text.get(..item.range.start)?, text.get(item.range.end..)?);
    Some(format!("{before}{rule}{after}"))
}

/// One rule in the text of a rule file.
struct Item {
    /// Its lines.
    range: Range<usize>,
    /// How far its dash is indented, and how far its keys.
    indent: usize,
    keys: usize,
}

/// The rule that is written at a place, if its first key stands after its dash, as people write them.
fn item(text: &str, at: usize) -> Option<Item> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..)?.lines().next()?;
    let indent = line.len() - line.trim_start().len();
    let behind = line.get(indent..)?.strip_prefix('-')?;
    let keys = indent + 1 + behind.len() - behind.trim_start().len();
    if behind.trim_start().starts_with(['{', '&', '*', '!']) || behind.trim().is_empty() {
        return None;
    }
    // A level in the first line would be lost with what stands next to it.
    if behind.trim_start().starts_with("level:") {
        return None;
    }
    let mut end = start;
    for (number, line) in text.get(start..)?.split_inclusive('\n').enumerate() {
        let body = line.trim();
        let depth = line.len() - line.trim_start().len();
        if number > 0 && !body.is_empty() && depth <= indent {
            break;
        }
        end += line.len();
    }
    // Empty lines and remarks after it are not its own.
    let own = text.get(start..end)?.trim_end().len();
    let end = text.get(start + own..end)?.find('\n').map_or(end, |sign| start + own + sign + 1);
    Some(Item { range: start..end, indent, keys })
}

/// Where the last rule stands in the text of a rule file; all of it where that can't be told.
pub fn last_rule(text: &str) -> Range<usize> {
    section(text).map_or(0..text.len(), |section| section.last..section.end)
}

fn section(text: &str) -> Option<Section> {
    let mut found: Option<Section> = None;
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let start = end;
        end += line.len();
        let body = line.trim();
        if body.is_empty() || body.starts_with('#') {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let is_item = body == "-" || body.starts_with("- ");
        match &mut found {
            None if is_key(line) => found = Some(Section { indent: None, last: end, end }),
            None => (),
            Some(section) => {
                if indent == 0 && !(is_item && section.indent.unwrap_or(0) == 0) {
                    break;
                }
                if is_item && *section.indent.get_or_insert(indent) == indent {
                    section.last = start;
                }
                section.end = end;
            }
        }
    }
    found
}

/// Whether a line is the key of the rules, with the rules below it.
fn is_key(line: &str) -> bool {
    let rest = line.strip_prefix("rules:").map(str::trim);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = "  - avoid:\n      - 'β'\n    why: 'γ'\n";

    #[test]
    fn a_rule_goes_behind_the_rules_whatever_stands_after_them() {
        for (before, expected) in [
            ("language: el\nrules:\n  - avoid: α\n", "language: el\nrules:\n  - avoid: α\n@"),
            ("language: el\nrules:\n  - avoid: α", "language: el\nrules:\n  - avoid: α\n@"),
            ("language: el\n", "language: el\nrules:\n@"),
            ("language: el\ntips: []\n", "language: el\ntips: []\nrules:\n@"),
            ("language: el\nrules: # ours\n", "language: el\nrules: # ours\n@"),
            (
                "rules:\n  - avoid: α\n    why: |\n      x\n\n# the tips\ntips:\n  - tip: τ\n",
                "rules:\n  - avoid: α\n    why: |\n      x\n@\n# the tips\ntips:\n  - tip: τ\n",
            ),
        ] {
            assert_eq!(with_rule(before.to_owned(), RULE), expected.replace('@', RULE), "{before}");
        }
    }

    #[test]
    fn a_rule_is_indented_as_those_before_it() {
        let flat = with_rule("rules:\n- avoid: α\ntips:\n- tip: τ\n".to_owned(), RULE);
        assert_eq!(flat, "rules:\n- avoid: α\n- avoid:\n    - 'β'\n  why: 'γ'\ntips:\n- tip: τ\n");
        let deep = with_rule("rules:\n    - avoid: α\n".to_owned(), RULE);
        assert!(
            deep.ends_with("    - avoid: α\n    - avoid:\n        - 'β'\n      why: 'γ'\n"),
            "{deep}"
        );
    }

    #[test]
    fn one_rule_is_changed_and_the_others_stay_as_they_are() {
        let text = "language: el\nrules:\n  # one\n  - avoid: α\n    level: error\n    why: γ\n\n  - avoid: β\n";
        let at = |word: &str| text.find(word).unwrap();
        let lower = with_level(text, at("avoid: α"), Level::Suggestion).unwrap();
        assert_eq!(
            lower,
            text.replace("    level: error\n    why: γ\n", "    why: γ\n    level: suggestion\n")
        );
        let last = with_level(text, at("avoid: β"), Level::Error).unwrap();
        assert!(last.ends_with("  - avoid: β\n    level: error\n"), "{last}");
        let other = in_place_of(text, at("avoid: α"), RULE).unwrap();
        assert_eq!(other, text.replace("  - avoid: α\n    level: error\n    why: γ\n", RULE));
        for (odd, at) in [("rules:\n  - {avoid: α}\n", 11), ("rules: [{avoid: α}]\n", 9)] {
            assert_eq!(with_level(odd, at, Level::Error), None, "{odd}");
        }
    }

    #[test]
    fn the_last_rule_is_found_before_tips_and_after_others() {
        for (text, expected) in [
            (
                "rules:\n  - avoid: α\n  - avoid: β\n    why: γ\ntips:\n  - tip: τ\n",
                "  - avoid: β\n    why: γ\n",
            ),
            ("rules:\n- avoid: α\n- avoid: β\n", "- avoid: β\n"),
            ("rules: []\n", "rules: []\n"),
        ] {
            assert_eq!(text.get(last_rule(text)), Some(expected));
        }
    }
}
