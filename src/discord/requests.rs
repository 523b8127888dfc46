//! Requests to Discord, each of them through here: whoever answers, Discord or a proxy in between, may ask for a
//! pause, and then it is kept by all.
//!
//! The library that builds the requests sends them as well, but gives no header of an answer that is an error. So they
//! are sent here, and it is asked about Discord's own limits alone.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::fmt::rfc2822;
use reqwest::header::{CONTENT_LENGTH, DATE, HeaderMap, HeaderName, RETRY_AFTER};
use reqwest::{Client, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use serenity::http::{Ratelimit, RatelimitInfo, RatelimitingBucket, Request, Route, StatusCode};
use serenity::model::id::ApplicationId;
use tokio::time::Instant;
use tracing::{info, warn};

use super::call::{Answer, Call, Failed, Undelivered};
use super::locked;
use super::monitor::Monitor;
use super::secret::Secret;
use crate::model::Time;

/// Waits between tries. Together they stay below the three seconds that Discord waits for a first answer.
const WAITS: [Duration; 3] =
    [Duration::from_millis(150), Duration::from_millis(450), Duration::from_millis(900)];
/// How long one try may take; a proxy that says nothing is as good as none.
const TRY: Duration = Duration::from_secs(15);
/// How long a pause may hold up what nobody waits for within seconds.
pub const PATIENT: Duration = Duration::from_secs(120);
/// How long it may hold up a first answer, for which Discord waits three seconds.
pub const AT_ONCE: Duration = Duration::from_millis(1_500);
/// The longest pause that Discord itself asks for; a longer one is a mistake of whoever sent it.
const LONGEST_PAUSE: Duration = Duration::from_secs(60 * 60);
/// Headers of this kind come with what Discord itself limits, and no proxy has them of its own.
const OF_DISCORD: &str = "x-ratelimit-";
/// Discord limits the bot as a whole.
const GLOBAL: HeaderName = HeaderName::from_static("x-ratelimit-global");

/// Where the bot sends its requests, and until when it may send none.
pub struct Requests {
    client: Client,
    /// As it is written in front of every request.
    token: String,
    api_url: Option<String>,
    /// Zero until it is known.
    application: AtomicU64,
    limits: Mutex<HashMap<RatelimitingBucket, Limit>>,
    paused_until: Mutex<Option<Instant>>,
    monitor: Arc<Monitor>,
}

type Limit = Arc<tokio::sync::Mutex<Ratelimit>>;

impl Requests {
    /// To Discord itself, or to a proxy.
    pub fn new(
        token: &Secret,
        api_url: Option<&str>,
        client: Client,
        monitor: Arc<Monitor>,
    ) -> Requests {
        Requests {
            client,
            token: format!("Bot {}", token.expose().trim_start_matches("Bot ")),
            api_url: api_url.map(str::to_owned),
            application: AtomicU64::new(0),
            limits: Mutex::default(),
            paused_until: Mutex::default(),
            monitor,
        }
    }

    /// Says whose commands and answers all of this is about.
    pub fn set_application(&self, application: ApplicationId) {
        self.application.store(application.get(), Ordering::Relaxed);
    }

    /// The application of the bot.
    pub fn application(&self) -> ApplicationId {
        // Zero is not an id, and making one of it would panic.
        ApplicationId::new(self.application.load(Ordering::Relaxed).max(1))
    }

    /// Asks for something.
    ///
    /// # Errors
    /// As [`Requests::fire`]; also where something else is answered.
    pub async fn get<T: DeserializeOwned>(&self, route: Route<'_>) -> Result<T, Undelivered> {
        self.fire(&Call::get(route), PATIENT).await?.read()
    }

    /// Sends a request; tries again what may go better in a moment. A pause may hold it up for so long.
    ///
    /// # Errors
    /// What the last try gave.
    pub async fn fire(&self, call: &Call<'_>, patience: Duration) -> Result<Answer, Undelivered> {
        let mut waits = WAITS.iter();
        let until = Instant::now() + patience;
        loop {
            let failed = match self.once(call, until).await {
                Ok(answer) => return Ok(answer),
                // It was done before, though the confirmation was lost.
                Err(failed)
                    if failed.error == Undelivered::AlreadyAnswered
                        && waits.len() < WAITS.len() =>
                {
                    return Ok(Answer::default());
                }
                Err(failed) => failed,
            };
            let is_in_time = Instant::now() + failed.pause.unwrap_or_default() <= until;
            match waits.next().filter(|_| is_in_time && failed.error.may_pass()) {
                Some(wait) => {
                    info!(error = %failed.error, "a request did not get through, it is sent again");
                    tokio::time::sleep(*wait).await;
                }
                None => return Err(failed.error),
            }
        }
    }

    /// Sends a request once, after the pause that was asked for if it is over by then.
    ///
    /// # Errors
    /// Why it did not go well.
    pub async fn once(&self, call: &Call<'_>, until: Instant) -> Result<Answer, Failed> {
        let request = call.request();
        let limit = self.limit(call.route);
        loop {
            self.pass(until).await?;
            limit.lock().await.pre_hook(&request, &|info| self.limited(&info)).await;
            let sent = tokio::time::timeout(TRY, self.sent(call, request.clone())).await;
            let response = sent.unwrap_or(Err(Undelivered::NoConnection))?;
            if let Some(pause) = self.asked_pause(&response) {
                let (status, body) = (response.status(), response.bytes().await);
                let error = Undelivered::of(status, &body.unwrap_or_default());
                return Err(Failed { error, pause: Some(pause) });
            }
            let mut limit = limit.lock().await;
            let told = |info| self.limited(&info);
            // Where it is to be sent again, it has waited for as long as Discord asked for.
            if limit.post_hook(&response, &request, &told, false).await.unwrap_or(false) {
                continue;
            }
            drop(limit);
            return read(response).await;
        }
    }

    async fn sent(&self, call: &Call<'_>, request: Request<'_>) -> Result<Response, Undelivered> {
        let wrong = |_| Undelivered::NoConnection;
        let built = request.build(&self.client, &self.token, self.api_url.as_deref());
        let mut built = built.map_err(|_| Undelivered::NoConnection)?;
        if let Some(form) = call.form() {
            let mut bare = built.build().map_err(wrong)?;
            // That of no body at all.
            bare.headers_mut().remove(CONTENT_LENGTH);
            built = RequestBuilder::from_parts(self.client.clone(), bare).multipart(form);
        }
        built.send().await.map_err(wrong)
    }

    /// What Discord lets through on a route.
    fn limit(&self, route: Route<'_>) -> Limit {
        match route {
            // Each of them is there for one interaction, and would be kept for ever.
            Route::InteractionResponse { .. } => Limit::default(),
            _ => {
                let mut limits = locked(&self.limits);
                Arc::clone(limits.entry(route.ratelimiting_bucket()).or_default())
            }
        }
    }

    /// Discord has a limit on a route.
    fn limited(&self, limit: &RatelimitInfo) {
        self.monitor.metrics.rate_limits.inc();
        info!(seconds = limit.timeout.as_secs_f64(), "Discord asks for a pause on one route");
    }

    /// Comes back when no pause is asked for.
    async fn pass(&self, until: Instant) -> Result<(), Failed> {
        loop {
            let (now, over) = (Instant::now(), *locked(&self.paused_until));
            match over {
                Some(over) if over > until && over > now => {
                    return Err(Failed { error: Undelivered::Paused, pause: Some(over - now) });
                }
                Some(over) if over > now => tokio::time::sleep_until(over).await,
                _ => return Ok(()),
            }
        }
    }

    /// The pause that all requests are to keep, where an answer asks for one.
    fn asked_pause(&self, response: &Response) -> Option<Duration> {
        let is_busy = [StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE]
            .contains(&response.status());
        let headers = response.headers();
        let is_of_discord = headers.keys().any(|name| name.as_str().starts_with(OF_DISCORD));
        if !is_busy || (is_of_discord && !headers.contains_key(GLOBAL)) {
            return None;
        }
        let pause = retry_after(headers)?.min(LONGEST_PAUSE);
        let over = Instant::now() + pause;
        let mut paused = locked(&self.paused_until);
        if paused.is_none_or(|known| known < over) {
            *paused = Some(over);
        }
        drop(paused);
        self.monitor.metrics.rate_limits.inc();
        let (seconds, status) = (pause.as_secs_f64(), response.status().as_u16());
        let by = if is_of_discord { "Discord" } else { "a proxy" };
        warn!(seconds, status, by, "a pause is asked for; nothing is sent until it is over");
        Some(pause)
    }
}

async fn read(response: Response) -> Result<Answer, Failed> {
    let (status, date) = (response.status(), date(response.headers()));
    let read = tokio::time::timeout(TRY, response.bytes()).await;
    let body = read.ok().and_then(Result::ok).map(Vec::from);
    if status.is_success() {
        Ok(Answer { body: body.ok_or(Undelivered::NoConnection)?, date })
    } else {
        Err(Undelivered::of(status, &body.unwrap_or_default()).into())
    }
}

/// How long to wait: in seconds, or until a moment by the clock of whoever says so.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let seconds = moment(text)?.0.saturating_sub(date(headers)?.0);
    u64::try_from(seconds).ok().map(Duration::from_secs)
}

