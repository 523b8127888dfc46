//! Application commands: registered, listed, changed, removed.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::reads::guild_of;
use super::{Answer, not_found, snowflake};
use crate::body::Received;
use crate::ids::{Id, Kind};
use crate::limits::command::{CHAT, check, kind};
use crate::refusal::{
    MISSING_ACCESS, Problems, Refusal, TOO_MANY_COMMANDS, UNKNOWN_APPLICATION, UNKNOWN_COMMAND,
};
use crate::world::{Command, World};

/// How many of a kind there may be: chat commands, and entries in the menus of people and messages.
const MOST: [(u64, usize); 3] = [(CHAT, 100), (2, 15), (3, 15)];

type Owner = (Id, Option<Id>);

pub fn handle(
    world: &mut World,
    received: &Received,
    (app, guild): Owner,
    rest: &[&str],
) -> Result<Answer, Refusal> {
    if app != world.app.id {
        return Err(UNKNOWN_APPLICATION);
    }
    if let Some(guild) = guild {
        guild_of(world, guild).map_err(|_| MISSING_ACCESS)?;
    }
    let body = &received.json;
    match (received.method.as_str(), rest) {
        ("GET", []) => list(world, guild, received.asks("with_localizations")),
        ("PUT", []) => replace(world, guild, body),
        ("POST", []) => {
            checked(body)?;
            let known = world.commands.iter().any(|it| same(it, guild, body));
            let command = world.register(guild, body);
            world.count(guild)?;
            let status = if known { 200 } else { 201 };
            Ok(Answer { status, json: world.command_json(&command) })
        }
        ("GET", [id]) => {
            let command = world.command(guild, snowflake(id)?)?.clone();
            Answer::ok(world.command_json(&command))
        }
        ("PATCH", [id]) => patch(world, guild, snowflake(id)?, body),
        ("DELETE", [id]) => {
            let id = world.command(guild, snowflake(id)?)?.id;
            world.commands.retain(|command| command.id != id);
            Answer::done()
        }
        _ => not_found(),
    }
}

fn list(world: &World, guild: Option<Id>, localised: bool) -> Result<Answer, Refusal> {
    let of_owner = world.commands.iter().filter(|command| command.guild == guild);
    let commands = of_owner.map(|command| {
        let mut json = world.command_json(command);
        if !localised {
            without_localisations(&mut json);
        }
        json
    });
    Answer::ok(commands.collect())
}

fn without_localisations(json: &mut Value) {
    let Some(object) = json.as_object_mut() else { return };
    object.retain(|key, _| !key.ends_with("_localizations"));
    for key in ["options", "choices"] {
        if let Some(Value::Array(inner)) = object.get_mut(key) {
            inner.iter_mut().for_each(without_localisations);
        }
    }
}

fn replace(world: &mut World, guild: Option<Id>, body: &Value) -> Result<Answer, Refusal> {
    let mut problems = Problems::default();
    let mut names = HashSet::new();
    for (index, command) in body.as_array().into_iter().flatten().enumerate() {
        check(&mut problems, &format!("{index}."), command);
        if !names.insert((kind(command), command["name"].to_string())) {
            problems.add(
                &format!("{index}.name"),
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            );
        }
    }
    problems.refuse()?;
    let wanted = body.as_array().ok_or_else(|| {
        Problems::one("commands", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
    })?;
    let before = world.commands.clone();
    world
        .commands
        .retain(|known| known.guild != guild || wanted.iter().any(|it| same(known, guild, it)));
    let now: Vec<Command> = wanted.iter().map(|command| world.register(guild, command)).collect();
    if let Err(refusal) = world.count(guild) {
        world.commands = before;
        return Err(refusal);
    }
    Answer::ok(now.iter().map(|command| world.command_json(command)).collect())
}

fn patch(world: &mut World, guild: Option<Id>, id: Id, body: &Value) -> Result<Answer, Refusal> {
    let mut whole = world.command(guild, id)?.body.clone();
    for (key, value) in body.as_object().into_iter().flatten() {
        whole[key] = value.clone();
    }
    checked(&whole)?;
    let version = world.ids.next(Kind::Version);
    let command = world.commands.iter_mut().find(|command| command.id == id).unwrap();
    (command.body, command.version) = (as_kept(&whole), version);
    let command = command.clone();
    Answer::ok(world.command_json(&command))
}

fn checked(command: &Value) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    check(&mut problems, "", command);
    problems.refuse()
}

fn same(known: &Command, guild: Option<Id>, other: &Value) -> bool {
    known.guild == guild && known.body["name"] == other["name"] && kind(&known.body) == kind(other)
}

impl World {
    fn command(&self, guild: Option<Id>, id: Id) -> Result<&Command, Refusal> {
        let mut known = self.commands.iter();
        known.find(|it| it.guild == guild && it.id == id).ok_or(UNKNOWN_COMMAND)
    }

    /// Puts a command in place; one of the same name and kind keeps its id, and its version where
    /// nothing changed.
    fn register(&mut self, guild: Option<Id>, body: &Value) -> Command {
        let body = as_kept(body);
        let version = self.ids.next(Kind::Version);
        if let Some(known) = self.commands.iter_mut().find(|known| same(known, guild, &body)) {
            if known.body != body {
                (known.body, known.version) = (body, version);
            }
            return known.clone();
        }
        self.commands_created += 1;
        let command = Command { id: self.ids.next(Kind::Command), version, guild, body };
        self.commands.push(command.clone());
        command
    }

    fn count(&self, guild: Option<Id>) -> Result<(), Refusal> {
        let is_full = |(which, most): &(u64, usize)| {
            let of_kind = |it: &&Command| it.guild == guild && kind(&it.body) == *which;
            self.commands.iter().filter(of_kind).count() > *most
        };
        if MOST.iter().any(is_full) { Err(TOO_MANY_COMMANDS) } else { Ok(()) }
    }
}

/// A command as Discord gives it back: defaults filled in, and what is off in an option left out.
fn as_kept(body: &Value) -> Value {
    let mut kept = json!({
        "type": kind(body), "name": body["name"], "description": "",
        "default_member_permissions": null, "nsfw": false, "integration_types": [0],
        "contexts": null, "name_localizations": null, "description_localizations": null,
    });
    for (key, value) in body.as_object().into_iter().flatten() {
        kept[key] = value.clone();
    }
    if let Some(Value::Array(options)) = kept.get_mut("options") {
        options.iter_mut().for_each(keep_option);
    }
    keep_option(&mut kept);
    kept
}

/// What an option leaves out when it is off, empty or not bounded.
const LEFT_OUT: &[&str] = &[
    "required", "autocomplete", "options", "choices", "channel_types", "min_value", "max_value",
    "min_length", "max_length",
];

/// Takes out what is off.
fn keep_option(option: &mut Value) {
    let Some(fields) = option.as_object_mut() else { return };
    fields.retain(|key, value| {
        let is_empty = value.as_array().is_some_and(Vec::is_empty);
        let is_off = value.is_null() || *value == false || is_empty;
        !(is_off && LEFT_OUT.contains(&key.as_str()))
    });
    if let Some(Value::Array(inner)) = fields.get_mut("options") {
        inner.iter_mut().for_each(keep_option);
    }
}
