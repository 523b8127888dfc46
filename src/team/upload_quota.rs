//! How many uploads are looked at for a team within a minute.

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::limits::MAX_UPLOADS_PER_MINUTE;
use crate::model::{ServerId, Time};

/// The time over which uploads are counted, in seconds.
const WINDOW: i64 = 60;
/// Teams that are counted at a time; beyond that, those are forgotten whose minute is over.
const MAX_TEAMS: usize = 10_000;

/// The uploads of each team in the minute that began with the first of them.
#[derive(Debug, Default)]
pub(super) struct UploadQuota {
    teams: Mutex<FxHashMap<ServerId, (Time, u32)>>,
}

impl UploadQuota {
    /// Whether another upload of a team is looked at now, which then counts.
    pub fn allows(&self, team: ServerId, now: Time) -> bool {
        let mut teams = self.teams.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back begins another minute.
        let is_over = |since: Time| !(0..WINDOW).contains(&now.0.saturating_sub(since.0));
        if teams.len() >= MAX_TEAMS && !teams.contains_key(&team) {
            teams.retain(|_, (since, _)| !is_over(*since));
        }
        let (since, count) = teams.entry(team).or_insert((now, 0));
        if is_over(*since) {
            (*since, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
        *count <= MAX_UPLOADS_PER_MINUTE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_team_has_a_minute_of_its_own() {
        let quota = UploadQuota::default();
        let (one, other) = (ServerId(1), ServerId(2));
        for _ in 0..MAX_UPLOADS_PER_MINUTE {
            assert!(quota.allows(one, Time(1_000)));
        }
        for (team, second, expected) in [
            (one, 1_000, false),
            (other, 1_000, true),
            (one, 1_059, false),
            (one, 1_060, true),
            (one, 900, true),
        ] {
            assert_eq!(quota.allows(team, Time(second)), expected, "{team:?} at {second}");
        }
        for team in 0..2 * MAX_TEAMS as u64 {
            quota.allows(ServerId(team), Time(10_000 + 100 * team as i64));
        }
        assert!(quota.teams.lock().unwrap().len() <= MAX_TEAMS);
    }
}
