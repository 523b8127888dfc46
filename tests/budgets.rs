//! No rule keeps the program busy: what it costs is counted, and who is over the budget is left out of the draft.
//!
//! Nothing here looks at a clock. Attacks are small, and what is asserted is what they cost.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

use std::fs;
use std::sync::LazyLock;

use kalologos::engine::{Engine, Review, Scope, Work};
use kalologos::json;
use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::text::Draft;

/// What a rule costs in the attacks is proportional to this.
const ATTACK: &str = r"[α-ω ]*\b[0-9]\b|[α-ω]";

static WORDS: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::languages(builtin()).0);

static BUILTIN: LazyLock<Engine> = LazyLock::new(|| {
    let mut rule_set = WORDS.clone();
    assert!(rule_set.add_proven(builtin()).is_empty());
    rule_set.engine()
});

/// Rules of a team alone, each as YAML without its dash.
fn team(rules: impl IntoIterator<Item = String>) -> Engine {
    let mut text = "language: el\npack: team\nrules:\n".to_owned();
    for rule in rules {
        text.push_str(&format!("  - {}\n", rule.replace('\n', "\n    ")));
    }
    let mut rule_set = WORDS.clone();
    let problems = rule_set.add(&[SourceFile { name: "team.yaml".to_owned(), text }]);
    assert!(problems.is_empty(), "{problems:?}");
    rule_set.engine()
}

fn check(engine: &Engine, draft: &str) -> Review {
    engine.check(Draft::new(draft).unwrap(), &Scope::everything())
}

fn work(engine: &Engine, draft: &str) -> Work {
    engine.work(Draft::new(draft).unwrap(), &Scope::everything())
}

fn found(review: &Review) -> Vec<&str> {
    review.findings.iter().map(|finding| finding.rule.id.as_str()).collect()
}

fn skipped(review: &Review) -> Vec<&str> {
    review.skipped.iter().map(|rule| rule.id.as_str()).collect()
}

fn regex(id: &str, regex: &str) -> String {
    format!("id: {id}\nregex: '{regex}'\nwhy: επειδή")
}

fn avoid(id: &str, phrase: &str) -> String {
    format!("id: {id}\navoid: '{phrase}'\nwhy: επειδή")
}

#[test]
fn an_expression_that_looks_on_to_the_end_is_left_out_and_the_others_speak() {
    let engine =
        team([regex("slow", ATTACK), regex("sound", r"\bλαθοσ\b"), avoid("phrase", "τέλος")]);
    let draft = format!("{} λάθος τέλος", "α".repeat(4_000));
    let review = check(&engine, &draft);
    assert_eq!(skipped(&review), ["el/team/slow"]);
    assert_eq!(found(&review), ["el/team/sound", "el/team/phrase"]);
    assert_eq!(engine.count(Draft::new(&draft).unwrap(), &Scope::everything()), 2);
    // On a reply as people write them it speaks.
    let review = check(&engine, "Η παραγγελία 7 έφυγε.");
    assert!(skipped(&review).is_empty());
    assert!(found(&review).contains(&"el/team/slow"));
}

#[test]
fn what_it_costs_grows_as_the_draft_does() {
    let engine = team([regex("slow", ATTACK)]);
    let costs = |chars: usize| work(&engine, &"α".repeat(chars)).searched;
    let (small, large) = (costs(4_000), costs(16_000));
    assert!(large <= 4 * small + small / 10, "{small} {large}");
    assert!(small <= 8_000 * 130, "{small}");
}

#[test]
fn eighty_five_of_them_cost_little_more_than_a_few() {
    let many =
        team((0..85).map(|number| regex(&format!("slow{number}"), &format!("{ATTACK}|{number}"))));
    let draft = "α".repeat(4_000);
    assert_eq!(check(&many, &draft).skipped.len(), 85);
    let searched = work(&many, &draft).searched;
    assert!(searched <= 8_000 * 2_048, "{searched}");
}

#[test]
fn an_expression_in_many_places_at_once_pays_for_each() {
    let draft = "α ".repeat(2_000);
    let wide = |count: usize| {
        team((0..count).map(|number| regex(&format!("wide{number}"), "[α-ω ]{1,900}[0-9]")))
    };
    let (one, many) = (work(&wide(1), &draft).searched, wide(20));
    assert!(work(&many, &draft).searched < 20 * one);
    assert!(!check(&many, &draft).skipped.is_empty());
}

#[test]
fn who_is_switched_off_costs_nothing() {
    let engine = team([regex("slow", ATTACK)]);
    let off = ["el/team/slow".to_owned()].into_iter().collect();
    let scope = Scope { off: Some(&off), ..Scope::everything() };
    let draft = "α".repeat(4_000);
    assert_eq!(engine.work(Draft::new(&draft).unwrap(), &scope).searched, 0);
    assert!(engine.check(Draft::new(&draft).unwrap(), &scope).skipped.is_empty());
}

