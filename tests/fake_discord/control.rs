//! What a test does to the fake as a whole: its clock, its gateway, its record.

use std::collections::HashMap;
use std::time::Duration;

use serde_json::Value;

use super::record::{Payload, Request};
use super::sessions::Line;
use super::{Asked, FakeDiscord, Id, Person};

impl FakeDiscord {
    pub fn application_id(&self) -> Id {
        self.world().app.id
    }

    /// Moves the clock, by which answers come late and tokens run out.
    pub fn advance(&self, by: Duration) {
        self.world().clock.advance(by);
    }

    /// How far the clock has moved.
    pub fn passed(&self) -> Duration {
        self.world().clock.now()
    }

    /// Every request so far, in the order of arrival.
    pub fn requests(&self) -> Vec<Request> {
        self.world().record.requests.clone()
    }

    /// The requests to a route such as `POST /channels/`, by the beginning of method and path.
    pub fn requests_to(&self, route: &str) -> Vec<Request> {
        let is_to =
            |request: &Request| format!("{} {}", request.method, request.path).starts_with(route);
        self.requests().into_iter().filter(is_to).collect()
    }

    /// Waits for so many requests to a route that have got their answer.
    pub async fn answered(&self, route: &str, count: usize) -> Vec<Request> {
        let what = format!("{count} requests to {route}");
        self.until(&what, |world| {
            let found: Vec<Request> = world
                .record
                .requests
                .iter()
                .filter(|it| format!("{} {}", it.method, it.path).starts_with(route))
                .filter(|it| it.status.is_some())
                .cloned()
                .collect();
            (found.len() >= count).then_some(found)
        })
        .await
    }

    /// The last requests and payloads in short, for the message of a test that fails.
    pub fn tail(&self) -> String {
        self.world().record.tail()
    }

    /// Answers of 401, 403 and 429; ten thousand in ten minutes ban an address.
    pub fn invalid_answers(&self) -> usize {
        let is_invalid = |it: &&Request| matches!(it.status, Some(401 | 403 | 429));
        self.world().record.requests.iter().filter(is_invalid).count()
    }

    /// Every payload of the gateway so far.
    pub fn payloads(&self) -> Vec<Payload> {
        self.world().record.payloads.clone()
    }

    /// For each interaction that was answered, how long it took from the event's write to the socket
    /// to the callback's arrival.
    pub fn latencies(&self) -> Vec<Duration> {
        let world = self.world();
        let mut written = HashMap::new();
        for payload in &world.record.payloads {
            if payload.name.as_deref() == Some("INTERACTION_CREATE") {
                let id = payload.json["d"]["id"].as_str().unwrap_or_default();
                written.entry(id.to_owned()).or_insert(payload.at);
            }
        }
        let arrivals = world.record.requests.iter().filter_map(|request| {
            let id = request.path.strip_prefix("/interactions/")?.split('/').next()?;
            // A second answer to the same event says nothing.
            Some(request.at.duration_since(written.remove(id)?))
        });
        arrivals.collect()
    }

    /// How many commands were created, of the 200 a day that Discord allows.
    pub fn commands_created(&self) -> usize {
        self.world().commands_created
    }

    /// The commands as Discord keeps them, with their languages.
    pub fn commands(&self) -> Vec<Value> {
        let world = self.world();
        world.commands.iter().map(|command| world.command_json(command)).collect()
    }

    /// Waits until so many commands are registered.
    pub async fn commands_registered(&self, count: usize) {
        let what = format!("{count} registered commands");
        self.until(&what, |world| (world.commands.len() >= count).then_some(())).await;
    }

    /// Forbids privileged intents, as the switches in the developer portal do.
    pub fn forbid_intents(&self, intents: u64) {
        self.world().app.privileged &= !intents;
    }

    /// The header with the date, in place of the clock's; an empty one is none.
    pub fn says_date(&self, date: Option<&str>) {
        self.world().date = date.map(str::to_owned);
    }

    /// The header with the date says what time it is on this machine.
    pub fn says_date_of_now(&self) {
        let now = super::server::http_date(jiff::Timestamp::now().as_second());
        self.says_date(Some(&now));
    }

    /// How many sessions may still begin, and after how many milliseconds there are more.
    pub fn leave_sessions(&self, remaining: u64, reset_after: u64) {
        self.world().app.sessions_left = (remaining, reset_after);
    }

    pub fn use_shards(&self, count: u64) {
        self.world().app.shards = count;
    }

    /// Changes the event of the next interaction before it is sent: fields away, unknown ones in.
    pub fn change_next_event(&self, change: impl FnOnce(&mut Value) + Send + 'static) {
        *self.inner.change_next.lock().unwrap() = Some(Box::new(change));
    }

