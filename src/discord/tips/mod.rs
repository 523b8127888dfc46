//! Tips of the day: wakes when one is due, has its day claimed, posts it and notes the outcome.
//!
//! Many that are due in one minute go out one after another. What broke down on the way, in this process or another,
//! is looked up in its channel (`look`); what could not be posted at all makes a plan rest (`leads`).

mod leads;
mod look;
mod post;

use std::collections::HashSet;
use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::{Interval, MissedTickBehavior};
use tracing::{error, info};

use super::discord_clock::DiscordClock;
use super::handler::Handler;
use super::metrics::TipOutcome;
use super::requests::Requests;
use super::{Clock, Settings};
use crate::discord::locked;
use crate::model::Time;
use crate::tips::{Claim, DueTip, Error, Post, Posted, Reach, Seen, Timetable, Tips};

/// Between two tips: Discord takes fifty requests a second, and the rest is for people who wait.
const GAP: Duration = Duration::from_millis(40);
/// Tips that are under way at a time.
const AT_ONCE: usize = 50;
/// Seconds after which plans are read again: another process may have changed them.
const RENEWED: i64 = 60;

/// Posts the tips that are due.
pub struct TipPoster {
    tips: Arc<Tips>,
    clock: Clock,
    discord_clock: Arc<DiscordClock>,
    handler: Arc<Handler>,
    /// Gives each tip its turn.
    turns: tokio::sync::Mutex<Interval>,
    room: Arc<Semaphore>,
    /// Paused plans that this process has told the leads of, or is telling them of: the storage hears of it later.
    told: Mutex<HashSet<String>>,
}

impl TipPoster {
    /// Posts the tips of all teams.
    pub fn new(
        settings: &Settings,
        handler: Arc<Handler>,
        discord_clock: Arc<DiscordClock>,
    ) -> Arc<TipPoster> {
        let tips = Arc::clone(settings.app.tips());
        let clock = settings.clock.clone();
        let mut turns = tokio::time::interval(GAP);
        // Turns that nobody took are not saved up.
        turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (turns, room) = (tokio::sync::Mutex::new(turns), Arc::new(Semaphore::new(AT_ONCE)));
        let told = Mutex::default();
        Arc::new(TipPoster { tips, clock, discord_clock, handler, turns, room, told })
    }

    fn requests(&self) -> &Requests {
        &self.handler.requests
    }

    /// Comes back when it is the caller's turn, in the order of calls.
    async fn turn(&self) {
        self.turns.lock().await.tick().await;
    }

    /// Goes on until it is dropped; what is under way then is waited for with all other work.
    pub async fn run(self: Arc<Self>) {
        let mut table = Timetable::new(Reach::Servers);
        let mut renewed: Option<Time> = None;
        loop {
            if !self.discord_clock.is_right().await {
                // A day that is not there must not be claimed.
                self.wait(self.discord_clock.pause).await;
                renewed = None;
                continue;
            }
            let now = self.clock.now();
            if renewed.is_none_or(|at| !is_fresh(at, now)) {
                match self.tips.renew_timetable(&mut table, now).await {
                    Ok(()) => renewed = Some(now),
                    Err(error) => self.tell_error(&error, "the plans for tips can't be read"),
                }
                self.look_around(now).await;
            }
            for due in table.take_due(now) {
                self.begin(Arc::clone(&self).bring(due)).await;
            }
            // A clock that shows whole seconds is up to one behind, so what is waited for is over then.
            let next = table.next().map_or(RENEWED, |next| next.0 - now.0);
            if self.wait(seconds(next.min(RENEWED))).await {
                renewed = None;
            }
        }
    }

    /// Waits for so long, or until a plan was changed; whether one was.
    async fn wait(&self, most: Duration) -> bool {
        tokio::select! {
            () = tokio::time::sleep(most) => false,
            () = self.tips.plans_changed().notified() => true,
        }
    }

