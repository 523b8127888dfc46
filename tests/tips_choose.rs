//! Which tip a server sees: an order of its own, nothing twice before the deck is through, neighbours apart.
#![allow(clippy::unwrap_used, reason = "a test stops at what should not happen")]

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use kalologos::desk::{Library, builtin};
use kalologos::rules::Tip;
use kalologos::tips::{
    Choices, Deck, Due, Focus, Holidays, LATE_LIMIT, Schedule, Shown, Weekdays, Zone, choose, due,
    is_greek_holiday, next_due, pick, seed_of, upcoming,
};
use proptest::prelude::*;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let (mut library, _) = Library::languages(builtin());
    library.add_proven(builtin());
    library
});
static NONE: BTreeSet<String> = BTreeSet::new();

fn greek() -> Deck<'static> {
    Deck::new(LIBRARY.tips("el"))
}

fn even(seed: u64) -> Choices<'static> {
    Choices { seed, left_out: &NONE, focus: Focus::Even }
}

fn days(count: usize) -> Vec<Date> {
    let first: Date = "2026-01-01".parse().unwrap();
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take(count).collect()
}

/// A tip for each letter: its principle.
fn tips(principles: &str) -> Vec<Tip> {
    let tip = |(number, letter): (usize, char)| Tip {
        id: format!("el/team/{letter}{number}"),
        principle: (letter != '-').then(|| letter.to_string()),
        text: format!("{number}"),
        ..Tip::default()
    };
    principles.chars().enumerate().map(tip).collect()
}

fn run(deck: &Deck<'_>, count: usize, choices: &Choices<'_>) -> Vec<Tip> {
    let found = upcoming(deck, &[], &days(count), choices);
    found.into_iter().map(|(_, tip)| tip.clone()).collect()
}

fn neighbours_alike(tips: &[Tip]) -> usize {
    tips.windows(2).filter(|two| two[0].principle == two[1].principle).count()
}

#[test]
fn five_rounds_of_the_built_in_deck() {
    let deck = greek();
    let size = deck.tips().len();
    for seed in 0..6 {
        let shown = run(&deck, 5 * size, &even(seed));
        for round in shown.chunks(size) {
            let ids: HashSet<&str> = round.iter().map(|tip| tip.id.as_str()).collect();
            assert_eq!(ids.len(), size, "seed {seed}");
        }
        assert_eq!(neighbours_alike(&shown), 0, "seed {seed}");
        for (at, tip) in shown.iter().enumerate() {
            let soon = shown[at + 1..].iter().take(size / 2 - 1).any(|other| other.id == tip.id);
            assert!(!soon, "seed {seed}: {} comes again soon", tip.id);
        }
    }
}

#[test]
fn an_order_is_a_servers_own_and_stays() {
    let deck = greek();
    let order = |seed| run(&deck, 30, &even(seed_of(seed)));
    assert_eq!(order("guild 1"), order("guild 1"));
    let firsts: HashSet<String> =
        (0..200).map(|seed| run(&deck, 1, &even(seed))[0].id.clone()).collect();
    // 200 draws from some 140 tips give about 106 different ones.
    assert!(firsts.len() > 80, "{}", firsts.len());
    let two_rounds = run(&deck, 2 * deck.tips().len(), &even(1));
    let (one, two) = two_rounds.split_at(deck.tips().len());
    assert_ne!(one, two, "each round has an order of its own");
}

#[test]
fn the_same_day_gives_the_same_tip_again() {
    let deck = greek();
    let mut shown: Vec<Shown> = Vec::new();
    for day in days(200) {
        let tip = choose(&deck, &shown, day, &even(3)).unwrap();
        shown.push(Shown { id: tip.id.clone(), day });
        assert_eq!(choose(&deck, &shown, day, &even(3)).unwrap().id, tip.id, "{day}");
    }
}

