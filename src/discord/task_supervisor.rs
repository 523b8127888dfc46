//! What is being done: each event on its own, so that one that fails costs nothing but itself, and all of it
//! waited for before the program ends.

use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::Duration;

use tokio_util::task::TaskTracker;

/// An event on which our own code broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an event broke our code")]
pub struct Broken;

/// The events that are being handled.
#[derive(Debug, Default)]
pub struct TaskSupervisor {
    running: TaskTracker,
    is_over: AtomicBool,
}

impl TaskSupervisor {
    /// Handles one event; nothing happens once the program ends.
    ///
    /// It stays within the task that asks: handing it to another one takes longer than most of the work does.
    ///
    /// # Errors
    /// [`Broken`] if the handling panicked.
    pub async fn handle(&self, event: impl Future<Output = ()>) -> Result<(), Broken> {
        if self.is_over.load(Ordering::Acquire) {
            return Ok(());
        }
        let mut event = pin!(self.running.track_future(event));
        // An event that broke is never asked again, so nothing half done of it is seen.
        poll_fn(|context| {
            let polled = catch_unwind(AssertUnwindSafe(|| event.as_mut().poll(context)));
            polled.map_or(Poll::Ready(Err(Broken)), |polled| polled.map(Ok))
        })
        .await
    }

    /// Begins work for which nobody waits, but the end of the program; nothing happens once that has come.
    pub fn begin(&self, work: impl Future<Output = ()> + Send + 'static) {
        if !self.is_over.load(Ordering::Acquire) {
            self.running.spawn(work);
        }
    }

    /// Counts work as running until it ends, so that it is waited for as well.
    pub async fn follow<T>(&self, work: impl Future<Output = T>) -> T {
        self.running.track_future(work).await
    }

    /// How much is running.
    pub fn running(&self) -> usize {
        self.running.len()
    }

    /// From now on nothing new is begun.
    pub fn end(&self) {
        self.is_over.store(true, Ordering::Release);
        self.running.close();
    }

    /// Waits for what is running; how much still is when the patience is over.
    pub async fn finished(&self, patience: Duration) -> usize {
        let _: Result<(), tokio::time::error::Elapsed> =
            tokio::time::timeout(patience, self.running.wait()).await;
        self.running.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_costs_one_event() {
        let work = TaskSupervisor::default();
        assert_eq!(work.handle(async { panic!("a word of a draft") }).await, Err(Broken));
        assert_eq!(work.handle(async {}).await, Ok(()));
    }

    #[tokio::test]
    async fn what_runs_is_waited_for_and_nothing_new_begins() {
        let work = std::sync::Arc::new(TaskSupervisor::default());
        let (go, wait) = tokio::sync::oneshot::channel::<()>();
        let (began, has_begun) = tokio::sync::oneshot::channel::<()>();
        let running = tokio::spawn({
            let work = std::sync::Arc::clone(&work);
            async move {
                work.handle(async move {
                    began.send(()).unwrap();
                    wait.await.unwrap();
                })
                .await
            }
        });
        has_begun.await.unwrap();
        work.end();
        assert_eq!(work.finished(Duration::ZERO).await, 1);
        assert_eq!(work.handle(async { panic!("not begun") }).await, Ok(()));
        go.send(()).unwrap();
        assert_eq!(work.finished(Duration::from_secs(30)).await, 0);
        assert_eq!(running.await.unwrap(), Ok(()));
    }
}
