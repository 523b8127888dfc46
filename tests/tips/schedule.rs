//! When a tip comes: holidays, zones, clock changes, late starts.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};
use jiff::{SignedDuration, Timestamp};
use kalologos::schedule::{
    Due, Holidays, LATE_LIMIT, Schedule, Weekdays, Zone, due, greek_holidays, is_greek_holiday,
    next_days, next_due, orthodox_easter,
};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn schedule(zone: &str, time: &str) -> Schedule {
    Schedule {
        zone: Zone::new(zone).unwrap(),
        time: time.parse::<Time>().unwrap(),
        weekdays: Weekdays::EVERY,
        holidays: Holidays::None,
        left_out: BTreeSet::new(),
        late_limit: LATE_LIMIT,
    }
}

#[test]
fn easter_is_when_the_churches_say() {
    for published in [
        "1900-04-22", "1999-04-11", "2000-04-30", "2013-05-05", "2016-05-01", "2021-05-02",
        "2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02", "2028-04-16", "2029-04-08",
        "2030-04-28", "2031-04-13", "2032-05-02", "2033-04-24", "2034-04-09", "2035-04-29",
        "2100-05-02", "2299-04-23",
    ] {
        let day = date(published);
        assert_eq!(orthodox_easter(day.year()), Some(day));
    }
    for year in -9999..=9999 {
        let easter = orthodox_easter(year).unwrap();
        assert_eq!(easter.weekday(), Weekday::Sunday, "{easter}");
    }
}

#[test]
fn the_holidays_of_2024_and_2026_are_as_published() {
    for (year, published) in [
        (2024, "01-01 01-06 03-18 03-25 05-03 05-06 05-07 06-24 08-15 10-28 12-25 12-26"),
        (2026, "01-01 01-06 02-23 03-25 04-10 04-13 05-01 06-01 08-15 10-28 12-25 12-26"),
    ] {
        let days: Vec<String> =
            greek_holidays(year).iter().map(|day| day.to_string()[5..].to_owned()).collect();
        assert_eq!(days.join(" "), published, "{year}");
    }
}

#[test]
fn the_first_of_may_is_kept_on_a_day_of_work() {
    for (year, kept) in [
        (2013, "05-07"),
        (2016, "05-03"),
        (2021, "05-04"),
        (2022, "05-02"),
        (2023, "05-01"),
        (2024, "05-07"),
        (2025, "05-01"),
        (2027, "05-04"),
        (2028, "05-01"),
        (2032, "05-04"),
        (2033, "05-02"),
        (2035, "05-01"),
    ] {
        let first = date(&format!("{year}-05-01"));
        let kept = date(&format!("{year}-{kept}"));
        assert!(is_greek_holiday(kept), "{kept}");
        let easter = orthodox_easter(year).unwrap();
        let other_reason = [easter.yesterday(), easter.tomorrow()].map(Result::unwrap);
        assert!(
            kept == first || !is_greek_holiday(first) || other_reason.contains(&first),
            "{first}"
        );
    }
}

