//! What is to be done besides an answer: words for a channel, and for somebody alone; and what is to be forgotten.

use serenity::model::id::{ChannelId, MessageId, UserId};
use tracing::warn;

use super::Handler;
use crate::discord::delivery::{self, posted, rewritten};
use crate::discord::panel_message::panel_message;

use crate::app::{Effect, ProposalId};
use crate::model::{self, Language, ServerId};

impl Handler {
    /// Carries out an effect. The person already has the answer, so a failure is only logged.
    ///
    /// With one `nonce` it is done once, no matter how often it is tried.
    pub(super) async fn run_effect(&self, effect: &Effect, nonce: &str, language: Language) {
        let requests = &self.requests;
        let sent = match effect {
            Effect::Post { channel, panel } if channel.0 != 0 => {
                let message = panel_message(panel, language);
                posted(requests, ChannelId::new(channel.0), &message, nonce).await.map(drop)
            }
            Effect::PostProposal { server, proposal, channel, panel } if channel.0 != 0 => {
                let place = ChannelId::new(channel.0);
                match posted(requests, place, &panel_message(panel, language), nonce).await {
                    Ok(message) => {
                        self.proposal_stands(*server, *proposal, (place, message)).await;
                        Ok(())
                    }
                    Err(error) => Err(error),
                }
            }
            Effect::Rewrite { channel, message, panel } if channel.0 != 0 && message.0 != 0 => {
                let place = (ChannelId::new(channel.0), MessageId::new(message.0));
                rewritten(requests, place, &panel_message(panel, language)).await
            }
            Effect::Tell { user, panel } if user.0 != 0 => {
                match delivery::channel_with(requests, UserId::new(user.0)).await {
                    Ok(channel) => {
                        let message = panel_message(panel, language);
                        posted(requests, channel, &message, nonce).await.map(drop)
                    }
                    Err(error) => Err(error),
                }
            }
            Effect::Forget { user } => {
                self.forget(*user);
                Ok(())
            }
            _ => Ok(()),
        };
        if let Err(error) = sent {
            let to = match effect {
                Effect::Post { channel, .. }
                | Effect::PostProposal { channel, .. }
                | Effect::Rewrite { channel, .. } => format!("channel {}", channel.0),
                Effect::Tell { .. } | Effect::Forget { .. } => "somebody alone".to_owned(),
            };
            warn!(%to, %error, "a message was not sent");
        }
    }

    /// Notes where the card of a proposal is, so that it can be rewritten.
    async fn proposal_stands(
        &self,
        server: ServerId,
        proposal: ProposalId,
        (channel, message): (ChannelId, MessageId),
    ) {
        let place = (model::ChannelId(channel.get()), model::MessageId(message.get()));
        let teams = self.app.teams();
        if let Err(error) = teams.proposal_posted(server, proposal, place).await {
            self.monitor.storage_failed(&error, "where a proposal stands was not noted");
        }
    }
}
