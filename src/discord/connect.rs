//! The first words with Discord: whether the token is one, and where the gateway is.

use std::time::Duration;

use jiff::fmt::rfc2822;
use reqwest::header::{DATE, HeaderMap};
use reqwest::{Client, Response, StatusCode};
use serde::de::DeserializeOwned;
use serenity::Error;
use serenity::http::{Http, HttpBuilder, HttpError, LightMethod, Request, Route};
use serenity::model::application::CurrentApplicationInfo;
use serenity::model::gateway::BotGateway;

use super::{Secret, Settings};
use crate::model::Time;

/// How long one try may take; a proxy that says nothing is as good as none.
const TRY: Duration = Duration::from_secs(15);

/// Discord does not know the token, which nothing but another token mends.
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

impl Access {
    /// That of a bot.
    pub fn of(settings: &Settings) -> Access {
        Access { token: settings.token.clone(), api_url: settings.api_url.clone() }
    }
}

/// An answer of Discord's.
#[derive(Debug)]
pub(super) struct Told<T> {
    /// What it says.
    pub answer: T,
    /// What time it was there.
    pub date: Option<Time>,
}

/// How requests are made: to Discord itself with its rate limits, or to a proxy that keeps to them.
pub(super) fn http(access: &Access) -> HttpBuilder {
    let builder = HttpBuilder::new(access.token.expose());
    match &access.api_url {
        // With its own limits on, the library would go past the proxy to Discord.
        Some(url) => builder.proxy(url.trim_end_matches('/')).ratelimiter_disabled(true),
        None => builder,
    }
}

/// Asks Discord about itself, one try at a time.
pub(super) struct Asking<'a> {
    api_url: Option<&'a str>,
    http: &'a Http,
    client: Client,
}

impl<'a> Asking<'a> {
    /// Over these requests.
    pub fn new(api_url: Option<&'a str>, http: &'a Http) -> Asking<'a> {
        Asking { api_url, http, client: Client::new() }
    }

    /// The application that the token belongs to.
    pub async fn application(&self) -> Result<Told<CurrentApplicationInfo>, Unanswered> {
        self.ask(Route::Oauth2ApplicationCurrent).await
    }

    /// Where the gateway is, how many shards Discord advises, and how many sessions may still begin.
    pub async fn gateway(&self) -> Result<Told<BotGateway>, Unanswered> {
        self.ask(Route::GatewayBot).await
    }

    async fn ask<T: DeserializeOwned>(&self, route: Route<'_>) -> Result<Told<T>, Unanswered> {
        let asked = async {
            let response = self.send(route).await?;
            let date = date(response.headers());
            let body = response.bytes().await.map_err(|_| Unanswered::Later(None))?;
            let answer = serde_json::from_slice(&body).map_err(|_| Unanswered::Later(None))?;
            Ok(Told { answer, date })
        };
        tokio::time::timeout(TRY, asked).await.unwrap_or(Err(Unanswered::Later(None)))
    }

    /// The library keeps to Discord's waits by itself, but tells nothing of those of a proxy.
    async fn send(&self, route: Route<'_>) -> Result<Response, Unanswered> {
        let request = Request::new(route, LightMethod::Get);
        let Some(url) = self.api_url else {
            return self.http.request(request).await.map_err(|error| unanswered(&error));
        };
        let built = request.build(&self.client, self.http.token(), Some(url));
        let built = built.map_err(|error| unanswered(&error))?;
        let response = built.send().await.map_err(|_| Unanswered::Later(None))?;
        match response.status() {
            status if status.is_success() => Ok(response),
            StatusCode::UNAUTHORIZED => Err(Unanswered::InvalidToken),
            _ => Err(Unanswered::Later(retry_after(&response))),
        }
    }
}

fn retry_after(response: &Response) -> Option<Duration> {
    let header = response.headers().get(reqwest::header::RETRY_AFTER)?;
    let seconds: f64 = header.to_str().ok()?.trim().parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

fn unanswered(error: &Error) -> Unanswered {
    if is_unauthorized(error) { Unanswered::InvalidToken } else { Unanswered::Later(None) }
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

/// What time it is by the header that says so.
fn date(headers: &HeaderMap) -> Option<Time> {
    let text = headers.get(DATE)?.to_str().ok()?;
    let date = rfc2822::DateTimeParser::new().parse_timestamp(text).ok()?;
    Some(Time(date.as_second()))
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;

    use super::*;

    #[test]
    fn the_header_is_read_and_nonsense_is_not() {
        let rows = [
            ("Wed, 25 Nov 2026 08:30:00 GMT", Some(Time(1_795_595_400))),
            ("Mon, 02 Mar 2026 09:00:00 GMT", Some(Time(1_772_442_000))),
            ("yesterday", None),
            ("", None),
        ];
        for (text, expected) in rows {
            let mut headers = HeaderMap::new();
            headers.insert(DATE, HeaderValue::from_static(text));
            assert_eq!(date(&headers), expected, "{text}");
        }
        assert_eq!(date(&HeaderMap::new()), None);
    }
}
