//! Drafts tried on rules that are not active yet.

use crate::team::UserError;
use std::sync::Arc;

use super::reading::{Origin, Reading};
use super::upload::with_file;
use super::{Error, Lead, Team, fixed_ids, own};
use crate::check::Checker;
use crate::store::{PendingUpload, UploadId};

/// A checker as it would be with a waiting upload active.
#[derive(Debug)]
pub struct Trial {
    /// Answers by the rules as they would be.
    pub checker: Checker,
    /// The file that waits.
    pub file: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Names what waits.
    pub token: UploadId,
}

impl Lead {
    /// The checker as it would be with a waiting upload active, to try drafts on.
    ///
    /// # Errors
    /// If nothing waits, and if storage fails.
    pub async fn trial(&self, token: UploadId) -> Result<Checker, Error> {
        Ok(self.try_out(Some(token)).await?.checker)
    }

    /// The same for the upload of the lead's that came last, if no other is named.
    ///
    /// # Errors
    /// As those of [`Lead::trial`].
    pub async fn try_out(&self, token: Option<UploadId>) -> Result<Trial, Error> {
        let team = self.team().await?;
        let token = match token {
            Some(token) => Some(token),
            None => self.teams.store.newest_pending(self.member.server, self.member.user).await?,
        };
        let token = token.ok_or(UserError::NothingWaiting)?;
        let waiting = self.waiting(token).await?;
        let builtin = self.teams.builtin();
        let (file, origin) = (waiting.file.clone(), Reading::of(&waiting.content.format).origin);
        let checker = self.apart(move || trial_desk(&builtin, &team, &waiting)).await?;
        Ok(Trial { checker, file, origin, token })
    }
}

fn trial_desk(builtin: &Arc<Checker>, team: &Team, waiting: &PendingUpload) -> Checker {
    let rule_set = builtin.rule_set();
    let (mut rules, _) = rule_set.read(&own::source(&waiting.file, &waiting.content));
    fixed_ids::restore(&mut rules, &waiting.content.ids);
    let rule_set = own::with_files(
        rule_set,
        &with_file(team, &waiting.file, Arc::new(rules), &waiting.content),
    );
    let choices = own::choices(&rule_set, &team.settings, &team.off, &team.allowlist);
    Checker::of_team(Arc::clone(builtin), rule_set, choices)
}
