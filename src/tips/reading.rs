//! What leads write about a plan, read as they mean it: times, days of the week, dates, zones.

use crate::tips::Error;
use crate::tips::UserError;
use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};

use crate::schedule::{PLACES, offset_named, zone_of_offset, zone_of_place};
use crate::schedule::{Weekdays, Zone};
use crate::text;

/// The longest time of leave that is written as from one day to another, in days.
const MAX_LEAVE: usize = 100;

const NAMES: &[(Weekday, &[&str])] = &[
    (Weekday::Monday, &["Δευτέρα", "Δευτέρες", "δευ", "monday", "mondays", "mon"]),
    (Weekday::Tuesday, &["Τρίτη", "Τρίτες", "τρι", "tuesday", "tuesdays", "tue"]),
    (Weekday::Wednesday, &["Τετάρτη", "Τετάρτες", "τετ", "wednesday", "wednesdays", "wed"]),
    (Weekday::Thursday, &["Πέμπτη", "Πέμπτες", "πεμ", "thursday", "thursdays", "thu"]),
    (Weekday::Friday, &["Παρασκευή", "Παρασκευές", "παρ", "friday", "fridays", "fri"]),
    (Weekday::Saturday, &["Σάββατο", "Σάββατα", "σαβ", "saturday", "saturdays", "sat"]),
    (Weekday::Sunday, &["Κυριακή", "Κυριακές", "κυρ", "sunday", "sundays", "sun"]),
];
const WORKING: &[&str] = &[
    "εργάσιμη", "εργάσιμες", "καθημερινή", "καθημερινές", "working", "weekday", "weekdays",
    "workdays",
];
const EVERY: &[&str] = &["όλες", "καθημερινά", "all", "everyday", "daily"];
const WHOLE_WEEK: &[&str] = &["κάθε μέρα", "every day", "all days", "όλες τις μέρες"];
/// Words that say nothing by themselves.
const LINKS: &[&str] = &["και", "and", "κάθε", "every", "τις", "on", "days"];

/// What follows an hour before noon, and after it, without dots and spaces.
const BEFORE_NOON: [&str; 4] = ["πμ", "am", "a", "τοπρωι"];
const AFTER_NOON: [&str; 7] =
    ["μμ", "pm", "p", "τομεσημερι", "τοαπογευμα", "τοβραδυ", "μετομεσημερι"];

/// Hours to add for what stands after a time, and the time itself.
fn half_of_day(written: &str) -> (Option<bool>, String) {
    let written = written.trim();
    let digits = written.find(|sign: char| sign.is_alphabetic()).unwrap_or(written.len());
    let (time, word) = written.split_at(digits);
    let word: String = text::name_key(word).chars().filter(|sign| sign.is_alphabetic()).collect();
    let half = match word.as_str() {
        word if BEFORE_NOON.contains(&word) => Some(false),
        word if AFTER_NOON.contains(&word) => Some(true),
        "" => None,
        // Other words are no part of a time.
        _ => return (None, written.to_owned()),
    };
    let time = time.trim().trim_start_matches("στις ");
    (half, time.to_owned())
}

/// A time of day: `9`, `09:00`, `9.30`, `0930`, `9am`, «9:30 μμ».
pub fn time_of_day(written: &str) -> Result<Time, Error> {
    let asked = || UserError::NotATime { asked: written.trim().to_owned() };
    let (half, bare) = half_of_day(written);
    let parts: Vec<&str> = bare.trim().split([':', '.']).collect();
    let number = |text: &str| match text.len() {
        1 | 2 if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse::<i8>().ok(),
        _ => None,
    };
    let read = match parts.as_slice() {
        [hour, minute] if minute.len() == 2 => number(hour).zip(number(minute)),
        [hour] if hour.len() == 4 && hour.is_ascii() => {
            let (hour, minute) = hour.split_at(2);
            number(hour).zip(number(minute))
        }
        [hour] => number(hour).map(|hour| (hour, 0)),
        _ => None,
    };
    let of_day = |(hour, minute): (i8, i8)| match (half, hour) {
        (None, _) => Some((hour, minute)),
        (Some(_), 0 | 13..) => None,
        (Some(after), 12) => Some((if after { 12 } else { 0 }, minute)),
        (Some(after), _) => Some((if after { hour + 12 } else { hour }, minute)),
    };
    let time = read.and_then(of_day);
    let time = time.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
    Ok(time.ok_or_else(asked)?)
}

