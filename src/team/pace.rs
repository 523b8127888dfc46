//! Keeps track of which teams' checks are fast and which are slow.
//!
//! Timing only affects the order in which work runs, never its result.

use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lru::LruCache;

use crate::model::ServerId;

/// Teams whose pace is known; the one unused for longest is then a new one.
const MAX_KNOWN: NonZeroUsize = NonZeroUsize::new(4_000).unwrap();
/// A slow team becomes a fast one again after this many fast checks in a row; a team that mixes both stays slow.
const QUICK_AGAIN: u32 = 100;

/// What the queues are told of the machine.
#[derive(Debug, Clone, Copy)]
pub struct Machine {
    /// How many processors it has.
    pub processors: usize,
    /// How long the thread that asks has worked: where many threads wait for a processor, waiting is no work.
    pub worked: fn() -> Duration,
}

impl Default for Machine {
    /// Two processors and a clock that always reads zero, so that no team ever counts as slow.
    fn default() -> Machine {
        Machine { processors: 2, worked: || Duration::ZERO }
    }
}

impl Machine {
    /// At most as many as leave a processor to others.
    pub(super) fn beside_others(self, at_once: usize) -> usize {
        at_once.min(self.processors.saturating_sub(1).max(1))
    }
}

/// How long the checks of a team take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// Nobody knows yet: its rules were never checked with.
    New,
    Quick,
    /// `quick`: how many in a row were quick lately.
    Slow {
        quick: u32,
    },
}

/// The pace of each team.
#[derive(Debug)]
pub(super) struct Paces {
    /// What takes longer is slow.
    after: Duration,
    teams: Mutex<LruCache<Option<ServerId>, Pace>>,
}

impl Paces {
    /// All teams are new.
    pub fn new(after: Duration) -> Paces {
        Paces { after, teams: Mutex::new(LruCache::new(MAX_KNOWN)) }
    }

    /// The pace of a team.
    pub fn of(&self, team: Option<ServerId>) -> Pace {
        self.teams().get(&team).copied().unwrap_or(Pace::New)
    }

    /// Notes how long a check of a team took.
    pub fn checked(&self, team: Option<ServerId>, took: Duration) {
        let mut teams = self.teams();
        let before = teams.get(&team).copied().unwrap_or(Pace::New);
        let pace = match before {
            _ if took > self.after => Pace::Slow { quick: 0 },
            Pace::Slow { quick } if quick + 1 < QUICK_AGAIN => Pace::Slow { quick: quick + 1 },
            _ => Pace::Quick,
        };
        teams.put(team, pace);
    }

    /// Notes how long it took to compile the rules of a team. Of others than before nobody knows yet how they check.
    pub fn loaded(&self, team: Option<ServerId>, took: Duration) {
        let mut teams = self.teams();
        if took > self.after {
            teams.put(team, Pace::Slow { quick: 0 });
        } else if teams.peek(&team) == Some(&Pace::Quick) {
            teams.pop(&team);
        }
    }

    /// A poisoned lock is a panic elsewhere; its content is complete all the same.
    fn teams(&self) -> MutexGuard<'_, LruCache<Option<ServerId>, Pace>> {
        self.teams.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_is_slow_by_one_check_and_quick_by_many_and_new_by_other_rules() {
        let paces = Paces::new(Duration::from_millis(50));
        let (team, other) = (Some(ServerId(1)), Some(ServerId(2)));
        let (quick, slow) = (Duration::from_millis(5), Duration::from_millis(51));
        assert_eq!(paces.of(team), Pace::New);
        paces.checked(team, quick);
        assert_eq!((paces.of(team), paces.of(other)), (Pace::Quick, Pace::New));
        paces.loaded(team, quick);
        assert_eq!(paces.of(team), Pace::New);
        paces.checked(team, slow);
        for times in 0..QUICK_AGAIN {
            assert_eq!(paces.of(team), Pace::Slow { quick: times });
            paces.loaded(team, quick);
            paces.checked(team, quick);
        }
        assert_eq!(paces.of(team), Pace::Quick);
        paces.loaded(other, slow);
        assert_eq!(paces.of(other), Pace::Slow { quick: 0 });
    }
}
