//! What goes wrong on the way to Discord.

use std::time::Duration;

use kalologos::discord;

use crate::conversations::scene::{Scene, keeps_quiet_and_to_the_contract, seen, settings};
use fake_discord::FakeDiscord;
use fake_discord::faults::Scope;

const DRAFT: &str = "Δεν μπορώ να σας βοηθήσω.";
const CALLBACK: &str = "POST /interactions/*/*/callback";
const POST: &str = "POST /channels/*/messages";

#[tokio::test]
async fn troubles_of_discord_are_tried_again() {
    let scene = Scene::begin().await;
    for status in [500, 502, 503] {
        scene.discord.on(CALLBACK).answers(status);
        scene.discord.on(CALLBACK).hangs_up();
        let card = scene.agent.slash("check", &[("draft", DRAFT)]).await;
        assert!(seen(&card).contains("Το μήνυμά σας"), "{status}");
    }
    assert_eq!(scene.discord.faults_left(), 0);
    assert_eq!(scene.discord.requests_to("POST /interactions/").len(), 9);
    scene.end().await;
}

#[tokio::test]
async fn an_answer_of_which_the_receipt_is_lost_is_an_answer() {
    let scene = Scene::begin().await;
    scene.discord.on(CALLBACK).loses_the_answer();
    let card = scene.agent.slash("check", &[("draft", DRAFT)]).await;
    scene.discord.on(CALLBACK).does_it_but_answers(500);
    let card = card.press("Άλλη διατύπωση").await;
    assert!(seen(&card).contains("Το μήνυμά σας"));
    assert!(scene.agent.slash("help", &[]).await.is_private());
    scene.end().await;
}

#[tokio::test]
async fn a_late_answer_survives_troubles() {
    let scene = Scene::with(|settings, channel| settings.drafts_channels = vec![channel.id]).await;
    let posted = scene.agent.posts(DRAFT);
    let answer = posted.answered_for(&scene.agent).await;
    for status in [500, 502] {
        scene.discord.on("PATCH /webhooks/*/*/messages/@original").answers(status);
        scene.discord.on("GET /channels/*/messages/*").answers(status);
        let card = answer.press("Δείτε την").await;
        assert!(seen(&card).contains("Το μήνυμά σας"), "{status}");
    }
    assert_eq!(scene.discord.faults_left(), 0);
    scene.discord.on("GET /channels/*/messages/*").always().answers(500);
    let card = answer.press("Δείτε την").await;
    assert!(seen(&card).contains("Κάτι χάλασε από τη δική μου πλευρά"), "{}", seen(&card));
    scene.end().await;
}

#[tokio::test]
async fn an_idea_of_which_the_receipt_is_lost_is_posted_once() {
    let scene = Scene::with(|settings, channel| settings.drafts_channels = vec![channel.id]).await;
    scene.discord.on(POST).loses_the_answer();
    scene.agent.posts(DRAFT).answered_for(&scene.agent).await;
    // The bot asks again, and Discord gives it what stands there.
    scene.discord.answered("POST /channels/", 1).await;
    scene.discord.on(POST).does_it_but_answers(502);
    scene.agent.posts(DRAFT).answered_for(&scene.agent).await;
    scene.discord.answered("POST /channels/", 3).await;
    assert_eq!(scene.channel.messages_of_bot(2).await.len(), 2);
    let asked = scene.discord.requests_to("POST /channels/");
    assert!(asked.iter().all(|request| request.json["enforce_nonce"] == true));
    let mut nonces: Vec<&str> = asked.iter().filter_map(|it| it.json["nonce"].as_str()).collect();
    assert_eq!(nonces.len(), 4);
    nonces.dedup();
    assert_eq!(nonces.len(), 2, "a draft and the next are told apart: {nonces:?}");
    scene.end().await;
}

#[tokio::test]
async fn an_idea_of_which_no_receipt_ever_comes_is_found_where_it_stands() {
    let scene = Scene::with(|settings, channel| settings.drafts_channels = vec![channel.id]).await;
    scene.discord.on(POST).times(4).loses_the_answer();
    let posted = scene.agent.posts(DRAFT);
    let answer = posted.answered_for(&scene.agent).await;
    scene.agent.edits(&posted, "Δεν μπορώ να σας βοηθήσω σήμερα.");
    scene.agent.edits(&posted, "Το δέμα σας έρχεται αύριο.");
    answer.until_gone().await;
    assert_eq!(scene.discord.faults_left(), 0);
    assert_eq!(scene.discord.requests_to("POST /channels/").len(), 4, "nothing was posted anew");
    scene.end().await;
}