    /// The event of the interaction that was asked last.
    pub fn asked_last(&self) -> Value {
        let world = self.world();
        world.interactions.values().next_back().map(|it| it.event.clone()).unwrap_or_default()
    }

    /// Waits for an interaction of somebody that has no answer yet.
    pub async fn asked_of(&self, person: &Person) -> Asked {
        let look = |world: &mut super::world::World| {
            let mut open = world.interactions.values().filter(|it| it.answered.is_none());
            open.find(|it| it.person == person.id).map(|it| it.id)
        };
        let id = self.until("an open interaction", look).await;
        Asked::again(person, id)
    }

    /// Waits until the bot was sent so many events of a name; gives their data.
    pub async fn heard(&self, name: &str, count: usize) -> Vec<Value> {
        let what = format!("{count} times {name}");
        let look = |world: &mut super::world::World| {
            let named = world.record.payloads.iter().filter(|it| it.name.as_deref() == Some(name));
            let data: Vec<Value> = named.map(|it| it.json["d"].clone()).collect();
            (data.len() >= count).then_some(data)
        };
        self.until(&what, look).await
    }

    /// Sends an event of the test's own making to every session.
    pub fn inject(&self, name: &str, data: &Value) {
        for session in self.world().sessions.living() {
            session.send(name, data);
        }
    }

    pub fn gateway(&self) -> Gateway {
        Gateway { discord: self.clone() }
    }
}

/// The gateway as a test handles it.
pub struct Gateway {
    discord: FakeDiscord,
}

impl Gateway {
    /// Waits until a session has been welcomed.
    pub async fn ready(&self) {
        self.identified(1).await;
    }

    /// Waits for the session that began with the nth IDENTIFY.
    pub async fn identified(&self, count: usize) {
        let what = format!("{count} sessions");
        let look =
            |world: &mut super::world::World| (world.sessions.identified() >= count).then_some(());
        self.discord.until(&what, look).await;
    }

    pub async fn resumed(&self, count: usize) {
        let what = format!("{count} resumed sessions");
        self.discord.until(&what, |world| (world.sessions.resumed >= count).then_some(())).await;
    }

    /// Waits until nobody is connected.
    pub async fn empty(&self) {
        self.discord
            .until("nobody connected", |world| (world.sessions.connected() == 0).then_some(()))
            .await;
    }

    /// The codes with which the fake closed connections so far.
    pub fn closes_given(&self) -> Vec<u16> {
        self.discord.world().record.closes.clone()
    }

    pub fn connected(&self) -> usize {
        self.discord.world().sessions.connected()
    }

    /// Waits for so many payloads of an op from the bot.
    pub async fn sent(&self, op: u64, count: usize) {
        let what = format!("{count} payloads with op {op}");
        self.discord
            .until(&what, |world| (world.record.sent_with_op(op) >= count).then_some(()))
            .await;
    }

    /// Opens a session that nobody reads, for tests of REST alone.
    pub fn listens(&self) {
        let (line, _) = tokio::sync::mpsc::unbounded_channel();
        let mut world = self.discord.world();
        let place = world.sessions.open(super::sessions::KNOWN, [0, 1], line);
        world.sessions.all[place].line = None;
    }

    /// Op 7: please reconnect.
    pub fn asks_to_reconnect(&self) {
        self.tell(|| Line::Text(r#"{"op":7,"d":null}"#.into()));
    }

    /// Op 9; a session that can't be resumed is over.
    pub fn invalidates(&self, resumable: bool) {
        self.tell(|| Line::Text(format!(r#"{{"op":9,"d":{resumable}}}"#)));
        if !resumable {
            self.discord.world().sessions.living().for_each(|session| session.is_over = true);
        }
    }

    /// The connection ends without a word.
    pub fn drops(&self) {
        self.tell(|| Line::Cut);
    }

    pub fn closes(&self, code: u16) {
        self.tell(|| Line::Close(code));
    }

    /// Whether connections are refused before the first word.
    pub fn refuses_connections(&self, refuses: bool) {
        self.discord.world().sessions.takes_nobody = refuses;
    }

    /// So many sessions are closed as soon as they are resumed.
    pub fn closes_resumed(&self, count: usize) {
        self.discord.world().sessions.closed_resumed = count;
    }

    pub fn refuses_resumes(&self, count: usize) {
        self.discord.world().sessions.refused_resumes = count;
    }

    /// Of connections to come.
    pub fn heartbeats_every(&self, interval: Duration) {
        let millis = u64::try_from(interval.as_millis()).unwrap();
        self.discord.world().sessions.heartbeat_ms = Some(millis);
    }

    pub fn leaves_heartbeats_unanswered(&self, deaf: bool) {
        self.discord.world().sessions.deaf = deaf;
    }

    fn tell(&self, line: impl Fn() -> Line) {
        self.discord.world().sessions.living().for_each(|session| session.tell(line()));
    }
}
