//! Two thousand teams with fifty rules each, measured:
//!
//! ```sh
//! cargo test --release --test team many -- --ignored --nocapture
//! ```

use std::fmt::Write;
use std::time::{Duration, Instant};

use kalologos::desk::team::{Asker, Upload};
use kalologos::store::{ServerId, Time};

use crate::common::*;

const SERVERS: u64 = 2_000;
const RULES: u64 = 50;
const MOST_MEGABYTES: u64 = 250;

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

#[tokio::test]
#[ignore = "takes a minute, and figures are of use in a release build only"]
async fn two_thousand_teams_fit_into_memory_and_slow_no_check() {
    let home = Home::new().await;
    for server in 1..=SERVERS {
        let asker = Asker { server: ServerId(server), ..lead() };
        let content = kalologos::store::VersionContent {
            format: "yaml".to_owned(),
            bytes: rules(server).into_bytes(),
            rules: None,
            ids: Vec::new(),
            note: None,
        };
        if server == 1 {
            // One by the front door, to know that the rules are sound.
            let upload = Upload::new("ομάδα.yaml", content.bytes);
            let report = home.teams.upload(&asker, upload, NOW).await.unwrap();
            assert_eq!(report.difference.new.len() as u64, RULES, "{:?}", report.problems);
            home.teams.activate(&asker, plainly(&report), NOW).await.unwrap();
            continue;
        }
        let file = "ομάδα.yaml".to_owned();
        let change = kalologos::store::Change {
            server: asker.server,
            by: asker.user,
            at: NOW,
            base: kalologos::store::Version(0),
            request: None,
            deed: "activated".to_owned(),
            subject: file.clone(),
            steps: vec![kalologos::store::StepOfChange::Add { file, content }],
        };
        home.teams.store().change(&change).await.unwrap();
    }
    let home = home.restarted().await;
    let draft = "Καλημέρα σας. Δυστυχώς δεν μπορούμε να στείλουμε το δέμα σήμερα. Κάνετε λάθος στη διεύθυνση.";
    let time = |desk: &kalologos::desk::Desk| {
        let start = Instant::now();
        let _ = card(desk, draft);
        start.elapsed()
    };
    let builtin: Vec<Duration> = (0..2_000).map(|_| time(home.teams.builtin())).collect();
    let before = resident();
    let mut first = Vec::new();
    for server in 1..=SERVERS {
        let start = Instant::now();
        let (in_force, trouble) = home.teams.in_force(ServerId(server), NOW).await;
        assert!(trouble.is_none());
        let _ = card(&in_force.desk, draft);
        first.push(start.elapsed());
    }
    let after = resident();
    let mut later = Vec::new();
    for server in 1..=SERVERS {
        let start = Instant::now();
        let (in_force, _) = home.teams.in_force(ServerId(server), Time(NOW.0 + 1)).await;
        let _ = card(&in_force.desk, draft);
        later.push(start.elapsed());
    }
    let megabytes = (after - before) / 1_024;
    println!(
        "{SERVERS} teams of {RULES} rules: {megabytes} MiB more; first check {:?}, later check {:?}, \
         built-in alone {:?} (medians)",
        median(first),
        median(later),
        median(builtin)
    );
    assert!(megabytes <= MOST_MEGABYTES, "{megabytes} MiB");
}
