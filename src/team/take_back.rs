//! What was changed is taken back: the last change, an earlier version of a file, a file as a whole.

use super::change::{Made, activation, asked, unknown_file};
use super::{Activation, Error, Member, Teams, apart, own};
use crate::model::ChangeKind;
use crate::model::{Time, Version};
use crate::ruleset::has_errors;
use crate::store::{Area, Changed, Operation};
use crate::team::UserError;

impl Teams {
    /// Takes back the change that made version `version`, if nothing came after it.
    ///
    /// # Errors
    /// For whoever is not a lead, where something came after it, and where storage fails.
    pub async fn undo(
        &self,
        member: &Member,
        version: Version,
        now: Time,
    ) -> Result<Activation, Error> {
        self.for_lead(member, now).await?;
        let entry = self.store.history_entry(member.server, Area::Rules, version).await?;
        let entry = entry.ok_or(UserError::NothingToUndo)?;
        let request = Some(format!("undo-{}", version.0));
        let made =
            Made { deed: ChangeKind::Undone, subject: &entry.subject, base: version, request };
        let changed = self.store.undo(&asked(member, made, now)).await?;
        self.after_change(member.server, now).await;
        match changed {
            Changed::Stale { .. } | Changed::Gone => Err(UserError::NothingToUndo.into()),
            Changed::Before(done)
                if !self.what_followed(member, version, done).await?.is_empty() =>
            {
                Err(UserError::NothingToUndo.into())
            }
            other => activation(other),
        }
    }

    /// Puts an earlier version of a file in force again.
    ///
    /// # Errors
    /// For whoever is not a lead, on an old version, for what is not there or can't be read any more, and
    /// where storage fails.
    pub async fn restore(
        &self,
        member: &Member,
        base: Version,
        file: &str,
        number: i64,
        now: Time,
    ) -> Result<Activation, Error> {
        let team = self.for_lead(member, now).await?;
        let is_current = base == team.versions.rules;
        if is_current && team.file(file).is_some_and(|file| file.number == number) {
            return Err(UserError::AlreadySo.into());
        }
        let version = self.store.file_version(member.server, file, number).await?;
        let version =
            version.ok_or_else(|| UserError::UnknownVersion { file: file.to_owned(), number })?;
        let builtin = self.builtin();
        let source = own::source(file, &version.content);
        let (_, problems) = apart(move || builtin.rule_set().read(&source)).await?;
        if has_errors(&problems) {
            return Err(UserError::NotSound.into());
        }
        let step = Operation::PutBack { file: file.to_owned(), number };
        self.make(member, Made::once(ChangeKind::Restored, file, base), vec![step], now).await
    }

    /// Takes a file out of force; its versions stay and can be restored.
    ///
    /// # Errors
    /// For whoever is not a lead, on an old version, for a file that is not in force, and where storage fails.
    pub async fn remove(
        &self,
        member: &Member,
        base: Version,
        file: &str,
        now: Time,
    ) -> Result<Activation, Error> {
        let team = self.for_lead(member, now).await?;
        if team.file(file).is_none() && base == team.versions.rules {
            return Err(unknown_file(&team, file).into());
        }
        let step = Operation::TakeOut { file: file.to_owned() };
        self.make(member, Made::once(ChangeKind::Removed, file, base), vec![step], now).await
    }
}
