//! How long a thread has worked.

use std::time::Duration;

/// The CPU time of the current thread.
#[cfg(target_os = "linux")]
pub fn worked() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap_or_default()
}

/// On other systems, elapsed time is close enough.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::disallowed_methods, reason = "it says whose turn it is, never what comes out")]
pub fn worked() -> Duration {
    static BEGUN: std::sync::LazyLock<std::time::Instant> =
        std::sync::LazyLock::new(std::time::Instant::now);
    BEGUN.elapsed()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn work_counts_and_sleep_does_not() {
        let before = worked();
        std::thread::sleep(Duration::from_millis(300));
        assert!(worked() - before < Duration::from_millis(200));
        while worked() - before < Duration::from_millis(10) {
            std::hint::spin_loop();
        }
    }
}
