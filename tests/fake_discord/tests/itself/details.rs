use serde_json::{Value, json};
use serenity::all::{ActivityData, ClientBuilder, OnlineStatus, ShardId};
use serenity::http::Http;

use crate::bare_bot;
use crate::{code, team};
use fake_discord::{Asked, Card, FakeDiscord, TOKEN};

/// A bot that has registered these commands and listens, but never answers by itself.
async fn silent(discord: &FakeDiscord, commands: &Value) -> Http {
    discord.gateway().listens();
    let http = bare_bot::http(discord, TOKEN);
    http.create_global_commands(commands).await.unwrap();
    http
}

async fn answer(http: &Http, asked: &Asked, body: Value) -> Card {
    let token = format!("interaction-token-{}", asked.id);
    http.create_interaction_response(asked.id.into(), &token, &body, vec![]).await.unwrap();
    asked.answer().await
}

#[tokio::test]
async fn inner_commands_carry_files_roles_and_channels() {
    let (discord, support, agent) = team().await;
    let named = |kind: u8, name: &str, greek: &str, options: Value| {
        json!({"type": kind, "name": name, "description": "d", "options": options,
            "name_localizations": {"el": greek}})
    };
    let option = |kind: u8, name: &str| json!({"type": kind, "name": name, "description": "d"});
    let add = named(
        1,
        "add",
        "προσθήκη",
        json!([option(11, "file"), option(7, "where"), option(5, "now")]),
    );
    silent(&discord, &json!([named(1, "rules", "κανόνες", json!([add]))])).await;
    let place = support.id.to_string();
    let options = [("where", place.as_str()), ("now", "true")];
    let bytes = "avoid: λάθος".as_bytes();
    agent
        .send_slash_with_files("κανόνες προσθήκη", &options, &[("file", "team.yaml", bytes)])
        .await;
    let data = discord.asked_last()["data"].clone();
    let inner = &data["options"][0];
    assert_eq!(
        (&data["name"], &inner["name"], &inner["type"]),
        (&json!("rules"), &json!("add"), &json!(1))
    );
    assert_eq!(inner["options"][0], json!({"name": "where", "type": 7, "value": place}));
    assert_eq!(inner["options"][1]["value"], true);
    assert_eq!(data["resolved"]["channels"][&place]["name"], "απαντήσεις");
    let file = &data["resolved"]["attachments"][inner["options"][2]["value"].as_str().unwrap()];
    let url = file["url"].as_str().unwrap();
    assert_eq!(reqwest::get(url).await.unwrap().bytes().await.unwrap(), bytes);
}

