//! What was changed is taken back: the last change, an earlier version of a file, a file as a whole.

use super::change::{Made, activation, asked, unknown_file};
use super::{Activation, Asker, Teams, Trouble, apart, own};
use crate::desk::has_errors;
use crate::render::team::{Deed, Refused};
use crate::store::{Area, Changed, StepOfChange, Time, Version};

impl Teams {
    /// Takes back the change that made version `version`, if nothing came after it.
    ///
    /// # Errors
    /// For whoever is not a lead, where something came after it, and where storage fails.
    pub async fn undo(
        &self,
        asker: &Asker,
        version: Version,
        now: Time,
    ) -> Result<Activation, Trouble> {
        self.for_lead(asker, now).await?;
        let entry = self.store.history_entry(asker.server, Area::Rules, version).await?;
        let entry = entry.ok_or(Refused::NothingToUndo)?;
        let request = Some(format!("undo-{}", version.0));
        let made = Made { deed: Deed::Undone, subject: &entry.subject, base: version, request };
        let changed = self.store.undo(&asked(asker, made, now)).await?;
        self.after_change(asker.server, now).await;
        match changed {
            Changed::Stale { .. } | Changed::Gone => Err(Refused::NothingToUndo.into()),
            Changed::Before(done)
                if !self.what_followed(asker, version, done).await?.is_empty() =>
            {
                Err(Refused::NothingToUndo.into())
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
        asker: &Asker,
        base: Version,
        file: &str,
        number: i64,
        now: Time,
    ) -> Result<Activation, Trouble> {
        let team = self.for_lead(asker, now).await?;
        let is_current = base == team.versions.rules;
        if is_current && team.file(file).is_some_and(|file| file.number == number) {
            return Err(Refused::AlreadySo.into());
        }
        let version = self.store.file_version(asker.server, file, number).await?;
        let version =
            version.ok_or_else(|| Refused::UnknownVersion { file: file.to_owned(), number })?;
        let builtin = self.builtin();
        let source = own::source(file, &version.content);
        let (_, problems) = apart(move || builtin.library().read(&source)).await?;
        if has_errors(&problems) {
            return Err(Refused::NotSound.into());
        }
        let step = StepOfChange::PutBack { file: file.to_owned(), number };
        self.make(asker, Made::once(Deed::Restored, file, base), vec![step], now).await
    }

    /// Takes a file out of force; its versions stay and can be restored.
    ///
    /// # Errors
    /// For whoever is not a lead, on an old version, for a file that is not in force, and where storage fails.
    pub async fn remove(
        &self,
        asker: &Asker,
        base: Version,
        file: &str,
        now: Time,
    ) -> Result<Activation, Trouble> {
        let team = self.for_lead(asker, now).await?;
        if team.file(file).is_none() && base == team.versions.rules {
            return Err(unknown_file(&team, file).into());
        }
        let step = StepOfChange::TakeOut { file: file.to_owned() };
        self.make(asker, Made::once(Deed::Removed, file, base), vec![step], now).await
    }
}
