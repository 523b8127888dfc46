//! Greek in Latin letters: recognised in whatever habit, reworded in Latin letters, and no other language taken for it.
//!
//! `cargo test --test suite greeklish -- --nocapture` prints the figures.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]
#![allow(clippy::print_stdout, reason = "the figures are for whoever asks")]

mod typing;

use std::sync::LazyLock;

use kalologos::engine::{Engine, Greeklish, Review, Scope};
use kalologos::rules::{Example, Level};
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::text::{Draft, MAX_DRAFT_CHARS};

use typing::Typist;

static LIBRARY: LazyLock<RuleSet> = LazyLock::new(|| {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let problems = rule_set.add_proven(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    rule_set
});

static ENGINE: LazyLock<Engine> = LazyLock::new(|| LIBRARY.engine());

fn check(draft: &str) -> Review {
    ENGINE.check(Draft::new(draft).expect("a short draft"), &Scope::everything())
}

fn warnings(review: &Review) -> usize {
    review.findings.iter().filter(|finding| finding.rule.level >= Level::Warning).count()
}

fn rules(review: &Review) -> Vec<&str> {
    review.findings.iter().map(|finding| finding.rule.id.as_str()).collect()
}

fn has_greek(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'))
}

/// What stands outside every finding is as it was, and what was written anew is in Latin letters.
fn reworded_in_latin(draft: &str, review: &Review) {
    assert!(!has_greek(&review.rewrite), "{draft:?} became {:?}", review.rewrite);
    let first = review.findings.first().map_or(draft.len(), |finding| finding.span.start);
    assert!(review.rewrite.starts_with(&draft[..first]), "{draft:?} became {:?}", review.rewrite);
    for suggestion in review.findings.iter().flat_map(|finding| &finding.suggestions) {
        assert!(!has_greek(&suggestion.text), "{suggestion:?} for {draft:?}");
    }
}

/// The drafts of the built-in Greek rules' own examples.
fn examples() -> Vec<&'static str> {
    let greek = LIBRARY.packs().iter().flat_map(|pack| &pack.rules.rules);
    let greek = greek.filter(|rule| rule.language == "el");
    let drafts = greek.flat_map(|rule| &rule.examples).filter_map(|example| match example {
        Example::Draft { draft, .. } => Some(draft.value.as_str()),
        Example::Fine(_) => None,
    });
    drafts.collect()
}

#[test]
fn what_is_found_in_greek_is_found_in_greeklish() {
    let drafts = examples();
    assert!(drafts.len() >= 200);
    for typist in Typist::ALL {
        let (mut all, mut read, mut found, mut same) = (0, 0, 0, 0);
        for (seed, draft) in drafts.iter().enumerate() {
            let greek = check(draft);
            if greek.findings.is_empty() {
                continue;
            }
            let typed = typist.types(draft, seed as u64);
            let latin = check(&typed);
            all += 1;
            read += usize::from(latin.greeklish);
            found += usize::from(!latin.findings.is_empty());
            same += usize::from(rules(&greek) == rules(&latin));
            if latin.greeklish {
                reworded_in_latin(&typed, &latin);
            }
        }
        println!("{typist:?}: of {all} read {read}, found {found}, by the same rules {same}");
        assert!(found * 100 >= all * 95, "{typist:?}: {found} of {all}");
        assert!(same * 100 >= all * 90, "{typist:?}: {same} of {all}");
    }
}

#[test]
fn good_replies_in_greeklish_raise_no_more_alarms() {
    let replies = include_str!("../../rules/corpus/good_replies_el.txt");
    for typist in Typist::ALL {
        let (mut all, mut read, mut greek, mut latin) = (0, 0, 0, 0);
        for (seed, reply) in replies.lines().filter(|line| !line.is_empty()).enumerate() {
            let typed = typist.types(reply, seed as u64);
            let review = check(&typed);
            all += 1;
            read += usize::from(review.greeklish);
            latin += warnings(&review);
            if warnings(&review) > 0 {
                println!("{:?} in {typed:?}", rules(&review));
            }
            greek += warnings(&check(reply));
        }
        println!("{typist:?}: of {all} read {read}; alarms {latin}, in Greek letters {greek}");
        assert!(latin <= greek, "{typist:?}: {latin} alarms, {greek} in Greek letters");
        assert!(read * 100 >= all * 95, "{typist:?}: {read} of {all}");
    }
}

