//! A panel as text; its controls have numbers.

use crate::model::Language;
use crate::text;
use crate::ui::talk;
use crate::ui::{Action, Control, Field, Panel};

/// What follows when a control is chosen.
pub enum Asked {
    /// Nothing more is asked.
    Pressed(Action),
    /// One of several has to be chosen.
    Choice {
        /// What is done with the choice.
        action: Action,
        /// The list, numbered.
        question: String,
        /// What comes back, in the order of the numbers.
        values: Vec<String>,
    },
}

/// What a panel says. Foreign text in it can't move the cursor.
pub fn shown(panel: &Panel) -> String {
    let text = panel.text();
    let lines: Vec<String> = text.lines().map(text::plain_line).collect();
    lines.join("\n")
}

/// `[1] Activate  [2] Cancel`.
pub fn controls(panel: &Panel) -> String {
    let label = |control: &Control| match control {
        Control::Button(button) => button.label.clone(),
        Control::Select(list) => format!("{}…", list.label),
        Control::ChannelSelect(list) => format!("{}…", list.label),
        Control::RoleSelect(list) => format!("{}…", list.label),
    };
    let numbered =
        panel.controls.iter().enumerate().map(|(number, control)| {
            format!("[{}] {}", number + 1, text::plain_line(&label(control)))
        });
    numbered.collect::<Vec<_>>().join("  ")
}

/// What is asked when a control is chosen.
pub fn asked(control: &Control, language: Language) -> Asked {
    let (action, label, options): (_, _, Vec<(String, String, bool)>) = match control {
        Control::Button(button) => return Asked::Pressed(button.action.clone()),
        Control::Select(list) => {
            let options = list.options.iter();
            let option = options.map(|it| (it.value.clone(), it.label.clone(), it.is_chosen));
            (&list.action, &list.label, option.collect())
        }
        // The room has one channel and no roles.
        Control::ChannelSelect(list) => {
            let here = talk::TERMINAL_CHANNEL.to(language).to_owned();
            (&list.action, &list.label, vec![("0".to_owned(), here, !list.chosen.is_empty())])
        }
        Control::RoleSelect(list) => (&list.action, &list.label, Vec::new()),
    };
    let mut question = label.clone();
    for (number, (_, shown, is_chosen)) in options.iter().enumerate() {
        let sign = if *is_chosen { "●" } else { "○" };
        question.push_str(&format!("\n  {sign} {}. {}", number + 1, text::plain_line(shown)));
    }
    let values = options.into_iter().map(|(value, ..)| value).collect();
    Asked::Choice { action: action.clone(), question, values }
}

/// The values of the numbers that were typed.
pub fn chosen(written: &str, values: &[String]) -> Vec<String> {
    let numbers = written.split(|sign: char| sign.is_whitespace() || sign == ',');
    let value = |number: &str| values.get(number.parse::<usize>().ok()?.checked_sub(1)?).cloned();
    numbers.filter_map(value).collect()
}

/// What is asked for a field of a form.
pub fn question(field: &Field) -> String {
    if field.example.is_empty() {
        format!("{}: ", field.label)
    } else {
        format!("{} ({}): ", field.label, field.example)
    }
}
