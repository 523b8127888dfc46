//! What time it is, as it is handed in: a test moves it.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::Notify;

/// A clock. Clones are the same clock.
#[derive(Clone)]
pub struct Clock {
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    moved: Arc<Notify>,
}

impl Clock {
    /// A clock that shows what `now` gives.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Clock {
        Clock { now: Arc::new(now), moved: Arc::default() }
    }

    /// What it shows.
    pub fn now(&self) -> Timestamp {
        (self.now)()
    }

    /// To be called where it was moved by hand, so that whoever waits looks at it again.
    pub fn was_moved(&self) {
        self.moved.notify_one();
    }

    /// Comes back when it was moved by hand.
    pub(super) async fn moved(&self) {
        self.moved.notified().await;
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Clock")
    }
}
