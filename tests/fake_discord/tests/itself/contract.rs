use serde_json::json;

use crate::bare_bot;
use crate::team;
use fake_discord::TOKEN;
use fake_discord::contract::Contract;

#[tokio::test]
async fn a_whole_conversation_keeps_the_contract() {
    let (discord, _, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let card = agent.slash("check", &[("draft", "Δεν μπορώ…")]).await;
    let card = card.press("As a file").await;
    card.followup(0).await;
    let form = card.press("Fill in").await.modal();
    form.fill_all(&["Έτσι."]).submit().await;
    agent.autocomplete("why", "rule", "α").await;
    agent.posts("λάθος").answered_for(&agent).await;
    if let Some(violations) = discord.contract_violations() {
        assert!(violations.is_empty(), "{}", violations.join("\n"));
    }
}

#[tokio::test]
async fn the_fakes_own_answers_keep_the_contract() {
    let Some(contract) = Contract::at_hand() else { return };
    let (discord, support, agent) = team().await;
    let _bot = bare_bot::start(&discord).await;
    let card = agent.slash("check", &[("draft", "Δεν μπορώ…")]).await;
    card.press("As a file").await.followup(0).await;
    agent.posts("λάθος").answered_for(&agent).await;
    let http = bare_bot::http(&discord, TOKEN);
    let guild = http.get_guilds(None, None).await.unwrap()[0].id;
    http.get_guild(guild).await.unwrap();
    http.get_channels(guild).await.unwrap();
    http.get_guild_roles(guild).await.unwrap();
    http.get_member(guild, agent.id.into()).await.unwrap();
    http.get_channel(support.id.into()).await.unwrap();
    http.get_messages(support.id.into(), None, None).await.unwrap();
    http.get_current_user().await.unwrap();
    http.get_current_application_info().await.unwrap();
    http.get_bot_gateway().await.unwrap();
    http.get_global_commands_with_localizations().await.unwrap();
    http.get_message(support.id.into(), 1.into()).await.unwrap_err();
    http.create_private_channel(&json!({"recipient_id": agent.id.to_string()})).await.unwrap();
    http.send_message(support.id.into(), vec![], &json!({"content": 1})).await.unwrap_err();
    let mut contract = contract.lock().unwrap();
    let answers = discord.requests();
    let broken: Vec<String> =
        answers.iter().flat_map(|request| contract.violations_of_answer(request)).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[tokio::test]
async fn a_broken_request_is_found() {
    let Some(contract) = Contract::at_hand() else { return };
    let (discord, support, _) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    for (body, expected) in [
        (json!({"content": "α", "tts": "yes"}), "at `/tts`"),
        (json!({"content": "α", "embeds": [{"fields": [{"name": "β"}]}]}), "at `/embeds/0"),
        (json!({"content": "α", "nonce": "1".repeat(26)}), "at `/nonce`"),
    ] {
        let _ = http.send_message(support.id.into(), vec![], &body).await;
        let request = discord.requests().pop().unwrap();
        let broken = contract.lock().unwrap().violations(&request).join("\n");
        assert!(broken.contains(expected), "{body}: {broken}");
    }
    let mut contract = contract.lock().unwrap();
    let mut request = discord.requests().pop().unwrap();
    request.query.insert("speed".into(), "fast".into());
    assert!(contract.violations(&request)[0].contains("unknown query parameter `speed`"));
    request.path = "/channels/abc/messages".into();
    assert!(contract.violations(&request)[0].contains("`channel_id` can't be `abc`"));
    request.path = "/channels/1/letters".into();
    assert!(contract.violations(&request)[0].contains("no such path"));
    (request.method, request.path) = ("PUT".into(), "/channels/1/messages".into());
    assert!(contract.violations(&request)[0].contains("no such method"));
}
