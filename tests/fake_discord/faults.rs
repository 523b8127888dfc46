//! Faults, scripted by route and count.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::Notify;

use super::FakeDiscord;

#[derive(Default)]
pub struct Faults {
    planned: Vec<Planned>,
    /// Routes that were told to wait, and until when.
    waits: Vec<(String, Instant)>,
}

struct Planned {
    route: String,
    left: usize,
    fault: Fault,
}

#[derive(Clone)]
pub enum Fault {
    /// Refused for so long, on this route or everywhere.
    Limited { wait: Duration, scope: Scope },
    /// A status with a page that is no JSON, as proxies give it. Nothing was done.
    Status(u16),
    /// The same with a `Retry-After`, which is for everything that goes through the proxy.
    Paused { status: u16, wait: Duration },
    /// The connection is closed before anything was done.
    HungUp,
    /// Done, and then the connection is closed.
    AnswerLost,
    /// Done, and then this status is given.
    DoneBut(u16),
    /// Kept until the test lets it go, before it is done or after.
    Held { gate: Arc<Gate>, before: bool },
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Route,
    Global,
}

/// Where requests wait for the test.
#[derive(Default)]
pub struct Gate {
    state: std::sync::Mutex<(usize, bool)>,
    changed: Notify,
}

impl Gate {
    pub async fn pass(&self) {
        self.change(|(arrived, _)| *arrived += 1);
        self.until(|(_, open)| open).await;
    }

    fn change(&self, change: impl FnOnce(&mut (usize, bool))) {
        change(&mut self.state.lock().unwrap());
        self.changed.notify_waiters();
    }

    async fn until(&self, is_so: impl Fn((usize, bool)) -> bool) {
        let changed = self.changed.notified();
        tokio::pin!(changed);
        loop {
            changed.as_mut().enable();
            if is_so(*self.state.lock().unwrap()) {
                return;
            }
            changed.as_mut().await;
            changed.set(self.changed.notified());
        }
    }
}

/// Requests that the fake keeps; they go on when this is let go or dropped.
pub struct Held {
    gate: Arc<Gate>,
}

impl Held {
    /// Comes back when so many requests wait here.
    pub async fn arrived(&self, count: usize) {
        let arrival = self.gate.until(|(arrived, _)| arrived >= count);
        tokio::time::timeout(super::PATIENCE, arrival)
            .await
            .unwrap_or_else(|_| panic!("{count} requests did not arrive where they are held"));
    }

    pub fn release(self) {}
}

impl Drop for Held {
    fn drop(&mut self) {
        self.gate.change(|(_, open)| *open = true);
    }
}

impl Faults {
    /// The fault that waits for a request to this route.
    pub fn take(&mut self, route: &str) -> Option<Fault> {
        let matching = |planned: &Planned| planned.left > 0 && matches(&planned.route, route);
        let planned = self.planned.iter_mut().find(|planned| matching(planned))?;
        planned.left -= 1;
        let fault = planned.fault.clone();
        let waits = match &fault {
            Fault::Limited { wait, scope: Scope::Route } => Some((route, wait)),
            Fault::Limited { wait, scope: Scope::Global } | Fault::Paused { wait, .. } => {
                Some(("*", wait))
            }
            _ => None,
        };
        if let Some((route, wait)) = waits {
            self.waits.push((route.to_owned(), Instant::now() + *wait));
        }
        Some(fault)
    }

    pub fn is_hurried(&self, route: &str) -> bool {
        let now = Instant::now();
        self.waits.iter().any(|(limited, until)| matches(limited, route) && now < *until)
    }

    pub fn left(&self) -> usize {
        self.planned.iter().filter(|planned| planned.left < usize::MAX / 2).map(|it| it.left).sum()
    }
}

/// Whether a path falls under a pattern such as `POST /interactions/*/*/callback`; `*` alone is
/// every route, and at the end of a pattern it is one part of the path like elsewhere.
fn matches(pattern: &str, route: &str) -> bool {
    let parts: VecDeque<&str> = route.split(['/', ' ']).collect();
    let pattern_parts: Vec<&str> = pattern.split(['/', ' ']).collect();
    pattern == "*"
        || (parts.len() == pattern_parts.len()
            && parts.iter().zip(pattern_parts).all(|(part, of)| of == "*" || of == *part))
}

/// What shall go wrong on a route, and how often.
pub struct FaultPlan {
    discord: FakeDiscord,
    route: String,
    times: usize,
}

impl FakeDiscord {
    /// Plans a fault on a route such as `POST /interactions/*/*/callback`, for one request.
    pub fn on(&self, route: &str) -> FaultPlan {
        FaultPlan { discord: self.clone(), route: route.to_owned(), times: 1 }
    }

    /// How many planned faults nobody has met yet.
    pub fn faults_left(&self) -> usize {
        self.world().faults.left()
    }

    /// From now on nothing goes wrong that was planned.
    pub fn forgets_faults(&self) {
        self.world().faults.planned.clear();
    }
}

impl FaultPlan {
    pub fn times(mut self, times: usize) -> Self {
        self.times = times;
        self
    }

    pub fn always(self) -> Self {
        self.times(usize::MAX)
    }

    pub fn limited(self, wait: Duration, scope: Scope) {
        self.plan(Fault::Limited { wait, scope });
    }

    pub fn answers(self, status: u16) {
        self.plan(Fault::Status(status));
    }

    /// As a proxy answers that has a limit of its own, and none of Discord's headers.
    pub fn pauses(self, status: u16, wait: Duration) {
        self.plan(Fault::Paused { status, wait });
    }

    pub fn hangs_up(self) {
        self.plan(Fault::HungUp);
    }

    pub fn loses_the_answer(self) {
        self.plan(Fault::AnswerLost);
    }

    pub fn does_it_but_answers(self, status: u16) {
        self.plan(Fault::DoneBut(status));
    }

    /// Keeps the requests before anything is done.
    pub fn held(self) -> Held {
        self.hold(true)
    }

    /// Does what is asked and keeps the answers.
    pub fn answer_held(self) -> Held {
        self.hold(false)
    }

    fn hold(self, before: bool) -> Held {
        let gate = Arc::new(Gate::default());
        self.plan(Fault::Held { gate: Arc::clone(&gate), before });
        Held { gate }
    }

    fn plan(self, fault: Fault) {
        let planned = Planned { route: self.route, left: self.times, fault };
        self.discord.world().faults.planned.push(planned);
    }
}

/// The body and headers of a 429.
pub fn limited(wait: Duration, scope: Scope) -> (Value, Vec<(&'static str, String)>) {
    let seconds = wait.as_secs_f64();
    let global = scope == Scope::Global;
    let body = json!({
        "message": "You are being rate limited.", "retry_after": seconds, "global": global,
    });
    let mut headers = vec![("retry-after", seconds.to_string())];
    if global {
        headers.push(("x-ratelimit-global", "true".into()));
        headers.push(("x-ratelimit-scope", "global".into()));
    } else {
        headers.push(("x-ratelimit-limit", "5".into()));
        headers.push(("x-ratelimit-remaining", "0".into()));
        headers.push(("x-ratelimit-reset-after", seconds.to_string()));
        headers.push(("x-ratelimit-scope", "user".into()));
    }
    (body, headers)
}