#[test]
fn thousands_of_rules_for_one_word_do_not_fill_the_memory() {
    let engine = team((0..5_000).map(|number| avoid(&format!("wide{number}"), "α")));
    let draft = "α ".repeat(3_000);
    let work = work(&engine, &draft);
    assert!(work.candidates <= 100_000, "{work:?}");
    assert!(work.steps <= 3_000 * 400 * 2, "{work:?}");
    assert_eq!(check(&engine, &draft).skipped.len(), 5_000);
    // Once in a reply the word is found, by the first of them.
    assert_eq!(found(&check(&engine, "Το α.")), ["el/team/wide0"]);
}

#[test]
fn rules_that_find_too_much_are_cut_short_and_named() {
    let many = (0..60).map(|number| avoid(&format!("wide{number}"), "α"));
    let engine = team(many.chain([avoid("other", "τέλος")]));
    let draft = format!("τέλος {} τέλος", "α ".repeat(2_500));
    let work = work(&engine, &draft);
    assert_eq!(work.candidates, 100_000);
    let review = check(&engine, &draft);
    assert_eq!(review.skipped.len(), 60);
    // The first in the draft are kept.
    assert_eq!(found(&review)[0], "el/team/other");
    assert_eq!(review.findings.len(), 1 + 100_000_usize.div_ceil(60));
}

#[test]
fn phrases_with_many_gaps_are_left_out_alone() {
    let gaps = avoid("gaps", "α {x} α {y} α {z} α {w} α {v} α");
    let engine = team([gaps, avoid("sound", "β γ"), regex("also", r"\bγ β\b")]);
    let draft = "α ".repeat(2_000) + "β γ β";
    let review = check(&engine, &draft);
    assert_eq!(skipped(&review), ["el/team/gaps"]);
    assert_eq!(found(&review), ["el/team/sound"]);
    let steps = work(&engine, &draft).steps;
    assert!(steps <= 2_000 * 400, "{steps}");
}

#[test]
fn many_beginnings_that_all_take_many_steps_end_together() {
    let letters = ["α", "β", "γ", "δ", "ε", "ζ", "θ", "κ", "λ", "μ"];
    let phrase = |(number, letter): (usize, &&str)| {
        let next = letters[(number + 1) % letters.len()];
        avoid(
            &format!("gaps{number}"),
            &format!("{letter} {{x}} {next} {{y}} {letter} {{z}} {next} {{w}} τέλος"),
        )
    };
    let engine = team(letters.iter().enumerate().map(phrase));
    let draft = "α β γ δ ε ζ θ κ λ μ ".repeat(300);
    let steps = work(&engine, &draft).steps;
    assert!(steps <= 3_000 * 400 * 5, "{steps}");
}

#[test]
fn the_built_in_rules_never_come_near() {
    let mut drafts: Vec<String> = [
        "δεν μπορώ να το κάνω τώρα αλλά ",
        "Δεν μπορώ να το κάνω. ",
        "κάνετε λάθος ",
        "δυστυχώς τώρα ",
        "πως που η ",
        "σας το ",
        "we can't do that because ",
        "can't ",
        "δεν ",
        "εσεις χασατε. ",
        "δεν σας το στείλαμε, οπότε ",
        "α, ",
        "α",
        "3,5.",
    ]
    .iter()
    .map(|piece| piece.chars().cycle().take(6_000).collect())
    .collect();
    for file in [
        "rules/corpus/good_replies_el.txt", "rules/corpus/good_replies_en.txt",
        "tests/drafts/el.txt", "tests/drafts/en.txt",
    ] {
        let text = fs::read_to_string(file).unwrap();
        drafts.push(text.chars().take(30_000).collect());
    }
    for draft in &drafts {
        let skipped = check(&BUILTIN, draft).skipped.len();
        let begins = || draft.chars().take(40).collect::<String>();
        assert!(skipped == 0, "{skipped} rules, {:?}: {}", work(&BUILTIN, draft), begins());
    }
}

#[test]
fn json_names_who_was_left_out() {
    let engine = team([regex("slow", ATTACK)]);
    let draft = "α".repeat(4_000);
    let line = json::review(&draft, &check(&engine, &draft), None);
    assert!(
        line.ends_with(r#""remaining":[],"skipped":["el/team/slow"]}"#),
        "{}",
        &line[line.len() - 80..]
    );
    let usual = json::review("Το 7.", &check(&engine, "Το 7."), None);
    assert!(!usual.contains("skipped"));
}
