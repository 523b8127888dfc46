//! Why a rule is silent where its phrase stands, and why a wording is held back: a row for each reason.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what should not happen")]

use std::collections::HashSet;
use std::sync::LazyLock;

use kalologos::engine::{Engine, Explanation, HoldReason, Quotes, Scope, Spared};
use kalologos::model::Language;
use kalologos::rules::Level;
use kalologos::ruleset::{RuleSet, SourceFile, builtin, has_errors};
use kalologos::text::Draft;
use kalologos::ui::Show;
use kalologos::{json, ui};

const BUILTIN_EL: &str = "language: el
rules:
  - id: cannot
    avoid: δεν <μπορώ:present:1,3>
    prefer: θα <μπορώ:imperfect> αν [τι χρειάζεται]
    skip: [questions]
  - id: wait
    avoid: θα περιμένετε
    prefer: χρειάζεται λίγος χρόνος
  - id: sorry
    avoid: sorry
    remove: true
    level: suggestion
  - id: fault
    avoid: έχετε πρόβλημα
    prefer: κάτι δεν δουλεύει
    skip: [conditions, reports]
    unless: [αν έχετε πρόβλημα ακοής, έχετε πρόβλημα ακοής]
  - id: contested
    avoid: πάρτε αύριο
    prefer: έχετε πρόβλημα
  - id: long
    avoid: έχετε πρόβλημα με το δέμα
    prefer: κάτι έγινε με το δέμα
  - id: letter
    avoid: u
    prefer: you
    level: suggestion
  - id: shared
    avoid: στο περίπου
    remove: true
";
const TEAM: &str = "language: el
rules:
  - id: el/demo/shared
    avoid: πάνω κάτω
    prefer: περίπου
  - id: team
    avoid: θα περιμένετε πολύ
    prefer: θέλει χρόνο
  - id: half
    avoid: περιμένετε
    prefer: μείνετε μαζί μας
";

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let file = |name: &str, text: &str| SourceFile { name: name.to_owned(), text: text.to_owned() };
    let problems = rule_set.add_proven(&[file("rules/el/demo.yaml", BUILTIN_EL)]);
    assert!(!has_errors(&problems), "{problems:?}");
    let problems = rule_set.add(&[file("team.yaml", TEAM)]);
    assert!(!has_errors(&problems), "{problems:?}");
    rule_set.engine()
});

fn explained(draft: &str, scope: &Scope<'_>) -> Explanation {
    ENGINE.explain(Draft::new(draft).unwrap(), scope)
}

/// The silent rules of a draft, each with its reason.
fn silent(draft: &str, scope: &Scope<'_>) -> Vec<String> {
    let explanation = explained(draft, scope);
    let one = |it: &kalologos::engine::Silent| {
        let id = it.rule.id.rsplit('/').next().unwrap().to_owned();
        format!("{id}: {} ({})", it.silence.key(), ui::silent_phrase(draft, it))
    };
    explanation.silent.iter().map(one).collect()
}

#[test]
fn every_reason_to_be_silent_has_its_row() {
    let everything = Scope::everything();
    let off = ["el/demo/wait".to_owned()].into_iter().collect();
    let spared = Spared::new(["Πρόβλημα"]);
    for (draft, scope, expected) in [
        ("Δεν μπορούμε σήμερα;", &everything, "cannot: question (Δεν μπορούμε)"),
        ("Αν δεν μπορεί, πείτε μας.", &everything, "cannot: condition (δεν μπορεί)"),
        ("Όσοι δεν μπορούν, ας μας γράψουν.", &everything, "cannot: relative (δεν μπορούν)"),
        ("Δεν θα περιμένετε.", &everything, "wait: negated (θα περιμένετε)"),
        ("Για τα δεδομένα σας δεν μπορούμε.", &everything, "cannot: safeguard (δεν μπορούμε)"),
        ("Όταν έχετε πρόβλημα, γράψτε μας.", &everything, "fault: condition (έχετε πρόβλημα)"),
        ("Βλέπω ότι έχετε πρόβλημα.", &everything, "fault: report (έχετε πρόβλημα)"),
        ("Ξέρω, έχετε πρόβλημα ακοής.", &everything, "fault: unless (έχετε πρόβλημα)"),
        ("Μας γράψατε «δεν μπορώ να μπω σήμερα».", &everything, "cannot: quoted (δεν μπορώ)"),
        ("Έχετε πρόβλημα με το δέμα.", &everything, "fault: outdone (Έχετε πρόβλημα)"),
        ("Θα περιμένετε πολύ.", &everything, "wait: outdone (Θα περιμένετε)"),
        ("Σας το λέω στο περίπου.", &everything, "shared: replaced (στο περίπου)"),
        ("Το δέμα u-turn έκανε.", &everything, "letter: half-a-word (u)"),
        ("We are sorry to hear that.", &everything, "sorry: other-draft (sorry)"),
        (
            "Δεν μπορούμε.",
            &Scope { language: Some("en"), ..Scope::everything() },
            "cannot: language (Δεν μπορούμε)",
        ),
        (
            "Sorry, το δέμα άργησε.",
            &Scope { level: Level::Warning, ..Scope::everything() },
            "sorry: level (Sorry)",
        ),
        (
            "Σήμερα θα περιμένετε.",
            &Scope { off: Some(&off), ..Scope::everything() },
            "wait: off (θα περιμένετε)",
        ),
        (
            "Έχετε πρόβλημα.",
            &Scope { spared: Some(&spared), ..Scope::everything() },
            "fault: spared (Έχετε πρόβλημα)",
        ),
    ] {
        let silent = silent(draft, scope);
        assert!(silent.contains(&expected.to_owned()), "{draft}: {silent:?}");
    }
}

