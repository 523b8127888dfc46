//! The list and its filters, one rule in full.

use insta::assert_snapshot;
use kalologos::model::Language;
use kalologos::ui::CommandId;

use crate::managing_rules::common::*;

#[tokio::test]
async fn the_list_is_read_page_by_page_and_narrowed() {
    let home = Home::new().await;
    let many: String = (1..=20)
        .map(|number| format!("  - avoid: σας το είπα {number} φορές\n    prefer: το ξαναλέω\n"))
        .collect();
    home.activated("πολλοί.yaml", format!("language: el\nrules:\n{many}")).await;
    home.activated("ομάδα.yaml", OWN).await;
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let first = home.command_in(language, CommandId::RulesList, &[]).await;
        assert_snapshot!(format!("list_first_{name}"), shown(&first));
    }
    let first = home.command(CommandId::RulesList, &[]).await;
    let second = home.press(&first, "Επόμενοι").await;
    let third = home.press(&second, "Επόμενοι").await;
    assert_snapshot!("list_last_el", shown(&third));
    assert_eq!(home.press(&second, "Προηγούμενοι").await, first);

    let ready = home.choose(&first, "Ποιους", &["Έτοιμοι κανόνες"]).await;
    assert_snapshot!("list_ready_el", shown(&ready));
    let serious = home.choose(&ready, "Ποιους", &["όχι σε πελάτη", "Στα ελληνικά"]).await;
    assert_snapshot!("list_serious_el", shown(&serious));
    // Both halves together are the whole.
    let both = home.choose(&first, "Ποιους", &["Της ομάδας", "Έτοιμοι"]).await;
    assert!(both.text().contains("26 κανόνες"), "{}", both.text());
    let none = home.choose(&first, "Ποιους", &["Όσοι είναι απενεργοποιημένοι"]).await;
    assert_snapshot!("list_none_el", shown(&none));
    assert!(shown(&home.choose(&none, "Ποιους", &[]).await).contains("26 κανόνες"));
}

#[tokio::test]
async fn words_stay_with_the_list_from_page_to_page() {
    let home = Home::new().await;
    for (asked, total) in [
        ("ΔΕΜΑ", "1 κανόνας"),
        ("δε\u{301}μα χάθηκε 🙂", "1 κανόνας"),
        ("μπορώ", "1 κανόνας"),
        ("el/positive-language", "3 κανόνες"),
        ("ξξ/ξ", "Κανένας"),
    ] {
        home.activated_once().await;
        let found = home.command(CommandId::RulesList, &[("words", asked)]).await;
        assert!(found.text().contains(total), "{asked}: {}", found.text());
        let narrowed = home.choose(&found, "Ποιους", &["Όσοι ισχύουν"]).await;
        assert!(narrowed.text().contains(total), "{asked}: {}", narrowed.text());
    }
    let long = "λ".repeat(60);
    shown(&home.command(CommandId::RulesList, &[("words", &long)]).await);
}

impl Home {
    async fn activated_once(&self) {
        if self.teams().team(SERVER, self.now()).await.unwrap().files.is_empty() {
            self.activated("ομάδα.yaml", OWN).await;
        }
    }
}

#[tokio::test]
async fn one_rule_is_shown_in_full() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        for (rule, asked) in [("own", "δέμα"), ("ready", "cannot"), ("removes", "δυστυχώς")]
        {
            let shown_rule =
                home.command_in(language, CommandId::RulesShow, &[("rule", asked)]).await;
            assert_snapshot!(format!("show_{rule}_{name}"), shown(&shown_rule));
        }
    }
    let list = home.command(CommandId::RulesList, &[]).await;
    let from_list = home.choose(&list, "Δείτε έναν κανόνα", &["το δέμα χάθηκε"]).await;
    let asked_for = home.command(CommandId::RulesShow, &[("rule", "το δέμα χάθηκε")]).await;
    assert_eq!(from_list, asked_for);
    assert_eq!(home.press(&from_list, "Όλοι οι κανόνες").await, list);
    let unknown =
        home.command(CommandId::RulesShow, &[("rule", "el/positive-language/canot")]).await;
    assert_snapshot!("show_unknown_el", shown(&unknown));
}

#[tokio::test]
async fn a_rule_with_a_very_long_name_is_offered_and_pressed() {
    let home = Home::new().await;
    let phrase = "αυτό δυστυχώς δεν είναι κάτι που κάνουμε εμείς εδώ";
    let id = format!("el/ομάδα/{}", "μακρύ-όνομα-".repeat(9));
    let id = id.trim_end_matches('-');
    let text = format!(
        "language: el\nrules:\n  - id: {id}\n    avoid: {phrase}\n    prefer: ας το δούμε\n"
    );
    home.activated("ομάδα.yaml", text).await;
    let visitor = home.context(lead(), Language::El);
    for command in [CommandId::RulesShow, CommandId::RulesOff] {
        let option = if command == CommandId::RulesShow { "rule" } else { "name" };
        let offered = home.app.offers(&visitor, command, option, "εμείς εδώ", 25).await;
        assert_eq!(offered.len(), 1, "{offered:?}");
        assert!(offered[0].value.chars().count() <= 100);
        let panel = home.command(command, &[(option, &offered[0].value)]).await;
        assert!(panel.text().contains(phrase), "{}", panel.text());
    }
    let shown_rule = home.command(CommandId::RulesShow, &[("rule", phrase)]).await;
    let on = home.press(&shown_rule, "Ενεργοποίηση").await;
    assert!(on.text().contains("ισχύει ξανά"), "{}", on.text());
}
