//! Whether a tip is due. A day is claimed before its tip is posted, so a claimed day is never due again.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::calendar::Schedule;

/// Days without a tip in a row that are looked through, beside those of the team's own.
const MOST_DAYS: usize = 60;

/// What there is to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Claim the day and post its tip.
    Now {
        /// The day.
        day: Date,
        /// How long ago it was due.
        late: SignedDuration,
    },
    /// Nothing until then.
    Wait {
        /// The next moment to look again.
        until: Timestamp,
        /// The day of the next tip.
        day: Date,
    },
    /// Nothing, as the schedule has no day.
    Never,
}

/// Whether a tip is due now, or else when: no day up to `last_claimed` gets one, and none that is over its limit.
pub fn due(schedule: &Schedule, now: Timestamp, last_claimed: Option<Date>) -> Due {
    let today = schedule.zone.rules().to_datetime(now).date();
    let is_free = last_claimed.is_none_or(|last| today > last);
    if let Some(moment) = schedule.moment(today).filter(|_| is_free) {
        let late = now.duration_since(moment);
        if !late.is_negative() && late <= schedule.late_limit {
            return Due::Now { day: today, late };
        }
    }
    match next_due(schedule, now, last_claimed) {
        Some((day, until)) => Due::Wait { until, day },
        None => Due::Never,
    }
}

/// The next day with a tip after a moment, and when it comes.
pub fn next_due(
    schedule: &Schedule,
    after: Timestamp,
    last_claimed: Option<Date>,
) -> Option<(Date, Timestamp)> {
    let today = schedule.zone.rules().to_datetime(after).date();
    let first = match last_claimed {
        Some(last) if last >= today => last.tomorrow().ok()?,
        _ => today,
    };
    // A day of the week comes every seventh day; each day left out puts it off by as much at most.
    let most = MOST_DAYS + 7 * schedule.left_out.len();
    let days = std::iter::successors(Some(first), |day| day.tomorrow().ok()).take(most);
    let moments = days.filter_map(|day| Some((day, schedule.moment(day)?)));
    moments.into_iter().find(|(_, moment)| *moment > after)
}

/// The next days with a tip after a moment, at most `most`.
pub fn next_days(
    schedule: &Schedule,
    after: Timestamp,
    last_claimed: Option<Date>,
    most: usize,
) -> Vec<(Date, Timestamp)> {
    let first = next_due(schedule, after, last_claimed);
    let next = |(day, moment): &(Date, Timestamp)| next_due(schedule, *moment, Some(*day));
    std::iter::successors(first, next).take(most).collect()
}
