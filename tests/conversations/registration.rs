//! The commands as Discord has them.

use serde_json::{Value, json};

use crate::conversations::scene::{Bot, Scene, settings};
use fake_discord::FakeDiscord;

#[tokio::test]
async fn commands_are_sent_only_where_they_differ() {
    let mut scene = Scene::begin().await;
    let puts = |discord: &FakeDiscord| discord.requests_to("PUT /applications/").len();
    assert_eq!(puts(&scene.discord), 1);
    scene.restart().await;
    assert_eq!(puts(&scene.discord), 1, "they are the same");
    let commands = scene.discord.commands();
    let greek = |it: &Value| it["name_localizations"]["el"].clone();
    let (everywhere, in_servers): (Vec<&Value>, Vec<&Value>) =
        commands.iter().partition(|command| command["contexts"] == json!([0, 1, 2]));
    let names: Vec<Value> = everywhere.iter().map(|it| greek(it)).collect();
    assert_eq!(
        json!(names),
        json!([
            "έλεγχος",
            "πρόχειρο",
            "Έλεγχος διατύπωσης",
            "γιατί",
            "συμβουλή",
            "βοήθεια",
            "ξέχασέ-με"
        ])
    );
    assert!(everywhere.iter().all(|command| command["integration_types"] == json!([0, 1])));
    // What needs a team is there where a team is.
    assert!(in_servers.iter().any(|command| greek(command) == "κανόνες"));
    for command in in_servers {
        assert_eq!(
            (&command["contexts"], &command["integration_types"]),
            (&json!([0]), &json!([0]))
        );
    }
    scene.end().await;
}

#[tokio::test]
async fn commands_that_can_not_be_registered_do_not_stop_the_bot() {
    let discord = FakeDiscord::start().await;
    discord.on("PUT /applications/*/commands").always().answers(500);
    let bot = Bot::start(settings(&discord).await);
    discord.gateway().ready().await;
    bot.stop().await.unwrap();
}
