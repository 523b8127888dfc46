//! What the fake Discord knows: people, servers, channels, messages, interactions.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::Notify;

use super::faults::Faults;
use super::ids::{Clock, Id, Ids, Kind};
use super::record::Record;
use super::rights::{self, Overwrite};
use super::sessions::Sessions;

pub struct World {
    pub ids: Ids,
    pub clock: Clock,
    /// The header with the date, where it is to be another than the clock's.
    pub date: Option<String>,
    pub app: Application,
    pub users: BTreeMap<Id, User>,
    pub guilds: BTreeMap<Id, Guild>,
    pub channels: BTreeMap<Id, Channel>,
    pub messages: BTreeMap<Id, Message>,
    /// Files that people gave to commands.
    pub uploads: Vec<File>,
    pub interactions: BTreeMap<Id, Interaction>,
    pub commands: Vec<Command>,
    /// How many commands came to be; Discord allows 200 a day and server.
    pub commands_created: usize,
    pub sessions: Sessions,
    pub faults: Faults,
    pub record: Record,
    /// Where the fake listens, for the addresses of attachments.
    pub address: String,
}

pub struct Application {
    pub id: Id,
    pub bot: Id,
    pub token: String,
    /// Privileged intents that the developer portal has switched on.
    pub privileged: u64,
    pub shards: u64,
    /// Sessions that may still begin, and after how many milliseconds there are more.
    pub sessions_left: (u64, u64),
}

pub struct User {
    pub id: Id,
    pub name: String,
    pub locale: String,
    pub bot: bool,
}

pub struct Guild {
    pub id: Id,
    pub name: String,
    pub owner: Id,
    pub locale: String,
    pub roles: BTreeMap<Id, Role>,
    pub members: BTreeMap<Id, Member>,
}

pub struct Role {
    pub id: Id,
    pub name: String,
    pub rights: u64,
}

#[derive(Default)]
pub struct Member {
    pub nick: Option<String>,
    pub roles: Vec<Id>,
}

pub struct Channel {
    pub id: Id,
    pub kind: ChannelKind,
    pub name: String,
    pub guild: Option<Id>,
    pub recipients: Vec<Id>,
    pub overwrites: Vec<Overwrite>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ChannelKind {
    Text = 0,
    Direct = 1,
    Group = 3,
}

#[derive(Clone)]
pub struct Message {
    pub id: Id,
    pub channel: Id,
    pub author: Id,
    pub content: String,
    pub embeds: Vec<Value>,
    pub components: Vec<Value>,
    pub files: Vec<File>,
    pub flags: u64,
    pub reference: Option<Id>,
    pub interaction: Option<Id>,
    pub nonce: Option<Value>,
    /// Whom the message notifies, as `@everyone`, `@role:…` or `@name`.
    pub pings: Vec<String>,
    pub created: Duration,
    pub edited: Option<Duration>,
    pub deleted: bool,
    /// Counts the changes, so that somebody can wait for the next one.
    pub version: u64,
}

/// Flags of a message.
pub const EPHEMERAL: u64 = 1 << 6;
pub const LOADING: u64 = 1 << 7;

impl Message {
    /// An empty message, as somebody begins one.
    pub fn new(id: Id, channel: Id, author: Id, created: Duration) -> Message {
        Message {
            id,
            channel,
            author,
            content: String::new(),
            embeds: Vec::new(),
            components: Vec::new(),
            files: Vec::new(),
            flags: 0,
            reference: None,
            interaction: None,
            nonce: None,
            pings: Vec::new(),
            created,
            edited: None,
            deleted: false,
            version: 0,
        }
    }

    pub fn is_ephemeral(&self) -> bool {
        self.flags & EPHEMERAL != 0
    }

    pub fn is_loading(&self) -> bool {
        self.flags & LOADING != 0
    }

    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
            && self.embeds.is_empty()
            && self.components.is_empty()
            && self.files.is_empty()
    }
}

#[derive(Clone)]
pub struct File {
    pub id: Id,
    pub name: String,
    pub kind: String,
    pub bytes: Arc<Vec<u8>>,
}

pub struct Interaction {
    pub id: Id,
    pub token: String,
    pub kind: InteractionKind,
    pub person: Id,
    pub channel: Id,
    pub created: Duration,
    /// The type of the first answer.
    pub answered: Option<u64>,
    /// The message that `@original` means.
    pub original: Option<Id>,
    pub followups: Vec<Id>,
    /// The message whose button was pressed, also for a form that it opened.
    pub source: Option<Id>,
    /// The form that was opened, or the choices that were offered.
    pub shown: Option<Value>,
    /// The message was changed through this interaction.
    pub source_edited: bool,
    pub event: Value,
    pub pulse: Arc<Notify>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InteractionKind {
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Form = 5,
}

#[derive(Clone)]
pub struct Command {
    pub id: Id,
    pub version: Id,
    pub guild: Option<Id>,
    /// What was registered, with the defaults filled in.
    pub body: Value,
}

impl World {
    pub fn new(token: &str, address: String) -> Self {
        let mut ids = Ids::default();
        let bot = ids.next(Kind::User);
        let user = User { id: bot, name: "Kalologos".into(), locale: "en-US".into(), bot: true };
        // The ids of an application and of its bot are the same on Discord.
        let app = Application {
            id: bot,
            bot,
            token: token.into(),
            privileged: u64::MAX,
            shards: 1,
            sessions_left: (1000, 0),
        };
        World {
            ids,
            clock: Clock::default(),
            date: None,
            app,
            users: BTreeMap::from([(bot, user)]),
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            messages: BTreeMap::new(),
            uploads: Vec::new(),
            interactions: BTreeMap::new(),
            commands: Vec::new(),
            commands_created: 0,
            sessions: Sessions::default(),
            faults: Faults::default(),
            record: Record::default(),
            address,
        }
    }

    /// What somebody may do in a channel; in direct messages all that there is to do.
    pub fn rights(&self, user: Id, channel: Id) -> u64 {
        let Some(channel) = self.channels.get(&channel) else { return 0 };
        match channel.guild {
            Some(guild) => rights::in_channel(&self.guilds[&guild], channel, user),
            None if channel.recipients.contains(&user) => rights::EVERYONE,
            None => 0,
        }
    }

    pub fn bot_is_in(&self, guild: Id) -> bool {
        self.guilds[&guild].members.contains_key(&self.app.bot)
    }

    /// The direct channel of the bot and somebody, opened where there was none.
    pub fn direct_channel(&mut self, user: Id) -> Id {
        let bot = self.app.bot;
        let known = self.channels.values().find(|channel| {
            channel.kind == ChannelKind::Direct && channel.recipients == [user, bot]
        });
        match known {
            Some(channel) => channel.id,
            None => self.add_channel(ChannelKind::Direct, "", None, vec![user, bot]),
        }
    }

    pub fn add_channel(
        &mut self,
        kind: ChannelKind,
        name: &str,
        guild: Option<Id>,
        recipients: Vec<Id>,
    ) -> Id {
        let id = self.ids.next(Kind::Channel);
        let name = name.to_owned();
        let channel = Channel { id, kind, name, guild, recipients, overwrites: Vec::new() };
        self.channels.insert(id, channel);
        id
    }

    pub fn interaction_by_token(&mut self, token: &str) -> Option<&mut Interaction> {
        self.interactions.values_mut().find(|interaction| interaction.token == token)
    }

    /// A message that is still there.
    pub fn message(&self, id: Id) -> Option<&Message> {
        self.messages.get(&id).filter(|message| !message.deleted)
    }
}
