//! The gate through which every connection to the gateway begins, so that a gateway that closes right away is not
//! connected to in a storm.
//!
//! serenity reconnects right away and without end. For each one it reads the address from a lock
//! that the client shares with us. We hold that lock, and open it for a moment now and then: the lock is fair, so
//! the one that waited is let through, and we see that somebody was.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Wake, Waker};
use std::thread::{self, ThreadId};
use std::time::Duration;

use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::task::unconstrained;
use tokio::time::{Instant, sleep};

use super::backoff::Backoff;
use super::monitor::Monitor;

/// Between two moments at which the gate opens.
const GLANCE: Duration = Duration::from_millis(100);
/// Connections of this time, for each shard, count. With the longest wait of the back-off some 750 begin on a day,
/// and Discord allows 1000.
const WINDOW: Duration = Duration::from_secs(30 * 60);
/// Connections within that time which each shard may begin without a wait: Discord asks for new ones now and then.
const FREE: usize = 2;

/// How fast connections may follow one another.
#[derive(Debug)]
struct Pace {
    begun: VecDeque<Instant>,
    window: Duration,
    free: usize,
    backoff: Backoff,
}

impl Pace {
    fn new(shards: u32, backoff: Backoff) -> Pace {
        let free = FREE.saturating_mul(shards as usize);
        Pace { begun: VecDeque::new(), window: WINDOW * shards, free, backoff }
    }

    /// Notes that a connection begins; how long the next one has to wait.
    fn begun(&mut self, now: Instant) -> Duration {
        self.begun.push_back(now);
        while self.begun.front().is_some_and(|first| now.duration_since(*first) > self.window) {
            self.begun.pop_front();
        }
        match self.begun.len().checked_sub(self.free) {
            None => Duration::ZERO,
            Some(more) => self.backoff.wait(u32::try_from(more).unwrap_or(u32::MAX)),
        }
    }
}

/// Keeps the gate for as long as a client lives.
pub async fn keep(address: Arc<Mutex<String>>, shards: u32, backoff: Backoff, monitor: &Monitor) {
    let mut pace = Pace::new(shards, backoff);
    let mut number: u64 = 0;
    let mut held = Arc::clone(&address).lock_owned().await;
    loop {
        sleep(GLANCE).await;
        let let_through;
        (held, let_through) = open(&address, held).await;
        if let_through {
            number += 1;
            let wait = pace.begun(Instant::now());
            monitor.connecting(number > u64::from(shards), wait);
            sleep(wait).await;
        }
    }
}

/// Opens the gate for a moment and returns whether somebody was let through.
///
/// We queue for the lock before we release it. If nobody is ahead of us, the release hands the lock to us directly, on
/// this thread, and the waker notices. Checking afterwards whether the lock is free would be too late: whoever was let
/// through may already be done.
async fn open(
    address: &Arc<Mutex<String>>,
    held: OwnedMutexGuard<String>,
) -> (OwnedMutexGuard<String>, bool) {
    let handed = Arc::new(Handed { by: thread::current().id(), at_once: AtomicBool::new(false) });
    let mut next = pin!(unconstrained(Arc::clone(address).lock_owned()));
    let waker = Waker::from(Arc::clone(&handed));
    let queued = next.as_mut().poll(&mut Context::from_waker(&waker)).is_pending();
    drop(held);
    let let_through = queued && !handed.at_once.load(Ordering::Relaxed);
    (next.await, let_through)
}

/// Notes whether the lock is handed on by a thread of ours.
struct Handed {
    by: ThreadId,
    at_once: AtomicBool,
}

impl Wake for Handed {
    fn wake(self: Arc<Self>) {
        if thread::current().id() == self.by {
            self.at_once.store(true, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_connections_are_free_and_then_each_waits_longer() {
        let (begun, mut pace) = (Instant::now(), Pace::new(1, Backoff::default()));
        let rows =
            [(0, 0), (1, 1), (1, 2), (2, 4), (3, 8), (4, 16), (5, 32), (6, 64), (7, 120), (7, 120)];
        for (at, wait) in rows {
            assert_eq!(pace.begun(begun + Duration::from_secs(at)).as_secs(), wait, "at {at}");
        }
        let later = begun + WINDOW + Duration::from_secs(60);
        assert_eq!(pace.begun(later), Duration::ZERO, "after a good while all is as at first");
    }

    #[test]
    fn a_gateway_that_always_closes_takes_less_sessions_than_discord_gives_a_day() {
        for shards in [1, 16] {
            let mut pace = Pace::new(shards, Backoff::default());
            let begun = Instant::now();
            let (mut after, mut count) = (Duration::ZERO, 0);
            while after < Duration::from_secs(24 * 60 * 60) {
                after += pace.begun(begun + after).max(GLANCE);
                count += 1;
            }
            assert!(count < 1_000, "{count} connections of {shards} shards");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_waits_is_let_through_one_at_a_time() {
        let address = Arc::new(Mutex::new("ws://gateway".to_owned()));
        let backoff = Backoff { first: Duration::from_secs(10), longest: Duration::from_secs(40) };
        let monitor = Arc::new(Monitor::default());
        let gate = tokio::spawn({
            let (address, monitor) = (Arc::clone(&address), Arc::clone(&monitor));
            async move { keep(address, 1, backoff, &monitor).await }
        });
        tokio::task::yield_now().await;
        let (begun, mut waited) = (Instant::now(), Vec::new());
        for _ in 0..5 {
            drop(address.lock().await);
            waited.push(begun.elapsed().as_secs());
        }
        gate.abort();
        // The first two are free; after the second the waits begin.
        assert_eq!(waited, [0, 0, 10, 30, 70]);
    }
}
