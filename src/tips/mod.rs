//! Tips on the principles of service: which one is next, and when.
//!
//! Pure: the deck, what was shown, the day and the time are handed in. [`choose`] and [`upcoming`] say
//! which tip a server sees on a day, [`pick`] one out of turn; [`due`] whether its time has come. Which days have
//! passed and what was shown is remembered elsewhere.

mod choose;
mod deck;
mod due;
mod holidays;
mod order;
mod schedule;

pub use choose::{Choices, Focus, Shown, choose, upcoming};
pub use deck::Deck;
pub use due::{Due, due, next_days, next_due};
pub use holidays::{greek_holidays, is_greek_holiday, orthodox_easter};
pub use order::{pick, pick_of, seed_of};
pub use schedule::{Holidays, LATE_LIMIT, Schedule, Weekdays, Zone};