    /// What is left of former posts.
    async fn look_around(self: &Arc<Self>, now: Time) {
        match self.tips.lost_tips(Reach::Servers, now).await {
            Ok(lost) => {
                for claim in lost {
                    self.begin(Arc::clone(self).look_after(claim)).await;
                }
            }
            Err(error) => self.tell_error(&error, "claims for tips can't be read"),
        }
        match self.tips.resting_plans(Reach::Servers, now).await {
            Ok(resting) => {
                for plan in resting {
                    if !locked(&self.told).insert(plan.nonce.clone()) {
                        continue;
                    }
                    self.begin(Arc::clone(self).tell_leads(plan)).await;
                }
            }
            Err(error) => self.tell_error(&error, "plans that rest can't be read"),
        }
    }

    /// Begins work once there is room for it, and does not wait for its end.
    async fn begin(&self, work: impl Future<Output = ()> + Send + 'static) {
        let Ok(room) = Arc::clone(&self.room).acquire_owned().await else { return };
        let waiting = AT_ONCE.saturating_sub(self.room.available_permits());
        self.handler.monitor.metrics.tips_under_way.set(i64::try_from(waiting).unwrap_or(i64::MAX));
        self.turn().await;
        self.handler.work.begin(async move {
            work.await;
            drop(room);
        });
    }

    /// Brings a tip that is due.
    async fn bring(self: Arc<Self>, due: DueTip) {
        let there = match self.earlier(&due).await {
            Seen::There(message) => Some(message),
            // It is still due when the plans are next read.
            Seen::Later => return,
            Seen::NotThere | Seen::CantTell | Seen::Closed => None,
        };
        match self.tips.claim_tip(&due, self.clock.now()).await {
            Ok(Some(post)) => match there {
                Some(message) => self.settle(&post, Posted::There(message)).await,
                None => self.deliver(&post).await,
            },
            Ok(None) => (),
            // It is still due when the plans are next read.
            Err(error) => self.tell_error(&error, "the day of a tip could not be claimed"),
        }
    }

    /// Looks up the outcome of a claim, and posts the tip where it is still due.
    async fn look_after(self: Arc<Self>, claim: Claim) {
        match self.tips.take_lost_tip(&claim, self.clock.now()).await {
            Ok(true) => (),
            Ok(false) => return,
            Err(error) => return self.tell_error(&error, "a claim could not be taken in hand"),
        }
        let seen = self.look(&claim).await;
        match self.tips.tip_after_look(&claim, seen, self.clock.now()).await {
            Ok(Some(post)) => self.deliver(&post).await,
            Ok(None) => (),
            Err(error) => self.tell_error(&error, "what came of a tip could not be noted"),
        }
    }

    fn tell_error(&self, error: &Error, what: &str) {
        if error.is_of_storage() {
            self.handler.monitor.storage_failed(error, what);
        } else {
            error!(%error, "{what}");
        }
    }

    async fn deliver(&self, post: &Post) {
        let posted = self.post(post).await;
        self.settle(post, posted).await;
    }

    async fn settle(&self, post: &Post, posted: Posted) {
        let outcome = match posted {
            Posted::There(_) => TipOutcome::Posted,
            Posted::Closed => TipOutcome::Closed,
            Posted::Refused => TipOutcome::Refused,
            Posted::Unknown => TipOutcome::Unknown,
        };
        self.handler.monitor.metrics.tip(outcome);
        info!(claim = post.claim.0, ?outcome, "a tip of the day");
        if let Err(error) = self.tips.settle_tip(post, posted, self.clock.now()).await {
            self.tell_error(&error, "what came of a tip could not be noted");
        }
    }
}

fn is_fresh(at: Time, now: Time) -> bool {
    (0..RENEWED).contains(&(now.0 - at.0))
}

fn seconds(wait: i64) -> Duration {
    Duration::from_secs(wait.max(1).unsigned_abs())
}
