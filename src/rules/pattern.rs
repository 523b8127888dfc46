//! Regular expressions of rules. All are compiled here, within one limit of size.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use regex_automata::Input;
use regex_automata::meta::{self, Regex};
use regex_syntax::ast::ErrorKind;
use regex_syntax::hir::{Hir, HirKind};

use super::{PatternError, Problem};
use crate::text::name_key;

/// How large a compiled expression may grow, in bytes.
const SIZE_LIMIT: usize = 1 << 19;

/// When an expression is compiled, which takes a millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compile {
    /// At once, so that what is wrong with it shows.
    AtOnce,
    /// When a draft first needs it: nothing is wrong with those that the program brings.
    WhenNeeded,
}

/// A regular expression over folded drafts, which are in lower case.
#[derive(Clone)]
pub struct Pattern(Arc<Parts>);

struct Parts {
    source: String,
    hir: Hir,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// The expression; a problem comes with its byte range.
    pub(super) fn new(source: &str, when: Compile) -> Result<Pattern, (Problem, Range<usize>)> {
        let hir = regex_syntax::parse(source).map_err(|_| syntax_error(source))?;
        // Drafts are folded, so capitals and accents would never match; a range that folding turns round stays as it is.
        let folded = folded(source);
        let hir = match folded == source {
            true => hir,
            false => regex_syntax::parse(&folded).unwrap_or(hir),
        };
        let regex = OnceLock::new();
        if when == Compile::AtOnce {
            let compiled = compile(&hir, source)?;
            regex.get_or_init(|| Some(compiled));
        }
        Ok(Pattern(Arc::new(Parts { source: source.to_owned(), hir, regex })))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0.source
    }

    /// The names of its groups, in order.
    pub fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        group_names(&self.0.hir, &mut names);
        names
    }

    /// What it says, taken apart.
    pub fn hir(&self) -> &Hir {
        &self.0.hir
    }

    /// What it takes in memory as far as it is compiled, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.0.regex.get().and_then(Option::as_ref).map_or(0, Regex::memory_usage)
    }

    /// The expression ready for use; `None` only if it is too large, which an author is told.
    pub fn regex(&self) -> Option<&Regex> {
        self.0.regex.get_or_init(|| compile(&self.0.hir, &self.0.source).ok()).as_ref()
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Pattern").field(&self.0.source).finish()
    }
}

fn group_names<'h>(hir: &'h Hir, names: &mut Vec<&'h str>) {
    match hir.kind() {
        HirKind::Capture(group) => {
            names.extend(group.name.as_deref());
            group_names(&group.sub, names);
        }
        HirKind::Repetition(repetition) => group_names(&repetition.sub, names),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().for_each(|part| group_names(part, names));
        }
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => {}
    }
}

/// The letters of an expression as drafts have them: small, without accents, with σ for ς. What follows a backslash and the
/// names of groups stay.
fn folded(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(sign) = rest.chars().next() {
        let length = match sign {
            '\\' => escape_length(rest),
            '(' if rest.starts_with("(?P<") || rest.starts_with("(?<") => {
                rest.find('>').map_or(rest.len(), |end| end + 1)
            }
            // `(?i)`, `(?x: …)`
            '(' if rest.starts_with("(?") => {
                rest.find([':', ')']).map_or(rest.len(), |end| end + 1)
            }
            _ => {
                let letter = sign.len_utf8();
                out.push_str(&name_key_of(sign));
                rest = rest.get(letter..).unwrap_or("");
                continue;
            }
        };
        let (kept, after) = rest.split_at(length);
        out.push_str(kept);
        rest = after;
    }
    out
}

/// A letter as drafts have it; marks of their own vanish, as in a draft.
fn name_key_of(sign: char) -> String {
    if sign.is_alphabetic() { name_key(sign.encode_utf8(&mut [0; 4])) } else { sign.to_string() }
}

