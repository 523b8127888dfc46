//! The compiled rules of teams, as many as are in use.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lru::LruCache;

use super::{MAX_CACHED_BYTES, Team};
use crate::check::Checker;
use crate::model::{ServerId, Time};
use crate::store::Versions;

/// The most teams in the cache; the one unused for longest makes room.
const MOST_TEAMS: NonZeroUsize = NonZeroUsize::new(4_000).unwrap();
/// A team that was not used for this many seconds is dropped.
const IDLE: i64 = 6 * 3_600;
/// Seconds during which storage is not asked whether another process has changed something.
const TRUSTED: i64 = 5;

/// Compiled teams by their server.
#[derive(Debug)]
pub(super) struct TeamCache {
    entries: Mutex<LruCache<ServerId, Entry>>,
    most_bytes: usize,
}

#[derive(Debug)]
struct Entry {
    team: Arc<Team>,
    used: Time,
    confirmed: Time,
}

impl Default for TeamCache {
    fn default() -> TeamCache {
        TeamCache::of(MAX_CACHED_BYTES)
    }
}

impl TeamCache {
    /// Keeps this many bytes.
    fn of(most_bytes: usize) -> TeamCache {
        TeamCache { entries: Mutex::new(LruCache::new(MOST_TEAMS)), most_bytes }
    }

    /// The team, if it is known to be as storage has it.
    pub fn fresh(&self, server: ServerId, now: Time) -> Option<Arc<Team>> {
        let mut entries = self.entries();
        while let Some((_, entry)) = entries.peek_lru()
            && now.0.saturating_sub(entry.used.0) >= IDLE
        {
            entries.pop_lru();
        }
        let entry = entries.get_mut(&server)?;
        entry.used = now;
        let age = now.0.saturating_sub(entry.confirmed.0);
        (0..TRUSTED).contains(&age).then(|| Arc::clone(&entry.team))
    }

    /// The team, if it is of these versions.
    pub fn confirm(&self, server: ServerId, versions: Versions, now: Time) -> Option<Arc<Team>> {
        let mut entries = self.entries();
        let entry = entries.get_mut(&server)?;
        if entry.team.versions != versions {
            return None;
        }
        entry.confirmed = now;
        Some(Arc::clone(&entry.team))
    }

    /// From now on the team is confirmed before it is used.
    pub fn invalidate(&self, server: ServerId) {
        if let Some(entry) = self.entries().peek_mut(&server) {
            entry.confirmed = Time(i64::MIN);
        }
    }

    /// The team as it was last known.
    pub fn last_known(&self, server: ServerId) -> Option<Arc<Team>> {
        self.entries().peek(&server).map(|entry| Arc::clone(&entry.team))
    }

    /// Puts a team into the cache, unless a later one is there; gives the one that is there then. Large teams make room.
    pub fn put(&self, server: ServerId, team: Arc<Team>, now: Time) -> Arc<Team> {
        let mut entries = self.entries();
        if let Some(entry) = entries.peek(&server)
            && entry.team.is_later_than(&team)
        {
            return Arc::clone(&entry.team);
        }
        let entry = Entry { team: Arc::clone(&team), used: now, confirmed: now };
        entries.put(server, entry);
        make_room(&mut entries, self.most_bytes);
        team
    }

    /// How many teams there are, and what they take in memory, about.
    pub fn size(&self) -> (usize, usize) {
        let entries = self.entries();
        (entries.len(), entries.iter().map(|(_, entry)| entry.team.bytes).sum())
    }

    /// Drops teams over other built-in rules than these.
    pub fn drop_others_than(&self, builtin: &Arc<Checker>) {
        let mut entries = self.entries();
        let is_other = |entry: &Entry| !Arc::ptr_eq(&entry.team.builtin, builtin);
        let others = entries.iter().filter(|(_, entry)| is_other(entry)).map(|(server, _)| *server);
        for server in others.collect::<Vec<_>>() {
            entries.pop(&server);
        }
    }

