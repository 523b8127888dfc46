//! A bot that is killed around a post: each day has at most one tip, and after the next start exactly one.
//!
//! The bot is this test program once more, run for [`child`] alone; Discord lives on in this one.

#![allow(clippy::print_stdout, reason = "the processes of this test speak to one another")]

use std::collections::HashSet;
use std::io::{BufRead, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Duration;

use kalologos::model::{Day, ServerId, Time};
use kalologos::store::ClaimState;

use crate::fake_discord::faults::Scope;
use crate::posting::home::{Bot, DAY, FIRST, Hands, Home, settings, tips};

const PATH: &str = "KALOLOGOS_TEST_PATH";
const URL: &str = "KALOLOGOS_TEST_URL";
const AT: &str = "KALOLOGOS_TEST_AT";
/// How many kills there are, if it is not said otherwise.
const KILLS: &str = "KALOLOGOS_TEST_KILLS";
const USUAL_KILLS: usize = 40;
/// Every so many days nobody is killed.
const QUIET_DAY: i64 = 4;
/// Within so many microseconds of nine o'clock somebody is killed.
const MOMENTS: u64 = 90_000;
const POST: &str = "POST /channels/*/messages";

/// A bot whose clock follows what comes in: one moment a line.
#[test]
#[ignore = "run by the other test of this file, as a process of its own"]
fn child() {
    let [path, url, at] = [PATH, URL, AT].map(std::env::var);
    let (Ok(path), Ok(url), Ok(at)) = (path, url, at) else { return };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let hands = Hands::at(Time(at.parse().unwrap()));
    let tips = runtime.block_on(tips(Path::new(&path)));
    let bot = runtime.spawn({
        let settings = settings(&url, &tips, &hands);
        async { Bot::start(settings) }
    });
    for line in std::io::stdin().lock().lines() {
        hands.set(Time(line.unwrap().parse().unwrap()), &tips);
    }
    drop(bot);
}

/// The bot as a process.
struct Process {
    child: Child,
    stdin: ChildStdin,
}

impl Process {
    async fn start(home: &Home, at: Time, number: usize) -> Process {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "posting::kills::child", "--ignored", "--nocapture"])
            .env(PATH, home.path())
            .env(URL, home.discord.url())
            .env(AT, at.0.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        home.discord.gateway().identified(number).await;
        let stdin = child.stdin.take().unwrap();
        Process { child, stdin }
    }

    /// Moves its clock.
    fn at(&mut self, time: Time) {
        writeln!(self.stdin, "{}", time.0).unwrap();
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _: std::io::Result<()> = self.child.kill();
    }
}

/// Where a kill met the bot.
#[derive(Default, Debug)]
struct Met {
    before_the_claim: usize,
    claimed_alone: usize,
    posted_alone: usize,
    settled: usize,
}

/// xorshift, so that every run tries the same kinds of moments.
struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

/// Something that goes wrong on the day's first post, on about every other day.
fn plan_problem(home: &Home, random: &mut Random) -> usize {
    let post = || home.discord.on(POST);
    match random.below(10) {
        0 => post().limited(Duration::from_millis(30), Scope::Route),
        1 => post().answers(500),
        2 => post().loses_the_answer(),
        3 => post().does_it_but_answers(502),
        4 => post().hangs_up(),
        _ => return 0,
    }
    1
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_around_the_post_each_day_has_one_tip_at_most() {
    let kills = std::env::var(KILLS).ok().map_or(USUAL_KILLS, |count| count.parse().unwrap());
    let home = Home::new().await;
    let server = ServerId(home.server.id);
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let (mut met, mut day) = (Met::default(), 0);
    let (mut killed, mut again, mut errors) = (0, 0, 0);
    let mut process = Process::start(&home, FIRST.plus(-60), 1).await;
    while killed < kills {
        let nine = FIRST.plus(day * DAY);
        let before = home.posts();
        errors += plan_problem(&home, &mut random);
        home.move_fake(nine);
        process.at(nine);
        if day % QUIET_DAY != 0 {
            tokio::time::sleep(Duration::from_micros(random.below(MOMENTS))).await;
            process.kill();
            killed += 1;
            assert!(home.posts() <= before + 1, "day {day} has several tips");
            let claim = home.tips.teams().store().claims(server, Day(0)).await.unwrap().pop();
            let claim = claim.filter(|claim| claim.at == nine);
            match claim.map(|claim| claim.state) {
                None => met.before_the_claim += 1,
                Some(ClaimState::Claimed) if home.posts() == before => met.claimed_alone += 1,
                Some(ClaimState::Claimed) => met.posted_alone += 1,
                Some(_) => met.settled += 1,
            }
            // Nobody tells Discord's nonces by then: the channel has to be looked into.
            let mut later = nine.plus(600);
            home.move_fake(later);
            process = Process::start(&home, later, killed + 1).await;
            while random.below(3) == 0 {
                // And killed while it looks, or posts after all.
                tokio::time::sleep(Duration::from_micros(random.below(MOMENTS / 4))).await;
                process.kill();
                killed += 1;
                again += 1;
                assert!(home.posts() <= before + 1, "day {day} has several tips");
                later = later.plus(600);
                home.move_fake(later);
                process = Process::start(&home, later, killed + 1).await;
            }
        }
        let claims = home.settled(usize::try_from(day).unwrap() + 1).await;
        assert_eq!(home.posts(), before + 1, "day {day}, {:?}", claims.last());
        day += 1;
    }
    process.kill();
    assert_all_is_well(&home, usize::try_from(day).unwrap()).await;
    println!(
        "{killed} kills on {day} days, {errors} with a error of Discord's: {met:?}, and {again} after that"
    );
    let Met { before_the_claim, claimed_alone, posted_alone, settled } = met;
    if kills >= 200 {
        let all = [before_the_claim, claimed_alone, posted_alone, settled];
        assert!(all.iter().all(|count| *count > 0), "the kills came at few moments");
    }
    assert!(claimed_alone + posted_alone > 0, "no kill came between claim and settling");
}

/// Every day has its message, and no tip came twice before the deck was through.
async fn assert_all_is_well(home: &Home, days: usize) {
    let claims = home.settled(days).await;
    let posted: HashSet<u64> = claims.iter().filter_map(|it| Some(it.message?.0)).collect();
    let there: HashSet<u64> = home.channel.messages().iter().map(|it| it.id).collect();
    assert_eq!((claims.len(), posted), (days, there));
    for round in claims.chunks(20) {
        let tips: HashSet<&str> = round.iter().map(|claim| claim.tip.as_str()).collect();
        assert_eq!(tips.len(), round.len(), "a tip came twice in a round");
    }
}
