//! The built-in tips: read whole, with a pair from the rules where there is one, and the same in both languages.
#![allow(clippy::unwrap_used, reason = "a test stops at what should not happen")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use kalologos::desk::{Library, builtin, tip_now};
use kalologos::render::{self, Language};
use kalologos::rules::Tip;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let (mut library, _) = Library::languages(builtin());
    let problems = library.add_proven(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    library
});

fn short(tip: &Tip) -> &str {
    tip.id.rsplit('/').next().unwrap()
}

#[test]
fn a_tip_now_reads_well_in_both_languages() {
    let mut shown = String::new();
    for (language, tag) in Language::ALL {
        for seed in 0..3 {
            let tip = tip_now(&LIBRARY, tag, seed, &[]).unwrap();
            shown += &format!("{}\n", render::tip(&tip, *language));
        }
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn a_tip_now_is_another_until_all_were_seen() {
    for tag in ["el", "en"] {
        let mut lately: Vec<String> = Vec::new();
        let all = LIBRARY.tips(tag).len();
        for seed in 0..all as u64 {
            let tip = tip_now(&LIBRARY, tag, seed, &lately).unwrap().tip;
            assert!(!lately.contains(&tip.id), "{} comes twice", tip.id);
            lately.push(tip.id);
        }
        let again = tip_now(&LIBRARY, tag, 7, &lately).unwrap().tip;
        assert_ne!(Some(&again.id), lately.last());
    }
    assert_eq!(tip_now(&LIBRARY, "fr", 1, &[]), None);
}

#[test]
fn every_tip_is_in_both_languages_and_complete() {
    let ids = |tag: &str| -> BTreeSet<String> {
        LIBRARY.tips(tag).iter().map(|tip| short(tip).to_owned()).collect()
    };
    assert_eq!(ids("el"), ids("en"));
    let english = LIBRARY.tips("en");
    for tip in LIBRARY.tips("el") {
        let other = english.iter().find(|other| short(other) == short(tip)).unwrap();
        assert_eq!((&tip.principle, &tip.source), (&other.principle, &other.source), "{}", tip.id);
        assert!(tip.principle.is_some() && tip.source.is_some(), "{}", tip.id);
        assert!(tip.today.is_some() && other.today.is_some(), "{}", tip.id);
    }
}
