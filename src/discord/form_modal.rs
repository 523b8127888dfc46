//! A form of the checker as a form on Discord.

use super::escape;
use super::limits::{self, clipped, length};
use super::outgoing::{InputBox, Modal};
use crate::check::{BlankField, CardForm, FormKind};
use crate::model::Language;
use crate::ui;
use crate::ui::talk;

/// A form of a panel as Discord shows it.
pub fn modal(modal: &ui::Modal) -> Modal {
    let input = |field: &ui::Field| InputBox {
        label: clipped(&escape::label(&field.label), limits::BOX_LABEL),
        placeholder: clipped(&escape::label(&field.example), limits::BOX_PLACEHOLDER),
        value: fitting(&field.value),
        max_length: max_length(field.max_chars),
        is_long: field.is_long,
        is_required: field.is_required,
    };
    Modal {
        custom_id: modal.action.encode(),
        title: clipped(&escape::label(&modal.title), limits::MODAL_TITLE),
        boxes: modal.fields.iter().take(limits::MODAL_BOXES).map(input).collect(),
    }
}

fn max_length(max_chars: usize) -> u16 {
    u16::try_from(max_chars.min(limits::BOX_VALUE)).unwrap_or(u16::MAX)
}

/// A form as Discord shows it.
pub fn form_modal(form: &CardForm, language: Language) -> Modal {
    let title = match form.kind {
        FormKind::Draft => talk::DRAFT_FORM,
        FormKind::Blanks => talk::BLANKS_FORM,
    };
    let boxes = form.fields.iter().take(limits::MODAL_BOXES);
    Modal {
        custom_id: form.state.written(form.action),
        title: clipped(title.to(language), limits::MODAL_TITLE),
        boxes: boxes.map(|field| input_box(field, language)).collect(),
    }
}

fn input_box(field: &BlankField, language: Language) -> InputBox {
    let max_length = max_length(field.max_chars);
    match &field.hint {
        None => InputBox {
            label: clipped(talk::DRAFT_BOX.to(language), limits::BOX_LABEL),
            placeholder: String::new(),
            value: fitting(&field.value),
            max_length,
            is_long: true,
            is_required: true,
        },
        Some(hint) => InputBox {
            label: label(hint, language),
            placeholder: clipped(&placeholder(field, hint, language), limits::BOX_PLACEHOLDER),
            value: String::new(),
            max_length,
            is_long: false,
            is_required: false,
        },
    }
}

/// The hint; a blank without one has a label all the same, for Discord wants it.
fn label(hint: &str, language: Language) -> String {
    let hint = escape::label(hint);
    let hint = if hint.trim().is_empty() { talk::FILL_BLANKS.to(language) } else { hint.trim() };
    clipped(hint, limits::BOX_LABEL)
}

/// The words before the blank, by which it is found in the text; else that it may stay empty.
fn placeholder(field: &BlankField, hint: &str, language: Language) -> String {
    let before = escape::label(&field.before);
    if length(hint) > limits::BOX_LABEL {
        escape::label(hint)
    } else if before.trim().is_empty() {
        talk::BLANK_BOX.to(language).to_owned()
    } else {
        format!("{} …", before.trim())
    }
}

/// A text that Discord would not take in a box is not put there at all: half of it would be worse.
fn fitting(value: &str) -> String {
    if length(value) > limits::BOX_VALUE { String::new() } else { value.to_owned() }
}
