//! The commands as Discord has them.

use serde_json::{Value, json};

use crate::fake_discord::FakeDiscord;
use crate::scene::{Bot, Scene, settings};

#[tokio::test]
async fn commands_are_sent_only_where_they_differ() {
    let mut scene = Scene::begin().await;
    let puts = |discord: &FakeDiscord| discord.requests_to("PUT /applications/").len();
    assert_eq!(puts(&scene.discord), 1);
    scene.restart().await;
    assert_eq!(puts(&scene.discord), 1, "they are the same");
    let names: Vec<Value> =
        scene.discord.commands().iter().map(|it| it["name_localizations"]["el"].clone()).collect();
    assert_eq!(
        json!(names),
        json!(["έλεγχος", "πρόχειρο", "Έλεγχος διατύπωσης", "γιατί", "συμβουλή", "βοήθεια"])
    );
    for command in scene.discord.commands() {
        assert_eq!(command["integration_types"], json!([0, 1]));
        assert_eq!(command["contexts"], json!([0, 1, 2]));
    }
    scene.end().await;
}

#[tokio::test]
async fn commands_that_can_not_be_registered_do_not_stop_the_bot() {
    let discord = FakeDiscord::start().await;
    discord.on("PUT /applications/*/commands").always().answers(500);
    let bot = Bot::start(settings(&discord));
    discord.gateway().ready().await;
    bot.stop().await.unwrap();
}
