//! Every file in `tests/cases` is a rule pack whose own examples say what the engine does.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

use std::fs;
use std::path::Path;

use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::ui;

/// The problems of a pack, as its author would see them; empty if it behaves.
fn problems_of(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a readable case file");
    let file = SourceFile { name: path.display().to_string(), text };
    let (mut rule_set, problems) = RuleSet::languages(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    let problems = rule_set.add(std::slice::from_ref(&file));
    ui::diagnostics(&problems, |_| Some(&file.text), kalologos::model::Language::En, false)
}

#[test]
fn cases_behave() {
    let folder = fs::read_dir("tests/cases").expect("the folder of cases");
    let mut files: Vec<_> = folder.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    assert!(files.len() >= 5);
    let problems: Vec<String> = files.iter().map(|path| problems_of(path)).collect();
    let problems: Vec<String> = problems.into_iter().filter(|text| !text.is_empty()).collect();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
