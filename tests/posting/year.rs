//! A year of a server's life by the use cases and the storage, each day checked.
#![allow(clippy::print_stdout, reason = "it gives figures")]

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use jiff::civil::Date;
use kalologos::model::{ChannelId, Day, MessageId, ServerId, Time, UserId};
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::schedule::is_greek_holiday;
use kalologos::store::{ClaimState, Count, Outcome, OwnTipWords, Store, Vote};
use kalologos::team::Lead;
use kalologos::tips::{Plan, PlanFocus, Posted, Reach, Timetable, Tips};

use crate::posting::home::{lead, tips_of};

const SERVER: u64 = 900;
/// Midnight in Athens, as the year begins.
const BEGIN: &str = "2025-12-31T22:00Z";
const DAYS: usize = 365;
/// On which day of the year the bot was off all day, and on which until shortly before noon.
const OFF: [&str; 2] = ["2026-02-11", "2026-09-16"];
const LATE: [&str; 2] = ["2026-03-12", "2026-11-04"];

/// What comes with the program.
pub static LIBRARY: LazyLock<RuleSet> = LazyLock::new(|| {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let problems = rule_set.add_proven(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    rule_set
});

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn athens(day: Date, hour: i8, minute: i8) -> Time {
    let at = day.at(hour, minute, 0, 0).in_tz("Europe/Athens").unwrap();
    Time(at.timestamp().as_second())
}

fn stored_day(day: Date) -> Day {
    Day(athens(day, 12, 0).day().0)
}

async fn life() -> (tempfile::TempDir, Arc<Tips>) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
    (folder, tips_of(LIBRARY.clone(), store))
}

async fn lead_at(tips: &Tips, at: Time) -> Lead {
    tips.teams().lead(&lead(SERVER), at).await.unwrap()
}

/// Does what a bot does between two moments, as if it looked whenever something is due.
async fn live(tips: &Tips, table: &mut Timetable, from: Time, to: Time) -> usize {
    let (mut now, mut posts) = (from, 0);
    while now <= to {
        tips.renew_timetable(table, now).await.unwrap();
        for due in table.take_due(now) {
            if let Some(post) = tips.claim_tip(&due, now).await.unwrap() {
                posts += 1;
                let message = MessageId(post.claim.0.unsigned_abs());
                tips.settle_tip(&post, Posted::There(message), now).await.unwrap();
            }
        }
        now = table.next().unwrap().max(now.plus(1));
    }
    posts
}

#[tokio::test]
async fn a_year_of_a_servers_life() {
    let (_folder, tips) = life().await;
    let begin = Time(BEGIN.parse::<Timestamp>().unwrap().as_second());
    let mut plan = Plan::usual(ChannelId(1), "el");
    plan.schedule.left_out =
        ["2026-08-10", "2026-08-11", "2026-08-12"].map(date).into_iter().collect();
    tips.set_tip_plan(&lead_at(&tips, begin).await, &plan).await.unwrap();
    let own = OwnTipWords {
        language: "el".to_owned(),
        text: "Στη δική μας ομάδα λέμε πάντα το όνομά μας.".to_owned(),
        ..OwnTipWords::default()
    };
    let own = tips.add_tip(&lead_at(&tips, begin).await, own).await.unwrap().id;
    let skip_on = date("2026-05-20");
    let pause = date("2026-07-06")..date("2026-07-18");
    let mut table = Timetable::new(Reach::Servers);
    let days: Vec<Date> =
        std::iter::successors(Some(date("2026-01-01")), |day| day.tomorrow().ok())
            .take(DAYS)
            .collect();
    let (mut posted, mut late) = (Vec::new(), 0);
    for day in &days {
        let (midnight, evening) = (athens(*day, 0, 0), athens(*day, 23, 59));
        if *day == skip_on {
            let (_, skipped) = tips.skip_tip(&lead_at(&tips, midnight).await).await.unwrap();
            assert_eq!(skipped, skip_on);
        }
        if *day == pause.start {
            tips.pause_tips(&lead_at(&tips, midnight).await).await.unwrap();
        }
        if *day == pause.end {
            tips.resume_tips(&lead_at(&tips, midnight).await).await.unwrap();
        }
        let paused = pause.contains(day);
        let (off, sleeps) = (OFF.contains(&&*day.to_string()), LATE.contains(&&*day.to_string()));
        let awake_from = if sleeps { athens(*day, 11, 30) } else { midnight };
        let posts = match off || paused {
            true => 0,
            false => live(&tips, &mut table, awake_from, evening).await,
        };
        let weekend = day.weekday().to_monday_zero_offset() > 4;
        let left_out = weekend
            || is_greek_holiday(*day)
            || plan.schedule.left_out.contains(day)
            || (off || paused || *day == skip_on);
        assert_eq!(posts, usize::from(!left_out), "{day}");
        late += usize::from(sleeps && posts == 1);
        posted.extend((posts == 1).then_some(*day));
    }
    let claims = tips.teams().store().claims(ServerId(SERVER), Day(0)).await.unwrap();
    let on: Vec<Day> = claims.iter().map(|claim| claim.day).collect();
    assert_eq!(on, posted.iter().map(|day| stored_day(*day)).collect::<Vec<_>>());
    assert!(claims.iter().all(|claim| claim.state == ClaimState::Posted));
    // 248 working days that are none of Greece's holidays nor of the team's own, of which the bot slept through
    // two, one was skipped and ten passed in the pause.
    assert_eq!((claims.len(), late), (248 - 2 - 1 - 10, 2));
    let deck = LIBRARY.tips("el").len() + 1;
    for round in claims.chunks(deck) {
        let tips: HashSet<&str> = round.iter().map(|claim| claim.tip.as_str()).collect();
        assert_eq!(tips.len(), round.len(), "a tip came twice before the deck was through");
    }
    let own = format!("el/own-tips/{}", own.0);
    for whole in claims.chunks_exact(deck) {
        let times = whole.iter().filter(|claim| claim.tip == own).count();
        assert_eq!(times, 1, "the team's own comes in its turn");
    }
    assert!(claims.len() > deck, "no round was whole");
    println!("{} days, {} tips, {late} of them late, {deck} in the deck", days.len(), claims.len());
}

