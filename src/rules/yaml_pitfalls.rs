//! Finds text that YAML reads differently from what its author meant.

use std::ops::Range;

use super::node::Node;
use super::reader::Reader;
use super::rule;
use super::yaml_error::YamlError;
use super::{Place, Placed, Problem};

/// Keys besides those of a rule that begin a line of a rule file.
const OTHER_KEYS: &[&str] = &["rules", "language", "tips", "text", "draft", "rewrite", "fine"];
/// Signs that people write where YAML has a colon.
const COLONS: &[&str] = &[";", "=>", "->", "→", "=", "\u{37e}", "："];
/// Bars of a row of a table, at least.
const BARS: usize = 3;
/// Dashes that are none in YAML.
const DASHES: [char; 5] = ['–', '—', '−', '•', '‐'];

/// Lines that YAML reads otherwise than they look: what is wrong, and where. They count only in a file that can't be used,
/// for inside a text of several lines they are words.
pub(super) fn slips(text: &str) -> Vec<(YamlError, Range<usize>)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let bare = line.trim_end_matches(['\n', '\r']);
        let slip = slip(bare).or_else(|| open_bracket(bare, lines.peek().copied()?));
        found.extend(slip.map(|(slip, range)| (slip, start + range.start..start + range.end)));
        start += line.len();
    }
    found.extend(no_rules_line(text));
    found.sort_by_key(|(_, range)| range.start);
    // A table is one mistake, however long it is.
    found.dedup_by(|(next, _), (before, _)| {
        (&*next, &*before) == (&YamlError::TableRow, &YamlError::TableRow)
    });
    found
}

/// The key that a line begins with, after its dash.
fn key_of(text: &str) -> Option<&'static str> {
    let ends = |rest: &str| rest.starts_with(|it: char| !it.is_alphanumeric() && it != '_');
    let keys = rule::KEYS.iter().chain(OTHER_KEYS);
    keys.copied().find(|key| text.strip_prefix(key).is_some_and(ends))
}

/// `avoid: [one, two`, and the next line is another key.
fn open_bracket(line: &str, next: &str) -> Option<(YamlError, Range<usize>)> {
    let at = line.find(": [")? + 2;
    let open =
        !line.get(at..)?.contains(']') && key_of(next.trim_start_matches([' ', '-'])).is_some();
    open.then_some((YamlError::OpenBracket, at..line.len()))
}

/// What the line lacks at whose start YAML found fault with the structure of the file. In a text of several lines it would
/// be words.
pub(super) fn structure_slip(text: &str, at: usize) -> Option<(YamlError, Range<usize>)> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let (slip, range) = slip_of_structure(text.get(start..)?.lines().next()?)?;
    Some((slip, start + range.start..start + range.end))
}

fn slip_of_structure(line: &str) -> Option<(YamlError, Range<usize>)> {
    let inner = line.trim_start_matches(' ');
    let indent = line.len() - inner.len();
    if let Some(text) = inner.strip_prefix('-') {
        let runs_on = text.starts_with(|sign: char| sign.is_alphabetic() || "'\"«".contains(sign));
        return runs_on.then_some((YamlError::NoSpaceAfterDash, indent..indent + 1));
    }
    let key = key_of(inner)?;
    let value = inner.get(key.len()..)?;
    if value.strip_prefix(':').is_some_and(|value| value.trim() == "-") {
        return Some((YamlError::LoneDash, line.trim_end().len() - 1..line.trim_end().len()));
    }
    (value.starts_with(' ') && !value.contains(':'))
        .then_some((YamlError::MissingColon, indent..indent + key.len()))
}

/// A file that begins with its first rule.
fn no_rules_line(text: &str) -> Option<(YamlError, Range<usize>)> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let first = lines.next()?;
    let is_rule = first.strip_prefix("- ").and_then(key_of).is_some();
    let start = text.find(first)?;
    (is_rule && !lines.any(|line| line.starts_with("rules")))
        .then_some((YamlError::NoRulesLine, start..start + first.len()))
}

