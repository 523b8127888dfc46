//! One rule from `/rules show`: put in other words, raised or lowered, tried; and found in whatever form it is typed.

use kalologos::app::{Body, Interaction};
use kalologos::check::{Answer, Request};
use kalologos::model::Language;
use kalologos::ui::{CommandId, Modal, Panel};

use crate::managing_rules::common::*;

async fn form(home: &Home, on: &Panel, label: &str) -> Modal {
    let wish = Interaction::Press(button(on, label), Vec::new());
    match home.response(lead(), Language::El, wish).await.body {
        Body::Modal(form) => form,
        other => panic!("{other:?}"),
    }
}

async fn filled(home: &Home, form: &Modal, written: &[&str]) -> Panel {
    let written = written.iter().map(|text| (*text).to_owned()).collect();
    let wish = Interaction::Submit(form.action.clone(), written);
    panel(home.response(lead(), Language::El, wish).await)
}

async fn show(home: &Home, rule: &str) -> Panel {
    home.command(CommandId::RulesShow, &[("rule", rule)]).await
}

#[tokio::test]
async fn a_rule_of_the_teams_is_put_in_other_words_in_its_file() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    let before = home.check("Το δέμα χάθηκε.").await;
    let form = form(&home, &show(&home, "το δέμα χάθηκε").await, "Αλλαγή").await;
    let values: Vec<&str> = form.fields.iter().map(|field| field.value.as_str()).collect();
    assert_eq!(
        values,
        ["το δέμα χάθηκε", "ψάχνουμε το δέμα", "Ο πελάτης θέλει να ξέρει τι κάνουμε."]
    );
    let report = filled(&home, &form, &["το δέμα χάθηκε", "το βρίσκουμε", ""]).await;
    assert!(report.text().contains("ψάχνουμε το δέμα → το βρίσκουμε"), "{}", report.text());
    home.press(&report, "Ενεργοποίηση").await;
    // The same rule, and the others stay as they were.
    assert_eq!(home.check("Το δέμα χάθηκε.").await, before);
    assert_eq!(home.check("Δεν ξέρω πού είναι.").await.len(), 1);
    let again = show(&home, "το δέμα χάθηκε").await;
    assert!(again.text().contains("το βρίσκουμε"), "{}", again.text());
}

#[tokio::test]
async fn a_rule_is_raised_and_lowered_whoever_wrote_it() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    for (phrase, draft) in [("το δέμα χάθηκε", "Το δέμα χάθηκε."), ("δυστυχώς", "Δυστυχώς έφυγε.")]
    {
        let before = home.check(draft).await;
        let shown_rule = show(&home, phrase).await;
        let report = home.choose(&shown_rule, "Πόσο μετράει;", &["όχι σε πελάτη"]).await;
        home.press(&report, "Ενεργοποίηση").await;
        let raised = show(&home, phrase).await;
        assert!(raised.text().contains("όχι σε πελάτη"), "{}", raised.text());
        assert_eq!(home.check(draft).await, before, "the same rule under the same id");
    }
    let ready = show(&home, "κάνετε λάθος").await;
    let report = home.choose(&ready, "Πόσο μετράει;", &["ιδέα"]).await;
    assert!(report.text().contains("Το σωστό είναι"), "{}", report.text());
}

#[tokio::test]
async fn a_rule_is_tried_even_while_it_is_off() {
    let home = Home::new().await;
    home.command(CommandId::RulesOff, &[("name", "κάνετε λάθος")]).await;
    let form = form(&home, &show(&home, "κάνετε λάθος").await, "Δοκιμή").await;
    let tried = filled(&home, &form, &["Κάνετε λάθος, το είπα."]).await;
    assert!(
        tried.text().starts_with("Δοκιμή του κανόνα για το «κάνετε λάθος»"),
        "{}",
        tried.text()
    );
    assert!(tried.text().contains("«Κάνετε λάθος» →"), "{}", tried.text());
    assert_eq!(home.check("Κάνετε λάθος.").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_phrase_is_found_in_whatever_form_it_is_typed() {
    let home = Home::new().await;
    let text = "language: el\nrules:\n  - avoid: <παίρνω:subjunctive> τηλέφωνο\n    prefer: <καλώ:subjunctive>\n";
    home.activated("ομάδα.yaml", text).await;
    for typed in ["πάρετε τηλέφωνο", "να πάρουμε τηλέφωνο", "παίρνω τηλέφωνο", "πάρεις", "τηλέφωνο"]
    {
        let list = home.command(CommandId::RulesList, &[("words", typed)]).await;
        assert!(list.text().contains("1 κανόνας"), "{typed}: {}", list.text());
        let context = home.context(lead(), Language::El);
        for (command, option) in [(CommandId::RulesShow, "rule"), (CommandId::RulesOff, "name")] {
            let offered = home.app.offers(&context, command, option, typed, 25).await;
            assert_eq!(offered.len(), 1, "{typed}: {offered:?}");
        }
        // The colleague who asks why finds it as well, in words and not in the phrase language.
        let offered = home.app.offers(&context, CommandId::Why, "rule", typed, 25).await;
        assert!(offered.iter().any(|it| it.value.contains("τηλεφωνο")), "{typed}: {offered:?}");
        assert!(offered.iter().all(|it| !it.shown.contains(['<', '{', '|'])), "{offered:?}");
    }
    let checker = home.app.teams().checker(SERVER, NOW).await.0.checker;
    for typed in ["πάρετε τηλέφωνο", "να πάρουμε τηλέφωνο"] {
        let asked = Request::Why { asked: typed.to_owned() };
        let Ok(Answer::Why(found)) = checker.answer(asked, Language::El) else { panic!("{typed}") };
        assert!(found.id.contains("τηλεφωνο"), "{}", found.id);
        assert!(found.phrases.iter().all(|it| !it.contains(['<', '{', '|'])), "{found:?}");
    }
    let none = home.command(CommandId::RulesList, &[("words", "πάρετε λεωφορείο")]).await;
    assert!(none.text().contains("Κανένας κανόνας"), "{}", none.text());
}
