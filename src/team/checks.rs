//! Where drafts are checked: outside the threads that answer, and a limited number at a time.
//!
//! A check is work for a processor and nothing else. On a thread that serves a chat it would hold up everybody whose
//! turn comes there; so each goes to a thread of its own, and where many come at once they wait for one another.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::Error;

/// Checks at the same time; the others wait in the order in which they came.
const MOST_AT_ONCE: usize = 4;

/// The room for checks.
#[derive(Debug)]
pub(super) struct Checks {
    room: Arc<Semaphore>,
}

impl Default for Checks {
    fn default() -> Checks {
        Checks { room: Arc::new(Semaphore::new(MOST_AT_ONCE)) }
    }
}

impl Checks {
    /// Runs work with a checker once there is room. Only the end of the work frees it, not a caller that stops waiting.
    ///
    /// # Panics
    /// If the work panics, so that the caller gets an error as usual.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let turn = Arc::clone(&self.room).acquire_owned().await.map_err(|_| Error::Stopped)?;
        let working = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        match working.await {
            Ok(done) => Ok(done),
            Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
            Err(_) => Err(Error::Stopped),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn no_more_than_so_many_are_done_at_once_and_nobody_else_waits() {
        let checks = Arc::new(Checks::default());
        let running = Arc::new(AtomicUsize::new(0));
        let (go, wait) = mpsc::channel::<()>();
        let wait = Arc::new(std::sync::Mutex::new(wait));
        let begin = |_| {
            let (checks, running, wait) =
                (Arc::clone(&checks), Arc::clone(&running), Arc::clone(&wait));
            tokio::spawn(async move {
                let work = move || {
                    running.fetch_add(1, Ordering::SeqCst);
                    wait.lock().unwrap().recv().unwrap();
                };
                checks.run(work).await
            })
        };
        let all: Vec<_> = (0..MOST_AT_ONCE + 3).map(begin).collect();
        // This test has one thread, which goes on although every place is taken.
        while running.load(Ordering::SeqCst) < MOST_AT_ONCE {
            tokio::task::yield_now().await;
        }
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        assert_eq!(running.load(Ordering::SeqCst), MOST_AT_ONCE);
        (0..all.len()).for_each(|_| go.send(()).unwrap());
        for one in all {
            assert!(one.await.unwrap().is_ok());
        }
        assert_eq!(running.load(Ordering::SeqCst), MOST_AT_ONCE + 3);
    }

    #[tokio::test]
    async fn a_panic_reaches_whoever_asked_and_makes_room() {
        let checks = Arc::new(Checks::default());
        for _ in 0..MOST_AT_ONCE {
            let checks = Arc::clone(&checks);
            let broken = tokio::spawn(async move { checks.run(|| panic!("in a check")).await });
            assert!(broken.await.is_err_and(|error| error.is_panic()));
        }
        assert!(matches!(checks.run(|| 7).await, Ok(7)));
    }
}
