//! A form of the desk as a form on Discord.

use super::limits::{self, clipped, length};
use super::outgoing::{InputBox, Modal};
use crate::check::{Field, Form, FormKind};
use crate::model::Language;
use crate::text;
use crate::ui::talk;
use crate::ui::{Question, Questions};

/// A form of the reception's as Discord shows it.
pub fn questions_modal(questions: &Questions) -> Modal {
    let input = |question: &Question| InputBox {
        label: clipped(&question.label, limits::BOX_LABEL),
        placeholder: clipped(&question.example, limits::BOX_PLACEHOLDER),
        value: fitting(&question.value),
        max_length: max_length(question.max_chars),
        is_long: question.is_long,
        is_required: question.is_required,
    };
    Modal {
        custom_id: questions.mark.written(),
        title: clipped(&questions.title, limits::MODAL_TITLE),
        boxes: questions.questions.iter().take(limits::MODAL_BOXES).map(input).collect(),
    }
}

fn max_length(max_chars: usize) -> u16 {
    u16::try_from(max_chars.min(limits::BOX_VALUE)).unwrap_or(u16::MAX)
}

/// A form as Discord shows it.
pub fn form_modal(form: &Form, language: Language) -> Modal {
    let title = match form.kind {
        FormKind::Draft => talk::DRAFT_FORM,
        FormKind::Blanks => talk::BLANKS_FORM,
    };
    let boxes = form.fields.iter().take(limits::MODAL_BOXES);
    Modal {
        custom_id: form.handle.written(form.action),
        title: clipped(title.to(language), limits::MODAL_TITLE),
        boxes: boxes.map(|field| input_box(field, language)).collect(),
    }
}

fn input_box(field: &Field, language: Language) -> InputBox {
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
    let hint = text::plain_line(hint);
    let hint = if hint.trim().is_empty() { talk::FILL_BLANKS.to(language) } else { hint.trim() };
    clipped(hint, limits::BOX_LABEL)
}

/// The words before the blank, by which it is found in the text; else that it may stay empty.
fn placeholder(field: &Field, hint: &str, language: Language) -> String {
    let before = text::plain_line(&field.before);
    if length(hint) > limits::BOX_LABEL {
        text::plain_line(hint)
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
