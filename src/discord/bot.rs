//! The bot from its first word with Discord to the last.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Client;
use serenity::Error;
use serenity::client::{Client as Shards, ClientBuilder};
use serenity::gateway::{GatewayError, ShardManager};
use serenity::http::HttpBuilder;
use serenity::model::gateway::{BotGateway, GatewayIntents};
use tracing::{info, warn};

use super::connect::{self, InvalidToken, Unanswered};
use super::discord_clock::DiscordClock;
use super::handler::Events;
use super::handler::Handler;
use super::monitor::{Monitor, Obstacle};
use super::requests::Requests;
use super::tips::TipPoster;
use super::{Settings, gateway_gate, housekeeping, registration};
use crate::model::Time;

/// How long the gateway gets to say goodbye.
const GOODBYE: Duration = Duration::from_secs(4);
/// How long what is running gets to finish. Both together stay below ten seconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// Runs the bot until `stop` comes; what is running then is finished. Whatever is in the way of a connection, it
/// waits and tries again.
///
/// # Errors
/// Where Discord does not know the token, which no wait fixes.
pub async fn run(settings: Settings, stop: impl Future<Output = ()>) -> Result<(), InvalidToken> {
    run_over(settings, Client::new(), stop).await
}

/// As [`run`], with a way to Discord that is handed in.
///
/// # Errors
/// As [`run`].
pub async fn run_over(
    settings: Settings,
    client: Client,
    stop: impl Future<Output = ()>,
) -> Result<(), InvalidToken> {
    let mut stop = pin!(stop);
    let (monitor, url) = (Arc::clone(&settings.monitor), settings.api_url.as_deref());
    let requests = Arc::new(Requests::new(&settings.token, url, client.clone(), monitor));
    let begun = tokio::select! {
        begun = begin(&settings, &requests) => begun?,
        () = &mut stop => return Ok(()),
    };
    let handler = Arc::new(Handler::new(&settings, Arc::clone(&requests)));
    warm_up(&handler);
    let discord_clock = Arc::new(DiscordClock::new(&settings, Arc::clone(&requests), begun.date));
    let tips = TipPoster::new(&settings, Arc::clone(&handler), Arc::clone(&discord_clock));
    let tips = tokio::spawn(tips.run());
    housekeeping::learn(&handler).await;
    let keeping = tokio::spawn(housekeeping::keep(Arc::clone(&handler), discord_clock));
    let registering = (!begun.is_registered).then(|| {
        let (requests, backoff) = (Arc::clone(&requests), settings.backoff);
        tokio::spawn(async move { registration::until_registered(&requests, backoff).await })
    });
    let http = || connect::http(&settings, &client).application_id(requests.application());
    let ended = serve(&settings, &http, &handler, begun, stop).await;
    keeping.abort();
    if let Some(registering) = registering {
        registering.abort();
    }
    // What it has begun is among `handler.work`, and was waited for.
    tips.abort();
    housekeeping::write_down(&handler).await;
    ended
}

/// Connected with Discord until `stop` comes.
async fn serve(
    settings: &Settings,
    http: &impl Fn() -> HttpBuilder,
    handler: &Arc<Handler>,
    mut begun: Begun,
    mut stop: impl Future<Output = ()> + Unpin,
) -> Result<(), InvalidToken> {
    let mut intents = INTENTS;
    let mut closes = 0;
    loop {
        let connection = Connection::new(http, intents, handler, &begun, settings);
        let connected = tokio::select! {
            connection = connection => connection,
            () = &mut stop => return Ok(()),
        };
        let ended = match connected {
            Ok(connection) => {
                let manager = Arc::clone(&connection.client.shard_manager);
                tokio::select! {
                    ended = connection.lasts(settings) => ended,
                    () = &mut stop => {
                        farewell(handler, &manager).await;
                        return Ok(());
                    }
                }
            }
            Err(error) => Err(error),
        };
        match ended {
            Err(Error::Gateway(GatewayError::DisallowedGatewayIntents))
                if intents.is_privileged() =>
            {
                handler.drafts.tell_no_content();
                intents -= GatewayIntents::privileged();
            }
            Err(error) if connect::is_unauthorized(&error) => return Err(InvalidToken),
            _ => {
                let again = again(settings, &handler.requests, closes);
                begun.gateway = tokio::select! {
                    gateway = again => gateway?,
                    () = &mut stop => return Ok(()),
                };
                closes += 1;
            }
        }
    }
}

/// The gateway as Discord gives it now, after a wait, where it ended all connections.
async fn again(
    settings: &Settings,
    requests: &Requests,
    closes: u32,
) -> Result<BotGateway, InvalidToken> {
    let wait = settings.backoff.wait(closes);
    settings.monitor.waiting(Obstacle::GatewayClosed, wait);
    tokio::time::sleep(wait).await;
    gateway(settings, requests).await
}

/// What is known once Discord has answered for the first time.
struct Begun {
    gateway: BotGateway,
    is_registered: bool,
    /// What time it was on Discord.
    date: Option<Time>,
}

