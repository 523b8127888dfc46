//! What is wrong with a file that is no valid YAML, as far as a person can fix it.
//!
//! The YAML crate words its errors for programmers. The text around the place tells which of the
//! few mistakes that people make it was.

use std::ops::Range;

use serde_yaml::Error;
use serde_yaml::budget::BudgetBreach;

use super::place::Lines;

/// How deep lists and mappings may nest; a rule file needs six.
pub(super) const MAX_DEPTH: usize = 24;
/// Values of a file, those repeated by aliases counted again.
pub(super) const MAX_NODES: usize = 500_000;
/// Anchors (`&name`) and aliases (`*name`) of a file.
pub(super) const MAX_ALIASES: usize = 1_000;

/// Why a file can't be read as YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum YamlError {
    /// Larger than a rule file may be.
    TooLarge {
        /// In MB.
        limit: usize,
    },
    /// Lists and mappings nested too deep.
    TooDeep {
        /// How deep they may be.
        limit: usize,
    },
    /// Too many repetitions by `&name` and `*name`, or a few that multiply each other.
    TooManyAliases {
        /// How many there may be.
        limit: usize,
    },
    /// Too many values.
    TooMany {
        /// How many there may be.
        limit: usize,
    },
    /// Several files in one, parted by `---`.
    SeveralDocuments,
    /// A tab at the start of a line.
    Tab,
    /// A no-break space, which looks like a space but is not one.
    NoBreakSpace,
    /// `-avoid: text`.
    NoSpaceAfterDash,
    /// A sign that stands where the dash of a list is needed.
    NotADash(char),
    /// A sign that stands where the colon after a key is needed.
    NotAColon(&'static str),
    /// `1. avoid: text`.
    Number,
    /// `// a note`: notes begin with another sign.
    Slashes,
    /// ```` ``` ````, which marks code in chats.
    CodeFence,
    /// A row of a Markdown table.
    TableRow,
    /// `[` without its `]`.
    OpenBracket,
    /// Rules without the line `rules:` above them.
    NoRulesLine,
    /// `unless the book`: a key without its colon.
    MissingColon,
    /// `prefer: -`: a dash where a text is needed.
    LoneDash,
    /// A text that holds a colon and a space, without quotes.
    ColonInText,
    /// `avoid:text`.
    NoSpaceAfterColon,
    /// A quote is opened and not closed.
    OpenQuote,
    /// Text goes on after a closing quote.
    TextAfterQuote,
    /// A text begins with a sign that means something in YAML, without quotes.
    SignAtStart(char),
    /// A character that no text file holds.
    Character(char),
    /// A line is too far left or right.
    Indentation,
    /// Anything else.
    Other,
}

/// How far to look back for the start of a quoted text, in lines.
const QUOTE_LINES: usize = 50;
/// Signs that YAML reads as its own at the start of a text.
const SIGNS: &str = "[]{}*&!%@`|>";