#[tokio::test]
async fn everyone_sees_a_public_card_and_others_can_use_it() {
    let (discord, support, agent) = team().await;
    let http = silent(&discord, &json!([{"name": "tip", "description": "d"}])).await;
    let lead = discord.person("Ελένη").in_channel(&support);
    let menu = json!({"type": 3, "custom_id": "when", "placeholder": "Πότε;", "options": [
        {"label": "Το πρωί", "value": "09"}, {"label": "Το βράδυ", "value": "18"},
    ]});
    let link = json!({"type": 2, "style": 5, "label": "Πηγή", "url": "https://example.org/"});
    let shown = json!({"type": 4, "data": {
        "content": "  Ευχαριστούμε!  ",
        "embeds": [{"title": "Συμβουλή", "description": "Πρώτα\nακούμε.", "color": 5,
            "fields": [{"name": "Γιατί", "value": "Έτσι."}], "footer": {"text": "Καλός λόγος"}}],
        "components": [{"type": 1, "components": [menu]}, {"type": 1, "components": [link]}],
    }});
    let asked = agent.send_slash("tip", &[]).await;
    let card = answer(&http, &asked, shown).await;
    insta::assert_snapshot!(card.shown(), @"
    Kalologos
    │ Ευχαριστούμε!
    │ ▌ **Συμβουλή**
    │ ▌ Πρώτα
    │ ▌ ακούμε.
    │ ▌ · Γιατί
    │ ▌ Έτσι.
    │ ▌ — Καλός λόγος
    │ ‹Πότε; ▾ Το πρωί | Το βράδυ›
    │ [Πηγή ↗ https://example.org/]
    ");
    let theirs = card.seen_by(&lead);
    let chosen = tokio::spawn(async move { theirs.choose("Πότε;", &["Το βράδυ"]).await });
    let asked = discord.asked_of(&lead).await;
    assert_eq!(discord.asked_last()["data"]["values"], json!(["18"]));
    answer(&http, &asked, json!({"type": 7, "data": {"content": "Στις έξι.", "components": []}}))
        .await;
    assert_eq!(chosen.await.unwrap().content(), "Στις έξι.");
    assert_eq!(card.content(), "Στις έξι.");
}

#[tokio::test]
async fn further_messages_are_changed_and_taken_away() {
    let (discord, support, agent) = team().await;
    let http = silent(&discord, &json!([{"name": "tip", "description": "d"}])).await;
    let asked = agent.send_slash("tip", &[]).await;
    let token = format!("interaction-token-{}", asked.id);
    let private = json!({"type": 4, "data": {"content": "α", "flags": 64}});
    let card = answer(&http, &asked, private).await;
    let more = json!({"content": "β", "flags": 64});
    let second = http.create_followup_message(&token, &more, vec![]).await.unwrap();
    assert!(card.followup(0).await.is_private());
    let edit = json!({"content": "γ"});
    http.edit_followup_message(&token, second.id, &edit, vec![]).await.unwrap();
    assert_eq!(card.followup(0).await.content(), "γ");
    let in_channel = http.get_message(support.id.into(), second.id).await;
    assert_eq!(
        code(&in_channel.unwrap_err()),
        10008,
        "private messages have no place in a channel"
    );
    http.delete_followup_message(&token, second.id).await.unwrap();
    http.delete_original_interaction_response(&token).await.unwrap();
    card.until_gone().await;
    let gone = http.get_original_interaction_response(&token).await;
    assert_eq!(code(&gone.unwrap_err()), 10008);
    let heard =
        discord.payloads().into_iter().filter(|it| it.name.as_deref() == Some("MESSAGE_CREATE"));
    assert_eq!(heard.count(), 0, "nobody hears of private messages");
}

#[tokio::test]
async fn an_edit_keeps_the_files_that_it_lists() {
    let (discord, support, _) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    let file = |name: &str| serenity::all::CreateAttachment::bytes("α", name);
    let files = vec![file("a.txt"), file("b.txt")];
    let sent = http.send_message(support.id.into(), files, &json!({})).await.unwrap();
    let kept = sent.attachments.iter().find(|it| it.filename == "b.txt").unwrap();
    for (body, expected) in [
        (json!({"content": "α"}), vec!["a.txt", "b.txt"]),
        (json!({"attachments": [{"id": kept.id.to_string()}]}), vec!["b.txt"]),
        (json!({"attachments": []}), vec![]),
    ] {
        let edited = http.edit_message(support.id.into(), sent.id, &body, vec![]).await.unwrap();
        let names: Vec<String> = edited.attachments.into_iter().map(|it| it.filename).collect();
        assert_eq!(names, expected, "{body}");
    }
    let empty =
        http.edit_message(support.id.into(), sent.id, &json!({"content": ""}), vec![]).await;
    assert_eq!(code(&empty.unwrap_err()), 50006);
}

#[tokio::test]
async fn what_is_too_large_or_too_much_for_the_gateway() {
    let (discord, _, _) = team().await;
    let bot = bare_bot::start(&discord).await;
    let present = async |text: String, count: usize| {
        let runners = bot.shards.runners.lock().await;
        for _ in 0..count {
            let activity = ActivityData::custom(text.clone());
            runners[&ShardId(0)].runner_tx.set_presence(Some(activity), OnlineStatus::Online);
        }
    };
    present("α".repeat(4096), 1).await;
    discord.gateway().resumed(1).await;
    present("α".into(), 121).await;
    discord.gateway().resumed(2).await;
    assert_eq!(discord.gateway().closes_given(), [4002, 4008]);
}

#[tokio::test]
async fn a_shard_hears_of_its_own_servers() {
    let (discord, _, agent) = team().await;
    let second = discord.server("Πωλήσεις").channel("γενικά");
    discord.use_shards(2);
    let client = ClientBuilder::new_with_http(bare_bot::http(&discord, TOKEN), bare_bot::intents());
    let mut client = client.await.unwrap();
    let run = tokio::spawn(async move { client.start_shard(1, 2).await });
    discord.gateway().ready().await;
    agent.in_channel(&second).posts("Καλημέρα.");
    agent.direct("Καλησπέρα.");
    agent.posts("Γεια σας.");
    let posts = discord.heard("MESSAGE_CREATE", 1).await;
    assert_eq!((posts.len(), &posts[0]["content"]), (1, &json!("Γεια σας.")));
    let guilds = discord.heard("GUILD_CREATE", 1).await;
    assert_eq!((guilds.len(), &guilds[0]["name"]), (1, &json!("Υποστήριξη")));
    run.abort();
}

#[tokio::test]
async fn an_end_by_the_bot_ends_its_session() {
    let (discord, _, agent) = team().await;
    let bot = bare_bot::start(&discord).await;
    bot.shards.shutdown_all().await;
    discord.gateway().empty().await;
    drop(bot);
    let again = bare_bot::start(&discord).await;
    discord.gateway().identified(2).await;
    assert_eq!(agent.slash("check", &[("draft", "Ξανά")]).await.content(), "Ξανά");
    assert_eq!(discord.commands_created(), 4, "the same commands are not created again");
    drop(again);
}

#[tokio::test]
async fn a_servers_own_commands_are_offered_there_alone() {
    let (discord, _, agent) = team().await;
    let sales = discord.server("Πωλήσεις");
    let foreign = discord.server_without_bot("Αλλού");
    let http = silent(&discord, &json!([])).await;
    let command = json!({"name": "sales", "description": "d"});
    let made = http.create_guild_command(sales.id.into(), &command).await.unwrap();
    let refused = http.create_guild_command(foreign.id.into(), &command).await;
    assert_eq!(code(&refused.unwrap_err()), 50001);
    let seller = agent.in_channel(&sales.channel("γενικά"));
    assert_eq!((seller.offered(), agent.offered()), (vec!["sales".to_owned()], vec![]));
    let longer = json!({"description": "Πιο πολλά"});
    let edited = http.edit_guild_command(sales.id.into(), made.id, &longer).await.unwrap();
    assert_eq!((edited.name.as_str(), edited.description.as_str()), ("sales", "Πιο πολλά"));
    assert_eq!(http.get_global_commands().await.unwrap().len(), 0);
    http.delete_guild_command(sales.id.into(), made.id).await.unwrap();
    let again = http.delete_guild_command(sales.id.into(), made.id).await;
    assert_eq!(code(&again.unwrap_err()), 10063);
    assert!(seller.offered().is_empty());
}

#[tokio::test]
async fn languages_come_with_the_list_where_they_are_asked_for() {
    let (discord, _, _) = team().await;
    let named = json!([{"name": "check", "description": "d",
        "name_localizations": {"el": "έλεγχος"}}]);
    let http = silent(&discord, &named).await;
    let greek = |commands: Vec<serenity::all::Command>| {
        commands[0].name_localizations.clone().and_then(|names| names.get("el").cloned())
    };
    assert_eq!(greek(http.get_global_commands().await.unwrap()), None);
    let with = http.get_global_commands_with_localizations().await.unwrap();
    assert_eq!(greek(with), Some("έλεγχος".to_owned()));
}
