//! What nobody's Discord would send: forged buttons, forms with boxes missing, fields that come and go.

use serde_json::json;

use crate::conversations::scene::{Scene, seen};
use fake_discord::Card;

async fn card(scene: &Scene) -> Card {
    scene.agent.slash("check", &[("draft", "Δεν μπορώ να σας βοηθήσω.")]).await
}

#[tokio::test]
async fn forged_buttons_are_answered_kindly() {
    let scene = Scene::begin().await;
    let card = card(&scene).await;
    let real = card.custom_ids().into_iter().find(|id| id.starts_with("1.w.")).unwrap();
    let other_draft = real.replacen(real.split('.').nth(3).unwrap(), "1", 1);
    let mut shown = Vec::new();
    for custom_id in [
        real.replacen("1.", "2.", 1).as_str(),
        "what is this",
        "1.w.ffff.ffffffff.ffff.TTTT",
        "idea.1.0.0.0",
        "idea.1.5.6.7",
        &other_draft,
        "1.f.0.0.0.",
    ] {
        let answer = card.send_press_of(custom_id).answer().await;
        assert!(answer.is_private());
        shown.push(format!("{}\n{}", custom_id.replace(&real, "…"), seen(&answer)));
    }
    let shown: Vec<&str> =
        shown.iter().filter_map(|it| it.split_once('\n')).map(|it| it.1).collect();
    insta::assert_snapshot!(shown.join("\n"));
    scene.end().await;
}

#[tokio::test]
async fn a_card_without_its_text_says_so() {
    let scene = Scene::begin().await;
    let card = card(&scene).await;
    for change in ["embeds", "description", "text"] {
        scene.discord.change_next_event(move |event| match change {
            "embeds" => event["message"]["embeds"] = json!([]),
            "description" => {
                event["message"]["embeds"][0].as_object_mut().unwrap().remove("description");
            }
            _ => {
                event["message"]["embeds"][0]["description"] = json!("\u{200b}άλλο κείμενο\u{200b}")
            }
        });
        let answer = card.press("Άλλη διατύπωση").await;
        assert!(seen(&answer).contains("δεν διαβάζεται πια"), "{change}: {}", seen(&answer));
    }
    scene.end().await;
}

#[tokio::test]
async fn unknown_and_missing_fields() {
    let scene = Scene::begin().await;
    scene.discord.change_next_event(|event| {
        event["a_new_field"] = json!({"α": [1]});
        event["data"]["options"][0]["novel"] = json!(true);
    });
    assert!(seen(&card(&scene).await).contains("Το μήνυμά σας"));
    scene.discord.change_next_event(|event| {
        event["data"].as_object_mut().unwrap().remove("options");
    });
    assert!(seen(&card(&scene).await).contains("Δεν έχει κείμενο ακόμη"));
    scene.discord.change_next_event(|event| event["data"]["name"] = json!("other"));
    insta::assert_snapshot!(seen(&card(&scene).await), @"
    Kalologos · only Άννα sees this
    │ Αυτό δεν το ξέρω ακόμη. Η /βοήθεια δείχνει όσα μπορώ.
    ");
    // An interaction that can't be read at all is dropped, and the next one is answered.
    scene.discord.change_next_event(|event| {
        event.as_object_mut().unwrap().remove("data");
    });
    let dropped = scene.agent.send_slash("check", &[("draft", "Δεν μπορώ να σας βοηθήσω.")]).await;
    assert!(seen(&card(&scene).await).contains("Το μήνυμά σας"));
    assert!(!dropped.is_answered());
    scene.end().await;
}

#[tokio::test]
async fn a_form_with_missing_boxes() {
    let scene = Scene::begin().await;
    let form = scene.agent.slash("draft", &[]).await.modal();
    let answer = form.without("0").submit().await;
    assert!(seen(&answer).contains("Δεν έχει κείμενο ακόμη"), "{}", seen(&answer));
    let draft = "Ένα [α], δύο [β].";
    let card = scene.agent.slash("check", &[("draft", draft)]).await;
    let form = card.press("Συμπλήρωση κενών").await.modal();
    let card = form.fill_all(&["1", "2"]).without("0").submit().await;
    assert!(seen(&card).contains("Ένα [α], δύο 2."), "{}", seen(&card));
    scene.end().await;
}

#[tokio::test]
async fn an_interaction_that_comes_twice_is_answered_once() {
    let scene = Scene::begin().await;
    let asked = scene.agent.send_slash("check", &[("draft", "Δεν μπορώ να σας βοηθήσω.")]).await;
    asked.answer().await;
    asked.arrives_again();
    card(&scene).await;
    assert_eq!(scene.discord.requests_to("POST /interactions/").len(), 2);
    scene.end().await;
}
