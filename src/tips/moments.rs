//! Days and moments as storage has them, and as calendars do.

use jiff::civil::{Date, date};
use jiff::{Span, Timestamp};

use crate::model::{Day, Time};

const EPOCH: Date = date(1970, 1, 1);

/// A moment as storage has it.
pub(super) fn time(at: Timestamp) -> Time {
    Time(at.as_second())
}

/// A moment of storage's; the nearest that a calendar has.
pub(super) fn moment(time: Time) -> Timestamp {
    let nearest = if time.0 < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_second(time.0).unwrap_or(nearest)
}

/// A day as storage has it.
pub(super) fn day(date: Date) -> Day {
    Day(date.since(EPOCH).map_or(0, |span| i64::from(span.get_days())))
}

/// A day of storage's; `None` for one that no calendar has.
pub(super) fn date_of(day: Day) -> Option<Date> {
    EPOCH.checked_add(Span::new().try_days(day.0).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_come_back() {
        for (text, number) in [("1970-01-01", 0), ("2028-02-29", 21_243), ("1969-12-31", -1)] {
            let date: Date = text.parse().unwrap();
            assert_eq!(day(date), Day(number), "{text}");
            assert_eq!(date_of(Day(number)), Some(date));
        }
        assert_eq!(date_of(Day(i64::MAX)), None);
        assert_eq!(moment(Time(i64::MAX)), Timestamp::MAX);
        assert_eq!(time(moment(Time(1_800_000_000))), Time(1_800_000_000));
    }
}
