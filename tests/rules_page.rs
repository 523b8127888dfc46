//! `docs/rules.md` is what the program prints of its rules.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

use std::fs;
use std::process::Command;

const PAGE: &str = "docs/rules.md";

#[test]
fn the_page_of_the_rules_is_up_to_date() {
    let printed = Command::new(env!("CARGO_BIN_EXE_kalologos"))
        .args(["rules", "list", "--format", "markdown"])
        .output()
        .expect("the program runs");
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    let printed = String::from_utf8(printed.stdout).expect("UTF-8");
    let kept = fs::read_to_string(PAGE).unwrap_or_default();
    let differs = printed.lines().zip(kept.lines()).find(|(printed, kept)| printed != kept);
    assert!(
        printed == kept,
        "{PAGE} is not what the rules say (first: {differs:?}).\n\
         Make it anew: cargo run -- rules list --format markdown > {PAGE}"
    );
}

#[test]
fn every_rule_and_principle_is_on_it() {
    let page = fs::read_to_string(PAGE).expect("the page");
    for language in ["Ελληνικά", "English"] {
        assert!(page.contains(&format!("### {language}\n")), "no rules in {language}");
    }
    let listed = Command::new(env!("CARGO_BIN_EXE_kalologos"))
        .args(["rules", "list", "--format", "json"])
        .output()
        .expect("the program runs");
    let listed = String::from_utf8(listed.stdout).expect("UTF-8");
    assert!(listed.lines().count() > 400, "{} rules listed", listed.lines().count());
    for line in listed.lines() {
        let rule: serde_json::Value = serde_json::from_str(line).expect("an object");
        let id = rule["id"].as_str().expect("an id");
        let short = id.split_once('/').map_or(id, |(_, id)| id);
        assert!(page.contains(&format!("| `{short}` |")), "{id} is not on the page");
    }
}
