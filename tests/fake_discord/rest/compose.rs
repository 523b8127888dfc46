//! Messages made and changed, whichever way they come.

use std::sync::Arc;

use serde_json::Value;

use super::id_in;
use crate::body::{Received, Upload};
use crate::ids::{Id, Kind};
use crate::limits::message::{Way, check};
use crate::refusal::{EMPTY_MESSAGE, Refusal};
use crate::rights::MENTION_EVERYONE;
use crate::world::{EPHEMERAL, File, LOADING, Message, World};

const SUPPRESS_EMBEDS: u64 = 1 << 2;
/// Ids below this are numbers of files in the same request.
const LEAST_SNOWFLAKE: u64 = 1 << 22;

/// Where a new message stands.
#[derive(Default)]
pub struct Place {
    pub channel: Id,
    pub interaction: Option<Id>,
    pub reference: Option<Id>,
}

impl World {
    /// The bot's new message, if all is right with it.
    pub fn compose(
        &mut self,
        place: Place,
        body: &Value,
        received: &Received,
    ) -> Result<Id, Refusal> {
        let way = if place.interaction.is_some() { Way::Interaction } else { Way::Channel };
        check(body, &received.uploads, way)?;
        let mut message = self.blank(place, body["flags"].as_u64().unwrap_or(0));
        self.fill(&mut message, body, &received.uploads)?;
        Ok(self.post(message))
    }

    /// «Kalologos is thinking…»
    pub fn compose_loading(&mut self, place: Place, flags: u64) -> Id {
        let message = self.blank(place, flags & EPHEMERAL | LOADING);
        self.post(message)
    }

    fn blank(&mut self, place: Place, flags: u64) -> Message {
        Message {
            id: self.ids.next(Kind::Message),
            channel: place.channel,
            author: self.app.bot,
            content: String::new(),
            embeds: Vec::new(),
            components: Vec::new(),
            files: Vec::new(),
            flags,
            reference: place.reference,
            interaction: place.interaction,
            nonce: None,
            pings: Vec::new(),
            created: self.clock.now(),
            edited: None,
            deleted: false,
            version: 0,
        }
    }

    pub fn post(&mut self, message: Message) -> Id {
        let id = message.id;
        self.messages.insert(id, message);
        self.dispatch_message("MESSAGE_CREATE", id);
        id
    }

    /// Changes what the body names; the first change of a deferred answer is its arrival.
    pub fn amend(&mut self, id: Id, body: &Value, received: &Received) -> Result<(), Refusal> {
        let mut message = self.messages[&id].clone();
        let way = if message.interaction.is_some() { Way::Interaction } else { Way::Channel };
        check(body, &received.uploads, way)?;
        self.fill(&mut message, body, &received.uploads)?;
        if let Some(flags) = body["flags"].as_u64() {
            message.flags = message.flags & !SUPPRESS_EMBEDS | flags & SUPPRESS_EMBEDS;
        }
        if !message.is_loading() {
            message.edited = Some(self.clock.now());
        }
        message.flags &= !LOADING;
        self.change(message, "MESSAGE_UPDATE");
        Ok(())
    }

    pub fn delete(&mut self, id: Id) {
        let mut message = self.messages[&id].clone();
        message.deleted = true;
        self.change(message, "MESSAGE_DELETE");
    }

    pub fn change(&mut self, mut message: Message, event: &str) {
        let id = message.id;
        message.version += 1;
        self.messages.insert(id, message);
        self.dispatch_message(event, id);
    }

    fn fill(
        &mut self,
        message: &mut Message,
        body: &Value,
        uploads: &[Upload],
    ) -> Result<(), Refusal> {
        if let Some(content) = body.get("content") {
            // Discord takes blanks off both ends.
            content.as_str().unwrap_or("").trim().clone_into(&mut message.content);
        }
        for (key, field) in
            [("embeds", &mut message.embeds), ("components", &mut message.components)]
        {
            if let Some(value) = body.get(key) {
                *field = value.as_array().cloned().unwrap_or_default();
            }
        }
        message.embeds.iter_mut().for_each(keep_embed);
        keep_components(&mut message.components, &mut 0);
        self.fill_files(message, body, uploads);
        if message.is_empty() {
            return Err(EMPTY_MESSAGE);
        }
        if body.get("content").is_some() {
            message.pings = self.pings(message, &body["allowed_mentions"]);
        }
        Ok(())
    }

