//! The past: the history of a team's rules with its differences, earlier versions, and files as they were uploaded.

use std::collections::HashMap;

use super::change::{summary, unknown_file};
use super::export::{hand_out, rules_of};
use super::settings::KEEP_DAYS;
use super::{Difference, Error, Format, Lead, Retention, Settings, Teams, own};
use crate::model::Language;
use crate::model::{ChangeKind, ChangeSummary};
use crate::model::{Day, ServerId, Time, UserId, Version};
use crate::rules::RuleFile;
use crate::store::{
    Area, FileVersion, Forgotten, HistoryEntry, Kept, Position, StoreError, VersionInfo,
};
use crate::team::UserError;

/// For how many days tips are kept at least, so that none comes twice before the deck is through.
const KEEP_TIPS: u32 = 800;
/// For how many days a report waits.
const KEEP_PENDING: u32 = 7;

/// A change that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Who and when.
    pub entry: HistoryEntry,
    /// What was changed.
    pub summary: ChangeSummary,
}

/// What undoings, one after another, came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undoing {
    /// The change that they are about.
    pub of: Past,
    /// An undoing was undone itself, so that the change holds.
    pub in_force: bool,
}

/// This many undoings in a row are followed.
const MOST_UNDOINGS: i64 = 100;

/// A file as it was uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    pub name: String,
    /// Its version.
    pub number: i64,
    /// What it is written in.
    pub format: Format,
    /// As uploaded.
    pub bytes: Vec<u8>,
    /// Its rules as a rule file.
    pub rules: String,
}

/// What a file is handed out as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportAs {
    /// As it came.
    Original,
    /// A rule file.
    Yaml,
    Workbook,
    /// A text that spreadsheets open.
    Csv,
}

impl ExportAs {
    /// Every form with its word.
    pub const ALL: &[(ExportAs, &str)] = &[
        (ExportAs::Original, "original"),
        (ExportAs::Workbook, "xlsx"),
        (ExportAs::Csv, "csv"),
        (ExportAs::Yaml, "yaml"),
    ];

    /// The form of a word.
    pub fn from_key(key: &str) -> Option<ExportAs> {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(form, _)| *form)
    }
}

/// A file as it is handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedOut {
    /// The file of the team's.
    pub file: String,
    /// Its version.
    pub number: i64,
    /// What it is called now.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
    /// What it is: a rule file where the rules do not go into a table.
    pub form: ExportAs,
    /// It has examples, which go into no table.
    pub without_examples: bool,
}

impl Lead {
    /// A file in the requested format; read again it gives the same rules. Rules that would not come
    /// back so from a table are exported as a rule file.
    ///
    /// # Errors
    /// For what is not there, and if storage fails.
    pub async fn hand_out(
        &self,
        file: &str,
        form: ExportAs,
        language: Language,
    ) -> Result<HandedOut, Error> {
        let exported = self.export(file, None).await?;
        let version =
            self.teams.store.file_version(self.member.server, file, exported.number).await?;
        let version = version.ok_or_else(|| UserError::UnknownVersion {
            file: file.to_owned(),
            number: exported.number,
        })?;
        let builtin = self.teams.builtin();
        self.apart(move || hand_out(&builtin, exported, &version, form, language)).await
    }

    /// What would change if a version of a file became active instead of the current one: `None` stands for a
    /// file that is not active.
    ///
    /// # Errors
    /// For what is not there, and if storage fails.
    pub async fn difference_to(&self, file: &str, number: i64) -> Result<Difference, Error> {
        let team = self.team().await?;
        let wanted = self.teams.store.file_version(self.member.server, file, number).await?;
        let wanted =
            wanted.ok_or_else(|| UserError::UnknownVersion { file: file.to_owned(), number })?;
        let in_force = match team.file(file) {
            Some(known) => {
                self.teams.store.file_version(self.member.server, file, known.number).await?
            }
            None => None,
        };
        let builtin = self.teams.builtin();
        self.apart(move || {
            let before = in_force.map(|version| rules_of(&builtin, &version));
            Difference::between(before.as_ref(), Some(&rules_of(&builtin, &wanted)))
        })
        .await
    }

    /// The change that made a version of an area.
    ///
    /// # Errors
    /// If it is not known, or if storage fails.
    pub async fn past(&self, area: Area, version: Version) -> Result<Past, Error> {
        let entry = self.teams.store.history_entry(self.member.server, area, version).await?;
        let entry = entry.ok_or(UserError::NothingToUndo)?;
        Ok(Past { summary: summary(&entry), entry })
    }

