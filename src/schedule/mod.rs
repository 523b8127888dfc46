//! When something is due: time zones, days of the week, holidays.
//!
//! Pure: the day and the time are handed in, and which days have passed is remembered elsewhere.

mod calendar;
mod due;
mod holidays;
mod places;

pub use calendar::{Holidays, LATE_LIMIT, Schedule, Weekdays, Zone};
pub use due::{Due, due, next_days, next_due};
pub use holidays::{greek_holidays, is_greek_holiday, orthodox_easter};
pub use places::{PLACES, Place, offset_named, zone_of_offset, zone_of_place};
