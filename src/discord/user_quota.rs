//! How often one person may ask for a check.

use std::collections::HashMap;
use std::time::Duration;

/// The time over which checks are counted.
const WINDOW: Duration = Duration::from_secs(60);
/// People who are counted at a time; beyond that, those are forgotten whose minute is over.
const MAX_PEOPLE: usize = 10_000;

/// Counts the checks of each person. The time is handed in, from any fixed moment on.
#[derive(Debug)]
pub struct UserQuota {
    per_minute: u32,
    people: HashMap<u64, Counted>,
}

#[derive(Debug, Clone, Copy)]
struct Counted {
    since: Duration,
    checks: u32,
}

impl UserQuota {
    /// Lets everybody have this many checks a minute.
    pub fn new(per_minute: u32) -> UserQuota {
        UserQuota { per_minute, people: HashMap::new() }
    }

    /// Whether a person may have another check now, which then counts.
    pub fn allows(&mut self, person: u64, now: Duration) -> bool {
        if self.people.len() >= MAX_PEOPLE && !self.people.contains_key(&person) {
            self.people.retain(|_, counted| now.saturating_sub(counted.since) < WINDOW);
        }
        let counted = self.people.entry(person).or_insert(Counted { since: now, checks: 0 });
        if now.saturating_sub(counted.since) >= WINDOW {
            *counted = Counted { since: now, checks: 0 };
        }
        counted.checks = counted.checks.saturating_add(1);
        counted.checks <= self.per_minute
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_minute_of_their_own() {
        let mut user_quota = UserQuota::new(2);
        for (person, second, expected) in [
            (1, 0, true),
            (1, 10, true),
            (1, 20, false),
            (2, 20, true),
            (1, 59, false),
            (1, 60, true),
            (1, 61, true),
            (1, 62, false),
        ] {
            let now = Duration::from_secs(second);
            assert_eq!(user_quota.allows(person, now), expected, "{person} at {second}");
        }
    }

    #[test]
    fn people_of_former_minutes_are_forgotten() {
        let mut user_quota = UserQuota::new(1);
        for person in 0..MAX_PEOPLE as u64 {
            user_quota.allows(person, Duration::ZERO);
        }
        user_quota.allows(u64::MAX, WINDOW);
        assert_eq!(user_quota.people.len(), 1);
    }
}
