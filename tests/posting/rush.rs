//! A thousand servers whose tips are due in the same minute, and people who check drafts meanwhile.
#![allow(clippy::print_stdout, reason = "it gives figures")]
#![allow(clippy::disallowed_methods, reason = "it measures")]

use std::time::{Duration, Instant};

use crate::posting::home::{Home, every_day, lead};
use fake_discord::{FakeDiscord, Person};

const SERVERS: usize = 1_000;
/// Between two checks.
const CHECK_EVERY: Duration = Duration::from_millis(40);
const CHECKS_BEFORE: usize = 500;
const DRAFT: &str = "Δυστυχώς δεν μπορώ να σας βοηθήσω με το δέμα σας σήμερα.";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute, and gives figures: cargo test --release --test suite posting::rush -- --ignored --nocapture"]
async fn a_thousand_servers_due_in_one_minute() {
    let home = Home::whole().await;
    let at = home.hands.now();
    for number in 1..SERVERS {
        let server = home.discord.server(&format!("Ομάδα {number}"));
        let mut plan = every_day(server.channel("συμβουλές").id);
        plan.schedule.time = "14:00".parse().unwrap();
        home.tips.set_tip_plan(&home.lead_at(&lead(server.id), at).await, &plan).await.unwrap();
    }
    let mut plan = every_day(home.channel.id);
    plan.schedule.time = "14:00".parse().unwrap();
    home.tips.set_tip_plan(&home.lead_at(&home.lead(), at).await, &plan).await.unwrap();
    let due = plan.schedule.moment(jiff_day(at)).unwrap().as_second();
    let bot = home.bot().await;
    let agent = home.discord.person("Άννα").locale("el").in_channel(&home.channel);
    let quiet = checks(&agent, |count| count >= CHECKS_BEFORE).await;
    let begun = Instant::now();
    home.at(kalologos::model::Time(due));
    let posts = || home.discord.requests_to("POST /channels/").len();
    let busy = checks(&agent, |_| posts() >= SERVERS).await;
    home.discord.answered("POST /channels/", SERVERS).await;
    let requests = home.discord.requests_to("POST /channels/");
    let last = requests.iter().map(|it| it.at).max().unwrap();
    let lasted = last.duration_since(begun);
    assert_eq!(requests.len(), SERVERS);
    let channels: std::collections::HashSet<&str> =
        requests.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(channels.len(), SERVERS);
    println!(
        "{SERVERS} tips: the last one after {lasted:?}, at most {} a second",
        busiest(&home.discord)
    );
    println!("/check before: {}", quiet.shown());
    println!("/check meanwhile: {}", busy.shown());
    assert!(busiest(&home.discord) <= 50, "Discord takes fifty a second");
    bot.stop().await;
}

fn jiff_day(at: kalologos::model::Time) -> jiff::civil::Date {
    let at = jiff::Timestamp::from_second(at.0).unwrap();
    at.in_tz("Europe/Athens").unwrap().date()
}

/// The most requests for tips that came within any second.
fn busiest(discord: &FakeDiscord) -> usize {
    let times: Vec<Instant> =
        discord.requests_to("POST /channels/").iter().map(|it| it.at).collect();
    let within = |from: &Instant| {
        times.iter().filter(|at| **at >= *from && **at < *from + Duration::from_secs(1)).count()
    };
    times.iter().map(within).max().unwrap_or(0)
}

struct Latencies(Vec<Duration>);

impl Latencies {
    fn shown(&self) -> String {
        let mut sorted = self.0.clone();
        sorted.sort();
        let at = |share: usize| sorted[(sorted.len() * share / 100).min(sorted.len() - 1)];
        format!("{} checks, p50 {:?}, p99 {:?}, most {:?}", sorted.len(), at(50), at(99), at(100))
    }
}

/// Checks at a steady pace until `is_over`, which is told how many there were; how long each took from the event to
/// the answer's arrival.
async fn checks(agent: &Person, is_over: impl Fn(usize) -> bool) -> Latencies {
    let before = agent.discord.latencies().len();
    let mut pace = tokio::time::interval(CHECK_EVERY);
    let mut asked = Vec::new();
    loop {
        pace.tick().await;
        asked.push(agent.send_slash("check", &[("draft", DRAFT)]).await);
        if is_over(asked.len()) {
            break;
        }
    }
    for asked in &asked {
        asked.answer().await;
    }
    Latencies(agent.discord.latencies().split_off(before))
}