/// Zone, time, day, and the moment in Greenwich; the moments were worked out with another library.
const MOMENTS: &[(&str, &str, &str, Option<&str>)] = &[
    ("Europe/Athens", "09:00", "2026-12-24", Some("2026-12-24T07:00Z")),
    ("Europe/Athens", "09:00", "2026-07-01", Some("2026-07-01T06:00Z")),
    // Half past three is skipped in spring, and is there twice in autumn.
    ("Europe/Athens", "03:30", "2026-03-29", Some("2026-03-29T01:30Z")),
    ("Europe/Athens", "03:30", "2026-10-25", Some("2026-10-25T00:30Z")),
    ("Europe/Athens", "03:00", "2026-03-29", Some("2026-03-29T01:00Z")),
    ("Europe/Athens", "02:59", "2026-03-29", Some("2026-03-29T00:59Z")),
    // Half an hour forward and back.
    ("Australia/Lord_Howe", "02:15", "2026-10-04", Some("2026-10-03T15:45Z")),
    ("Australia/Lord_Howe", "01:45", "2026-04-05", Some("2026-04-04T14:45Z")),
    // Midnight itself is skipped, and the last hour of a day is there twice.
    ("America/Santiago", "00:30", "2026-09-06", Some("2026-09-06T04:30Z")),
    ("America/Santiago", "00:00", "2026-09-06", Some("2026-09-06T04:00Z")),
    ("America/Santiago", "23:30", "2026-04-04", Some("2026-04-05T02:30Z")),
    ("Pacific/Kiritimati", "09:00", "2026-06-01", Some("2026-05-31T19:00Z")),
    ("America/St_Johns", "02:30", "2026-03-08", Some("2026-03-08T06:00Z")),
    ("America/St_Johns", "01:30", "2026-11-01", Some("2026-11-01T04:00Z")),
    // The clock goes forward before midnight: a later tip would fall on the next day.
    ("America/Nuuk", "23:30", "2026-03-28", Some("2026-03-29T00:30Z")),
    // A day that was never there.
    ("Pacific/Apia", "09:00", "2011-12-30", None),
    ("Pacific/Apia", "09:00", "2011-12-31", Some("2011-12-30T19:00Z")),
    ("Asia/Kathmandu", "09:00", "2028-02-29", Some("2028-02-29T03:15Z")),
];

#[test]
fn the_time_is_that_of_the_zone() {
    for (zone, time, day, expected) in MOMENTS {
        let found = schedule(zone, time).moment(date(day));
        assert_eq!(found, expected.map(moment), "{zone} {time} {day}");
    }
}

#[test]
fn each_day_of_a_clock_change_has_one_tip() {
    for (zone, time, from, to) in [
        ("Europe/Athens", "03:30", "2026-03-27T12:00Z", "2026-03-31T12:00Z"),
        ("Europe/Athens", "03:30", "2026-10-23T12:00Z", "2026-10-27T12:00Z"),
        ("Australia/Lord_Howe", "01:45", "2026-04-03T00:00Z", "2026-04-07T00:00Z"),
        ("Australia/Lord_Howe", "02:15", "2026-10-02T00:00Z", "2026-10-06T00:00Z"),
        ("America/Santiago", "23:30", "2026-04-03T12:00Z", "2026-04-07T12:00Z"),
        ("America/Santiago", "00:30", "2026-09-04T12:00Z", "2026-09-08T12:00Z"),
        ("Pacific/Kiritimati", "09:00", "2026-03-27T12:00Z", "2026-03-31T12:00Z"),
        ("America/St_Johns", "02:30", "2026-03-06T12:00Z", "2026-03-10T12:00Z"),
        ("America/Nuuk", "23:30", "2026-03-26T12:00Z", "2026-03-30T12:00Z"),
    ] {
        let schedule = schedule(zone, time);
        let (mut now, mut claimed) = (moment(from), Vec::new());
        // Every ten minutes somebody asks.
        while now < moment(to) {
            if let Due::Now { day, .. } = due(&schedule, now, claimed.last().copied()) {
                claimed.push(day);
            }
            now += SignedDuration::from_mins(10);
        }
        let each_follows = claimed.windows(2).all(|days| days[0].tomorrow().unwrap() == days[1]);
        assert!(claimed.len() == 4 && each_follows, "{zone} {time}: {claimed:?}");
    }
}

