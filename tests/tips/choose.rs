//! Which tip a server sees: an order of its own, nothing twice before the deck is through, neighbours apart.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use kalologos::rules::Tip;
use kalologos::tips::{Choices, Deck, Focus, Shown, choose, pick, seed_of, upcoming};
use proptest::prelude::*;

use crate::tips::{LIBRARY, NONE, days, even, greek};

/// A tip for each letter: its principle.
fn tips(principles: &str) -> Vec<Tip> {
    let tip = |(number, letter): (usize, char)| Tip {
        id: format!("el/team/{letter}{number}"),
        principle: (letter != '-').then(|| letter.to_string()),
        text: format!("{number}"),
        ..Tip::default()
    };
    principles.chars().enumerate().map(tip).collect()
}

fn run(deck: &Deck<'_>, count: usize, choices: &Choices<'_>) -> Vec<Tip> {
    let found = upcoming(deck, &[], &days(count), choices);
    found.into_iter().map(|(_, tip)| tip.clone()).collect()
}

fn neighbours_alike(tips: &[Tip]) -> usize {
    tips.windows(2).filter(|two| two[0].principle == two[1].principle).count()
}

#[test]
fn five_rounds_of_the_built_in_deck() {
    let deck = greek();
    let size = deck.tips().len();
    for seed in 0..6 {
        let shown = run(&deck, 5 * size, &even(seed));
        for round in shown.chunks(size) {
            let ids: HashSet<&str> = round.iter().map(|tip| tip.id.as_str()).collect();
            assert_eq!(ids.len(), size, "seed {seed}");
        }
        assert_eq!(neighbours_alike(&shown), 0, "seed {seed}");
        for (at, tip) in shown.iter().enumerate() {
            let soon = shown[at + 1..].iter().take(size / 2 - 1).any(|other| other.id == tip.id);
            assert!(!soon, "seed {seed}: {} comes again soon", tip.id);
        }
    }
}

#[test]
fn an_order_is_a_servers_own_and_stays() {
    let deck = greek();
    let order = |seed| run(&deck, 30, &even(seed_of(seed)));
    assert_eq!(order("guild 1"), order("guild 1"));
    let firsts: HashSet<String> =
        (0..200).map(|seed| run(&deck, 1, &even(seed))[0].id.clone()).collect();
    // 200 draws from some 140 tips give about 106 different ones.
    assert!(firsts.len() > 80, "{}", firsts.len());
    let two_rounds = run(&deck, 2 * deck.tips().len(), &even(1));
    let (one, two) = two_rounds.split_at(deck.tips().len());
    assert_ne!(one, two, "each round has an order of its own");
}

#[test]
fn the_same_day_gives_the_same_tip_again() {
    let deck = greek();
    let mut shown: Vec<Shown> = Vec::new();
    for day in days(200) {
        let tip = choose(&deck, &shown, day, &even(3)).unwrap();
        shown.push(Shown { id: tip.id.clone(), day });
        assert_eq!(choose(&deck, &shown, day, &even(3)).unwrap().id, tip.id, "{day}");
    }
}

#[test]
fn half_a_deck_is_between_two_of_a_kind_even_if_the_beginning_is_forgotten() {
    let deck = greek();
    let half = deck.tips().len() / 2;
    let mut shown: Vec<Shown> = Vec::new();
    for day in days(500) {
        let remembered = &shown[shown.len().saturating_sub(half + 20)..];
        let id = choose(&deck, remembered, day, &even(6)).unwrap().id.clone();
        assert!(shown.iter().rev().take(half).all(|shown| shown.id != id), "{day}: {id}");
        shown.push(Shown { id, day });
    }
}

#[test]
fn small_and_lopsided_decks() {
    for (principles, alike) in [
        ("a", None),
        ("ab", Some(0)),
        ("aab", Some(0)),
        ("abc", Some(0)),
        ("aaabbc", Some(0)),
        ("aaaabbbbc", Some(0)),
        ("----", None),
        ("aa--", None),
        // Three of five: they can't be kept apart within a round.
        ("aaaab", None),
    ] {
        let tips = tips(principles);
        let deck = Deck::new(&tips);
        for seed in 0..50 {
            let one_round = run(&deck, tips.len(), &even(seed));
            let ids: HashSet<&str> = one_round.iter().map(|tip| tip.id.as_str()).collect();
            assert_eq!(ids.len(), tips.len(), "{principles}, seed {seed}");
            if let Some(alike) = alike {
                assert_eq!(neighbours_alike(&one_round), alike, "{principles}, seed {seed}");
            }
            let rounds = run(&deck, 4 * tips.len(), &even(seed));
            let repeated = rounds.windows(2).any(|two| two[0].id == two[1].id);
            assert!(tips.len() == 1 || !repeated, "{principles}, seed {seed}: {rounds:?}");
        }
    }
    assert!(choose(&Deck::default(), &[], days(1)[0], &even(1)).is_none());
}

