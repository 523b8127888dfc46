//! Two thousand teams with fifty rules each: memory, the first and a later check. `cargo bench --bench teams`.
//!
//! `-- limits` tells what fifty teams take that are each as large as a team may be, in several ways; each way is measured
//! in a process of its own: `-- limits plain 50`.
#![allow(missing_docs, reason = "a program, read from its source")]
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark tells and stops")]
#![allow(clippy::disallowed_methods, reason = "it measures time")]

use std::fmt::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kalologos::check::{Checker, Request};
use kalologos::model::Language;
use kalologos::model::{Member, Rights};
use kalologos::model::{ServerId, Time, UserId, Version};
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::store::{Change, ChangeRequest, Operation, Store, VersionContent};
use kalologos::team::{Activate, Objections, Teams, Upload};

/// Another number may be given: `cargo bench --bench teams -- 100`.
const SERVERS: u64 = 2_000;
const RULES: u64 = 50;
/// What it may take.
const MOST_MEGABYTES: u64 = 250;
const NOW: Time = Time(1_800_000_000);
const DRAFT: &str =
    "Καλημέρα σας. Δυστυχώς δεν μπορούμε να στείλουμε το δέμα σήμερα. Κάνετε λάθος στη διεύθυνση.";

/// Fifty rules, of which half are a team's alone; with inflected words, gaps and choices.
fn rules(server: u64) -> String {
    let mut text = String::from("language: el\nrules:\n");
    for rule in 0..RULES {
        let name = if rule % 2 == 0 { server } else { 0 };
        let phrase = match rule % 5 {
            0 => format!("δεν <μπορώ:present> να στείλουμε το προϊόν{name} μοντέλο{rule}"),
            1 => format!("δυστυχώς το προϊόν{name} {{τι}} μοντέλο{rule} λείπει"),
            2 => format!("(αυτό|εκείνο|το) προϊόν{name} μοντέλο{rule} χάθηκε"),
            3 => format!("το κατάστημα{name} {rule} έκλεισε"),
            _ => format!("περίμενε{name} {rule} ημέρες"),
        };
        let _ = writeln!(
            text,
            "  - avoid: {phrase}\n    prefer: ας δούμε μαζί το προϊόν μοντέλο{rule}\n    why: Ο πελάτης μαθαίνει τι μπορεί να γίνει."
        );
    }
    text
}

/// Memory of this process that is in use, in KiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or("");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn time(checker: &Checker) -> Duration {
    let start = Instant::now();
    let _ = checker.answer(Request::Check { draft: DRAFT.to_owned() }, Language::El);
    start.elapsed()
}

/// One team by the front door, to know that its rules are sound.
async fn first_team(teams: &Arc<Teams>) {
    let member = Member {
        server: ServerId(1),
        user: UserId(1),
        rights: Rights::ManagesServer,
        roles: Vec::new(),
    };
    let upload = Upload::new("ομάδα.yaml", rules(1).into_bytes());
    let lead = teams.lead(&member, NOW).await.unwrap();
    let report = lead.upload(upload).await.unwrap();
    assert_eq!(report.difference.new.len() as u64, RULES, "{:?}", report.problems);
    let token = report.token.unwrap();
    let activate = Activate { token, objections: Objections::Stand, proposal: None };
    lead.activate(activate).await.unwrap();
}

async fn other_teams(store: &Store, servers: u64) {
    for server in 2..=servers {
        in_force(store, server, rules(server)).await;
    }
}

/// Puts the files of a team in force, past everything that looks at them.
async fn in_force(store: &Store, server: u64, rules: String) {
    let file = "ομάδα.yaml".to_owned();
    let content = VersionContent {
        format: "yaml".to_owned(),
        bytes: rules.into_bytes(),
        rules: None,
        ids: Vec::new(),
        note: None,
    };
    let request = ChangeRequest {
        server: ServerId(server),
        by: UserId(1),
        at: NOW,
        base: Version(0),
        id: None,
        kind: "activated".to_owned(),
        subject: file.clone(),
    };
    let change = Change { request, operations: vec![Operation::Add { file, content }] };
    store.change(&change).await.unwrap();
}

/// The time until each server has its answer.
async fn round(teams: &Teams, servers: u64, now: Time) -> Vec<Duration> {
    let mut times = Vec::new();
    for server in 1..=servers {
        let start = Instant::now();
        let (in_force, error) = teams.checker(ServerId(server), now).await;
        assert!(error.is_none());
        let _ = in_force.checker.answer(Request::Check { draft: DRAFT.to_owned() }, Language::El);
        times.push(start.elapsed());
    }
    times
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["limits"] => LIMITS.iter().for_each(|(name, _)| limit_in_a_process(name)),
        ["limits", name, servers] => at_the_limit(name, servers.parse().unwrap()).await,
        [servers] => usual(servers.parse().unwrap()).await,
        _ => usual(SERVERS).await,
    }
}

