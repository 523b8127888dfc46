//! A person as a member of a server.

use super::{RoleId, ServerId, UserId};

/// The caller, as the server reports them; nothing of it comes from the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
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

impl Member {
    /// The person at a terminal: a lead of the server of their own.
    pub fn local() -> Member {
        Member {
            server: ServerId::LOCAL,
            user: UserId::LOCAL,
            rights: Rights::ManagesServer,
            roles: Vec::new(),
        }
    }
}