    /// Which change an undoing is about, and whether it is in force since; `None` for a change of another kind, and where the
    /// history does not reach back to it.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn undoing(&self, past: &Past) -> Result<Option<Undoing>, Error> {
        if past.summary.kind != Some(ChangeKind::Undone) {
            return Ok(None);
        }
        let (area, version) = (past.entry.area, past.entry.version);
        for steps in 1..=MOST_UNDOINGS {
            // Only the last change can be undone, so each is about the one before it.
            let before = Version(version.0.saturating_sub(steps));
            let entry = self.teams.store.history_entry(self.member.server, area, before).await?;
            let Some(entry) = entry else { break };
            let of = Past { summary: summary(&entry), entry };
            if of.summary.kind != Some(ChangeKind::Undone) {
                return Ok(Some(Undoing { of, in_force: steps % 2 == 0 }));
            }
        }
        Ok(None)
    }

    /// At most `most` changes, the latest first, after leaving out `skip`.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn history(&self, skip: usize, most: usize) -> Result<Vec<Past>, Error> {
        let entries = self.teams.store.history(self.member.server, skip, most).await?;
        Ok(entries.into_iter().map(|entry| Past { summary: summary(&entry), entry }).collect())
    }

    /// What the change that made a version of the rules did to the rules of its file.
    ///
    /// # Errors
    /// If it is not known, or if storage fails.
    pub async fn difference(&self, version: Version) -> Result<Difference, Error> {
        let entry =
            self.teams.store.history_entry(self.member.server, Area::Rules, version).await?;
        let entry = entry.ok_or(UserError::NothingWaiting)?;
        let before =
            self.version_of(self.member.server, &entry.subject, entry.before.as_deref()).await?;
        let after =
            self.version_of(self.member.server, &entry.subject, entry.after.as_deref()).await?;
        let builtin = self.teams.builtin();
        self.apart(move || {
            let read = |version: &FileVersion| rules_of(&builtin, version);
            let (before, after) = (before.as_ref().map(read), after.as_ref().map(read));
            Difference::between(before.as_ref(), after.as_ref())
        })
        .await
    }

    /// What changes did to the rules of their files, in the same order; `None` for other changes. Every version is
    /// read once.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn differences(&self, past: &[Past]) -> Result<Vec<Option<Difference>>, Error> {
        let mut versions: HashMap<(String, String), FileVersion> = HashMap::new();
        for entry in past.iter().filter(|past| past.has_difference()).map(|past| &past.entry) {
            for number in [&entry.before, &entry.after].into_iter().flatten() {
                let key = (entry.subject.clone(), number.clone());
                if versions.contains_key(&key) {
                    continue;
                }
                let server = self.member.server;
                if let Some(version) = self.version_of(server, &entry.subject, Some(number)).await?
                {
                    versions.insert(key, version);
                }
            }
        }
        let entries: Vec<Option<HistoryEntry>> =
            past.iter().map(|past| past.has_difference().then(|| past.entry.clone())).collect();
        let builtin = self.teams.builtin();
        self.apart(move || {
            let read = |version: &FileVersion| rules_of(&builtin, version);
            let rules: HashMap<&(String, String), RuleFile> =
                versions.iter().map(|(key, version)| (key, read(version))).collect();
            let of = |entry: &HistoryEntry, number: &Option<String>| {
                rules.get(&(entry.subject.clone(), number.clone()?))
            };
            let difference = |entry: HistoryEntry| {
                Difference::between(of(&entry, &entry.before), of(&entry, &entry.after))
            };
            entries.into_iter().map(|entry| entry.map(difference)).collect()
        })
        .await
    }

    /// The rules that a change has switched off, by their ids.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn switched_off_by(&self, version: Version) -> Result<Vec<String>, Error> {
        let position = Position::Off;
        Ok(self.teams.store.switched_by(self.member.server, version, position).await?)
    }

    async fn version_of(
        &self,
        server: ServerId,
        file: &str,
        number: Option<&str>,
    ) -> Result<Option<FileVersion>, StoreError> {
        match number.and_then(|number| number.parse().ok()) {
            Some(number) => self.teams.store.file_version(server, file, number).await,
            None => Ok(None),
        }
    }

    /// Every version of every file.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn file_versions(&self) -> Result<Vec<VersionInfo>, Error> {
        Ok(self.teams.store.file_versions(self.member.server).await?)
    }

    /// A file as it was uploaded: the active version, or an earlier one by its number.
    ///
    /// # Errors
    /// For what is not there, and if storage fails.
    pub async fn export(&self, file: &str, number: Option<i64>) -> Result<Exported, Error> {
        let team = self.team().await?;
        let in_force = team.file(file).map(|file| file.number);
        let number = number.or(in_force).ok_or_else(|| unknown_file(&team, file))?;
        let version = self.teams.store.file_version(self.member.server, file, number).await?;
        let version =
            version.ok_or_else(|| UserError::UnknownVersion { file: file.to_owned(), number })?;
        Ok(Exported {
            format: Format::from_key(&version.content.format).unwrap_or(Format::Yaml),
            rules: own::source(file, &version.content).text,
            bytes: version.content.bytes,
            name: version.file,
            number,
        })
    }
}

impl Teams {
    /// Forgets a person: nothing of any team names them afterwards.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn forget(&self, user: UserId) -> Result<Forgotten, Error> {
        Ok(self.store.forget(user).await?)
    }
}

/// What a team keeps.
pub(super) fn kept(settings: &Settings, retention: Retention, now: Time) -> Kept {
    let most = retention.keep_days.unwrap_or(u32::MAX);
    let days = settings.keep_days.unwrap_or(KEEP_DAYS).min(most);
    let since = |days: u32| Day(now.day().0 - i64::from(days));
    Kept {
        counts: since(days),
        history: now.minus_days(days),
        tips: since(days.max(KEEP_TIPS)),
        pending: now.minus_days(KEEP_PENDING),
    }
}

impl Past {
    /// The settings before and since, where it is about them.
    pub fn settings(&self) -> Option<(Settings, Settings)> {
        Settings::of_history(&self.entry)
    }

    /// Whether it is about the rules of a file, so that there is a difference to see.
    pub fn has_difference(&self) -> bool {
        let of_rules = self.entry.area == Area::Rules;
        of_rules && (self.entry.before.is_some() || self.entry.after.is_some())
    }
}
