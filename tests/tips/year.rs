//! A server's life, day by day: whatever the plan and the outages, a day has one tip at most.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use kalologos::schedule::{
    Due, Holidays, LATE_LIMIT, Schedule, Weekdays, Zone, due, is_greek_holiday, next_due,
};
use kalologos::tips::{Choices, Deck, Shown, choose, seed_of};
use proptest::prelude::*;

use crate::tips::{days, even, greek};

/// What a server went through.
struct Life {
    shown: Vec<Shown>,
    late: usize,
}

/// A server's life, by what the bot does when it is awake: `outages` are when it falls asleep and for how long.
fn live(
    schedule: &Schedule,
    deck: &Deck<'_>,
    choices: &Choices<'_>,
    from: Timestamp,
    to: Timestamp,
    outages: &[(Timestamp, SignedDuration)],
) -> Life {
    let (mut now, mut life) = (from, Life { shown: Vec::new(), late: 0 });
    let mut outages = outages.iter().peekable();
    while now < to {
        let claimed = life.shown.last().map(|shown| shown.day);
        match due(schedule, now, claimed) {
            Due::Now { day, late } => {
                assert!(claimed.is_none_or(|last| last < day), "{day} is claimed already");
                let tip = choose(deck, &life.shown, day, choices).unwrap();
                life.shown.push(Shown { id: tip.id.clone(), day });
                life.late += usize::from(!late.is_zero());
            }
            Due::Wait { until, .. } => {
                assert!(until > now, "it waits for what is over");
                now = until;
            }
            Due::Never => break,
        }
        while let Some((at, how_long)) = outages.next_if(|(at, _)| *at <= now) {
            now = now.max(*at + *how_long);
        }
    }
    life
}

fn athens() -> Schedule {
    Schedule {
        zone: Zone::new("Europe/Athens").unwrap(),
        time: "09:00".parse().unwrap(),
        weekdays: Weekdays::WORKING,
        holidays: Holidays::Greek,
        left_out: ["2026-08-10", "2026-08-11", "2026-08-12"].map(|day| day.parse().unwrap()).into(),
        late_limit: LATE_LIMIT,
    }
}

#[test]
fn a_year_of_a_servers_life() {
    let plan = athens();
    let deck = greek();
    let [from, to] = ["2026-01-01T00:00Z", "2027-01-01T00:00Z"].map(|at| at.parse().unwrap());
    let life = live(&plan, &deck, &even(seed_of("a server")), from, to, &[]);
    let mut on_days = Vec::new();
    for day in days(365) {
        let times = life.shown.iter().filter(|shown| shown.day == day).count();
        let weekend = day.weekday().to_monday_zero_offset() > 4;
        let left_out = weekend || is_greek_holiday(day) || plan.left_out.contains(&day);
        assert_eq!(times, usize::from(!left_out), "{day}");
        on_days.extend((!left_out).then_some(day));
    }
    // 261 days from Monday to Friday, ten holidays among them, and three days of the team's own.
    assert_eq!((on_days.len(), life.shown.len(), life.late), (248, 248, 0));
    for round in life.shown.chunks(deck.tips().len()) {
        let ids: HashSet<&str> = round.iter().map(|shown| shown.id.as_str()).collect();
        assert_eq!(ids.len(), round.len(), "a tip came twice in a round");
    }
}

