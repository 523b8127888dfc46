//! Commands as they matter to be compared: those of the table with those that Discord has.

use std::collections::HashMap;

use serenity::model::application::{
    self, CommandOptionType, CommandType, InstallationContext, InteractionContext,
};
use serenity::model::channel::ChannelType;

use crate::model::Language;
use crate::ui::Said;
use crate::ui::{Command, CommandGroup, CommandKind, CommandOption, OptionKind, Who, commands};

/// Installed by a server, or by a person for themselves.
const INSTALLED: &[InstallationContext] = &[InstallationContext::Guild, InstallationContext::User];
/// In servers, in messages to the bot, and in messages between people.
const USED: &[InteractionContext] =
    &[InteractionContext::Guild, InteractionContext::BotDm, InteractionContext::PrivateChannel];
/// Channels in which people write.
pub(super) const WRITTEN_IN: [ChannelType; 2] = [ChannelType::Text, ChannelType::News];

/// A command of Discord's: one of ours, or a group of them.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    /// One.
    Single(&'static Command),
    /// Several, under one word.
    Group(&'static CommandGroup, Vec<&'static Command>),
}

/// All commands as Discord has them, in the order of the table.
pub(super) fn entries() -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for command in commands() {
        match (command.group, entries.last_mut()) {
            (Some(group), Some(Entry::Group(last, all))) if *last == group => all.push(command),
            (Some(group), _) => entries.push(Entry::Group(group, vec![command])),
            (None, _) => entries.push(Entry::Single(command)),
        }
    }
    entries
}

impl Entry {
    /// Who may use any of it.
    fn who(&self) -> Who {
        match self {
            Entry::Single(command) => command.who,
            Entry::Group(_, all) => all.first().map_or(Who::Leads, |command| command.who),
        }
    }

    /// How the bot has to be installed for it to appear. What needs a team appears where a server installed the bot.
    pub fn installed(&self) -> &'static [InstallationContext] {
        if self.who() == Who::Everyone { INSTALLED } else { &[InstallationContext::Guild] }
    }

    /// Where it is found.
    pub fn used(&self) -> &'static [InteractionContext] {
        if self.who() == Who::Everyone { USED } else { &[InteractionContext::Guild] }
    }
}

/// Its kind, as Discord calls it.
pub(super) fn kind(kind: CommandKind) -> CommandType {
    match kind {
        CommandKind::Typed => CommandType::ChatInput,
        CommandKind::MessageMenu => CommandType::Message,
    }
}

/// Entries in the menu of a message have none.
pub(super) fn description(command: &Command) -> Option<Said> {
    (command.kind == CommandKind::Typed).then_some(command.description)
}

/// What kind of thing an option takes, as Discord calls it.
pub(super) fn option_type(option: &CommandOption) -> CommandOptionType {
    match option.kind {
        OptionKind::Text { .. } | OptionKind::OneOf(_) => CommandOptionType::String,
        OptionKind::Number { .. } => CommandOptionType::Integer,
        OptionKind::File => CommandOptionType::Attachment,
        OptionKind::Channel => CommandOptionType::Channel,
    }
}

/// What matters of a command.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Registered {
    kind: u8,
    named: Named,
    options: Vec<RegisteredOption>,
    installed: Vec<u8>,
    used: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct RegisteredOption {
    named: Named,
    kind: u8,
    is_required: bool,
    completes: bool,
    max_length: Option<u16>,
    bounds: (Option<i64>, Option<i64>),
    choices: Vec<Choice>,
    channels: Vec<u8>,
    parts: Vec<RegisteredOption>,
}

/// A choice: what comes back, what is shown, and that in Greek.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Choice {
    value: String,
    name: String,
    name_el: Option<String>,
}

/// A name and a description, both also in Greek.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    name: String,
    name_el: Option<String>,
    description: String,
    description_el: Option<String>,
}

type Localized = Option<HashMap<String, String>>;

fn greek(all: &Localized) -> Option<String> {
    all.as_ref().and_then(|all| all.get(Language::El.key()).cloned())
}

impl Named {
    fn wanted(name: Said, description: Option<Said>) -> Named {
        Named {
            name: name.en.to_owned(),
            name_el: Some(name.el.to_owned()),
            description: description.map_or(String::new(), |said| said.en.to_owned()),
            description_el: description.map(|said| said.el.to_owned()),
        }
    }

