//! Drafts tried on what is not in force yet.

use crate::team::UserError;
use std::sync::Arc;

use super::reading::{Origin, Reading};
use super::upload::with_file;
use super::{Error, Member, Team, Teams, apart, fixed_ids, own};
use crate::check::Checker;
use crate::model::Time;
use crate::store::{PendingId, PendingUpload};

/// A desk as it would be with a waiting upload in force.
#[derive(Debug)]
pub struct Trial {
    /// Answers by the rules as they would be.
    pub checker: Checker,
    /// The file that waits.
    pub file: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Names what waits.
    pub token: PendingId,
}

impl Teams {
    /// The desk as it would be with a waiting upload in force, to try drafts on.
    ///
    /// # Errors
    /// For whoever is not a lead, where nothing waits, and where storage fails.
    pub async fn trial(
        &self,
        member: &Member,
        token: PendingId,
        now: Time,
    ) -> Result<Checker, Error> {
        Ok(self.try_out(member, Some(token), now).await?.checker)
    }

    /// The same for the upload of the asker's that came last, if no other is named.
    ///
    /// # Errors
    /// As those of [`Teams::trial`].
    pub async fn try_out(
        &self,
        member: &Member,
        token: Option<PendingId>,
        now: Time,
    ) -> Result<Trial, Error> {
        let team = self.for_lead(member, now).await?;
        let token = match token {
            Some(token) => Some(token),
            None => self.store.newest_pending(member.server, member.user).await?,
        };
        let token = token.ok_or(UserError::NothingWaiting)?;
        let waiting = self.waiting(member, token).await?;
        let builtin = self.builtin();
        let (file, origin) = (waiting.file.clone(), Reading::of(&waiting.content.format).origin);
        let checker = apart(move || trial_desk(&builtin, &team, &waiting)).await?;
        Ok(Trial { checker, file, origin, token })
    }
}

fn trial_desk(builtin: &Arc<Checker>, team: &Team, waiting: &PendingUpload) -> Checker {
    let rule_set = builtin.rule_set();
    let (mut rules, _) = rule_set.read(&own::source(&waiting.file, &waiting.content));
    fixed_ids::restore(&mut rules, &waiting.content.ids);
    let rule_set = own::with_files(rule_set, &with_file(team, &waiting.file, Arc::new(rules)));
    let choices = own::choices(&rule_set, &team.settings, &team.off, &team.spared);
    Checker::of_team(Arc::clone(builtin), rule_set, choices)
}
