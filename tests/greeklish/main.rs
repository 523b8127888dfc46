//! Greek in Latin letters: recognised in whatever habit, reworded in Latin letters, and no other language taken for it.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

mod typing;

use std::sync::LazyLock;

use kalologos::desk::{Library, builtin};
use kalologos::engine::{Engine, Review, Scope};
use kalologos::rules::{Example, Level};
use kalologos::text::Draft;

use typing::Typist;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let (mut library, _) = Library::languages(builtin());
    let problems = library.add_proven(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    library
});

static ENGINE: LazyLock<Engine> = LazyLock::new(|| LIBRARY.engine());

fn check(draft: &str) -> Review {
    ENGINE.check(Draft::new(draft).expect("a short draft"), &Scope::everything())
}

fn warnings(review: &Review) -> usize {
    review.findings.iter().filter(|finding| finding.rule.level >= Level::Warning).count()
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
        let (mut all, mut found, mut read, mut same) = (0, 0, 0, 0);
        for (seed, draft) in drafts.iter().enumerate() {
            let greek = check(draft);
            if greek.findings.is_empty() {
                continue;
            }
            all += 1;
            let typed = typist.types(draft, seed as u64);
            let latin = check(&typed);
            read += usize::from(latin.greeklish);
            found += usize::from(!latin.findings.is_empty());
            let rules = |review: &Review| -> Vec<String> {
                review.findings.iter().map(|finding| finding.rule.id.clone()).collect()
            };
            if rules(&greek) == rules(&latin) {
                same += 1;
            } else {
                println!(
                    "{} {typed:?} {draft:?} {:?} {:?}",
                    latin.greeklish,
                    rules(&greek),
                    rules(&latin)
                );
            }
        }
        println!("{typist:?}: read {read}, found {found}, by the same rules {same} of {all}");
        assert!(found * 100 >= all * 90, "{typist:?}: {found} of {all}");
    }
}

#[test]
fn good_replies_in_greeklish_raise_no_more_alarms() {
    let replies = include_str!("../../rules/corpus/good_replies_el.txt");
    for typist in Typist::ALL {
        let (mut greek, mut latin, mut read, mut all) = (0, 0, 0, 0);
        for (seed, reply) in replies.lines().filter(|line| !line.is_empty()).enumerate() {
            let typed = typist.types(reply, seed as u64);
            let review = check(&typed);
            all += 1;
            read += usize::from(review.greeklish);
            if !review.greeklish {
                println!("not read {typed}");
            }
            for finding in &review.findings {
                println!("{} {typed}", finding.rule.id);
            }
            greek += warnings(&check(reply));
            latin += warnings(&review);
        }
        println!("{typist:?}: read {read} of {all}; alarms {latin}, in Greek letters {greek}");
    }
}

#[test]
fn lines_as_people_type_them_are_found() {
    let lines = include_str!("lines.txt").lines().filter(|line| !line.starts_with('#'));
    let (mut all, mut greek, mut latin) = (0, 0, 0);
    for line in lines {
        let (typed, meant) = line.split_once(" | ").expect("two columns");
        let (typed_review, review) = (check(typed), check(meant));
        all += 1;
        greek += usize::from(!review.findings.is_empty());
        latin += usize::from(!typed_review.findings.is_empty());
        if review.findings.is_empty() != typed_review.findings.is_empty() {
            println!("{} {line}", typed_review.greeklish);
        }
    }
    println!("{latin} of {greek} of {all}");
}