    /// A poisoned lock is a panic elsewhere; its content is complete all the same.
    fn entries(&self) -> MutexGuard<'_, LruCache<ServerId, Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops teams until all of them fit into `most_bytes`: always the least recently used team that is larger than an
/// equal share. Teams of normal size therefore stay, however many large ones are loaded, and while the total is too
/// large some team is always above its share. The most recently used team is never dropped, or it would be rebuilt for
/// every check. A check that is running with a dropped team keeps it alive until it ends; there are only a few of
/// those.
fn make_room(entries: &mut LruCache<ServerId, Entry>, most_bytes: usize) {
    let mut all: usize = entries.iter().map(|(_, entry)| entry.team.bytes).sum();
    while all > most_bytes {
        let share = most_bytes / entries.len().max(1);
        let others = entries.iter().skip(1);
        let large = others.rev().find(|(_, entry)| entry.team.bytes > share);
        let Some((server, bytes)) = large.map(|(server, entry)| (*server, entry.team.bytes)) else {
            return;
        };
        entries.pop(&server);
        all -= bytes;
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
        let cache = TeamCache::default();
        let (one, other) = (ServerId(1), ServerId(2));
        cache.put(one, team(1), Time(1_000));
        cache.put(other, team(1), Time(1_000));
        assert!(cache.fresh(one, Time(1_000 + TRUSTED - 1)).is_some());
        assert!(cache.fresh(one, Time(1_000 + TRUSTED)).is_none());
        // A clock that was set back is not trusted either.
        assert!(cache.fresh(one, Time(900)).is_none());
        let now = Time(1_000 + TRUSTED);
        let versions = team(1).versions;
        assert!(cache.confirm(one, Versions { rules: Version(2), ..versions }, now).is_none());
        assert!(cache.confirm(one, versions, now).is_some());
        assert!(cache.fresh(one, now).is_some());
        cache.fresh(one, Time(1_000 + IDLE));
        assert!(cache.last_known(one).is_some());
        assert!(cache.last_known(other).is_none());
    }

    #[test]
    fn a_later_team_is_not_replaced_and_the_longest_unused_makes_room() {
        let cache = TeamCache::default();
        let first = ServerId(0);
        cache.put(first, team(2), Time(1));
        assert_eq!(cache.put(first, team(1), Time(2)).versions.rules, Version(2));
        assert_eq!(cache.put(first, team(3), Time(2)).versions.rules, Version(3));
        let shared = team(1);
        for server in 1..=MOST_TEAMS.get() as u64 {
            cache.put(ServerId(server), Arc::clone(&shared), Time(10 + server as i64));
        }
        assert!(cache.last_known(first).is_none());
        assert!(cache.last_known(ServerId(1)).is_some());
        assert_eq!(cache.entries().len(), MOST_TEAMS.get());
    }

    /// A cache of 1,000 bytes with teams that take this many each, in this order.
    fn filled(sizes: &[usize]) -> TeamCache {
        let cache = TeamCache::of(1_000);
        for (server, bytes) in (0..).zip(sizes) {
            let mut sized = Arc::into_inner(team(1)).unwrap();
            sized.bytes = *bytes;
            cache.put(ServerId(server), Arc::new(sized), Time(1));
        }
        cache
    }

    fn kept(cache: &TeamCache) -> Vec<u64> {
        let mut kept: Vec<u64> = cache.entries().iter().map(|(server, _)| server.0).collect();
        kept.sort_unstable();
        kept
    }

    #[test]
    fn together_they_take_no_more_than_the_limit_and_large_ones_make_room() {
        let cases: [(&[usize], &[u64]); 8] = [
            (&[400, 300, 300], &[0, 1, 2]),
            // The one unused for longest goes, and only as many as must.
            (&[400, 300, 300, 1], &[1, 2, 3]),
            (&[400, 400, 400, 400], &[2, 3]),
            // Small ones stay, however long they were not used.
            (&[10, 10, 10, 500, 400, 300], &[0, 1, 2, 4, 5]),
            // One alone may take more than all: it stays as long as it is the last, and small ones next to it.
            (&[5_000], &[0]),
            (&[10, 5_000], &[0, 1]),
            (&[10, 5_000, 10], &[0, 2]),
            (&[500, 5_000], &[0, 1]),
        ];
        for (sizes, expected) in cases {
            assert_eq!(kept(&filled(sizes)), expected, "{sizes:?}");
        }
        let cache = filled(&[400, 300, 300]);
        cache.fresh(ServerId(0), Time(2));
        cache.put(ServerId(9), team(1), Time(2));
        assert_eq!(kept(&cache), [0, 1, 2, 9], "a team without rules of its own takes nothing");
    }

    #[test]
    fn a_team_that_somebody_checks_with_makes_room_and_goes_on() {
        let cache = filled(&[900]);
        let used = cache.last_known(ServerId(0)).unwrap();
        let mut next = Arc::into_inner(team(1)).unwrap();
        next.bytes = 900;
        cache.put(ServerId(1), Arc::new(next), Time(1));
        assert_eq!(kept(&cache), [1]);
        assert_eq!(Arc::strong_count(&used), 1, "its memory is free when the check ends");
    }
}
