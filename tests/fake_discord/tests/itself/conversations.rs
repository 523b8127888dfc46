use std::time::Duration;

use serde_json::json;

use crate::bare_bot;
use crate::{code, team};
use fake_discord::TOKEN;

#[tokio::test]
async fn a_command_a_button_a_file_and_a_form() {
    let (discord, _, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let card = agent.slash("έλεγχος", &[("πρόχειρο", "Δεν μπορώ…")]).await;
    assert!(card.is_private());
    let mut seen = vec![card.shown()];
    let card = card.press("Another wording").await;
    assert_eq!(card.content(), "Δεν μπορώ…!");
    let card = card.press("v1:file").await;
    let file = card.followup(0).await;
    assert_eq!(file.file("draft.txt"), "Δεν μπορώ…!");
    seen.extend([card.shown(), file.shown()]);
    let form = card.press("Fill in").await.modal();
    seen.push(form.shown());
    let card = form.fill(&[("Κείμενο", "Νέα\nγραμμή 🙂")]).submit().await;
    seen.push(card.shown());
    insta::assert_snapshot!(seen.join("\n\n"));
}

#[tokio::test]
async fn the_menu_the_offer_while_typing_and_the_form_of_a_command() {
    let (discord, support, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let posted = agent.posts("  Καλημέρα σας.\n");
    let card = agent.message_menu("Check wording", &posted).await;
    assert_eq!(card.content(), "Καλημέρα σας.");
    assert_eq!(agent.autocomplete("why", "rule", "δεν μπ").await, ["δεν μπ…", "άλλο"]);
    let form = agent.slash("draft", &[]).await.modal();
    assert_eq!(form.value("text"), "αρχή");
    let card = form.without("text").submit().await;
    assert_eq!(card.content(), "nothing");
    assert_eq!(support.messages().len(), 1, "the bot's answers are for one person alone");
}

#[tokio::test]
async fn the_bot_answers_a_post_and_follows_what_its_people_do() {
    let (discord, support, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let posted = agent.posts("Κάνετε λάθος.");
    let answer = posted.answered_for(&agent).await;
    insta::assert_snapshot!(answer.shown(), @"
    Kalologos · answers «Κάνετε λάθος.»
    │ Υπάρχει μια ιδέα
    ");
    agent.edits(&posted, "Ας το δούμε μαζί.");
    agent.deletes(&posted);
    assert!(posted.is_deleted());
    assert_eq!(support.messages().len(), 1);
    assert_eq!(agent.direct("λάθος").answered_for(&agent).await.content(), "Υπάρχει μια ιδέα");
    let names = |way: &str| {
        let payloads = discord.payloads().into_iter().filter_map(|payload| payload.name);
        payloads.filter(|name| name == way).count()
    };
    // Two posts, two answers, of which the bot hears too.
    assert_eq!(
        (names("MESSAGE_CREATE"), names("MESSAGE_UPDATE"), names("MESSAGE_DELETE")),
        (4, 1, 1)
    );
}

#[tokio::test]
async fn where_and_through_whom_somebody_asks() {
    let (discord, _, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let elsewhere = discord.server_without_bot("Αλλού").channel("γενικά");
    let everywhere = json!({
        "name": "anywhere", "description": "d", "integration_types": [0, 1], "contexts": [0, 1, 2],
    });
    bare_bot::http(&discord, TOKEN).create_global_command(&everywhere).await.unwrap();
    let own = agent.id.to_string();
    for (place, context, owners) in [
        (agent.clone(), 0, json!({"0": "200000000004194304"})),
        (agent.in_direct(), 1, json!({"0": "0"})),
        (agent.in_direct().with_own_install(), 1, json!({"0": "0", "1": own})),
        (agent.with_own_install().in_group(), 2, json!({"1": own})),
        (agent.with_own_install().in_channel(&elsewhere), 0, json!({"1": own})),
    ] {
        place.send_slash("anywhere", &[]).await;
        let payloads = discord.payloads();
        let sent = discord.asked_last();
        assert_eq!(sent["context"], context, "{} payloads", payloads.len());
        assert_eq!(sent["authorizing_integration_owners"], owners);
        assert_eq!(sent["locale"], "el");
    }
    assert!(agent.offered().contains(&"έλεγχος".to_owned()));
    assert_eq!(agent.in_group().offered(), Vec::<String>::new());
}

#[tokio::test]
async fn answers_come_once_in_time_and_of_a_fitting_kind() {
    let (discord, _, agent) = team().await;
    discord.gateway().listens();
    let http = bare_bot::http(&discord, TOKEN);
    let command = json!({"name": "check", "description": "Checks"});
    http.create_global_command(&command).await.unwrap();
    let said = json!({"type": 4, "data": {"content": "Έτσι."}});
    let more = json!({"content": "Και αυτό."});
    let respond = async |token: &str, id: u64, body: &serde_json::Value| {
        let done = http.create_interaction_response(id.into(), token, body, vec![]).await;
        done.map_or_else(|error| code(&error), |()| 0)
    };
    let follow = async |token: &str| {
        let done = http.create_followup_message(token, &more, vec![]).await;
        done.map_or_else(|error| code(&error), |_| 0)
    };
    let asked = agent.send_slash("check", &[]).await;
    let token = format!("interaction-token-{}", asked.id);
    assert_eq!(follow(&token).await, 10015, "nothing follows before the first answer");
    assert_eq!(respond("another", asked.id, &said).await, 10062);
    assert_eq!(respond(&token, asked.id, &json!({"type": 7, "data": {}})).await, 50035);
    assert_eq!(respond(&token, asked.id, &json!({"type": 4, "data": {}})).await, 50006);
    assert_eq!(respond(&token, asked.id, &said).await, 0);
    assert_eq!(respond(&token, asked.id, &said).await, 40060);
    discord.advance(Duration::from_secs(15 * 60));
    assert_eq!(follow(&token).await, 0);
    discord.advance(Duration::from_secs(1));
    assert_eq!(follow(&token).await, 50027);
    let late = agent.send_slash("check", &[]).await;
    discord.advance(Duration::from_millis(3001));
    assert_eq!(respond(&format!("interaction-token-{}", late.id), late.id, &said).await, 10062);
    // After a deferred answer, the first further message fills that one in, and stays private.
    let slow = agent.send_slash("check", &[]).await;
    let token = format!("interaction-token-{}", slow.id);
    assert_eq!(respond(&token, slow.id, &json!({"type": 5, "data": {"flags": 64}})).await, 0);
    assert_eq!(follow(&token).await, 0);
    let card = slow.answer().await;
    assert_eq!((card.content().as_str(), card.is_private()), ("Και αυτό.", true));
}
