//! `kalologos bot` and `kalologos doctor`: the bot on Discord.

mod config;
mod core_dumps;
mod cpu_time;
mod doctor;
mod healthy;
mod logs;
mod rule_watcher;
mod service;
mod settings;
mod setup;
mod signals;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch::Receiver;
use tracing::{error, info, warn};

pub use doctor::doctor;
pub use healthy::healthy;
pub use setup::configured_data;

use super::args::LogFormat;
use super::load::Loaded;
use super::{Exit, Failure, args, clock, database, report};
use crate::app::App;
use crate::discord::{
    self, ATTACHMENT_ORIGINS, Backoff, Clock, Monitor, Obstacle, Phase, Settings,
};
use crate::store::{Store, StoreOptions};
use crate::team::{Machine, Retention, Teams};
use crate::ui::{self, Checkup};
use logs::Log;
use rule_watcher::{RuleFiles, Watch};
use settings::Config;
use setup::{Setup, Unusable};
use signals::Asked;

/// Between two looks at the lines of the log that were dropped.
const LOG_PERIOD: Duration = Duration::from_secs(10);
/// How long somebody else may hold the database at the start before the operator hears of it.
const OPENING: Duration = Duration::from_secs(1);
/// Between two tries to open it: it is on this machine, and free or fixed at any moment.
const DATABASE: Backoff =
    Backoff { first: Duration::from_secs(1), longest: Duration::from_secs(15) };

/// Runs the bot until it is asked to stop.
pub fn run(asked: &args::Bot) -> Result<Exit, Failure> {
    let setup = match Setup::read(asked) {
        Ok(setup) => setup,
        Err(unusable) => {
            let _log = Log::begin(unusable.format);
            return Ok(unusable.end());
        }
    };
    let log = Log::begin(setup.config.log_format);
    if let Err(error) = core_dumps::forbid() {
        warn!(%error, "a breakdown may write memory, with drafts in it, to a disk");
    }
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::Write)?;
    let exit = runtime.block_on(Process::run(asked, setup, log));
    // What still runs by now has had its time.
    runtime.shutdown_background();
    Ok(exit)
}

impl Unusable {
    /// Tells the operator, in the format of the log.
    fn end(&self) -> Exit {
        match self.format {
            LogFormat::Text => report::say(&self.text),
            LogFormat::Json => error!("{}", self.text.trim_end()),
        }
        Exit::Refused
    }
}

/// What lives as long as the program does.
struct Process<'a> {
    asked: &'a args::Bot,
    store: Store,
    signals: Receiver<Asked>,
    monitor: Arc<Monitor>,
}

impl Process<'_> {
    /// Runs until the program is asked to stop.
    async fn run(asked: &args::Bot, setup: Setup, log: Log) -> Exit {
        let signals = signals::listen();
        let monitor = Arc::new(Monitor::default());
        tokio::spawn(service::tell(Arc::clone(&monitor)));
        let counting = tokio::spawn(count_lines(log, Arc::clone(&monitor)));
        let ended = async {
            let loaded = setup.rules()?;
            setup.token()?;
            let path = setup.database()?;
            started(&setup, &path);
            tell_of_readers([Some(path.as_path()), setup.config.token_file.as_deref()]);
            if let Some(address) = setup.config.monitoring_address {
                tokio::spawn(discord::serve_status(address, Arc::clone(&monitor)));
            }
            let opened = tokio::select! {
                opened = open(&path, &setup, &monitor) => opened?,
                () = signals::stop(signals.clone()) => return Ok(()),
            };
            monitor.opened(opened.clone());
            let mut process = Process { asked, store: opened, signals, monitor };
            let ended = process.until_stopped(setup, loaded).await;
            process.store.close().await;
            ended
        }
        .await;
        // While the log is still written.
        let exit = ended.map_or_else(|unusable| unusable.end(), |()| Exit::Nothing);
        counting.abort();
        // Ends the log, and with it what waits to be written.
        drop(counting.await);
        exit
    }

    /// Runs the bot by one setup after another.
    async fn until_stopped(
        &mut self,
        mut setup: Setup,
        mut loaded: Loaded,
    ) -> Result<(), Unusable> {
        loop {
            let files = RuleFiles::new(&setup.config.rules, setup.builtin, setup.language);
            let teams = Teams::new(loaded.rule_set, self.store.clone()).on(machine());
            let teams = Arc::new(teams);
            let watch = rule_watcher::watch(files, Arc::clone(&teams));
            let settings = self.settings(&setup, App::new(teams));
            let mut next = None;
            let stop = async { next = self.until_changed(&setup, watch.as_ref()).await };
            let ended = discord::run(settings, stop).await;
            if ended.is_err() {
                return Err(setup.is_wrong(Checkup::InvalidToken));
            }
            match next {
                Some(changed) => (setup, loaded) = changed,
                None => return Ok(()),
            }
        }
    }

    /// Comes back with what the bot is to run by from now on, or with nothing where it is to stop.
    async fn until_changed(
        &mut self,
        setup: &Setup,
        watch: Option<&Watch>,
    ) -> Option<(Setup, Loaded)> {
        loop {
            self.signals.changed().await.ok()?;
            if *self.signals.borrow_and_update() == Asked::Stop {
                self.monitor.set(Phase::Stopping);
                return None;
            }
            let before = self.monitor.phase();
            self.monitor.set(Phase::Reloading);
            let changed = self.changed(setup);
            if !matches!(changed, Ok(Some(_))) {
                self.monitor.set(before);
            }
            match changed {
                Ok(Some(changed)) => {
                    info!("the configuration was changed, and applies from now on");
                    return Some(changed);
                }
                Ok(None) => {
                    info!("the configuration is as it was; rule files are looked at");
                    if let Some(watch) = watch {
                        watch.wake();
                    }
                }
                Err(unusable) => error!(
                    "the configuration can't be used; the earlier one stays\n{}",
                    unusable.text.trim_end()
                ),
            }
        }
    }

    /// What is configured now, where that is something else.
    fn changed(&self, setup: &Setup) -> Result<Option<(Setup, Loaded)>, Unusable> {
        let mut new = Setup::read(self.asked)?;
        new.token()?;
        let (old, config) = (&setup.config, &mut new.config);
        let lasting = |it: &Config| (it.data.clone(), it.log_format, it.monitoring_address);
        if lasting(config) != lasting(old) {
            warn!("another database, address for monitoring or format of the log takes a restart");
            (config.data, config.log_format, config.monitoring_address) = lasting(old);
        }
        if new == *setup {
            return Ok(None);
        }
        let loaded = new.rules()?;
        Ok(Some((new, loaded)))
    }

    fn settings(&self, setup: &Setup, app: App) -> Settings {
        let config = &setup.config;
        Settings {
            token: setup.token.clone(),
            api_url: config.api_url.clone(),
            drafts_channels: config.drafts_channels.clone(),
            language: config.language,
            checks_per_minute: config.checks_per_minute,
            shards: config.shards,
            app: Arc::new(app),
            clock: Clock(Arc::new(clock::stored_now)),
            attachment_origins: ATTACHMENT_ORIGINS.map(str::to_owned).to_vec(),
            backoff: Backoff::default(),
            retention: Retention {
                keep_days: config.keep_days,
                forget_after_days: config.forget_after_days,
            },
            monitor: Arc::clone(&self.monitor),
        }
    }
}

