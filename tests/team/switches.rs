//! Switches, names that are never flagged, the list of rules.

use kalologos::model::Language;
use kalologos::model::Version;
use kalologos::rules::Level;
use kalologos::store::{Position, Switch, SwitchKind};
use kalologos::team::UserError;
use kalologos::team::{RuleFilter, RuleState, Settings, Source};

use crate::team::common::*;

fn switch(kind: SwitchKind, name: &str) -> Switch {
    Switch { kind, name: name.to_owned() }
}

#[tokio::test]
async fn a_rule_a_pack_and_a_principle_go_silent_and_speak_again() {
    let home = Home::new().await;
    let draft = "Κάνετε λάθος.";
    let (ids, _) = home.check(draft).await;
    let id = ids[0].as_str();
    let team = home.team().await;
    let shown = team.show(id, Language::El).unwrap();
    let pack = id.rsplit_once('/').unwrap().0;
    let principle = shown.sketch.principle.clone().unwrap();
    let spaced = format!(" {id} ");
    let mut base = 0;
    for (kind, name, asked) in [
        (SwitchKind::Rule, id, id),
        (SwitchKind::Rule, id, &*spaced),
        (SwitchKind::Pack, pack, pack),
        (SwitchKind::Principle, &*principle, &*principle),
    ] {
        let turn =
            async |base, to| home.lead().await.turn(Version(base), &switch(kind, asked), to).await;
        turn(base, Position::Off).await.unwrap();
        assert!(!home.check(draft).await.0.contains(&ids[0]), "{asked}");
        let team = home.team().await;
        assert_eq!(team.off, [switch(kind, name)]);
        assert_eq!(team.show(id, Language::El).unwrap().state, RuleState::Off(kind));
        assert_eq!(refused(turn(base + 1, Position::Off).await), UserError::AlreadySo);
        turn(base + 1, Position::On).await.unwrap();
        assert_eq!(home.check(draft).await.0, ids);
        base += 2;
    }
    // What is not there, or is there in two languages, is asked for once more.
    for (kind, asked) in [
        (SwitchKind::Rule, "el/positive-language/canot"),
        (SwitchKind::Rule, "wrong"),
        (SwitchKind::Pack, "positive-language"),
        (SwitchKind::Pack, "el/positive-langage"),
        (SwitchKind::Principle, "positive-langage"),
    ] {
        let unknown = switch(kind, asked);
        let unknown = home.lead().await.turn(Version(base), &unknown, Position::Off).await;
        let UserError::UnknownName { nearest, .. } = refused(unknown) else { panic!("{asked}") };
        assert!(nearest.is_some_and(|nearest| nearest.contains("positive")), "{asked}");
    }
}

#[tokio::test]
async fn a_switch_outlives_edits_of_its_rule_and_restarts() {
    let home = Home::new().await;
    let text = |phrase: &str| {
        format!("language: el\nrules:\n  - avoid: {phrase}\n    prefer: το βλέπουμε μαζί\n")
    };
    let (report, version) = home.activated("ομάδα.yaml", &text("το ξέρετε ήδη αυτό")).await;
    let rule = switch(SwitchKind::Rule, &report.difference.new[0].id);
    home.lead().await.turn(version, &rule, Position::Off).await.unwrap();
    home.activated("ομάδα.yaml", &text("το ξέρετε ήδη αυτό εδώ")).await;
    assert_eq!(home.check("Το ξέρετε ήδη αυτό εδώ.").await.0, Vec::<String>::new());
    let home = home.restarted().await;
    assert_eq!(home.check("Το ξέρετε ήδη αυτό εδώ.").await.0, Vec::<String>::new());
    home.lead().await.turn(Version(3), &rule, Position::On).await.unwrap();
    assert_eq!(home.check("Το ξέρετε ήδη αυτό εδώ.").await.0, [rule.name]);
}

