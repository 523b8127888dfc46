//! What is wrong with the configuration of the bot, in words.

use crate::model::Language;
use crate::ui::said::sentences;

/// One thing that is wrong with the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// Where it is.
    pub place: ConfigPlace,
    /// What it is.
    pub wrong: ConfigWrong,
}

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigPlace {
    /// A line of the file.
    Line(usize),
    /// A variable of the environment.
    Variable(String),
}

/// What is wrong with a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigWrong {
    /// The file can't be read as TOML.
    Syntax {
        /// What the reader says.
        message: String,
    },
    /// No setting is called so.
    UnknownKey {
        /// As it is written there.
        key: String,
        /// The one that is most like it.
        nearest: Option<String>,
        /// All that there are.
        known: Vec<String>,
    },
    /// A setting has a value that it can't have.
    Value {
        /// Which setting.
        key: String,
        /// What it can have.
        expected: Expected,
    },
}

/// What a setting can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// An address of the web.
    Url,
    /// Numbers of channels.
    Channels,
    /// An address of this machine with a port, or a port.
    Address,
    /// `el` or `en`.
    Language,
    Paths,
    /// One path.
    Path,
    /// `text` or `json`.
    LogFormat,
    /// A whole number.
    Number {
        least: u32,
        most: u32,
    },
}

/// The problems of a configuration, a line each; `path` is the file as the user named it.
pub fn config_problems(path: &str, problems: &[ConfigProblem], language: Language) -> String {
    let line = |problem: &ConfigProblem| {
        let place = match &problem.place {
            ConfigPlace::Line(line) => format!("{path}:{line}"),
            ConfigPlace::Variable(name) => name.clone(),
        };
        let wrong = wrong(&problem.wrong, language);
        format!("{place}: {wrong}\n")
    };
    problems.iter().map(line).collect()
}

fn wrong(wrong: &ConfigWrong, language: Language) -> String {
    sentences!(
        language,
        match wrong {
            ConfigWrong::Syntax { message } =>
                ["δεν διαβάζεται ως TOML ({message}).", "can't be read as TOML ({message}).",],
            ConfigWrong::UnknownKey { key, nearest: Some(nearest), .. } => [
                "δεν υπάρχει ρύθμιση «{key}»· μήπως εννοείτε «{nearest}»;",
                "there is no setting “{key}”; did you mean “{nearest}”?",
            ],
            ConfigWrong::UnknownKey { key, known, .. } => [
                "δεν υπάρχει ρύθμιση «{key}»· υπάρχουν: {known}.",
                "there is no setting “{key}”; the settings are: {known}.",
                known = known.join(", "),
            ],
            ConfigWrong::Value { key, expected: takes } => [
                "το «{key}» θέλει {takes}.",
                "“{key}” takes {takes}.",
                takes = expected(takes, language),
            ],
        }
    )
}

fn expected(expected: &Expected, language: Language) -> String {
    sentences!(
        language,
        match expected {
            Expected::Url => [
                "μια διεύθυνση που αρχίζει με http:// ή https://",
                "an address that begins with http:// or https://",
            ],
            Expected::Channels => [
                "αριθμούς καναλιών, π.χ. [\"1234567890123456789\"]",
                "channel IDs, such as [\"1234567890123456789\"]",
            ],
            Expected::Address => [
                "μια θύρα, π.χ. 9464, ή διεύθυνση και θύρα, π.χ. \"127.0.0.1:9464\"",
                "a port, such as 9464, or an address with a port, such as \"127.0.0.1:9464\"",
            ],
            Expected::Language => ["\"el\" ή \"en\"", "\"el\" or \"en\""],
            Expected::Paths => ["διαδρομές, π.χ. [\"κανόνες\"]", "paths, such as [\"rules\"]"],
            Expected::Path => ["μια διαδρομή σε εισαγωγικά", "a path in quotes"],
            Expected::LogFormat => ["\"text\" ή \"json\"", "\"text\" or \"json\""],
            Expected::Number { least, most } =>
                ["έναν ακέραιο από {least} έως {most}", "a whole number from {least} to {most}",],
        }
    )
}
