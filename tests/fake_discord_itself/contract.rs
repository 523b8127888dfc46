use serde_json::json;

use crate::fake_discord::TOKEN;
use crate::fake_discord::contract::Contract;
use crate::{bare_bot, team};

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
async fn a_broken_request_is_found() {
    let Some(mut contract) = Contract::at_hand() else { return };
    let (discord, support, _) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    for (body, expected) in [
        (json!({"content": "α", "tts": "yes"}), "at `/tts`"),
        (json!({"content": "α", "embeds": [{"fields": [{"name": "β"}]}]}), "at `/embeds/0"),
        (json!({"content": "α", "nonce": "1".repeat(26)}), "at `/nonce`"),
    ] {
        let _ = http.send_message(support.id.into(), vec![], &body).await;
        let request = discord.requests().pop().unwrap();
        let broken = contract.violations(&request).join("\n");
        assert!(broken.contains(expected), "{body}: {broken}");
    }
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
