//! The fake Discord, tried with a bare serenity bot: what the other tests stand on.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod bare_bot;
mod contract;
mod conversations;
mod details;
mod faults;
mod gateway;
mod limits;
mod rights;

use fake_discord::{Channel, FakeDiscord, Person};

/// A Greek team with one channel, and an agent in it.
async fn team() -> (FakeDiscord, Channel, Person) {
    let discord = FakeDiscord::start().await;
    let support = discord.server("Υποστήριξη").channel("απαντήσεις");
    let agent = discord.person("Άννα").locale("el").in_channel(&support);
    (discord, support, agent)
}

/// Discord's code in an error of serenity.
fn code(error: &serenity::Error) -> isize {
    match error {
        serenity::Error::Http(serenity::http::HttpError::UnsuccessfulRequest(answer)) => {
            answer.error.code
        }
        other => panic!("no answer of Discord: {other}"),
    }
}
