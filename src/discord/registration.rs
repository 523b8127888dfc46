//! The commands as Discord knows them: made from the table of commands, sent only where they differ.

use serenity::builder::{CreateCommand, CreateCommandOption};
use serenity::http::{LightMethod, Route};
use serenity::model::application::{Command as Known, CommandOptionType};
use tracing::{info, warn};

use super::backoff::Backoff;
use super::call::{Call, Undelivered};
use super::registered::{
    Entry, Registered, WRITTEN_IN, description, entries, kind, option_type, sorted,
};
use super::requests::{PATIENT, Requests};
use crate::model::Language;
use crate::ui::Said;
use crate::ui::{Command, CommandKind, CommandOption, OptionKind};

/// Registers the commands, until Discord has taken them or refuses them for good.
pub async fn until_registered(requests: &Requests, backoff: Backoff) {
    let mut tries = 0;
    loop {
        tokio::time::sleep(backoff.wait(tries)).await;
        if register(requests).await {
            return;
        }
        tries += 1;
    }
}

/// Registers the commands if Discord has others; `false` where another try may go better. Without them the bot still
/// answers those it had.
pub async fn register(requests: &Requests) -> bool {
    let known = known(requests).await;
    let wanted: Vec<Registered> = sorted(entries().iter().map(Registered::wanted));
    match known {
        Ok(known) if sorted(known.iter().map(Registered::known)) == wanted => {
            info!("commands are registered already");
            return true;
        }
        Ok(_) => (),
        Err(error) => warn!(%error, "the registered commands can't be read"),
    }
    let commands: Vec<CreateCommand> = entries().iter().map(created).collect();
    match sent(requests, &commands).await {
        Ok(()) => {
            info!(commands = commands.len(), "commands registered");
            true
        }
        Err(error) => {
            warn!(%error, "commands were not registered");
            !error.may_pass()
        }
    }
}

/// Whether Discord has the commands as they are here.
///
/// # Errors
/// Why they can't be read.
pub async fn is_current(requests: &Requests) -> Result<bool, Undelivered> {
    let known = known(requests).await?;
    let wanted = sorted(entries().iter().map(Registered::wanted));
    Ok(sorted(known.iter().map(Registered::known)) == wanted)
}

async fn known(requests: &Requests) -> Result<Vec<Known>, Undelivered> {
    let call = Call::get(Route::Commands { application_id: requests.application() });
    requests.fire(&call.with("with_localizations", true), PATIENT).await?.read()
}

async fn sent(requests: &Requests, commands: &[CreateCommand]) -> Result<(), Undelivered> {
    let route = Route::Commands { application_id: requests.application() };
    let call = Call::send(LightMethod::Put, route, &commands)?;
    requests.fire(&call, PATIENT).await.map(drop)
}

fn created(entry: &Entry) -> CreateCommand {
    let greek = Language::El.key();
    let (name, words, command_kind) = match entry {
        Entry::Single(command) => (command.name, description(command), command.kind),
        Entry::Group(group, _) => (group.name, Some(group.description), CommandKind::Typed),
    };
    let options = match entry {
        Entry::Single(command) => command.options.iter().map(built_option).collect(),
        Entry::Group(_, all) => all.iter().map(|command| built_part(command)).collect(),
    };
    let command = CreateCommand::new(name.en)
        .kind(kind(command_kind))
        .name_localized(greek, name.el)
        .integration_types(entry.installed().to_vec())
        .contexts(entry.used().to_vec())
        .set_options(options);
    match words {
        Some(words) => command.description(words.en).description_localized(greek, words.el),
        None => command,
    }
}

/// A command of a group.
fn built_part(command: &Command) -> CreateCommandOption {
    let part = named(CommandOptionType::SubCommand, command.name, command.description);
    command.options.iter().map(built_option).fold(part, CreateCommandOption::add_sub_option)
}

fn named(kind: CommandOptionType, name: Said, description: Said) -> CreateCommandOption {
    let greek = Language::El.key();
    CreateCommandOption::new(kind, name.en, description.en)
        .name_localized(greek, name.el)
        .description_localized(greek, description.el)
}

fn built_option(option: &CommandOption) -> CreateCommandOption {
    let command =
        named(option_type(option), option.name, option.description).required(option.is_required);
    match option.kind {
        OptionKind::Text { max_chars, completes } => command
            .set_autocomplete(completes)
            .max_length(u16::try_from(max_chars).unwrap_or(u16::MAX)),
        OptionKind::OneOf(words) => words.iter().fold(command, |command, (word, said)| {
            command.add_string_choice_localized(said.en, *word, [(Language::El.key(), said.el)])
        }),
        OptionKind::Number { least, most } => {
            command.min_int_value(least.unsigned_abs()).max_int_value(most.unsigned_abs())
        }
        OptionKind::Channel => command.channel_types(WRITTEN_IN.to_vec()),
        OptionKind::File => command,
    }
}
