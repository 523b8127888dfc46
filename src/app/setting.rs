//! What can be set, one by one: what is set now, what there is to choose, and what a choice does.

use crate::model::Language;
use crate::model::{ChannelId, RoleId};
use crate::rules::Level;
use crate::team::{KEEP_DAYS, Register, Settings, Treatment};
use crate::ui::leads::settings as words;
use crate::ui::leads::settings::Topic;
use crate::ui::{Block, Mention};
use crate::ui::{Said, talk};

/// What stands for leaving it to the program.
const USUAL: &str = "usual";

const LANGUAGES: &[(&str, Said)] =
    &[(USUAL, words::AS_THE_SERVER), ("el", words::GREEK), ("en", words::ENGLISH)];
const REGISTERS: &[(&str, Said, Register)] = &[
    ("formal", words::FORMAL, Register::Formal),
    ("familiar", words::FAMILIAR, Register::Familiar),
];
const QUOTES: &[(&str, Said, Treatment)] = &[
    ("left-alone", words::QUOTES_LEFT, Treatment::LeftAlone),
    ("checked", words::QUOTES_CHECKED, Treatment::Checked),
];
const GREEKLISH: &[(&str, Said, Treatment)] = &[
    ("checked", words::GREEKLISH_READ, Treatment::Checked),
    ("left-alone", words::GREEKLISH_LEFT, Treatment::LeftAlone),
];
/// For how many days things can be kept.
const DAYS: &[u32] = &[30, 90, 180, KEEP_DAYS, 1_000];

/// One of the values of a setting.
pub(super) struct Value {
    pub key: String,
    pub words: String,
    pub is_set: bool,
}

impl Topic {
    /// What there is to choose; nothing where channels or a role of the server are.
    pub(super) fn values(self, settings: &Settings, language: Language) -> Vec<Value> {
        let of = |all: Vec<(&str, Said, bool)>| {
            let value = |(key, said, is_set): (&str, Said, bool)| Value {
                key: key.to_owned(),
                words: said.to(language).to_owned(),
                is_set,
            };
            all.into_iter().map(value).collect()
        };
        match self {
            Topic::Language => {
                let set = settings.language().map_or(USUAL, Language::key);
                of(LANGUAGES.iter().map(|(key, said)| (*key, *said, *key == set)).collect())
            }
            Topic::Register => {
                let set = settings.register.unwrap_or(Register::Formal);
                of(REGISTERS.iter().map(|(key, said, it)| (*key, *said, *it == set)).collect())
            }
            Topic::Level => {
                let set = settings.lowest_level();
                of(Level::ALL
                    .iter()
                    .map(|(key, it)| (*key, words::level(*it), *it == set))
                    .collect())
            }
            Topic::Quotes => {
                let set = settings.quotes.unwrap_or(Treatment::LeftAlone);
                of(QUOTES.iter().map(|(key, said, it)| (*key, *said, *it == set)).collect())
            }
            Topic::Greeklish => {
                let set = settings.greeklish.unwrap_or(Treatment::Checked);
                of(GREEKLISH.iter().map(|(key, said, it)| (*key, *said, *it == set)).collect())
            }
            Topic::Keep => days(settings.keep_days.unwrap_or(KEEP_DAYS), language),
            Topic::LeadRole | Topic::Drafts | Topic::Proposals => Vec::new(),
        }
    }

