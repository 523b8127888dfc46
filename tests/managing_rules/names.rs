//! Names that are never flagged.

use insta::assert_snapshot;
use kalologos::app::{Body, Interaction};
use kalologos::model::Language;
use kalologos::ui::CommandId;

use crate::managing_rules::common::*;

#[tokio::test]
async fn names_come_and_go() {
    let home = Home::new().await;
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let none = home.command_in(language, CommandId::RulesNames, &[]).await;
        assert_snapshot!(format!("names_none_{name}"), shown(&none));
    }
    let draft = "Το πρόγραμμα Δυστυχώς Plus είναι δωρεάν.";
    assert_eq!(home.check(draft).await.len(), 1);
    let added = home.command(CommandId::RulesNames, &[("add", " Δυστυχώς Plus ")]).await;
    assert_snapshot!("names_added_el", shown(&added));
    assert_eq!(home.check(draft).await.len(), 0);
    assert_eq!(home.check("Δυστυχώς άργησε.").await.len(), 1);
    let again = home.command(CommandId::RulesNames, &[("add", "ΔΥΣΤΥΧΩΣ PLUS")]).await;
    assert_eq!(again.text(), "Έτσι είναι ήδη.");

    // Several at once, by the form; handed in twice they are there once.
    let list = home.command(CommandId::RulesNames, &[]).await;
    let pressed = Interaction::Press(button(&list, "Προσθήκη"), Vec::new());
    let form = match home.response(lead(), Language::El, pressed).await.body {
        Body::Modal(form) => form,
        other => panic!("{other:?}"),
    };
    assert!(form.title.chars().count() <= 45 && form.fields[0].label.chars().count() <= 45);
    let written = vec!["Κανένα Πρόβλημα\n\n  Calm Down Café 🙂\nκανενα προβλημα".to_owned()];
    let handed_in = Interaction::Submit(form.action.clone(), written);
    let several = panel(home.response(lead(), Language::El, handed_in.clone()).await);
    assert_snapshot!("names_several_el", shown(&several));
    assert_eq!(panel(home.response(lead(), Language::El, handed_in).await), several);
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let list = home.command_in(language, CommandId::RulesNames, &[]).await;
        assert_snapshot!(format!("names_list_{name}"), shown(&list));
    }
    let list = home.command(CommandId::RulesNames, &[]).await;
    let gone = home.choose(&list, "Ποια", &["Δυστυχώς", "Calm"]).await;
    assert_snapshot!("names_gone_el", shown(&gone));
    assert_eq!(home.choose(&list, "Ποια", &["Δυστυχώς", "Calm"]).await, gone);
    assert_eq!(home.check(draft).await.len(), 1);
    home.press(&gone, "Αναίρεση").await;
    assert_eq!(home.check(draft).await.len(), 0);
    home.command(CommandId::RulesNames, &[("remove", "δυστυχως plus")]).await;
    assert_eq!(home.check(draft).await.len(), 1);
}

#[tokio::test]
async fn several_names_come_with_commas() {
    let home = Home::new().await;
    let added = home.command(CommandId::RulesNames, &[("add", "Volt Basic, Volt Plus")]).await;
    assert_eq!(added.text(), "Δεν θα επισημαίνω πια: «Volt Basic», «Volt Plus».");
    let gone = home.command(CommandId::RulesNames, &[("remove", "Volt Basic, Volt Plus")]).await;
    assert!(gone.text().contains("«Volt Basic», «Volt Plus»"), "{}", gone.text());
}

#[tokio::test]
async fn what_is_no_name_is_said_kindly() {
    let home = Home::new().await;
    for (given, said) in [
        (("add", "🙂"), "Λείπουν ακόμη τα λόγια"),
        (("add", &*"α".repeat(101)), "Χωράνε έως 100 χαρακτήρες"),
        (("remove", "Άγνωστο"), "Έτσι είναι ήδη."),
    ] {
        let panel = home.command(CommandId::RulesNames, &[given]).await;
        assert!(panel.text().contains(said), "{given:?}: {}", panel.text());
    }
    assert_eq!(home.teams().rules_version(SERVER).await.unwrap().0, 0);
}
