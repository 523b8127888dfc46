//! Gateway sessions: who listens to what, and what they missed.

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::ids::Id;
use super::message_objects::Reader;
use super::objects::merge;
use super::rights::VIEW_CHANNEL;
use super::world::World;

pub const GUILDS: u64 = 1;
pub const GUILD_MEMBERS: u64 = 1 << 1;
pub const GUILD_PRESENCES: u64 = 1 << 8;
pub const GUILD_MESSAGES: u64 = 1 << 9;
pub const DIRECT_MESSAGES: u64 = 1 << 12;
pub const MESSAGE_CONTENT: u64 = 1 << 15;
pub const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
/// Every intent that there is.
pub const KNOWN: u64 = 0x1ff_ffff;

#[derive(Default)]
pub struct Sessions {
    pub all: Vec<Session>,
    pub heartbeat_ms: Option<u64>,
    /// Heartbeats stay without an answer.
    pub deaf: bool,
    /// No connection is taken.
    pub takes_nobody: bool,
    pub refused_resumes: usize,
    /// How many more are closed as soon as they are resumed.
    pub closed_resumed: usize,
    pub resumed: usize,
    given: usize,
}

pub struct Session {
    pub id: String,
    pub intents: u64,
    pub shard: [u64; 2],
    pub sequence: u64,
    /// Every event with its number, for those who resume.
    pub events: Vec<(u64, String)>,
    /// The connection, while there is one.
    pub line: Option<UnboundedSender<Line>>,
    pub is_over: bool,
}

/// What goes to the connection of a session.
pub enum Line {
    Text(String),
    Close(u16),
    Cut,
}

impl Session {
    fn hears_guild(&self, guild: Id) -> bool {
        (guild >> 22) % self.shard[1] == self.shard[0]
    }

    /// Numbers an event, keeps it and sends it where somebody listens.
    pub fn send(&mut self, name: &str, data: &Value) {
        self.sequence += 1;
        let text = json!({"op": 0, "t": name, "s": self.sequence, "d": data}).to_string();
        if let Some(line) = &self.line {
            // A closed line is one that the connection has not yet taken off.
            let _ = line.send(Line::Text(text.clone()));
        }
        self.events.push((self.sequence, text));
    }

    pub fn tell(&self, line: Line) {
        if let Some(wire) = &self.line {
            let _ = wire.send(line);
        }
    }
}

impl Sessions {
    pub fn open(&mut self, intents: u64, shard: [u64; 2], line: UnboundedSender<Line>) -> usize {
        self.given += 1;
        self.all.push(Session {
            id: format!("session-{}", self.given),
            intents,
            shard,
            sequence: 0,
            events: Vec::new(),
            line: Some(line),
            is_over: false,
        });
        self.all.len() - 1
    }

    pub fn living(&mut self) -> impl Iterator<Item = &mut Session> {
        self.all.iter_mut().filter(|session| !session.is_over)
    }

    pub fn connected(&self) -> usize {
        self.all.iter().filter(|session| session.line.is_some()).count()
    }

    /// How many sessions began with an IDENTIFY.
    pub fn identified(&self) -> usize {
        self.given
    }
}

impl World {
    /// Sends an event of a guild (or of none, which the first shard hears) to whoever wants it.
    pub fn dispatch(&mut self, name: &str, guild: Option<Id>, intents: u64, data: &Value) {
        for session in self.sessions.living() {
            let hears = match guild {
                Some(guild) => session.hears_guild(guild),
                None => session.shard[0] == 0,
            };
            if hears && (intents == 0 || session.intents & intents != 0) {
                session.send(name, data);
            }
        }
    }

    /// Tells of a message: made, changed or gone. Nobody hears of ephemeral ones, nor of channels
    /// that the bot can't see.
    pub fn dispatch_message(&mut self, name: &str, id: Id) {
        let message = self.messages[&id].clone();
        let guild = self.channels[&message.channel].guild;
        let bot = self.app.bot;
        if message.is_ephemeral() || self.rights(bot, message.channel) & VIEW_CHANNEL == 0 {
            return;
        }
        let wanted = if guild.is_some() { GUILD_MESSAGES } else { DIRECT_MESSAGES };
        let mut around = json!({});
        if let Some(guild) = guild.map(|id| &self.guilds[&id]) {
            around["guild_id"] = json!(guild.id.to_string());
            if guild.members.contains_key(&message.author) {
                around["member"] = self.partial_member_json(guild, message.author);
            }
        }
        let mut with = |granted| {
            let mut data = match name {
                "MESSAGE_DELETE" => {
                    around.as_object_mut().unwrap().remove("member");
                    json!({"id": id.to_string(), "channel_id": message.channel.to_string()})
                }
                _ => self.message_json(&message, Reader::Passing { granted }),
            };
            merge(&mut data, around.clone());
            data
        };
        let (whole, blank) = (with(true), with(false));
        for session in self.sessions.living() {
            let hears = guild.map_or(session.shard[0] == 0, |guild| session.hears_guild(guild));
            if hears && session.intents & wanted != 0 {
                let granted = session.intents & MESSAGE_CONTENT != 0;
                session.send(name, if granted { &whole } else { &blank });
            }
        }
    }

    /// The bot as a reader of REST answers, where the switch of the developer portal counts.
    pub fn bot_as_reader(&self) -> Reader {
        Reader::Passing { granted: self.app.privileged & MESSAGE_CONTENT != 0 }
    }
}
