//! Tips of the day: wakes when one is due, has its day claimed, posts it and notes what came of it.
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

use serenity::http::Http;
use tokio::sync::Semaphore;
use tracing::{error, warn};

use super::handler::{Handler, locked};
use super::rate_limiter::RateLimiter;
use super::{Clock, Settings};
use crate::model::Time;
use crate::tips::{Claim, DueTip, Error, Post, Reach, Timetable, Tips};

/// Requests a second for tips; Discord takes fifty, and the rest is for people who wait.
const PER_SECOND: u32 = 25;
/// Tips that are under way at a time.
const AT_ONCE: usize = 50;
/// After so many seconds plans are read anew, beside what this process hears of: another one may have changed them.
const RENEWED: i64 = 60;

/// Posts the tips that are due.
pub struct TipPoster {
    tips: Arc<Tips>,
    clock: Clock,
    http: Http,
    handler: Arc<Handler>,
    rate_limiter: RateLimiter,
    room: Arc<Semaphore>,
    /// Plans at rest of which this process has told the leads, or is telling them: the storage hears of it later.
    told: Mutex<HashSet<String>>,
}

impl TipPoster {
    /// Posts the tips of all teams, with requests of its own.
    pub fn new(settings: &Settings, http: Http, handler: Arc<Handler>) -> Arc<TipPoster> {
        let tips = Arc::clone(settings.app.tips());
        let clock = settings.clock.clone();
        let (rate_limiter, room) =
            (RateLimiter::new(PER_SECOND), Arc::new(Semaphore::new(AT_ONCE)));
        Arc::new(TipPoster {
            tips,
            clock,
            http,
            handler,
            rate_limiter,
            room,
            told: Mutex::default(),
        })
    }

    /// Goes on until it is dropped; what is under way then is waited for with all other work.
    pub async fn run(self: Arc<Self>) {
        let mut table = Timetable::new(Reach::Servers);
        let mut renewed: Option<Time> = None;
        loop {
            let now = self.clock.now();
            if renewed.is_none_or(|at| !is_fresh(at, now)) {
                match self.tips.renew_timetable(&mut table, now).await {
                    Ok(()) => renewed = Some(now),
                    Err(error) => told(&error, "the plans for tips can't be read"),
                }
                self.look_around(now).await;
            }
            for due in table.take_due(now) {
                self.begin(Arc::clone(&self).bring(due)).await;
            }
            // A clock that shows whole seconds is up to one behind, so what is waited for is over then.
            let next = table.next().map_or(RENEWED, |next| next.0 - now.0);
            tokio::select! {
                () = tokio::time::sleep(seconds(next.min(RENEWED))) => (),
                () = self.tips.plans_changed().notified() => renewed = None,
            }
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
            Err(error) => told(&error, "claims for tips can't be read"),
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
            Err(error) => told(&error, "plans that rest can't be read"),
        }
    }

    /// Begins work once there is room for it, and does not wait for its end.
    async fn begin(&self, work: impl Future<Output = ()> + Send + 'static) {
        let Ok(room) = Arc::clone(&self.room).acquire_owned().await else { return };
        self.rate_limiter.turn().await;
        self.handler.work.begin(async move {
            work.await;
            drop(room);
        });
    }

    /// Brings a tip that is due.
    async fn bring(self: Arc<Self>, due: DueTip) {
        match self.tips.claim_tip(&due, self.clock.now()).await {
            Ok(Some(post)) => self.deliver(&post).await,
            Ok(None) => (),
            // It is still due when the plans are next read.
            Err(error) => told(&error, "the day of a tip could not be claimed"),
        }
    }

    /// Looks up what came of a claim, and brings the tip after all where that is due.
    async fn look_after(self: Arc<Self>, claim: Claim) {
        match self.tips.take_lost_tip(&claim, self.clock.now()).await {
            Ok(true) => (),
            Ok(false) => return,
            Err(error) => return told(&error, "a claim could not be taken in hand"),
        }
        let seen = self.look(&claim).await;
        match self.tips.tip_after_look(&claim, seen, self.clock.now()).await {
            Ok(Some(post)) => self.deliver(&post).await,
            Ok(None) => (),
            Err(error) => told(&error, "what came of a tip could not be noted"),
        }
    }

    async fn deliver(&self, post: &Post) {
        let posted = self.post(post).await;
        if let Err(error) = self.tips.settle_tip(post, posted, self.clock.now()).await {
            told(&error, "what came of a tip could not be noted");
        }
    }
}

fn is_fresh(at: Time, now: Time) -> bool {
    (0..RENEWED).contains(&(now.0 - at.0))
}

fn seconds(wait: i64) -> Duration {
    Duration::from_secs(wait.max(1).unsigned_abs())
}

fn told(error: &Error, what: &str) {
    if error.is_of_storage() {
        warn!(%error, "{what}");
    } else {
        error!(%error, "{what}");
    }
}
