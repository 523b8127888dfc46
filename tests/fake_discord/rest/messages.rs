//! Messages in channels.

use std::time::Duration;

use serde_json::Value;

use super::compose::Place;
use super::{Answer, id_in, not_found, snowflake};
use crate::body::Received;
use crate::ids::Id;
use crate::refusal::{
    ANOTHERS_MESSAGE, MISSING_ACCESS, MISSING_PERMISSIONS, NO_HISTORY, Problems, Refusal,
    UNKNOWN_CHANNEL, UNKNOWN_MESSAGE,
};
use crate::rights::{
    ATTACH_FILES, EMBED_LINKS, MANAGE_MESSAGES, READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL,
};
use crate::world::{Message, World};

pub fn handle(
    world: &mut World,
    received: &Received,
    channel: Id,
    rest: &[&str],
) -> Result<Answer, Refusal> {
    let rights = seen(world, channel)?;
    match (received.method.as_str(), rest) {
        ("POST", []) => create(world, received, channel, rights),
        ("GET", []) => list(world, received, channel, rights),
        ("GET", [id]) => {
            let message = public(world, channel, snowflake(id)?)?;
            Answer::ok(world.message_json(message, world.bot_as_reader()))
        }
        ("PATCH", [id]) => {
            let message = public(world, channel, snowflake(id)?)?;
            let id = message.id;
            if message.author != world.app.bot {
                return Err(ANOTHERS_MESSAGE);
            }
            world.amend(id, &received.json, received)?;
            answer_with(world, id)
        }
        ("DELETE", [id]) => {
            let message = public(world, channel, snowflake(id)?)?;
            let id = message.id;
            if message.author != world.app.bot && rights & MANAGE_MESSAGES == 0 {
                return Err(MISSING_PERMISSIONS);
            }
            world.delete(id);
            Answer::done()
        }
        _ => not_found(),
    }
}

pub fn type_in(world: &World, channel: Id) -> Result<Answer, Refusal> {
    match seen(world, channel)? & SEND_MESSAGES {
        0 => Err(MISSING_PERMISSIONS),
        _ => Answer::done(),
    }
}

/// What the bot may do in a channel that it sees.
fn seen(world: &World, channel: Id) -> Result<u64, Refusal> {
    if !world.channels.contains_key(&channel) {
        return Err(UNKNOWN_CHANNEL);
    }
    let rights = world.rights(world.app.bot, channel);
    if rights & VIEW_CHANNEL == 0 { Err(MISSING_ACCESS) } else { Ok(rights) }
}

/// A message that is not for one person alone: those have no place in the channel.
fn public(world: &World, channel: Id, id: Id) -> Result<&Message, Refusal> {
    let message = world.message(id).filter(|message| message.channel == channel);
    message.filter(|message| !message.is_ephemeral()).ok_or(UNKNOWN_MESSAGE)
}

fn create(
    world: &mut World,
    received: &Received,
    channel: Id,
    rights: u64,
) -> Result<Answer, Refusal> {
    let body = &received.json;
    let has = |key: &str| body[key].as_array().is_some_and(|it| !it.is_empty());
    for (is_needed, right) in [
        (true, SEND_MESSAGES),
        (has("embeds"), EMBED_LINKS),
        (!received.uploads.is_empty(), ATTACH_FILES),
    ] {
        if is_needed && rights & right == 0 {
            return Err(MISSING_PERMISSIONS);
        }
    }
    let reference = reference(world, channel, rights, &body["message_reference"])?;
    if let Some(known) = posted_before(world, channel, body) {
        return answer_with(world, known);
    }
    let place = Place { channel, reference, interaction: None };
    let id = world.compose(place, body, received)?;
    world.messages.get_mut(&id).unwrap().nonce = body.get("nonce").cloned();
    answer_with(world, id)
}

fn answer_with(world: &World, id: Id) -> Result<Answer, Refusal> {
    Answer::ok(world.message_json(&world.messages[&id], world.bot_as_reader()))
}

/// For so long Discord knows a nonce: its documentation says “the past few minutes”.
const NONCE_KNOWN: Duration = Duration::from_secs(180);

/// The message of an earlier request with the same nonce, where the bot asks for that.
fn posted_before(world: &World, channel: Id, body: &Value) -> Option<Id> {
    if body["enforce_nonce"] != true || body["nonce"].is_null() {
        return None;
    }
    let nonce = as_text(&body["nonce"]);
    let same = world.messages.values().find(|message| {
        message.channel == channel
            && message.author == world.app.bot
            && world.clock.now() < message.created + NONCE_KNOWN
            && message.nonce.as_ref().is_some_and(|it| as_text(it) == nonce)
    });
    same.map(|message| message.id)
}

fn as_text(nonce: &Value) -> String {
    nonce.as_str().map_or_else(|| nonce.to_string(), str::to_owned)
}

fn reference(
    world: &World,
    channel: Id,
    rights: u64,
    reference: &Value,
) -> Result<Option<Id>, Refusal> {
    let Some(id) = id_in(&reference["message_id"]) else { return Ok(None) };
    if rights & READ_MESSAGE_HISTORY == 0 {
        return Err(NO_HISTORY);
    }
    match public(world, channel, id) {
        Ok(_) => Ok(Some(id)),
        // A reply to what is gone can be sent as a message of its own, if the bot says so.
        Err(_) if reference["fail_if_not_exists"] == false => Ok(None),
        Err(_) => Err(Problems::one(
            "message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message",
        )),
    }
}

/// The newest first; with `after`, the oldest of what follows, still the newest first.
fn list(world: &World, received: &Received, channel: Id, rights: u64) -> Result<Answer, Refusal> {
    let number = |key: &str| received.query.get(key).and_then(|it| it.parse::<u64>().ok());
    let limit = number("limit").unwrap_or(50);
    if !(1..=100).contains(&limit) {
        return Err(Problems::one("limit", "NUMBER_TYPE_MAX", "Must be between 1 and 100."));
    }
    // Without the right to the history the list is empty, not refused.
    let limit =
        if rights & READ_MESSAGE_HISTORY == 0 { 0 } else { usize::try_from(limit).unwrap() };
    let (after, before) = (number("after").unwrap_or(0), number("before").unwrap_or(u64::MAX));
    let mut found: Vec<&Message> = world
        .messages
        .values()
        .filter(|it| it.channel == channel && !it.deleted && !it.is_ephemeral())
        .filter(|it| after < it.id && it.id < before)
        .collect();
    if after > 0 {
        found.truncate(limit);
    } else {
        found = found.split_off(found.len().saturating_sub(limit));
    }
    let newest_first = found.into_iter().rev();
    let json = newest_first.map(|it| world.message_json(it, world.bot_as_reader()));
    Answer::ok(json.collect())
}
