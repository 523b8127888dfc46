//! Channels in which the bot looks at what is posted.

use serde_json::json;

use crate::conversations::log;
use crate::conversations::scene::{Bot, Scene, seen, settings};
use fake_discord::rights;
use fake_discord::sessions;

const DRAFT: &str = "Δεν μπορώ να σας βοηθήσω.";
const FINE: &str = "Το δέμα σας έρχεται αύριο.";

async fn scene() -> Scene {
    Scene::with(|settings, channel| settings.drafts_channels = vec![channel.id]).await
}

#[tokio::test]
async fn one_channel_is_on_and_another_off() {
    let scene = scene().await;
    let off = scene.discord.server("Άλλοι").channel("γενικά");
    scene.agent.in_channel(&off).posts(DRAFT);
    scene.agent.posts(FINE);
    let posted = scene.agent.posts(DRAFT);
    let answer = posted.answered_for(&scene.agent).await;
    let mut shown = vec![seen(&answer)];
    assert!(answer.pings().is_empty());
    let card = answer.press("Δείτε την").await;
    assert!(card.is_private());
    shown.push(seen(&card));
    let card = card.press("Άλλη διατύπωση").await;
    shown.push(seen(&card));
    let other = scene.discord.person("Kate").in_channel(&scene.channel);
    shown.push(seen(&answer.seen_by(&other).press("Δείτε την").await));
    insta::assert_snapshot!(shown.join("\n\n"));
    assert_eq!(scene.channel.messages_of_bot(1).await.len(), 1);
    assert_eq!(off.messages().len(), 1);
    scene.end().await;
}

#[tokio::test]
async fn the_answer_goes_where_the_draft_is_made_fine_or_deleted() {
    let scene = scene().await;
    let posted = scene.agent.posts(DRAFT);
    let answer = posted.answered_for(&scene.agent).await;
    scene.agent.edits(&posted, "Δεν μπορώ να σας βοηθήσω σήμερα.");
    scene.agent.edits(&posted, FINE);
    answer.until_gone().await;
    scene.agent.edits(&posted, DRAFT);
    let again = posted.answered_for(&scene.agent).await;
    scene.agent.deletes(&posted);
    again.until_gone().await;
    let fine = scene.agent.posts(FINE);
    scene.agent.edits(&fine, DRAFT);
    let answer = fine.answered_for(&scene.agent).await;
    scene.agent.deletes(&fine);
    answer.until_gone().await;
    assert_eq!(scene.discord.requests_to("POST /channels/").len(), 3, "one answer, again, and one");
    scene.end().await;
}

#[tokio::test]
async fn answers_from_before_a_restart_are_found() {
    let mut scene = scene().await;
    let posts = [scene.agent.posts(DRAFT), scene.agent.posts(DRAFT), scene.agent.posts(DRAFT)];
    let mut answers = Vec::new();
    for posted in &posts {
        answers.push(posted.answered_for(&scene.agent).await);
    }
    let mut again = settings(&scene.discord).await;
    again.drafts_channels = vec![scene.channel.id];
    let bot = Bot::start(again);
    scene.discord.gateway().identified(2).await;
    std::mem::replace(&mut scene.bot, bot).stop().await.unwrap();
    assert!(seen(&answers[0].press("Δείτε την").await).contains("Το μήνυμά σας"));
    scene.agent.edits(&posts[0], FINE);
    answers[0].until_gone().await;
    scene.agent.deletes(&posts[1]);
    answers[1].until_gone().await;
    scene.agent.edits(&posts[2], "Ηρεμήστε.");
    let next = scene.agent.posts(DRAFT);
    next.answered_for(&scene.agent).await;
    assert!(!answers[2].is_gone());
    assert_eq!(scene.discord.requests_to("POST /channels/").len(), 4);
    scene.end().await;
}

