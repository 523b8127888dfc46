//! Rule files of other tools, told by the keys that they alone have.

/// A tool that looks for words, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OtherTool {
    /// Vale, which checks documents.
    Vale,
    /// prh, which checks spellings.
    Prh,
    /// woke, which checks source code.
    Woke,
    /// charlie, a bot that looks for words in chats.
    Charlie,
}

impl OtherTool {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            OtherTool::Vale => "Vale",
            OtherTool::Prh => "prh",
            OtherTool::Woke => "woke",
            OtherTool::Charlie => "charlie",
        }
    }

    /// Its keys for what is avoided and for what is said instead.
    pub fn keys(self) -> (&'static str, &'static str) {
        match self {
            OtherTool::Vale => ("swap", "swap"),
            OtherTool::Prh => ("pattern", "expected"),
            OtherTool::Woke => ("terms", "alternatives"),
            OtherTool::Charlie => ("matches", "alternatives"),
        }
    }
}

/// A key at the start of a line shows the tool only next to another of its keys.
const TOOLS: &[(OtherTool, &[&str], &[&str])] = &[
    (
        OtherTool::Vale,
        &["extends"],
        &["message", "swap", "tokens", "ignorecase", "link", "action", "nonword", "scope"],
    ),
    (
        OtherTool::Prh,
        &["expected"],
        &["pattern", "patterns", "specs", "version", "prh", "options", "regexpMustEmpty"],
    ),
    (OtherTool::Woke, &["terms"], &["alternatives", "severity", "name"]),
    (OtherTool::Charlie, &["triggers", "matches"], &["alternatives", "why", "ignore"]),
];
/// Keys of our own rule files: with one of these it is ours.
const OURS: [&str; 2] = ["avoid", "regex"];
/// This many lines tell.
const MOST_LINES: usize = 400;

/// The tool whose rule file a text is, if it is one.
pub fn other_tool(text: &str) -> Option<OtherTool> {
    let keys: Vec<&str> = text.lines().take(MOST_LINES).filter_map(key).collect();
    let has = |all: &[&str]| all.iter().any(|key| keys.contains(key));
    if has(&OURS) {
        return None;
    }
    TOOLS.iter().find(|(_, own, beside)| has(own) && has(beside)).map(|(tool, ..)| *tool)
}

/// The key that a line of YAML begins with.
fn key(line: &str) -> Option<&str> {
    let (key, rest) = line.trim_start_matches([' ', '-', '\t', '{']).split_once(':')?;
    let key = key.trim().trim_matches(['"', '\'']);
    let is_key =
        !key.is_empty() && key.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_');
    (is_key && (rest.is_empty() || rest.starts_with([' ', '\t', '[']))).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_tools_are_known_by_their_keys() {
        for (text, expected) in [
            (
                "extends: substitution\nmessage: Use '%s'\nswap:\n  utilize: use\n",
                Some(OtherTool::Vale),
            ),
            ("extends: existence\ntokens:\n  - obviously\n", Some(OtherTool::Vale)),
            (
                "version: 1\nrules:\n  - expected: Cookie\n    pattern: cookie\n",
                Some(OtherTool::Prh),
            ),
            (
                "rules:\n  - name: whitelist\n    terms:\n      - whitelist\n    alternatives: [allowlist]\n",
                Some(OtherTool::Woke),
            ),
            (
                "triggers:\n  - matches:\n      - guys\n    alternatives:\n      - folks\n    why: It is kinder.\n",
                Some(OtherTool::Charlie),
            ),
            (
                "language: el\nrules:\n  - avoid: δεν μπορώ\n    prefer: μπορώ\n    why: terms\n",
                None,
            ),
            ("rules:\n  - avoid: whitelist\n    terms: a\n    severity: error\n", None),
            ("Όροι: terms\nκάτι: άλλο\n", None),
        ] {
            assert_eq!(other_tool(text), expected, "{text}");
        }
    }
}
