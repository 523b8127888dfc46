//! The one door for regular expressions.

use regex::{Regex, RegexBuilder};

use super::Problem;

/// How large a compiled expression may grow, in bytes.
const SIZE_LIMIT: usize = 1 << 19;

/// Compiles a regular expression over folded drafts, which are in lower case.
pub(super) fn build_regex(source: &str) -> Result<Regex, Problem> {
    let built = RegexBuilder::new(source).size_limit(SIZE_LIMIT).dfa_size_limit(SIZE_LIMIT).build();
    let regex = built.map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => Problem::RegexTooLarge,
        _ => Problem::BadRegex { reason: reason(&error) },
    })?;
    if regex.is_match("") {
        return Err(Problem::RegexMatchesNothing);
    }
    Ok(regex)
}

/// The last line of the error says what is wrong; those before it draw the place.
fn reason(error: &regex::Error) -> String {
    let text = error.to_string();
    let last = text.lines().last().unwrap_or("").trim();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}
