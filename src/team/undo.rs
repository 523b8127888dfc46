//! What was changed is taken back: the last change, an earlier version of a file, a file as a whole.

use super::change::{NewChange, activation, change_request, unknown_file};
use super::{Activation, Error, Lead, own};
use crate::model::ChangeKind;
use crate::model::Version;
use crate::ruleset::has_errors;
use crate::store::{Area, Changed, Operation, Position, Switch, SwitchKind};
use crate::team::UserError;

impl Lead {
    /// Takes back the change that made version `version`, if nothing came after it.
    ///
    /// # Errors
    /// If something came after it, and if storage fails.
    pub async fn undo(&self, version: Version) -> Result<Activation, Error> {
        let entry =
            self.teams.store.history_entry(self.member.server, Area::Rules, version).await?;
        let entry = entry.ok_or(UserError::NothingToUndo)?;
        let request = Some(format!("undo-{}", version.0));
        let made =
            NewChange { kind: ChangeKind::Undone, subject: &entry.subject, base: version, request };
        let changed = self.teams.store.undo(&change_request(&self.member, made, self.now)).await?;
        self.teams.after_change(self.member.server, self.now).await;
        match changed {
            Changed::Stale { .. } | Changed::Gone => Err(UserError::NothingToUndo.into()),
            Changed::Before(done)
                if !self.what_followed(Area::Rules, version, done).await?.is_empty() =>
            {
                Err(UserError::NothingToUndo.into())
            }
            other => activation(other),
        }
    }

    /// Makes an earlier version of a file active again.
    ///
    /// # Errors
    /// On an old version, for what is not there or can't be read any more, and
    /// where storage fails.
    pub async fn restore(
        &self,
        base: Version,
        file: &str,
        number: i64,
    ) -> Result<Activation, Error> {
        let team = self.team().await?;
        let is_current = base == team.versions.rules;
        if is_current && team.file(file).is_some_and(|file| file.number == number) {
            return Err(UserError::AlreadySo.into());
        }
        let version = self.teams.store.file_version(self.member.server, file, number).await?;
        let version =
            version.ok_or_else(|| UserError::UnknownVersion { file: file.to_owned(), number })?;
        let builtin = self.teams.builtin();
        let source = own::source(file, &version.content);
        let (_, problems) = self.apart(move || builtin.rule_set().read(&source)).await?;
        if has_errors(&problems) {
            return Err(UserError::NotSound.into());
        }
        let step = Operation::PutBack { file: file.to_owned(), number };
        self.make(NewChange::once(ChangeKind::Restored, file, base), vec![step]).await
    }

    /// Deactivates a file; its versions stay and can be restored. The rules that were switched off for it are on
    /// again.
    ///
    /// # Errors
    /// On an old version, for a file that is not active, and if storage fails.
    pub async fn remove(&self, base: Version, file: &str) -> Result<Activation, Error> {
        let team = self.team().await?;
        if team.file(file).is_none() && base == team.versions.rules {
            return Err(unknown_file(&team, file).into());
        }
        let mut steps = vec![Operation::TakeOut { file: file.to_owned() }];
        let silent = self.off_for_file(file).await?.into_iter();
        steps.extend(silent.map(|name| Operation::Turn {
            kind: SwitchKind::Rule,
            name,
            to: Position::On,
        }));
        self.make(NewChange::once(ChangeKind::Removed, file, base), steps).await
    }

    /// The rules that were switched off for a file and still are, by their ids.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn off_for_file(&self, file: &str) -> Result<Vec<String>, Error> {
        let team = self.team().await?;
        let mut names = self.teams.store.switched_off_for(self.member.server, file).await?;
        let is_off = |name: &String| {
            let switch = Switch { kind: SwitchKind::Rule, name: name.clone() };
            team.off.contains(&switch)
        };
        names.retain(is_off);
        Ok(names)
    }

    /// The rules that a change has switched on again, by their ids.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn switched_on_by(&self, version: Version) -> Result<Vec<String>, Error> {
        let position = Position::On;
        Ok(self.teams.store.switched_by(self.member.server, version, position).await?)
    }
}
