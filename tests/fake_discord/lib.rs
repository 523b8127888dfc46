//! A Discord of one's own for tests: REST and gateway over real loopback sockets, people who type
//! and press, and a record of everything. It refuses what Discord would refuse; nothing here sleeps,
//! and its clock moves only when a test moves it.
//!
//! ```ignore
//! let discord = FakeDiscord::start().await;
//! let team = discord.server("Υποστήριξη");
//! let agent = discord.person("Άννα").locale("el").in_channel(&team.channel("απαντήσεις"));
//! let card = agent.slash("check", &[("draft", "Δεν μπορώ…")]).await;
//! let form = card.press("Συμπλήρωση").await.modal();
//! let done = form.fill(&[("Τι χρειάζεται", "έρθει το δέμα")]).submit().await;
//! insta::assert_snapshot!(done.shown());
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at what should not happen"
)]
#![allow(clippy::disallowed_methods, reason = "the record says when requests came, for benchmarks")]

mod body;
pub mod contract;
mod control;
pub mod faults;
mod gateway;
mod ids;
mod limits;
mod message_objects;
mod objects;
mod people;
mod places;
pub mod record;
mod refusal;
mod rest;
pub mod rights;
mod server;
pub mod sessions;
mod shown;
mod tls;
mod world;

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::Notify;

pub use ids::Id;
pub use people::{Asked, Card, Form, Person, Posted};
pub use places::{Channel, Server};
use world::World;

/// How long anything may take before a test is given up; far above what it takes.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The token that the fake takes.
pub const TOKEN: &str = "MTAw.fake-token.kalologos";

/// A handle on the fake; clones are the same Discord.
#[derive(Clone)]
pub struct FakeDiscord {
    inner: Arc<Inner>,
}

struct Inner {
    world: Mutex<World>,
    pulse: Notify,
    address: String,
    change_next: Mutex<Option<Change>>,
    home: tempfile::TempDir,
}

type Change = Box<dyn FnOnce(&mut Value) + Send>;

impl FakeDiscord {
    /// Starts listening on a free port. There is an application, and nobody else yet.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let discord = FakeDiscord {
            inner: Arc::new(Inner {
                world: Mutex::new(World::new(TOKEN, address.clone())),
                pulse: Notify::new(),
                address,
                change_next: Mutex::new(None),
                home: tempfile::tempdir().unwrap(),
            }),
        };
        tokio::spawn(server::listen(discord.clone(), listener));
        discord
    }

    /// What to give a client as the address of the API.
    pub fn url(&self) -> &str {
        &self.inner.address
    }

    /// A folder that is there as long as this Discord is: for what a bot on it keeps.
    pub fn home(&self) -> &std::path::Path {
        self.inner.home.path()
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.inner.world.lock().unwrap()
    }

    /// Wakes everyone who waits for something.
    fn changed(&self) {
        self.inner.pulse.notify_waiters();
    }

    /// Waits until the look finds something; fails the test, with the last requests, where it does
    /// not come about.
    async fn until<T>(&self, what: &str, look: impl FnMut(&mut World) -> Option<T>) -> T {
        self.until_on(&self.inner.pulse, what, look).await
    }

    async fn until_on<T>(
        &self,
        pulse: &Notify,
        what: &str,
        mut look: impl FnMut(&mut World) -> Option<T>,
    ) -> T {
        let waiting = async {
            let changed = pulse.notified();
            tokio::pin!(changed);
            loop {
                changed.as_mut().enable();
                if let Some(found) = look(&mut self.world()) {
                    return found;
                }
                changed.as_mut().await;
                changed.set(pulse.notified());
            }
        };
        match tokio::time::timeout(PATIENCE, waiting).await {
            Ok(found) => found,
            Err(_) => {
                let tail = self.world().record.tail();
                panic!("waited in vain: {what}\nthe last requests:\n{tail}")
            }
        }
    }
}
