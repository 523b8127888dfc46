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

use crate::posting::home::{Bot, DAY, FIRST, Hands, Home, settings, tips};
use fake_discord::faults::Scope;

const PATH: &str = "KALOLOGOS_TEST_PATH";
const URL: &str = "KALOLOGOS_TEST_URL";
const AT: &str = "KALOLOGOS_TEST_AT";
/// How many kills there are, if it is not said otherwise.
const KILLS: &str = "KALOLOGOS_TEST_KILLS";
const USUAL_KILLS: usize = 40;
/// Every so many days nobody is killed.
const QUIET_DAY: i64 = 4;
/// Within so many microseconds of nine o'clock it is killed whenever it may be.
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

/// When the bot is killed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Moment {
    BeforeTheClaim,
    ClaimedAlone,
    PostedAlone,
    Settled,
    /// Whenever it may be.
    Any,
}

impl Moment {
    const ALL: [Moment; 5] = [
        Moment::BeforeTheClaim,
        Moment::ClaimedAlone,
        Moment::PostedAlone,
        Moment::Settled,
        Moment::Any,
    ];

    /// Lets the day begin, and kills the process at this moment. What is held stays so: nobody does later what a dead
    /// process asked for.
    async fn kills(self, home: &Home, process: &mut Process, day: i64, random: &mut Random) {
        let nine = FIRST.plus(day * DAY);
        let post = || home.discord.on(POST);
        let held = match self {
            Moment::ClaimedAlone => Some(post().held()),
            Moment::PostedAlone => Some(post().answer_held()),
            _ => None,
        };
        home.move_fake(nine);
        if self != Moment::BeforeTheClaim {
            process.at(nine);
        }
        match (self, held) {
            (_, Some(held)) => {
                held.arrived(1).await;
                std::mem::forget(held);
            }
            (Moment::Settled, None) => {
                home.settled(usize::try_from(day).unwrap() + 1).await;
            }
            (Moment::Any, None) => {
                tokio::time::sleep(Duration::from_micros(random.below(MOMENTS))).await;
            }
            _ => (),
        }
        process.kill();
    }

    /// What is known of the day then: the state of its claim, and whether its message is there.
    fn leaves(self, state: Option<ClaimState>, is_posted: bool) -> bool {
        match self {
            Moment::BeforeTheClaim => (state, is_posted) == (None, false),
            Moment::ClaimedAlone => (state, is_posted) == (Some(ClaimState::Claimed), false),
            Moment::PostedAlone => (state, is_posted) == (Some(ClaimState::Claimed), true),
            Moment::Settled => state.is_some_and(|it| it != ClaimState::Claimed) && is_posted,
            Moment::Any => true,
        }
    }
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
    let mut day = 0;
    let mut moments = Moment::ALL.into_iter().cycle();
    let (mut killed, mut again, mut errors) = (0, 0, 0);
    let mut process = Process::start(&home, FIRST.plus(-60), 1).await;
    while killed < kills {
        let nine = FIRST.plus(day * DAY);
        let before = home.posts();
        if day % QUIET_DAY == 0 {
            errors += plan_problem(&home, &mut random);
            home.move_fake(nine);
            process.at(nine);
        } else {
            let moment = moments.next().unwrap();
            if moment == Moment::Any {
                errors += plan_problem(&home, &mut random);
            }
            moment.kills(&home, &mut process, day, &mut random).await;
            killed += 1;
            assert!(home.posts() <= before + 1, "day {day} has several tips");
            let claim = home.tips.teams().store().claims(server, Day(0)).await.unwrap().pop();
            let state = claim.filter(|claim| claim.at == nine).map(|claim| claim.state);
            let is_posted = home.posts() > before;
            assert!(moment.leaves(state, is_posted), "{moment:?}: {state:?}, {is_posted}");
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
        home.discord.forgets_faults();
        day += 1;
    }
    process.kill();
    assert_all_is_well(&home, usize::try_from(day).unwrap()).await;
    println!("{killed} kills on {day} days, {again} of them while it looked; {errors} errors");
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
