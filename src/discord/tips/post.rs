//! A tip on its way into a channel.

use std::time::Duration;

use serenity::model::id::{self as message, ChannelId};
use tokio::time::Instant;
use tracing::{error, info, warn};

use super::TipPoster;
use crate::discord::call::{Call, Undelivered};
use crate::discord::delivery;
use crate::discord::tip_message::posted_tip;
use crate::model::MessageId;
use crate::tips::{Post, Posted};

/// Waits between tries. Somebody else takes the claim in hand after two minutes, so all of it ends well before.
const WAITS: [u64; 6] = [250, 1_000, 3_000, 8_000, 15_000, 25_000];
/// How long all tries may take.
const ALL_TRIES: Duration = Duration::from_secs(80);

impl TipPoster {
    /// Posts a tip; tries again what may go better, since its nonce keeps it from being posted twice.
    pub(super) async fn post(&self, post: &Post) -> Posted {
        let message = posted_tip(post);
        // Zero is not an id, and making one of it would panic.
        let channel = ChannelId::new(post.channel.0.max(1));
        let call = match delivery::post(channel, &message, &post.nonce) {
            Ok(call) => call,
            Err(too_long) => {
                error!(claim = post.claim.0, %too_long, "a tip is too long to be posted");
                return Posted::Refused;
            }
        };
        let sent = tokio::time::timeout(ALL_TRIES, self.try_and_try(&call)).await;
        match sent.unwrap_or(Err(Undelivered::NoConnection)) {
            Ok(message) => Posted::There(message),
            Err(error @ (Undelivered::Gone | Undelivered::Forbidden(_))) => {
                info!(channel = post.channel.0, %error, "a channel for tips is out of reach");
                Posted::Closed
            }
            Err(Undelivered::Refused(status, code)) if is_final(status) => {
                error!(claim = post.claim.0, status, code, "a tip was refused");
                Posted::Refused
            }
            Err(error) => {
                warn!(claim = post.claim.0, %error, "nobody knows whether a tip was posted");
                Posted::Unknown
            }
        }
    }

    async fn try_and_try(&self, call: &Call<'_>) -> Result<MessageId, Undelivered> {
        let mut waits = WAITS.iter();
        let until = Instant::now() + ALL_TRIES;
        loop {
            let error = match self.requests().once(call, until).await {
                Ok(answer) => {
                    return Ok(MessageId(delivery::made::<message::MessageId>(&answer)?.get()));
                }
                Err(failed) => failed.error,
            };
            match waits.next().filter(|_| error.may_pass()) {
                Some(wait) => {
                    info!(%error, "a tip did not get through, it is sent again");
                    tokio::time::sleep(Duration::from_millis(*wait)).await;
                }
                None => return Err(error),
            }
            self.turn().await;
        }
    }
}

/// Whether Discord has refused the message itself, and not the moment or the bot.
fn is_final(status: u16) -> bool {
    (400..500).contains(&status) && status != 401 && status != 429
}
