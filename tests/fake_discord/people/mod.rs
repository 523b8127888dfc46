//! People: they type, press and fill in, and see what the bot shows them.

mod asked;
mod card;
mod form;
mod typed;

pub use asked::Asked;
pub use card::Card;
pub use form::Form;

use serde_json::Value;

use super::ids::Kind;
use super::places::Channel;
use super::world::{ChannelKind, InteractionKind, Message, User};
use super::{FakeDiscord, Id};

/// Somebody, at some place.
#[derive(Clone)]
pub struct Person {
    pub discord: FakeDiscord,
    pub id: Id,
    /// The channel in which they write.
    pub place: Id,
    /// They have installed the bot for themselves.
    pub has_installed: bool,
}

/// A message that somebody posted.
#[derive(Clone)]
pub struct Posted {
    pub discord: FakeDiscord,
    pub id: Id,
}

impl FakeDiscord {
    /// Somebody new, with English as language, who has only the direct messages with the bot so far.
    pub fn person(&self, name: &str) -> Person {
        let mut world = self.world();
        let id = world.ids.next(Kind::User);
        let user = User { id, name: name.into(), locale: "en-US".into(), bot: false };
        world.users.insert(id, user);
        let place = world.direct_channel(id);
        Person { discord: self.clone(), id, place, has_installed: false }
    }
}

impl Person {
    /// The language in which their Discord is.
    pub fn locale(self, locale: &str) -> Self {
        self.discord.world().users.get_mut(&self.id).unwrap().locale = locale.into();
        self
    }

    /// The same person in a channel; a member of its server from now on.
    pub fn in_channel(&self, channel: &Channel) -> Self {
        let mut world = self.discord.world();
        let guild = world.channels[&channel.id].guild.unwrap();
        if !world.guilds[&guild].members.contains_key(&self.id) {
            world.join(guild, self.id, &[]);
        }
        drop(world);
        Person { place: channel.id, ..self.clone() }
    }

    /// The same person in the direct messages with the bot.
    pub fn in_direct(&self) -> Self {
        let place = self.discord.world().direct_channel(self.id);
        Person { place, ..self.clone() }
    }

    /// The same person among friends, where the bot is not.
    pub fn in_group(&self) -> Self {
        let mut world = self.discord.world();
        let place = world.add_channel(ChannelKind::Group, "παρέα", None, vec![self.id]);
        drop(world);
        Person { place, ..self.clone() }
    }

    /// The same person with the bot installed for themselves.
    pub fn with_own_install(&self) -> Self {
        Person { has_installed: true, ..self.clone() }
    }

    /// Posts a message where they are.
    pub fn posts(&self, text: &str) -> Posted {
        let mut world = self.discord.world();
        let (id, now) = (world.ids.next(Kind::Message), world.clock.now());
        let message = Message {
            content: text.trim().to_owned(),
            ..Message::new(id, self.place, self.id, now)
        };
        let id = world.post(message);
        Posted { discord: self.discord.clone(), id }
    }

    /// Writes to the bot alone.
    pub fn direct(&self, text: &str) -> Posted {
        self.in_direct().posts(text)
    }

    pub fn edits(&self, posted: &Posted, text: &str) {
        let mut world = self.discord.world();
        let mut message = world.messages[&posted.id].clone();
        assert_eq!(message.author, self.id, "people edit their own messages only");
        message.content = text.trim().to_owned();
        message.edited = Some(world.clock.now());
        world.change(message, "MESSAGE_UPDATE");
    }

    pub fn deletes(&self, posted: &Posted) {
        self.discord.world().delete(posted.id);
    }

    /// Runs a command, such as `check` or `rules show`, by its name in English or in their language.
    pub async fn slash(&self, command: &str, options: &[(&str, &str)]) -> Card {
        self.send_slash(command, options).await.answer().await
    }

    /// Runs a command without waiting for its answer.
    pub async fn send_slash(&self, command: &str, options: &[(&str, &str)]) -> Asked {
        self.send_slash_with_files(command, options, &[]).await
    }

    /// Runs a command with files as (option, name, bytes).
    pub async fn send_slash_with_files(
        &self,
        command: &str,
        options: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Asked {
        let typed = typed::Typed { command, options, files, focused: None };
        let data = self.typed(&typed).await;
        self.ask(InteractionKind::Command, data, None)
    }

    /// What is offered while they type an option, as it is shown to them.
    pub async fn autocomplete(&self, command: &str, option: &str, text: &str) -> Vec<String> {
        let offered = self.autocomplete_choices(command, option, text).await;
        offered.iter().map(|choice| choice["name"].as_str().unwrap().to_owned()).collect()
    }

    /// The same with the values behind the names.
    pub async fn autocomplete_choices(
        &self,
        command: &str,
        option: &str,
        text: &str,
    ) -> Vec<Value> {
        let typed =
            typed::Typed { command, options: &[(option, text)], files: &[], focused: Some(option) };
        let data = self.typed(&typed).await;
        let asked = self.ask(InteractionKind::Autocomplete, data, None);
        asked.shown().await.as_array().cloned().unwrap_or_default()
    }

    /// Opens the menu of a message and takes an entry.
    pub async fn message_menu(&self, entry: &str, posted: &Posted) -> Card {
        self.send_message_menu(entry, posted).await.answer().await
    }

    pub async fn send_message_menu(&self, entry: &str, posted: &Posted) -> Asked {
        let data = self.menu_taken(entry, posted.id).await;
        self.ask(InteractionKind::Command, data, None)
    }
}

impl Posted {
    pub fn text(&self) -> String {
        self.discord.world().messages[&self.id].content.clone()
    }

    pub fn is_deleted(&self) -> bool {
        self.discord.world().messages[&self.id].deleted
    }
}