#[test]
fn small_and_lopsided_decks() {
    for (principles, alike) in [
        ("a", None),
        ("ab", Some(0)),
        ("aab", Some(0)),
        ("abc", Some(0)),
        ("aaabbc", Some(0)),
        ("aaaabbbbc", Some(0)),
        ("----", None),
        ("aa--", None),
        // Three of five: they can't be kept apart within a round.
        ("aaaab", None),
    ] {
        let tips = tips(principles);
        let deck = Deck::new(&tips);
        for seed in 0..50 {
            let one_round = run(&deck, tips.len(), &even(seed));
            let ids: HashSet<&str> = one_round.iter().map(|tip| tip.id.as_str()).collect();
            assert_eq!(ids.len(), tips.len(), "{principles}, seed {seed}");
            if let Some(alike) = alike {
                assert_eq!(neighbours_alike(&one_round), alike, "{principles}, seed {seed}");
            }
            let rounds = run(&deck, 4 * tips.len(), &even(seed));
            let repeated = rounds.windows(2).any(|two| two[0].id == two[1].id);
            assert!(tips.len() == 1 || !repeated, "{principles}, seed {seed}: {rounds:?}");
        }
    }
    assert!(choose(&Deck::default(), &[], days(1)[0], &even(1)).is_none());
}

#[test]
fn a_deck_that_changes_within_a_round_goes_on() {
    let all = tips("abcdefghabcdefgh");
    let (before, added) = all.split_at(12);
    let first = Deck::new(before);
    let mut shown = Vec::new();
    for (day, tip) in upcoming(&first, &[], &days(6), &even(9)) {
        shown.push(Shown { id: tip.id.clone(), day });
    }
    // Four join, one that was shown and one that was not leave.
    let seen: Vec<String> = shown.iter().map(|shown| shown.id.clone()).collect();
    let unseen = before.iter().find(|tip| !seen.contains(&tip.id)).unwrap();
    let gone = [seen[2].clone(), unseen.id.clone()];
    let changed = Deck::new(all.iter().filter(|tip| !gone.contains(&tip.id)));
    let rest = upcoming(&changed, &shown, &days(30)[6..15], &even(9));
    let rest: BTreeSet<&str> = rest.iter().map(|(_, tip)| tip.id.as_str()).collect();
    let expected: BTreeSet<&str> = before
        .iter()
        .chain(added)
        .map(|tip| tip.id.as_str())
        .filter(|id| !seen.contains(&(*id).to_owned()) && !gone.contains(&(*id).to_owned()))
        .collect();
    assert_eq!(rest, expected, "the round ends with all that were not shown, and no other");
}

#[test]
fn voted_down_tips_stay_out_and_a_teams_own_are_mixed_in() {
    let own = tips("xyz");
    let builtin = LIBRARY.tips("el");
    let deck = Deck::new(own.iter().chain(builtin.iter().copied()));
    let left_out: BTreeSet<String> = builtin.iter().take(40).map(|tip| tip.id.clone()).collect();
    let choices = Choices { seed: 5, left_out: &left_out, focus: Focus::Even };
    let size = deck.tips().len() - left_out.len();
    let round = run(&deck, size, &choices);
    let ids: HashSet<&str> = round.iter().map(|tip| tip.id.as_str()).collect();
    assert_eq!(ids.len(), size);
    assert!(round.iter().all(|tip| !left_out.contains(&tip.id)));
    let places: Vec<usize> =
        own.iter().map(|own| round.iter().position(|tip| tip.id == own.id).unwrap()).collect();
    let spread = places.iter().max().unwrap() - places.iter().min().unwrap();
    assert!(spread > 5, "they come one after another: {places:?}");
}

#[test]
fn a_team_replaces_a_built_in_tip_by_its_id() {
    let builtin = LIBRARY.tips("el");
    let own = Tip { text: "Δικό μας.".to_owned(), ..builtin[3].clone() };
    let deck = Deck::new(std::iter::once(&own).chain(builtin.iter().copied()));
    assert_eq!(deck.tips().len(), builtin.len());
    assert_eq!(deck.tip(&own.id).unwrap().text, "Δικό μας.");
}

