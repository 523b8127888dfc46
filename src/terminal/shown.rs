//! Answers as text.

use crate::check::{BlankField, Card, CardAction, CardButton, Explained};
use crate::model::Language;
use crate::text;
use crate::ui;
use crate::ui::{CommandKind, Who};
use crate::ui::{Show, talk};

/// Characters of a phrase that are shown in the list of phrases.
const PHRASE_CHARS: usize = 40;

/// Something that can be chosen on a card by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// What is done.
    pub action: CardAction,
    /// The row to turn to, for [`CardAction::Focus`].
    pub row: Option<usize>,
}

/// The buttons of a card in the order of their numbers, so that a number always means the same.
const NUMBERED: [CardAction; 5] = [
    CardAction::AnotherWording,
    CardAction::Keep,
    CardAction::NotAProblem,
    CardAction::FillBlanks,
    CardAction::CheckAgain,
];

impl Choice {
    /// How many numbers a card has.
    pub fn count(card: &Card) -> usize {
        NUMBERED.len() + if card.rows.len() > 1 { card.rows.len() } else { 0 }
    }

    /// What a number from 1 on stands for; `None` if it can't be chosen now.
    pub fn of(card: &Card, number: usize) -> Option<Choice> {
        let index = number.checked_sub(1)?;
        if let Some(action) = NUMBERED.get(index) {
            let can_press = |button: &CardButton| button.action == *action && button.can_press;
            let there = card.buttons().iter().any(can_press);
            return there.then_some(Choice { action: *action, row: None });
        }
        let row = index - NUMBERED.len();
        let there = card.rows.len() > 1 && row < card.rows.len() && row != card.focus;
        there.then_some(Choice { action: CardAction::Focus, row: Some(row) })
    }
}

/// A card, with its choices numbered.
pub fn card(card: &Card, show: Show<'_>) -> String {
    let mut text: String = card
        .notes
        .iter()
        .map(|note| format!("{}\n\n", ui::note(*note).to(show.language)))
        .collect();
    text.push_str(&ui::card(card, show));
    text.push('\n');
    text.push_str(&choices(card, show.language));
    text
}

/// `[1] Another wording  [2] Keep as it is`, and under it the other phrases.
pub fn choices(card: &Card, language: Language) -> String {
    let mut buttons: Vec<String> = Vec::new();
    let mut phrases: Vec<String> = Vec::new();
    for number in 1..=Choice::count(card) {
        let Some(choice) = Choice::of(card, number) else { continue };
        let row = choice.row.and_then(|row| Some((row, card.rows.get(row)?)));
        if let Some(label) = ui::card_button(choice.action) {
            buttons.push(format!("[{number}] {}", label.to(language)));
        } else if let Some((at, row)) = row {
            phrases.push(format!("[{number}] {}. {}", at + 1, shortened(&row.phrase)));
        }
    }
    let mut text = buttons.join("  ");
    if !phrases.is_empty() {
        text.push_str(&format!("\n{} {}", talk::WHICH_PHRASE.to(language), phrases.join("  ")));
    }
    text
}

fn shortened(phrase: &str) -> String {
    if phrase.chars().count() <= PHRASE_CHARS {
        return phrase.to_owned();
    }
    let kept: String = phrase.chars().take(PHRASE_CHARS - 1).collect();
    format!("{}…", kept.trim_end())
}

/// A rule for an agent.
pub fn explained(explained: &Explained, show: Show<'_>) -> String {
    let language = show.language;
    let mut lines = vec![format!(
        "{} {}",
        talk::PHRASES.to(language),
        shown_phrases(&explained.phrases, explained.more_phrases)
    )];
    if let Some((before, after)) = &explained.pair {
        lines.push(format!("{} {before}", talk::INSTEAD_OF.to(language)));
        lines.push(format!("{} {after}", talk::SAY.to(language)));
    }
    let others = explained.wordings.iter().skip(1);
    lines.extend(others.map(|wording| format!("  {} {wording}", talk::ALSO.to(language))));
    lines.extend(explained.why.iter().map(|why| format!("{} {why}", talk::WHY.to(language))));
    if let Some(principle) = &explained.principle {
        let name = principle.name(language.key()).unwrap_or(&principle.id);
        let summary = principle.summary(language.key()).unwrap_or("");
        lines.push(format!("{name}. {summary}"));
    }
    lines.extend(
        explained.source.iter().map(|source| format!("{} {source}", talk::SOURCE.to(language))),
    );
    one_line_each(&lines)
}

fn one_line_each(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{}\n", one_line(line))).collect()
}

fn shown_phrases(phrases: &[String], more: usize) -> String {
    let more = if more > 0 { format!(" · +{more}") } else { String::new() };
    format!("{}{more}", phrases.join(" · "))
}

/// Every command with what it is good for.
pub fn help(who: Who, language: Language) -> String {
    let mut text = format!("{}\n\n", talk::HELP_INTRO.to(language));
    for command in ui::commands().filter(|command| command.who != Who::Leads) {
        text.push_str(&entry(command, language));
    }
    if who == Who::Leads {
        text.push_str(&format!("\n{}\n\n", talk::HELP_FOR_LEADS.to(language)));
        for command in ui::commands().filter(|command| command.who == Who::Leads) {
            text.push_str(&entry(command, language));
        }
    }
    text.push('\n');
    text.push_str(talk::TERMINAL_HELP.to(language));
    text
}

/// A command that can be typed; those in the menu of a message are not there in a terminal.
fn entry(command: &ui::Command, language: Language) -> String {
    if command.kind == CommandKind::MessageMenu {
        return String::new();
    }
    let mut text = format!("{}\n", command.written(language));
    text.push_str(&format!("  {}\n", command.description.to(language)));
    if let Some(example) = command.example {
        text.push_str(&format!("  {} {}\n", talk::FOR_EXAMPLE.to(language), example.to(language)));
    }
    text
}

/// What is asked for a blank: the words before it, and its hint.
pub fn question(field: &BlankField) -> String {
    let hint = field.hint.as_deref().unwrap_or("");
    let before = one_line(&field.before);
    let space = if before.is_empty() { "" } else { " " };
    format!("{before}{space}[{}]: ", one_line(hint))
}

/// Foreign text that can't move the cursor, in one line.
fn one_line(text: &str) -> String {
    text::plain_line(text)
}
