//! The settings of the bot, one by one: what each is called and what it can have.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use crate::cli::args::{LogFormat, is_url};
use crate::model::Language;
use crate::ui::Expected;

/// Checks that one person may ask for in a minute, where nothing else is said.
const CHECKS_PER_MINUTE: u32 = 60;
/// The most that makes sense.
const MAX_CHECKS_PER_MINUTE: u32 = 10_000;
/// A server that has removed the bot is forgotten after this many days, where nothing else is said.
const FORGET_AFTER_DAYS: u32 = 30;
/// The most days that can be meant.
const MAX_DAYS: u32 = 36_500;
/// Connections to the gateway that one process can have.
const MAX_SHARDS: u32 = 10_000;

/// The settings of the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// A file with the token in it.
    pub token_file: Option<PathBuf>,
    /// Where requests go in place of Discord.
    pub api_url: Option<String>,
    /// Channels in which the bot looks at what is posted.
    pub drafts_channels: Vec<u64>,
    /// The language of what the bot says there.
    pub language: Option<Language>,
    /// Rule files and folders before the built-in ones.
    pub rules: Vec<PathBuf>,
    /// How the log is written.
    pub log_format: LogFormat,
    /// How often one person may ask for a check.
    pub checks_per_minute: u32,
    /// Connections to the gateway.
    pub shards: Option<u32>,
    /// The file in which everything is kept.
    pub data: Option<PathBuf>,
    /// Where monitoring is answered.
    pub monitoring_address: Option<SocketAddr>,
    /// The most days that anything of a server is kept.
    pub keep_days: Option<u32>,
    /// After this many days a server that has removed the bot is forgotten.
    pub forget_after_days: u32,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            token_file: None,
            api_url: None,
            drafts_channels: Vec::new(),
            language: None,
            rules: Vec::new(),
            log_format: LogFormat::Text,
            checks_per_minute: CHECKS_PER_MINUTE,
            shards: None,
            data: None,
            monitoring_address: None,
            keep_days: None,
            forget_after_days: FORGET_AFTER_DAYS,
        }
    }
}

/// A setting.
#[derive(Debug)]
pub struct Key {
    /// What it is called.
    pub name: &'static str,
    take: fn(&mut Config, &Value, &Path) -> Result<(), Expected>,
}

/// What is given to a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Several.
    List(Vec<Value>),
    /// A text that may stand for any of these, with commas between several: from the environment.
    Written(String),
    /// Anything else.
    Other,
}

/// All settings.
pub const KEYS: &[Key] = &[
    Key {
        name: "token_file",
        take: |config, value, folder| {
            let path = value.text().ok_or(Expected::Path)?;
            config.token_file = Some(folder.join(path));
            Ok(())
        },
    },
    Key {
        name: "data",
        take: |config, value, folder| {
            let path = value.text().ok_or(Expected::Path)?;
            config.data = Some(folder.join(path));
            Ok(())
        },
    },
    Key {
        name: "monitoring_address",
        take: |config, value, _| {
            let address = value.address().ok_or(Expected::Address)?;
            config.monitoring_address = Some(address);
            Ok(())
        },
    },
    Key {
        name: "keep_days",
        take: |config, value, _| {
            config.keep_days = Some(value.number(1, MAX_DAYS)?);
            Ok(())
        },
    },
    Key {
        name: "forget_after_days",
        take: |config, value, _| {
            config.forget_after_days = value.number(1, MAX_DAYS)?;
            Ok(())
        },
    },
    Key {
        name: "api_url",
        take: |config, value, _| {
            let url = value.text().filter(|url| is_url(url)).ok_or(Expected::Url)?;
            config.api_url = Some(url.to_owned());
            Ok(())
        },
    },
    Key {
        name: "drafts_channels",
        take: |config, value, _| {
            let channels: Option<Vec<u64>> = value.items().iter().map(Value::channel).collect();
            config.drafts_channels = channels.ok_or(Expected::Channels)?;
            Ok(())
        },
    },
    Key {
        name: "language",
        take: |config, value, _| {
            let language = value.text().and_then(Language::from_key);
            config.language = Some(language.ok_or(Expected::Language)?);
            Ok(())
        },
    },
    Key {
        name: "rules",
        take: |config, value, folder| {
            let items = value.items();
            let paths: Option<Vec<PathBuf>> =
                items.iter().map(|item| Some(folder.join(item.text()?))).collect();
            config.rules = paths.ok_or(Expected::Paths)?;
            Ok(())
        },
    },
    Key {
        name: "log_format",
        take: |config, value, _| {
            config.log_format = match value.text() {
                Some("text") => LogFormat::Text,
                Some("json") => LogFormat::Json,
                _ => return Err(Expected::LogFormat),
            };
            Ok(())
        },
    },
    Key {
        name: "checks_per_minute",
        take: |config, value, _| {
            config.checks_per_minute = value.number(1, MAX_CHECKS_PER_MINUTE)?;
            Ok(())
        },
    },
    Key {
        name: "shards",
        take: |config, value, _| {
            config.shards = Some(value.number(1, MAX_SHARDS)?);
            Ok(())
        },
    },
];

impl Config {
    /// Takes a setting; paths are below `folder`.
    ///
    /// # Errors
    /// What the setting can have, if this is not it.
    pub fn take(&mut self, key: &Key, value: &Value, folder: &Path) -> Result<(), Expected> {
        (key.take)(self, value, folder)
    }
}

impl Value {
    fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) | Value::Written(text) => Some(text.trim()),
            _ => None,
        }
        .filter(|text| !text.is_empty())
    }

    fn number(&self, least: u32, most: u32) -> Result<u32, Expected> {
        let number = match self {
            Value::Number(number) => u32::try_from(*number).ok(),
            Value::Written(text) => text.trim().parse().ok(),
            _ => None,
        };
        number
            .filter(|number| (least..=most).contains(number))
            .ok_or(Expected::Number { least, most })
    }

    /// An address with a port; a port alone is one of this machine, which nobody else reaches.
    fn address(&self) -> Option<SocketAddr> {
        let on_this_machine = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        match self {
            Value::Number(port) => u16::try_from(*port).ok().map(on_this_machine),
            Value::Text(text) | Value::Written(text) => {
                let text = text.trim();
                text.parse().ok().or_else(|| text.parse().ok().map(on_this_machine))
            }
            Value::List(_) | Value::Other => None,
        }
    }

    /// The items of a list; a single value is a list of one.
    fn items(&self) -> Vec<Value> {
        match self {
            Value::List(all) => all.clone(),
            Value::Written(text) => {
                text.split(',').map(|item| Value::Written(item.trim().to_owned())).collect()
            }
            one => vec![one.clone()],
        }
    }

    /// The number of a channel, which is too large for some writers of TOML and then stands in quotes.
    fn channel(&self) -> Option<u64> {
        let id = match self {
            Value::Number(id) => u64::try_from(*id).ok(),
            Value::Text(id) | Value::Written(id) => id.trim().parse().ok(),
            _ => None,
        };
        id.filter(|id| *id != 0)
    }
}
