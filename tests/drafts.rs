//! Drafts as agents type them, with the rewrite that they would be offered: a page to be read by a native speaker.
//!
//! `tests/drafts/el.txt` and its like hold the drafts, parted by empty lines; the snapshot shows each with its
//! rewrite. A language without a file is left out.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use kalologos::engine::{Engine, Finding, Review, Scope};
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::text::Draft;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let problems = rule_set.add(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    rule_set.engine()
});

const LANGUAGES: &[&str] = &["el", "en"];

/// How many drafts a language has to bring.
const ENOUGH: usize = 150;

fn drafts(language: &str) -> Option<Vec<String>> {
    let path = Path::new("tests/drafts").join(format!("{language}.txt"));
    let text = fs::read_to_string(path).ok()?;
    let drafts = text.split("\n\n").map(|draft| draft.trim_matches('\n').to_owned());
    Some(drafts.filter(|draft| !draft.is_empty()).collect())
}

fn check(draft: &str, language: &str) -> Review {
    let scope = Scope { language: Some(language), ..Scope::everything() };
    ENGINE.check(Draft::new(draft).expect("a short draft"), &scope)
}

fn ids(findings: &[Finding]) -> String {
    let ids: Vec<&str> = findings.iter().map(|finding| finding.rule.id.as_str()).collect();
    ids.join(", ")
}

/// Which rule found what, where: what a finding offers may also hang on words that stand beside it.
fn places(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|it| format!("{} {:?} {:?}", it.rule.id, it.span, it.marks)).collect()
}

fn page(drafts: &[String], language: &str) -> String {
    let mut page = String::new();
    for (number, draft) in drafts.iter().enumerate() {
        let review = check(draft, language);
        let shown = [("draft", draft.as_str()), ("rewrite", review.rewrite.as_str())];
        writeln!(page, "# {}", number + 1).expect("room");
        for (name, text) in shown {
            writeln!(page, "{name}: {}", text.replace('\n', "\n  ")).expect("room");
        }
        writeln!(page, "rules: {}", ids(&review.findings)).expect("room");
        if !review.remaining.is_empty() {
            writeln!(page, "remaining: {}", ids(&review.remaining)).expect("room");
        }
        page.push('\n');
    }
    page
}

#[test]
fn rewrites_read_well() {
    for language in LANGUAGES {
        let Some(drafts) = drafts(language) else { continue };
        insta::assert_snapshot!(*language, page(&drafts, language));
    }
}

#[test]
fn there_are_enough_drafts_and_every_one_has_something_to_reword() {
    for language in LANGUAGES {
        let Some(drafts) = drafts(language) else { continue };
        assert!(drafts.len() >= ENOUGH, "only {} drafts in {language}", drafts.len());
        let untouched = drafts.iter().filter(|draft| check(draft, language).findings.is_empty());
        assert_eq!(untouched.collect::<Vec<_>>(), Vec::<&String>::new());
    }
}

#[test]
fn checking_a_rewrite_again_gives_just_what_remained() {
    for language in LANGUAGES {
        for draft in drafts(language).unwrap_or_default() {
            let review = check(&draft, language);
            let again = check(&review.rewrite, language);
            assert_eq!(places(&again.findings), places(&review.remaining), "for {draft:?}");
        }
    }
}
