//! What leaves, as the library writes it; files go next to it. Nobody is mentioned, whatever a text contains.

use serenity::builder::{
    AutocompleteChoice, CreateActionRow, CreateAllowedMentions, CreateAutocompleteResponse,
    CreateButton, CreateEmbed, CreateInputText, CreateInteractionResponse,
    CreateInteractionResponseFollowup, CreateInteractionResponseMessage, CreateMessage,
    CreateModal, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
    EditInteractionResponse, EditMessage,
};
use serenity::model::application::{ButtonStyle, InputTextStyle};
use serenity::model::channel::{MessageReference, Nonce};
use serenity::model::id::{ChannelId, MessageId, RoleId};

use super::limits::{self, length};
use super::outgoing::{
    Button, Choice, Embed, InputBox, Message, Modal, Row, Select, SelectFrom, box_id,
};
use super::registered::WRITTEN_IN;

impl Message {
    fn embeds(&self) -> Vec<CreateEmbed> {
        let embed = |embed: &Embed| {
            let new = CreateEmbed::new().colour(embed.colour).description(&embed.description);
            if embed.title.is_empty() { new } else { new.title(&embed.title) }
        };
        self.embeds.iter().map(embed).collect()
    }

    fn components(&self) -> Vec<CreateActionRow> {
        self.rows.iter().map(Row::responses).collect()
    }

    fn data(&self) -> CreateInteractionResponseMessage {
        CreateInteractionResponseMessage::new()
            .content(&self.content)
            .embeds(self.embeds())
            .components(self.components())
            .allowed_mentions(nobody())
    }

    /// As a new answer that only one person sees.
    pub fn private(&self) -> CreateInteractionResponse {
        CreateInteractionResponse::Message(self.data().ephemeral(true))
    }

    /// In place of the card on which somebody pressed a button.
    pub fn in_place(&self) -> CreateInteractionResponse {
        CreateInteractionResponse::UpdateMessage(self.data())
    }

    /// Replaces the notice that an answer is being prepared.
    pub fn late(&self) -> EditInteractionResponse {
        EditInteractionResponse::new()
            .content(&self.content)
            .embeds(self.embeds())
            .components(self.components())
            // Files of the previous content would stay.
            .clear_attachments()
            .allowed_mentions(nobody())
    }

    /// As an answer to a message, seen by everybody. With one `nonce` it is posted once, even if it is sent again.
    pub fn under(&self, channel: ChannelId, message: MessageId, nonce: &str) -> CreateMessage {
        CreateMessage::new()
            .content(&self.content)
            .components(self.components())
            .allowed_mentions(nobody())
            .reference_message(MessageReference::from((channel, message)))
            .nonce(Nonce::String(nonce.to_owned()))
            .enforce_nonce(true)
    }

    /// As a message of its own in a channel. With one `nonce` it is posted once, even if it is sent again.
    pub fn posted(&self, nonce: &str) -> CreateMessage {
        CreateMessage::new()
            .content(&self.content)
            .embeds(self.embeds())
            .components(self.components())
            .allowed_mentions(nobody())
            .nonce(Nonce::String(nonce.to_owned()))
            .enforce_nonce(true)
    }

    /// In the place of a message that was posted.
    pub fn rewritten(&self) -> EditMessage {
        EditMessage::new()
            .content(&self.content)
            .embeds(self.embeds())
            .components(self.components())
            .allowed_mentions(nobody())
    }

    /// For one person, after another answer.
    pub fn afterwards(&self) -> CreateInteractionResponseFollowup {
        CreateInteractionResponseFollowup::new()
            .content(&self.content)
            .embeds(self.embeds())
            .components(self.components())
            .allowed_mentions(nobody())
            .ephemeral(true)
    }
}

/// The notice, for one person, that an answer is being prepared.
pub fn one_moment() -> CreateInteractionResponse {
    CreateInteractionResponse::Defer(
        CreateInteractionResponseMessage::new().ephemeral(true).allowed_mentions(nobody()),
    )
}

fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new().replied_user(false)
}

impl Row {
    fn responses(&self) -> CreateActionRow {
        match self {
            Row::Buttons(buttons) => {
                CreateActionRow::Buttons(buttons.iter().map(Button::responses).collect())
            }
            Row::Select(select) => CreateActionRow::SelectMenu(select.responses()),
        }
    }
}

impl Select {
    fn responses(&self) -> CreateSelectMenu {
        let menu = CreateSelectMenu::new(&self.custom_id, self.from.responses());
        let menu = menu.placeholder(&self.placeholder);
        match self.count {
            (1, 1) => menu,
            (least, most) => menu.min_values(least).max_values(most),
        }
    }
}

impl SelectFrom {
    fn responses(&self) -> CreateSelectMenuKind {
        let there = |ids: &[u64]| ids.iter().copied().filter(|id| *id != 0).collect::<Vec<u64>>();
        match self {
            SelectFrom::Choices(options) => CreateSelectMenuKind::String {
                options: options.iter().map(Choice::responses).collect(),
            },
            SelectFrom::Channels(chosen) => CreateSelectMenuKind::Channel {
                channel_types: Some(WRITTEN_IN.to_vec()),
                default_channels: Some(there(chosen).into_iter().map(ChannelId::new).collect()),
            },
            SelectFrom::Roles(chosen) => CreateSelectMenuKind::Role {
                default_roles: Some(there(chosen).into_iter().map(RoleId::new).collect()),
            },
        }
    }
}

impl Button {
    fn responses(&self) -> CreateButton {
        let style = if self.is_next { ButtonStyle::Primary } else { ButtonStyle::Secondary };
        CreateButton::new(&self.custom_id).label(&self.label).style(style).disabled(!self.can_press)
    }
}

impl Choice {
    fn responses(&self) -> CreateSelectMenuOption {
        CreateSelectMenuOption::new(&self.label, &self.value).default_selection(self.is_chosen)
    }
}

impl Modal {
    /// The form, opened.
    pub fn opened(&self) -> CreateInteractionResponse {
        let rows = self.boxes.iter().enumerate().map(|(number, input)| input.responses(number));
        let modal = CreateModal::new(&self.custom_id, &self.title);
        CreateInteractionResponse::Modal(modal.components(rows.collect()))
    }
}

impl InputBox {
    fn responses(&self, number: usize) -> CreateActionRow {
        let style = if self.is_long { InputTextStyle::Paragraph } else { InputTextStyle::Short };
        let mut input = CreateInputText::new(style, &self.label, box_id(number))
            .required(self.is_required)
            .max_length(self.max_length);
        if !self.placeholder.is_empty() {
            input = input.placeholder(&self.placeholder);
        }
        if !self.value.is_empty() {
            input = input.value(&self.value);
        }
        CreateActionRow::InputText(input)
    }
}

/// What is offered while something is typed; what Discord would not take is left out.
pub fn offered(choices: &[(String, String)]) -> CreateInteractionResponse {
    let fits = |(_, value): &&(String, String)| length(value) <= limits::OPTION_TEXT;
    let choice = |(label, value): &(String, String)| {
        AutocompleteChoice::new(limits::clipped(label, limits::OPTION_TEXT), value.as_str())
    };
    let choices = choices.iter().filter(fits).take(limits::CHOICES).map(choice).collect();
    CreateInteractionResponse::Autocomplete(CreateAutocompleteResponse::new().set_choices(choices))
}
