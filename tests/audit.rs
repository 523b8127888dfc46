//! Every problem that shows only when rules run, as a lead sees it, in both languages.
#![allow(clippy::unwrap_used, reason = "a test stops at what should not happen")]

use std::fs;
use std::sync::LazyLock;

use kalologos::audit::Replies;
use kalologos::desk::{Library, SourceFile, builtin, has_errors};
use kalologos::render::{Language, diagnostics, rules_summary};
use kalologos::rules::{Diagnostic, Severity};

const REPLIES: &[Replies<'static>] = &[Replies {
    language: "en",
    text: "# good replies\n\nThank you for telling us.\nIt leaves at noon. Thank you!\nThank you, Anna.\n\
           Thank you again.\nIt is on its way.\n",
}];

static BUILTIN: LazyLock<Library> = LazyLock::new(|| {
    let (mut library, _) = Library::languages(builtin());
    let name = "rules/el/positive-language.yaml";
    let text = include_str!("bad_packs/builtin/positive-language.yaml");
    let problems = library.add_proven(&[source(name, text.to_owned())]);
    assert!(problems.is_empty(), "{problems:?}");
    library
});

fn source(name: &str, text: String) -> SourceFile {
    SourceFile { name: name.to_owned(), text }
}

fn audited(files: &[SourceFile], own: fn(&str) -> bool) -> Vec<Diagnostic> {
    let tried = BUILTIN.tried(files);
    assert!(!has_errors(&tried.problems), "{:?}", tried.problems);
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    tried.library.unwrap().audit(&names, own, REPLIES)
}

fn shown(problems: &[Diagnostic], files: &[SourceFile]) -> String {
    let source =
        |name: &str| files.iter().find(|file| file.name == name).map(|file| file.text.as_str());
    let one = |language| {
        let text = diagnostics(problems, source, language, false);
        format!("{text}\n{}\n", rules_summary(files.len(), problems, language))
    };
    format!("{}\n{}", one(Language::El), one(Language::En))
}

#[test]
fn every_problem_of_a_pack_reads_well() {
    insta::glob!("bad_packs/*.yaml", |path| {
        let name = path.file_name().unwrap().to_string_lossy();
        let files = [source(&name, fs::read_to_string(path).unwrap())];
        let problems = audited(&files, |_| false);
        assert!(!problems.is_empty(), "{name} has no problem");
        insta::assert_snapshot!(shown(&problems, &files));
    });
}

#[test]
fn two_files_are_held_against_each_other() {
    let rule =
        |words: &str| format!("language: el\nrules:\n  - avoid: {words}\n    remove: true\n");
    let files = [source("one.yaml", rule("στο περίπου")), source("two.yaml", rule("Στο  περιπου"))];
    insta::assert_snapshot!(shown(&audited(&files, |_| false), &files));
}

#[test]
fn what_is_a_hint_to_a_team_is_a_problem_of_our_own() {
    for (name, team, own) in [
        ("wording-flagged-by-own", Severity::Error, Severity::Error),
        ("wording-flagged-by-builtin", Severity::Warning, Severity::Error),
        ("wording-repeats-phrase", Severity::Warning, Severity::Error),
        ("same-phrase", Severity::Warning, Severity::Error),
        ("never-found", Severity::Warning, Severity::Error),
        ("flags-good-replies", Severity::Warning, Severity::Error),
        ("no-example", Severity::Hint, Severity::Error),
        ("slow-regex", Severity::Error, Severity::Error),
        ("tip-flagged-by-builtin", Severity::Warning, Severity::Error),
        ("tip-flagged-by-own", Severity::Warning, Severity::Error),
        ("tip-as-builtin", Severity::Hint, Severity::Hint),
    ] {
        let path = format!("{}/tests/bad_packs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        let files = [source("demo.yaml", fs::read_to_string(path).unwrap())];
        let worst = |own| audited(&files, own).iter().map(|problem| problem.severity).max();
        assert_eq!(worst(|_| false), Some(team), "{name} of a team");
        assert_eq!(worst(|_| true), Some(own), "{name} of our own");
    }
}

#[test]
fn examples_that_do_not_behave_read_well() {
    let text = include_str!("bad_packs/tried/examples-misbehave.yaml");
    let files = [source("examples-misbehave.yaml", text.to_owned())];
    insta::assert_snapshot!(shown(&BUILTIN.tried(&files).problems, &files));
}

#[test]
fn an_id_in_two_files_reads_well() {
    let rule = |words: &str| {
        format!(
            "language: el\npack: team\nrules:\n  - id: one\n    avoid: {words}\n    remove: true\n"
        )
    };
    let files = [source("one.yaml", rule("στο περίπου")), source("two.yaml", rule("στο πόδι"))];
    insta::assert_snapshot!(shown(&BUILTIN.tried(&files).problems, &files));
}