    /// Takes over what was chosen. What is not among the choices changes nothing: it comes from outside.
    pub(super) fn set(self, settings: &mut Settings, chosen: &[String]) {
        let one = chosen.first().map(String::as_str);
        match self {
            Topic::Language if one == Some(USUAL) => settings.language = None,
            Topic::Language => {
                let language = one.and_then(Language::from_key);
                settings.language =
                    language.map(|it| it.key().to_owned()).or(settings.language.take());
            }
            Topic::Register => settings.register = picked(REGISTERS, one).or(settings.register),
            Topic::Quotes => settings.quotes = picked(QUOTES, one).or(settings.quotes),
            Topic::Greeklish => settings.greeklish = picked(GREEKLISH, one).or(settings.greeklish),
            Topic::Level => {
                if let Some(level) = one.and_then(Level::from_key) {
                    settings.set_level(level);
                }
            }
            Topic::Keep => {
                let days = one.and_then(|days| days.parse().ok());
                settings.keep_days = days.filter(|it| DAYS.contains(it)).or(settings.keep_days);
            }
            Topic::LeadRole => settings.lead_role = numbers(chosen).next().map(RoleId),
            Topic::Proposals => settings.proposals_channel = numbers(chosen).next().map(ChannelId),
            Topic::Drafts => settings.draft_channels = numbers(chosen).map(ChannelId).collect(),
        }
    }

    /// A line of the card: what is set now.
    pub(super) fn line(self, settings: &Settings, language: Language) -> Block {
        let name = self.words().name.to(language);
        let item = |value: &str| Block::Item(format!("{name}: {value}"));
        match self {
            Topic::LeadRole => match settings.lead_role {
                None => item(words::MANAGERS.to(language)),
                Some(role) => Block::Mentions {
                    text: format!("{name}: {}", words::MANAGERS_AND.to(language)),
                    mentions: vec![Mention::Role(role)],
                },
            },
            Topic::Drafts if settings.draft_channels.is_empty() => {
                item(words::NO_CHANNEL.to(language))
            }
            Topic::Drafts => channels(name, &settings.draft_channels, language),
            Topic::Proposals => match settings.proposals_channel {
                None => item(words::BY_COMMAND.to(language)),
                Some(channel) => channels(name, &[channel], language),
            },
            Topic::Register
            | Topic::Level
            | Topic::Quotes
            | Topic::Greeklish
            | Topic::Language
            | Topic::Keep => {
                let values = self.values(settings, language);
                item(values.iter().find(|value| value.is_set).map_or("", |value| &value.words))
            }
        }
    }
}

/// What differs between two states of the settings, each with its values before and since.
pub(super) fn changes(before: &Settings, since: &Settings, language: Language) -> String {
    let value = |topic: Topic, settings: &Settings| match topic.line(settings, language) {
        Block::Item(text) => text.split_once(": ").map(|(_, value)| value.to_owned()),
        _ => None,
    };
    let differs = Topic::ALL
        .iter()
        .map(|(topic, _)| *topic)
        .filter(|topic| topic.line(before, language) != topic.line(since, language));
    let change = |topic: Topic| {
        let name = topic.words().name.to(language);
        // Channels and roles are called by names that only their server knows.
        match value(topic, before).zip(value(topic, since)) {
            Some((before, since)) => format!("{name}: {before} → {since}"),
            None => name.to_owned(),
        }
    };
    differs.map(change).collect::<Vec<_>>().join(" · ")
}

fn picked<T: Copy>(all: &[(&str, Said, T)], chosen: Option<&str>) -> Option<T> {
    all.iter().find(|(key, ..)| Some(*key) == chosen).map(|(.., value)| *value)
}

fn numbers(chosen: &[String]) -> impl Iterator<Item = u64> + '_ {
    chosen.iter().filter_map(|number| number.parse().ok())
}

/// A number of days that a later version of the program, or another way, has set is shown as well.
fn days(set: u32, language: Language) -> Vec<Value> {
    let mut all = DAYS.to_vec();
    if !all.contains(&set) {
        all.push(set);
        all.sort_unstable();
    }
    let value = |days: u32| Value {
        key: days.to_string(),
        words: words::days(days, language),
        is_set: days == set,
    };
    all.into_iter().map(value).collect()
}

fn channels(name: &str, channels: &[ChannelId], language: Language) -> Block {
    if channels.contains(&ChannelId::LOCAL) {
        return Block::Item(format!("{name}: {}", talk::TERMINAL_CHANNEL.to(language)));
    }
    Block::Mentions {
        text: format!("{name}:"),
        mentions: channels.iter().copied().map(Mention::Channel).collect(),
    }
}
