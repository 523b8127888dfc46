//! An interaction on its way: made into an event, and waited for.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::Notify;

use super::{Card, Person};
use crate::Id;
use crate::ids::Kind;
use crate::message_objects::Reader;
use crate::world::{ChannelKind, Interaction, InteractionKind, World};

/// The largest file that somebody without a subscription can add.
const ATTACHMENT_BYTES: u64 = 10 << 20;

/// Something that somebody asked of the bot.
#[derive(Clone)]
pub struct Asked {
    person: Person,
    pub id: Id,
}

/// What came of an interaction.
#[derive(Clone)]
pub enum Outcome {
    Message(Id),
    Shown(Value),
    /// The message was taken away.
    Gone,
}

impl Person {
    /// Sends an interaction; `source` is the message whose button was pressed.
    pub(super) fn ask(&self, kind: InteractionKind, data: Value, source: Option<Id>) -> Asked {
        let change = self.discord.inner.change_next.lock().unwrap().take();
        let mut world = self.discord.world();
        let id = world.ids.next(Kind::Interaction);
        let token = format!("interaction-token-{id}");
        let mut event = world.interaction_json(self, (id, &token), kind, data);
        if let Some(message) = source.map(|id| &world.messages[&id]) {
            event["message"] = world.message_json(message, Reader::Invited);
        }
        if let Some(change) = change {
            change(&mut event);
        }
        let interaction = Interaction {
            id,
            token,
            kind,
            person: self.id,
            channel: self.place,
            created: world.clock.now(),
            answered: None,
            original: None,
            followups: Vec::new(),
            source,
            shown: None,
            source_edited: false,
            event,
            pulse: Arc::new(Notify::new()),
        };
        world.interactions.insert(id, interaction);
        world.deliver(id);
        drop(world);
        self.discord.changed();
        Asked { person: self.clone(), id }
    }
}

impl World {
    fn deliver(&mut self, id: Id) {
        let asked = &self.interactions[&id];
        let event = asked.event.clone();
        let guild = self.channels[&asked.channel].guild.filter(|id| self.bot_is_in(*id));
        self.dispatch("INTERACTION_CREATE", guild, 0, &event);
    }

    fn interaction_json(
        &self,
        person: &Person,
        (id, token): (Id, &str),
        kind: InteractionKind,
        data: Value,
    ) -> Value {
        let channel = &self.channels[&person.place];
        let context = match channel.kind {
            ChannelKind::Text => 0,
            ChannelKind::Direct => 1,
            ChannelKind::Group => 2,
        };
        let mut json = json!({
            "id": id.to_string(), "application_id": self.app.id.to_string(), "type": kind as u8,
            "token": token, "version": 1, "data": data, "context": context,
            "channel_id": channel.id.to_string(),
            "channel": self.partial_channel_json(channel, person.id),
            "locale": self.users[&person.id].locale, "entitlements": [],
            "app_permissions": self.app_rights(channel.id).to_string(),
            "authorizing_integration_owners": self.owners(person),
            "attachment_size_limit": ATTACHMENT_BYTES,
        });
        match channel.guild.map(|id| &self.guilds[&id]) {
            Some(guild) => {
                let mut member = self.member_json(guild, person.id);
                member["permissions"] = json!(self.rights(person.id, channel.id).to_string());
                json["member"] = member;
                json["guild_id"] = json!(guild.id.to_string());
                json["guild_locale"] = json!(guild.locale);
                json["guild"] = json!({
                    "id": guild.id.to_string(), "locale": guild.locale, "features": [],
                });
            }
            None => json["user"] = self.user_json(person.id),
        }
        json
    }

    /// Through whose installation somebody reaches the bot: the server's (0), their own (1).
    fn owners(&self, person: &Person) -> Value {
        let mut owners = json!({});
        let channel = &self.channels[&person.place];
        match channel.guild {
            Some(guild) if self.bot_is_in(guild) => owners["0"] = json!(guild.to_string()),
            None if channel.kind == ChannelKind::Direct => owners["0"] = json!("0"),
            _ => (),
        }
        if person.has_installed {
            owners["1"] = json!(person.id.to_string());
        }
        owners
    }

    fn outcome(&self, id: Id) -> Option<Outcome> {
        let asked = &self.interactions[&id];
        let message = |id: Id| match self.message(id) {
            Some(_) => Outcome::Message(id),
            None => Outcome::Gone,
        };
        match asked.answered? {
            4 | 7 => asked.original.map(message),
            5 => {
                let original = asked.original?;
                let is_loading = self.message(original).is_some_and(|it| it.is_loading());
                (!is_loading).then(|| message(original))
            }
            6 => match asked.followups.last() {
                Some(last) => Some(message(*last)),
                None => {
                    let source = asked.source?;
                    let is_done = asked.source_edited || self.message(source).is_none();
                    is_done.then(|| message(source))
                }
            },
            _ => asked.shown.clone().map(Outcome::Shown),
        }
    }
}

impl Asked {
    /// What the person sees once the bot has answered; a deferred answer counts when it is filled in.
    pub async fn answer(&self) -> Card {
        let outcome = self.outcome().await;
        Card { person: self.person.clone(), interaction: Some(self.id), outcome }
    }

    async fn outcome(&self) -> Outcome {
        let id = self.id;
        let pulse = self.pulse();
        let discord = &self.person.discord;
        let what = discord.world().interactions[&id].event["data"].to_string();
        let what = format!("an answer to {what}");
        discord.until_on(&pulse, &what, |world| world.outcome(id)).await
    }

    pub(super) async fn shown(&self) -> Value {
        match self.outcome().await {
            Outcome::Shown(shown) => shown,
            _ => panic!("choices were expected"),
        }
    }

    pub(super) async fn followup(&self, number: usize) -> Id {
        let id = self.id;
        let what = format!("further message {number}");
        let look = |world: &mut World| world.interactions[&id].followups.get(number).copied();
        self.person.discord.until_on(&self.pulse(), &what, look).await
    }

    pub fn again(person: &Person, id: Id) -> Asked {
        Asked { person: person.clone(), id }
    }

    pub(super) fn pulse(&self) -> Arc<Notify> {
        Arc::clone(&self.person.discord.world().interactions[&self.id].pulse)
    }

    /// Waits for the first answer alone, which may be a deferred one; gives its type.
    pub async fn acknowledged(&self) -> u64 {
        let id = self.id;
        let look = |world: &mut World| world.interactions[&id].answered;
        self.person.discord.until_on(&self.pulse(), "a first answer", look).await
    }

    /// The same event once more, as Discord may send it.
    pub fn arrives_again(&self) {
        self.person.discord.world().deliver(self.id);
    }

    pub fn is_answered(&self) -> bool {
        self.person.discord.world().interactions[&self.id].answered.is_some()
    }
}
