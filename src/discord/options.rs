//! What was given to a command on Discord.

use serenity::model::application::{
    CommandDataOption, CommandDataOptionValue, CommandInteraction, CommandType,
};

use super::attachment::Attachments;
use crate::app::{Argument, Arguments};
use crate::model::ChannelId;
use crate::ui::{Command, CommandKind, OptionKind};

/// The command that was used, with its options: those of a group are one level deeper.
pub fn used(interaction: &CommandInteraction) -> Option<(&'static Command, &[CommandDataOption])> {
    let data = &interaction.data;
    let kind = match data.kind {
        CommandType::Message => CommandKind::MessageMenu,
        _ => CommandKind::Typed,
    };
    let part = data.options.iter().find_map(|option| match &option.value {
        CommandDataOptionValue::SubCommand(options) => Some((option.name.as_str(), options)),
        _ => None,
    });
    let (command, options) = match part {
        Some((name, options)) => (Command::named(Some(&data.name), name)?, options),
        None => (Command::named(None, &data.name)?, &data.options),
    };
    (command.kind == kind).then_some((command, options.as_slice()))
}

/// What was given. Whatever the command does not have, or has as another kind, is left out.
pub fn given(
    interaction: &CommandInteraction,
    command: &Command,
    options: &[CommandDataOption],
    attachments: &Attachments,
) -> Arguments {
    let value = |option: &crate::ui::CommandOption| {
        let given = options.iter().find(|given| given.name == option.name.en)?;
        let value = match (option.kind, &given.value) {
            (
                OptionKind::Text { .. } | OptionKind::OneOf(_),
                CommandDataOptionValue::String(text),
            ) => Argument::Text(text.clone()),
            (OptionKind::Number { .. }, CommandDataOptionValue::Integer(number)) => {
                Argument::Number(*number)
            }
            (OptionKind::Channel, CommandDataOptionValue::Channel(channel)) => {
                Argument::Channel(ChannelId(channel.get()))
            }
            (OptionKind::File, CommandDataOptionValue::Attachment(id)) => {
                let attachment = interaction.data.resolved.attachments.get(id)?;
                Argument::File(attachments.given(attachment))
            }
            _ => return None,
        };
        Some((option.name.en, value))
    };
    Arguments(command.options.iter().filter_map(value).collect())
}

/// The option that is being typed, and what is typed so far.
pub fn typed(options: &[CommandDataOption]) -> Option<(&str, &str)> {
    options.iter().find_map(|option| match &option.value {
        CommandDataOptionValue::Autocomplete { value, .. } => {
            Some((option.name.as_str(), value.as_str()))
        }
        _ => None,
    })
}
