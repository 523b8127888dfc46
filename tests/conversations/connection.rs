//! The gateway: lost, asked to reconnect, invalid, refused.

use kalologos::discord::{Secret, Stop};

use crate::fake_discord::FakeDiscord;
use crate::scene::{Bot, Scene, keeps_quiet_and_to_the_contract, seen, settings};

async fn answers(scene: &Scene) {
    let card = scene.agent.slash("check", &[("draft", "Δεν μπορώ να σας βοηθήσω.")]).await;
    assert!(seen(&card).contains("Το μήνυμά σας"));
}

#[tokio::test]
async fn a_dropped_connection_is_resumed() {
    let scene = Scene::begin().await;
    let gateway = scene.discord.gateway();
    gateway.drops();
    gateway.resumed(1).await;
    answers(&scene).await;
    assert_eq!(scene.discord.requests_to("PUT /applications/").len(), 1);
    scene.end().await;
}

#[tokio::test]
async fn op_7_leads_to_a_resumed_session() {
    let scene = Scene::begin().await;
    let gateway = scene.discord.gateway();
    gateway.asks_to_reconnect();
    gateway.resumed(1).await;
    answers(&scene).await;
    scene.end().await;
}

#[tokio::test]
async fn op_9_is_resumed_where_it_can_be() {
    let scene = Scene::begin().await;
    let gateway = scene.discord.gateway();
    gateway.invalidates(true);
    gateway.resumed(1).await;
    answers(&scene).await;
    gateway.invalidates(false);
    gateway.identified(2).await;
    answers(&scene).await;
    scene.end().await;
}

#[tokio::test]
async fn a_refused_resume_leads_to_a_fresh_session_and_no_new_commands() {
    let scene = Scene::begin().await;
    let gateway = scene.discord.gateway();
    gateway.refuses_resumes(1);
    gateway.drops();
    gateway.identified(2).await;
    answers(&scene).await;
    assert_eq!(scene.discord.requests_to("PUT /applications/").len(), 1);
    scene.end().await;
}

#[tokio::test]
async fn an_invalid_token_ends_the_bot_at_once() {
    let discord = FakeDiscord::start().await;
    let mut settings = settings(&discord).await;
    settings.token = Secret::new("MTAw.something-else.entirely");
    assert_eq!(format!("{:?}", settings.token), "Secret");
    assert_eq!(Bot::start(settings).ended().await, Err(Stop::InvalidToken));
    assert_eq!(discord.requests().len(), 1, "one question, and no storm");
    keeps_quiet_and_to_the_contract(&discord);
}

#[tokio::test]
async fn without_a_gateway_the_real_one_is_not_tried() {
    let discord = FakeDiscord::start().await;
    discord.on("GET /gateway").always().answers(500);
    assert_eq!(Bot::start(settings(&discord).await).ended().await, Err(Stop::NoGateway));
    let discord = FakeDiscord::start().await;
    discord.on("*").always().answers(502);
    assert_eq!(Bot::start(settings(&discord).await).ended().await, Err(Stop::NoDiscord));
}

#[tokio::test]
async fn a_token_that_is_taken_away_ends_the_bot() {
    let mut scene = Scene::begin().await;
    scene.discord.gateway().closes(4004);
    assert_eq!(scene.bot.ended().await, Err(Stop::InvalidToken));
}

#[tokio::test]
async fn it_can_be_stopped_before_it_is_connected() {
    for route in ["GET /oauth2/applications/@me", "GET /gateway", "GET /gateway/bot"] {
        let discord = FakeDiscord::start().await;
        let held = discord.on(route).always().held();
        let bot = Bot::start(settings(&discord).await);
        held.arrived(1).await;
        assert_eq!(bot.stop().await, Ok(()), "{route}");
    }
}

#[tokio::test]
async fn what_can_not_be_a_token_is_not_sent() {
    for written in ["", "Δεν είναι token", "two\nlines"] {
        let discord = FakeDiscord::start().await;
        let mut settings = settings(&discord).await;
        settings.token = Secret::new(written);
        assert_eq!(Bot::start(settings).ended().await, Err(Stop::InvalidToken), "{written}");
        assert!(discord.requests().is_empty());
    }
}
