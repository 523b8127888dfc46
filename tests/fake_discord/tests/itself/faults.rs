use std::time::Duration;

use serde_json::json;
use serenity::http::HttpBuilder;

use crate::bare_bot;
use crate::team;
use fake_discord::TOKEN;
use fake_discord::faults::Scope;

const POST: &str = "POST /channels/*/messages";
const CALLBACK: &str = "POST /interactions/*/*/callback";

#[tokio::test]
async fn faults_come_as_planned_and_then_no_more() {
    let (discord, support, _) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    let body = json!({"content": "α"});
    let send = async || http.send_message(support.id.into(), vec![], &body).await;
    discord.on(POST).times(2).answers(502);
    discord.on(POST).hangs_up();
    discord.on(POST).limited(Duration::from_secs(5), Scope::Route);
    for expected in ["502", "502", "IncompleteMessage", "429"] {
        let error = send().await.unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(shown.contains(expected) || shown.contains("rate limited"), "{shown}");
    }
    assert!(support.messages().is_empty(), "nothing was done so far");
    assert_eq!(discord.faults_left(), 0);
    discord.on(POST).loses_the_answer();
    discord.on(POST).does_it_but_answers(500);
    send().await.unwrap_err();
    send().await.unwrap_err();
    send().await.unwrap();
    assert_eq!(support.messages().len(), 3, "done, though the answer was lost");
    let hurried: Vec<bool> = discord.requests().iter().map(|request| request.hurried).collect();
    assert_eq!(hurried, [false, false, false, false, true, true, true]);
}

#[tokio::test]
async fn a_held_answer_comes_too_late_by_the_clock() {
    let (discord, _, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let held = discord.on(CALLBACK).held();
    let asked = agent.send_slash("check", &[("draft", "αργά")]).await;
    held.arrived(1).await;
    assert!(!asked.is_answered());
    discord.advance(Duration::from_secs(4));
    held.release();
    let refused = discord.answered("POST /interactions/", 1).await;
    assert_eq!(refused[0].code, Some(10062));
}

#[tokio::test]
async fn a_kept_answer_is_done_all_the_same() {
    let (discord, _, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let held = discord.on(CALLBACK).answer_held();
    let card = agent.slash("check", &[("draft", "ναι")]).await;
    assert_eq!(card.content(), "ναι");
    assert_eq!(discord.requests_to("POST /interactions/")[0].status, None);
    drop(held);
    discord.answered("POST /interactions/", 1).await;
}

#[tokio::test]
async fn an_interaction_arrives_twice_or_changed() {
    let (discord, _, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    discord.change_next_event(|event| event["a_new_field"] = json!({"α": [1]}));
    let asked = agent.send_slash("check", &[("draft", "ναι")]).await;
    asked.answer().await;
    asked.arrives_again();
    let answers = discord.answered("POST /interactions/", 2).await;
    assert_eq!((answers[0].status, answers[1].code), (Some(204), Some(40060)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_at_once() {
    let (discord, _, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let mut asked = Vec::new();
    for number in 0..500 {
        asked.push(agent.send_slash("check", &[("draft", &format!("α{number}"))]).await);
    }
    for (number, asked) in asked.into_iter().enumerate() {
        assert_eq!(asked.answer().await.content(), format!("α{number}"));
    }
    assert_eq!(discord.latencies().len(), 500);
}

#[tokio::test]
async fn serenitys_limiter_waits_as_long_as_it_is_told() {
    let (discord, support, _) = team().await;
    let client = discord.client_as_discord_com().await;
    let http = HttpBuilder::new(TOKEN).client(client).build();
    assert!(http.ratelimiter.is_some());
    for scope in [Scope::Route, Scope::Global] {
        discord.on(POST).times(2).limited(Duration::from_millis(30), scope);
        http.send_message(support.id.into(), vec![], &json!({"content": "α"})).await.unwrap();
    }
    assert_eq!(support.messages().len(), 2);
    let seen: Vec<_> = discord.requests().iter().map(|it| (it.status, it.hurried)).collect();
    let once = [(Some(429), false), (Some(429), false), (Some(200), false)];
    assert_eq!(seen, [once, once].concat());
}
