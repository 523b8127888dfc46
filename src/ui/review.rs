//! A checked draft for people: the draft with its phrases marked, what to say instead and why,
//! and the whole of it reworded.

use anstyle::{AnsiColor, Style};

use super::marked::{Mark, coloured, underlined};
use super::messages::Messages;
use super::{Said, talk, team};
use crate::check::{Card, CardAction, Note, Row, RowPick, Stage, rows};
use crate::engine::{Blank, Finding, Review};
use crate::model::Language;
use crate::rules::{Level, Principle};
use crate::text::{plain, plain_line};

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
    for row in &rows(draft, &review.findings) {
        let found = row.first(&review.findings);
        parts.extend(found.map(|found| finding(row, found, None, messages, show)));
    }
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
        parts.push(remaining(&review.rewrite, &review.remaining, Ids::Shown, show));
    }
    parts.extend(skipped(review, messages));
    paragraphs(parts)
}

/// Rules of a draft that are named where they were left out of it.
const MOST_SKIPPED: usize = 10;

fn skipped(review: &Review, messages: &Messages) -> Option<String> {
    if review.skipped.is_empty() {
        return None;
    }
    let mut lines = vec![messages.skipped.to_owned()];
    let named = review.skipped.iter().take(MOST_SKIPPED);
    lines.extend(named.map(|rule| format!("  {}", plain_line(&rule.id))));
    if review.skipped.len() > MOST_SKIPPED {
        lines.push("  …".to_owned());
    }
    Some(lines.join("\n"))
}

/// A checked draft with what was decided about it; ends with a line break.
pub fn card(card: &Card, show: Show<'_>) -> String {
    let (draft, review, messages) = (&card.draft, &card.review, Messages::of(show.language));
    let mut parts = Vec::new();
    if !(is_filled(card) && review.findings.is_empty()) {
        parts.push(marked_draft(draft, review, show.colour));
    }
    for (number, row) in card.rows.iter().enumerate() {
        let Some(found) = card.finding(number) else { continue };
        let place = Place {
            number: (card.rows.len() > 1).then_some(number + 1),
            is_focus: number == card.focus,
            pick: card.pick(number),
        };
        parts.push(finding(row, found, Some(place), messages, show));
    }
    parts.extend(outcome(card, messages, show));
    parts.extend(blanks(review, messages, show));
    let remaining = card.remaining();
    if !remaining.is_empty() && card.is_reworded() {
        parts.push(self::remaining(&review.rewrite, &remaining, Ids::Hidden, show));
    }
    paragraphs(parts)
}

fn is_filled(card: &Card) -> bool {
    card.stage == Stage::Filled
}

/// The text to take away, or why there is none.
fn outcome(card: &Card, messages: &Messages, show: Show<'_>) -> Option<String> {
    let review = &card.review;
    let title = match (is_filled(card), review.blanks.is_empty()) {
        (true, true) => talk::FINISHED.to(show.language),
        (true, false) => talk::NEARLY_FINISHED.to(show.language),
        (false, _) => messages.rewrite.trim_end_matches(':'),
    };
    if card.is_reworded() || is_filled(card) {
        let title = paint(&format!("{title}:"), BOLD, show.colour);
        return Some(format!("{title}\n{}", rewrite(review, show.colour)));
    }
    if review.findings.is_empty() {
        return Some(nothing(&card.draft, review, messages).to_owned());
    }
    let all_kept = card.picks.iter().all(|pick| pick.keeps());
    all_kept.then(|| talk::ALL_KEPT.to(show.language).to_owned())
}

/// What a note on a card says.
pub fn note(note: Note) -> Said {
    match note {
        Note::RulesChanged => talk::RULES_CHANGED,
        Note::NotAProblem => talk::THANKS_NOTED,
        Note::WithoutOwnRules => team::WITHOUT_OWN_RULES,
    }
}

/// The label of the button of a card's action; `None` for an action without a button.
pub fn card_button(action: CardAction) -> Option<Said> {
    match action {
        CardAction::AnotherWording => Some(talk::ANOTHER_WORDING),
        CardAction::Keep => Some(talk::KEEP),
        CardAction::NotAProblem => Some(talk::NOT_A_PROBLEM),
        CardAction::FillBlanks => Some(talk::FILL_BLANKS),
        CardAction::CheckAgain => Some(talk::CHECK_AGAIN),
        CardAction::Focus | CardAction::BlanksFilled | CardAction::Checked => None,
    }
}

