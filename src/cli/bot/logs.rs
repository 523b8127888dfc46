//! The log of the bot: what it did, never a word of a draft and never the token.

use std::io;
use std::panic;
use std::str::FromStr;

use tracing::{error, warn};
use tracing_appender::non_blocking::{ErrorCounter, NonBlocking, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use crate::cli::args::LogFormat;
use crate::discord::Metrics;

/// Lines that wait for whoever reads them; more are dropped, and counted.
const MOST_LINES: usize = 10_000;
/// The level of our own lines in the environment.
const VARIABLE: &str = "RUST_LOG";

/// The log of this process. What waits is written when it is dropped.
pub struct Log {
    dropped: ErrorCounter,
    _writer: WorkerGuard,
}

impl Log {
    /// Begins the log, on standard error.
    pub fn begin(format: LogFormat) -> Log {
        let (writer, guard) = NonBlockingBuilder::default()
            .buffered_lines_limit(MOST_LINES)
            .lossy(true)
            .thread_name("log")
            .finish(io::stderr());
        let dropped = writer.error_counter();
        let written = std::env::var(VARIABLE).unwrap_or_default();
        let level = level(&written);
        subscribe(format, writer, level.unwrap_or(LevelFilter::INFO));
        if level.is_none() && !written.trim().is_empty() {
            warn!(RUST_LOG = written, "no level that I know: off, error, warn, info, debug, trace");
        }
        // A panic message may quote a draft, so only its place is told.
        panic::set_hook(Box::new(|panicked| {
            let place = panicked.location().map(ToString::to_string).unwrap_or_default();
            error!(place, "our code broke");
        }));
        Log { dropped, _writer: guard }
    }

    /// Counts lines that were dropped.
    pub fn count(&self, metrics: &Metrics) {
        let dropped = i64::try_from(self.dropped.dropped_lines()).unwrap_or(i64::MAX);
        if dropped > metrics.log_lines_dropped.set(dropped) {
            warn!(dropped, "lines of the log were dropped, as nobody read them");
        }
    }
}

fn subscribe(format: LogFormat, writer: NonBlocking, level: LevelFilter) {
    // Only what we say ourselves: the library's own words may hold an event, and with it a draft.
    let ours = Targets::new().with_target(env!("CARGO_PKG_NAME"), level);
    let layer = tracing_subscriber::fmt::layer().with_writer(writer);
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
}

/// The level that is meant for us: `debug`, or `kalologos=debug` among those of others.
fn level(written: &str) -> Option<LevelFilter> {
    let mut found = None;
    for part in written.split(',').map(str::trim) {
        match part.split_once('=') {
            Some((target, level)) if target.trim() == env!("CARGO_PKG_NAME") => {
                return LevelFilter::from_str(level.trim()).ok();
            }
            Some(_) => (),
            None => found = LevelFilter::from_str(part).ok().or(found),
        }
    }
    found.filter(|_| !written.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_for_us_is_taken() {
        let rows = [
            ("", None),
            ("debug", Some(LevelFilter::DEBUG)),
            ("serenity=trace", None),
            ("serenity=trace,kalologos=warn", Some(LevelFilter::WARN)),
            ("info,kalologos=debug,hyper=trace", Some(LevelFilter::DEBUG)),
            (" off ", Some(LevelFilter::OFF)),
            ("loud", None),
        ];
        for (written, expected) in rows {
            assert_eq!(level(written), expected, "{written}");
        }
    }
}
