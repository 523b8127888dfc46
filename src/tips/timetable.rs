//! Which plan is due when. All plans are read in one look; between two looks the next one is known without storage.

use crate::tips::Error;
use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Plan;
use super::moments::{date_of, moment, time};
use crate::model::{ServerId, Time, Version};
use crate::schedule::{Due, due, next_due};
use crate::store::StoredPlan;
use crate::tips::Tips;

/// Where a front end posts tips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Into the channels of servers.
    Servers,
    /// To the person at this terminal.
    Terminal,
}

impl Reach {
    /// Whether a server is within it.
    pub fn has(self, server: ServerId) -> bool {
        (server == ServerId::LOCAL) == (self == Reach::Terminal)
    }
}

/// A day's tip whose time has come.
#[derive(Debug, Clone)]
pub struct DueTip {
    /// Where.
    pub server: ServerId,
    /// The version of the plan by which it is due.
    pub version: Version,
    pub plan: Arc<Plan>,
    /// The day by the plan's calendar.
    pub day: Date,
}

/// Plans, and which of them is due next.
#[derive(Debug)]
pub struct Timetable {
    reach: Reach,
    plans: FxHashMap<ServerId, Entry>,
    queue: BTreeSet<(Timestamp, ServerId)>,
}

#[derive(Debug)]
struct Entry {
    version: Version,
    plan: Arc<Plan>,
    since: Timestamp,
    last_day: Option<Date>,
}

/// What there is to do for a plan.
enum Next {
    Now(Date),
    At(Timestamp),
    Never,
}

impl Timetable {
    /// With no plans yet.
    pub fn new(reach: Reach) -> Timetable {
        Timetable { reach, plans: FxHashMap::default(), queue: BTreeSet::new() }
    }

    /// When to look again; `None` where no plan has a day.
    pub fn next(&self) -> Option<Time> {
        self.queue.first().map(|(at, _)| time(*at))
    }

    /// How many plans are on.
    pub fn plans(&self) -> usize {
        self.plans.len()
    }

    /// What is due now; each of it once, until the plans are read again.
    pub fn take_due(&mut self, now: Time) -> Vec<DueTip> {
        let now = moment(now);
        let mut found = Vec::new();
        while let Some((_, server)) = self.queue.first().copied().filter(|(at, _)| *at <= now) {
            self.queue.pop_first();
            let Some(entry) = self.plans.get_mut(&server) else { continue };
            if let Next::Now(day) = entry.next(now) {
                entry.last_day = Some(day);
                let (version, plan) = (entry.version, Arc::clone(&entry.plan));
                found.push(DueTip { server, version, plan, day });
            }
            if let Next::At(at) = entry.next(now) {
                self.queue.insert((at, server));
            }
        }
        found
    }

    /// Takes the plans as storage has them now. What a later version of the program has written is left alone.
    pub fn renew(&mut self, stored: &[StoredPlan], now: Time) {
        let now = moment(now);
        let mut plans = FxHashMap::default();
        self.queue.clear();
        for stored in stored.iter().filter(|stored| self.reach.has(stored.server)) {
            let known = self.plans.get(&stored.server);
            let same = known.filter(|known| known.version == stored.version);
            let plan = match same {
                Some(known) => Arc::clone(&known.plan),
                None => match Plan::read(stored) {
                    Some(plan) => Arc::new(Plan { schedule: plan.days(), ..plan }),
                    None => continue,
                },
            };
            let entry = Entry {
                version: stored.version,
                plan,
                since: moment(stored.since),
                last_day: stored.last_day.and_then(date_of),
            };
            match entry.next(now) {
                Next::Now(_) => drop(self.queue.insert((now, stored.server))),
                Next::At(at) => drop(self.queue.insert((at, stored.server))),
                Next::Never => (),
            }
            plans.insert(stored.server, entry);
        }
        self.plans = plans;
    }
}

impl Entry {
    fn next(&self, now: Timestamp) -> Next {
        let schedule = &self.plan.schedule;
        if let Due::Now { day, late } = due(schedule, now, self.last_day)
            && now.checked_sub(late).is_ok_and(|was_due| was_due >= self.since)
        {
            return Next::Now(day);
        }
        next_due(schedule, now, self.last_day).map_or(Next::Never, |(_, at)| Next::At(at))
    }
}

impl Tips {
    /// Reads all plans that are on, in one look.
    ///
    /// # Errors
    /// If storage fails; then the timetable stays as it was.
    pub async fn renew_timetable(&self, table: &mut Timetable, now: Time) -> Result<(), Error> {
        table.renew(&self.teams.store().tip_plans_on().await?, now);
        Ok(())
    }
}
