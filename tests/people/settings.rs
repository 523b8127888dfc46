//! `/settings`: the card, what it says, and two leads at it.

use insta::assert_snapshot;
use kalologos::app::Interaction;
use kalologos::model::Language;
use kalologos::ui::CommandId;

use crate::people::common::*;

/// Every topic with its question, and something to choose.
const TOPICS: [(&str, &str, &[&str]); 9] = [
    ("drafts", "Σε ποια κανάλια;", &["70", "71"]),
    ("proposals", "Σε ποιο κανάλι;", &["72"]),
    ("leads", "Ρόλος υπευθύνων", &["50"]),
    ("register", "Ενικός ή πληθυντικός;", &["familiar"]),
    ("level", "Από πού και πάνω;", &["warning"]),
    ("quotes", "Να τα κοιτάζω;", &["checked"]),
    ("greeklish", "Να τα διαβάζω;", &["left-alone"]),
    ("language", "Σε ποια γλώσσα;", &["el"]),
    ("keep", "Για πόσο;", &["90"]),
];

#[tokio::test]
async fn the_card_in_both_languages_and_each_thing_that_can_be_set() {
    let home = Home::new().await;
    let card = panel(home.command(&lead(), CommandId::Settings).await);
    let mut texts = vec![of_panel(&card)];
    for (topic, ..) in TOPICS {
        let turned = panel(home.press(&lead(), &card, WHAT, &[topic]).await);
        texts.push(of_panel(&turned));
    }
    let wish = Interaction::Command(CommandId::Settings, Default::default());
    let english = panel(home.wish(&lead(), Language::En, wish).await);
    texts.push(of_panel(&english));
    for (topic, ..) in TOPICS {
        let choose = ("What would you like to change?", &[topic][..]);
        let turned = home.press_in(&lead(), &english, choose, Language::En).await;
        texts.push(of_panel(&panel(turned)));
    }
    assert_snapshot!(texts.join("\n\n————\n\n"));
}

#[tokio::test]
async fn everything_set_is_said_on_the_card_and_set_back_again() {
    let home = Home::new().await;
    for (topic, question, chosen) in TOPICS {
        let text = panel(home.set(topic, question, chosen).await).text();
        assert!(text.starts_with("Ρυθμίσεις της ομάδας\n\nΤο άλλαξα"), "{topic}: {text}");
    }
    let card = panel(home.command(&lead(), CommandId::Settings).await);
    let wish = Interaction::Command(CommandId::Settings, Default::default());
    let english = panel(home.wish(&lead(), Language::En, wish).await);
    assert_snapshot!(format!("{}\n\n{}", of_panel(&card), english.text()));
    // Nothing chosen from a list of channels or roles sets it back.
    for (topic, question, _) in &TOPICS[..3] {
        home.set(topic, question, &[]).await;
    }
    let (settings, _) = home.lead().await.settings().await.unwrap();
    assert_eq!((settings.draft_channels.len(), settings.lead_role), (0, None));
    assert_eq!(settings.proposals_channel, None);
}

#[tokio::test]
async fn what_is_not_among_the_choices_changes_nothing() {
    let home = Home::new().await;
    for (topic, question, _) in &TOPICS[3..] {
        let text = panel(home.set(topic, question, &["nonsense"]).await).text();
        assert!(text.contains("Έτσι ήταν ήδη."), "{topic}: {text}");
    }
    let (_, version) = home.lead().await.settings().await.unwrap();
    assert_eq!(version.0, 0);
}

#[tokio::test]
async fn a_double_click_sets_once_and_an_old_card_is_answered_with_what_is_new() {
    let home = Home::new().await;
    let card = panel(home.command(&lead(), CommandId::Settings).await);
    let level = panel(home.press(&lead(), &card, WHAT, &["level"]).await);
    for _ in 0..2 {
        let set = home.press(&lead(), &level, "Από πού και πάνω;", &["error"]).await;
        assert!(panel(set).text().contains("Το άλλαξα"));
    }
    let (_, version) = home.lead().await.settings().await.unwrap();
    assert_eq!(version.0, 1);
    // Another lead had the card open since before that.
    let other = home.press(&other_lead(), &level, "Από πού και πάνω;", &["warning"]).await;
    assert_snapshot!(shown(&other));
    let (settings, version) = home.lead().await.settings().await.unwrap();
    assert_eq!((settings.level.as_deref(), version.0), (Some("error"), 1));
}

#[tokio::test]
async fn a_lead_hears_that_the_bot_may_not_read_messages() {
    let home = Home::new().await;
    home.app.set_reads_messages(false);
    let set = panel(home.set("drafts", "Σε ποια κανάλια;", &["70"]).await);
    assert!(set.text().contains("«Message Content Intent»"), "{}", set.text());
    home.app.set_reads_messages(true);
    let card = panel(home.command(&lead(), CommandId::Settings).await);
    assert!(!card.text().contains("Intent"), "{}", card.text());
}