/// `\b`, `\p{Greek}`, `\x{3b1}`: the bytes of an escape.
fn escape_length(rest: &str) -> usize {
    let mut signs = rest.char_indices().skip(1);
    let Some((at, sign)) = signs.next() else { return rest.len() };
    let end = at + sign.len_utf8();
    let braced = matches!(sign, 'p' | 'P' | 'x' | 'u' | 'U' | 'b')
        && rest.get(end..).is_some_and(|after| after.starts_with('{'));
    let close = rest.find('}').filter(|_| braced);
    close.map_or(end, |close| close + 1)
}

fn compile(hir: &Hir, source: &str) -> Result<Regex, (Problem, Range<usize>)> {
    let whole = 0..source.len();
    let limits =
        meta::Config::new().nfa_size_limit(Some(SIZE_LIMIT)).hybrid_cache_capacity(SIZE_LIMIT);
    let built = meta::Builder::new().configure(limits).build_from_hir(hir);
    let regex = built.map_err(|error| match error.size_limit() {
        Some(_) => (Problem::RegexTooLarge, whole.clone()),
        None => syntax_error(source),
    })?;
    // With memory of its own, which an expression would keep.
    if regex.search_half_with(&mut regex.create_cache(), &Input::new("")).is_some() {
        return Err((Problem::RegexMatchesNothing, whole));
    }
    Ok(regex)
}

fn syntax_error(source: &str) -> (Problem, Range<usize>) {
    let (error, start, end) = match regex_syntax::Parser::new().parse(source) {
        Err(regex_syntax::Error::Parse(error)) => {
            let span = error.span();
            (classify(error.kind()), span.start.offset, span.end.offset)
        }
        Err(regex_syntax::Error::Translate(error)) => {
            let span = error.span();
            (PatternError::Other(error.kind().to_string()), span.start.offset, span.end.offset)
        }
        _ => (PatternError::Other(String::new()), 0, source.len()),
    };
    // Something missing at the end has no width of its own.
    let next = source.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    (Problem::BadRegex(error), start..end.max(start + next))
}

fn classify(kind: &ErrorKind) -> PatternError {
    match kind {
        ErrorKind::GroupUnclosed => PatternError::Unclosed('('),
        ErrorKind::ClassUnclosed => PatternError::Unclosed('['),
        ErrorKind::RepetitionCountUnclosed => PatternError::Unclosed('{'),
        ErrorKind::GroupUnopened => PatternError::Unopened,
        ErrorKind::RepetitionMissing => PatternError::NothingToRepeat,
        ErrorKind::RepetitionCountInvalid | ErrorKind::RepetitionCountDecimalEmpty => {
            PatternError::BadCount
        }
        ErrorKind::EscapeUnrecognized
        | ErrorKind::EscapeUnexpectedEof
        | ErrorKind::ClassEscapeInvalid => PatternError::BadEscape,
        ErrorKind::UnsupportedLookAround => PatternError::LookAround,
        ErrorKind::UnsupportedBackreference => PatternError::BackReference,
        ErrorKind::GroupNameDuplicate { .. } => PatternError::NameTwice,
        ErrorKind::GroupNameEmpty
        | ErrorKind::GroupNameInvalid
        | ErrorKind::GroupNameUnexpectedEof => PatternError::BadName,
        other => PatternError::Other(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_folded_like_a_draft() {
        for (source, expected) in [
            (r"\bΚωδικός Σφάλματος\b", r"\bκωδικοσ σφαλματοσ\b"),
            (r"(?P<Κωδικός>[0-9]{3})\S+\B", r"(?P<Κωδικός>[0-9]{3})\S+\B"),
            (r"\p{Greek}[Α-Ω]+", r"\p{Greek}[α-ω]+"),
            ("(?i)ΛΑΘΟΣ", "(?i)λαθοσ"),
            ("Error [A-Z]+", "error [a-z]+"),
        ] {
            assert_eq!(folded(source), expected);
        }
        let pattern = Pattern::new("Κωδικός", Compile::AtOnce)
            .map(|it| it.regex().map(|it| it.is_match("κωδικοσ")));
        assert_eq!(pattern.ok().flatten(), Some(true));
    }
}
