//! What somebody typed, made into the data of an interaction as Discord's client would: only what
//! the registered commands allow.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Person;
use crate::Id;
use crate::ids::Kind;
use crate::message_objects::Reader;
use crate::objects::{merge, role_json};
use crate::rights::ADMINISTRATOR;
use crate::world::{ChannelKind, Command, File, World};

const CHAT: u64 = 1;
const MESSAGE_MENU: u64 = 3;

pub(super) struct Typed<'t> {
    pub command: &'t str,
    pub options: &'t [(&'t str, &'t str)],
    pub files: &'t [(&'t str, &'t str, &'t [u8])],
    /// The option that they are typing.
    pub focused: Option<&'t str>,
}

impl Person {
    /// The names of the commands that are offered to them here.
    pub fn offered(&self) -> Vec<String> {
        let world = self.discord.world();
        let offered =
            world.commands.iter().filter(|command| world.refused(self, command).is_none());
        offered.map(|command| localised(&command.body, &world.users[&self.id].locale)).collect()
    }

    pub(super) async fn typed(&self, typed: &Typed<'_>) -> Value {
        let mut words = typed.command.split(' ');
        let command = self.command(CHAT, words.next().unwrap()).await;
        let mut world = self.discord.world();
        let mut data = json!({
            "id": command.id.to_string(), "name": command.body["name"], "type": CHAT,
        });
        let locale = world.users[&self.id].locale.clone();
        let mut path = Vec::new();
        let mut level = command.body;
        for word in words {
            let inner = named(&level["options"], word, &locale);
            level = inner.unwrap_or_else(|| panic!("`{}` has no `{word}`", typed.command)).clone();
            path.push((level["name"].clone(), level["type"].clone()));
        }
        let mut resolved = json!({});
        let mut options = world.fill_options(typed, &level["options"], &locale, &mut resolved);
        for (name, kind) in path.into_iter().rev() {
            options = json!([{"name": name, "type": kind, "options": options}]);
        }
        if options.as_array().is_some_and(|options| !options.is_empty()) {
            data["options"] = options;
        }
        if resolved != json!({}) {
            data["resolved"] = resolved;
        }
        if let Some(guild) = command.guild {
            data["guild_id"] = json!(guild.to_string());
        }
        data
    }

    pub(super) async fn menu_taken(&self, entry: &str, target: Id) -> Value {
        let command = self.command(MESSAGE_MENU, entry).await;
        let world = self.discord.world();
        let id = target.to_string();
        // Whoever opens the menu hands the content over, so it is always there.
        let message = world.message_json(&world.messages[&target], Reader::Invited);
        json!({
            "id": command.id.to_string(), "name": command.body["name"], "type": MESSAGE_MENU,
            "target_id": id, "resolved": {"messages": {id: message}},
        })
    }

    /// Waits for a command to be registered; fails where it is not for this person or place.
    async fn command(&self, kind: u64, name: &str) -> Command {
        let what = format!("a command `{name}`");
        let find = |world: &mut World| {
            world.sessions.living().next()?;
            let locale = &world.users[&self.id].locale;
            let is_it = |command: &&Command| {
                command.body["type"] == kind && is_named(&command.body, name, locale)
            };
            world.commands.iter().find(is_it).cloned()
        };
        let command = self.discord.until(&what, find).await;
        if let Some(reason) = self.discord.world().refused(self, &command) {
            panic!("`{name}` is not offered: {reason}");
        }
        command
    }
}

fn localised(named: &Value, locale: &str) -> String {
    let name = named["name_localizations"][locale].as_str().or(named["name"].as_str());
    name.unwrap().to_owned()
}

fn is_named(value: &Value, name: &str, locale: &str) -> bool {
    value["name"] == name || localised(value, locale) == name
}

fn named<'v>(options: &'v Value, name: &str, locale: &str) -> Option<&'v Value> {
    options.as_array()?.iter().find(|option| is_named(option, name, locale))
}

