//! The gateway: one connection from HELLO to its end.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::FakeDiscord;
use super::record::Way;
use super::sessions::{GUILDS, KNOWN, Line, PRIVILEGED};

const PAYLOAD_BYTES: usize = 4096;
const SENDS_A_MINUTE: usize = 120;
const HEARTBEAT_MS: u64 = 41_250;

/// Why the fake closes a connection.
pub mod close {
    pub const UNKNOWN_OPCODE: u16 = 4001;
    pub const DECODE_ERROR: u16 = 4002;
    pub const NOT_AUTHENTICATED: u16 = 4003;
    pub const AUTHENTICATION_FAILED: u16 = 4004;
    pub const ALREADY_AUTHENTICATED: u16 = 4005;
    pub const RATE_LIMITED: u16 = 4008;
    pub const INVALID_SHARD: u16 = 4010;
    pub const INVALID_INTENTS: u16 = 4013;
    pub const DISALLOWED_INTENTS: u16 = 4014;
}

struct Connection {
    discord: FakeDiscord,
    line: UnboundedSender<Line>,
    /// The session, by its place among all.
    session: Option<usize>,
    sends: VecDeque<Instant>,
}

/// Serves a connection until one of the two ends it.
pub async fn serve(discord: FakeDiscord, mut socket: WebSocket) {
    let (line, mut lines) = unbounded_channel();
    let interval = discord.world().sessions.heartbeat_ms.unwrap_or(HEARTBEAT_MS);
    let mut connection = Connection { discord, line, session: None, sends: VecDeque::new() };
    connection.say(&json!({"op": 10, "d": {"heartbeat_interval": interval}}));
    let ended = connection.run(&mut socket, &mut lines).await;
    connection.hang_up(ended);
}

impl Connection {
    /// The code with which the bot closed, where it did.
    async fn run(
        &mut self,
        socket: &mut WebSocket,
        lines: &mut UnboundedReceiver<Line>,
    ) -> Option<u16> {
        loop {
            tokio::select! {
                line = lines.recv() => match line? {
                    Line::Text(text) => {
                        self.discord.world().record.payload(Way::ToBot, &text);
                        self.discord.changed();
                        socket.send(Message::Text(text.into())).await.ok()?;
                    }
                    Line::Close(code) => {
                        self.discord.world().record.closes.push(code);
                        let frame = CloseFrame { code, reason: "".into() };
                        socket.send(Message::Close(Some(frame))).await.ok()?;
                        // The other side answers with a close of its own, which is no wish to end.
                        let patience = Duration::from_secs(5);
                        let answered = async { while let Some(Ok(_)) = socket.recv().await {} };
                        let _ = tokio::time::timeout(patience, answered).await;
                        return None;
                    }
                    Line::Cut => return None,
                },
                message = socket.recv() => match message?.ok()? {
                    Message::Text(text) => self.hear(&text),
                    Message::Close(frame) => return frame.map(|frame| frame.code),
                    Message::Ping(bytes) => socket.send(Message::Pong(bytes)).await.ok()?,
                    Message::Binary(_) => self.close(close::DECODE_ERROR),
                    Message::Pong(Bytes { .. }) => (),
                },
            }
        }
    }

    fn say(&self, payload: &Value) {
        let _ = self.line.send(Line::Text(payload.to_string()));
    }

    fn close(&self, code: u16) {
        let _ = self.line.send(Line::Close(code));
    }

    fn hear(&mut self, text: &str) {
        self.discord.world().record.payload(Way::FromBot, text);
        let now = Instant::now();
        let minute = Duration::from_secs(60);
        self.sends.retain(|at| now.duration_since(*at) < minute);
        self.sends.push_back(now);
        let Ok(payload) = serde_json::from_str::<Value>(text) else {
            return self.close(close::DECODE_ERROR);
        };
        if text.len() > PAYLOAD_BYTES {
            return self.close(close::DECODE_ERROR);
        }
        if self.sends.len() > SENDS_A_MINUTE {
            return self.close(close::RATE_LIMITED);
        }
        match (payload["op"].as_u64(), self.session) {
            (Some(1), _) => self.heartbeat(),
            (Some(2), None) => self.identify(&payload["d"]),
            (Some(6), None) => self.resume(&payload["d"]),
            (Some(2 | 6), Some(_)) => self.close(close::ALREADY_AUTHENTICATED),
            (Some(3 | 4 | 8 | 31), Some(_)) => (),
            (Some(3 | 4 | 8 | 31), None) => self.close(close::NOT_AUTHENTICATED),
            _ => self.close(close::UNKNOWN_OPCODE),
        }
        self.discord.changed();
    }