#[tokio::test]
async fn a_name_is_never_flagged_and_what_stands_around_it_still_is() {
    let home = Home::new().await;
    let text = "language: el
rules:
  - avoid: κανένα πρόβλημα
    prefer: με χαρά
  - avoid: δυστυχώς λείπει το {τι}
    prefer: το {τι} έρχεται σύντομα
";
    let (report, version) = home.activated("ομάδα.yaml", text).await;
    let ids: Vec<&str> = report.difference.new.iter().map(|rule| rule.id.as_str()).collect();
    let name = "«Κανένα  Πρόβλημα»";
    home.lead().await.allow(version, &[name], Position::Off).await.unwrap();
    for (draft, expected) in [
        ("Το πρόγραμμα ΚΑΝΕΝΑ ΠΡΟΒΛΗΜΑ είναι δωρεάν.", &[][..]),
        ("Κανένα\u{301} πρόβλημα.", &[]),
        ("Δυστυχώς λείπει το Κανένα Πρόβλημα.", &ids[1..]),
    ] {
        assert_eq!(home.check(draft).await.0, expected, "{draft}");
    }
    let rewrite = home.check("Δυστυχώς λείπει το Κανένα Πρόβλημα.").await.1;
    assert_eq!(rewrite, "Το Κανένα Πρόβλημα έρχεται σύντομα.");
    let again = home.lead().await.allow(Version(2), &["κανενα προβλημα"], Position::Off).await;
    assert_eq!(refused(again), UserError::AlreadySo);
    home.lead().await.allow(Version(2), &["κανενα προβλημα"], Position::On).await.unwrap();
    assert_eq!(home.check("Κανένα πρόβλημα.").await.0, ids[..1]);
    for (name, expected) in
        [(" 🙂 ", UserError::EmptyPair), (&*"α".repeat(101), UserError::TooLong { limit: 100 })]
    {
        let odd = home.lead().await.allow(Version(3), &[name], Position::Off).await;
        assert_eq!(refused(odd), expected);
    }
}

#[tokio::test]
async fn the_list_shows_the_teams_own_first_by_pages_and_filters() {
    let home = Home::new().await;
    let (report, version) = home.activated("πίνακας.txt", SEED).await;
    let first = &report.difference.new[0].id;
    home.lead().await.turn(version, &switch(SwitchKind::Rule, first), Position::Off).await.unwrap();
    let team = home.team().await;
    let all = team.list(&RuleFilter::default(), 0, 10);
    assert_eq!(all.rules.len(), 10);
    assert_eq!((&all.rules[0].id, all.rules[0].state), (first, RuleState::Off(SwitchKind::Rule)));
    assert_eq!(all.rules[4].source, Source::Own { file: "πίνακας.txt".to_owned() });
    assert_eq!(all.rules[5].source, Source::Builtin);
    let last = team.list(&RuleFilter::default(), usize::MAX, 10);
    assert_eq!((last.number, last.total), (all.pages - 1, all.total));
    let mut seen = 0;
    for number in 0..all.pages {
        seen += team.list(&RuleFilter::default(), number, 10).rules.len();
    }
    assert_eq!(seen, all.total);
    let count = |filter: RuleFilter| team.list(&filter, 0, 5).total;
    let any = RuleFilter::default;
    assert_eq!(count(RuleFilter { own: Some(true), ..any() }), 5);
    assert_eq!(count(RuleFilter { speaks: Some(false), ..any() }), 1);
    assert!(count(RuleFilter { languages: vec!["en".into()], ..any() }) > 10);
    assert!(count(RuleFilter { levels: vec![Level::Error], ..any() }) > 0);
    assert!(count(RuleFilter { text: Some("ΔΙΑΦΩΝΩ".into()), ..any() }) > 0);
    let nothing = team.list(&RuleFilter { text: Some("ξξξξ".into()), ..any() }, 3, 5);
    assert_eq!((nothing.total, nothing.pages, nothing.number), (0, 1, 0));
    // What is typed finds switches of each kind.
    let offered = team.offer_switches("θετικη", Position::Off, Language::El, 25);
    assert!(offered.iter().any(|named| named.kind == SwitchKind::Pack), "{offered:?}");
    assert_eq!(team.offer_switches("", Position::Off, Language::El, 25).len(), 25);
    let own =
        home.teams.checker(SERVER, NOW).await.0.checker.offer_rules("διαφων", Language::El, 5);
    assert_eq!(own[0].value, report.difference.new[3].id);
}

#[tokio::test]
async fn the_lowest_level_that_is_shown_is_a_setting() {
    let home = Home::new().await;
    let text = "language: el\nrules:\n  - avoid: εντάξει τότε\n    level: suggestion\n    prefer: με χαρά\n";
    home.activated("ομάδα.yaml", text).await;
    assert_eq!(home.check("Εντάξει τότε.").await.1, "Με χαρά.");
    let mut settings = Settings::default();
    settings.set_level(Level::Warning);
    home.lead().await.set_settings(Version(0), &settings, None).await.unwrap();
    assert_eq!(home.check("Εντάξει τότε.").await.1, "Εντάξει τότε.");
    let home = home.restarted().await;
    assert_eq!(home.check("Εντάξει τότε.").await.1, "Εντάξει τότε.");
    let again = home.lead().await.set_settings(Version(1), &settings, None).await;
    assert_eq!(refused(again), UserError::AlreadySo);
    let old = home.lead().await.set_settings(Version(0), &Settings::default(), None).await;
    assert!(matches!(refused(old), UserError::Stale { .. }));
}
