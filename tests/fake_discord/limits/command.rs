//! The limits of application commands.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use super::{list, needed_text};
use crate::refusal::Problems;

const OPTIONS: usize = 25;
const CHOICES: usize = 25;
const TEXT: usize = 100;
const ALL_TEXTS: usize = 8000;
pub const CHAT: u64 = 1;

static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[-_'\p{L}\p{N}]{1,32}$").unwrap());

/// The locales that Discord knows.
const LOCALES: &[&str] = &[
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
    "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th",
    "zh-CN", "ja", "zh-TW", "ko",
];

pub fn kind(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(CHAT)
}

/// Checks a command at a path, which is empty for a command alone and ends in a dot otherwise.
pub fn check(problems: &mut Problems, path: &str, command: &Value) {
    if kind(command) == CHAT {
        check_named(problems, path, command);
        check_options(problems, path, &command["options"]);
    } else {
        needed_text(problems, &format!("{path}name"), &command["name"], 1..=32);
        let described = command["description"].as_str().is_some_and(|text| !text.is_empty());
        if described || command["options"].as_array().is_some_and(|it| !it.is_empty()) {
            problems.add(
                &format!("{path}description"),
                "APPLICATION_COMMANDS_CONTEXT_MENU_DESCRIPTION",
                "Context menu commands have neither a description nor options",
            );
        }
        check_locales(problems, path, command, &|text| (1..=32).contains(&text.chars().count()));
    }
    let most = longest(command);
    if most > ALL_TEXTS {
        problems.add(
            path.trim_end_matches('.'),
            "APPLICATION_COMMAND_TOO_LARGE",
            format!("Command exceeds maximum size ({ALL_TEXTS})"),
        );
    }
}

/// The name and description of a command or option, in all its languages.
fn check_named(problems: &mut Problems, path: &str, named: &Value) {
    let name = needed_text(problems, &format!("{path}name"), &named["name"], 1..=32);
    if !name.is_empty() && !is_name(name) {
        problems.add(
            &format!("{path}name"),
            "APPLICATION_COMMAND_INVALID_NAME",
            "Command name is invalid",
        );
    }
    needed_text(problems, &format!("{path}description"), &named["description"], 1..=TEXT);
    check_locales(problems, path, named, &is_name);
}

fn is_name(name: &str) -> bool {
    NAME.is_match(name) && name.to_lowercase() == name
}

fn check_locales(
    problems: &mut Problems,
    path: &str,
    named: &Value,
    is_good_name: &dyn Fn(&str) -> bool,
) {
    let is_text = |text: &str| (1..=TEXT).contains(&text.chars().count());
    for key in ["name_localizations", "description_localizations"] {
        let is_good = |text: &str| match key {
            "name_localizations" => is_good_name(text),
            _ => is_text(text),
        };
        for (locale, text) in named[key].as_object().into_iter().flatten() {
            if !LOCALES.contains(&locale.as_str()) || !text.as_str().is_some_and(is_good) {
                problems.add(
                    &format!("{path}{key}.{locale}"),
                    "APPLICATION_COMMAND_INVALID_LOCALIZATION",
                    format!("{locale}: {text} is invalid"),
                );
            }
        }
    }
}

fn check_options(problems: &mut Problems, path: &str, options: &Value) {
    let options = list(problems, &format!("{path}options"), options, OPTIONS);
    let mut names = HashSet::new();
    let mut optional_seen = false;
    for (index, option) in options.iter().enumerate() {
        let path = format!("{path}options.{index}.");
        check_named(problems, &path, option);
        if !names.insert(&option["name"]) {
            problems.add(
                &format!("{path}name"),
                "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                "Option name already exists",
            );
        }
        let is_required = option["required"] == true;
        if is_required && optional_seen {
            problems.add(
                &format!("{path}required"),
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            );
        }
        optional_seen |= !is_required;
        check_option_values(problems, &path, option);
        check_options(problems, &path, &option["options"]);
    }
}

fn check_option_values(problems: &mut Problems, path: &str, option: &Value) {
    if !matches!(option["type"].as_u64(), Some(1..=11)) {
        problems.required(&format!("{path}type"));
    }
    let choices = list(problems, &format!("{path}choices"), &option["choices"], CHOICES);
    if option["autocomplete"] == true && !choices.is_empty() {
        problems.add(
            &format!("{path}autocomplete"),
            "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
            "Autocomplete can't be combined with choices",
        );
    }
    for (index, choice) in choices.iter().enumerate() {
        needed_text(problems, &format!("{path}choices.{index}.name"), &choice["name"], 1..=TEXT);
    }
    for (key, range) in [("min_length", 0..=6000), ("max_length", 1..=6000)] {
        if option[key].as_u64().is_some_and(|length| !range.contains(&length)) {
            problems.add(&format!("{path}{key}"), "NUMBER_TYPE_MAX", "Must be 6000 or less.");
        }
    }
}

/// The names, descriptions and values of a command in the locale in which they are longest.
fn longest(command: &Value) -> usize {
    let mut locales = BTreeSet::new();
    collect_locales(command, &mut locales);
    locales.insert("");
    locales.iter().map(|locale| texts(command, locale)).max().unwrap_or(0)
}

fn collect_locales<'v>(command: &'v Value, locales: &mut BTreeSet<&'v str>) {
    for key in ["name_localizations", "description_localizations"] {
        let known = command[key].as_object();
        locales.extend(known.into_iter().flat_map(|map| map.keys()).map(String::as_str));
    }
    for key in ["options", "choices"] {
        for inner in command[key].as_array().into_iter().flatten() {
            collect_locales(inner, locales);
        }
    }
}

fn texts(command: &Value, locale: &str) -> usize {
    let localised = |key: &str| {
        let text = command[format!("{key}_localizations")][locale].as_str();
        text.or(command[key].as_str()).unwrap_or("").chars().count()
    };
    let value = command["value"].as_str().unwrap_or("").chars().count();
    let inner = ["options", "choices"].iter().flat_map(|key| command[key].as_array()).flatten();
    localised("name")
        + localised("description")
        + value
        + inner.map(|inner| texts(inner, locale)).sum::<usize>()
}
