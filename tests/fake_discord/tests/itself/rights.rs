use serde_json::json;
use serenity::all::GetMessages;

use crate::bare_bot;
use crate::{code, team};
use fake_discord::rights::{
    ATTACH_FILES, EMBED_LINKS, MANAGE_GUILD, READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL,
};
use fake_discord::sessions::MESSAGE_CONTENT;
use fake_discord::{FakeDiscord, TOKEN};

#[tokio::test]
async fn what_the_bot_may_not_is_refused() {
    let (discord, support, agent) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    let posted = agent.posts("Καλημέρα.");
    let plain = json!({"content": "α"});
    let embed = json!({"embeds": [{"title": "α"}]});
    let reply = json!({"content": "α", "message_reference": {"message_id": posted.id.to_string()}});
    for (denied, body, expected) in [
        (0, &reply, 0),
        (SEND_MESSAGES, &plain, 50013),
        (VIEW_CHANNEL, &plain, 50001),
        (EMBED_LINKS, &embed, 50013),
        (ATTACH_FILES, &plain, 0),
        (READ_MESSAGE_HISTORY, &reply, 160_002),
    ] {
        support.deny_bot(denied);
        let sent = http.send_message(support.id.into(), vec![], body).await;
        assert_eq!(sent.map_or_else(|error| code(&error), |_| 0), expected, "{denied} {body}");
    }
    support.deny_bot(0);
    let channel = serenity::all::ChannelId::new(support.id);
    let edit = http.edit_message(channel, posted.id.into(), &plain, vec![]).await;
    assert_eq!(code(&edit.unwrap_err()), 50005);
    let delete = http.delete_message(channel, posted.id.into(), None).await;
    assert_eq!(code(&delete.unwrap_err()), 50013);
    agent.deletes(&posted);
    assert_eq!(code(&http.get_message(channel, posted.id.into()).await.unwrap_err()), 10008);
}

#[tokio::test]
async fn a_wrong_token_is_refused() {
    let (discord, support, _) = team().await;
    let http = bare_bot::http(&discord, "MTAw.another.token");
    let sent = http.send_message(support.id.into(), vec![], &json!({"content": "α"})).await;
    assert!(sent.unwrap_err().to_string().contains("401"));
    assert_eq!(discord.invalid_answers(), 1);
    let recorded = format!("{:?}", discord.requests()[0].headers);
    assert!(!recorded.contains("MTAw"), "the record keeps no token");
}

#[tokio::test]
async fn without_the_intent_others_messages_are_blank() {
    let (discord, support, agent) = team().await;
    discord.forbid_intents(MESSAGE_CONTENT);
    let http = bare_bot::http(&discord, TOKEN);
    let posted = agent.posts("Καλημέρα.");
    let named = agent.posts(&format!("<@{}> καλημέρα", discord.application_id()));
    let own = http.send_message(support.id.into(), vec![], &json!({"content": "α"})).await.unwrap();
    let seen = support_messages(&http, support.id, 1).await;
    let expected =
        [(named.id, named.text()), (own.id.get(), "α".into()), (posted.id, String::new())];
    for (id, text) in expected {
        assert!(seen.contains(&(id, text.clone())), "{id} «{text}» in {seen:?}");
    }
    let after = support_messages(&http, support.id, posted.id).await;
    assert_eq!(after.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [own.id.get(), named.id]);
}

async fn support_messages(
    http: &serenity::http::Http,
    channel: u64,
    after: u64,
) -> Vec<(u64, String)> {
    let wish = GetMessages::new().after(after);
    let found = serenity::all::ChannelId::new(channel).messages(http, wish).await.unwrap();
    found.into_iter().map(|message| (message.id.get(), message.content)).collect()
}

#[tokio::test]
async fn a_nonce_posts_once() {
    let (discord, support, _) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    let body = json!({"content": "α", "nonce": "7", "enforce_nonce": true});
    let first = http.send_message(support.id.into(), vec![], &body).await.unwrap();
    let second = http.send_message(support.id.into(), vec![], &body).await.unwrap();
    assert_eq!(first.id, second.id);
    let without = json!({"content": "α", "nonce": "7"});
    http.send_message(support.id.into(), vec![], &without).await.unwrap();
    assert_eq!(support.messages().len(), 2);
}

#[tokio::test]
async fn commands_for_leads_are_offered_to_leads() {
    let discord = FakeDiscord::start().await;
    let team = discord.server("Υποστήριξη");
    let support = team.channel("απαντήσεις");
    let lead = discord.person("Ελένη").in_channel(&support);
    let agent = discord.person("Άννα").in_channel(&support);
    team.admit(&lead, &[team.role("Υπεύθυνοι", MANAGE_GUILD)]);
    let command = json!({
        "name": "rules", "description": "d", "default_member_permissions": MANAGE_GUILD.to_string(),
    });
    let http = bare_bot::http(&discord, TOKEN);
    http.create_global_command(&command).await.unwrap();
    assert_eq!(lead.offered(), ["rules"]);
    assert!(agent.offered().is_empty());
}

#[tokio::test]
async fn mentions_are_counted() {
    let (discord, support, agent) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    let text = format!("<@{}> @everyone", agent.id);
    for (allowed, expected) in [
        (json!({"content": text}), vec!["@Άννα"]),
        (json!({"content": text, "allowed_mentions": {"parse": []}}), vec![]),
        (
            json!({"content": text, "allowed_mentions": {"users": [agent.id.to_string()]}}),
            vec!["@Άννα"],
        ),
    ] {
        http.send_message(support.id.into(), vec![], &allowed).await.unwrap();
        let posted = support.messages().pop().unwrap();
        let card = fake_discord::Card::of_message(&agent, posted.id);
        assert_eq!(card.pings(), expected, "{allowed}");
    }
}
