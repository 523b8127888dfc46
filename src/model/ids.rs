//! Who and when, as plain numbers.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident)*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u64);

        impl $name {
            /// As storage keeps it: its columns hold signed numbers, and every bit comes back.
            pub(crate) fn stored(self) -> i64 {
                self.0.cast_signed()
            }

            /// From a stored number.
            pub(crate) fn from_stored(number: i64) -> Self {
                $name(number.cast_unsigned())
            }
        }
    )*};
}

ids! {
    /// A server: the home of a team.
    ServerId
    /// A person.
    UserId
    /// A channel of a server.
    ChannelId
    /// A message that was posted.
    MessageId
}

/// A role of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RoleId(pub u64);

impl ServerId {
    /// The server of the person at a terminal. No server of a chat has this number.
    pub const LOCAL: ServerId = ServerId(0);
}

impl ChannelId {
    /// The terminal itself.
    pub const LOCAL: ChannelId = ChannelId(0);
}

impl UserId {
    /// The person at a terminal.
    pub const LOCAL: UserId = UserId(0);
}

/// A moment, in seconds since 1970-01-01 UTC. It is handed in; storage asks no clock.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Time(pub i64);

/// Seconds of a day.
const DAY: i64 = 86_400;

impl Time {
    /// This many seconds later.
    pub fn plus(self, seconds: i64) -> Time {
        Time(self.0.saturating_add(seconds))
    }

    /// This many days earlier.
    pub fn minus_days(self, days: u32) -> Time {
        Time(self.0.saturating_sub(i64::from(days) * DAY))
    }

    /// The day in UTC.
    pub fn day(self) -> Day {
        Day(self.0.div_euclid(DAY))
    }
}

/// A day of a calendar, in days since 1970-01-01.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Day(pub i64);

/// How often something was changed; a change names the one that it was made on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Version(pub i64);

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
