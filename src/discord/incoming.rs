//! What people do on Discord, as requests to the checker.

use serenity::model::application::{
    ActionRowComponent, CommandInteraction, ComponentInteraction, ComponentInteractionDataKind,
    ModalInteraction, ResolvedTarget,
};
use serenity::model::channel::Message;

use super::attachment::Attachments;
use super::controls::EMPTY_FORM;
use super::idea::Idea;
use super::limits::MODAL_BOXES;
use super::options;
use super::{draft_codec, outgoing};
use crate::app;
use crate::check::{BadCardState, CardState, Pressed, Request};
use crate::ui::CommandId;
use crate::ui::{Action, FormAction, is_action};
use crate::ui::{Said, talk};

/// What somebody wants.
#[derive(Debug, Clone)]
pub enum Incoming {
    /// Something that the app handles.
    App(app::Interaction),
    /// A tip, another one than lately.
    Tip,
    /// The card of a posted draft.
    OpenIdea(Idea),
    /// Something to which there is one answer.
    Say(Said),
    /// A card that can't be gone on with.
    BadCard(BadCardState),
}

fn ask(request: Request) -> Incoming {
    Incoming::App(app::Interaction::Check(request))
}

/// What a command requests.
pub fn command(interaction: &CommandInteraction, attachments: &Attachments) -> Incoming {
    let Some((known, options)) = options::used(interaction) else {
        return Incoming::Say(talk::UNKNOWN_COMMAND);
    };
    let given = options::given(interaction, known, options, attachments);
    match known.id {
        CommandId::CheckWording => words_of(interaction),
        CommandId::Tip => Incoming::Tip,
        id => Incoming::App(app::Interaction::Command(id, given)),
    }
}

fn words_of(interaction: &CommandInteraction) -> Incoming {
    match interaction.data.target() {
        Some(ResolvedTarget::Message(message)) if !message.content.trim().is_empty() => {
            ask(Request::Check { draft: message.content.clone() })
        }
        _ => Incoming::Say(talk::MESSAGE_WITHOUT_WORDS),
    }
}

/// What a button or a list requests.
pub fn component(interaction: &ComponentInteraction) -> Incoming {
    let custom_id = &interaction.data.custom_id;
    if custom_id == EMPTY_FORM {
        return ask(Request::DraftForm);
    }
    if let Some(idea) = Idea::read(custom_id) {
        return Incoming::OpenIdea(idea);
    }
    if is_action(custom_id) {
        let pressed = |action| app::Interaction::Press(action, chosen(&interaction.data.kind));
        return Action::decode(custom_id)
            .map(pressed)
            .map_or_else(Incoming::BadCard, Incoming::App);
    }
    let (action, state) = match CardState::read(custom_id) {
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
        Some(draft) => ask(Request::Press { button: Pressed { action, state, row }, draft }),
        None => Incoming::BadCard(BadCardState::Unreadable),
    }
}

/// What a submitted form requests.
pub fn modal(interaction: &ModalInteraction) -> Incoming {
    let written = || (0..MODAL_BOXES).map(|number| written(interaction, number)).collect();
    let custom_id = &interaction.data.custom_id;
    if is_action(custom_id) {
        let submitted = |action| app::Interaction::Submit(action, written());
        let decoded = FormAction::decode(custom_id).map(submitted);
        return decoded.map_or_else(Incoming::BadCard, Incoming::App);
    }
    let (action, state) = match CardState::read(custom_id) {
        Ok(read) => read,
        Err(bad) => return Incoming::BadCard(bad),
    };
    let draft = interaction.message.as_deref().and_then(carried).unwrap_or_default();
    let values = written();
    let button = Pressed { action, state, row: None };
    ask(Request::Submit { button, draft, values })
}

/// What was chosen from a list: words, or numbers of channels and roles.
fn chosen(kind: &ComponentInteractionDataKind) -> Vec<String> {
    match kind {
        ComponentInteractionDataKind::StringSelect { values } => values.clone(),
        ComponentInteractionDataKind::ChannelSelect { values } => {
            values.iter().map(ToString::to_string).collect()
        }
        ComponentInteractionDataKind::RoleSelect { values } => {
            values.iter().map(ToString::to_string).collect()
        }
        _ => Vec::new(),
    }
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
    draft_codec::read(message.embeds.first()?.description.as_deref()?)
}
