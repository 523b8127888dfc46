//! The gateway: lost, asked to reconnect, invalid, refused.

use std::time::Duration;

use kalologos::discord::{InvalidToken, Obstacle, Phase, Secret};

use crate::conversations::scene::{Bot, Scene, keeps_quiet_and_to_the_contract, seen, settings};
use fake_discord::FakeDiscord;
use fake_discord::faults::Scope;

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
    assert_eq!(Bot::start(settings).ended().await, Err(InvalidToken));
    assert_eq!(discord.requests().len(), 1, "one question, and no storm");
    keeps_quiet_and_to_the_contract(&discord);
}

#[tokio::test]
async fn while_discord_is_away_the_bot_waits_and_goes_on_by_itself() {
    for (route, obstacle) in [
        ("GET /oauth2/applications/@me", Obstacle::NoDiscord),
        ("GET /gateway/bot", Obstacle::NoGateway),
    ] {
        let discord = FakeDiscord::start().await;
        for _ in 0..2 {
            discord.on(route).answers(502);
            discord.on(route).hangs_up();
            discord.on(route).limited(Duration::from_millis(30), Scope::Route);
        }
        let settings = settings(&discord).await;
        let mut phases = settings.monitor.phases();
        let bot = Bot::start(settings);
        phases.wait_for(|phase| *phase == Phase::Waiting(obstacle)).await.unwrap();
        phases.wait_for(|phase| *phase == Phase::Connected).await.unwrap();
        assert_eq!(discord.faults_left(), 0, "{route}");
        assert!(discord.requests().iter().all(|request| !request.hurried), "nobody hurried");
        assert_eq!(bot.stop().await, Ok(()));
        keeps_quiet_and_to_the_contract(&discord);
    }
}

#[tokio::test]
async fn no_session_begins_that_discord_does_not_give() {
    let discord = FakeDiscord::start().await;
    discord.leave_sessions(0, 20);
    let bot = Bot::start(settings(&discord).await);
    discord.answered("GET /gateway/bot", 3).await;
    assert_eq!(discord.gateway().connected(), 0);
    discord.leave_sessions(1, 0);
    discord.gateway().ready().await;
    assert_eq!(bot.stop().await, Ok(()));
}

#[tokio::test]
async fn a_gateway_that_closes_every_session_is_not_stormed() {
    let scene = Scene::begin().await;
    let gateway = scene.discord.gateway();
    gateway.closes_resumed(4);
    gateway.drops();
    gateway.resumed(5).await;
    answers(&scene).await;
    scene.end().await;
}

#[tokio::test]
async fn commands_are_registered_once_discord_takes_them() {
    let discord = FakeDiscord::start().await;
    // Four tries at the start, and four more after that.
    discord.on("PUT /applications/*/commands").times(8).answers(503);
    let bot = Bot::start(settings(&discord).await);
    discord.gateway().ready().await;
    discord.commands_registered(4).await;
    assert_eq!(bot.stop().await, Ok(()));
}

#[tokio::test]
async fn a_token_that_is_taken_away_ends_the_bot() {
    let mut scene = Scene::begin().await;
    scene.discord.gateway().closes(4004);
    assert_eq!(scene.bot.ended().await, Err(InvalidToken));
}

#[tokio::test]
async fn it_can_be_stopped_before_it_is_connected() {
    for route in ["GET /oauth2/applications/@me", "GET /gateway/bot", "GET /gateway"] {
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
        assert_eq!(Bot::start(settings).ended().await, Err(InvalidToken), "{written}");
        assert!(discord.requests().is_empty());
    }
}