/// Lines of people: habits mixed, no accents, figures for letters.
#[test]
fn lines_as_people_type_them_are_found() {
    let lines = include_str!("lines.txt").lines().filter(|line| !line.starts_with('#'));
    let (mut all, mut read, mut greek, mut latin) = (0, 0, 0, 0);
    for line in lines {
        let (typed, meant) = line.split_once(" | ").expect("two columns");
        let (review, meant) = (check(typed), check(meant));
        all += 1;
        read += usize::from(review.greeklish);
        greek += usize::from(!meant.findings.is_empty());
        latin += usize::from(!meant.findings.is_empty() && !review.findings.is_empty());
        reworded_in_latin(typed, &review);
    }
    println!("by people: of {all} read {read}; found {latin}, in Greek letters {greek}");
    assert!(all >= 60);
    assert!(latin * 100 >= greek * 95, "{latin} of {greek}");
}

/// Replies in other languages, by what the table in the report calls them.
const OTHERS: &[(&str, &str)] = &[
    ("English", include_str!("../../rules/corpus/good_replies_en.txt")),
    ("English with Greek names", include_str!("languages/en.txt")),
    ("Italian", include_str!("languages/it.txt")),
    ("Spanish", include_str!("languages/es.txt")),
    ("French", include_str!("languages/fr.txt")),
    ("German", include_str!("languages/de.txt")),
    ("Turkish", include_str!("languages/tr.txt")),
    ("Albanian", include_str!("languages/sq.txt")),
    ("others", include_str!("languages/other.txt")),
];

#[test]
fn no_other_language_is_taken_for_greeklish() {
    for (language, lines) in OTHERS {
        let lines: Vec<&str> = lines.lines().filter(|line| !line.is_empty()).collect();
        let taken: Vec<&&str> = lines.iter().filter(|line| check(line).greeklish).collect();
        println!("{language}: {} lines, {} taken for Greeklish", lines.len(), taken.len());
        assert!(taken.is_empty(), "{language}: {taken:?}");
        let whole = check(&lines.join("\n"));
        assert!(!whole.greeklish, "all lines of {language} together");
    }
}

/// Two languages in one draft: each row with whether it is Greeklish.
const MIXED: &[(&str, bool)] = &[
    ("Το Galaxy S24 Ultra Enterprise Edition 256GB Titanium Black είναι εδώ.", false),
    ("Δεν μπορώ να ανοίξω το Google Workspace Admin Console.", false),
    ("Καλημέρα! Δεν μπορώ να το δω, den mporw.", false),
    ("Kalimera Nikos, we can't ship your order today.", false),
    ("Efharisto! I can't help you with that, sorry.", false),
    ("Καλημέρα! den mporw na to dw twra, tha sas parw argotera", true),
    ("To Galaxy S24 Ultra den mporoume na to steiloume shmera.", true),
    ("Sorry, den mporw na anoiksw to link sas.", true),
    ("https://example.gr/den-mporw-na-sas-voithisw", false),
    ("`den mporw na sas voithisw`", false),
    ("", false),
    ("12345", false),
];

#[test]
fn two_languages_in_one_draft() {
    for (draft, greeklish) in MIXED {
        let review = check(draft);
        assert_eq!(review.greeklish, *greeklish, "{draft}");
        if *greeklish {
            assert_eq!(review.language, "el", "{draft}");
            assert!(!review.findings.is_empty(), "{draft}");
        }
    }
}

#[test]
fn it_can_be_left_alone() {
    let draft = Draft::new("den mporw na sas voithisw").expect("a short draft");
    for scope in [
        Scope { greeklish: Greeklish::Ignored, ..Scope::everything() },
        Scope { language: Some("en"), ..Scope::everything() },
    ] {
        let review = ENGINE.check(draft, &scope);
        assert!(!review.greeklish && review.findings.is_empty());
        assert_eq!(ENGINE.count(draft, &scope), 0);
    }
    let scope = Scope { language: Some("el"), ..Scope::everything() };
    assert_eq!(ENGINE.count(draft, &scope), ENGINE.check(draft, &scope).findings.len());
    assert_eq!(ENGINE.count(draft, &scope), 1);
}

/// The longest drafts, of what costs most to read; each ends, and its words are read once each.
#[test]
fn hostile_drafts_are_read() {
    for piece in
        ["i", "hhhhh ", "den ", "thxhoi ", "den mporw na sas voithisw. ", "xhxhxhxhxhxhxh ", "8 "]
    {
        let draft = piece.repeat(MAX_DRAFT_CHARS / piece.len());
        let review = check(&draft);
        assert!(!review.rewrite.is_empty(), "{piece}");
    }
    // No two words alike.
    let words: Vec<String> = (0..MAX_DRAFT_CHARS / 9)
        .map(|number| format!("{:b}", number + 4_096).replace('1', "h").replace('0', "i"))
        .map(|word| word.chars().take(8).collect())
        .collect();
    assert!(!check(&words.join(" ")).rewrite.is_empty());
}