/// Days of the week, in either language: «εργάσιμες», «Δευτέρα, Τετάρτη», `Mon-Fri`, `every day`.
pub fn weekdays(written: &str) -> Result<Weekdays, Error> {
    let asked = || UserError::NotWeekdays { asked: written.trim().to_owned() };
    let mut days: Vec<Weekday> = Vec::new();
    for part in written.split([',', ';', '/']) {
        let ends: Vec<String> = part.split(['-', '–']).map(text::key).collect();
        if let [from, to] = ends.as_slice() {
            let (from, to) = named(from).zip(named(to)).ok_or_else(asked)?;
            days.extend(from.cycle_forward().take(1 + usize::from(days_between(from, to))));
            continue;
        }
        if ends.len() > 2 {
            return Err(asked().into());
        }
        let key = text::key(part);
        let has_day = |word: &str| named(word).is_some() || is_of(WORKING, word);
        if is_of(WHOLE_WEEK, &key) {
            days.extend(Weekdays::EVERY.days());
            continue;
        }
        for word in key.split(' ').filter(|word| !word.is_empty()) {
            match word {
                word if is_of(WORKING, word) => days.extend(Weekdays::WORKING.days()),
                word if is_of(EVERY, word) => days.extend(Weekdays::EVERY.days()),
                word if is_of(LINKS, word) && key.split(' ').any(has_day) => (),
                word => days.push(named(word).ok_or_else(asked)?),
            }
        }
    }
    if days.is_empty() { Err(asked().into()) } else { Ok(Weekdays::of(&days)) }
}

/// Dates with commas between them, and `from..to` for several in a row; nothing for a dash alone.
pub fn dates(written: &str) -> Result<BTreeSet<Date>, Error> {
    let mut found = BTreeSet::new();
    let parts = written.split([',', ';']).map(str::trim);
    for part in parts.filter(|part| !matches!(*part, "" | "-" | "–")) {
        let asked = || UserError::NotADate { asked: part.to_owned() };
        let ends = part.split_once("..").or_else(|| part.split_once(" - "));
        let ends = ends.or_else(|| part.split_once('–'));
        match ends {
            Some((from, to)) => {
                let (from, to) = date(from).zip(date(to)).ok_or_else(asked)?;
                let days = std::iter::successors(Some(from), |day| day.tomorrow().ok());
                let days: Vec<Date> =
                    days.take_while(|day| *day <= to).take(MAX_LEAVE + 1).collect();
                if days.is_empty() || days.len() > MAX_LEAVE {
                    return Err(asked().into());
                }
                found.extend(days);
            }
            None => drop(found.insert(date(part).ok_or_else(asked)?)),
        }
    }
    Ok(found)
}

/// A zone by its IANA name, or by the name of a place that people know.
pub fn zone(written: &str) -> Result<Zone, Error> {
    let asked = written.trim();
    if let Some(known) = zone_of_place(asked)
        && let Ok(zone) = Zone::new(known)
    {
        return Ok(zone);
    }
    // `GMT+2` has no summer, and `Etc/GMT+2` means the other side of the world.
    if let Some(minutes) = offset_named(asked) {
        let nearest = zone_of_offset(minutes).map(str::to_owned);
        return Err(UserError::UnknownZone { asked: asked.to_owned(), nearest }.into());
    }
    Zone::new(asked)
        .map_err(|nearest| UserError::UnknownZone { asked: asked.to_owned(), nearest }.into())
}

/// Names of zones that fit what was typed, at most `most`; those that people name most come first.
pub fn zones_like(typed: &str, most: usize) -> Vec<String> {
    if let Some(minutes) = offset_named(typed) {
        return zone_of_offset(minutes).into_iter().map(str::to_owned).collect();
    }
    let key = text::key(typed);
    let called = zone_of_place(typed).filter(|_| !key.is_empty());
    let known = PLACES.iter().filter(|place| {
        [place.zone, place.el, place.en].iter().any(|name| text::key(name).contains(&key))
    });
    let mut found: Vec<String> = known.map(|place| place.zone.to_owned()).collect();
    if let Some(zone) = called.filter(|zone| !found.iter().any(|known| known == zone)) {
        found.insert(0, zone.to_owned());
    }
    if found.len() < most && !key.is_empty() {
        let fits = |name: &String| {
            text::key(&name.replace(['_', '/'], " ")).contains(&key) && !name.starts_with("Etc/")
        };
        let more = Zone::names().into_iter().filter(|name| fits(name) && !found.contains(name));
        let more: Vec<String> = more.take(most - found.len()).collect();
        found.extend(more);
    }
    found.truncate(most);
    found
}

/// Whether a word, as it compares, is one of these: «εργάσιμες» and «ΕΡΓΑΣΙΜΕΣ» are.
fn is_of(all: &[&str], key: &str) -> bool {
    all.iter().any(|word| text::key(word) == key)
}

fn named(key: &str) -> Option<Weekday> {
    NAMES.iter().find(|(_, names)| is_of(names, key)).map(|(day, _)| *day)
}

fn days_between(from: Weekday, to: Weekday) -> u8 {
    from.until(to).unsigned_abs()
}

