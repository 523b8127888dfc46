//! What is done beside all events: counts written down, and what was kept long enough let go.

use std::sync::Arc;
use std::time::Duration;

use tracing::{error, info};

use super::front::Front;

/// Between two times that counts are written down: as much is lost if the machine dies.
const COUNTS: Duration = Duration::from_secs(10);
/// How many of those pass before what is old is let go.
const SWEEP_EVERY: u32 = 6 * 60 * 6;

/// Keeps house for as long as the bot runs.
pub async fn keep(front: Arc<Front>) {
    let mut turns = tokio::time::interval(COUNTS);
    let mut number: u32 = 0;
    loop {
        turns.tick().await;
        write_down(&front).await;
        if number.is_multiple_of(SWEEP_EVERY) {
            sweep(&front).await;
        }
        number = number.wrapping_add(1);
    }
}

/// Writes down what was counted.
pub async fn write_down(front: &Front) {
    if let Err(trouble) = front.reception.teams().flush().await {
        error!(error = %trouble, "counts were not written down, they wait");
    }
}

async fn sweep(front: &Front) {
    match front.reception.teams().sweep(front.clock.now()).await {
        Ok(0) => (),
        Ok(rows) => info!(rows, "let go of what was kept long enough"),
        Err(trouble) => error!(error = %trouble, "what is old was not let go of"),
    }
}
