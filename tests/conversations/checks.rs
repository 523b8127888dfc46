//! A draft from the first look to the finished text, by every way in.

use crate::scene::{Scene, seen};

const DRAFT: &str = "Καλημέρα σας. Δυστυχώς δεν μπορούμε να σας το στείλουμε σήμερα. Κάνετε λάθος στη διεύθυνση.";

#[tokio::test]
async fn from_a_draft_to_the_finished_text() {
    let scene = Scene::begin().await;
    let card = scene.agent.slash("check", &[("draft", DRAFT)]).await;
    assert!(card.is_private());
    let mut shown = vec![seen(&card)];
    let card = card.press("Άλλη διατύπωση (1)").await;
    shown.push(seen(&card));
    let form = card.press("Συμπλήρωση κενών").await.modal();
    shown.push(form.shown());
    let texts: Vec<&str> = ["έρθει το δέμα", "Αθηνάς 5"].into_iter().take(form.labels().len()).collect();
    let card = form.fill_all(&texts).submit().await;
    shown.push(seen(&card));
    insta::assert_snapshot!(shown.join("\n\n"));
    scene.end().await;
}

#[tokio::test]
async fn the_same_in_english() {
    let scene = Scene::begin().await;
    let agent = scene.discord.person("Kate").in_channel(&scene.channel);
    let draft = "Hello. Unfortunately we can't send it today. Calm down.";
    let card = agent.slash("check", &[("draft", draft)]).await;
    let mut shown = vec![seen(&card)];
    let form = card.press("Fill in the blanks").await.modal();
    shown.push(form.shown());
    let texts: Vec<String> = form.labels().iter().map(|label| format!("<{label}>")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    shown.push(seen(&form.fill_all(&texts).submit().await));
    insta::assert_snapshot!(shown.join("\n\n"));
    scene.end().await;
}