impl Setup {
    fn token(&self) -> Result<(), Unusable> {
        if self.token.is_empty() { Err(self.is_wrong(Checkup::NoToken)) } else { Ok(()) }
    }

    fn database(&self) -> Result<PathBuf, Unusable> {
        database::place(self.config.data.as_deref()).map_err(|refusal| self.refused(&refusal))
    }

    fn is_wrong(&self, what: Checkup) -> Unusable {
        let text = format!("kalologos: {}", ui::checkups(&[what], self.language));
        Unusable { text, format: self.config.log_format }
    }
}

fn machine() -> Machine {
    // Where the system does not say, it is taken for a small one.
    let processors = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    Machine { processors, worked: cpu_time::worked }
}

/// Opens the database, and waits for it where it can't be used at the moment.
async fn open(path: &Path, setup: &Setup, monitor: &Monitor) -> Result<Store, Unusable> {
    monitor.opening(database::shown(path));
    let options = StoreOptions { opening: OPENING, ..StoreOptions::default() };
    let mut tries = 0;
    loop {
        match Store::open_with(path, options.clone()).await {
            Ok(store) => return Ok(store),
            Err(error) if error.is_lasting() => {
                return Err(setup.refused(&database::refusal(error, path)));
            }
            Err(error) => {
                let wait = DATABASE.wait(tries);
                let is_busy = error.is_passing();
                let obstacle = if is_busy { Obstacle::StorageBusy } else { Obstacle::Storage };
                monitor.not_opened(obstacle, &error, wait);
                tokio::time::sleep(wait).await;
                tries += 1;
            }
        }
    }
}

/// The first line of the log: what runs here, and by which settings. No secret is among them.
fn started(setup: &Setup, data: &Path) {
    let config = &setup.config;
    let rules: Vec<String> = config.rules.iter().map(|path| path.display().to_string()).collect();
    info!(
        version = env!("CARGO_PKG_VERSION"),
        commit = env!("COMMIT"),
        data = %data.display(),
        rules = rules.join(", "),
        api_url = config.api_url.as_deref().unwrap_or(""),
        drafts_channels = config.drafts_channels.len(),
        language = config.language.map_or("", crate::model::Language::key),
        checks_per_minute = config.checks_per_minute,
        shards = config.shards.unwrap_or_default(),
        monitoring_address = config.monitoring_address.map(|address| address.to_string()),
        keep_days = config.keep_days,
        forget_after_days = config.forget_after_days,
        "kalologos starts"
    );
}

/// Says which of the files that are the operator's alone others can read.
fn tell_of_readers(files: [Option<&Path>; 2]) {
    for file in files.into_iter().flatten().filter(|file| doctor::is_open(file)) {
        let file = database::shown(file);
        warn!(file, "others on this machine can read this file; `chmod 600` makes it yours alone");
    }
}

/// Counts dropped lines of the log, which lives as long as this does.
async fn count_lines(log: Log, monitor: Arc<Monitor>) {
    loop {
        tokio::time::sleep(LOG_PERIOD).await;
        log.count(&monitor.metrics);
    }
}
