//! Messages in JSON, as whoever reads them gets them.

use serde_json::{Value, json};

use super::ids::Id;
use super::world::{File, Interaction, InteractionKind, Message, User, World};

/// Who reads decides whether the content is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Somebody handed the message over, or it is the bot's own answer.
    Invited,
    /// The bot as it goes past, with the intent for contents or without.
    Passing { granted: bool },
}

impl World {
    pub fn message_json(&self, message: &Message, reader: Reader) -> Value {
        let mut json = self.plain_message_json(message, reader);
        if let Some(reference) = message.reference {
            json["message_reference"] = json!({
                "type": 0, "message_id": reference.to_string(),
                "channel_id": message.channel.to_string(),
            });
            let referenced = self.message(reference);
            json["referenced_message"] =
                referenced.map_or(Value::Null, |it| self.plain_message_json(it, reader));
        }
        if let Some(interaction) = message.interaction {
            json["interaction_metadata"] = self.metadata_json(&self.interactions[&interaction]);
        }
        json
    }

    fn plain_message_json(&self, message: &Message, reader: Reader) -> Value {
        let files = message.files.iter().map(|file| self.file_json(message.channel, file));
        let files: Vec<Value> = files.collect();
        let kind = match (message.interaction, message.reference) {
            (Some(_), None) => 20,
            (_, Some(_)) => 19,
            (None, None) => 0,
        };
        let mentioned = self.users.values().filter(|user| mentions(message, user));
        let mentions: Vec<Value> = mentioned.map(|user| self.user_json(user.id)).collect();
        let mut json = json!({
            "id": message.id.to_string(), "channel_id": message.channel.to_string(),
            "type": kind, "author": self.user_json(message.author), "content": message.content,
            "timestamp": self.clock.stamp(message.created),
            "edited_timestamp": message.edited.map(|at| self.clock.stamp(at)),
            "tts": false, "mention_everyone": message.pings.iter().any(|ping| ping == "@everyone"),
            "mentions": mentions, "mention_roles": [], "pinned": false, "flags": message.flags,
            "embeds": message.embeds, "components": message.components, "attachments": files,
        });
        if self.is_blank_for(message, reader) {
            json["content"] = json!("");
            for key in ["embeds", "attachments", "components"] {
                json[key] = json!([]);
            }
        }
        if message.author == self.app.bot {
            json["application_id"] = json!(self.app.id.to_string());
        }
        if message.interaction.is_some() {
            json["webhook_id"] = json!(self.app.id.to_string());
        }
        if let Some(nonce) = &message.nonce {
            json["nonce"] = nonce.clone();
        }
        json
    }

    /// Without the intent, a bot reads its own messages, those that name it, and direct ones.
    fn is_blank_for(&self, message: &Message, reader: Reader) -> bool {
        let is_direct = self.channels[&message.channel].guild.is_none();
        let bot = &self.users[&self.app.bot];
        reader == Reader::Passing { granted: false }
            && !(is_direct || message.author == bot.id || mentions(message, bot))
    }

    /// From which interaction a message came.
    fn metadata_json(&self, asked: &Interaction) -> Value {
        let mut json = json!({
            "id": asked.id.to_string(), "type": asked.kind as u8,
            "user": self.user_json(asked.person),
            "authorizing_integration_owners": asked.event["authorizing_integration_owners"],
        });
        match (asked.kind, asked.source) {
            (InteractionKind::Component, Some(source)) => {
                json["interacted_message_id"] = json!(source.to_string());
            }
            (InteractionKind::Form, _) => {
                let form = &asked.event["data"]["custom_id"];
                let opened = |it: &&Interaction| {
                    let shown = it.shown.as_ref().is_some_and(|shown| shown["custom_id"] == *form);
                    it.person == asked.person && shown
                };
                let before = self.interactions.range(..asked.id).rev().map(|(_, it)| it);
                let opener = before.filter(|it| it.kind != InteractionKind::Form).find(opened);
                json["triggering_interaction_metadata"] =
                    opener.map_or(Value::Null, |opener| self.metadata_json(opener));
            }
            _ => (),
        }
        json
    }

    pub fn file_json(&self, channel: Id, file: &File) -> Value {
        let url = format!("{}/attachments/{channel}/{}/{}", self.address, file.id, file.name);
        json!({
            "id": file.id.to_string(), "filename": file.name, "size": file.bytes.len(),
            "url": url, "proxy_url": url, "content_type": file.kind,
        })
    }
}

fn mentions(message: &Message, user: &User) -> bool {
    let id = user.id;
    [format!("<@{id}>"), format!("<@!{id}>")].iter().any(|it| message.content.contains(it))
}
