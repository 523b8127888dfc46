//! What follows the first answer: `@original`, and further messages, for fifteen minutes.

use std::time::Duration;

use super::compose::Place;
use super::interactions::callback;
use super::{Answer, not_found, snowflake};
use crate::body::Received;
use crate::ids::Id;
use crate::message_objects::Reader;
use crate::refusal::{INVALID_TOKEN, Refusal, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK};
use crate::world::World;

const TOKEN_HOLDS: Duration = Duration::from_secs(15 * 60);

pub fn handle(
    world: &mut World,
    received: &Received,
    (app, token): (Id, &str),
    rest: &[&str],
) -> Result<Answer, Refusal> {
    let now = world.clock.now();
    let is_app = app == world.app.id;
    let asked = world.interaction_by_token(token).filter(|_| is_app).ok_or(UNKNOWN_WEBHOOK)?;
    if now > asked.created + TOKEN_HOLDS {
        return Err(INVALID_TOKEN);
    }
    // There is no webhook before the first answer.
    if asked.answered.is_none() {
        return Err(UNKNOWN_WEBHOOK);
    }
    let id = asked.id;
    let answer = match (received.method.as_str(), rest) {
        ("POST", []) => follow_up(world, received, id),
        (method, ["messages", which]) => {
            let message = meant(world, id, which)?;
            match method {
                "GET" => show(world, message),
                "PATCH" => {
                    world.amend(message, &received.json, received)?;
                    world.mark_edited(id, message);
                    show(world, message)
                }
                "DELETE" => {
                    world.delete(message);
                    Answer::done()
                }
                _ => not_found(),
            }
        }
        _ => not_found(),
    };
    world.interactions[&id].pulse.notify_waiters();
    answer
}

fn show(world: &World, message: Id) -> Result<Answer, Refusal> {
    Answer::ok(world.message_json(&world.messages[&message], Reader::Invited))
}

/// The message that a path names, if it is one of this interaction.
fn meant(world: &World, interaction: Id, which: &str) -> Result<Id, Refusal> {
    let asked = &world.interactions[&interaction];
    let id = match which {
        "@original" => asked.original.ok_or(UNKNOWN_MESSAGE)?,
        id => snowflake(id)?,
    };
    let is_of_it = asked.original == Some(id) || asked.followups.contains(&id);
    world.message(id).filter(|_| is_of_it).map(|message| message.id).ok_or(UNKNOWN_MESSAGE)
}

/// A further message. Right after a deferred answer it fills that one in, and stays as private as
/// that one was, whatever flags it brings.
fn follow_up(world: &mut World, received: &Received, id: Id) -> Result<Answer, Refusal> {
    let asked = &world.interactions[&id];
    let loading = asked.original.filter(|_| asked.answered == Some(callback::DEFERRED_MESSAGE));
    let loading = loading.filter(|id| world.messages[id].is_loading());
    let channel = asked.channel;
    if let Some(loading) = loading {
        world.amend(loading, &received.json, received)?;
        return show(world, loading);
    }
    let place = Place { channel, interaction: Some(id), reference: None };
    let message = world.compose(place, &received.json, received)?;
    world.interactions.get_mut(&id).unwrap().followups.push(message);
    show(world, message)
}

impl World {
    fn mark_edited(&mut self, interaction: Id, message: Id) {
        let asked = self.interactions.get_mut(&interaction).unwrap();
        asked.source_edited |= asked.source == Some(message);
    }
}
