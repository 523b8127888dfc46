//! The built-in tips: read whole, with a pair from the rules where there is one, and the same in both languages.

use std::collections::BTreeSet;

use kalologos::model::Language;
use kalologos::rules::Tip;
use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::tips::ShownTip;
use kalologos::tips::{shown_tip, tip_now};
use kalologos::ui;
use kalologos::ui::TipWords;

use crate::tips::LIBRARY;

const OURS: &str = include_str!("../cmd/tips/ours.yaml");
const OURS_EN: &str = include_str!("../cmd/tips/ours-en.yaml");

fn short(tip: &Tip) -> &str {
    tip.id.rsplit('/').next().unwrap()
}

#[test]
fn a_tip_reads_well_in_both_languages() {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let files = [("ours.yaml", OURS), ("ours-en.yaml", OURS_EN)];
    let files =
        files.map(|(name, text)| SourceFile { name: name.to_owned(), text: text.to_owned() });
    assert_eq!(rule_set.add(&files), []);
    let mut shown = String::new();
    for (language, tag) in Language::ALL {
        for tip in rule_set.tips(tag) {
            shown += &format!("{}\n", ui::tip(&shown_tip(&rule_set, tip, 1), *language));
        }
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn text_of_a_tip_can_not_move_the_cursor() {
    let tip = Tip {
        text: "Μία\u{1b}[31m γραμμή\nκαι\u{202e} άλλη".to_owned(), ..Tip::default()
    };
    let shown = ShownTip { tip, principle: None, pair: None };
    let words = TipWords::of(&shown, Language::El);
    assert_eq!(words.text, "Μία\u{fffd}[31m γραμμή και άλλη");
    assert_eq!((words.title, words.today, words.pair), (None, None, None));
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

#[test]
fn the_deck_is_drawn_from_all_five_documents() {
    for tag in ["el", "en"] {
        let tips = LIBRARY.tips(tag);
        assert!(tips.len() >= 90, "{} tips in {tag}", tips.len());
        for source in [
            "training-4.4", "service-overview", "team-spirit", "customer-experience", "soft-skills",
        ] {
            let count = tips.iter().filter(|tip| tip.source.as_deref() == Some(source)).count();
            assert!(count >= 9, "{count} tips of {source} in {tag}");
        }
        let principles: BTreeSet<&str> =
            tips.iter().filter_map(|tip| tip.principle.as_deref()).collect();
        let all = LIBRARY.principles().iter().map(|it| it.id.as_str()).collect();
        assert_eq!(principles, all, "a principle without a tip in {tag}");
    }
}

#[test]
fn no_tip_commands_or_blames() {
    let never = ["πρέπει", "λάθος", "must", "should", "error", "mistake"];
    for tip in LIBRARY.tips("el").iter().chain(&LIBRARY.tips("en")) {
        for said in [Some(&tip.text), tip.today.as_ref()].into_iter().flatten() {
            let words = said.to_lowercase();
            let found = never.iter().find(|word| {
                words.split(|sign: char| !sign.is_alphabetic()).any(|it| it == **word)
            });
            assert_eq!(found, None, "{}: {said}", tip.id);
            assert!(said.ends_with(['.', '?', '»', '”']), "{}: {said}", tip.id);
            assert!(said.matches(['.', '?']).count() <= 4, "{}: {said}", tip.id);
        }
    }
}

#[test]
fn most_tips_come_with_a_pair_from_the_rules() {
    for tag in ["el", "en"] {
        let tips = LIBRARY.tips(tag);
        let with_pair: Vec<_> =
            tips.iter().filter_map(|tip| shown_tip(&LIBRARY, tip, 3).pair).collect();
        assert!(with_pair.len() > tips.len() / 2, "{} of {}", with_pair.len(), tips.len());
        for pair in with_pair {
            assert!(pair.rule.starts_with(tag), "{pair:?}");
            assert!(pair.avoid != pair.prefer && !pair.prefer.starts_with('['), "{pair:?}");
        }
    }
}
