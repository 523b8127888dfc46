//! The only place that reads the clock; everything else is given the time.

use jiff::Timestamp;

use crate::model::Time;

/// The present moment.
#[expect(clippy::disallowed_methods, reason = "somebody has to look at the clock")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// The same, as storage counts it.
pub fn stored_now() -> Time {
    Time(now().as_second())
}
