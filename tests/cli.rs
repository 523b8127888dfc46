//! The command line as its users see it: `tests/cmd` holds whole commands with what they print.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const TEAM: &str = "tests/cmd/team";
const PROGRAM: &str = env!("CARGO_BIN_EXE_kalologos");

#[test]
fn commands_print_what_the_cases_say() {
    let folder = tempfile::tempdir().unwrap();
    trycmd::TestCases::new()
        .env("KALOLOGOS_DATA", folder.path().join("data.sqlite").to_string_lossy())
        .env("LC_ALL", "C")
        .env("COLUMNS", "100")
        .case("tests/cmd/*.md")
        .case("tests/cmd/*.toml");
}

fn kalologos(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).env("LC_ALL", "C").stdin(Stdio::null());
    command
}

#[test]
fn the_built_in_files_are_inside_the_binary() {
    let elsewhere = std::env::temp_dir();
    let output = kalologos(&["check", "--format", "json", "Καλημέρα σας."])
        .current_dir(elsewhere)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["rewrite"], "Καλημέρα σας.");
}

/// What a command gives for this standard input.
fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = kalologos(arguments);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn objects(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_line_gives_one_object_in_order() {
    let input = "Κάνετε λάθος.\r\n\u{2028}\n\n".as_bytes();
    let input = [input, b"\xff\xfe\r\n", "Τέλος".as_bytes()].concat();
    let output =
        piped(&["check", "--no-builtin", "--rules", TEAM, "--lines", "--format", "json"], &input);
    let objects = objects(&output);
    let drafts: Vec<Option<&str>> = objects.iter().map(|object| object["draft"].as_str()).collect();
    assert_eq!(drafts, [Some("Κάνετε λάθος."), Some("\u{2028}"), Some(""), None, Some("Τέλος")]);
    assert_eq!(objects[3]["error"], "The draft is not UTF-8 text, so it can't be read.");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn no_line_gives_no_object() {
    let output = piped(&["check", "--lines", "--format", "json"], b"");
    assert!(output.stdout.is_empty());
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_team_replaces_a_built_in_rule_and_brings_a_word_of_its_own() {
    let rules = ["check", "--format", "json", "--rules", "tests/cmd/own-word"];
    let output = piped(&rules, "Δεν ξεχάσαμε, παραλάβαμε το δέμα. Κάνετε λάθος.".as_bytes());
    let object = &objects(&output)[0];
    assert_eq!(object["rewrite"], "Δεν ξεχάσαμε, έχουμε το δέμα. Ας το δούμε μαζί.", "{object}");
    assert_eq!(object["findings"][1]["rule"], "el/positive-language/wrong");
}

#[test]
fn a_built_in_file_is_the_same_however_its_path_is_written() {
    let places = [
        (".", "rules/el/telephone.yaml"),
        (".", "./rules/el/telephone.yaml"),
        ("rules/el", "telephone.yaml"),
    ];
    for (folder, path) in places {
        let output = kalologos(&["rules", "check", path]).current_dir(folder).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_trouble() {
    let mut command = kalologos(&["check", "--lines", "--format", "json", "-"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all("Καλημέρα σας.\n".repeat(5_000).as_bytes()).unwrap();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    drop(reader);
    let output = child.wait_with_output().unwrap();
    assert!(first.starts_with(r#"{"version":1,"draft":"Καλημέρα σας.""#), "{first}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_draft_past_the_limit_is_refused_with_its_length() {
    let long = "α".repeat(100_001);
    for (format, code, start) in
        [("text", 2, "The draft has 100001 characters"), ("json", 1, r#"{"version":1,"error":"#)]
    {
        let output = piped(&["check", "--format", format, "-"], long.as_bytes());
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(shown.starts_with(start), "{shown}");
        assert_eq!(output.status.code(), Some(code));
    }
}

#[test]
fn the_system_language_is_spoken() {
    for (locale, start) in [
        ("el_GR.UTF-8", "kalologos: Δεν βρίσκω το «nowhere.txt»."),
        ("en_GB.UTF-8", "kalologos: I can't find “nowhere.txt”."),
    ] {
        let output =
            kalologos(&["check", "--file", "nowhere.txt"]).env("LC_ALL", locale).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8_lossy(&output.stderr).trim_end(), start);
    }
}

/// Fewer rules are read where others can't find anything; nobody may notice.
#[test]
fn a_draft_gets_the_same_answer_whichever_rules_were_read() {
    let greek = std::fs::read_to_string("tests/drafts/el.txt").unwrap();
    let drafts: Vec<&str> =
        greek.lines().filter(|line| !line.contains(|c: char| c.is_ascii_alphabetic())).collect();
    assert!(drafts.len() > 50, "{}", drafts.len());
    let few = piped(&["check", "--lines", "--format", "json"], drafts.join("\n").as_bytes());
    // One Latin letter, in a draft of its own, calls for all rules.
    let all = format!("{}\nz", drafts.join("\n"));
    let all = piped(&["check", "--lines", "--format", "json"], all.as_bytes());
    let all: Vec<&[u8]> = all.stdout.split_inclusive(|byte| *byte == b'\n').collect();
    assert_eq!(all.len(), drafts.len() + 1);
    assert_eq!(few.stdout, all[..drafts.len()].concat());
}

#[test]
fn a_token_where_a_path_belongs_is_not_shown() {
    let token = format!("{}.{}.{}", "MTIz".repeat(6), "GaBcDe", "x-_9".repeat(9));
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data.sqlite");
    for arguments in [
        ["bot", "--token-file", &token],
        ["doctor", "--token-file", &token],
        ["bot", "--data", &token],
        ["bot", "--config", &token],
        ["bot", "--rules", &token],
        ["check", "--file", &token],
    ] {
        let mut command = kalologos(&arguments);
        command.env("KALOLOGOS_DATA", &data).env_remove("DISCORD_TOKEN");
        if arguments[1] != "--token-file" {
            // The bot asks for its token before it looks at anything else.
            command.env("DISCORD_TOKEN", "MTIz.GaBcDe.other");
        }
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        assert!(!said.contains(&token), "{arguments:?}: {said}");
        assert!(said.contains("token itself"), "{arguments:?}: {said}");
    }
}
