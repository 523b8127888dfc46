//! The first words with Discord: whether the token is one, and where the gateway is.

use serenity::Error;
use serenity::http::{Http, HttpBuilder, HttpError, StatusCode};
use serenity::model::application::CurrentApplicationInfo;

use super::Settings;
use super::delivery::{self, Undelivered};

/// Why the bot can't run, or can't go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// Discord does not know the token.
    InvalidToken,
    /// Discord could not be reached, or answers with nothing but errors of its own.
    NoDiscord,
    /// Discord does not say where its gateway is.
    NoGateway,
    /// The gateway ended the connection for good.
    Closed,
}

/// How requests are made: to Discord itself with its rate limits, or to a proxy that keeps to them.
pub fn http(settings: &Settings) -> HttpBuilder {
    let builder = HttpBuilder::new(settings.token.expose());
    match &settings.api_url {
        // With its own limits on, the library would go past the proxy to Discord.
        Some(url) => builder.proxy(url.trim_end_matches('/')).ratelimiter_disabled(true),
        None => builder,
    }
}

/// The application that the token belongs to.
///
/// # Errors
/// [`Stop::InvalidToken`] or [`Stop::NoDiscord`].
pub async fn application(http: &Http) -> Result<CurrentApplicationInfo, Stop> {
    delivery::retried(|| http.get_current_application_info()).await.map_err(|error| match error {
        Undelivered::Refused(401, _) => Stop::InvalidToken,
        _ => Stop::NoDiscord,
    })
}

/// Where the gateway is. The library would go to the real one if it were not asked for first.
///
/// # Errors
/// [`Stop::InvalidToken`] or [`Stop::NoGateway`].
pub async fn gateway(http: &Http) -> Result<String, Stop> {
    match delivery::retried(|| http.get_gateway()).await {
        Ok(gateway) => Ok(gateway.url),
        Err(Undelivered::Refused(401, _)) => Err(Stop::InvalidToken),
        Err(_) => Err(Stop::NoGateway),
    }
}

/// Whether an error says that the token is none.
pub fn is_unauthorized(error: &Error) -> bool {
    match error {
        Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            response.status_code == StatusCode::UNAUTHORIZED
        }
        Error::Gateway(serenity::gateway::GatewayError::InvalidAuthentication) => true,
        _ => false,
    }
}
