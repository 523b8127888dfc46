//! How the bot is set up: from the command line, the environment and the file, read as often as it is asked for.

use std::path::{Path, PathBuf};

use super::config;
use super::settings::Config;
use crate::cli::args::LogFormat;
use crate::cli::load::{self, Builtin, Loaded};
use crate::cli::{Failure, args, files, locale, report};
use crate::discord::{Access, Secret};
use crate::model::Language;
use crate::ruleset::has_errors;
use crate::ui::{self, Refusal};

/// The largest file with a token, in bytes.
const MAX_TOKEN_BYTES: usize = 4 << 10;

/// All that an operator can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// The settings.
    pub config: Config,
    /// The token of the bot; empty where none was given.
    pub token: Secret,
    /// The operator's own language.
    pub language: Language,
    /// Whether the built-in rules apply.
    pub builtin: Builtin,
}

/// Something can't be used, and waiting does not fix it.
#[derive(Debug)]
pub struct Unusable {
    /// What, for people.
    pub text: String,
    /// How the operator wants to read it.
    pub format: LogFormat,
}

impl Setup {
    /// Reads everything.
    pub fn read(asked: &args::Bot) -> Result<Setup, Unusable> {
        let tag = asked.language.0.as_deref().and_then(Language::from_key);
        let unread = |refusal: Refusal| Unusable {
            text: refused(&refusal, tag.unwrap_or_else(locale::language)),
            format: asked.log_format.unwrap_or(LogFormat::Text),
        };
        let variable = |name: &str| std::env::var(name).ok();
        let read = config::read(asked.config.as_deref(), variable).map_err(unread)?;
        let config = merged(read.config, asked);
        let (language, format) =
            (config.language.unwrap_or_else(locale::language), config.log_format);
        if !read.problems.is_empty() {
            let text = ui::config_problems(&read.path, &read.problems, language);
            return Err(Unusable { text, format });
        }
        let builtin = if asked.sources.no_builtin { Builtin::WordsOnly } else { Builtin::Rules };
        let unread = |refusal| Unusable { text: refused(&refusal, language), format };
        let token = token(asked, &config).map_err(unread)?;
        Ok(Setup { config, token, language, builtin })
    }

    /// Reads the rules; what is worth a look in them is told.
    pub fn rules(&self) -> Result<Loaded, Unusable> {
        let loaded = load::load(&self.config.rules, self.builtin)
            .map_err(|refusal| self.refused(&refusal))?;
        if !has_errors(&loaded.problems) {
            self.tell_problems(&loaded);
            return Ok(loaded);
        }
        Err(Unusable { text: problems(&loaded, self), format: self.config.log_format })
    }

    fn tell_problems(&self, loaded: &Loaded) {
        match self.config.log_format {
            LogFormat::Text => report::problems(loaded, self.language),
            LogFormat::Json if loaded.problems.is_empty() => (),
            LogFormat::Json => {
                tracing::warn!("worth a look in the rule files\n{}", problems(loaded, self));
            }
        }
    }

    /// What it takes to speak with Discord.
    pub fn access(&self) -> Access {
        Access { token: self.token.clone(), api_url: self.config.api_url.clone() }
    }

    /// Something of the operator's can't be used.
    pub fn refused(&self, refusal: &Refusal) -> Unusable {
        Unusable { text: refused(refusal, self.language), format: self.config.log_format }
    }
}

fn problems(loaded: &Loaded, setup: &Setup) -> String {
    let colour = setup.config.log_format == LogFormat::Text && report::has_colour();
    ui::diagnostics(&loaded.problems, |name| loaded.source(name), setup.language, colour)
}

fn refused(refusal: &Refusal, language: Language) -> String {
    format!("kalologos: {}\n", ui::refusal(refusal, language))
}

/// The command line goes over the environment and the file.
fn merged(mut config: Config, asked: &args::Bot) -> Config {
    config.language = asked.language.0.as_deref().and_then(Language::from_key).or(config.language);
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
    config
}

fn token(asked: &args::Bot, config: &Config) -> Result<Secret, Refusal> {
    let of_environment = std::env::var("DISCORD_TOKEN").ok().filter(|_| asked.token_file.is_none());
    match (of_environment, &config.token_file) {
        (Some(token), _) if !token.trim().is_empty() => Ok(Secret::new(&token)),
        (_, Some(path)) => token_of(path),
        _ => Ok(Secret::new("")),
    }
}

fn token_of(path: &Path) -> Result<Secret, Refusal> {
    let bytes = files::read(path, MAX_TOKEN_BYTES)?;
    Ok(Secret::new(&String::from_utf8_lossy(&bytes)))
}

/// Where the configuration says that the database lies.
pub fn configured_data(named: Option<&Path>) -> Result<Option<PathBuf>, Failure> {
    let read = config::read(named, |name| std::env::var(name).ok())?;
    if read.problems.is_empty() {
        return Ok(read.config.data);
    }
    let language = read.config.language.unwrap_or_else(locale::language);
    Err(Failure::Told(ui::config_problems(&read.path, &read.problems, language)))
}