#[tokio::test]
async fn what_was_voted_down_does_not_come_again_and_needs_come_more_often() {
    let (_folder, tips) = life().await;
    let begin = Time(BEGIN.parse::<Timestamp>().unwrap().as_second());
    let plan = Plan { focus: PlanFocus::Needs, ..Plan::usual(ChannelId(1), "el") };
    tips.set_tip_plan(&lead_at(&tips, begin).await, &plan).await.unwrap();
    let mut counts: Vec<Count> = Vec::new();
    let rules = LIBRARY.packs().iter().flat_map(|pack| &pack.rules.rules);
    let rule = rules.clone().find(|rule| rule.principle.as_deref() == Some("positive-language"));
    for day in 0..60 {
        counts.push(Count {
            server: ServerId(SERVER),
            day: Day(begin.day().0 + day),
            rule: rule.unwrap().id.clone(),
            outcome: Outcome::Shown,
            times: 5,
        });
    }
    tips.teams().store().add_counts(&counts).await.unwrap();
    let down: Vec<String> = LIBRARY.tips("el").iter().take(40).map(|tip| tip.id.clone()).collect();
    for tip in &down {
        for voter in [1, 2] {
            let vote = (UserId(voter), Vote::NotForUs);
            let key = kalologos::tips::TipKey::of(tip);
            let out = tips.vote_on_tip(ServerId(SERVER), vote, key, begin).await.unwrap();
            assert_eq!(out, voter == 2);
        }
    }
    let mut table = Timetable::new(Reach::Servers);
    live(&tips, &mut table, begin, begin.plus(40 * 86_400)).await;
    let claims = tips.teams().store().claims(ServerId(SERVER), Day(0)).await.unwrap();
    assert!(claims.len() > 20);
    assert!(claims.iter().all(|claim| !down.contains(&claim.tip)));
    let tips = LIBRARY.tips("el");
    let needed = |id: &str| {
        let tip = tips.iter().find(|tip| tip.id == id);
        tip.and_then(|tip| tip.principle.as_deref()) == Some("positive-language")
    };
    let left = tips.iter().filter(|tip| needed(&tip.id) && !down.contains(&tip.id)).count();
    let first = claims.iter().take(2 * left).filter(|claim| needed(&claim.tip)).count();
    let share = left as f64 / (tips.len() - down.len()) as f64;
    assert!(first as f64 > 2.0 * share * (2 * left) as f64, "{first} of {}", 2 * left);
}

#[tokio::test]
async fn a_teams_own_tip_comes_with_what_to_try_today_if_that_was_filled_in() {
    let begin = Time(BEGIN.parse::<Timestamp>().unwrap().as_second());
    for (written, shown) in [(Some(" Μία\nφορά. "), Some("Μία φορά.")), (Some("  "), None)]
    {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
        let tips = tips_of(RuleSet::languages(builtin()).0, store);
        let words = OwnTipWords {
            language: "el".to_owned(),
            text: "Λέμε το όνομά μας.".to_owned(),
            today: written.map(str::to_owned),
            ..OwnTipWords::default()
        };
        let lead = lead_at(&tips, begin).await;
        tips.add_tip(&lead, words).await.unwrap();
        let plan = Plan::usual(ChannelId(1), "el");
        tips.set_tip_plan(&lead, &plan).await.unwrap();
        let (_, next) = tips.preview_tips(&lead, 1).await.unwrap();
        assert_eq!(next[0].tip.tip.today.as_deref(), shown);
    }
}