#[test]
fn a_year_with_outages_leaves_out_only_what_it_slept_through() {
    let plan = athens();
    let deck = greek();
    let [from, to]: [Timestamp; 2] =
        ["2026-01-01T00:00Z", "2027-01-01T00:00Z"].map(|at| at.parse().unwrap());
    // Every third day, for one to forty hours.
    let outages: Vec<(Timestamp, SignedDuration)> = (0..120)
        .map(|number| {
            let at = from + SignedDuration::from_hours(72 * number + (number * 7) % 24);
            (at, SignedDuration::from_hours(1 + (number * 11) % 40))
        })
        .collect();
    let life = live(&plan, &deck, &even(4), from, to, &outages);
    let slept = |at: Timestamp| {
        let late = at + plan.late_limit;
        outages.iter().any(|(from, how_long)| *from <= at && *from + *how_long > late)
    };
    let mut missed = 0;
    for day in days(365) {
        let times = life.shown.iter().filter(|shown| shown.day == day).count();
        assert!(times <= 1, "{day}");
        if let Some(moment) = plan.moment(day) {
            missed += usize::from(times == 0);
            assert!(times == 1 || slept(moment), "{day} was left out for nothing");
        } else {
            assert_eq!(times, 0, "{day}");
        }
    }
    assert!(missed > 20 && life.late > 5, "missed {missed}, late {}", life.late);
}

const ZONES: &[&str] = &[
    "Europe/Athens", "Australia/Lord_Howe", "America/Santiago", "Pacific/Kiritimati",
    "America/St_Johns", "America/Nuuk", "Pacific/Chatham", "Africa/Casablanca", "Pacific/Honolulu",
    "Asia/Kathmandu", "UTC",
];

prop_compose! {
    fn schedules()(
        zone in 0..ZONES.len(),
        minute in 0..24_i8 * 4,
        weekdays in proptest::collection::vec(0..7_i8, 1..8),
        greek in any::<bool>(),
        left_out in proptest::collection::vec(0..400_usize, 0..30),
        late in 0..12_i64,
    ) -> Schedule {
        let all = days(400);
        let weekday = |number: &i8| jiff::civil::Weekday::from_monday_zero_offset(*number).unwrap();
        Schedule {
            zone: Zone::new(ZONES[zone]).unwrap(),
            time: jiff::civil::Time::new(minute / 4, minute % 4 * 15, 0, 0).unwrap(),
            weekdays: Weekdays::of(&weekdays.iter().map(weekday).collect::<Vec<_>>()),
            holidays: if greek { Holidays::Greek } else { Holidays::None },
            left_out: left_out.into_iter().map(|number| all[number]).collect(),
            late_limit: SignedDuration::from_hours(late),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_the_plan_and_the_restarts_a_day_has_one_tip_at_most(
        plan in schedules(),
        seed in any::<u64>(),
        naps in proptest::collection::vec((0..8_760_i64, 0..4_000_i64), 0..60),
    ) {
        let from: Timestamp = "2026-01-01T12:00Z".parse().unwrap();
        let to: Timestamp = "2026-12-31T12:00Z".parse().unwrap();
        let mut outages: Vec<(Timestamp, SignedDuration)> = naps
            .iter()
            .map(|(hour, minutes)| {
                (from + SignedDuration::from_hours(*hour), SignedDuration::from_mins(*minutes))
            })
            .collect();
        outages.sort();
        let deck = greek();
        let life = live(&plan, &deck, &even(seed), from, to, &outages);
        for two in life.shown.windows(2) {
            prop_assert!(two[0].day < two[1].day);
        }
        for shown in &life.shown {
            prop_assert!(plan.is_on(shown.day), "{} is left out", shown.day);
        }
        for round in life.shown.chunks(deck.tips().len()) {
            let ids: HashSet<&str> = round.iter().map(|shown| shown.id.as_str()).collect();
            prop_assert_eq!(ids.len(), round.len());
        }
    }

    #[test]
    fn the_next_moment_is_due_at_that_moment_and_not_before(
        plan in schedules(),
        minutes in 0..525_600_i64,
    ) {
        let now = "2026-01-01T00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes);
        let (day, moment) = next_due(&plan, now, None).unwrap();
        prop_assert_eq!(due(&plan, moment, None), Due::Now { day, late: SignedDuration::ZERO });
        let waits = matches!(due(&plan, moment, Some(day)), Due::Wait { until, .. } if until > moment);
        prop_assert!(waits);
        let before = moment - SignedDuration::from_secs(1);
        let early = matches!(due(&plan, before, None), Due::Now { day: early, .. } if early == day);
        prop_assert!(!early);
    }
}
