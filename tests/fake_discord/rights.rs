//! Permissions: their bits, and what a person has in a channel.

use super::ids::Id;
use super::world::{Channel, Guild};

pub const ADMINISTRATOR: u64 = 1 << 3;
pub const MANAGE_CHANNELS: u64 = 1 << 4;
pub const MANAGE_GUILD: u64 = 1 << 5;
pub const VIEW_CHANNEL: u64 = 1 << 10;
pub const SEND_MESSAGES: u64 = 1 << 11;
pub const MANAGE_MESSAGES: u64 = 1 << 13;
pub const EMBED_LINKS: u64 = 1 << 14;
pub const ATTACH_FILES: u64 = 1 << 15;
pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
pub const MENTION_EVERYONE: u64 = 1 << 17;
pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;

/// What everyone in a new server may do.
pub const EVERYONE: u64 = VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | USE_APPLICATION_COMMANDS;

const ALL: u64 = (1 << 50) - 1;

/// What a channel grants or takes, for a role or a member.
#[derive(Clone, Copy)]
pub struct Overwrite {
    pub who: Id,
    pub allow: u64,
    pub deny: u64,
}

/// What a member may do in a guild; nothing for someone who is not in it.
pub fn in_guild(guild: &Guild, user: Id) -> u64 {
    let Some(member) = guild.members.get(&user) else { return 0 };
    if guild.owner == user {
        return ALL;
    }
    let held = |id: &Id| *id == guild.id || member.roles.contains(id);
    let rights =
        guild.roles.values().filter(|role| held(&role.id)).fold(0, |all, role| all | role.rights);
    if rights & ADMINISTRATOR == 0 { rights } else { ALL }
}

/// What a member may do in a channel: everyone's overwrite, then the roles' together, then their own.
pub fn in_channel(guild: &Guild, channel: &Channel, user: Id) -> u64 {
    let mut rights = in_guild(guild, user);
    if rights == ALL || rights == 0 {
        return rights;
    }
    let roles = &guild.members[&user].roles;
    let steps: [&dyn Fn(Id) -> bool; 3] =
        [&|who| who == guild.id, &|who| roles.contains(&who), &|who| who == user];
    for applies in steps {
        let of_step = channel.overwrites.iter().filter(|overwrite| applies(overwrite.who));
        let (allow, deny) =
            of_step.fold((0, 0), |(allow, deny), each| (allow | each.allow, deny | each.deny));
        rights = rights & !deny | allow;
    }
    // Who can't see a channel, or can't write in it, can't do the rest there either.
    match (rights & VIEW_CHANNEL, rights & SEND_MESSAGES) {
        (0, _) => 0,
        (_, 0) => rights & !(EMBED_LINKS | ATTACH_FILES | MENTION_EVERYONE),
        _ => rights,
    }
}
