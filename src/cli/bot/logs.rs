//! The log of the bot: what it did, never a word of a draft and never the token.

use std::io;
use std::panic;

use tracing::error;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use super::LogFormat;

/// Begins the log, on standard error.
pub fn begin(format: LogFormat) {
    // Only what we say ourselves: the library's own words may hold an event, and with it a draft.
    let ours = Targets::new().with_target(env!("CARGO_PKG_NAME"), LevelFilter::INFO);
    let layer = tracing_subscriber::fmt::layer().with_writer(io::stderr);
    let layer = match format {
        LogFormat::Text => {
            let colour = anstream::stderr().current_choice() != anstream::ColorChoice::Never;
            layer.with_ansi(colour).with_target(false).boxed()
        }
        LogFormat::Json => layer.json().flatten_event(true).boxed(),
    };
    // A second log in one process would be a slip of ours, and no reason to stop.
    let _: Result<(), tracing_subscriber::util::TryInitError> =
        tracing_subscriber::registry().with(layer.with_filter(ours)).try_init();
    // A panic message may quote a draft, so only its place is told.
    panic::set_hook(Box::new(|panicked| {
        let place = panicked.location().map(ToString::to_string).unwrap_or_default();
        error!(place, "our code broke");
    }));
}
