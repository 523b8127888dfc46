//! Our clock compared with Discord's. Ours may be wrong by years after a dead battery or a restored image; what is old
//! would then be deleted, and tips posted on the wrong days.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::Instant;
use tracing::{info, warn};

use super::connect::{self, Told};
use super::locked;
use super::monitor::Monitor;
use super::requests::Requests;
use super::{Clock, Settings};
use crate::model::Time;

/// Seconds by which the clocks may differ.
pub(super) const APART: i64 = 5 * 60;

/// The time on Discord, and how long ago that was by a clock that is never set.
#[derive(Debug, Clone, Copy)]
struct Reading {
    date: Time,
    at: Instant,
}

/// Whether our clock is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// It is.
    Right,
    /// The time of Discord is not known.
    Unknown,
    /// Seconds by which it is ahead, or behind if negative.
    Off(i64),
}

/// Compares our clock with Discord's; asks Discord again while they differ or nothing is known.
pub struct DiscordClock {
    requests: Arc<Requests>,
    ours: Clock,
    monitor: Arc<Monitor>,
    /// Between two questions while the clocks differ.
    pub(super) pause: Duration,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    reading: Option<Reading>,
    asked: Option<Instant>,
    told: Agreement,
}

impl DiscordClock {
    /// Begins with what Discord said at the start.
    pub fn new(settings: &Settings, requests: Arc<Requests>, date: Option<Time>) -> DiscordClock {
        let reading = date.map(|date| Reading { date, at: Instant::now() });
        DiscordClock {
            requests,
            ours: settings.clock.clone(),
            monitor: Arc::clone(&settings.monitor),
            pause: settings.backoff.longest,
            state: Mutex::new(State { reading, asked: None, told: Agreement::Right }),
        }
    }

    /// Whether our clock is right; what depends on the day waits until it is.
    pub async fn is_right(&self) -> bool {
        let mut agreement = self.agreement();
        if agreement != Agreement::Right
            && self.may_ask()
            && let Ok(Told { date: Some(date), .. }) = connect::gateway(&self.requests).await
        {
            locked(&self.state).reading = Some(Reading { date, at: Instant::now() });
            agreement = self.agreement();
        }
        self.tell(agreement);
        agreement == Agreement::Right
    }

    fn agreement(&self) -> Agreement {
        let Some(reading) = locked(&self.state).reading else { return Agreement::Unknown };
        let passed = i64::try_from(reading.at.elapsed().as_secs()).unwrap_or(i64::MAX);
        agreement(self.ours.now(), reading.date.plus(passed))
    }

    fn may_ask(&self) -> bool {
        let mut state = locked(&self.state);
        // The first answer may have come just before the clock was set.
        let may = state.told == Agreement::Right
            || state.asked.is_none_or(|asked| asked.elapsed() >= self.pause);
        if may {
            state.asked = Some(Instant::now());
        }
        may
    }

    /// Tells what has changed.
    fn tell(&self, agreement: Agreement) {
        let off = if let Agreement::Off(seconds) = agreement { seconds } else { 0 };
        self.monitor.metrics.clock_difference.set(off);
        let mut state = locked(&self.state);
        let is_new = std::mem::discriminant(&state.told) != std::mem::discriminant(&agreement);
        state.told = agreement;
        match agreement {
            _ if !is_new => (),
            Agreement::Right => info!("our clock agrees with Discord's"),
            Agreement::Unknown => {
                warn!(
                    "Discord does not say what time it is; no tip is posted and nothing is swept"
                );
            }
            Agreement::Off(ahead) => {
                warn!(
                    ahead,
                    "our clock is wrong by Discord's; no tip is posted and nothing is swept"
                );
            }
        }
    }
}

/// How our time is by Discord's.
pub(super) fn agreement(ours: Time, discords: Time) -> Agreement {
    match ours.0.saturating_sub(discords.0) {
        ahead if (-APART..=APART).contains(&ahead) => Agreement::Right,
        ahead => Agreement::Off(ahead),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_may_differ_by_five_minutes() {
        const DAY: i64 = 86_400;
        let discords = Time(1_795_595_400);
        let rows = [
            (0, Agreement::Right),
            (300, Agreement::Right),
            (-300, Agreement::Right),
            (301, Agreement::Off(301)),
            (-301, Agreement::Off(-301)),
            (10 * DAY, Agreement::Off(10 * DAY)),
            (-10 * DAY, Agreement::Off(-10 * DAY)),
            (366 * DAY, Agreement::Off(366 * DAY)),
            (-366 * DAY, Agreement::Off(-366 * DAY)),
            (3_653 * DAY, Agreement::Off(3_653 * DAY)),
            (-3_653 * DAY, Agreement::Off(-3_653 * DAY)),
        ];
        for (ahead, expected) in rows {
            assert_eq!(agreement(discords.plus(ahead), discords), expected, "{ahead}");
        }
    }
}
