//! Requests that nobody waits for, one after another: Discord takes fifty a second from a bot, and answers to
//! people come first.

use std::sync::Mutex;
use std::time::Duration;

use tokio::time::Instant;

use super::front::locked;

/// Gives everybody a turn, so many a second.
#[derive(Debug)]
pub struct Pacer {
    gap: Duration,
    next: Mutex<Instant>,
}

impl Pacer {
    /// So many turns a second.
    pub fn new(per_second: u32) -> Pacer {
        let gap = Duration::from_secs(1) / per_second.max(1);
        Pacer { gap, next: Mutex::new(Instant::now()) }
    }

    /// Comes back when it is the caller's turn, in the order of calls.
    pub async fn turn(&self) {
        let at = {
            let mut next = locked(&self.next);
            let at = (*next).max(Instant::now());
            *next = at + self.gap;
            at
        };
        tokio::time::sleep_until(at).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn turns_come_one_after_another_and_are_not_saved_up() {
        let pacer = Pacer::new(20);
        let begun = Instant::now();
        for number in 0..5 {
            pacer.turn().await;
            assert_eq!(begun.elapsed(), Duration::from_millis(50 * number));
        }
        tokio::time::sleep(Duration::from_secs(10)).await;
        let begun = Instant::now();
        pacer.turn().await;
        pacer.turn().await;
        assert_eq!(begun.elapsed(), Duration::from_millis(50));
    }
}
