use std::time::Duration;

use serenity::all::{GatewayError, GatewayIntents};

use crate::bare_bot;
use crate::team;
use fake_discord::record::Way;
use fake_discord::sessions::MESSAGE_CONTENT;
use fake_discord::{FakeDiscord, TOKEN};

#[tokio::test]
async fn a_dropped_connection_is_resumed_and_misses_nothing() {
    let (discord, _, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let gateway = discord.gateway();
    gateway.drops();
    gateway.empty().await;
    let asked = agent.send_slash("check", &[("draft", "Στο μεταξύ")]).await;
    gateway.resumed(1).await;
    assert_eq!(asked.answer().await.content(), "Στο μεταξύ");
    gateway.asks_to_reconnect();
    gateway.resumed(2).await;
    gateway.closes(4000);
    gateway.resumed(3).await;
    let card = agent.slash("check", &[("draft", "Μετά")]).await;
    assert_eq!(card.content(), "Μετά");
    assert_eq!(discord.requests_to("PUT").len(), 1, "READY came once");
}

#[tokio::test]
async fn an_invalid_session_is_resumed_or_begun_anew() {
    let (discord, _, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let gateway = discord.gateway();
    gateway.invalidates(true);
    gateway.resumed(1).await;
    gateway.invalidates(false);
    gateway.identified(2).await;
    gateway.refuses_resumes(1);
    gateway.drops();
    gateway.identified(3).await;
    let card = agent.slash("check", &[("draft", "Πάλι εδώ")]).await;
    assert_eq!(card.content(), "Πάλι εδώ");
}

#[tokio::test]
async fn whom_the_gateway_does_not_take() {
    let all = bare_bot::intents();
    for (token, forbidden, intents, code) in [
        ("MTAw.another.token", 0, all, 4004),
        (TOKEN, MESSAGE_CONTENT, all, 4014),
        (TOKEN, 0, all | GatewayIntents::from_bits_retain(1 << 40), 4013),
    ] {
        let discord = FakeDiscord::start().await;
        discord.forbid_intents(forbidden);
        let mut bot = bare_bot::start_with(bare_bot::http(&discord, token), intents).await;
        let ended = tokio::time::timeout(Duration::from_secs(20), &mut bot.run).await;
        assert!(ended.is_ok(), "{code}: {}", discord.tail());
        let error = ended.unwrap().unwrap().unwrap_err();
        assert!(
            matches!(
                error,
                serenity::Error::Gateway(
                    GatewayError::Closed(_)
                        | GatewayError::InvalidAuthentication
                        | GatewayError::DisallowedGatewayIntents
                        | GatewayError::InvalidGatewayIntents
                )
            ),
            "{error}"
        );
        assert_eq!(discord.gateway().closes_given(), [code]);
        let sent = discord.payloads();
        assert!(sent.iter().all(|payload| !payload.json.to_string().contains("MTAw")));
    }
}

#[tokio::test]
async fn heartbeats_are_answered_and_their_want_is_noticed() {
    let (discord, _, agent) = team().await;
    discord.gateway().heartbeats_every(Duration::from_millis(50));
    let _bot = bare_bot::start(&discord).await;
    discord.gateway().sent(1, 2).await;
    let answered = discord.payloads().iter().any(|it| it.way == Way::ToBot && it.op == 11);
    assert!(answered);
    discord.gateway().leaves_heartbeats_unanswered(true);
    discord.gateway().identified(2).await;
    discord.gateway().leaves_heartbeats_unanswered(false);
    let card = agent.slash("check", &[("draft", "Εδώ")]).await;
    assert_eq!(card.content(), "Εδώ");
}

#[tokio::test]
async fn without_the_intent_a_post_arrives_blank() {
    let (discord, _, agent) = team().await;
    let intents = bare_bot::intents() - GatewayIntents::MESSAGE_CONTENT;
    let _bot = bare_bot::start_with(bare_bot::http(&discord, TOKEN), intents).await;
    discord.commands_registered(4).await;
    agent.posts("Κάνετε λάθος.");
    // In direct messages, content is always there; the answer to this one comes alone.
    agent.direct("λάθος").answered_for(&agent).await;
    let posts =
        discord.payloads().into_iter().filter(|it| it.name.as_deref() == Some("MESSAGE_CREATE"));
    let contents: Vec<String> =
        posts.map(|it| it.json["d"]["content"].as_str().unwrap().to_owned()).collect();
    assert_eq!(contents[..2], ["", "λάθος"]);
}