fn paragraphs(mut parts: Vec<String>) -> String {
    parts.retain(|part| !part.is_empty());
    let mut shown = parts.join("\n\n");
    shown.push('\n');
    shown
}

/// The position of a row on a card.
#[derive(Clone, Copy)]
struct Place {
    /// Its number, if there are several.
    number: Option<usize>,
    is_focus: bool,
    pick: RowPick,
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

/// The phrase, how often, and how its level is called.
fn title(row: &Row, finding: &Finding, messages: &Messages, show: Show<'_>) -> String {
    let level = finding.rule.level;
    let name = paint(messages.level(level), style(level).bold(), show.colour);
    format!("{}{} · {name}", messages.quoted(&row.phrase), row.times())
}

fn finding(
    row: &Row,
    finding: &Finding,
    place: Option<Place>,
    messages: &Messages,
    show: Show<'_>,
) -> String {
    let mut lines = vec![format!("{}{}", numbered(place), title(row, finding, messages, show))];
    let pick = place.map(|place| place.pick).unwrap_or_default();
    match pick {
        RowPick::Keep => lines.push(format!("  = {}", talk::KEPT.to(show.language))),
        RowPick::NotAProblem => lines.push(format!("  = {}", talk::NOTED.to(show.language))),
        RowPick::Fitting | RowPick::Wording(_) => lines.extend(instead(finding, messages)),
    }
    // A person who decided to keep a phrase does not read again why not to.
    if let Some(why) = &finding.rule.why
        && !pick.keeps()
    {
        lines.push(format!("  {} {}", messages.why, plain_line(why)));
    }
    let origin = match place {
        Some(_) => principle(finding, show).map(|name| format!("  {name}")),
        None => Some(origin(finding, show)),
    };
    lines.extend(origin.map(|origin| paint(&origin, DIM, show.colour)));
    lines.join("\n")
}

/// What replaces the marked words, or that they are for the agent to write.
fn instead(finding: &Finding, messages: &Messages) -> Vec<String> {
    if finding.removes && finding.chosen.is_some() {
        return vec![format!("  → {}", messages.leave_out)];
    }
    let line = |sign: &str, short: &str| format!("  {sign} {}", plain_line(short).trim());
    let mut lines = Vec::new();
    for (number, suggestion) in finding.suggestions.iter().enumerate() {
        let applied = Some(number) == finding.chosen;
        lines.push(line(if applied { "→" } else { "·" }, &suggestion.short));
        if applied && suggestion.commits {
            lines.push(format!("  {}", messages.commits));
        }
    }
    if finding.chosen.is_none() && !finding.removes && !finding.held.is_empty() {
        lines.push(format!("  {}", messages.yours));
        let wordings = finding.held.iter().filter(|held| !held.short.is_empty());
        lines.extend(wordings.map(|held| line("·", &held.short)));
    }
    lines
}

/// The number of a row among several, with a mark at the one that the buttons are about.
fn numbered(place: Option<Place>) -> String {
    let Some(Place { number: Some(number), is_focus, .. }) = place else { return String::new() };
    let sign = if is_focus { "▸ " } else { "" };
    format!("{sign}{number}. ")
}

/// The principle that a rule serves.
fn principle(finding: &Finding, show: Show<'_>) -> Option<String> {
    finding.rule.principle.as_deref().map(|id| {
        let known = show.principles.iter().find(|principle| principle.id == id);
        plain_line(known.and_then(|it| it.name(show.language.key())).unwrap_or(id))
    })
}

/// The principle and the rule, for authors of rule files.
fn origin(finding: &Finding, show: Show<'_>) -> String {
    let principle = principle(finding, show).map(|name| format!("{name} · ")).unwrap_or_default();
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

/// Whether rules are called by their ids: authors of rule files look for them, agents do not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ids {
    Shown,
    Hidden,
}

fn remaining(text: &str, findings: &[Finding], ids: Ids, show: Show<'_>) -> String {
    let messages = Messages::of(show.language);
    let mut lines = vec![messages.remaining.to_owned()];
    for row in &rows(text, findings) {
        let Some(found) = row.first(findings) else { continue };
        let title = title(row, found, messages, show);
        lines.push(match ids {
            Ids::Shown => format!("  {title} · {}", plain_line(&found.rule.id)),
            Ids::Hidden => format!("  {title}"),
        });
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