#[tokio::test]
async fn a_draft_that_is_gone_when_its_card_is_opened() {
    let scene = scene().await;
    let posted = scene.agent.posts(DRAFT);
    let answer = posted.answered_for(&scene.agent).await;
    let held = scene.discord.on("GET /channels/*/messages/*").held();
    let opened = answer.send_press("Δείτε την");
    // The first answer comes before the message is fetched, however long that takes.
    assert_eq!(opened.acknowledged().await, 5);
    held.arrived(1).await;
    scene.agent.deletes(&posted);
    answer.until_gone().await;
    held.release();
    insta::assert_snapshot!(seen(&opened.answer().await), @"
    Kalologos · only Άννα sees this
    │ Το μήνυμα δεν υπάρχει πια.
    ");
    scene.end().await;
}

#[tokio::test]
async fn without_the_right_to_read_messages_everything_else_runs() {
    let before = log::so_far().matches("Message Content Intent").count();
    let discord = fake_discord::FakeDiscord::start().await;
    discord.forbid_intents(sessions::MESSAGE_CONTENT);
    let server = discord.server("Υποστήριξη");
    let channel = server.channel("απαντήσεις");
    let agent = discord.person("Άννα").locale("el").in_channel(&channel);
    let mut settings = settings(&discord).await;
    settings.drafts_channels = vec![channel.id];
    let bot = Bot::start(settings);
    discord.gateway().ready().await;
    agent.posts(DRAFT);
    assert!(seen(&agent.slash("check", &[("draft", DRAFT)]).await).contains("Το μήνυμά σας"));
    assert!(channel.messages().len() == 1);
    let after = log::so_far().matches("Message Content Intent").count();
    assert!(after > before);
    Scene { discord, server, channel, agent, bot }.end().await;
}

#[tokio::test]
async fn a_channel_without_rights_disturbs_no_other() {
    let discord = fake_discord::FakeDiscord::start().await;
    let server = discord.server("Υποστήριξη");
    let (mute, channel) = (server.channel("σιωπή"), server.channel("απαντήσεις"));
    mute.deny_bot(rights::SEND_MESSAGES);
    let agent = discord.person("Άννα").locale("el").in_channel(&channel);
    let mut settings = settings(&discord).await;
    settings.drafts_channels = vec![mute.id, channel.id];
    let bot = Bot::start(settings);
    discord.gateway().ready().await;
    for _ in 0..3 {
        agent.in_channel(&mute).posts(DRAFT);
    }
    discord.answered("POST /channels/", 3).await;
    agent.posts(DRAFT).answered_for(&agent).await;
    let id = mute.id.to_string();
    let log = log::so_far();
    let told = log.lines().filter(|line| line.contains("can't answer") && line.contains(&id));
    assert_eq!(told.count(), 1, "{log}");
    assert!(discord.invalid_answers() <= 3);
    Scene { discord, server, channel, agent, bot }.end().await;
}

#[tokio::test]
async fn many_drafts_deleted_at_once() {
    let scene = scene().await;
    let posts = [scene.agent.posts(DRAFT), scene.agent.posts(FINE), scene.agent.posts(DRAFT)];
    let first = posts[0].answered_for(&scene.agent).await;
    let last = posts[2].answered_for(&scene.agent).await;
    let ids: Vec<String> = posts.iter().map(|posted| posted.id.to_string()).collect();
    let deleted = json!({"ids": ids, "channel_id": scene.channel.id.to_string()});
    scene.discord.inject("MESSAGE_DELETE_BULK", &deleted);
    first.until_gone().await;
    last.until_gone().await;
    assert!(scene.discord.requests_to("GET /channels/").is_empty(), "all of it is remembered");
    scene.end().await;
}

#[tokio::test]
async fn drafts_of_bots_and_links_that_show_later_are_left_alone() {
    let scene = scene().await;
    let posted = scene.agent.posts(DRAFT);
    posted.answered_for(&scene.agent).await;
    let channel = scene.channel.id.to_string();
    // Discord tells of a link that it shows by now, without a word of the message or an edit.
    let shown = json!({"id": posted.id.to_string(), "channel_id": channel, "embeds": []});
    scene.discord.inject("MESSAGE_UPDATE", &shown);
    let of_bot = json!({
        "id": "77", "channel_id": channel, "content": DRAFT, "edited_timestamp": "2026-08-01T09:00:00+00:00",
        "author": {"id": "78", "username": "Bot", "discriminator": "0000", "avatar": null, "bot": true},
    });
    scene.discord.inject("MESSAGE_UPDATE", &of_bot);
    let next = scene.agent.posts(DRAFT);
    next.answered_for(&scene.agent).await;
    assert_eq!(scene.discord.requests_to("POST /channels/").len(), 2);
    assert!(scene.discord.requests_to("DELETE /channels/").is_empty());
    scene.end().await;
}

#[tokio::test]
async fn it_speaks_the_language_of_the_server_or_of_the_settings() {
    for (language, expected) in [
        (None, "I have an idea for the wording."),
        (Some(kalologos::model::Language::El), "Υπάρχει μια ιδέα για τη διατύπωση."),
    ] {
        let discord = fake_discord::FakeDiscord::start().await;
        let server = discord.server("Support").locale("en-US");
        let channel = server.channel("replies");
        let agent = discord.person("Άννα").locale("el").in_channel(&channel);
        let mut settings = settings(&discord).await;
        settings.drafts_channels = vec![channel.id];
        settings.language = language;
        let bot = Bot::start(settings);
        discord.gateway().ready().await;
        let answer = agent.posts(DRAFT).answered_for(&agent).await;
        assert_eq!(answer.content(), expected);
        // What one person sees is in their own language all the same.
        let card = answer.press(answer.buttons().first().unwrap()).await;
        assert!(seen(&card).contains("Το μήνυμά σας"));
        Scene { discord, server, channel, agent, bot }.end().await;
    }
}

#[tokio::test]
async fn posted_drafts_and_their_edits_count_as_checks_of_their_author() {
    let scene = Scene::with(|settings, channel| {
        settings.drafts_channels = vec![channel.id];
        settings.checks_per_minute = 3;
    })
    .await;
    let posted = scene.agent.posts(DRAFT);
    posted.answered_for(&scene.agent).await;
    let edited = scene.agent.posts(FINE);
    scene.agent.edits(&edited, DRAFT);
    edited.answered_for(&scene.agent).await;
    // Three looks are used up, also by the one that found nothing.
    scene.agent.posts(DRAFT);
    let refused = scene.agent.slash("check", &[("draft", DRAFT)]).await;
    assert!(!seen(&refused).contains("Το μήνυμά σας"), "{}", seen(&refused));
    let other = scene.discord.person("Νίκος").locale("el").in_channel(&scene.channel);
    other.posts(DRAFT).answered_for(&other).await;
    let discord = scene.discord.clone();
    scene.end().await;
    assert_eq!(
        discord.requests_to("POST /channels/").len(),
        3,
        "two of one author, one of another"
    );
}

#[tokio::test]
async fn a_forged_button_reads_no_other_message_and_deletes_nothing() {
    let scene = scene().await;
    let other = scene.discord.server("Άλλοι").channel("γενικά");
    let elsewhere = scene.agent.in_channel(&other).posts(DRAFT);
    let mine = scene.agent.posts(DRAFT);
    let answer = mine.answered_for(&scene.agent).await;
    let gone = scene.agent.posts(FINE);
    scene.agent.deletes(&gone);
    let (here, there, me) = (scene.channel.id, other.id, scene.agent.id);
    for (channel, message) in [(there, elsewhere.id), (here, gone.id), (there, mine.id)] {
        let forged = format!("idea.1.{channel}.{message}.{me}");
        let refused = answer.send_press_of(&forged).answer().await;
        assert!(refused.is_private() && seen(&refused).contains("δεν διαβάζεται πια"), "{forged}");
    }
    assert!(!answer.is_gone());
    assert!(scene.discord.requests_to("GET /channels/").is_empty());
    assert!(scene.discord.requests_to("DELETE /channels/").is_empty());
    assert!(seen(&answer.press("Δείτε την").await).contains("Το μήνυμά σας"));
    scene.end().await;
}
