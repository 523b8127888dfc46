//! Rules, packs and principles off and on, with a way back.

use insta::assert_snapshot;
use kalologos::app::Interaction;
use kalologos::model::Language;
use kalologos::ui::CommandId;

use crate::managing_rules::common::*;

#[tokio::test]
async fn each_kind_goes_silent_and_comes_back() {
    let home = Home::new().await;
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        for (kind, asked) in [
            ("rule", "rule:el/positive-language/wrong"),
            ("pack", "pack:el/positive-language"),
            ("principle", "principle:empathy"),
        ] {
            let off = home.command_in(language, CommandId::RulesOff, &[("name", asked)]).await;
            assert_snapshot!(format!("off_{kind}_{name}"), shown(&off));
            assert_eq!(home.check("Κάνετε λάθος.").await, Vec::<String>::new());
            let on = home.command_in(language, CommandId::RulesOn, &[("name", asked)]).await;
            assert_snapshot!(format!("on_{kind}_{name}"), shown(&on));
            assert_eq!(home.check("Κάνετε λάθος.").await, ["el/positive-language/wrong"]);
        }
    }
    let off = home.command(CommandId::RulesOff, &[("name", "κάνετε λάθος")]).await;
    let undone = home.press(&off, "Αναίρεση").await;
    assert_snapshot!("undone_el", shown(&undone));
    assert_eq!(home.check("Κάνετε λάθος.").await.len(), 1);
    // Pressed again it is undone all the same, once.
    assert_eq!(home.press(&off, "Αναίρεση").await, undone);
    let after_all = home.press(&undone, "Τελικά να ισχύσει").await;
    assert_eq!(home.check("Κάνετε λάθος.").await.len(), 0);
    assert_snapshot!("after_all_el", shown(&after_all));
    // Nothing is undone under what came after it.
    assert_snapshot!("undo_too_late_el", shown(&home.press(&off, "Αναίρεση").await));
}

#[tokio::test]
async fn what_is_called_alike_is_asked_for() {
    let home = Home::new().await;
    let which = home.command(CommandId::RulesOff, &[("name", "positive-language")]).await;
    assert_snapshot!("off_which_el", shown(&which));
    let off = home.choose(&which, "Διαλέξτε", &["· el/positive-language"]).await;
    assert!(off.text().contains("κάνετε λάθος"), "{}", off.text());
    home.press(&off, "Αναίρεση").await;
    let unknown = home.command(CommandId::RulesOff, &[("name", "ξξξξ")]).await;
    assert_snapshot!("off_unknown_el", shown(&unknown));
    home.command(CommandId::RulesOff, &[("name", "κάνετε λάθος")]).await;
    let twice = home.command(CommandId::RulesOff, &[("name", "κάνετε λάθος")]).await;
    assert_snapshot!("off_already_el", shown(&twice));
}

#[tokio::test]
async fn a_rule_does_not_speak_before_its_pack_does() {
    let home = Home::new().await;
    home.command(CommandId::RulesOff, &[("name", "pack:el/positive-language")]).await;
    let asked = [("name", "rule:el/positive-language/wrong")];
    let silent = home.command(CommandId::RulesOn, &asked).await;
    assert_snapshot!("on_silent_with_pack_el", shown(&silent));
    let shown_rule = home.command(CommandId::RulesShow, &[("rule", "κάνετε λάθος")]).await;
    assert!(shown_rule.text().contains("όλο το πακέτο"), "{}", shown_rule.text());
    let on = home.press(&silent, "Ενεργοποίηση όλου του πακέτου").await;
    assert!(on.text().contains("3 κανόνες"), "{}", on.text());
    assert_eq!(home.check("Κάνετε λάθος.").await.len(), 1);
    home.command(CommandId::RulesOff, &[("name", "principle:empathy")]).await;
    let silent = home.command(CommandId::RulesOn, &asked).await;
    home.press(&silent, "Ενεργοποίηση όλης της αρχής").await;
    assert_eq!(home.check("Κάνετε λάθος.").await.len(), 1);
}

#[tokio::test]
async fn a_double_click_does_it_once_and_the_slower_lead_is_told() {
    let home = Home::new().await;
    let rule = home.command(CommandId::RulesShow, &[("rule", "κάνετε λάθος")]).await;
    let other = home.command(CommandId::RulesShow, &[("rule", "δυστυχώς")]).await;
    let first = home.press(&rule, "Απενεργοποίηση").await;
    assert_eq!(home.press(&rule, "Απενεργοποίηση").await, first);
    let version = home.teams().rules_version(SERVER).await.unwrap();
    assert_eq!(version.0, 1);
    // The other panel was made before that change.
    let mark = button(&other, "Απενεργοποίηση");
    let slower =
        home.response(other_lead(), Language::El, Interaction::Press(mark, Vec::new())).await;
    assert_snapshot!("off_stale_el", shown(&panel(slower)));
    assert_eq!(home.check("Δυστυχώς άργησε.").await.len(), 1);
    // Once it is taken back, the old button does not claim that it is done.
    home.press(&first, "Αναίρεση").await;
    let late = home.press(&rule, "Απενεργοποίηση").await;
    assert!(late.text().starts_with("Δεν πείραξα τίποτα"), "{}", late.text());
    assert_eq!(home.check("Κάνετε λάθος.").await.len(), 1);
}

#[tokio::test]
async fn what_is_offered_can_be_turned_that_way() {
    let home = Home::new().await;
    let context = home.context(lead(), Language::El);
    let offers = async |command, typed: &str| -> Vec<String> {
        let offered = home.app.offers(&context, command, "name", typed, 25).await;
        offered.into_iter().map(|offered| offered.shown).collect()
    };
    let off = offers(CommandId::RulesOff, "").await;
    assert_snapshot!("off_offers_el", off.join("\n"));
    assert_eq!(offers(CommandId::RulesOn, "").await, Vec::<String>::new());
    home.command(CommandId::RulesOff, &[("name", "κάνετε λάθος")]).await;
    assert_eq!(offers(CommandId::RulesOn, "λαθος").await.len(), 1);
    assert_eq!(offers(CommandId::RulesOff, "κάνετε λάθος").await, Vec::<String>::new());
}
