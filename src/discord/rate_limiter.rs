//! Requests that nobody waits for, one after another: Discord takes fifty a second from a bot, and answers to
//! people come first.

use std::sync::Mutex;
use std::time::Duration;

use tokio::time::Instant;

use super::locked;

/// Gives everybody a turn, so many a second.
#[derive(Debug)]
pub struct RateLimiter {
    gap: Duration,
    next: Mutex<Instant>,
}

impl RateLimiter {
    /// So many turns a second.
    pub fn new(per_second: u32) -> RateLimiter {
        let gap = Duration::from_secs(1) / per_second.max(1);
        RateLimiter { gap, next: Mutex::new(Instant::now()) }
    }

    /// Comes back when it is the caller's turn, in the order of calls.
    pub async fn turn(&self) {
        let at = self.next_after(Instant::now());
        tokio::time::sleep_until(at).await;
    }

    /// The next free turn, which is taken by that.
    fn next_after(&self, now: Instant) -> Instant {
        let mut next = locked(&self.next);
        let at = (*next).max(now);
        *next = at + self.gap;
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn turns_come_one_after_another_and_are_not_saved_up() {
        let rate_limiter = RateLimiter::new(20);
        let begun = Instant::now();
        let millis = |after| begun + Duration::from_millis(after);
        for (now, turn) in
            [(0, 0), (0, 50), (0, 100), (120, 150), (10_000, 10_000), (10_000, 10_050)]
        {
            assert_eq!(rate_limiter.next_after(millis(now)), millis(turn), "at {now}");
        }
    }
}
