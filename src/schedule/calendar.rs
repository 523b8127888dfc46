//! When a server's tips come, in its own time zone.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};

use super::holidays::is_greek_holiday;
use crate::text;

/// How late a tip may still come, if nothing else was chosen.
pub const LATE_LIMIT: SignedDuration = SignedDuration::from_hours(3);

/// When tips come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Where its clock is.
    pub zone: Zone,
    /// The time of day.
    pub time: Time,
    /// On which days of the week.
    pub weekdays: Weekdays,
    /// Public holidays on which none comes.
    pub holidays: Holidays,
    /// Days of the team's own on which none comes.
    pub left_out: BTreeSet<Date>,
    /// How long after the time a tip may still come, on the same day.
    pub late_limit: SignedDuration,
}

/// Public holidays on which no tip comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Holidays {
    /// Holidays are like other days.
    None,
    /// Those of Greece.
    #[default]
    Greek,
}

/// Days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Monday to Friday.
    pub const WORKING: Weekdays = Weekdays(0b001_1111);
    /// All seven.
    pub const EVERY: Weekdays = Weekdays(0b111_1111);

    /// These days.
    pub fn of(days: &[Weekday]) -> Weekdays {
        Weekdays(days.iter().fold(0, |all, day| all | Self::bit(*day)))
    }

    /// Whether the day is one of them.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// The days, from Monday on.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        let all = Weekday::Monday.cycle_forward().take(7);
        all.filter(move |day| self.has(*day))
    }

    fn bit(day: Weekday) -> u8 {
        1 << day.to_monday_zero_offset()
    }
}

/// A time zone by its IANA name. The zones are inside the binary, so that a name means the same everywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

impl Zone {
    /// The zone of a name such as `Europe/Athens`, in any case.
    ///
    /// # Errors
    /// Where there is none, the name that is most like it: `Athens` gives `Europe/Athens`.
    pub fn new(name: &str) -> Result<Zone, Option<String>> {
        let zones = TimeZoneDatabase::bundled();
        match zones.get(name) {
            Ok(rules) => {
                let name = rules.iana_name().unwrap_or(name).to_owned();
                Ok(Zone { name, rules })
            }
            Err(_) => Err(nearest_zone(name)),
        }
    }

    /// The time of the world.
    pub fn utc() -> Zone {
        Zone { name: "UTC".to_owned(), rules: TimeZone::UTC }
    }

    /// Its IANA name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its rules, for reading a moment as a date and a time.
    pub fn rules(&self) -> &TimeZone {
        &self.rules
    }

    /// The names of all zones.
    pub fn names() -> Vec<String> {
        let zones = TimeZoneDatabase::bundled();
        zones.available().map(|name| name.to_string()).collect()
    }
}

fn nearest_zone(name: &str) -> Option<String> {
    let names = Zone::names();
    let place = name.trim().replace(' ', "_").to_lowercase();
    let ends =
        |known: &&String| known.rsplit('/').next().is_some_and(|city| city.to_lowercase() == place);
    let city = names.iter().find(ends).cloned();
    city.or_else(|| text::nearest(name, names.iter().map(String::as_str)))
}

impl Schedule {
    /// Whether a tip comes on a day at all.
    pub fn is_on(&self, day: Date) -> bool {
        let holiday = self.holidays == Holidays::Greek && is_greek_holiday(day);
        self.weekdays.has(day.weekday()) && !holiday && !self.left_out.contains(&day)
    }

    /// The moment of a day's tip; `None` on days without one.
    ///
    /// Where the clock skips the time, the tip comes as much later as the clock goes forward; where the clock shows
    /// it twice, the first time. It never leaves its day: a skipped time before midnight comes earlier instead, and a
    /// day that a zone never had has no tip.
    pub fn moment(&self, day: Date) -> Option<Timestamp> {
        let rules = self.zone.rules();
        let either = rules.to_ambiguous_timestamp(day.to_datetime(self.time));
        let on_the_day = |moment: &Timestamp| rules.to_datetime(*moment).date() == day;
        let usual = either.compatible().ok().filter(on_the_day);
        let moment = usual.or_else(|| either.earlier().ok().filter(on_the_day))?;
        self.is_on(day).then_some(moment)
    }
}
