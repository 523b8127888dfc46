//! The limits of buttons and menus under a message.

use std::collections::HashSet;

use serde_json::Value;

use super::{list, needed_text, text};
use crate::refusal::Problems;

const ROWS: usize = 5;
const BUTTONS: usize = 5;
pub const CUSTOM_ID: usize = 100;
const LABEL: usize = 80;
const URL: usize = 512;
const OPTIONS: usize = 25;
const OPTION_TEXT: usize = 100;
const PLACEHOLDER: usize = 150;

pub const ROW: u64 = 1;
pub const BUTTON: u64 = 2;
pub const TEXT_INPUT: u64 = 4;
const STRING_SELECT: u64 = 3;
const LINK_STYLE: u64 = 5;
const PREMIUM_STYLE: u64 = 6;

pub fn check(problems: &mut Problems, components: &Value) {
    let mut ids = HashSet::new();
    for (index, row) in list(problems, "components", components, ROWS).iter().enumerate() {
        let path = format!("components.{index}");
        if row["type"] != ROW {
            problems.add(
                &path,
                "UNION_TYPE_CHOICES",
                "Value of field \"type\" must be one of (1,).",
            );
            continue;
        }
        let path = format!("{path}.components");
        let members = list(problems, &path, &row["components"], BUTTONS);
        if members.is_empty() {
            problems.add(&path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
        if members.len() > 1 && members.iter().any(|member| member["type"] != BUTTON) {
            problems.add(
                &path,
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width",
            );
        }
        for (index, member) in members.iter().enumerate() {
            check_member(problems, &format!("{path}.{index}"), member, &mut ids);
        }
    }
}

fn check_member(problems: &mut Problems, path: &str, member: &Value, ids: &mut HashSet<String>) {
    match member["type"].as_u64() {
        Some(BUTTON) => check_button(problems, path, member, ids),
        Some(STRING_SELECT) => {
            custom_id(problems, path, member, ids);
            check_options(problems, path, member);
        }
        Some(5..=8) => custom_id(problems, path, member, ids),
        _ => problems.add(
            &format!("{path}.type"),
            "UNION_TYPE_CHOICES",
            "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).",
        ),
    }
}

fn check_button(problems: &mut Problems, path: &str, button: &Value, ids: &mut HashSet<String>) {
    let label = text(problems, &format!("{path}.label"), &button["label"], 0..=LABEL);
    if label.is_empty() && button["emoji"].is_null() {
        problems.add(path, "BUTTON_COMPONENT_INVALID", "A button must have a label or an emoji");
    }
    match button["style"].as_u64() {
        Some(LINK_STYLE) => {
            needed_text(problems, &format!("{path}.url"), &button["url"], 1..=URL);
            if !button["custom_id"].is_null() {
                problems.add(
                    path,
                    "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                    "A custom id and url cannot both be specified",
                );
            }
        }
        Some(1..=4) => custom_id(problems, path, button, ids),
        Some(PREMIUM_STYLE) => (),
        _ => problems.add(
            &format!("{path}.style"),
            "BASE_TYPE_CHOICES",
            "Value must be one of {1, 2, 3, 4, 5, 6}.",
        ),
    }
}

fn check_options(problems: &mut Problems, path: &str, select: &Value) {
    text(problems, &format!("{path}.placeholder"), &select["placeholder"], 0..=PLACEHOLDER);
    let path = format!("{path}.options");
    let options = list(problems, &path, &select["options"], OPTIONS);
    if options.is_empty() {
        problems.required(&path);
    }
    let mut values = HashSet::new();
    for (index, option) in options.iter().enumerate() {
        for key in ["label", "value"] {
            needed_text(problems, &format!("{path}.{index}.{key}"), &option[key], 1..=OPTION_TEXT);
        }
        let place = format!("{path}.{index}.description");
        text(problems, &place, &option["description"], 0..=OPTION_TEXT);
        if !values.insert(option["value"].to_string()) {
            problems.add(
                &format!("{path}.{index}.value"),
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used",
            );
        }
    }
}

/// A custom id has 1 to 100 characters and is the only one of its kind in a message or form.
pub fn custom_id(
    problems: &mut Problems,
    path: &str,
    component: &Value,
    ids: &mut HashSet<String>,
) {
    let path = format!("{path}.custom_id");
    let id = needed_text(problems, &path, &component["custom_id"], 1..=CUSTOM_ID);
    if !ids.insert(id.to_owned()) {
        problems.add(
            &path,
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            "Component custom id cannot be duplicated",
        );
    }
}