#[test]
fn a_late_start_posts_within_the_limit_and_on_the_day() {
    let wait = |until: &str, day: &str| Due::Wait { until: moment(until), day: date(day) };
    let now =
        |day: &str, minutes| Due::Now { day: date(day), late: SignedDuration::from_mins(minutes) };
    for (time, at, claimed, expected) in [
        ("09:00", "2026-06-03T05:59Z", None, wait("2026-06-03T06:00Z", "2026-06-03")),
        ("09:00", "2026-06-03T06:00Z", None, now("2026-06-03", 0)),
        ("09:00", "2026-06-03T07:30Z", None, now("2026-06-03", 90)),
        ("09:00", "2026-06-03T09:00Z", None, now("2026-06-03", 180)),
        ("09:00", "2026-06-03T09:01Z", None, wait("2026-06-04T06:00Z", "2026-06-04")),
        ("09:00", "2026-06-03T07:30Z", Some("2026-06-02"), now("2026-06-03", 90)),
        ("09:00", "2026-06-03T07:30Z", Some("2026-06-03"), wait("2026-06-04T06:00Z", "2026-06-04")),
        // The zone was changed after a claim further east.
        ("09:00", "2026-06-03T07:30Z", Some("2026-06-04"), wait("2026-06-05T06:00Z", "2026-06-05")),
        // Ten minutes late is another day.
        ("23:55", "2026-06-03T21:05Z", None, wait("2026-06-04T20:55Z", "2026-06-04")),
        ("23:55", "2026-06-03T20:59Z", None, now("2026-06-03", 4)),
        ("00:00", "2026-06-02T21:00Z", None, now("2026-06-03", 0)),
    ] {
        let found = due(&schedule("Europe/Athens", time), moment(at), claimed.map(date));
        assert_eq!(found, expected, "{time}, asked at {at}, claimed {claimed:?}");
    }
}

#[test]
fn days_without_a_tip_are_passed_over() {
    let mut plan = schedule("Europe/Athens", "09:00");
    plan.weekdays = Weekdays::WORKING;
    plan.holidays = Holidays::Greek;
    plan.left_out = ["2026-12-28", "2026-12-29"].map(date).into();
    let days = |from: &str| -> Vec<String> {
        let days = next_days(&plan, moment(from), None, 3);
        days.iter().map(|(day, _)| day.to_string()).collect()
    };
    // Christmas, its second day, a weekend, and two days of the team's own.
    assert_eq!(days("2026-12-24T06:00Z"), ["2026-12-24", "2026-12-30", "2026-12-31"]);
    assert_eq!(days("2026-12-31T08:00Z"), ["2027-01-04", "2027-01-05", "2027-01-07"]);
    assert_eq!(days("2026-04-09T06:30Z"), ["2026-04-14", "2026-04-15", "2026-04-16"]);
    assert_eq!(days("2028-02-28T08:00Z"), ["2028-02-29", "2028-03-01", "2028-03-02"]);
    assert!(!plan.is_on(date("2026-02-23")) && plan.is_on(date("2026-02-24")));
}

#[test]
fn a_plan_without_days_waits_for_nothing() {
    let mut plan = schedule("Europe/Athens", "09:00");
    plan.weekdays = Weekdays::of(&[]);
    assert_eq!(due(&plan, moment("2026-06-03T06:00Z"), None), Due::Never);
    plan.weekdays = Weekdays::of(&[Weekday::Thursday]);
    // Every Thursday of four years is left out.
    let first = date("2026-06-04");
    let thursdays = std::iter::successors(Some(first), |day| {
        day.checked_add(SignedDuration::from_hours(7 * 24)).ok()
    });
    plan.left_out = thursdays.take(208).collect();
    let next = next_due(&plan, moment("2026-06-03T06:00Z"), None).unwrap();
    assert_eq!(next.0, date("2030-05-30"));
    assert_eq!(due(&plan, Timestamp::MAX, None), Due::Never);
    assert_eq!(due(&plan, Timestamp::MIN, Some(Date::MAX)), Due::Never);
}

#[test]
fn zones_are_known_by_name_and_misspelt_ones_by_their_nearest() {
    assert!(Zone::names().len() > 400);
    assert_eq!(Zone::new("europe/athens").unwrap().name(), "Europe/Athens");
    for (written, meant) in [
        ("Athens", Some("Europe/Athens")),
        ("new york", Some("America/New_York")),
        ("Europe/Athen", Some("Europe/Athens")),
        ("Αθήνα", None),
        ("", None),
    ] {
        assert_eq!(Zone::new(written).unwrap_err().as_deref(), meant, "{written}");
    }
}
