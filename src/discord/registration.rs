//! The commands as Discord knows them: made from the table of the desk, sent only where they differ.

use std::collections::HashMap;

use serenity::builder::{CreateCommand, CreateCommandOption};
use serenity::http::Http;
use serenity::model::application::{
    self, CommandOptionType, CommandType, InstallationContext, InteractionContext,
};
use tracing::{info, warn};

use super::delivery;
use crate::desk::{COMMANDS, Command, CommandKind, CommandOption};
use crate::render::{Language, Said};

/// Installed by a server, or by a person for themselves.
const INSTALLED: [InstallationContext; 2] = [InstallationContext::Guild, InstallationContext::User];
/// In servers, in messages to the bot, and in messages between people.
const USED: [InteractionContext; 3] =
    [InteractionContext::Guild, InteractionContext::BotDm, InteractionContext::PrivateChannel];

/// Registers the commands if Discord has others. Without them the bot still answers those it had.
pub async fn register(http: &Http) {
    let known = delivery::retried(|| http.get_global_commands_with_localizations()).await;
    let wanted: Vec<Registered> = sorted(COMMANDS.iter().map(Registered::wanted));
    match known {
        Ok(known) if sorted(known.iter().map(Registered::known)) == wanted => {
            info!("commands are registered already");
            return;
        }
        Ok(_) => (),
        Err(error) => warn!(%error, "the registered commands can't be read"),
    }
    let commands: Vec<CreateCommand> = COMMANDS.iter().map(built).collect();
    match delivery::retried(|| http.create_global_commands(&commands)).await {
        Ok(registered) => info!(commands = registered.len(), "commands registered"),
        Err(error) => warn!(%error, "commands were not registered"),
    }
}

/// Whether Discord has the commands as they are here.
///
/// # Errors
/// Why they can't be read.
pub async fn is_current(http: &Http) -> Result<bool, delivery::Undelivered> {
    let known = delivery::retried(|| http.get_global_commands_with_localizations()).await?;
    let wanted = sorted(COMMANDS.iter().map(Registered::wanted));
    Ok(sorted(known.iter().map(Registered::known)) == wanted)
}

/// What matters of a command, to be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Registered {
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
}

/// A name and a description, both also in Greek.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    name: String,
    name_el: Option<String>,
    description: String,
    description_el: Option<String>,
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
        (name, names): (&str, &Option<HashMap<String, String>>),
        (description, descriptions): (&str, &Option<HashMap<String, String>>),
    ) -> Named {
        let greek = |all: &Option<HashMap<String, String>>| {
            all.as_ref().and_then(|all| all.get(Language::El.key()).cloned())
        };
        Named {
            name: name.to_owned(),
            name_el: greek(names),
            description: description.to_owned(),
            description_el: greek(descriptions),
        }
    }
}

impl Registered {
    fn wanted(command: &Command) -> Registered {
        Registered {
            kind: kind(command.kind).into(),
            named: Named::wanted(command.name, description(command)),
            options: command.options.iter().map(RegisteredOption::wanted).collect(),
            installed: sorted(INSTALLED.map(u8::from)),
            used: sorted(USED.map(u8::from)),
        }
    }

    fn known(command: &application::Command) -> Registered {
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
    fn wanted(option: &CommandOption) -> RegisteredOption {
        RegisteredOption {
            named: Named::wanted(option.name, Some(option.description)),
            kind: CommandOptionType::String.into(),
            is_required: true,
            completes: option.completes,
            max_length: u16::try_from(option.max_chars).ok(),
        }
    }

    fn known(option: &application::CommandOption) -> RegisteredOption {
        RegisteredOption {
            named: Named::known(
                (&option.name, &option.name_localizations),
                (&option.description, &option.description_localizations),
            ),
            kind: option.kind.into(),
            is_required: option.required,
            completes: option.autocomplete,
            max_length: option.max_length,
        }
    }
}

fn sorted<T: Ord>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.into_iter().collect();
    all.sort();
    all
}

fn kind(kind: CommandKind) -> CommandType {
    match kind {
        CommandKind::Typed => CommandType::ChatInput,
        CommandKind::MessageMenu => CommandType::Message,
    }
}

/// Entries in the menu of a message have none.
fn description(command: &Command) -> Option<Said> {
    (command.kind == CommandKind::Typed).then_some(command.description)
}

fn built(command: &Command) -> CreateCommand {
    let greek = Language::El.key();
    let mut built = CreateCommand::new(command.name.en)
        .kind(kind(command.kind))
        .name_localized(greek, command.name.el)
        .integration_types(INSTALLED.to_vec())
        .contexts(USED.to_vec())
        .set_options(command.options.iter().map(built_option).collect());
    if let Some(description) = description(command) {
        built = built.description(description.en).description_localized(greek, description.el);
    }
    built
}

fn built_option(option: &CommandOption) -> CreateCommandOption {
    let greek = Language::El.key();
    let max_length = u16::try_from(option.max_chars).unwrap_or(u16::MAX);
    CreateCommandOption::new(CommandOptionType::String, option.name.en, option.description.en)
        .name_localized(greek, option.name.el)
        .description_localized(greek, option.description.el)
        .required(true)
        .set_autocomplete(option.completes)
        .max_length(max_length)
}
