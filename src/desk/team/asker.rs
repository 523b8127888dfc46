//! Who asks, and whether they may.

use super::{Team, Trouble};
use crate::render::team::Refused;
use crate::store::{RoleId, ServerId, UserId};

/// Somebody who asks for something, as the server tells; nothing of it comes from the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    /// Where.
    pub server: ServerId,
    /// Who.
    pub user: UserId,
    /// What the server lets them do.
    pub rights: Rights,
    /// Their roles there.
    pub roles: Vec<RoleId>,
}

/// What a server lets somebody do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rights {
    /// As everybody.
    #[default]
    Member,
    /// May manage the server.
    ManagesServer,
}

impl Asker {
    /// Whoever sits at a terminal: a lead of the server of their own.
    pub fn local() -> Asker {
        Asker {
            server: ServerId::LOCAL,
            user: UserId::LOCAL,
            rights: Rights::ManagesServer,
            roles: Vec::new(),
        }
    }

    /// Refuses whoever is not a lead of the team.
    pub(super) fn leads(&self, team: &Team) -> Result<(), Trouble> {
        let by_role = team.settings.lead_role.is_some_and(|role| self.roles.contains(&role));
        if self.rights == Rights::ManagesServer || by_role {
            Ok(())
        } else {
            Err(Refused::NotALead.into())
        }
    }
}
