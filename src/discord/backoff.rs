//! How long to wait between tries: longer each time, up to a limit.

use std::time::Duration;

/// Waits between tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    /// After the first try.
    pub first: Duration,
    /// However often it was tried.
    pub longest: Duration,
}

impl Default for Backoff {
    fn default() -> Backoff {
        Backoff { first: Duration::from_secs(1), longest: Duration::from_secs(120) }
    }
}

impl Backoff {
    /// The wait after so many tries before the last one: twice as long each time.
    pub fn wait(&self, earlier: u32) -> Duration {
        let factor = 2_u32.checked_pow(earlier).unwrap_or(u32::MAX);
        self.first.saturating_mul(factor).min(self.longest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_limit() {
        let backoff = Backoff::default();
        let rows =
            [(0, 1), (1, 2), (2, 4), (6, 64), (7, 120), (31, 120), (32, 120), (u32::MAX, 120)];
        for (earlier, seconds) in rows {
            assert_eq!(backoff.wait(earlier), Duration::from_secs(seconds), "{earlier}");
        }
    }
}
