//! What is wrong with the configuration of the bot, in words.

use crate::model::Language;

/// One thing that is wrong with the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// Where it stands.
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
        /// As it stands there.
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
    /// Paths.
    Paths,
    /// One path.
    Path,
    /// `text` or `json`.
    LogFormat,
    /// A whole number.
    Number {
        /// The least.
        least: u32,
        /// The most.
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
        let wrong = match language {
            Language::El => el(&problem.wrong),
            Language::En => en(&problem.wrong),
        };
        format!("{place}: {wrong}\n")
    };
    problems.iter().map(line).collect()
}

fn el(wrong: &ConfigWrong) -> String {
    match wrong {
        ConfigWrong::Syntax { message } => format!("δεν διαβάζεται ως TOML ({message})."),
        ConfigWrong::UnknownKey { key, nearest: Some(nearest), .. } => {
            format!("δεν υπάρχει ρύθμιση «{key}»· μήπως εννοείτε «{nearest}»;")
        }
        ConfigWrong::UnknownKey { key, known, .. } => {
            format!("δεν υπάρχει ρύθμιση «{key}»· υπάρχουν: {}.", known.join(", "))
        }
        ConfigWrong::Value { key, expected } => {
            let expected = match expected {
                Expected::Url => "μια διεύθυνση που αρχίζει με http:// ή https://".to_owned(),
                Expected::Channels => {
                    "αριθμούς καναλιών, π.χ. [\"1234567890123456789\"]".to_owned()
                }
                Expected::Address => {
                    "μια θύρα, π.χ. 9464, ή διεύθυνση και θύρα, π.χ. \"127.0.0.1:9464\"".to_owned()
                }
                Expected::Language => "\"el\" ή \"en\"".to_owned(),
                Expected::Paths => "διαδρομές, π.χ. [\"κανόνες\"]".to_owned(),
                Expected::Path => "μια διαδρομή σε εισαγωγικά".to_owned(),
                Expected::LogFormat => "\"text\" ή \"json\"".to_owned(),
                Expected::Number { least, most } => {
                    format!("έναν ακέραιο από {least} έως {most}")
                }
            };
            format!("το «{key}» θέλει {expected}.")
        }
    }
}

fn en(wrong: &ConfigWrong) -> String {
    match wrong {
        ConfigWrong::Syntax { message } => format!("can't be read as TOML ({message})."),
        ConfigWrong::UnknownKey { key, nearest: Some(nearest), .. } => {
            format!("there is no setting “{key}”; did you mean “{nearest}”?")
        }
        ConfigWrong::UnknownKey { key, known, .. } => {
            format!("there is no setting “{key}”; there are: {}.", known.join(", "))
        }
        ConfigWrong::Value { key, expected } => {
            let expected = match expected {
                Expected::Url => "an address that begins with http:// or https://".to_owned(),
                Expected::Channels => {
                    "numbers of channels, such as [\"1234567890123456789\"]".to_owned()
                }
                Expected::Address => {
                    "a port, such as 9464, or an address with a port, such as \"127.0.0.1:9464\""
                        .to_owned()
                }
                Expected::Language => "\"el\" or \"en\"".to_owned(),
                Expected::Paths => "paths, such as [\"rules\"]".to_owned(),
                Expected::Path => "a path in quotes".to_owned(),
                Expected::LogFormat => "\"text\" or \"json\"".to_owned(),
                Expected::Number { least, most } => {
                    format!("a whole number from {least} to {most}")
                }
            };
            format!("“{key}” takes {expected}.")
        }
    }
}
