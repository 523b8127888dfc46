//! Background work: writes counts to storage, deletes what has been kept long enough, and refreshes the drafts channels
//! of teams.

use std::sync::Arc;
use std::time::Duration;

use tracing::info;

use super::discord_clock::DiscordClock;
use super::handler::Handler;
use super::metrics::Queue;

/// Between two times that counts are written down: as much is lost if the machine dies.
const COUNTS: Duration = Duration::from_secs(10);
/// How many of those pass before what is old is let go.
const SWEEP_EVERY: u32 = 6 * 60 * 6;
/// And before the drafts channels are learned anew: what leads change here is known at once, what they change
/// in another process after five minutes.
const LEARN_EVERY: u32 = 6 * 5;

/// Keeps house for as long as the bot runs.
pub async fn keep(handler: Arc<Handler>, discord_clock: Arc<DiscordClock>) {
    let mut turns = tokio::time::interval(COUNTS);
    let mut number: u32 = 0;
    let mut has_learned = false;
    let mut sweeps = true;
    loop {
        turns.tick().await;
        write_down(&handler).await;
        count(&handler);
        // They were learned at the start; where storage was away it is tried again with the next turn.
        if number > 0 && (number.is_multiple_of(LEARN_EVERY) || !has_learned) {
            has_learned = learn(&handler).await;
        }
        sweeps |= number.is_multiple_of(SWEEP_EVERY);
        // By a clock that is years ahead everything is old.
        if sweeps && discord_clock.is_right().await {
            sweep(&handler).await;
            sweeps = false;
        }
        number = number.wrapping_add(1);
    }
}

/// Counts what is under way, and what waits.
fn count(handler: &Handler) {
    let (metrics, queued) = (&handler.monitor.metrics, handler.app.teams().queued());
    metrics.working.set(i64::try_from(handler.work.running()).unwrap_or(i64::MAX));
    metrics.queued(Queue::Checks, queued.checks);
    metrics.queued(Queue::Reports, queued.looks);
    metrics.queued(Queue::Rules, queued.loads);
}

/// Writes down what was counted.
pub async fn write_down(handler: &Handler) {
    if let Err(error) = handler.app.teams().flush().await {
        handler.monitor.storage_failed(&error, "counts were not written down, they wait");
    }
}

/// Learns the drafts channels of all teams. Whether that worked.
pub async fn learn(handler: &Handler) -> bool {
    let learned = handler.app.teams().learn_drafts_channels().await;
    if let Err(error) = &learned {
        let what = "the drafts channels of teams are not known, they stay as they were";
        handler.monitor.storage_failed(error, what);
    }
    learned.is_ok()
}

async fn sweep(handler: &Handler) {
    match handler.app.teams().sweep(handler.clock.now(), handler.retention).await {
        Ok(rows) => {
            handler.monitor.metrics.swept.inc_by(rows);
            info!(rows, "let go of what was kept long enough");
        }
        Err(error) => handler.monitor.storage_failed(&error, "what is old was not let go of"),
    }
}
