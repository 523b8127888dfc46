//! A team's plan: when and where its tips come.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, time};

use crate::model::ChannelId;
use crate::schedule::{Holidays, LATE_LIMIT, Schedule, Weekdays, Zone};

/// Dates of a team's own on which no tip comes.
pub const MAX_DAYS_LEFT_OUT: usize = 200;

/// When and where a team's tips come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Where.
    pub channel: ChannelId,
    /// When; without the days that are skipped.
    pub schedule: Schedule,
    /// Single days that somebody skipped.
    pub skipped: BTreeSet<Date>,
    /// The language of the tips: a tag.
    pub language: String,
    /// What comes first.
    pub focus: PlanFocus,
}

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PlanFocus {
    /// All principles alike.
    #[default]
    Even,
    /// What the team's drafts need most, more often.
    Needs,
}

impl PlanFocus {
    /// Every focus with its word.
    pub const ALL: &[(PlanFocus, &str)] = &[(PlanFocus::Even, "even"), (PlanFocus::Needs, "needs")];

    /// Its word.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(focus, _)| *focus == self).map_or("", |(_, key)| key)
    }

    /// The focus of a word.
    pub fn from_key(key: &str) -> Option<PlanFocus> {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(focus, _)| *focus)
    }
}

/// Where the usual clock is, and what it shows when the tip comes.
const USUAL_ZONE: &str = "Europe/Athens";
const USUAL_TIME: Time = time(9, 0, 0, 0);

/// The zone of a team that has not named one.
pub fn usual_zone() -> Zone {
    Zone::new(USUAL_ZONE).unwrap_or_else(|_| Zone::utc())
}

impl Plan {
    /// Each working day at nine, Athens time.
    pub fn usual(channel: ChannelId, language: &str) -> Plan {
        let schedule = Schedule {
            zone: usual_zone(),
            time: USUAL_TIME,
            weekdays: Weekdays::WORKING,
            holidays: Holidays::Greek,
            left_out: BTreeSet::new(),
            late_limit: LATE_LIMIT,
        };
        Plan {
            channel,
            schedule,
            skipped: BTreeSet::new(),
            language: language.to_owned(),
            focus: PlanFocus::Even,
        }
    }

    /// When tips come, without the skipped days.
    pub fn days(&self) -> Schedule {
        let mut schedule = self.schedule.clone();
        schedule.left_out.extend(&self.skipped);
        schedule
    }
}
