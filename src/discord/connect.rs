//! The first words with Discord: whether the token is one, and where the gateway is.

use std::time::Duration;

use reqwest::Client;
use serde::de::DeserializeOwned;
use serenity::Error;
use serenity::http::{HttpBuilder, HttpError, Route, StatusCode};
use serenity::model::application::CurrentApplicationInfo;
use serenity::model::gateway::BotGateway;
use tokio::time::Instant;

use super::call::{Call, Failed, Undelivered};
use super::requests::Requests;
use super::{Secret, Settings};
use crate::model::Time;

/// Discord does not know the token, which nothing but another token fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Discord does not know the token")]
pub struct InvalidToken;

/// Why Discord gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unanswered {
    /// It does not know the token.
    InvalidToken,
    /// It may answer later, after so long where it has said so.
    Later(Option<Duration>),
}

/// What it takes to speak with Discord.
#[derive(Debug, Clone)]
pub struct Access {
    /// The token of the bot.
    pub token: Secret,
    /// Where requests go in place of Discord: a proxy that keeps to the rate limits itself.
    pub api_url: Option<String>,
}

/// An answer of Discord's.
#[derive(Debug)]
pub(super) struct Told<T> {
    /// What it says.
    pub answer: T,
    /// What time it was there.
    pub date: Option<Time>,
}

/// The library's own way to Discord, for the gateway.
pub(super) fn http(settings: &Settings, client: &Client) -> HttpBuilder {
    let builder = HttpBuilder::new(settings.token.expose()).client(client.clone());
    match &settings.api_url {
        // With its own limits on, the library would go past the proxy to Discord.
        Some(url) => builder.proxy(url.trim_end_matches('/')).ratelimiter_disabled(true),
        None => builder,
    }
}

/// The application that the token belongs to.
pub(super) async fn application(
    requests: &Requests,
) -> Result<Told<CurrentApplicationInfo>, Unanswered> {
    ask(requests, Route::Oauth2ApplicationCurrent).await
}

/// Where the gateway is, how many shards Discord advises, and how many sessions may still begin.
pub(super) async fn gateway(requests: &Requests) -> Result<Told<BotGateway>, Unanswered> {
    ask(requests, Route::GatewayBot).await
}

/// Asks Discord about itself, one try at a time. Whoever asks waits by themselves, and tells of it.
async fn ask<T: DeserializeOwned>(
    requests: &Requests,
    route: Route<'_>,
) -> Result<Told<T>, Unanswered> {
    const UNKNOWN: u16 = StatusCode::UNAUTHORIZED.as_u16();
    match requests.once(&Call::get(route), Instant::now()).await {
        Ok(answer) => match answer.read() {
            Ok(said) => Ok(Told { answer: said, date: answer.date }),
            Err(_) => Err(Unanswered::Later(None)),
        },
        Err(Failed { error: Undelivered::Refused(UNKNOWN, _), .. }) => {
            Err(Unanswered::InvalidToken)
        }
        Err(failed) => Err(Unanswered::Later(failed.pause)),
    }
}

/// Whether an error says that the token is none.
pub(super) fn is_unauthorized(error: &Error) -> bool {
    match error {
        Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            response.status_code == StatusCode::UNAUTHORIZED
        }
        Error::Gateway(serenity::gateway::GatewayError::InvalidAuthentication) => true,
        _ => false,
    }
}
