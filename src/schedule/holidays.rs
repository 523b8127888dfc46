//! The public holidays of Greece, for any year.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Holidays that keep their date: month and day.
const FIXED: &[(i8, i8)] = &[(1, 1), (1, 6), (3, 25), (8, 15), (10, 28), (12, 25), (12, 26)];
/// Holidays that move with Easter, in days after Easter Sunday: Clean Monday, Good Friday, Easter Monday,
/// the Monday of the Holy Spirit.
const MOVEABLE: &[i64] = &[-48, -2, 1, 50];

/// Whether it is a public holiday in Greece. Sundays are none of themselves.
pub fn is_greek_holiday(day: Date) -> bool {
    greek_holidays(day.year()).contains(&day)
}

/// The public holidays of Greece in a year, by date.
pub fn greek_holidays(year: i16) -> Vec<Date> {
    let fixed = FIXED.iter().filter_map(|(month, day)| Date::new(year, *month, *day).ok());
    let mut days: Vec<Date> = fixed.collect();
    if let Some(easter) = orthodox_easter(year) {
        days.extend(MOVEABLE.iter().filter_map(|after| easter.checked_add(after.days()).ok()));
    }
    days.extend(labour_day(year));
    days.sort_unstable();
    days.dedup();
    days
}

/// Easter Sunday of the Orthodox churches, in today's calendar.
pub fn orthodox_easter(year: i16) -> Option<Date> {
    // Meeus: the full moon of spring in the calendar of Julius Caesar, by the cycle of 19 years.
    let years = i32::from(year);
    let golden = years.rem_euclid(19);
    let moon = (19 * golden + 15) % 30;
    let sunday = (2 * years.rem_euclid(4) + 4 * years.rem_euclid(7) - moon + 34) % 7;
    let days = i64::from(moon + sunday + 21);
    // The two calendars drift apart by a day in every century that 400 does not divide.
    let centuries = years.div_euclid(100);
    let drift = i64::from(centuries - centuries.div_euclid(4) - 2);
    Date::new(year, 3, 1).ok()?.checked_add((days + drift).days()).ok()
}

/// The first of May as it is kept.
///
/// Where it falls in Holy Week, on Easter or on Easter Monday, the ministry of labour moves it to the Tuesday after
/// (2013, 2016, 2021, 2024), and from another Sunday to the Monday after (2022). The decision is made again each
/// time: a team with another date adds the day to its own.
fn labour_day(year: i16) -> Option<Date> {
    let day = Date::new(year, 5, 1).ok()?;
    let easter = orthodox_easter(year)?;
    let holy_week = easter.checked_sub(6.days()).ok()?;
    let easter_monday = easter.tomorrow().ok()?;
    if (holy_week..=easter_monday).contains(&day) {
        easter_monday.tomorrow().ok()
    } else if day.weekday() == Weekday::Sunday {
        day.tomorrow().ok()
    } else {
        Some(day)
    }
}
