//! The bot from its first word with Discord to the last.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use serenity::Error;
use serenity::client::{Client, ClientBuilder};
use serenity::gateway::{GatewayError, ShardManager};
use serenity::http::HttpBuilder;
use serenity::model::gateway::GatewayIntents;
use serenity::model::id::ApplicationId;
use tracing::{info, warn};

use super::connect::{self, Stop};
use super::events::Events;
use super::handler::Handler;
use super::tips::TipPoster;
use super::{Settings, housekeeping, registration};

/// How long the gateway gets to say goodbye.
const GOODBYE: Duration = Duration::from_secs(4);
/// How long what is running gets to finish. Both together stay below ten seconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// Runs the bot until `stop` comes; what is running then is finished.
///
/// # Errors
/// Why it could not begin, or could not go on.
pub async fn run(settings: Settings, stop: impl Future<Output = ()>) -> Result<(), Stop> {
    let http = {
        let settings = settings.clone();
        move || connect::http(&settings)
    };
    run_over(settings, http, stop).await
}

/// As [`run`], with requests made as `http` says.
///
/// # Errors
/// As [`run`].
pub async fn run_over(
    settings: Settings,
    http: impl Fn() -> HttpBuilder,
    stop: impl Future<Output = ()>,
) -> Result<(), Stop> {
    let mut stop = pin!(stop);
    let begun = tokio::select! {
        begun = begin(&settings, &http) => begun?,
        () = &mut stop => return Ok(()),
    };
    let handler = Arc::new(Handler::new(&settings));
    warm_up(&handler);
    let tips = {
        let http = http().application_id(begun.application).build();
        tokio::spawn(TipPoster::new(&settings, http, Arc::clone(&handler)).run())
    };
    housekeeping::learn(&handler).await;
    let keeping = tokio::spawn(housekeeping::keep(Arc::clone(&handler)));
    let ended = serve(&settings, &http, &handler, &begun, stop).await;
    keeping.abort();
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
    begun: &Begun,
    mut stop: impl Future<Output = ()> + Unpin,
) -> Result<(), Stop> {
    let mut intents = INTENTS;
    loop {
        let new_http = http().application_id(begun.application);
        let client = tokio::select! {
            client = client(new_http, intents, handler, &begun.gateway) => client?,
            () = &mut stop => return Ok(()),
        };
        let manager = Arc::clone(&client.shard_manager);
        let ended = tokio::select! {
            ended = connected(client, settings.shards) => Some(ended),
            () = &mut stop => None,
        };
        match ended {
            Some(Err(Error::Gateway(GatewayError::DisallowedGatewayIntents)))
                if intents.is_privileged() =>
            {
                handler.drafts.tell_no_content();
                intents -= GatewayIntents::privileged();
            }
            Some(Err(error)) if connect::is_unauthorized(&error) => return Err(Stop::InvalidToken),
            Some(_) => return Err(Stop::Closed),
            None => {
                farewell(handler, &manager).await;
                return Ok(());
            }
        }
    }
}

/// What is known once Discord has answered for the first time.
struct Begun {
    application: ApplicationId,
    gateway: String,
}

/// The first words with Discord, and the commands.
async fn begin(settings: &Settings, http: &impl Fn() -> HttpBuilder) -> Result<Begun, Stop> {
    if !settings.token.is_sound() {
        return Err(Stop::InvalidToken);
    }
    let first = http().build();
    let application = connect::application(&first).await?.id;
    first.set_application_id(application);
    let gateway = connect::gateway(&first).await?;
    registration::register(&first).await;
    Ok(Begun { application, gateway })
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

async fn client(
    http: HttpBuilder,
    intents: GatewayIntents,
    handler: &Arc<Handler>,
    gateway: &str,
) -> Result<Client, Stop> {
    let events = Events(Arc::clone(handler));
    let client = ClientBuilder::new_with_http(http.build(), intents).event_handler(events).await;
    let client = client.map_err(|_| Stop::NoDiscord)?;
    // The library asks for the address itself, and takes the real gateway's where that fails.
    gateway.clone_into(&mut *client.ws_url.lock().await);
    Ok(client)
}

async fn connected(mut client: Client, shards: Option<u32>) -> serenity::Result<()> {
    match shards {
        Some(shards) => client.start_shards(shards).await,
        None => client.start_autosharded().await,
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
