//! The one door for regular expressions.

use std::ops::Range;

use regex::{Regex, RegexBuilder};
use regex_syntax::ast::ErrorKind;

use super::Problem;
use super::pattern_trouble::PatternTrouble;

/// How large a compiled expression may grow, in bytes.
const SIZE_LIMIT: usize = 1 << 19;

/// Compiles a regular expression over folded drafts, which are in lower case; a problem comes with
/// its byte range.
pub(super) fn build_regex(source: &str) -> Result<Regex, (Problem, Range<usize>)> {
    let whole = 0..source.len();
    let built = RegexBuilder::new(source).size_limit(SIZE_LIMIT).dfa_size_limit(SIZE_LIMIT).build();
    let regex = built.map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => (Problem::RegexTooLarge, whole.clone()),
        _ => trouble(source),
    })?;
    if regex.is_match("") {
        return Err((Problem::RegexMatchesNothing, whole));
    }
    Ok(regex)
}

fn trouble(source: &str) -> (Problem, Range<usize>) {
    let (trouble, start, end) = match regex_syntax::Parser::new().parse(source) {
        Err(regex_syntax::Error::Parse(error)) => {
            let span = error.span();
            (classify(error.kind()), span.start.offset, span.end.offset)
        }
        Err(regex_syntax::Error::Translate(error)) => {
            let span = error.span();
            (PatternTrouble::Other(error.kind().to_string()), span.start.offset, span.end.offset)
        }
        _ => (PatternTrouble::Other(String::new()), 0, source.len()),
    };
    // Something missing at the end has no width of its own.
    let next = source.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    (Problem::BadRegex(trouble), start..end.max(start + next))
}

fn classify(kind: &ErrorKind) -> PatternTrouble {
    match kind {
        ErrorKind::GroupUnclosed => PatternTrouble::Unclosed('('),
        ErrorKind::ClassUnclosed => PatternTrouble::Unclosed('['),
        ErrorKind::RepetitionCountUnclosed => PatternTrouble::Unclosed('{'),
        ErrorKind::GroupUnopened => PatternTrouble::Unopened,
        ErrorKind::RepetitionMissing => PatternTrouble::NothingToRepeat,
        ErrorKind::RepetitionCountInvalid | ErrorKind::RepetitionCountDecimalEmpty => {
            PatternTrouble::BadCount
        }
        ErrorKind::EscapeUnrecognized
        | ErrorKind::EscapeUnexpectedEof
        | ErrorKind::ClassEscapeInvalid => PatternTrouble::BadEscape,
        ErrorKind::UnsupportedLookAround => PatternTrouble::LookAround,
        ErrorKind::UnsupportedBackreference => PatternTrouble::BackReference,
        ErrorKind::GroupNameDuplicate { .. } => PatternTrouble::NameTwice,
        ErrorKind::GroupNameEmpty
        | ErrorKind::GroupNameInvalid
        | ErrorKind::GroupNameUnexpectedEof => PatternTrouble::BadName,
        other => PatternTrouble::Other(other.to_string()),
    }
}
