//! Plain values that every part of the program shares: ids, moments, the language of the interface and the kinds of
//! change that a team's history lists.

mod change;
mod ids;
mod locale;

pub use change::{ChangeKind, ChangeSummary};
pub use ids::{ChannelId, Day, Member, MessageId, Rights, RoleId, ServerId, Time, UserId, Version};
pub use locale::Language;
