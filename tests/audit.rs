//! Every problem that shows only when rules run, as a lead sees it, in both languages.
#![allow(clippy::unwrap_used, reason = "a test stops at what should not happen")]

use std::fs;
use std::sync::LazyLock;

use kalologos::audit::Replies;
use kalologos::model::Language;
use kalologos::rules::{Diagnostic, Severity};
use kalologos::ruleset::{RuleSet, SourceFile, builtin, has_errors};
use kalologos::ui::{diagnostics, rules_summary};

const REPLIES: &[Replies<'static>] = &[Replies {
    language: "en",
    text: "# good replies\n\nThank you for telling us.\nIt leaves at noon. Thank you!\nThank you, Anna.\n\
           Thank you again.\nIt is on its way.\n",
}];

static BUILTIN: LazyLock<RuleSet> = LazyLock::new(|| {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let name = "rules/el/positive-language.yaml";
    let text = include_str!("bad_packs/builtin/positive-language.yaml");
    let problems = rule_set.add_proven(&[source(name, text.to_owned())]);
    assert!(problems.is_empty(), "{problems:?}");
    rule_set
});

fn source(name: &str, text: String) -> SourceFile {
    SourceFile { name: name.to_owned(), text }
}

fn audited(files: &[SourceFile], own: fn(&str) -> bool) -> Vec<Diagnostic> {
    let tried = BUILTIN.tried(files);
    assert!(!has_errors(&tried.problems), "{:?}", tried.problems);
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    tried.rule_set.unwrap().audit(&names, own, REPLIES)
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
    // What no draft ever takes of our own wordings is an example for the agent.
    for (name, team, own) in [
        ("wording-flagged-by-own", Severity::Error, Some(Severity::Error)),
        ("wording-flagged-by-builtin", Severity::Warning, Some(Severity::Error)),
        ("wording-repeats-phrase", Severity::Warning, Some(Severity::Error)),
        ("same-phrase", Severity::Warning, Some(Severity::Error)),
        ("never-found", Severity::Warning, Some(Severity::Error)),
        ("flags-good-replies", Severity::Warning, Some(Severity::Error)),
        ("no-example", Severity::Hint, Some(Severity::Error)),
        ("slow-regex", Severity::Error, Some(Severity::Error)),
        ("wording-drops-gap", Severity::Warning, None),
        ("removal-with-gap", Severity::Warning, Some(Severity::Error)),
        ("wording-reverses", Severity::Warning, None),
        ("wording-never-fits", Severity::Hint, None),
        ("wording-guesses-gender", Severity::Warning, Some(Severity::Warning)),
        ("tip-flagged-by-builtin", Severity::Warning, Some(Severity::Error)),
        ("tip-flagged-by-own", Severity::Warning, Some(Severity::Error)),
        ("tip-as-builtin", Severity::Hint, Some(Severity::Hint)),
    ] {
        let path = format!("{}/tests/bad_packs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        let files = [source("demo.yaml", fs::read_to_string(path).unwrap())];
        let worst = |own| audited(&files, own).iter().map(|problem| problem.severity).max();
        assert_eq!(worst(|_| false), Some(team), "{name} of a team");
        assert_eq!(worst(|_| true), own, "{name} of our own");
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

fn problems_of(rules: &str) -> Vec<&'static str> {
    let files = [source("team.yaml", format!("language: en\nrules:\n{rules}"))];
    let problems = audited(&files, |_| false);
    let codes = problems.iter().map(|problem| problem.problem.code());
    codes.filter(|code| *code != "no-example").collect()
}

#[test]
fn a_phrase_is_doubled_only_where_the_other_rule_leaves_nothing_to_it() {
    let many = "(a|b|c|d|e|f|g) (1|2|3|4|5|6|7) (h|i|j|k|l|m|n)";
    let turned = "(g|f|e|d|c|b|a) (7|6|5|4|3|2|1) (n|m|l|k|j|i|h)";
    let fewer = "(g|f|e|d|c|b|a) (7|6|5|4|3|2|1) (n|m|l|k|j|i)";
    let two = |one: &str, other: &str| {
        let rule = |phrase: &str| format!("  - remove: true\n    avoid: '{phrase}'\n");
        rule(one) + &rule(other)
    };
    let speaking = |one: &str, other: &str| {
        let rule = |more: &str| format!("  - remove: true\n    avoid: at the end\n{more}");
        rule(one) + &rule(other)
    };
    let conditions = "    speaks: [conditions]\n";
    for (rules, expected) in [
        (two("at the end", "At  the end"), vec!["same-phrase"]),
        (two("that is so, {x:clause}", "that is so, {y}"), vec![]),
        (two("that is so, {x:clause}", "that is so, {y:clause}"), vec!["same-phrase"]),
        (two(many, turned), vec!["same-phrase"]),
        (two(fewer, many), vec![]),
        (two(many, fewer), vec!["same-phrase"]),
        (speaking("", conditions), vec![]),
        (speaking(conditions, ""), vec!["same-phrase"]),
        (speaking(conditions, conditions), vec!["same-phrase"]),
        (speaking("    level: error\n", conditions), vec!["same-phrase"]),
    ] {
        let mut found = problems_of(&rules);
        found.retain(|code| *code == "same-phrase");
        assert_eq!(found, expected, "{rules}");
    }
}

#[test]
fn a_verb_variable_and_a_clause_are_tried_with_words_that_a_draft_has() {
    for rules in [
        "  - avoid: you must <*:subjunctive:2>\n    prefer: please <*:imperative>\n",
        "  - avoid: 'no way, {what:clause}'\n    prefer: '{what}'\n",
    ] {
        assert_eq!(problems_of(rules), Vec::<&str>::new(), "{rules}");
    }
}

/// Of our own rules: what drops words shows how others put it as long as something better stands before it.
#[test]
fn an_example_of_our_own_is_no_fault_behind_a_wording_that_fits() {
    let rule = |prefer: &[&str]| {
        let prefer: String = prefer.iter().map(|it| format!("\n      - {it}")).collect();
        format!(
            "  - avoid: we never ship {{what}}\n    prefer:{prefer}\n    examples:\n      - draft: We never ship lamps.\n"
        )
    };
    let (keeps, drops, yes) = ("we do not ship {what}", "let us see", "we ship {what}");
    let (hours, acme) = ("in 24 hours we do not ship {what}", "for Acme we do not ship {what}");
    for (prefer, expected) in [
        (vec![keeps, drops], None),
        (vec![drops], None),
        (vec![drops, yes], None),
        (vec![drops, keeps], Some(("wording-drops-gap", Severity::Error))),
        (vec![keeps, yes], None),
        (vec![yes], None),
        (vec![yes, keeps], Some(("wording-reverses", Severity::Error))),
        (vec![hours], Some(("wording-invents", Severity::Error))),
        (vec![acme], Some(("wording-invents", Severity::Error))),
    ] {
        let files = [source("own.yaml", format!("language: en\nrules:\n{}", rule(&prefer)))];
        let found = audited(&files, |_| true);
        let found: Vec<_> = found.iter().map(|it| (it.problem.code(), it.severity)).collect();
        let first = found.first().copied();
        assert_eq!(first, expected, "{prefer:?}: {found:?}");
    }
}

#[test]
fn what_our_own_wordings_invent_reads_well() {
    let text = "language: en\nrules:\n  - avoid: call us on 555\n    prefer: call Acme on 555 or 556\n    examples:\n      - draft: Call us on 555.\n";
    let files = [source("own.yaml", text.to_owned())];
    insta::assert_snapshot!(shown(&audited(&files, |_| true), &files));
}