/// The error at `at`, and the range to show.
pub(super) fn classify(
    lines: &Lines,
    at: Range<usize>,
    error: &Error,
) -> (YamlError, Range<usize>) {
    let (line, start) = lines.line(at.start);
    let line_span = start + indent(line).len()..start + line.len();
    match error {
        Error::MultipleDocuments { .. }
        | Error::Budget { breach: BudgetBreach::Documents { .. }, .. } => {
            return (YamlError::SeveralDocuments, line_span);
        }
        Error::Budget {
            breach: BudgetBreach::Aliases { .. } | BudgetBreach::Anchors { .. },
            ..
        }
        | Error::AliasReplayCounterOverflow { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => {
            return (YamlError::TooManyAliases { limit: MAX_ALIASES }, line_span);
        }
        Error::Budget { breach: BudgetBreach::Depth { .. }, .. } => {
            return (YamlError::TooDeep { limit: MAX_DEPTH }, line_span);
        }
        Error::Budget { .. } => return (YamlError::TooMany { limit: MAX_NODES }, line_span),
        Error::AliasError { error, .. } => return classify(lines, at, error),
        _ => {}
    }
    let message = error.to_string();
    if let Some((error, span)) = from_message(&message, lines, at.clone()) {
        return (error, span);
    }
    if let Some((sign, offset)) = sign_at_start(line) {
        return (YamlError::SignAtStart(sign), start + offset..line_span.end);
    }
    if message.contains("mapping values are not allowed") || message.contains("expected ':'") {
        return colon(lines, at.start);
    }
    let indented = ["expected key", "expected '-'", "block", "indent"];
    if indented.iter().any(|word| message.contains(word)) {
        return (YamlError::Indentation, line_span);
    }
    (YamlError::Other, line_span)
}

fn from_message(
    message: &str,
    lines: &Lines,
    at: Range<usize>,
) -> Option<(YamlError, Range<usize>)> {
    let (line, start) = lines.line(at.start);
    if message.contains("nest") || message.contains("recursion") {
        return Some((YamlError::TooDeep { limit: MAX_DEPTH }, at));
    }
    if message.contains("tab") && indent(line).contains('\t') {
        return Some((YamlError::Tab, start..start + indent(line).len()));
    }
    if message.contains("quote")
        && let Some(span) = open_quote(lines, at.start)
    {
        return Some((YamlError::OpenQuote, span));
    }
    if message.contains("trailing content after") {
        return Some((YamlError::TextAfterQuote, at.start..start + line.len()));
    }
    if message.contains("unexpected character") {
        let rest = line.get(at.start.saturating_sub(start)..)?;
        let (offset, odd) = rest.char_indices().find(|(_, c)| is_odd(*c))?;
        let from = at.start + offset;
        return Some((YamlError::Character(odd), from..from + odd.len_utf8()));
    }
    None
}

/// Characters that YAML does not allow.
fn is_odd(character: char) -> bool {
    (character.is_control() && character != '\t') || matches!(character, '\u{fffe}' | '\u{ffff}')
}

/// The text with the quote that is still open at an offset.
fn open_quote(lines: &Lines, mut at: usize) -> Option<Range<usize>> {
    for _ in 0..QUOTE_LINES {
        let (line, start) = lines.line(at);
        let value = value_start(line);
        let text = line.get(value..)?;
        let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'));
        if let Some(quote) = quote
            && !text.get(1..)?.contains(quote)
        {
            return Some(start + value..start + line.len());
        }
        at = start.checked_sub(1)?;
    }
    None
}

fn indent(line: &str) -> &str {
    let text = line.trim_start_matches([' ', '\t']);
    line.get(..line.len() - text.len()).unwrap_or("")
}

/// Where the text of a line begins, after dashes and a key.
fn value_start(line: &str) -> usize {
    let mut rest = line.trim_start();
    while let Some(after) = rest.strip_prefix("- ") {
        rest = after.trim_start();
    }
    if let Some((key, value)) = rest.split_once(": ")
        && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
    {
        rest = value.trim_start();
    }
    line.len() - rest.len()
}

fn sign_at_start(line: &str) -> Option<(char, usize)> {
    let offset = value_start(line);
    let sign = line.get(offset..)?.chars().next()?;
    SIGNS.contains(sign).then_some((sign, offset))
}

fn colon(lines: &Lines, at: usize) -> (YamlError, Range<usize>) {
    let (line, start) = lines.line(at);
    let value = value_start(line);
    if at > start + value && value > indent(line).len() {
        return (YamlError::ColonInText, start + value..start + line.len());
    }
    if start > 0 {
        let (before, before_start) = lines.line(start - 1);
        if no_space_after_colon(before.trim()) {
            let from = before_start + indent(before).len();
            return (YamlError::NoSpaceAfterColon, from..before_start + before.len());
        }
    }
    (YamlError::Indentation, start + indent(line).len()..start + line.len())
}

/// Whether a text looks like a key and its value run together: `avoid:text`.
pub(super) fn no_space_after_colon(text: &str) -> bool {
    let text = text.trim_start_matches("- ");
    text.split_once(':').is_some_and(|(key, value)| {
        !key.is_empty()
            && key.chars().all(|c| c.is_ascii_lowercase())
            && value.starts_with(|c: char| !c.is_whitespace())
    })
}