#[test]
fn what_is_explained_is_what_a_check_finds() {
    for draft in ["", "Καλημέρα σας.", "Δεν μπορούμε. Θα περιμένετε πολύ.", "Den mporoume simera."]
    {
        for quotes in [Quotes::LeftAlone, Quotes::Checked] {
            let scope = Scope { quotes, ..Scope::everything() };
            let checked = ENGINE.check(Draft::new(draft).unwrap(), &scope);
            assert_eq!(explained(draft, &scope).review, checked, "{draft}");
        }
    }
}

/// A wording that fits may still be caught by another rule, and then the draft's own words stay.
#[test]
fn a_wording_that_a_rule_catches_is_told_with_that_rule() {
    let draft = "Πάρτε αύριο.";
    let explanation = explained(draft, &Scope::everything());
    let [contested] = explanation.contested.as_slice() else { panic!("{explanation:?}") };
    assert_eq!(contested.by.id, "el/demo/fault");
    let said = ui::reasons(&explanation, contested.finding, Language::El);
    assert_eq!(said[0].wording, "Έχετε πρόβλημα");
    assert_eq!(said[0].reason, "ταιριάζει, αλλά κάτι μέσα του το πιάνει ο κανόνας `el/demo/fault`");
}

#[test]
fn a_rule_that_is_found_elsewhere_is_no_less_silent_here() {
    let everything = Scope::everything();
    assert_eq!(
        silent("Δεν μπορούμε. Αν δεν μπορούμε, το λέμε.", &everything),
        ["cannot: condition (δεν μπορούμε)"]
    );
    assert_eq!(silent("Καλημέρα σας.", &everything), Vec::<String>::new());
}

#[test]
fn an_explanation_reads_well() {
    let mut shown = String::new();
    for (draft, language) in [
        (
            "Δεν μπορούμε και θα περιμένετε πολύ. Αν δεν μπορείτε, πείτε μας. Δεν μπορεί;",
            Language::El,
        ),
        ("Δεν μπορούμε και θα περιμένετε πολύ. Αν δεν μπορεί, πείτε μας.", Language::En),
        ("Καλημέρα σας.", Language::El),
        ("Καλημέρα σας.", Language::En),
    ] {
        let show = Show { language, colour: false, principles: &[] };
        shown += &ui::explanation(draft, &explained(draft, &Scope::everything()), show);
        shown += "\n────\n";
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn every_reason_is_said_kindly_and_in_a_way_of_its_own() {
    let mut shown = String::new();
    for language in [Language::El, Language::En] {
        let said = HoldReason::ALL.map(|(held, key)| (key, ui::held_back(held, language)));
        let distinct: HashSet<&str> = said.iter().map(|(_, said)| *said).collect();
        assert_eq!(distinct.len(), said.len());
        for (key, said) in said {
            shown += &format!("{key}: {said}\n");
        }
    }
    for harsh in ["error", "wrong", "must", "λάθος", "πρέπει"] {
        assert!(!shown.contains(harsh), "{harsh}");
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn a_program_reads_the_same_reasons() {
    let draft = "Θα περιμένετε πολύ. Αν δεν μπορεί, πείτε μας.";
    let line = json::explanation(draft, &explained(draft, &Scope::everything()), None);
    let object: serde_json::Value = serde_json::from_str(&line).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&object["silent"]).unwrap());
}
