//! `kalologos bot` and `kalologos doctor`: the bot on Discord.

mod config;
mod logs;
mod readers;
mod settings;
mod signals;
mod watched;

use std::path::Path;
use std::sync::Arc;

pub use settings::{LogFormat, is_url};

use super::load::{self, Builtin};
use super::{Exit, Failure, args, clock, database, files, locale, report};
use crate::app::App;
use crate::discord::{self, ATTACHMENT_ORIGINS, Clock, Secret, Settings, Stop};
use crate::model::Language;
use crate::ruleset::has_errors;
use crate::team::Teams;
use crate::ui;
use crate::ui::Checkup;
use settings::Config;
use watched::RuleFiles;

/// The largest file with a token, in bytes.
const MAX_TOKEN_BYTES: usize = 4 << 10;

/// Runs the bot until it is asked to stop.
pub fn run(asked: &args::Bot) -> Result<Exit, Failure> {
    let Some((config, language)) = config(asked)? else { return Ok(Exit::Refused) };
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::Write)?;
    let files = RuleFiles::new(&config.rules, builtin(asked), language);
    let settings = settings(asked, &config, language, &runtime)?;
    let Some(settings) = settings else { return Ok(Exit::Refused) };
    if settings.token.is_empty() {
        return Ok(refused(Checkup::NoToken, language));
    }
    logs::begin(config.log_format);
    let database = database::place(config.data.as_deref())?;
    readers::warn_of(
        [Some(database.as_path()), config.token_file.as_deref()].into_iter().flatten(),
    );
    let _watch = watched::watch(files, Arc::clone(settings.app.teams()));
    let ended = runtime.block_on(async {
        let stop = signals::stop();
        discord::run(settings, stop).await
    });
    // What still runs by now has had its time.
    runtime.shutdown_background();
    Ok(match ended {
        Ok(()) => Exit::Nothing,
        Err(stop) => ended_by(stop, language),
    })
}

/// Looks at everything that the bot needs, and says how to mend what is missing.
pub fn doctor(asked: &args::Bot) -> Result<Exit, Failure> {
    let Some((config, language)) = config(asked)? else { return Ok(Exit::Refused) };
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::Write)?;
    let settings = settings(asked, &config, language, &runtime)?;
    let Some(settings) = settings else { return Ok(Exit::Refused) };
    let mut found =
        vec![Checkup::Rules { count: settings.app.teams().builtin().engine().rules().count() }];
    found.extend(runtime.block_on(discord::examine(&settings)));
    report::print(&ui::checkups(&found, language))?;
    let is_well = found.iter().all(Checkup::is_well);
    Ok(if is_well { Exit::Nothing } else { Exit::Refused })
}

fn refused(why: Checkup, language: Language) -> Exit {
    report::say(&format!("kalologos: {}", ui::checkups(&[why], language)));
    Exit::Refused
}

/// Another start may mend what is wrong with Discord, but no token.
fn ended_by(stop: Stop, language: Language) -> Exit {
    let (why, exit) = match stop {
        Stop::InvalidToken => (Checkup::InvalidToken, Exit::Refused),
        Stop::NoDiscord => (Checkup::NoDiscord, Exit::Findings),
        Stop::NoGateway => (Checkup::NoGateway, Exit::Findings),
        Stop::Closed => (Checkup::Closed, Exit::Findings),
    };
    refused(why, language);
    exit
}

/// The configuration and the language of the operator; `None` if something is wrong with it, which was then told.
fn config(asked: &args::Bot) -> Result<Option<(Config, Language)>, Failure> {
    let read = config::read(asked.config.as_deref(), |name| std::env::var(name).ok())?;
    let mut config = read.config;
    let tag = asked.language.0.as_deref();
    config.language = tag.and_then(Language::from_key).or(config.language);
    let language = config.language.unwrap_or_else(locale::language);
    if !read.problems.is_empty() {
        report::say(&ui::config_problems(&read.path, &read.problems, language));
        return Ok(None);
    }
    config.api_url = asked.api_url.clone().or(config.api_url);
    config.token_file = asked.token_file.clone().or(config.token_file);
    config.log_format = asked.log_format.unwrap_or(config.log_format);
    config.checks_per_minute = asked.checks_per_minute.unwrap_or(config.checks_per_minute);
    config.shards = asked.shards.or(config.shards);
    config.data = asked.data.clone().or(config.data);
    if !asked.drafts_channels.is_empty() {
        config.drafts_channels.clone_from(&asked.drafts_channels);
    }
    if !asked.sources.rules.is_empty() {
        config.rules.clone_from(&asked.sources.rules);
    }
    Ok(Some((config, language)))
}

/// The bot as it is set up; `None` if a rule file can't be used, which was then told.
fn settings(
    asked: &args::Bot,
    config: &Config,
    language: Language,
    runtime: &tokio::runtime::Runtime,
) -> Result<Option<Settings>, Failure> {
    let loaded = load::load(&config.rules, builtin(asked))?;
    report::problems(&loaded, language);
    if has_errors(&loaded.problems) {
        return Ok(None);
    }
    let of_environment = std::env::var("DISCORD_TOKEN").ok().filter(|_| asked.token_file.is_none());
    let token = match (of_environment, &config.token_file) {
        (Some(token), _) if !token.trim().is_empty() => Secret::new(&token),
        (_, Some(path)) => token(path)?,
        _ => Secret::new(""),
    };
    let store = database::open(runtime, config.data.as_deref())?;
    let app = Arc::new(App::new(Arc::new(Teams::new(loaded.rule_set, store))));
    Ok(Some(Settings {
        token,
        api_url: config.api_url.clone(),
        drafts_channels: config.drafts_channels.clone(),
        language: config.language,
        checks_per_minute: config.checks_per_minute,
        shards: config.shards,
        app,
        clock: Clock(Arc::new(clock::stored_now)),
        attachment_origins: ATTACHMENT_ORIGINS.map(str::to_owned).to_vec(),
    }))
}

fn builtin(asked: &args::Bot) -> Builtin {
    if asked.sources.no_builtin { Builtin::WordsOnly } else { Builtin::Rules }
}

fn token(path: &Path) -> Result<Secret, Failure> {
    let bytes = files::read(path, MAX_TOKEN_BYTES)?;
    Ok(Secret::new(&String::from_utf8_lossy(&bytes)))
}
