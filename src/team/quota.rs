//! How often each of many may ask for something within a minute.

use std::hash::Hash;
use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

use lru::LruCache;

use crate::model::Time;

/// The time over which requests are counted, in seconds.
const WINDOW: i64 = 60;
/// How many are counted at a time; beyond that, those are forgotten who asked longest ago.
const MOST: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();

/// The requests of each in the minute that began with the first of them.
#[derive(Debug)]
pub struct Quota<K: Hash + Eq> {
    per_minute: u32,
    counted: Mutex<LruCache<K, (Time, u32)>>,
}

impl<K: Hash + Eq> Quota<K> {
    /// Lets each have this many requests a minute.
    pub fn new(per_minute: u32) -> Quota<K> {
        Quota { per_minute, counted: Mutex::new(LruCache::new(MOST)) }
    }

    /// Whether another request is allowed now, which then counts.
    pub fn allows(&self, who: K, now: Time) -> bool {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, count) = counted.get_or_insert_mut(who, || (now, 0));
        // A clock that was set back begins another minute.
        if !(0..WINDOW).contains(&now.0.saturating_sub(since.0)) {
            (*since, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
        *count <= self.per_minute
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_minute_of_their_own() {
        let quota = Quota::new(2);
        for (who, second, expected) in [
            (1, 0, true),
            (1, 10, true),
            (1, 20, false),
            (2, 20, true),
            (1, 59, false),
            (1, 60, true),
            (1, 61, true),
            (1, 62, false),
            (1, 40, true),
        ] {
            assert_eq!(quota.allows(who, Time(second)), expected, "{who} at {second}");
        }
        for who in 0..2 * MOST.get() as i64 {
            quota.allows(who, Time(100));
        }
        assert_eq!(quota.counted.lock().unwrap().len(), MOST.get());
    }
}
