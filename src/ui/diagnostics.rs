//! Problems of rule files, each under its line of the file.

mod pack;
mod phrase;
mod unreadable;
mod value;
mod word;
mod words;

use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use anstyle::Style;

use super::marked;
use crate::model::Language;
use crate::rules::{Diagnostic, Severity};
use crate::ui::said::{said, say, sentences};

/// More than anybody fixes in one go.
const MAX_SHOWN: usize = 40;

/// A problem in words.
pub(crate) struct Words {
    /// What is wrong; may continue "problem: ".
    pub(crate) message: String,
    /// How to fix it.
    pub(crate) help: String,
}

/// Every problem with its line, what is wrong and how to fix it; empty for an empty list.
///
/// `sources` gives the text of a file by its name; a problem of an unknown file shows without its line.
pub fn diagnostics<'s>(
    list: &[Diagnostic],
    sources: impl Fn(&str) -> Option<&'s str>,
    language: Language,
    colour: bool,
) -> String {
    let renderer = if colour { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let shown: Vec<String> = worst(list)
        .into_iter()
        .map(|diagnostic| render(diagnostic, sources(&diagnostic.file), language, &renderer))
        .collect();
    let mut text = shown.join("\n\n");
    if let Some(more) = list.len().checked_sub(MAX_SHOWN).filter(|more| *more > 0) {
        text.push_str("\n\n");
        text.push_str(&sentences!(
            language,
            match more {
                1 => ["και άλλο ένα· διορθώστε πρώτα αυτά", "and 1 more; fix these first"],
                _ => ["και άλλα {more}· διορθώστε πρώτα αυτά", "and {more} more; fix these first"],
            }
        ));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// The problems to show, in their order; of too many the worst.
fn worst(list: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut numbers: Vec<usize> = (0..list.len()).collect();
    numbers.sort_by_key(|number| list.get(*number).map(|it| std::cmp::Reverse(it.severity)));
    numbers.truncate(MAX_SHOWN);
    numbers.sort_unstable();
    numbers.into_iter().filter_map(|number| list.get(number)).collect()
}

/// What is wrong and how to fix it, in a language.
pub(crate) fn words(diagnostic: &Diagnostic, language: Language) -> Words {
    words::words(&diagnostic.problem, language)
}

fn did_you_mean(name: &str, language: Language) -> String {
    say!(language, "μήπως εννοείτε `{name}`;", "did you mean `{name}`?")
}

fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

fn render(
    diagnostic: &Diagnostic,
    source: Option<&str>,
    language: Language,
    renderer: &Renderer,
) -> String {
    let words = words(diagnostic, language);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(said("πρόβλημα", "problem").to(language)),
        Severity::Warning => Level::WARNING.with_name(said("προσοχή", "careful").to(language)),
        Severity::Hint => Level::INFO.with_name(said("ιδέα", "idea").to(language)),
    };
    let title =
        level.primary_title(normalize_untrusted_str(&words.message)).id(diagnostic.problem.code());
    let group = Group::with_title(title);
    let group = match source.map(|source| line_around(source, &diagnostic.place.span)) {
        Some((line, span)) => group.element(
            Snippet::source(line)
                .path(diagnostic.file.as_str())
                .line_start(diagnostic.place.line.max(1))
                .annotation(AnnotationKind::Primary.span(span)),
        ),
        None => {
            group.element(Origin::path(diagnostic.file.as_str()).line(diagnostic.place.line.max(1)))
        }
    };
    let help = Level::HELP
        .with_name(said("τι να κάνετε", "what to do").to(language))
        .message(normalize_untrusted_str(&words.help));
    renderer.render(&[group.element(help)])
}

/// A problem in words, for a chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemWords {
    /// What is wrong.
    pub message: String,
    /// How to fix it.
    pub help: String,
    /// The line of the file with the place marked below it; of a long line only what is around the place.
    pub excerpt: String,
}

/// The longest line of an excerpt, in characters: what fits on the screen of a phone.
const MOST_IN_LINE: usize = 56;

/// A problem in words, with the place in its file marked; without a file there is no excerpt.
pub fn problem_words(diagnostic: &Diagnostic, source: &str, language: Language) -> ProblemWords {
    let Words { message, help } = words(diagnostic, language);
    let (line, span) = line_around(source, &diagnostic.place.span);
    let excerpt = if line.trim().is_empty() { String::new() } else { excerpt(line, &span) };
    ProblemWords { message, help, excerpt }
}

fn excerpt(line: &str, span: &Range<usize>) -> String {
    let before = line.get(..span.start).unwrap_or("");
    let from_end = before.char_indices().rev().nth(MOST_IN_LINE / 2 - 1).map_or(0, |(at, _)| at);
    let fits = line.chars().count() <= MOST_IN_LINE;
    let start = if fits { 0 } else { from_end };
    let shown = line.get(start..).unwrap_or("");
    let end = shown.char_indices().nth(MOST_IN_LINE).map_or(line.len(), |(at, _)| start + at);
    let (head, tail) = (if start > 0 { "…" } else { "" }, if end < line.len() { "…" } else { "" });
    let text = format!("{head}{}{tail}", line.get(start..end).unwrap_or(""));
    let moved = |at: usize| (at.clamp(start, end) - start) + head.len();
    let mark = marked::Mark { span: moved(span.start)..moved(span.end), style: Style::new() };
    marked::underlined(&text, &[mark])
}

/// The first line of a span, and the span's part of it: a file may be large, its line is enough.
fn line_around<'s>(source: &'s str, span: &Range<usize>) -> (&'s str, Range<usize>) {
    let at = source.floor_char_boundary(span.start);
    let before = source.get(..at).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |line_break| line_break + 1);
    let line = source.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    let bom = line.len() - line.trim_start_matches('\u{feff}').len();
    let line = line.get(bom..).unwrap_or(line);
    let within = |offset: usize| line.floor_char_boundary(offset.saturating_sub(start + bom));
    let from = within(at);
    (line, from..within(span.end).max(from))
}

/// How many files were checked and what was found in them, in one line.
pub fn rules_summary(files: usize, problems: &[Diagnostic], language: Language) -> String {
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let counts = [count(Severity::Error), count(Severity::Warning), count(Severity::Hint)];
    let (names, files, sound) = match language {
        Language::El => (
            [["πρόβλημα", "προβλήματα"], ["προειδοποίηση", "προειδοποιήσεις"], ["ιδέα", "ιδέες"]],
            counted(files, ["αρχείο κανόνων", "αρχεία κανόνων"]),
            "όλα εντάξει",
        ),
        Language::En => (
            [["problem", "problems"], ["warning", "warnings"], ["idea", "ideas"]],
            counted(files, ["rule file", "rule files"]),
            "all sound",
        ),
    };
    let found: Vec<String> = counts
        .into_iter()
        .zip(names)
        .filter(|(count, _)| *count > 0)
        .map(|(count, names)| counted(count, names))
        .collect();
    match found.as_slice() {
        [] => format!("{files}, {sound}."),
        _ => format!("{files}: {}.", found.join(", ")),
    }
}

fn counted(count: usize, [one, many]: [&str; 2]) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
