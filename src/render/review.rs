//! A checked draft for people: the draft with its phrases marked, what to say instead and why,
//! and the whole of it reworded.

use std::collections::HashMap;

use anstyle::{AnsiColor, Style};

use super::Language;
use super::marked::{Mark, coloured, underlined};
use super::messages::Messages;
use super::plain::{plain, plain_line};
use crate::engine::{Blank, Finding, Review};
use crate::rules::{Level, Principle};
use crate::text;

/// How a checked draft is shown.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The language of the words around it.
    pub language: Language,
    /// Marks and levels in colour.
    pub colour: bool,
    /// The principles that rules name.
    pub principles: &'a [Principle],
}

/// A checked draft for people; ends with a line break.
pub fn review(draft: &str, review: &Review, show: Show<'_>) -> String {
    let messages = Messages::of(show.language);
    let mut parts = vec![marked_draft(draft, review, show.colour)];
    parts.extend(rows(draft, &review.findings).iter().map(|row| finding(row, messages, show)));
    let changed = review.rewrite != draft;
    if changed {
        let title = paint(messages.rewrite, BOLD, show.colour);
        parts.push(format!("{title}\n{}", rewrite(review, show.colour)));
    }
    if review.findings.is_empty() {
        parts.push(nothing(draft, review, messages).to_owned());
    }
    parts.extend(blanks(review, messages, show));
    if changed && !review.remaining.is_empty() {
        parts.push(remaining(review, messages, show));
    }
    parts.retain(|part| !part.is_empty());
    let mut shown = parts.join("\n\n");
    shown.push('\n');
    shown
}

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

fn style(level: Level) -> Style {
    let colour = match level {
        Level::Suggestion => AnsiColor::Cyan,
        Level::Warning => AnsiColor::Yellow,
        Level::Error => AnsiColor::Red,
    };
    Style::new().fg_color(Some(colour.into()))
}

fn paint(words: &str, style: Style, colour: bool) -> String {
    if colour { format!("{style}{words}{style:#}") } else { words.to_owned() }
}

fn marked_draft(draft: &str, review: &Review, colour: bool) -> String {
    let mark = |finding: &Finding| {
        let style = style(finding.rule.level).underline();
        finding.marks.clone().into_iter().map(move |span| Mark { span, style })
    };
    let mut marks: Vec<Mark> = review.findings.iter().flat_map(mark).collect();
    marks.sort_by_key(|mark| mark.span.start);
    if colour { coloured(draft, &marks) } else { underlined(draft, &marks) }
}

fn rewrite(review: &Review, colour: bool) -> String {
    let blank = |blank: &Blank| Mark { span: blank.span.clone(), style: BOLD };
    let marks: Vec<Mark> = review.blanks.iter().map(blank).collect();
    if colour {
        coloured(&review.rewrite, &marks)
    } else {
        plain(review.rewrite.trim_end_matches(['\r', '\n']))
    }
}

/// A phrase that a rule found, once or more often.
struct Row<'a> {
    finding: &'a Finding,
    phrase: String,
    times: usize,
}

/// The findings of a text by place; a phrase that the same rule found before only counts.
fn rows<'a>(text: &str, findings: &'a [Finding]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut known: HashMap<(&str, String), usize> = HashMap::new();
    for finding in findings {
        let phrase = phrase_of(text, finding);
        let row = *known.entry((&finding.rule.id, text::key(phrase))).or_insert(rows.len());
        match rows.get_mut(row) {
            Some(row) => row.times += 1,
            None => rows.push(Row { finding, phrase: plain_line(phrase), times: 1 }),
        }
    }
    rows
}

/// What a suggestion replaces; of a phrase that only goes, the phrase without the word behind it.
fn phrase_of<'t>(text: &'t str, finding: &Finding) -> &'t str {
    let shown = match finding.marks.as_slice() {
        [mark] if finding.rule.removes => mark,
        _ => &finding.span,
    };
    text.get(shown.clone()).unwrap_or("")
}

impl Row<'_> {
    /// The phrase, how often, and how its level is called.
    fn title(&self, messages: &Messages, show: Show<'_>) -> String {
        let level = self.finding.rule.level;
        let name = paint(messages.level(level), style(level).bold(), show.colour);
        let times = if self.times > 1 { format!(" ×{}", self.times) } else { String::new() };
        format!("{}{times} · {name}", messages.quoted(&self.phrase))
    }
}

fn finding(row: &Row<'_>, messages: &Messages, show: Show<'_>) -> String {
    let mut lines = vec![row.title(messages, show)];
    if row.finding.rule.removes {
        lines.push(format!("  → {}", messages.leave_out));
    }
    let suggestions = row.finding.suggestions.iter().filter(|_| !row.finding.rule.removes);
    lines.extend(suggestions.map(|suggestion| format!("  → {}", plain_line(suggestion).trim())));
    if let Some(why) = &row.finding.rule.why {
        lines.push(format!("  {} {}", messages.why, plain_line(why)));
    }
    lines.push(paint(&origin(row.finding, show), DIM, show.colour));
    lines.join("\n")
}

/// The principle and the rule.
fn origin(finding: &Finding, show: Show<'_>) -> String {
    let principle = finding.rule.principle.as_deref().map(|id| {
        let known = show.principles.iter().find(|principle| principle.id == id);
        known.and_then(|principle| principle.name(show.language.key())).unwrap_or(id)
    });
    let principle = principle.map(|name| format!("{} · ", plain_line(name))).unwrap_or_default();
    format!("  {principle}{}", plain_line(&finding.rule.id))
}

fn blanks(review: &Review, messages: &Messages, show: Show<'_>) -> Option<String> {
    let mut shown: Vec<String> = Vec::new();
    for blank in &review.blanks {
        let hint = paint(&format!("[{}]", plain_line(&blank.hint)), BOLD, show.colour);
        if !shown.contains(&hint) {
            shown.push(hint);
        }
    }
    (!shown.is_empty()).then(|| format!("{} {}", messages.blanks, shown.join(", ")))
}

fn remaining(review: &Review, messages: &Messages, show: Show<'_>) -> String {
    let mut lines = vec![messages.remaining.to_owned()];
    for row in rows(&review.rewrite, &review.remaining) {
        lines.push(format!(
            "  {} · {}",
            row.title(messages, show),
            plain_line(&row.finding.rule.id)
        ));
    }
    lines.join("\n")
}

fn nothing<'m>(draft: &str, review: &Review, messages: &'m Messages) -> &'m str {
    match () {
        () if draft.trim().is_empty() => messages.empty,
        () if review.blanks.is_empty() => messages.nothing,
        () => messages.nothing_but_blanks,
    }
}
