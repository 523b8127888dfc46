//! What people do on Discord, as requests to the desk.

use serenity::model::application::{
    ActionRowComponent, CommandDataOptionValue, CommandInteraction, CommandType,
    ComponentInteraction, ComponentInteractionDataKind, ModalInteraction, ResolvedTarget,
};
use serenity::model::channel::Message;

use super::controls::EMPTY_FORM;
use super::idea::Idea;
use super::limits::MODAL_BOXES;
use super::{carry, outgoing};
use crate::desk::{BadHandle, Command, CommandId, CommandKind, Handle, Pressed, Request};
use crate::render::{Said, talk};

/// What somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// Something that the desk answers.
    Ask(Request),
    /// A tip, another one than lately.
    Tip,
    /// The card of a posted draft.
    OpenIdea(Idea),
    /// Something to which there is one answer.
    Say(Said),
    /// A card that can't be gone on with.
    BadCard(BadHandle),
}

/// What a command asks for.
pub fn command(interaction: &CommandInteraction) -> Incoming {
    let data = &interaction.data;
    let kind = match data.kind {
        CommandType::Message => CommandKind::MessageMenu,
        _ => CommandKind::Typed,
    };
    let known = Command::named(&data.name).filter(|known| known.kind == kind);
    let Some(known) = known else { return Incoming::Say(talk::UNKNOWN_COMMAND) };
    let given = given(interaction, known);
    match known.id {
        CommandId::Check => Incoming::Ask(Request::Check { draft: given }),
        CommandId::Draft => Incoming::Ask(Request::DraftForm),
        CommandId::CheckWording => words_of(interaction),
        CommandId::Why => Incoming::Ask(Request::Why { asked: given }),
        CommandId::Tip => Incoming::Tip,
        CommandId::Help => Incoming::Ask(Request::Help),
    }
}

/// What was given to a command, of which each has at most one thing.
fn given(interaction: &CommandInteraction, known: &Command) -> String {
    let Some(option) = known.options.first() else { return String::new() };
    let mut options = interaction.data.options.iter();
    let given = options.find(|given| given.name == option.name.en);
    given.and_then(|given| given.value.as_str()).unwrap_or("").to_owned()
}

fn words_of(interaction: &CommandInteraction) -> Incoming {
    match interaction.data.target() {
        Some(ResolvedTarget::Message(message)) if !message.content.trim().is_empty() => {
            Incoming::Ask(Request::Check { draft: message.content.clone() })
        }
        _ => Incoming::Say(talk::MESSAGE_WITHOUT_WORDS),
    }
}

/// What was typed so far.
pub fn typed(interaction: &CommandInteraction) -> &str {
    let value = interaction.data.options.iter().find_map(|option| match &option.value {
        CommandDataOptionValue::Autocomplete { value, .. } => Some(value.as_str()),
        _ => None,
    });
    value.unwrap_or("")
}

/// What a button or a list asks for.
pub fn component(interaction: &ComponentInteraction) -> Incoming {
    let custom_id = &interaction.data.custom_id;
    if custom_id == EMPTY_FORM {
        return Incoming::Ask(Request::DraftForm);
    }
    if let Some(idea) = Idea::read(custom_id) {
        return Incoming::OpenIdea(idea);
    }
    let (action, handle) = match Handle::read(custom_id) {
        Ok(read) => read,
        Err(bad) => return Incoming::BadCard(bad),
    };
    let row = match &interaction.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => {
            values.first().and_then(|value| value.parse().ok())
        }
        _ => None,
    };
    match carried(&interaction.message) {
        Some(draft) => {
            Incoming::Ask(Request::Press { button: Pressed { action, handle, row }, draft })
        }
        None => Incoming::BadCard(BadHandle::Unreadable),
    }
}

/// What a form asks for that was handed in.
pub fn modal(interaction: &ModalInteraction) -> Incoming {
    let (action, handle) = match Handle::read(&interaction.data.custom_id) {
        Ok(read) => read,
        Err(bad) => return Incoming::BadCard(bad),
    };
    let draft = interaction.message.as_deref().and_then(carried).unwrap_or_default();
    let values = (0..MODAL_BOXES).map(|number| written(interaction, number)).collect();
    let button = Pressed { action, handle, row: None };
    Incoming::Ask(Request::Submit { button, draft, values })
}

/// What was written into a box; nothing where the box is missing.
fn written(interaction: &ModalInteraction, number: usize) -> String {
    let wanted = outgoing::box_id(number);
    let mut inputs = interaction.data.components.iter().flat_map(|row| &row.components);
    let value = inputs.find_map(|input| match input {
        ActionRowComponent::InputText(input) if input.custom_id == wanted => input.value.clone(),
        _ => None,
    });
    value.unwrap_or_default()
}

/// The draft that a card carries.
fn carried(message: &Message) -> Option<String> {
    carry::read(message.embeds.first()?.description.as_deref()?)
}
