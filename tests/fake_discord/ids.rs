//! Ids that are the same in every run, and a clock that only the test moves.

use std::time::Duration;

pub type Id = u64;

/// What an id belongs to; it is the id's first digit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    User = 1,
    Guild = 2,
    Channel = 3,
    Role = 4,
    Message = 5,
    Interaction = 6,
    Command = 7,
    Attachment = 8,
    Version = 9,
}

#[derive(Default)]
pub struct Ids {
    given: [u64; 10],
}

impl Ids {
    /// The next id of its kind. Guilds differ above bit 22, for that is what a shard goes by.
    pub fn next(&mut self, kind: Kind) -> Id {
        let count = &mut self.given[kind as usize];
        *count += 1;
        let step = if kind == Kind::Guild { 1 << 22 } else { 1 };
        kind as u64 * 100_000_000_000_000_000 + *count * step
    }
}

/// The second of March 2026, nine o'clock in UTC.
const OPENING: i64 = 1_772_442_000;

#[derive(Default)]
pub struct Clock {
    passed: Duration,
}

impl Clock {
    pub fn now(&self) -> Duration {
        self.passed
    }

    pub fn advance(&mut self, by: Duration) {
        self.passed += by;
    }

    /// Seconds since 1970.
    pub fn seconds(&self) -> i64 {
        OPENING + i64::try_from(self.passed.as_secs()).unwrap()
    }

    /// ISO 8601, as Discord writes times.
    pub fn stamp(&self, passed: Duration) -> String {
        let seconds = OPENING + i64::try_from(passed.as_secs()).unwrap();
        let (days, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let (year, month, day) = civil(days);
        let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
        let micros = passed.subsec_micros();
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{micros:06}+00:00")
    }
}

/// The date so many days after the first of January 1970, by counting from the first of March of a
/// year 0, so that the leap day is the last of its year.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}
