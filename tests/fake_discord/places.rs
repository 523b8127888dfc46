//! Servers and channels as a test sets them up.

use std::collections::BTreeMap;

use serde_json::json;

use super::ids::Kind;
use super::people::{Card, Person, Posted};
use super::rights::{self, Overwrite};
use super::sessions::{GUILD_MEMBERS, GUILDS};
use super::world::{ChannelKind, Guild, Member, Role, World};
use super::{FakeDiscord, Id};

/// A server.
#[derive(Clone)]
pub struct Server {
    pub discord: FakeDiscord,
    pub id: Id,
}

/// A channel.
#[derive(Clone)]
pub struct Channel {
    pub discord: FakeDiscord,
    pub id: Id,
}

impl FakeDiscord {
    /// A server in Greek that the bot is in.
    pub fn server(&self, name: &str) -> Server {
        let server = self.server_without_bot(name);
        let mut world = self.world();
        let bot = world.app.bot;
        world.join(server.id, bot, &[]);
        let json = world.whole_guild_json(&world.guilds[&server.id]);
        world.dispatch("GUILD_CREATE", Some(server.id), GUILDS, &json);
        drop(world);
        server
    }

    /// A server that the bot is not in; people there can have installed it for themselves.
    pub fn server_without_bot(&self, name: &str) -> Server {
        let owner = self.person("Ιδιοκτήτρια").id;
        let mut world = self.world();
        let id = world.ids.next(Kind::Guild);
        // The role of everyone has the id of its server.
        let everyone = Role { id, name: "@everyone".into(), rights: rights::EVERYONE };
        let guild = Guild {
            id,
            name: name.into(),
            owner,
            locale: "el".into(),
            roles: BTreeMap::from([(id, everyone)]),
            members: BTreeMap::from([(owner, Member::default())]),
        };
        world.guilds.insert(id, guild);
        Server { discord: self.clone(), id }
    }
}

impl Server {
    pub fn locale(self, locale: &str) -> Self {
        self.discord.world().guilds.get_mut(&self.id).unwrap().locale = locale.into();
        self
    }

    pub fn channel(&self, name: &str) -> Channel {
        let mut world = self.discord.world();
        let id = world.add_channel(ChannelKind::Text, name, Some(self.id), Vec::new());
        let json = world.channel_json(&world.channels[&id]);
        world.dispatch("CHANNEL_CREATE", Some(self.id), GUILDS, &json);
        Channel { discord: self.discord.clone(), id }
    }

    pub fn role(&self, name: &str, rights: u64) -> Id {
        let mut world = self.discord.world();
        let id = world.ids.next(Kind::Role);
        let role = Role { id, name: name.into(), rights };
        let json = json!({
            "guild_id": self.id.to_string(), "role": super::objects::role_json(&role),
        });
        world.guilds.get_mut(&self.id).unwrap().roles.insert(id, role);
        world.dispatch("GUILD_ROLE_CREATE", Some(self.id), GUILDS, &json);
        id
    }

    /// Makes somebody a member, with these roles.
    pub fn admit(&self, person: &Person, roles: &[Id]) {
        self.discord.world().join(self.id, person.id, roles);
    }

    /// Takes somebody in as the owner.
    pub fn owned_by(&self, person: &Person) {
        let mut world = self.discord.world();
        world.join(self.id, person.id, &[]);
        world.guilds.get_mut(&self.id).unwrap().owner = person.id;
    }

    /// Sends the bot away.
    pub fn removes_bot(&self) {
        let mut world = self.discord.world();
        let bot = world.app.bot;
        let gone = json!({"id": self.id.to_string()});
        world.dispatch("GUILD_DELETE", Some(self.id), GUILDS, &gone);
        world.guilds.get_mut(&self.id).unwrap().members.remove(&bot);
    }
}

impl Channel {
    /// The server in which it is.
    pub fn server(&self) -> Server {
        let id = self.discord.world().channels[&self.id].guild.unwrap();
        Server { discord: self.discord.clone(), id }
    }

    /// Takes rights from the bot in this channel.
    pub fn deny_bot(&self, rights: u64) {
        let bot = self.discord.world().app.bot;
        self.overwrite(Overwrite { who: bot, allow: 0, deny: rights });
    }

    /// Sets what a role or member has here.
    pub fn overwrite(&self, overwrite: Overwrite) {
        let mut world = self.discord.world();
        let channel = world.channels.get_mut(&self.id).unwrap();
        channel.overwrites.retain(|known| known.who != overwrite.who);
        channel.overwrites.push(overwrite);
        let guild = channel.guild;
        let json = world.channel_json(&world.channels[&self.id]);
        world.dispatch("CHANNEL_UPDATE", guild, GUILDS, &json);
    }

    /// The messages that everyone sees here, oldest first.
    pub fn messages(&self) -> Vec<Posted> {
        let world = self.discord.world();
        let seen = world.messages.values().filter(|message| {
            message.channel == self.id && !message.deleted && !message.is_ephemeral()
        });
        seen.map(|message| Posted { discord: self.discord.clone(), id: message.id }).collect()
    }

    /// Waits until so many messages stand here that the bot wrote for everyone.
    pub async fn messages_of_bot(&self, count: usize) -> Vec<Posted> {
        let what = format!("{count} messages of the bot");
        let here = self.id;
        let look = |world: &mut World| {
            let bot = world.app.bot;
            let own = world.messages.values().filter(|message| {
                message.channel == here
                    && message.author == bot
                    && !message.deleted
                    && !message.is_ephemeral()
            });
            let own: Vec<Id> = own.map(|message| message.id).collect();
            (own.len() >= count).then_some(own)
        };
        let ids = self.discord.until(&what, look).await;
        ids.into_iter().map(|id| Posted { discord: self.discord.clone(), id }).collect()
    }
}

impl World {
    pub fn join(&mut self, guild: Id, user: Id, roles: &[Id]) {
        let guild = self.guilds.get_mut(&guild).unwrap();
        let is_new = !guild.members.contains_key(&user);
        let member = guild.members.entry(user).or_default();
        member.roles.extend(roles);
        let id = guild.id;
        let guild = &self.guilds[&id];
        let mut json = self.member_json(guild, user);
        json["guild_id"] = json!(id.to_string());
        let name = if is_new { "GUILD_MEMBER_ADD" } else { "GUILD_MEMBER_UPDATE" };
        self.dispatch(name, Some(id), GUILD_MEMBERS, &json);
    }
}

impl Posted {
    /// Waits for the bot's answer under this message, as somebody sees it.
    pub async fn answered_for(&self, person: &Person) -> Card {
        let id = self.id;
        let look = |world: &mut World| {
            let mut all = world.messages.values();
            all.find(|it| it.reference == Some(id) && !it.deleted).map(|it| it.id)
        };
        let answer = self.discord.until("an answer to a message", look).await;
        Card::of_message(person, answer)
    }
}
