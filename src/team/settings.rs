//! The settings of a team.

use crate::team::UserError;
use serde::{Deserialize, Serialize};

use super::change;
use super::change::{Activation, NewChange};
use super::{Error, Lead};
use crate::engine::{Greeklish, Quotes, Register as Spoken};
use crate::model::ChangeKind;
use crate::model::Language;
use crate::model::{ChannelId, RoleId, Version};
use crate::rules::Level;
use crate::store::{Area, Changed, HistoryEntry, StoredSettings};

/// The form of the stored object. Keys that are new need no other number; those that mean something else do.
const SCHEMA: i64 = 1;
/// Drafts channels of a server.
const MAX_CHANNELS: usize = 50;
/// For how many days changes and counts are kept, if a team does not say otherwise.
pub const KEEP_DAYS: u32 = 400;

/// How customers are addressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Register {
    /// σου
    Familiar,
    /// σας
    Formal,
}

/// What is done with text that may not be the agent's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Treatment {
    /// It is looked at.
    Checked,
    /// It is left alone.
    LeftAlone,
}

/// The settings of a team. What is `None` is as the program has it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Settings {
    /// The language in which people are addressed: a tag.
    pub language: Option<String>,
    /// How customers are addressed, where a draft does not show it.
    pub register: Option<Register>,
    /// The lowest level that is shown: `suggestion`, `warning` or `error`.
    pub level: Option<String>,
    /// Members with this role are leads.
    pub lead_role: Option<RoleId>,
    /// Channels in which a posted draft is answered.
    pub draft_channels: Vec<ChannelId>,
    /// Quoted text.
    pub quotes: Option<Treatment>,
    /// Greek in Latin letters.
    pub greeklish: Option<Treatment>,
    /// Where proposals go.
    pub proposals_channel: Option<ChannelId>,
    /// For how many days changes and counts are kept.
    pub keep_days: Option<u32>,
}

impl Settings {
    /// From storage. What a later version of the program has written differently is ignored.
    pub(super) fn read(stored: &StoredSettings) -> Settings {
        let known = stored.schema <= SCHEMA;
        known.then(|| serde_json::from_str(&stored.json).ok()).flatten().unwrap_or_default()
    }

    /// The settings before and since a change of them, as the history keeps them.
    pub(super) fn of_history(entry: &HistoryEntry) -> Option<(Settings, Settings)> {
        let read = |json: &Option<String>| {
            let json = json.clone()?;
            Some(Settings::read(&StoredSettings { json, schema: SCHEMA }))
        };
        (entry.area == Area::Settings).then(|| read(&entry.before).zip(read(&entry.after)))?
    }

    fn stored(&self) -> StoredSettings {
        let json = serde_json::to_string(self).unwrap_or_else(|_| "{}".to_owned());
        StoredSettings { json, schema: SCHEMA }
    }

    /// The lowest level that is shown.
    pub fn lowest_level(&self) -> Level {
        self.level.as_deref().and_then(Level::from_key).unwrap_or(Level::Suggestion)
    }

    /// Sets the lowest level that is shown.
    pub fn set_level(&mut self, level: Level) {
        self.level = Some(level.key().to_owned());
    }

    /// What becomes of Greek in Latin letters.
    pub fn greeklish(&self) -> Greeklish {
        match self.greeklish {
            Some(Treatment::LeftAlone) => Greeklish::Ignored,
            Some(Treatment::Checked) | None => Greeklish::Read,
        }
    }

    /// How customers are addressed, where a draft does not show it.
    pub fn register(&self) -> Spoken {
        match self.register {
            Some(Register::Familiar) => Spoken::Familiar,
            Some(Register::Formal) | None => Spoken::Formal,
        }
    }

    /// What becomes of quotations.
    pub fn quotes(&self) -> Quotes {
        match self.quotes {
            Some(Treatment::Checked) => Quotes::Checked,
            Some(Treatment::LeftAlone) | None => Quotes::LeftAlone,
        }
    }

    /// Whether a check is as for a team that has set nothing.
    pub(super) fn checks_as_usual(&self) -> bool {
        self.lowest_level() == Level::Suggestion
            && self.greeklish() == Greeklish::default()
            && self.register() == Spoken::default()
            && self.quotes() == Quotes::default()
    }

    /// The language in which people are addressed, if the team has chosen one.
    pub fn language(&self) -> Option<Language> {
        self.language.as_deref().and_then(Language::from_key)
    }
}

impl Lead {
    /// The settings of the lead's team, and their version.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn settings(&self) -> Result<(Settings, Version), Error> {
        let team = self.team().await?;
        Ok((team.settings.clone(), team.versions.settings))
    }

    /// The settings as they were at an earlier version, where that is still known.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn settings_at(&self, version: Version) -> Result<Option<Settings>, Error> {
        let next = Version(version.0.saturating_add(1));
        let entry =
            self.teams.store.history_entry(self.member.server, Area::Settings, next).await?;
        let before = entry.and_then(|entry| entry.before);
        Ok(before.map(|json| Settings::read(&StoredSettings { json, schema: SCHEMA })))
    }

    /// Undoes the change that made version `version` of the settings, if nothing came after it.
    ///
    /// # Errors
    /// If something came after it, and if storage fails.
    pub async fn undo_settings(&self, version: Version) -> Result<Activation, Error> {
        let entry =
            self.teams.store.history_entry(self.member.server, Area::Settings, version).await?;
        let json = entry.and_then(|entry| entry.before).ok_or(UserError::NothingToUndo)?;
        let request = Some(format!("undo-settings-{}", version.0));
        let made = NewChange { kind: ChangeKind::Undone, subject: "", base: version, request };
        let request = change::change_request(&self.member, made, self.now);
        let before = StoredSettings { json, schema: SCHEMA };
        let changed = self.teams.store.change_settings(&request, &before).await?;
        self.teams.after_change(self.member.server, self.now).await;
        match changed {
            Changed::Stale { .. } | Changed::Gone => Err(UserError::NothingToUndo.into()),
            Changed::Before(done)
                if !self.what_followed(Area::Settings, version, done).await?.is_empty() =>
            {
                Err(UserError::NothingToUndo.into())
            }
            other => change::activation(other),
        }
    }

    /// Sets the settings of the lead's team, which were read as version `base`.
    ///
    /// # Errors
    /// On an old version, and if storage fails.
    pub async fn set_settings(
        &self,
        base: Version,
        settings: &Settings,
        request: Option<&str>,
    ) -> Result<Activation, Error> {
        let team = self.team().await?;
        if settings.draft_channels.len() > MAX_CHANNELS {
            return Err(UserError::TooManyNames { limit: MAX_CHANNELS }.into());
        }
        if team.settings == *settings && team.versions.settings == base {
            return Err(UserError::AlreadySo.into());
        }
        let request = request.map(str::to_owned);
        let made = NewChange { kind: ChangeKind::Settings, subject: "", base, request };
        let request = change::change_request(&self.member, made, self.now);
        let changed = self.teams.store.change_settings(&request, &settings.stored()).await?;
        self.teams.after_change(self.member.server, self.now).await;
        change::activation(changed)
    }
}
