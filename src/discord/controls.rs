//! The buttons of a card, and the list of its phrases.

use super::escape;
use super::limits::{self, clipped};
use super::outgoing::{Button, Choice, Row, Select, SelectFrom};
use crate::check::{Card, CardAction, CardButton, CardState};
use crate::model::Language;
use crate::ui;
use crate::ui::{Said, talk};

/// What the button carries that opens an empty form: on cards that carry no draft.
pub const EMPTY_FORM: &str = "form";

/// Phrases on one page of the list; two more lead to the neighbouring pages.
const PAGE: usize = limits::OPTIONS - 2;

/// What can be pressed on a card, in rows. A card that does not carry its draft has a single button.
pub fn rows(card: &Card, language: Language, carries: bool) -> Vec<Row> {
    if !carries {
        let label = talk::CHECK_AGAIN.to(language).to_owned();
        let custom_id = EMPTY_FORM.to_owned();
        return vec![Row::Buttons(vec![Button {
            custom_id,
            label,
            is_next: false,
            can_press: true,
        }])];
    }
    let (of_row, of_all): (Vec<_>, Vec<_>) =
        card.buttons().into_iter().partition(|button| is_of_row(button.action));
    let state = card.state();
    let button = |button: CardButton| button_of(card, &state, button, language);
    let mut rows: Vec<Row> = phrases(card, &state, language).map(Row::Select).into_iter().collect();
    for buttons in [of_row, of_all] {
        let buttons: Vec<Button> = buttons.into_iter().filter_map(button).collect();
        if !buttons.is_empty() {
            rows.push(Row::Buttons(buttons));
        }
    }
    rows
}

fn is_of_row(action: CardAction) -> bool {
    matches!(action, CardAction::AnotherWording | CardAction::Keep | CardAction::NotAProblem)
}

fn button_of(
    card: &Card,
    state: &CardState,
    button: CardButton,
    language: Language,
) -> Option<Button> {
    let label = ui::card_button(button.action)?.to(language);
    let several = card.rows.len() > 1 && is_of_row(button.action);
    let label = if several { format!("{label} ({})", card.focus + 1) } else { label.to_owned() };
    Some(Button {
        custom_id: state.written(button.action),
        label: clipped(&label, limits::BUTTON_LABEL),
        is_next: button.action == CardAction::FillBlanks,
        can_press: button.can_press,
    })
}

/// The list of phrases, on the page of the one that the buttons are about; none where there is but one.
fn phrases(card: &Card, state: &CardState, language: Language) -> Option<Select> {
    if card.rows.len() < 2 {
        return None;
    }
    let all_fit = card.rows.len() <= limits::OPTIONS;
    let page = if all_fit { limits::OPTIONS } else { PAGE };
    let first = card.focus / page * page;
    let shown = card.rows.iter().enumerate().skip(first).take(page);
    let mut options: Vec<Choice> = shown
        .map(|(number, row)| Choice {
            label: {
                let label = format!("{}. {}", number + 1, row.phrase);
                clipped(&escape::label(&label), limits::OPTION_TEXT)
            },
            value: number.to_string(),
            is_chosen: number == card.focus,
        })
        .collect();
    let page_at = |row: usize, label: Said| Choice {
        label: label.to(language).to_owned(),
        value: row.to_string(),
        is_chosen: false,
    };
    if let Some(former) = first.checked_sub(page) {
        options.insert(0, page_at(former, talk::FORMER_PHRASES));
    }
    if first + page < card.rows.len() {
        options.push(page_at(first + page, talk::MORE_PHRASES));
    }
    Some(Select {
        custom_id: state.written(CardAction::Focus),
        placeholder: talk::WHICH_PHRASE.to(language).to_owned(),
        from: SelectFrom::Choices(options),
        count: (1, 1),
    })
}