/// `2026-12-24`, `24/12/2026`, `24.12.2026`.
fn date(written: &str) -> Option<Date> {
    let written = written.trim();
    if let Ok(date) = written.parse() {
        return Some(date);
    }
    let parts: Vec<&str> = written.split(['/', '.', '-']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (written, expected) in [
            ("09:00", Some("09:00")),
            ("9", Some("09:00")),
            ("9:30", Some("09:30")),
            (" 9.30 ", Some("09:30")),
            ("0930", Some("09:30")),
            ("23:59", Some("23:59")),
            ("24:00", None),
            ("9:5", None),
            ("9:60", None),
            ("930", None),
            ("εννέα", None),
            ("9π.μ.", Some("09:00")),
            ("9am", Some("09:00")),
            ("9:30 μμ", Some("21:30")),
            ("9.30 Μ.Μ.", Some("21:30")),
            ("12 μ.μ.", Some("12:00")),
            ("12am", Some("00:00")),
            ("9 το πρωί", Some("09:00")),
            ("7 p.m.", Some("19:00")),
            ("13pm", None),
            ("0 am", None),
            ("", None),
            ("-1", None),
        ] {
            let read = time_of_day(written).ok().map(|time| time.strftime("%H:%M").to_string());
            assert_eq!(read.as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn weekdays_are_read_in_both_languages() {
        for (written, expected) in [
            ("εργάσιμες", "12345"),
            ("Κάθε εργάσιμη", "12345"),
            ("working days", "12345"),
            ("κάθε μέρα", "1234567"),
            ("every day", "1234567"),
            ("daily", "1234567"),
            ("Δευτέρα, Τετάρτη και Παρασκευή", "135"),
            ("ΔΕΥΤΕΡΑ", "1"),
            ("κάθε Τρίτη", "2"),
            ("ΕΡΓΑΣΙΜΕΣ", "12345"),
            ("όλες τις μέρες", "1234567"),
            ("Δευτέρες", "1"),
            ("Mon, Wed", "13"),
            ("Mon-Fri", "12345"),
            ("Παρ–Δευ", "1567"),
            ("Δευτέρα-Σάββατο", "123456"),
            ("Monday and Sunday", "17"),
            ("", ""),
            ("κάθε", ""),
            ("αύριο", ""),
            ("Δευτέρα, αύριο", ""),
            ("Mon-Fri-Sun", ""),
        ] {
            let read = weekdays(written).map(|days| {
                days.days().map(|day| day.to_monday_one_offset().to_string()).collect::<String>()
            });
            assert_eq!(read.unwrap_or_default(), expected, "{written}");
        }
    }

    #[test]
    fn dates_are_read_alone_and_in_a_row() {
        for (written, expected) in [
            ("24/12/2026", Some(vec!["2026-12-24"])),
            ("2026-12-24, 31.12.2026", Some(vec!["2026-12-24", "2026-12-31"])),
            ("30/12/2026..1/1/2027", Some(vec!["2026-12-30", "2026-12-31", "2027-01-01"])),
            ("1/1/2027..30/12/2026", None),
            ("1/1/2026..1/1/2027", None),
            ("-", Some(vec![])),
            ("24/12", None),
            ("24/12/26", None),
            ("29/2/2027", None),
            ("Χριστούγεννα", None),
        ] {
            let read = dates(written).ok();
            let read = read.map(|days| days.iter().map(Date::to_string).collect::<Vec<_>>());
            let expected = expected.map(|days| days.iter().map(|day| (*day).to_owned()).collect());
            assert_eq!(read, expected, "{written}");
        }
    }

    #[test]
    fn zones_are_found_by_what_people_call_them() {
        for (written, expected) in [
            ("Europe/Athens", "Europe/Athens"),
            ("αθήνα", "Europe/Athens"),
            ("Athens", "Europe/Athens"),
            ("nicosia", "Asia/Nicosia"),
            ("utc", "UTC"),
            ("Ελλάδα", "Europe/Athens"),
            ("ΘΕΣΣΑΛΟΝΙΚΗ", "Europe/Athens"),
            ("Greece", "Europe/Athens"),
            ("Κύπρος", "Asia/Nicosia"),
        ] {
            assert_eq!(zone(written).unwrap().name(), expected, "{written}");
        }
        assert!(zone("Ατλαντίδα").is_err());
        for (written, meant) in [
            ("GMT+2", "Europe/Athens"),
            ("UTC+2", "Europe/Athens"),
            ("+02:00", "Europe/Athens"),
            ("utc +2", "Europe/Athens"),
            ("+0200", "Europe/Athens"),
            ("GMT+3", "Europe/Athens"),
            ("GMT+5:30", "Asia/Kolkata"),
            ("UTC-05:00", "America/New_York"),
            ("−0330", "America/St_Johns"),
        ] {
            let Err(Error::User(UserError::UnknownZone { nearest, .. })) = zone(written) else {
                panic!("{written}");
            };
            assert_eq!(nearest.as_deref(), Some(meant), "{written}");
            assert_eq!(zones_like(written, 5), [meant], "{written}");
            assert!(Zone::new(meant).is_ok(), "{meant}");
        }
        for written in ["GMT+5:99", "+2:x", "+123", "+15", "+λ"] {
            assert!(zones_like(written, 5).is_empty(), "{written}");
        }
        assert_eq!(zones_like("Ελλάδα", 5), ["Europe/Athens"]);
        assert_eq!(zones_like("αθη", 5), ["Europe/Athens"]);
        assert!(zones_like("york", 5).contains(&"America/New_York".to_owned()));
        assert_eq!(zones_like("", 3).first().map(String::as_str), Some("Europe/Athens"));
        assert_eq!(zones_like("a", 25).len(), 25);
    }
}
