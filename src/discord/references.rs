//! Checks that the channels and roles in an interaction belong to the server that it comes from. Discord guarantees
//! that; if it ever failed to, a lead could make the bot write into another server's channel.

use serenity::cache::Cache;
use serenity::model::application::{
    CommandDataOptionValue, ComponentInteractionDataKind, Interaction,
};
use serenity::model::id::{ChannelId, GuildId, RoleId};

use super::options;

/// The channels and roles that an interaction names.
#[derive(Debug, Default, PartialEq, Eq)]
struct Named {
    channels: Vec<ChannelId>,
    roles: Vec<RoleId>,
}

/// Whether every channel and role that somebody chose is one of the server where they chose it.
pub fn are_of_server(cache: &Cache, interaction: &Interaction) -> bool {
    let (guild, named) = match interaction {
        Interaction::Command(it) => {
            let given = options::used(it).map_or(&[][..], |(_, given)| given);
            let channel = |value: &CommandDataOptionValue| match value {
                CommandDataOptionValue::Channel(channel) => Some(*channel),
                _ => None,
            };
            let channels = given.iter().filter_map(|option| channel(&option.value)).collect();
            (it.guild_id, Named { channels, roles: Vec::new() })
        }
        Interaction::Component(it) => (it.guild_id, chosen(&it.data.kind)),
        _ => return true,
    };
    named == Named::default() || guild.is_some_and(|guild| has_all(cache, guild, &named))
}

fn chosen(kind: &ComponentInteractionDataKind) -> Named {
    match kind {
        ComponentInteractionDataKind::ChannelSelect { values } => {
            Named { channels: values.clone(), roles: Vec::new() }
        }
        ComponentInteractionDataKind::RoleSelect { values } => {
            Named { channels: Vec::new(), roles: values.clone() }
        }
        _ => Named::default(),
    }
}

fn has_all(cache: &Cache, guild: GuildId, named: &Named) -> bool {
    let Some(guild) = cache.guild(guild) else { return false };
    let has_channel = |channel: &ChannelId| {
        guild.channels.contains_key(channel)
            || guild.threads.iter().any(|thread| thread.id == *channel)
    };
    named.channels.iter().all(has_channel)
        && named.roles.iter().all(|role| guild.roles.contains_key(role))
}
