//! Discord's objects in JSON, as REST answers and events carry them.

use serde_json::{Value, json};

use super::ids::Id;
use super::rights;
use super::world::{Channel, ChannelKind, Command, Guild, Role, World};

impl World {
    pub fn user_json(&self, id: Id) -> Value {
        let user = &self.users[&id];
        let shown = if user.bot { Value::Null } else { json!(user.name) };
        json!({
            "id": id.to_string(), "username": user.name, "global_name": shown,
            "discriminator": "0", "avatar": null, "bot": user.bot, "public_flags": 0, "flags": 0,
            "primary_guild": null,
        })
    }

    /// The bot as it sees itself.
    pub fn own_user_json(&self) -> Value {
        let mut json = self.user_json(self.app.bot);
        merge(
            &mut json,
            json!({
                "mfa_enabled": true, "locale": "en-US", "verified": true, "email": null,
            }),
        );
        json
    }

    /// A member as events carry it, without the user.
    pub fn partial_member_json(&self, guild: &Guild, user: Id) -> Value {
        let member = &guild.members[&user];
        let roles: Vec<String> = member.roles.iter().map(Id::to_string).collect();
        json!({
            "nick": member.nick, "avatar": null, "banner": null, "roles": roles, "flags": 0, "pending": false,
            "joined_at": self.clock.stamp(std::time::Duration::ZERO), "premium_since": null,
            "deaf": false, "mute": false, "communication_disabled_until": null,
        })
    }

    pub fn member_json(&self, guild: &Guild, user: Id) -> Value {
        let mut member = self.partial_member_json(guild, user);
        member["user"] = self.user_json(user);
        member
    }

    pub fn channel_json(&self, channel: &Channel) -> Value {
        let mut json = json!({
            "id": channel.id.to_string(), "type": channel.kind as u8,
            "last_message_id": null, "flags": 0,
        });
        let more = match channel.guild {
            Some(guild) => {
                let overwrites = channel.overwrites.iter().map(|each| {
                    let kind = u8::from(!self.guilds[&guild].roles.contains_key(&each.who));
                    json!({"id": each.who.to_string(), "type": kind,
                        "allow": each.allow.to_string(), "deny": each.deny.to_string()})
                });
                let overwrites: Vec<Value> = overwrites.collect();
                json!({
                    "guild_id": guild.to_string(), "name": channel.name, "position": 0,
                    "permission_overwrites": overwrites, "parent_id": null, "topic": null,
                    "nsfw": false, "rate_limit_per_user": 0,
                })
            }
            // A direct channel's list has the one who is not the bot.
            None => {
                let others = channel.recipients.iter().filter(|id| **id != self.app.bot);
                let users: Vec<Value> = others.map(|id| self.user_json(*id)).collect();
                json!({"recipients": users})
            }
        };
        merge(&mut json, more);
        if channel.kind == ChannelKind::Group {
            json["name"] = json!(channel.name);
        }
        json
    }

    pub fn guild_json(&self, guild: &Guild) -> Value {
        let roles: Vec<Value> = guild.roles.values().map(role_json).collect();
        json!({
            "id": guild.id.to_string(), "name": guild.name, "icon": null, "splash": null,
            "discovery_splash": null, "owner_id": guild.owner.to_string(), "afk_channel_id": null,
            "afk_timeout": 300, "widget_enabled": false, "widget_channel_id": null,
            "verification_level": 0, "default_message_notifications": 1,
            "explicit_content_filter": 0, "roles": roles, "emojis": [], "features": [],
            "mfa_level": 0, "application_id": null, "system_channel_id": null,
            "system_channel_flags": 0, "rules_channel_id": null, "max_members": 500_000,
            "vanity_url_code": null, "description": null, "banner": null, "premium_tier": 0,
            "premium_subscription_count": 0, "preferred_locale": guild.locale,
            "public_updates_channel_id": null, "nsfw_level": 0, "stickers": [],
            "premium_progress_bar_enabled": false, "safety_alerts_channel_id": null,
            "home_header": null, "region": "deprecated", "max_presences": null, "nsfw": false,
            "max_stage_video_channel_users": 50, "max_video_channel_users": 25,
            "incidents_data": null,
        })
    }

    /// A guild as the gateway creates it, with its channels and members.
    pub fn whole_guild_json(&self, guild: &Guild) -> Value {
        let mut json = self.guild_json(guild);
        let channels = self.channels.values().filter(|channel| channel.guild == Some(guild.id));
        let channels: Vec<Value> = channels.map(|channel| self.channel_json(channel)).collect();
        let members: Vec<Value> =
            guild.members.keys().map(|user| self.member_json(guild, *user)).collect();
        merge(
            &mut json,
            json!({
                "joined_at": self.clock.stamp(std::time::Duration::ZERO), "large": false,
                "unavailable": false, "member_count": guild.members.len(), "voice_states": [],
                "members": members, "channels": channels, "threads": [], "presences": [],
                "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [],
            }),
        );
        json
    }

    pub fn application_json(&self) -> Value {
        // For each privileged intent the flag of a verified bot and the flag of a small one.
        let flag = |intent: u64, flag: u64| {
            if self.app.privileged & intent == 0 { 0 } else { flag }
        };
        let flags = flag(1 << 8, 1 << 13) | flag(1 << 1, 1 << 15) | flag(1 << 15, 1 << 19);
        json!({
            "id": self.app.id.to_string(), "name": "Kalologos", "icon": null, "description": "",
            "type": null, "bot_public": true, "bot_require_code_grant": false,
            "verify_key": "0".repeat(64), "flags": flags, "team": null,
            "owner": self.user_json(self.app.bot), "bot": self.user_json(self.app.bot),
            "integration_types_config": {"0": {}, "1": {}},
            "approximate_guild_count": self.guilds.len(), "redirect_uris": [],
            "approximate_user_install_count": 0, "approximate_user_authorization_count": 0,
            "flags_new": flags.to_string(), "interactions_endpoint_url": null,
            "role_connections_verification_url": null, "explicit_content_filter": 0,
            "eligible_oauth2_scopes": [],
        })
    }

    pub fn command_json(&self, command: &Command) -> Value {
        let mut json = command.body.clone();
        json["id"] = json!(command.id.to_string());
        json["application_id"] = json!(self.app.id.to_string());
        json["version"] = json!(command.version.to_string());
        if let Some(guild) = command.guild {
            json["guild_id"] = json!(guild.to_string());
        }
        json
    }

    /// A channel as an interaction carries it.
    pub fn partial_channel_json(&self, channel: &Channel, user: Id) -> Value {
        let mut json = self.channel_json(channel);
        json["permissions"] = json!(self.rights(user, channel.id).to_string());
        json
    }

    /// What the bot may do where an interaction happens, also in servers that it is not in.
    pub fn app_rights(&self, channel: Id) -> u64 {
        match self.channels[&channel].guild {
            Some(guild) if self.bot_is_in(guild) => self.rights(self.app.bot, channel),
            _ => rights::EMBED_LINKS | rights::ATTACH_FILES | rights::MENTION_EVERYONE,
        }
    }
}

pub fn role_json(role: &Role) -> Value {
    json!({
        "id": role.id.to_string(), "name": role.name, "color": 0, "hoist": false,
        "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
        "icon": null, "unicode_emoji": null, "position": 0, "managed": false,
        "mentionable": false, "permissions": role.rights.to_string(), "flags": 0,
    })
}

/// Puts the fields of one object into another.
pub fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(more)) = (into, more) {
        into.extend(more);
    }
}
