//! REST: from method and path to what is done.

mod applications;
mod commands;
mod compose;
mod interactions;
mod messages;
mod reads;
mod webhooks;

use serde_json::Value;

use super::body::Received;
use super::ids::Id;
use super::refusal::{METHOD_NOT_ALLOWED, NOT_FOUND, Problems, Refusal, UNAUTHORIZED};
use super::world::World;

pub struct Answer {
    pub status: u16,
    pub json: Value,
}

impl Answer {
    pub fn ok(json: Value) -> Result<Answer, Refusal> {
        Ok(Answer { status: 200, json })
    }

    pub fn done() -> Result<Answer, Refusal> {
        Ok(Answer { status: 204, json: Value::Null })
    }
}

pub fn handle(world: &mut World, received: &Received) -> Result<Answer, Refusal> {
    let segments = received.segments();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    // The token in the path is enough for these.
    match segments.as_slice() {
        ["interactions", id, token, "callback"] if received.method == "POST" => {
            received.whole()?;
            return interactions::answer(world, received, snowflake(id)?, token);
        }
        ["webhooks", app, token, rest @ ..] => {
            received.whole()?;
            return webhooks::handle(world, received, (snowflake(app)?, token), rest);
        }
        // Where the gateway is may everyone ask.
        ["gateway"] => return reads::handle(world, &segments),
        _ => (),
    }
    if received.authorization != Some(format!("Bot {}", world.app.token)) {
        return Err(UNAUTHORIZED);
    }
    received.whole()?;
    match segments.as_slice() {
        ["channels", channel, "messages", rest @ ..] => {
            messages::handle(world, received, snowflake(channel)?, rest)
        }
        ["channels", channel, "typing"] if received.method == "POST" => {
            messages::type_in(world, snowflake(channel)?)
        }
        ["applications", app, "commands", rest @ ..] => {
            commands::handle(world, received, (snowflake(app)?, None), rest)
        }
        ["applications", app, "guilds", guild, "commands", rest @ ..] => {
            commands::handle(world, received, (snowflake(app)?, Some(snowflake(guild)?)), rest)
        }
        ["applications", "@me"] if received.method == "PATCH" => {
            Answer::ok(world.application_json())
        }
        ["users", "@me", "channels"] if received.method == "POST" => {
            applications::open_direct(world, received)
        }
        _ if received.method == "GET" => reads::handle(world, &segments),
        _ => Err(METHOD_NOT_ALLOWED),
    }
}

impl Received {
    /// Refuses a body that could not be read, once it is known that somebody wants it.
    fn whole(&self) -> Result<(), Refusal> {
        match &self.broken {
            Some(refusal) => Err(Refusal { errors: refusal.errors.clone(), ..*refusal }),
            None => Ok(()),
        }
    }
}

fn snowflake(text: &str) -> Result<Id, Refusal> {
    let problem = "Value is not a snowflake.";
    text.parse().map_err(|_| Problems::one("id", "NUMBER_TYPE_COERCE", problem))
}

/// The id in a field, given as text or as a number.
fn id_in(value: &Value) -> Option<Id> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

fn not_found() -> Result<Answer, Refusal> {
    Err(NOT_FOUND)
}
