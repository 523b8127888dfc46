//! Drafts tried on what is not in force yet.

use std::sync::Arc;

use super::reading::{Origin, Reading};
use super::upload::with_file;
use super::{Asker, Team, Teams, Trouble, apart, fixed_ids, own};
use crate::desk::Desk;
use crate::render::team::Refused;
use crate::store::{PendingId, PendingUpload, Time};

/// A desk as it would be with a waiting upload in force.
#[derive(Debug)]
pub struct Trial {
    /// Answers by the rules as they would be.
    pub desk: Desk,
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
    pub async fn trial(&self, asker: &Asker, token: PendingId, now: Time) -> Result<Desk, Trouble> {
        Ok(self.try_out(asker, Some(token), now).await?.desk)
    }

    /// The same for the upload of the asker's that came last, if no other is named.
    ///
    /// # Errors
    /// As those of [`Teams::trial`].
    pub async fn try_out(
        &self,
        asker: &Asker,
        token: Option<PendingId>,
        now: Time,
    ) -> Result<Trial, Trouble> {
        let team = self.for_lead(asker, now).await?;
        let token = match token {
            Some(token) => Some(token),
            None => self.store.newest_pending(asker.server, asker.user).await?,
        };
        let token = token.ok_or(Refused::NothingWaiting)?;
        let waiting = self.waiting(asker, token).await?;
        let builtin = self.builtin();
        let (file, origin) = (waiting.file.clone(), Reading::of(&waiting.content.format).origin);
        let desk = apart(move || trial_desk(&builtin, &team, &waiting)).await?;
        Ok(Trial { desk, file, origin, token })
    }
}

fn trial_desk(builtin: &Arc<Desk>, team: &Team, waiting: &PendingUpload) -> Desk {
    let library = builtin.library();
    let (mut rules, _) = library.read(&own::source(&waiting.file, &waiting.content));
    fixed_ids::restore(&mut rules, &waiting.content.ids);
    let library = own::with_files(library, &with_file(team, &waiting.file, Arc::new(rules)));
    let choices = own::choices(&library, &team.settings, &team.off, &team.spared);
    Desk::of_team(Arc::clone(builtin), library, choices)
}
