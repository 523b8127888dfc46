//! A team's own file over the built-in rules: it replaces one by id, and adds a word of its own.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

use kalologos::engine::Scope;
use kalologos::rules::Diagnostic;
use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::text::Draft;

const TEAM: &str = "\
language: el
pack: cafe
words:
  κερνάω:
    like: βοηθώ
    past: κέρασα
    subjunctive: κεράσω
rules:
  - id: el/positive-language/cannot-alone
    avoid: δεν <μπορώ:present:1>
    prefer: θα ρωτήσω αμέσως
  - id: treat
    avoid: δεν <κερνάω:present:1>
    prefer: θα <κερνάω:subjunctive> [πότε]
    examples:
      - draft: Εμείς δεν κερνάμε.
        rewrite: Εμείς θα κεράσουμε [πότε].
";

fn library_with(text: &str) -> (RuleSet, Vec<Diagnostic>) {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    assert!(rule_set.add(builtin()).is_empty());
    let file = SourceFile { name: "cafe.yaml".to_owned(), text: text.to_owned() };
    let problems = rule_set.add(&[file]);
    (rule_set, problems)
}

fn rewrite(rule_set: &RuleSet, draft: &str) -> (String, Vec<String>) {
    let draft = Draft::new(draft).expect("a short draft");
    let review = rule_set.engine().check(draft, &Scope::everything());
    (review.rewrite, review.findings.iter().map(|finding| finding.rule.id.clone()).collect())
}

#[test]
fn a_team_replaces_a_rule_and_adds_a_word() {
    let (rule_set, problems) = library_with(TEAM);
    assert!(problems.is_empty(), "{problems:?}");
    let (reworded, rules) = rewrite(&rule_set, "Δεν μπορούμε.");
    assert_eq!((reworded.as_str(), rules.len()), ("Θα ρωτήσω αμέσως.", 1));
    assert_eq!(rules, ["el/positive-language/cannot-alone"]);
    assert_eq!(rewrite(&rule_set, "Δεν κερνάω σήμερα.").0, "Θα κεράσω σήμερα [πότε].");
    // The other built-in rules stay in force.
    assert_eq!(rewrite(&rule_set, "Διαφωνώ.").0, "Συμφωνώ μαζί σας, αλλά [η άλλη πλευρά].");
}

#[test]
fn a_bad_file_changes_nothing() {
    let (rule_set, problems) =
        library_with(&TEAM.replace("θα ρωτήσω αμέσως", "<ζουζουνίζω> αμέσως"));
    assert!(!problems.is_empty());
    assert_eq!(rewrite(&rule_set, "Δεν μπορούμε.").0, "Θα μπορούσαμε αν [προϋπόθεση].");
}