#[tokio::test]
async fn an_interaction_that_is_over_costs_nothing_else() {
    let scene = Scene::begin().await;
    let held = scene.discord.on(CALLBACK).held();
    scene.agent.send_slash("check", &[("draft", DRAFT)]).await;
    held.arrived(1).await;
    scene.discord.advance(Duration::from_secs(4));
    held.release();
    let refused = scene.discord.answered("POST /interactions/", 1).await;
    assert_eq!(refused[0].code, Some(10062));
    assert!(seen(&scene.agent.slash("check", &[("draft", DRAFT)]).await).contains("Το μήνυμά σας"));
    scene.end().await;
}

#[tokio::test]
async fn rate_limits_are_kept_to() {
    crate::conversations::log::keep();
    let discord = FakeDiscord::start().await;
    let channel = discord.server("Υποστήριξη").channel("απαντήσεις");
    let agent = discord.person("Άννα").locale("el").in_channel(&channel);
    let client = discord.client_as_discord_com().await;
    let mut settings = settings(&discord).await;
    settings.api_url = None;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let bot = tokio::spawn(discord::run_over(settings, client, async {
        drop(stopped.await);
    }));
    discord.gateway().ready().await;
    for scope in [Scope::Route, Scope::Global] {
        discord.on(CALLBACK).times(2).limited(Duration::from_millis(60), scope);
        let card = agent.slash("check", &[("draft", DRAFT)]).await;
        assert!(seen(&card).contains("Το μήνυμά σας"));
    }
    assert_eq!(discord.faults_left(), 0);
    assert!(discord.requests().iter().all(|request| !request.hurried), "nobody hurried");
    stop.send(()).unwrap();
    bot.await.unwrap().unwrap();
    keeps_quiet_and_to_the_contract(&discord);
}

const LATE_ANSWER: &str = "PATCH /webhooks/*/*/messages/@original";

/// Comes back once a bot has logged these words.
async fn logged(words: &str) {
    let logged = async {
        while !crate::conversations::log::so_far().contains(words) {
            tokio::task::yield_now().await;
        }
    };
    let logged = tokio::time::timeout(Duration::from_secs(30), logged).await;
    logged.unwrap_or_else(|_| panic!("«{words}» was never logged"));
}

#[tokio::test]
async fn a_pause_that_a_proxy_asks_for_is_kept_by_every_request() {
    let scene = Scene::with(|settings, channel| settings.drafts_channels = vec![channel.id]).await;
    let answer = scene.agent.posts(DRAFT).answered_for(&scene.agent).await;
    // By its length each pause is found in the log.
    let mut pause = Duration::from_millis(400);
    for status in [429, 503] {
        for route in [CALLBACK, "GET /channels/*/messages/*", LATE_ANSWER, POST] {
            pause += Duration::from_millis(1);
            scene.discord.on(route).pauses(status, pause);
            let met = async {
                if route == POST {
                    scene.agent.posts(DRAFT).answered_for(&scene.agent).await;
                } else {
                    let card = answer.press("Δείτε την").await;
                    assert!(seen(&card).contains("Το μήνυμά σας"), "{status} {route}");
                }
            };
            let meanwhile = async {
                logged(&format!("seconds={} status={status}", pause.as_secs_f64())).await;
                let card = scene.agent.slash("check", &[("draft", DRAFT)]).await;
                assert!(seen(&card).contains("Το μήνυμά σας"), "{status} {route}");
            };
            tokio::join!(met, meanwhile);
        }
    }
    assert_eq!(scene.discord.faults_left(), 0);
    assert!(scene.discord.requests().iter().all(|request| !request.hurried), "nobody hurried");
    scene.end().await;
}

#[tokio::test]
async fn an_answer_for_which_a_pause_is_too_long_is_not_sent_at_all() {
    let scene = Scene::begin().await;
    scene.discord.on(CALLBACK).pauses(503, Duration::from_secs(600));
    scene.agent.send_slash("check", &[("draft", DRAFT)]).await;
    logged("seconds=600").await;
    // Neither is the next one: ten minutes are long.
    scene.agent.send_slash("check", &[("draft", DRAFT)]).await;
    logged("a pause was asked for").await;
    assert_eq!(scene.discord.requests_to("POST /interactions/").len(), 1);
    scene.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_at_once_are_all_answered() {
    let scene = Scene::begin().await;
    let mut asked = Vec::new();
    for number in 0..500 {
        let draft = format!("Δεν μπορώ να σας βοηθήσω με το {number}.");
        asked.push((number, scene.agent.send_slash("check", &[("draft", &draft)]).await));
    }
    for (number, asked) in asked {
        let card = asked.answer().await;
        assert!(seen(&card).contains(&format!("με το {number}.")), "{}", seen(&card));
    }
    scene.end().await;
}
