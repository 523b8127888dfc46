//! The limits of forms, of what is filled into them, and of autocomplete.

use std::collections::HashSet;

use serde_json::Value;

use super::components::{CUSTOM_ID, ROW, TEXT_INPUT, custom_id};
use super::{list, needed_text, text};
use crate::refusal::{Problems, Refusal};

const TITLE: usize = 45;
const INPUTS: usize = 5;
const LABEL: usize = 45;
const PLACEHOLDER: usize = 100;
pub const INPUT: usize = 4000;
const CHOICES: usize = 25;
const CHOICE: usize = 100;

pub fn check(form: &Value) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    needed_text(&mut problems, "data.title", &form["title"], 1..=TITLE);
    needed_text(&mut problems, "data.custom_id", &form["custom_id"], 1..=CUSTOM_ID);
    let rows = list(&mut problems, "data.components", &form["components"], INPUTS);
    if rows.is_empty() {
        problems.required("data.components");
    }
    let mut ids = HashSet::new();
    for (index, row) in rows.iter().enumerate() {
        let path = format!("data.components.{index}");
        let inputs = list(&mut problems, &format!("{path}.components"), &row["components"], 1);
        let well_made = row["type"] == ROW
            && inputs.len() == 1
            && inputs.iter().all(|input| input["type"] == TEXT_INPUT);
        if !well_made {
            problems.add(&path, "UNION_TYPE_CHOICES", "A row of a form holds one text input.");
        }
        for input in inputs {
            check_input(&mut problems, &format!("{path}.components.0"), input, &mut ids);
        }
    }
    problems.refuse()
}

fn check_input(problems: &mut Problems, path: &str, input: &Value, ids: &mut HashSet<String>) {
    custom_id(problems, path, input, ids);
    needed_text(problems, &format!("{path}.label"), &input["label"], 1..=LABEL);
    text(problems, &format!("{path}.placeholder"), &input["placeholder"], 0..=PLACEHOLDER);
    if !matches!(input["style"].as_u64(), Some(1 | 2)) {
        problems.add(&format!("{path}.style"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2}.");
    }
    let bounds = input_bounds(input);
    for (key, range, value) in
        [("min_length", 0..=INPUT, bounds.0), ("max_length", 1..=INPUT, bounds.1)]
    {
        if !range.contains(&value) {
            problems.add(
                &format!("{path}.{key}"),
                "NUMBER_TYPE_MAX",
                "Must be between 0 and 4000.",
            );
        }
    }
    if bounds.0 > bounds.1 {
        problems.add(path, "TEXT_INPUT_MIN_MAX", "The least length is above the greatest.");
    }
    // A prefilled text that the person could not send is refused when the form is opened.
    if input["value"].as_str().is_some_and(|value| !value.is_empty()) {
        text(problems, &format!("{path}.value"), &input["value"], bounds.0..=bounds.1.min(INPUT));
    }
}

/// The least and greatest length of what a text input takes.
pub fn input_bounds(input: &Value) -> (usize, usize) {
    let number = |key: &str| input[key].as_u64().map(|it| usize::try_from(it).unwrap());
    (number("min_length").unwrap_or(0), number("max_length").unwrap_or(INPUT))
}

pub fn check_choices(data: &Value) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    let choices = list(&mut problems, "data.choices", &data["choices"], CHOICES);
    for (index, choice) in choices.iter().enumerate() {
        let path = format!("data.choices.{index}");
        needed_text(&mut problems, &format!("{path}.name"), &choice["name"], 1..=CHOICE);
        if choice["value"].is_string() {
            text(&mut problems, &format!("{path}.value"), &choice["value"], 0..=CHOICE);
        } else if !choice["value"].is_number() {
            problems.required(&format!("{path}.value"));
        }
    }
    problems.refuse()
}