#[test]
fn a_deck_that_changes_within_a_round_goes_on() {
    let all = tips("abcdefghabcdefgh");
    let (before, added) = all.split_at(12);
    let first = Deck::new(before);
    let mut shown = Vec::new();
    for (day, tip) in upcoming(&first, &[], &days(6), &even(9)) {
        shown.push(Shown { id: tip.id.clone(), day });
    }
    // Four join, one that was shown and one that was not leave.
    let seen: Vec<String> = shown.iter().map(|shown| shown.id.clone()).collect();
    let unseen = before.iter().find(|tip| !seen.contains(&tip.id)).unwrap();
    let gone = [seen[2].clone(), unseen.id.clone()];
    let changed = Deck::new(all.iter().filter(|tip| !gone.contains(&tip.id)));
    let rest = upcoming(&changed, &shown, &days(30)[6..15], &even(9));
    let rest: BTreeSet<&str> = rest.iter().map(|(_, tip)| tip.id.as_str()).collect();
    let expected: BTreeSet<&str> = before
        .iter()
        .chain(added)
        .map(|tip| tip.id.as_str())
        .filter(|id| !seen.contains(&(*id).to_owned()) && !gone.contains(&(*id).to_owned()))
        .collect();
    assert_eq!(rest, expected, "the round ends with all that were not shown, and no other");
}

#[test]
fn voted_down_tips_stay_out_and_a_teams_own_are_mixed_in() {
    let own = tips("xyz");
    let builtin = LIBRARY.tips("el");
    let deck = Deck::new(own.iter().chain(builtin.iter().copied()));
    let left_out: BTreeSet<String> = builtin.iter().take(40).map(|tip| tip.id.clone()).collect();
    let choices = Choices { seed: 5, left_out: &left_out, focus: Focus::Even };
    let size = deck.tips().len() - left_out.len();
    let round = run(&deck, size, &choices);
    let ids: HashSet<&str> = round.iter().map(|tip| tip.id.as_str()).collect();
    assert_eq!(ids.len(), size);
    assert!(round.iter().all(|tip| !left_out.contains(&tip.id)));
    let places: Vec<usize> =
        own.iter().map(|own| round.iter().position(|tip| tip.id == own.id).unwrap()).collect();
    let spread = places.iter().max().unwrap() - places.iter().min().unwrap();
    assert!(spread > 5, "they come one after another: {places:?}");
}

#[test]
fn a_team_replaces_a_built_in_tip_by_its_id() {
    let builtin = LIBRARY.tips("el");
    let own = Tip { text: "Δικό μας.".to_owned(), ..builtin[3].clone() };
    let deck = Deck::new(std::iter::once(&own).chain(builtin.iter().copied()));
    assert_eq!(deck.tips().len(), builtin.len());
    assert_eq!(deck.tip(&own.id).unwrap().text, "Δικό μας.");
}

#[test]
fn what_a_team_needs_comes_first_more_often() {
    let deck = greek();
    let size = deck.tips().len();
    let found = BTreeMap::from([("calm".to_owned(), 30), ("clarity".to_owned(), 4)]);
    let place = |choices: &Choices<'_>, principle: &str| -> f64 {
        let round = run(&deck, size, choices);
        assert_eq!(neighbours_alike(&round), 0);
        let is_on = |tip: &Tip| tip.principle.as_deref() == Some(principle);
        let places: Vec<usize> =
            round.iter().enumerate().filter(|(_, tip)| is_on(tip)).map(|(at, _)| at).collect();
        places.iter().sum::<usize>() as f64 / places.len() as f64
    };
    let mean = |focus: Focus<'_>, principle: &str| -> f64 {
        let places = (0..8).map(|seed| place(&Choices { seed, left_out: &NONE, focus }, principle));
        places.sum::<f64>() / 8.0
    };
    let [calm, clarity, empathy] =
        ["calm", "clarity", "empathy"].map(|it| mean(Focus::Needs(&found), it));
    assert!(calm < 12.0, "{calm}");
    assert!(clarity < 25.0, "{clarity}");
    assert!(empathy > 50.0, "{empathy}");
    assert!(mean(Focus::Even, "calm") > 50.0);
}

#[test]
fn a_pick_is_another_than_lately() {
    let deck = greek();
    let mut firsts: HashSet<&str> = HashSet::new();
    for seed in 0..300 {
        firsts.insert(&pick(&deck, seed, &[]).unwrap().id);
    }
    assert!(firsts.len() > 100, "{}", firsts.len());
    let lately: Vec<String> = deck.tips().iter().take(50).map(|tip| tip.id.clone()).collect();
    let last = deck.tip(&lately[49]).unwrap();
    for seed in 0..300 {
        let tip = pick(&deck, seed, &lately).unwrap();
        assert!(!lately.contains(&tip.id) && tip.principle != last.principle);
    }
    assert!(pick(&Deck::default(), 1, &[]).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn however_the_deck_is_made_up_a_round_shows_each_tip_once(
        principles in "[a-f-]{1,40}",
        seed in any::<u64>(),
        needs in proptest::collection::btree_map("[a-f]", 0..50_u64, 0..4),
    ) {
        let tips = tips(&principles);
        let deck = Deck::new(&tips);
        let choices = Choices { seed, left_out: &NONE, focus: Focus::Needs(&needs) };
        let shown = run(&deck, 2 * tips.len(), &choices);
        for round in shown.chunks(tips.len()) {
            let ids: HashSet<&str> = round.iter().map(|tip| tip.id.as_str()).collect();
            prop_assert_eq!(ids.len(), tips.len());
        }
        // No principle has more than half of the tips: then they can be kept apart, across the seam as well.
        let most = tips.iter().filter_map(|tip| tip.principle.as_deref()).map(|principle| {
            tips.iter().filter(|tip| tip.principle.as_deref() == Some(principle)).count()
        }).max().unwrap_or(0);
        if 2 * most <= tips.len() {
            let alike = shown.windows(2).filter(|two| {
                two[0].principle.is_some() && two[0].principle == two[1].principle
            }).count();
            prop_assert_eq!(alike, 0, "{:?}", shown);
        }
    }
}