/// A line that is none of a rule file.
fn foreign(inner: &str) -> Option<(YamlError, Range<usize>)> {
    let whole = 0..inner.len();
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = inner.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')']));
    let numbers = digits > 0 && numbered.is_some_and(|rest| key_of(rest.trim_start()).is_some());
    match inner {
        _ if inner.starts_with("```") => Some((YamlError::CodeFence, whole)),
        _ if inner.starts_with("//") => Some((YamlError::Slashes, whole)),
        _ if inner.starts_with('|') && inner.matches('|').count() >= BARS => {
            Some((YamlError::TableRow, whole))
        }
        _ if numbers => Some((YamlError::Number, 0..digits + 1)),
        _ => None,
    }
}

fn slip(line: &str) -> Option<(YamlError, Range<usize>)> {
    let blank = |sign: char| matches!(sign, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{3000}');
    let inner = line.trim_start_matches(blank);
    let indent = line.len() - inner.len();
    if inner.is_empty() || inner.starts_with('#') {
        return None;
    }
    let before = line.get(..indent)?;
    if before.contains('\t') {
        return Some((YamlError::Tab, 0..indent));
    }
    if before.contains(|sign| blank(sign) && sign != ' ') {
        return Some((YamlError::NoBreakSpace, 0..indent));
    }
    if let Some((slip, range)) = foreign(inner) {
        return Some((slip, indent + range.start..indent + range.end));
    }
    // The dash of a list, or what was meant for one.
    let (sign, behind) = match inner.chars().next()? {
        sign @ ('-' | '*' | '+') => (Some(sign), inner.get(1..)?),
        sign if DASHES.contains(&sign) => (Some(sign), inner.get(sign.len_utf8()..)?),
        _ => (None, inner),
    };
    let text = behind.trim_start_matches(blank);
    let gap = behind.len() - text.len();
    let key = key_of(text);
    let at = indent..indent + inner.len() - behind.len();
    match (sign, key) {
        (Some('-'), _) if behind.get(..gap)?.contains('\t') => {
            return Some((YamlError::Tab, at.end..at.end + gap));
        }
        (Some('-'), _) if behind.starts_with(['\u{a0}', '\u{202f}']) => {
            return Some((YamlError::NoBreakSpace, at.end..at.end + gap));
        }
        (Some('-'), Some(_)) if gap == 0 => {
            return Some((YamlError::NoSpaceAfterDash, at.start..at.end + 1));
        }
        (Some('-') | None, _) => (),
        (Some(sign), Some(_)) => return Some((YamlError::NotADash(sign), at)),
        (Some(sign), None) if DASHES.contains(&sign) && gap > 0 => {
            return Some((YamlError::NotADash(sign), at));
        }
        (Some(_), None) => (),
    }
    let key = key?;
    let after = text.get(key.len()..)?;
    let from = line.len() - after.len();
    let spaces = after.len() - after.trim_start_matches(blank).len();
    let behind = after.get(spaces..)?;
    if let Some(sign) = COLONS.iter().find(|sign| behind.starts_with(**sign)) {
        let place = from + spaces..from + spaces + sign.len();
        return Some((YamlError::NotAColon(sign), place));
    }
    let value = behind.strip_prefix(':')?;
    let first = value.chars().next()?;
    let odd = matches!(first, '\u{a0}' | '\u{202f}' | '\u{3000}');
    let place = from + spaces + 1..from + spaces + 1 + first.len_utf8();
    odd.then_some((YamlError::NoBreakSpace, place))
}

impl Reader<'_> {
    /// Notes texts without quotes in brackets, `[Όχι, δεν γίνεται]`: a comma of theirs parts them.
    pub(super) fn check_flow(&mut self, node: &Placed<Node>) {
        let Node::List(items) = &node.value else { return };
        if items.len() < 2 || !self.is_flow(node) {
            return;
        }
        let unquoted = |item: &&Placed<Node>| match &item.value {
            Node::Text(text) => {
                text.contains(' ') && self.lines.text(item.place.span.clone()) == text
            }
            _ => false,
        };
        if items.iter().any(|item| unquoted(&item)) {
            self.report(&node.place, Problem::UnquotedInBrackets);
        }
    }

    /// `avoid: #5`: nothing is there but what is read as a comment.
    pub(super) fn comment(&self, node: &Placed<Node>) -> Option<Place> {
        let from = node.place.span.end;
        let line = self.lines.text(from..usize::MAX).lines().next()?;
        let comment = line.trim_start_matches([' ', '\t', ':', '-']);
        let text = comment.strip_prefix('#').filter(|_| node.value == Node::Null)?;
        let start = from + line.len() - comment.len();
        text.starts_with(char::is_alphanumeric)
            .then(|| self.lines.place(start..start + comment.len()))
    }

    // `&λάθος μας`: YAML takes the first word for a name of the text. Nobody asks for it by `*λάθος`.
    pub(super) fn lost_name(&self, node: &Placed<Node>) -> Option<Place> {
        let before = self.lines.text(0..node.place.span.start).trim_end_matches([' ', '\t']);
        let name = before.rsplit([' ', '\n']).next()?;
        let asked = format!("*{}", name.strip_prefix('&')?);
        let from = before.len() - name.len();
        let lost = !self.lines.text(0..usize::MAX).contains(&asked);
        lost.then(|| self.lines.place(from..node.place.span.end))
    }

    // `παραγγελία #5`: YAML takes the number for a comment. A real comment has a blank after its sign.
    pub(super) fn is_cut_by_hash(&self, node: &Placed<Node>, text: &str) -> bool {
        let span = node.place.span.clone();
        let rest = self.lines.text(span.end..usize::MAX);
        let comment = rest.trim_start_matches([' ', '\t']).strip_prefix('#');
        comment.is_some_and(|c| c.starts_with(char::is_alphanumeric))
            && self.lines.text(span) == text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_out_of_structure_tells_what_it_lacks() {
        for (line, expected) in [
            ("    unless το βιβλίο", Some((YamlError::MissingColon, "unless"))),
            ("    -έρχεται", Some((YamlError::NoSpaceAfterDash, "-"))),
            ("    -'έρχεται'", Some((YamlError::NoSpaceAfterDash, "-"))),
            ("    prefer: -  ", Some((YamlError::LoneDash, "-"))),
            ("    prefer: - ναι", None),
            ("    prefer: ναι", None),
            ("      - έρχεται", None),
            ("    unlessτο βιβλίο", None),
        ] {
            let found = slip_of_structure(line);
            let shown = found.map(|(slip, range)| (slip, line.get(range).unwrap_or("")));
            assert_eq!(shown, expected, "{line}");
        }
    }

    #[test]
    fn a_slip_is_found_at_its_own_place() {
        for (line, expected) in [
            ("  -avoid: όχι", Some((YamlError::NoSpaceAfterDash, "-a"))),
            ("  – avoid: όχι", Some((YamlError::NotADash('–'), "–"))),
            ("  * avoid: όχι", Some((YamlError::NotADash('*'), "*"))),
            ("  • avoid: όχι", Some((YamlError::NotADash('•'), "•"))),
            ("  - avoid; όχι", Some((YamlError::NotAColon(";"), ";"))),
            ("    prefer = ναι", Some((YamlError::NotAColon("="), "="))),
            ("    prefer：ναι", Some((YamlError::NotAColon("："), "："))),
            ("\u{a0} - avoid: όχι", Some((YamlError::NoBreakSpace, "\u{a0} "))),
            ("  -\u{a0}avoid: όχι", Some((YamlError::NoBreakSpace, "\u{a0}"))),
            ("    prefer:\u{a0}ναι", Some((YamlError::NoBreakSpace, "\u{a0}"))),
            ("\tprefer: ναι", Some((YamlError::Tab, "\t"))),
            ("  -\tavoid: όχι", Some((YamlError::Tab, "\t"))),
            ("    prefer => ναι", Some((YamlError::NotAColon("=>"), "=>"))),
            ("  - avoid -> όχι", Some((YamlError::NotAColon("->"), "->"))),
            ("  1. avoid: όχι", Some((YamlError::Number, "1."))),
            ("  12) avoid: όχι", Some((YamlError::Number, "12)"))),
            ("  // ο πρώτος κανόνας", Some((YamlError::Slashes, "// ο πρώτος κανόνας"))),
            ("```yaml", Some((YamlError::CodeFence, "```yaml"))),
            ("  | Όχι | Ναι |", Some((YamlError::TableRow, "| Όχι | Ναι |"))),
            ("    why: |", None),
            ("      1. πρώτα το ένα", None),
            ("  - avoid: όχι; ναι = άλλο", None),
            ("      - -50 %", None),
            ("    why: avoid; prefer", None),
            ("# avoid; x", None),
        ] {
            let found = slip(line);
            let shown = found.map(|(slip, range)| (slip, line.get(range).unwrap_or("")));
            assert_eq!(shown, expected, "{line}");
        }
    }
}