/// What time it is by the header that says so.
fn date(headers: &HeaderMap) -> Option<Time> {
    moment(headers.get(DATE)?.to_str().ok()?)
}

fn moment(text: &str) -> Option<Time> {
    let moment = rfc2822::DateTimeParser::new().parse_timestamp(text).ok()?;
    Some(Time(moment.as_second()))
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;

    use super::*;

    #[test]
    fn the_date_is_read_and_nonsense_is_not() {
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

    #[test]
    fn a_pause_is_read_in_seconds_and_as_a_moment() {
        let rows = [
            ("30", Some(Duration::from_secs(30))),
            (" 0.25 ", Some(Duration::from_millis(250))),
            ("Wed, 25 Nov 2026 08:31:30 GMT", Some(Duration::from_secs(90))),
            ("Wed, 25 Nov 2026 08:29:00 GMT", None),
            ("-5", None),
            ("NaN", None),
            ("1e300", None),
            ("soon", None),
        ];
        for (text, expected) in rows {
            let mut headers = HeaderMap::new();
            headers.insert(DATE, HeaderValue::from_static("Wed, 25 Nov 2026 08:30:00 GMT"));
            headers.insert(RETRY_AFTER, HeaderValue::from_static(text));
            assert_eq!(retry_after(&headers), expected, "{text}");
        }
        assert_eq!(retry_after(&HeaderMap::new()), None);
    }
}