    fn known(
        (name, names): (&str, &Localized),
        (description, descriptions): (&str, &Localized),
    ) -> Named {
        Named {
            name: name.to_owned(),
            name_el: greek(names),
            description: description.to_owned(),
            description_el: greek(descriptions),
        }
    }
}

impl Registered {
    /// A command of the table.
    pub fn wanted(entry: &Entry) -> Registered {
        let (command_kind, named, options) = match entry {
            Entry::Single(command) => (
                command.kind,
                Named::wanted(command.name, description(command)),
                command.options.iter().map(RegisteredOption::wanted).collect(),
            ),
            Entry::Group(group, all) => (
                crate::ui::CommandKind::Typed,
                Named::wanted(group.name, Some(group.description)),
                all.iter().map(|command| RegisteredOption::of_group(command)).collect(),
            ),
        };
        Registered {
            kind: kind(command_kind).into(),
            named,
            options,
            installed: sorted(entry.installed().iter().copied().map(u8::from)),
            used: sorted(entry.used().iter().copied().map(u8::from)),
        }
    }

    /// A command as Discord has it.
    pub fn known(command: &application::Command) -> Registered {
        let used = command.contexts.clone().unwrap_or_default();
        Registered {
            kind: command.kind.into(),
            named: Named::known(
                (&command.name, &command.name_localizations),
                (&command.description, &command.description_localizations),
            ),
            options: command.options.iter().map(RegisteredOption::known).collect(),
            installed: sorted(command.integration_types.iter().copied().map(u8::from)),
            used: sorted(used.into_iter().map(u8::from)),
        }
    }
}

impl RegisteredOption {
    fn new(named: Named, kind: application::CommandOptionType) -> RegisteredOption {
        RegisteredOption {
            named,
            kind: kind.into(),
            is_required: false,
            completes: false,
            max_length: None,
            bounds: (None, None),
            choices: Vec::new(),
            channels: Vec::new(),
            parts: Vec::new(),
        }
    }

    fn of_group(command: &Command) -> RegisteredOption {
        let named = Named::wanted(command.name, Some(command.description));
        RegisteredOption {
            parts: command.options.iter().map(RegisteredOption::wanted).collect(),
            ..RegisteredOption::new(named, application::CommandOptionType::SubCommand)
        }
    }

    fn wanted(option: &CommandOption) -> RegisteredOption {
        let named = Named::wanted(option.name, Some(option.description));
        let mut wanted = RegisteredOption {
            is_required: option.is_required,
            ..RegisteredOption::new(named, option_type(option))
        };
        match option.kind {
            OptionKind::Text { max_chars, completes: does } => {
                wanted.completes = does;
                wanted.max_length = u16::try_from(max_chars).ok();
            }
            OptionKind::OneOf(words) => {
                wanted.choices = words.iter().map(Choice::wanted).collect();
            }
            OptionKind::Number { least, most } => wanted.bounds = (Some(least), Some(most)),
            OptionKind::Channel => wanted.channels = sorted(WRITTEN_IN.map(u8::from)),
            OptionKind::File => (),
        }
        wanted
    }

    fn known(option: &application::CommandOption) -> RegisteredOption {
        let named = Named::known(
            (&option.name, &option.name_localizations),
            (&option.description, &option.description_localizations),
        );
        let number = |bound: &Option<serde_json::Number>| bound.as_ref()?.as_i64();
        RegisteredOption {
            is_required: option.required,
            completes: option.autocomplete,
            max_length: option.max_length,
            bounds: (number(&option.min_value), number(&option.max_value)),
            choices: option.choices.iter().map(Choice::known).collect(),
            channels: sorted(option.channel_types.iter().copied().map(ChannelType::into)),
            parts: option.options.iter().map(RegisteredOption::known).collect(),
            ..RegisteredOption::new(named, option.kind)
        }
    }
}

impl Choice {
    fn wanted((value, said): &(&str, Said)) -> Choice {
        Choice {
            value: (*value).to_owned(),
            name: said.en.to_owned(),
            name_el: Some(said.el.to_owned()),
        }
    }

    fn known(choice: &application::CommandOptionChoice) -> Choice {
        Choice {
            value: choice.value.as_str().unwrap_or("").to_owned(),
            name: choice.name.clone(),
            name_el: greek(&choice.name_localizations),
        }
    }
}

/// In order, so that the order in which things come makes no difference.
pub fn sorted<T: Ord>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.into_iter().collect();
    all.sort();
    all
}