impl World {
    /// Why Discord does not offer a command to somebody where they are.
    fn refused(&self, person: &Person, command: &Command) -> Option<&'static str> {
        let channel = &self.channels[&person.place];
        let (context, is_known_here) = match channel.kind {
            ChannelKind::Text => (0, self.bot_is_in(channel.guild.unwrap())),
            ChannelKind::Direct => (1, true),
            ChannelKind::Group => (2, false),
        };
        let lists = |key: &str, number: u64| match command.body[key].as_array() {
            Some(numbers) => numbers.iter().any(|it| *it == number),
            None => true,
        };
        let by_own = person.has_installed && lists("integration_types", 1);
        let by_server = is_known_here && lists("integration_types", 0);
        let needed = command.body["default_member_permissions"].as_str();
        let needed: u64 = needed.map_or(0, |bits| bits.parse().unwrap());
        let rights = self.rights(person.id, person.place);
        // No right at all in the list means that only administrators are meant.
        let only_administrators =
            needed == 0 && command.body["default_member_permissions"].is_string();
        let lacks = rights & needed != needed || only_administrators && rights & ADMINISTRATOR == 0;
        if command.guild.is_some_and(|guild| channel.guild != Some(guild)) {
            Some("it is another server's")
        } else if !lists("contexts", context) {
            Some("not in this kind of place")
        } else if !by_own && !by_server {
            Some("nobody installed it for this place")
        } else if channel.guild.is_some() && lacks {
            Some("the person lacks the rights")
        } else {
            None
        }
    }

    fn fill_options(
        &mut self,
        typed: &Typed<'_>,
        known: &Value,
        locale: &str,
        resolved: &mut Value,
    ) -> Value {
        let find = |name: &str| {
            named(known, name, locale)
                .unwrap_or_else(|| panic!("`{}` has no option `{name}`", typed.command))
        };
        let mut filled = Vec::new();
        for (name, text) in typed.options {
            let option = find(name);
            let is_focused = typed.focused == Some(*name);
            let value = if is_focused { json!(text) } else { self.value(option, text, resolved) };
            let mut json = json!({"name": option["name"], "type": option["type"], "value": value});
            if is_focused {
                json["focused"] = json!(true);
            }
            filled.push(json);
        }
        for (name, file_name, bytes) in typed.files {
            let option = find(name);
            let id = self.upload(file_name, bytes, resolved);
            filled.push(json!({"name": option["name"], "type": 11, "value": id.to_string()}));
        }
        for option in known.as_array().into_iter().flatten() {
            let is_given = filled.iter().any(|given| given["name"] == option["name"]);
            let is_needed = option["required"] == true && typed.focused.is_none();
            assert!(is_given || !is_needed, "`{}` needs {}", typed.command, option["name"]);
        }
        Value::Array(filled)
    }

    /// A typed text as a value of its option, within the bounds that the client keeps.
    fn value(&self, option: &Value, text: &str, resolved: &mut Value) -> Value {
        let length = u64::try_from(text.chars().count()).unwrap();
        let least = option["min_length"].as_u64().unwrap_or(0);
        let most = option["max_length"].as_u64().unwrap_or(6000);
        let mut resolve = |kind: &str, json: Value| merge(resolved, json!({kind: {text: json}}));
        let id: Id = text.parse().unwrap_or(0);
        match option["type"].as_u64().unwrap() {
            3 => {
                assert!((least..=most).contains(&length), "{length} characters for {option}");
                return json!(text);
            }
            4 => return json!(text.parse::<i64>().unwrap()),
            5 => return json!(text.parse::<bool>().unwrap()),
            10 => return json!(text.parse::<f64>().unwrap()),
            6 => resolve("users", self.user_json(id)),
            7 => resolve("channels", self.partial_channel_json(&self.channels[&id], self.app.bot)),
            8 => {
                let mut roles = self.guilds.values().flat_map(|guild| guild.roles.values());
                resolve("roles", role_json(roles.find(|role| role.id == id).unwrap()));
            }
            kind => panic!("an option of type {kind} is not typed"),
        }
        json!(text)
    }

    fn upload(&mut self, name: &str, bytes: &[u8], resolved: &mut Value) -> Id {
        let id = self.ids.next(Kind::Attachment);
        let file = File {
            id,
            name: name.into(),
            kind: "text/plain".into(),
            bytes: Arc::new(bytes.to_vec()),
        };
        let mut json = self.file_json(0, &file);
        json["ephemeral"] = json!(true);
        resolved["attachments"][id.to_string()] = json;
        self.uploads.push(file);
        id
    }
}