    fn heartbeat(&self) {
        if !self.discord.world().sessions.deaf {
            self.say(&json!({"op": 11}));
        }
    }

    fn identify(&mut self, wish: &Value) {
        let discord = self.discord.clone();
        let mut world = discord.world();
        let shard = match &wish["shard"] {
            Value::Null => Some([0, 1]),
            Value::Array(pair) => pair
                .first()
                .and_then(Value::as_u64)
                .zip(pair.get(1).and_then(Value::as_u64))
                .map(<[u64; 2]>::from),
            _ => None,
        };
        let intents = wish["intents"].as_u64().unwrap_or(u64::MAX);
        let refused = if !is_token(&wish["token"], &world.app.token) {
            Some(close::AUTHENTICATION_FAILED)
        } else if shard.is_none_or(|[id, count]| id >= count) {
            Some(close::INVALID_SHARD)
        } else if intents & !KNOWN != 0 {
            Some(close::INVALID_INTENTS)
        } else if intents & PRIVILEGED & !world.app.privileged != 0 {
            Some(close::DISALLOWED_INTENTS)
        } else {
            None
        };
        if let Some(code) = refused {
            return self.close(code);
        }
        let place = world.sessions.open(intents, shard.unwrap_or([0, 1]), self.line.clone());
        self.session = Some(place);
        world.welcome(place);
    }

    fn resume(&mut self, wish: &Value) {
        let discord = self.discord.clone();
        let mut world = discord.world();
        if !is_token(&wish["token"], &world.app.token) {
            return self.close(close::AUTHENTICATION_FAILED);
        }
        let heard = wish["seq"].as_u64().unwrap_or(u64::MAX);
        let place = world.sessions.all.iter().position(|session| {
            wish["session_id"] == session.id.as_str()
                && !session.is_over
                && heard <= session.sequence
        });
        let sessions = &mut world.sessions;
        if sessions.refused_resumes > 0 || place.is_none() {
            sessions.refused_resumes = sessions.refused_resumes.saturating_sub(1);
            return self.say(&json!({"op": 9, "d": false}));
        }
        self.session = place;
        sessions.resumed += 1;
        let session = &mut sessions.all[place.unwrap_or_default()];
        session.line = Some(self.line.clone());
        for (_, text) in session.events.iter().filter(|(number, _)| *number > heard) {
            session.tell(Line::Text(text.clone()));
        }
        session.send("RESUMED", &json!({}));
        if sessions.closed_resumed > 0 {
            sessions.closed_resumed -= 1;
            sessions.all[place.unwrap_or_default()].tell(Line::Close(4000));
        }
    }

    /// The session stays for a resume, unless the bot closed with 1000 or 1001.
    fn hang_up(&self, code: Option<u16>) {
        let mut world = self.discord.world();
        if let Some(session) = self.session.map(|place| &mut world.sessions.all[place]) {
            // A session that went on over another line keeps that one.
            if session.line.as_ref().is_some_and(|line| line.same_channel(&self.line)) {
                session.line = None;
                session.is_over |= matches!(code, Some(1000 | 1001));
            }
        }
        drop(world);
        self.discord.changed();
    }
}

/// Discord takes the token with its kind before it, as REST has it, and without.
fn is_token(given: &Value, token: &str) -> bool {
    given.as_str().is_some_and(|given| given.strip_prefix("Bot ").unwrap_or(given) == token)
}

impl super::world::World {
    /// READY, and the guilds that the session hears of.
    fn welcome(&mut self, place: usize) {
        let bot = self.app.bot;
        let shard = self.sessions.all[place].shard;
        let heard = self.guilds.values().filter(|guild| {
            (guild.id >> 22) % shard[1] == shard[0] && guild.members.contains_key(&bot)
        });
        let guilds: Vec<Value> = heard.map(|guild| self.whole_guild_json(guild)).collect();
        let unavailable: Vec<Value> =
            guilds.iter().map(|guild| json!({"id": guild["id"], "unavailable": true})).collect();
        let application = self.application_json();
        let ready = json!({
            "v": 10, "user": self.own_user_json(), "guilds": unavailable,
            "session_id": self.sessions.all[place].id, "shard": shard,
            "resume_gateway_url": self.address.replace("http", "ws"),
            "application": {"id": application["id"], "flags": application["flags"]},
        });
        let session = &mut self.sessions.all[place];
        session.send("READY", &ready);
        if session.intents & GUILDS != 0 {
            guilds.iter().for_each(|guild| session.send("GUILD_CREATE", guild));
        }
    }
}
