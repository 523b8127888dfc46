//! The fake Discord, tried with a bare serenity bot: what the other tests stand on.

mod bare_bot;
mod fake_discord;

use fake_discord::FakeDiscord;

#[tokio::test]
async fn a_slash_command_is_answered() {
    let discord = FakeDiscord::start().await;
    let team = discord.server("Υποστήριξη");
    let support = team.channel("απαντήσεις");
    let _bot = bare_bot::start(&discord).await;
    let agent = discord.person("Άννα").locale("el").in_channel(&support);
    let card = agent.slash("check", &[("draft", "Δεν μπορώ…")]).await;
    assert_eq!(card.content(), "Δεν μπορώ…");
    assert!(card.is_private());
}