    /// Keeps the files that the body lists (all, where it lists none) and adds the new ones.
    fn fill_files(&mut self, message: &mut Message, body: &Value, uploads: &[Upload]) {
        let listed = body["attachments"].as_array();
        if let Some(listed) = listed {
            let kept: Vec<Id> = listed.iter().filter_map(|it| id_in(&it["id"])).collect();
            message.files.retain(|file| kept.contains(&file.id));
        }
        for upload in uploads {
            let entry = listed.into_iter().flatten().find(|entry| {
                id_in(&entry["id"]).is_some_and(|id| id < LEAST_SNOWFLAKE && id == upload.index)
            });
            let name = entry.and_then(|entry| entry["filename"].as_str()).unwrap_or(&upload.name);
            message.files.push(File {
                id: self.ids.next(Kind::Attachment),
                name: name.to_owned(),
                kind: upload.kind.clone(),
                bytes: Arc::new(upload.bytes.clone()),
            });
        }
    }

    /// Whom a message notifies: what its text names and `allowed_mentions` lets through. Without
    /// that field all is let through.
    fn pings(&self, message: &Message, allowed: &Value) -> Vec<String> {
        let parses = |kind: &str| {
            let parsed = allowed["parse"].as_array().into_iter().flatten();
            allowed.is_null() || parsed.into_iter().any(|it| it == kind)
        };
        let lists = |kind: &str, id: Id| {
            let listed = allowed[kind].as_array().into_iter().flatten();
            parses(kind) || listed.into_iter().any(|it| id_in(it) == Some(id))
        };
        let mut pings = Vec::new();
        let mut ping = |name: String| {
            if !pings.contains(&name) {
                pings.push(name);
            }
        };
        let may = self.rights(message.author, message.channel) & MENTION_EVERYONE != 0;
        for everyone in ["@everyone", "@here"] {
            if may && message.content.contains(everyone) && parses("everyone") {
                ping(everyone.into());
            }
        }
        for user in self.users.values() {
            let id = user.id;
            let named = [format!("<@{id}>"), format!("<@!{id}>")];
            if named.iter().any(|it| message.content.contains(it)) && lists("users", id) {
                ping(format!("@{}", user.name));
            }
        }
        let roles = self.guilds.values().flat_map(|guild| guild.roles.values());
        for role in roles.filter(|role| message.content.contains(&format!("<@&{}>", role.id))) {
            if lists("roles", role.id) {
                ping(format!("@role:{}", role.name));
            }
        }
        let answered = message.reference.and_then(|id| self.messages.get(&id));
        let is_told = allowed.is_null() || allowed["replied_user"] == true;
        if let Some(answered) = answered.filter(|_| is_told) {
            ping(format!("@{}", self.users[&answered.author].name));
        }
        pings
    }

    pub fn file(&self, id: Id) -> Option<&File> {
        let sent = self.messages.values().flat_map(|message| &message.files);
        sent.chain(&self.uploads).find(|file| file.id == id)
    }
}

/// An embed as Discord keeps it: its kind added, blanks taken off its texts.
fn keep_embed(embed: &mut Value) {
    embed["type"] = "rich".into();
    let trim = |value: &mut Value| {
        if let Value::String(text) = value {
            *text = text.trim().to_owned();
        }
    };
    for key in ["title", "description"] {
        if let Some(value) = embed.get_mut(key) {
            trim(value);
        }
    }
    for field in embed.get_mut("fields").and_then(Value::as_array_mut).into_iter().flatten() {
        trim(&mut field["name"]);
        trim(&mut field["value"]);
    }
    if let Some(fields) = embed.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
}

/// Components as Discord keeps them: numbered through, without what is null.
fn keep_components(components: &mut [Value], count: &mut u64) {
    for component in components {
        *count += 1;
        let kind = component["type"].as_u64();
        let Some(fields) = component.as_object_mut() else { continue };
        fields.retain(|_, value| !value.is_null());
        fields.entry("id").or_insert((*count).into());
        if matches!(kind, Some(3 | 5..=8)) {
            for key in ["min_values", "max_values"] {
                fields.entry(key).or_insert(1.into());
            }
        }
        if let Some(Value::Array(inner)) = fields.get_mut("components") {
            keep_components(inner, count);
        }
    }
}