async fn usual(servers: u64) {
    let rule_set = with_builtin();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
    first_team(&Arc::new(Teams::new(rule_set.clone(), store.clone()))).await;
    other_teams(&store, servers).await;

    let teams = Teams::new(rule_set, store);
    let builtin: Vec<Duration> = (0..servers).map(|_| time(&teams.builtin())).collect();
    let before = resident();
    let first = round(&teams, servers, NOW).await;
    let after = resident();
    let later = round(&teams, servers, Time(NOW.0 + 1)).await;
    let confirmed = round(&teams, servers, Time(NOW.0 + 10)).await;
    let megabytes = (after - before) / 1_024;
    println!("{servers} teams of {RULES} rules: {megabytes} MiB more");
    println!("built-in rules alone     {:?}", median(builtin));
    println!("first check of a team    {:?}", median(first));
    println!("later check              {:?}", median(later));
    println!("after a look at storage  {:?}", median(confirmed));
    assert!(megabytes <= MOST_MEGABYTES, "more than {MOST_MEGABYTES} MiB");
}

fn with_builtin() -> RuleSet {
    let mut rule_set = RuleSet::languages(builtin()).0;
    rule_set.add_proven(builtin());
    rule_set
}

/// Teams at the limits.
const LARGE_SERVERS: u64 = 50;

/// Files as large as a team may have them, each in another way.
type Large = (&'static str, fn() -> String);
const LIMITS: [Large; 4] = [
    ("plain", || {
        large(5_000, |row| format!("avoid: το προϊόν μοντέλο{row} χάθηκε από το ράφι{row} σήμερα"))
    }),
    ("choices", || {
        let some = |word: &str, row: usize| {
            let all: Vec<String> = (0..8).map(|at| format!("{word}{row}α{at}")).collect();
            all.join("|")
        };
        large(3_000, |row| format!("avoid: ({}) και ({})", some("το", row), some("να", row)))
    }),
    ("large expressions", || large(100, |row| format!("regex: '[α-ω ]{{1,{}}}ζ[0-9]'", 400 + row))),
    ("many expressions", || {
        large(2_000, |row| format!("regex: '(αλ|βο|γε)[α-ω]*{}[α-ω]{{1,9}}ζ'", letters(row)))
    }),
];

fn large(rules: usize, rule: impl Fn(usize) -> String) -> String {
    let mut text = String::from("language: el\nrules:\n");
    for row in 0..rules {
        let _ = writeln!(text, "  - {}\n    id: r{row}\n    why: Έτσι.", rule(row));
    }
    text
}

/// A number in three letters.
fn letters(number: usize) -> String {
    let letter = |digit: usize| char::from_u32('α' as u32 + digit as u32 % 16).unwrap();
    [number / 256, number / 16, number].map(letter).iter().collect()
}

fn limit_in_a_process(name: &str) {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    let ended = command.args(["limits", name, &LARGE_SERVERS.to_string()]).status().unwrap();
    assert!(ended.success(), "{name}");
}

/// What so many teams take of which each is as large as it may be.
async fn at_the_limit(name: &str, servers: u64) {
    let (_, file) = LIMITS.iter().find(|(known, _)| *known == name).unwrap();
    let text = file();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
    for server in 1..=servers {
        in_force(&store, server, text.clone()).await;
    }
    let teams = Teams::new(with_builtin(), store);
    let word = "αλφαβητο βολοδερνω γεμιζω καθομαι ζητημα ".repeat(140);
    let draft = Request::Check { draft: word };
    let _ = teams.builtin().answer(draft.clone(), Language::El);
    let before = resident();
    let mut one = 0;
    for server in 1..=servers {
        let team = teams.team(ServerId(server), NOW).await.unwrap();
        assert!(team.problems.is_empty() && team.own_rules() > 0, "{:?}", team.problems.first());
        let _ = team.checker.answer(draft.clone(), Language::El);
        if server == 1 {
            one = resident().saturating_sub(before);
        }
    }
    let (at_hand, counted) = teams.at_hand();
    println!(
        "{name}: a file of {} KiB; one team {} MiB more, {servers} teams {} MiB more, of which {at_hand} are at hand and count as {} MiB",
        text.len() / 1_024,
        one / 1_024,
        resident().saturating_sub(before) / 1_024,
        counted >> 20,
    );
}
