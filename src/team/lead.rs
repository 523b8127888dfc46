//! The proof that somebody leads the team of a server: only with it are a lead's operations there.

use std::sync::Arc;

use super::{Error, Team, Teams, UserError};
use crate::model::{Member, Time};

/// Somebody who leads their team, at the moment of their request. Only [`Teams::lead`] makes one, after it looked at
/// their rights, so whatever takes a `Lead` need not look again.
#[derive(Debug, Clone)]
pub struct Lead {
    pub(super) teams: Arc<Teams>,
    pub(super) member: Member,
    pub(super) now: Time,
}

impl Teams {
    /// The operations of a lead.
    ///
    /// # Errors
    /// For somebody who is not a lead, and if storage fails.
    pub async fn lead(self: &Arc<Self>, member: &Member, now: Time) -> Result<Lead, Error> {
        let team = self.team(member.server, now).await?;
        if !team.is_led_by(member) {
            return Err(UserError::NotALead.into());
        }
        Ok(Lead { teams: Arc::clone(self), member: member.clone(), now })
    }
}

impl Lead {
    /// Runs slow work on a thread of its own, in the team's turn.
    pub(super) async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        self.teams.queues.looks.run(Some(self.member.server), work).await
    }

    /// Who leads.
    pub fn member(&self) -> &Member {
        &self.member
    }

    /// When they asked.
    pub fn now(&self) -> Time {
        self.now
    }

    /// Their team as it is now, also after a change that they made.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn team(&self) -> Result<Arc<Team>, Error> {
        self.teams.team(self.member.server, self.now).await
    }
}
