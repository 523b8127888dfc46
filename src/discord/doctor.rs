//! Whether everything is set up as the bot needs it.

use std::sync::Arc;

use reqwest::Client;
use serenity::http::Route;
use serenity::model::application::{ApplicationFlags, CurrentApplicationInfo};
use serenity::model::channel::{Channel, GuildChannel};
use serenity::model::guild::GuildInfo;
use serenity::model::id::{ApplicationId, ChannelId};
use serenity::model::permissions::Permissions;

use super::call::{Call, Undelivered};
use super::connect::{self, Access, Unanswered};
use super::discord_clock::{self, Agreement};
use super::requests::{PATIENT, Requests};
use super::{registration, rights};
use crate::model::Time;
use crate::ui::Checkup;

/// What the bot needs in a drafts channel.
const RIGHTS: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// What it is invited with: tips stand in a block with a coloured edge.
const INVITED_WITH: Permissions = RIGHTS.union(Permissions::EMBED_LINKS);

/// Servers that are asked for at a time.
const SERVERS: u64 = 200;

/// Looks at everything that the bot needs from Discord; the findings in the order in which they are fixed.
pub async fn examine(access: &Access, drafts_channels: &[u64], now: Time) -> Vec<Checkup> {
    if access.token.is_empty() {
        return vec![Checkup::NoToken];
    }
    if !access.token.is_sound() {
        return vec![Checkup::InvalidToken];
    }
    let (url, client) = (access.api_url.as_deref(), Client::new());
    let requests = &Requests::new(&access.token, url, client, Arc::default());
    let (application, date) = match connect::application(requests).await {
        Ok(told) => (told.answer, told.date),
        Err(Unanswered::InvalidToken) => return vec![Checkup::InvalidToken],
        Err(Unanswered::Later(_)) => return vec![Checkup::NoDiscord],
    };
    requests.set_application(application.id);
    let mut found = vec![Checkup::Application { name: application.name.clone() }];
    found.push(match connect::gateway(requests).await {
        Ok(_) => Checkup::Gateway,
        Err(_) => Checkup::NoGateway,
    });
    found.push(clock(date, now));
    found.push(content(&application, drafts_channels.is_empty()));
    found.push(match registration::is_current(requests).await {
        Ok(true) => Checkup::Commands,
        Ok(false) | Err(_) => Checkup::CommandsDiffer,
    });
    found.extend(servers(requests).await);
    for channel in drafts_channels {
        found.push(drafts_channel(requests, *channel).await);
    }
    found.push(Checkup::Invitation { link: invitation(application.id) });
    found
}

/// Whether our clock is right by Discord's.
fn clock(date: Option<Time>, now: Time) -> Checkup {
    match date.map(|date| discord_clock::agreement(now, date)) {
        Some(Agreement::Right) => Checkup::ClockRight,
        Some(Agreement::Off(ahead)) => Checkup::ClockOff { ahead },
        Some(Agreement::Unknown) | None => Checkup::ClockUnknown,
    }
}

/// Whether the bot may read messages, which drafts channels need.
fn content(application: &CurrentApplicationInfo, no_channels: bool) -> Checkup {
    let flags = application.flags.unwrap_or(ApplicationFlags::empty());
    let may = flags.intersects(
        ApplicationFlags::GATEWAY_MESSAGE_CONTENT
            | ApplicationFlags::GATEWAY_MESSAGE_CONTENT_LIMITED,
    );
    match (no_channels, may) {
        (_, true) => Checkup::MessageContent,
        (false, false) => Checkup::NoMessageContent,
        (true, false) => Checkup::NoDraftsChannels,
    }
}

async fn servers(requests: &Requests) -> Option<Checkup> {
    let call = Call::get(Route::UserMeGuilds).with("limit", SERVERS);
    let guilds: Vec<GuildInfo> = requests.fire(&call, PATIENT).await.ok()?.read().ok()?;
    Some(Checkup::Servers { count: guilds.len() })
}

async fn drafts_channel(requests: &Requests, id: u64) -> Checkup {
    if id == 0 {
        return Checkup::NoChannel { id };
    }
    let route = Route::Channel { channel_id: ChannelId::new(id) };
    let channel = match requests.get(route).await {
        Ok(Channel::Guild(channel)) => channel,
        Ok(_) | Err(Undelivered::Gone | Undelivered::Forbidden(_)) => {
            return Checkup::NoChannel { id };
        }
        Err(_) => return Checkup::NoDiscord,
    };
    let name = channel.name.clone();
    match rights(requests, &channel).await {
        Some(rights) if rights.contains(RIGHTS) => Checkup::DraftsChannel { name },
        Some(rights) => {
            let missing = (RIGHTS - rights).get_permission_names();
            Checkup::NoRights {
                name,
                missing: missing.iter().map(|&right| right.to_owned()).collect(),
            }
        }
        None => Checkup::NoRights { name, missing: Vec::new() },
    }
}

async fn rights(requests: &Requests, channel: &GuildChannel) -> Option<Permissions> {
    let me = rights::bot(requests).await.ok()?;
    rights::in_channel(requests, channel, me).await.ok()
}

/// Brings the bot into a server.
fn invitation(application: ApplicationId) -> String {
    let rights = INVITED_WITH.bits();
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={rights}"
    )
}
