//! A serenity bot that does next to nothing, for trying the fake and for comparison.
#![allow(dead_code, reason = "every test binary uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test stops at what should not happen")]

use std::sync::Arc;

use serenity::all::{
    ActionRowComponent, ButtonStyle, ClientBuilder, Command, CommandDataOptionValue,
    CommandInteraction, CommandOptionType, CommandType, ComponentInteraction, Context,
    CreateActionRow, CreateAttachment, CreateButton, CreateCommand, CreateCommandOption,
    CreateInputText, CreateInteractionResponse, CreateInteractionResponseFollowup,
    CreateInteractionResponseMessage, CreateModal, EditInteractionResponse, EventHandler,
    GatewayIntents, Http, HttpBuilder, InputTextStyle, Interaction, Message, ModalInteraction,
    Ready, async_trait,
};
use serenity::gateway::ShardManager;
use tokio::task::JoinHandle;

use fake_discord::{FakeDiscord, TOKEN};

/// The intents with which the bare bot listens.
pub fn intents() -> GatewayIntents {
    GatewayIntents::GUILDS
        | GatewayIntents::GUILD_MESSAGES
        | GatewayIntents::DIRECT_MESSAGES
        | GatewayIntents::MESSAGE_CONTENT
}

/// A running bot; it is shut down when this is dropped.
pub struct BareBot {
    pub shards: Arc<ShardManager>,
    pub http: Arc<Http>,
    pub run: JoinHandle<Result<(), serenity::Error>>,
}

impl Drop for BareBot {
    fn drop(&mut self) {
        self.run.abort();
    }
}

/// REST as the bot has it, through the fake.
pub fn http(discord: &FakeDiscord, token: &str) -> Http {
    let http = http_at(discord.url(), token);
    http.set_application_id(discord.application_id().into());
    http
}

/// The same by the address alone, for a process of its own; READY tells it the application's id.
pub fn http_at(url: &str, token: &str) -> Http {
    HttpBuilder::new(token).proxy(url).ratelimiter_disabled(true).build()
}

/// Starts a bot and waits until its commands are there.
pub async fn start(discord: &FakeDiscord) -> BareBot {
    let bot = start_with(http(discord, TOKEN), intents()).await;
    discord.commands_registered(4).await;
    bot
}

pub async fn start_with(http: Http, intents: GatewayIntents) -> BareBot {
    let builder = ClientBuilder::new_with_http(http, intents).event_handler(Handler);
    let mut client = builder.await.unwrap();
    let (shards, http) = (Arc::clone(&client.shard_manager), Arc::clone(&client.http));
    let run = tokio::spawn(async move { client.start().await });
    BareBot { shards, http, run }
}

struct Handler;

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, context: Context, _ready: Ready) {
        let draft = CreateCommandOption::new(CommandOptionType::String, "draft", "The draft")
            .name_localized("el", "πρόχειρο")
            .required(true);
        let rule = CreateCommandOption::new(CommandOptionType::String, "rule", "Which rule")
            .set_autocomplete(true)
            .required(true);
        let check = CreateCommand::new("check")
            .description("Checks a draft")
            .name_localized("el", "έλεγχος")
            .add_option(draft);
        let commands = vec![
            check,
            CreateCommand::new("draft").description("Opens a form"),
            CreateCommand::new("why").description("Says why").add_option(rule),
            CreateCommand::new("Check wording").kind(CommandType::Message),
        ];
        Command::set_global_commands(&context.http, commands).await.unwrap();
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        // Some tests make an answer fail, and then look at what Discord was left with.
        let _ = match interaction {
            Interaction::Command(command) => on_command(&context, &command).await,
            Interaction::Component(pressed) => on_press(&context, &pressed).await,
            Interaction::Modal(form) => on_form(&context, &form).await,
            Interaction::Autocomplete(typed) => on_typing(&context, &typed).await,
            _ => Ok(()),
        };
    }

    async fn message(&self, context: Context, message: Message) {
        if !message.author.bot && message.content.contains("λάθος") {
            message.reply(&context, "Υπάρχει μια ιδέα").await.unwrap();
        }
    }
}

fn said(text: &str) -> CreateInteractionResponseMessage {
    let button =
        |id: &str, label: &str| CreateButton::new(id).label(label).style(ButtonStyle::Secondary);
    let row = vec![
        button("v1:again", "Another wording"),
        button("v1:file", "As a file"),
        button("v1:form", "Fill in"),
        button("v1:off", "Not now").disabled(true),
    ];
    CreateInteractionResponseMessage::new()
        .content(text)
        .ephemeral(true)
        .components(vec![CreateActionRow::Buttons(row)])
}

fn form(id: &str) -> CreateInteractionResponse {
    let input = CreateInputText::new(InputTextStyle::Paragraph, "Κείμενο", "text").value("αρχή");
    let modal =
        CreateModal::new(id, "Πρόχειρο").components(vec![CreateActionRow::InputText(input)]);
    CreateInteractionResponse::Modal(modal)
}

async fn on_command(context: &Context, command: &CommandInteraction) -> serenity::Result<()> {
    let answer = match command.data.name.as_str() {
        "draft" => form("v1:new"),
        "Check wording" => {
            let text = command.data.resolved.messages.values().next().unwrap().content.clone();
            CreateInteractionResponse::Message(said(&text))
        }
        _ => {
            let CommandDataOptionValue::String(text) = &command.data.options[0].value else {
                return Ok(());
            };
            CreateInteractionResponse::Message(said(text))
        }
    };
    command.create_response(context, answer).await
}

async fn on_press(context: &Context, pressed: &ComponentInteraction) -> serenity::Result<()> {
    let text = pressed.message.content.clone();
    match pressed.data.custom_id.as_str() {
        "v1:again" => {
            let message = said(&format!("{text}!"));
            pressed
                .create_response(context, CreateInteractionResponse::UpdateMessage(message))
                .await
        }
        "v1:file" => {
            pressed.create_response(context, CreateInteractionResponse::Acknowledge).await?;
            let edit = EditInteractionResponse::new().content("Σε αρχείο:");
            pressed.edit_response(context, edit).await?;
            let file = CreateAttachment::bytes(text, "draft.txt");
            let more = CreateInteractionResponseFollowup::new().add_file(file).ephemeral(true);
            pressed.create_followup(context, more).await.map(|_| ())
        }
        _ => pressed.create_response(context, form("v1:change")).await,
    }
}

async fn on_form(context: &Context, form: &ModalInteraction) -> serenity::Result<()> {
    let first = form.data.components.first().and_then(|row| row.components.first());
    let text = match first {
        Some(ActionRowComponent::InputText(input)) => input.value.clone().unwrap_or_default(),
        _ => "nothing".into(),
    };
    let answer = match form.data.custom_id.as_str() {
        "v1:change" => CreateInteractionResponse::UpdateMessage(said(&text)),
        _ => CreateInteractionResponse::Message(said(&text)),
    };
    form.create_response(context, answer).await
}

async fn on_typing(context: &Context, typed: &CommandInteraction) -> serenity::Result<()> {
    use serenity::all::CreateAutocompleteResponse;
    let text = typed.data.autocomplete().map_or("", |option| option.value);
    let choices = CreateAutocompleteResponse::new()
        .add_string_choice(format!("{text}…"), "one")
        .add_string_choice("άλλο", "two");
    typed.create_response(context, CreateInteractionResponse::Autocomplete(choices)).await
}
