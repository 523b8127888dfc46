//! Who asks, and how an answer reaches them.

use serenity::model::application::Interaction;
use serenity::model::guild::Member;
use serenity::model::id::{GuildId, InteractionId, UserId};
use serenity::model::permissions::Permissions;

use crate::app::RequestContext;
use crate::model::Language;
use crate::model::{self, Rights, RoleId, ServerId, Time, UserId as StoredUser};

/// Who asked, and how the answer reaches them.
#[derive(Debug, Clone)]
pub struct Caller {
    /// What was asked.
    pub id: InteractionId,
    /// With which it is answered.
    pub token: String,
    /// Who asked.
    pub user: UserId,
    /// The language of their Discord.
    pub language: Language,
    /// Where they asked.
    pub on: Place,
    /// The same person in the server, with their rights there: Discord says so, not the person.
    pub member: Option<model::Member>,
}

/// Where something was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the chat: the answer is a message of its own.
    Chat,
    /// On a card, which is rewritten.
    Card,
}

impl Caller {
    /// Who is behind an interaction that can be answered.
    pub fn of(interaction: &Interaction) -> Option<Caller> {
        let (id, token, user, locale, on) = match interaction {
            Interaction::Command(it) | Interaction::Autocomplete(it) => {
                (it.id, &it.token, it.user.id, &it.locale, Place::Chat)
            }
            Interaction::Component(it) => (it.id, &it.token, it.user.id, &it.locale, Place::Card),
            Interaction::Modal(it) => {
                let on = if it.message.is_some() { Place::Card } else { Place::Chat };
                (it.id, &it.token, it.user.id, &it.locale, on)
            }
            _ => return None,
        };
        let member = member(interaction);
        Some(Caller { id, token: token.clone(), user, language: language(locale), on, member })
    }

    /// The same person as `App` knows them.
    pub fn context(&self, now: Time) -> RequestContext {
        RequestContext {
            user: StoredUser(self.user.get()),
            member: self.member.clone(),
            language: self.language,
            now,
            request: self.id.to_string(),
        }
    }
}

/// The caller as a member of the server where the interaction happened. One that has not installed the bot has no rules
/// of its own, so those that come with the program are active there.
fn member(interaction: &Interaction) -> Option<model::Member> {
    let (guild, member) = match interaction {
        Interaction::Command(it) | Interaction::Autocomplete(it) => {
            (it.guild_id, it.member.as_deref())
        }
        Interaction::Component(it) => (it.guild_id, it.member.as_ref()),
        Interaction::Modal(it) => (it.guild_id, it.member.as_ref()),
        _ => return None,
    };
    Some(of_member(guild?, member?))
}

fn of_member(guild: GuildId, member: &Member) -> model::Member {
    let rights = member.permissions.unwrap_or_default();
    let manages = rights.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR);
    model::Member {
        server: ServerId(guild.get()),
        user: StoredUser(member.user.id.get()),
        rights: if manages { Rights::ManagesServer } else { Rights::Member },
        roles: member.roles.iter().map(|role| RoleId(role.get())).collect(),
    }
}

/// The language of somebody whose Discord speaks `locale`.
pub fn language(locale: &str) -> Language {
    let tag = locale.split('-').next().unwrap_or("");
    Language::from_key(tag).unwrap_or(Language::En)
}
