//! What is to be done besides an answer: words for a channel, and for somebody alone.

use serenity::builder::CreateMessage;
use serenity::http::Http;
use serenity::model::id::{ChannelId, UserId};
use tracing::warn;

use super::delivery::{self, Undelivered};
use super::outgoing::Message;
use super::panel_message::panel_message;
use crate::desk::reception::Errand;
use crate::render::Language;

/// Does an errand. Whoever asked has their answer by now, so what fails is logged and nothing else.
///
/// With one `nonce` it is done once, however often it is tried.
pub async fn done(http: &Http, errand: &Errand, nonce: &str, language: Language) {
    let sent = match errand {
        Errand::Post { channel, panel } if channel.0 != 0 => {
            let channel = ChannelId::new(channel.0);
            posted(http, channel, &panel_message(panel, language), nonce).await
        }
        Errand::Tell { user, panel } if user.0 != 0 => {
            told(http, UserId::new(user.0), &panel_message(panel, language), nonce).await
        }
        Errand::Post { .. } | Errand::Tell { .. } => Ok(()),
    };
    if let Err(error) = sent {
        let to = match errand {
            Errand::Post { channel, .. } => format!("channel {}", channel.0),
            Errand::Tell { .. } => "somebody alone".to_owned(),
        };
        warn!(%to, %error, "a message was not sent");
    }
}

async fn posted(
    http: &Http,
    channel: ChannelId,
    message: &Message,
    nonce: &str,
) -> Result<(), Undelivered> {
    message.check()?;
    let new = || -> CreateMessage { message.posted(nonce) };
    delivery::retried(|| channel.send_message(http, new())).await.map(drop)
}

async fn told(
    http: &Http,
    user: UserId,
    message: &Message,
    nonce: &str,
) -> Result<(), Undelivered> {
    let direct = delivery::retried(|| user.create_dm_channel(http)).await?;
    posted(http, direct.id, message, nonce).await
}
