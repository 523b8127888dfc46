//! The compiled rules of teams, as many as are in use.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;

use super::Team;
use crate::check::Checker;
use crate::model::{ServerId, Time};
use crate::store::Versions;

/// The most teams at hand; the one that was longest unused makes room.
const MOST_TEAMS: usize = 4_000;
/// A team that nobody asked for in this many seconds goes.
const IDLE: i64 = 6 * 3_600;
/// For so many seconds nobody looks whether another process has changed something.
const TRUSTED: i64 = 5;
/// After so many seconds the shelf is looked through again.
const LOOK_THROUGH: i64 = 600;

/// The teams at hand.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    teams: FxHashMap<ServerId, Entry>,
    looked_through: Time,
}

#[derive(Debug)]
struct Entry {
    team: Arc<Team>,
    used: Time,
    confirmed: Time,
}

impl Shelf {
    /// The team, if it is known to be as storage has it.
    pub fn fresh(&self, server: ServerId, now: Time) -> Option<Arc<Team>> {
        let mut kept = self.kept();
        kept.look_through(now);
        let entry = kept.teams.get_mut(&server)?;
        entry.used = now;
        let age = now.0.saturating_sub(entry.confirmed.0);
        (0..TRUSTED).contains(&age).then(|| Arc::clone(&entry.team))
    }

    /// The team, if it is of these versions.
    pub fn confirm(&self, server: ServerId, versions: Versions, now: Time) -> Option<Arc<Team>> {
        let mut kept = self.kept();
        let entry = kept.teams.get_mut(&server)?;
        if entry.team.versions != versions {
            return None;
        }
        entry.confirmed = now;
        Some(Arc::clone(&entry.team))
    }

    /// From now on the team is confirmed before it is used.
    pub fn distrust(&self, server: ServerId) {
        if let Some(entry) = self.kept().teams.get_mut(&server) {
            entry.confirmed = Time(i64::MIN);
        }
    }

    /// The team as it was last known.
    pub fn whatever(&self, server: ServerId) -> Option<Arc<Team>> {
        self.kept().teams.get(&server).map(|entry| Arc::clone(&entry.team))
    }

    /// Puts a team on the shelf, unless a later one is there; gives the one that is there then.
    pub fn put(&self, server: ServerId, team: Arc<Team>, now: Time) -> Arc<Team> {
        let mut kept = self.kept();
        if let Some(entry) = kept.teams.get(&server)
            && entry.team.is_later_than(&team)
        {
            return Arc::clone(&entry.team);
        }
        if kept.teams.len() >= MOST_TEAMS && !kept.teams.contains_key(&server) {
            kept.make_room();
        }
        let entry = Entry { team: Arc::clone(&team), used: now, confirmed: now };
        kept.teams.insert(server, entry);
        team
    }

    /// Lets go of teams that stand over other built-in rules than these.
    pub fn keep_those_over(&self, builtin: &Arc<Checker>) {
        self.kept().teams.retain(|_, entry| Arc::ptr_eq(&entry.team.builtin, builtin));
    }

    /// A poisoned lock is a panic elsewhere; what is kept is whole all the same.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn look_through(&mut self, now: Time) {
        if now.0.saturating_sub(self.looked_through.0) >= LOOK_THROUGH {
            self.looked_through = now;
            self.teams.retain(|_, entry| now.0.saturating_sub(entry.used.0) < IDLE);
        }
    }

    fn make_room(&mut self) {
        let longest = self.teams.iter().min_by_key(|(server, entry)| (entry.used, **server));
        if let Some(server) = longest.map(|(server, _)| *server) {
            self.teams.remove(&server);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Version;
    use crate::ruleset::RuleSet;
    use crate::store::RememberedTeam;

    fn team(rules: i64) -> Arc<Team> {
        let builtin = Arc::new(Checker::new(RuleSet::languages(&[]).0));
        let versions = Versions { rules: Version(rules), settings: Version(0) };
        Arc::new(Team::new(&builtin, RememberedTeam { versions, ..RememberedTeam::default() }))
    }

    #[test]
    fn a_team_is_trusted_for_a_while_then_confirmed_and_dropped_when_idle() {
        let shelf = Shelf::default();
        let (one, other) = (ServerId(1), ServerId(2));
        shelf.put(one, team(1), Time(1_000));
        shelf.put(other, team(1), Time(1_000));
        assert!(shelf.fresh(one, Time(1_000 + TRUSTED - 1)).is_some());
        assert!(shelf.fresh(one, Time(1_000 + TRUSTED)).is_none());
        // A clock that was set back is not trusted either.
        assert!(shelf.fresh(one, Time(900)).is_none());
        let now = Time(1_000 + TRUSTED);
        let versions = team(1).versions;
        assert!(shelf.confirm(one, Versions { rules: Version(2), ..versions }, now).is_none());
        assert!(shelf.confirm(one, versions, now).is_some());
        assert!(shelf.fresh(one, now).is_some());
        shelf.fresh(one, Time(1_000 + IDLE));
        assert!(shelf.whatever(one).is_some());
        assert!(shelf.whatever(other).is_none());
    }

    #[test]
    fn a_later_team_is_not_replaced_and_the_longest_unused_makes_room() {
        let shelf = Shelf::default();
        let first = ServerId(0);
        shelf.put(first, team(2), Time(1));
        assert_eq!(shelf.put(first, team(1), Time(2)).versions.rules, Version(2));
        assert_eq!(shelf.put(first, team(3), Time(2)).versions.rules, Version(3));
        let shared = team(1);
        for server in 1..=MOST_TEAMS as u64 {
            shelf.put(ServerId(server), Arc::clone(&shared), Time(10 + server as i64));
        }
        assert!(shelf.whatever(first).is_none());
        assert!(shelf.whatever(ServerId(1)).is_some());
        assert_eq!(shelf.kept().teams.len(), MOST_TEAMS);
    }
}