#[test]
fn what_a_team_needs_comes_first_more_often() {
    let deck = greek();
    let size = deck.tips().len();
    let found = BTreeMap::from([("calm".to_owned(), 30), ("clarity".to_owned(), 4)]);
    let place = |choices: &Choices<'_>, principle: &str| -> f64 {
        let round = run(&deck, size, choices);
        assert_eq!(neighbours_alike(&round), 0);
        let is_on = |tip: &Tip| tip.principle.as_deref() == Some(principle);
        let places: Vec<usize> =
            round.iter().enumerate().filter(|(_, tip)| is_on(tip)).map(|(at, _)| at).collect();
        places.iter().sum::<usize>() as f64 / places.len() as f64
    };
    let mean = |focus: Focus<'_>, principle: &str| -> f64 {
        let places = (0..8).map(|seed| place(&Choices { seed, left_out: &NONE, focus }, principle));
        places.sum::<f64>() / 8.0
    };
    let [calm, clarity, empathy] =
        ["calm", "clarity", "empathy"].map(|it| mean(Focus::Needs(&found), it));
    assert!(calm < 12.0, "{calm}");
    assert!(clarity < 25.0, "{clarity}");
    assert!(empathy > 50.0, "{empathy}");
    assert!(mean(Focus::Even, "calm") > 50.0);
}

#[test]
fn a_pick_is_another_than_lately() {
    let deck = greek();
    let mut firsts: HashSet<&str> = HashSet::new();
    for seed in 0..300 {
        firsts.insert(&pick(&deck, seed, &[]).unwrap().id);
    }
    assert!(firsts.len() > 100, "{}", firsts.len());
    let lately: Vec<String> = deck.tips().iter().take(50).map(|tip| tip.id.clone()).collect();
    let last = deck.tip(&lately[49]).unwrap();
    for seed in 0..300 {
        let tip = pick(&deck, seed, &lately).unwrap();
        assert!(!lately.contains(&tip.id) && tip.principle != last.principle);
    }
    assert!(pick(&Deck::default(), 1, &[]).is_none());
}

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
    "Europe/Athens",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Pacific/Kiritimati",
    "America/St_Johns",
    "America/Nuuk",
    "Pacific/Chatham",
    "Africa/Casablanca",
    "Pacific/Honolulu",
    "Asia/Kathmandu",
    "UTC",
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

    #[test]
    fn however_the_deck_is_made_up_a_round_shows_each_tip_once(
        principles in "[a-f-]{1,40}",
        seed in any::<u64>(),
        needs in proptest::collection::btree_map("[a-f]", 0..50_u64, 0..4),
    ) {
        let tips = tips(&principles);
        let deck = Deck::new(&tips);
        let choices = Choices { seed, left_out: &NONE, focus: Focus::Needs(&needs) };
        let shown = run(&deck, 2 * tips.len(), &choices);
        for round in shown.chunks(tips.len()) {
            let ids: HashSet<&str> = round.iter().map(|tip| tip.id.as_str()).collect();
            prop_assert_eq!(ids.len(), tips.len());
        }
        // No principle has more than half of the tips: then they can be kept apart, across the seam as well.
        let most = tips.iter().filter_map(|tip| tip.principle.as_deref()).map(|principle| {
            tips.iter().filter(|tip| tip.principle.as_deref() == Some(principle)).count()
        }).max().unwrap_or(0);
        if 2 * most <= tips.len() {
            let alike = shown.windows(2).filter(|two| {
                two[0].principle.is_some() && two[0].principle == two[1].principle
            }).count();
            prop_assert_eq!(alike, 0, "{:?}", shown);
        }
    }
}