/// The first words with Discord, and the commands.
async fn begin(settings: &Settings, requests: &Requests) -> Result<Begun, InvalidToken> {
    if !settings.token.is_sound() {
        return Err(InvalidToken);
    }
    let ask = || connect::application(requests);
    let known = patiently(settings, Obstacle::NoDiscord, ask).await?;
    requests.set_application(known.answer.id);
    let gateway = gateway(settings, requests).await?;
    let is_registered = registration::register(requests).await;
    Ok(Begun { gateway, is_registered, date: known.date })
}

/// Where the gateway is, once Discord lets as many sessions begin as there are shards.
async fn gateway(settings: &Settings, requests: &Requests) -> Result<BotGateway, InvalidToken> {
    loop {
        let ask = || connect::gateway(requests);
        let gateway = patiently(settings, Obstacle::NoGateway, ask).await?.answer;
        let (shards, limit) = (settings.shards(&gateway), &gateway.session_start_limit);
        if limit.remaining >= u64::from(shards).min(limit.total) {
            return Ok(gateway);
        }
        // As soon as the day of Discord's is over.
        let wait = Duration::from_millis(limit.reset_after).max(settings.backoff.first);
        settings.monitor.waiting(Obstacle::SessionLimit, wait);
        tokio::time::sleep(wait).await;
    }
}

/// Asks until there is an answer, after longer and longer waits.
async fn patiently<T, F>(
    settings: &Settings,
    obstacle: Obstacle,
    mut ask: impl FnMut() -> F,
) -> Result<T, InvalidToken>
where
    F: Future<Output = Result<T, Unanswered>>,
{
    let mut tries = 0;
    loop {
        let asked_to_wait = match ask().await {
            Ok(answer) => return Ok(answer),
            Err(Unanswered::InvalidToken) => return Err(InvalidToken),
            Err(Unanswered::Later(wait)) => wait.unwrap_or_default(),
        };
        let wait = settings.backoff.wait(tries).max(asked_to_wait);
        settings.monitor.waiting(obstacle, wait);
        tokio::time::sleep(wait).await;
        tries += 1;
    }
}

/// Reading messages takes a permission of its own, which only drafts channels need. Any team may turn one on
/// at any time, and what a connection may see is settled at its start.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::MESSAGE_CONTENT);

/// Makes what the first person would have to wait for.
fn warm_up(handler: &Arc<Handler>) {
    let checker = handler.app.teams().builtin();
    tokio::task::spawn_blocking(move || drop(checker.offer_rules("", Default::default(), 1)));
}

/// All shards.
struct Connection {
    client: Shards,
    shards: u32,
}

impl Connection {
    async fn new(
        http: &impl Fn() -> HttpBuilder,
        intents: GatewayIntents,
        handler: &Arc<Handler>,
        begun: &Begun,
        settings: &Settings,
    ) -> serenity::Result<Connection> {
        let events = Events(Arc::clone(handler));
        let client =
            ClientBuilder::new_with_http(http().build(), intents).event_handler(events).await?;
        // The library asks for the address itself, and takes the real gateway's where that fails.
        begun.gateway.url.clone_into(&mut *client.ws_url.lock().await);
        Ok(Connection { client, shards: settings.shards(&begun.gateway) })
    }

    /// Comes back when the gateway ended it for good.
    async fn lasts(mut self, settings: &Settings) -> serenity::Result<()> {
        let monitor = &settings.monitor;
        monitor.expect_shards(self.shards);
        let (address, manager) =
            (Arc::clone(&self.client.ws_url), Arc::clone(&self.client.shard_manager));
        tokio::select! {
            // The gate is closed before the first connection begins: one that it misses would not be counted, and
            // the next, after an outage, would be taken for the first.
            biased;
            () = gateway_gate::keep(address, self.shards, settings.backoff, monitor) => Ok(()),
            ended = self.client.start_shards(self.shards) => ended,
            () = listen(&manager, monitor) => Ok(()),
        }
    }
}

/// Between two looks at the heartbeats.
const PULSE: Duration = Duration::from_secs(5);

/// Follows the heartbeats of all shards.
async fn listen(manager: &ShardManager, monitor: &Monitor) {
    loop {
        tokio::time::sleep(PULSE).await;
        let runners = manager.runners.lock().await;
        for (shard, runner) in runners.iter() {
            monitor.heartbeat(shard.0, runner.latency);
        }
    }
}

/// No new work, the gateway closed, and what is running finished.
async fn farewell(handler: &Handler, manager: &ShardManager) {
    info!("stopping: what is running is finished, nothing new is begun");
    handler.work.end();
    if tokio::time::timeout(GOODBYE, manager.shutdown_all()).await.is_err() {
        warn!("the gateway did not say goodbye");
    }
    match handler.work.finished(PATIENCE).await {
        0 => info!("stopped"),
        left => warn!(left, "stopped before everything was finished"),
    }
}
