//! What attacks on the bot cost others: `cargo bench --bench attacks`, or `-- quadratic floods` for some of them.
//!
//! The bot runs as a process of its own on a fake Discord. Members of ten servers check a reply now and then, first in
//! peace, then while people of four others attack; how long their checks take is compared, in several rounds. The fake
//! and the attackers need processors too, so on a small machine a part of what is measured is theirs.
//!
//! `cargo bench --bench attacks -- mutated 7` hands thousands of files to the bot that were sound until a few things in
//! them changed; the number seeds what looks like chance.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark may stop where it stands")]
#![allow(clippy::print_stdout, reason = "figures are what it is for")]
#![allow(clippy::disallowed_methods, reason = "it measures time")]

mod attack;
#[path = "../../tests/workbooks/book.rs"]
mod book;
mod bot;
mod files;
#[allow(dead_code, reason = "a part of the attacks is enough here")]
#[path = "../../tests/workbooks/hostile.rs"]
mod hostile;
#[path = "../../tests/workbooks/mutated.rs"]
mod mutated;
mod stage;

use std::process::ExitCode;
use std::time::Duration;

use attack::Attack;
use stage::{Crowd, Stage};

/// Rounds in peace and under attack, by turns.
const ROUNDS: usize = 5;
/// What the p99 of others may become, in times what it is in peace: the aim, not a bound.
const AIM: f64 = 2.0;
/// Who attacks.
const ATTACKERS: Crowd = Crowd { servers: 4, people: 40 };
/// What the bot may take at its worst.
const MOST_MIB: u64 = 1_024;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    match arguments.as_slice() {
        ["--bot", url, data, channel] => runtime.block_on(bot::run(url, data, channel)),
        ["mutated"] => return runtime.block_on(files::mutated(1)),
        ["mutated", seed] => return runtime.block_on(files::mutated(seed.parse().unwrap())),
        names => return runtime.block_on(all(names)),
    }
    ExitCode::SUCCESS
}

/// Every attack, or those of these names.
async fn all(names: &[&str]) -> ExitCode {
    println!(
        "| attack | p99 in peace | p99 attacked | times | median | an attack takes | answered | peak MiB |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|");
    let mut is_within = true;
    for attack in Attack::ALL {
        if names.is_empty() || names.contains(&attack.name()) {
            is_within &= measured(attack).await <= MOST_MIB;
        }
    }
    println!("the aim is {AIM} times");
    if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One attack, in rounds; the bot's peak in MiB.
async fn measured(attack: Attack) -> u64 {
    let stage = Stage::set(Some(attack), ATTACKERS).await;
    // What is read once is not of an attack's making.
    stage.others().await;
    let (mut peace, mut attacked, mut times, mut middles) = (vec![], vec![], vec![], vec![]);
    let mut attacks = Vec::new();
    for _ in 0..ROUNDS {
        let quiet = stage.others().await;
        let attackers = stage.attack(attack);
        // Until it is under way.
        tokio::time::sleep(Duration::from_millis(500)).await;
        let disturbed = stage.others().await;
        attacks.extend(attackers.end().await);
        stage.calms_down().await;
        times.push(quantile(&disturbed, 99).as_secs_f64() / quantile(&quiet, 99).as_secs_f64());
        middles.push(quantile(&disturbed, 50).as_secs_f64() / quantile(&quiet, 50).as_secs_f64());
        peace.push(quantile(&quiet, 99));
        attacked.push(quantile(&disturbed, 99));
    }
    let peak = stage.peak();
    println!(
        "| {} | {:.1?} | {:.1?} | {:.2} ({:.2} to {:.2}) | {:.2} | {:.1?} | {} | {peak} |",
        attack.name(),
        quantile(&peace, 50),
        quantile(&attacked, 50),
        middle(&times),
        times.iter().copied().fold(f64::INFINITY, f64::min),
        times.iter().copied().fold(0.0, f64::max),
        middle(&middles),
        quantile(&attacks, 50),
        attacks.len(),
    );
    peak
}

fn quantile(times: &[Duration], of_hundred: usize) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len().saturating_sub(1) * of_hundred / 100).copied().unwrap_or_default()
}

fn middle(numbers: &[f64]) -> f64 {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
