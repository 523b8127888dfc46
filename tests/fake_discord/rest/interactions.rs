//! The first answer to an interaction.

use std::time::Duration;

use serde_json::{Value, json};

use super::Answer;
use super::compose::Place;
use crate::body::Received;
use crate::ids::Id;
use crate::limits::modal;
use crate::message_objects::Reader;
use crate::refusal::{ALREADY_ANSWERED, Problems, Refusal, UNKNOWN_INTERACTION};
use crate::world::{Interaction, InteractionKind, World};

const FIRST_ANSWER: Duration = Duration::from_secs(3);

/// The kinds of a first answer.
pub mod callback {
    pub const MESSAGE: u64 = 4;
    pub const DEFERRED_MESSAGE: u64 = 5;
    pub const DEFERRED_UPDATE: u64 = 6;
    pub const UPDATE: u64 = 7;
    pub const CHOICES: u64 = 8;
}

pub fn answer(
    world: &mut World,
    received: &Received,
    id: Id,
    token: &str,
) -> Result<Answer, Refusal> {
    let now = world.clock.now();
    let asked = world.interactions.get(&id).filter(|asked| asked.token == token);
    let asked = asked.ok_or(UNKNOWN_INTERACTION)?;
    if asked.answered.is_some() {
        return Err(ALREADY_ANSWERED);
    }
    if now > asked.created + FIRST_ANSWER {
        return Err(UNKNOWN_INTERACTION);
    }
    let kind = received.json["type"].as_u64().unwrap_or(0);
    if !fitting(asked).contains(&kind) {
        let problem = "This kind of answer does not fit this interaction.";
        return Err(Problems::one("type", "INTERACTION_CALLBACK_TYPE_INVALID", problem));
    }
    let message = carry_out(world, received, id, kind)?;
    let asked = world.interactions.get_mut(&id).unwrap();
    asked.answered = Some(kind);
    asked.original = message;
    asked.pulse.notify_waiters();
    if !received.asks("with_response") {
        return Answer::done();
    }
    let mut resource = json!({"type": kind});
    if let Some(message) = message {
        resource["message"] = world.message_json(&world.messages[&message], Reader::Invited);
    }
    Answer::ok(json!({"interaction": {"id": id.to_string(), "type": 2}, "resource": resource}))
}

fn fitting(asked: &Interaction) -> &'static [u64] {
    match (asked.kind, asked.source) {
        (InteractionKind::Command, _) => &[4, 5, 9],
        (InteractionKind::Component, _) => &[4, 5, 6, 7, 9],
        (InteractionKind::Autocomplete, _) => &[8],
        // A form that was opened by a button can change the message of that button.
        (InteractionKind::Form, Some(_)) => &[4, 5, 6, 7],
        (InteractionKind::Form, None) => &[4, 5],
    }
}

/// Does what the answer says; gives the message that `@original` means from now on.
fn carry_out(
    world: &mut World,
    received: &Received,
    id: Id,
    kind: u64,
) -> Result<Option<Id>, Refusal> {
    let asked = &world.interactions[&id];
    let (channel, source) = (asked.channel, asked.source);
    let place = Place { channel, interaction: Some(id), reference: None };
    let data = &received.json["data"];
    match kind {
        callback::MESSAGE => world.compose(place, data, received).map(Some),
        callback::DEFERRED_MESSAGE => {
            Ok(Some(world.compose_loading(place, data["flags"].as_u64().unwrap_or(0))))
        }
        callback::DEFERRED_UPDATE => Ok(source),
        callback::UPDATE => {
            let source = source.filter(|id| world.message(*id).is_some());
            let source = source.ok_or(UNKNOWN_INTERACTION)?;
            world.amend(source, data, received)?;
            world.interactions.get_mut(&id).unwrap().source_edited = true;
            Ok(Some(source))
        }
        callback::CHOICES => {
            modal::check_choices(data)?;
            world.show(id, data["choices"].clone());
            Ok(None)
        }
        _ => {
            modal::check(data)?;
            world.show(id, data.clone());
            Ok(None)
        }
    }
}

impl World {
    fn show(&mut self, id: Id, shown: Value) {
        self.interactions.get_mut(&id).unwrap().shown = Some(shown);
    }
}
