//! The card of a posted draft, opened for its author.

use serenity::http::Route;
use serenity::model::application::Interaction;
use serenity::model::channel;
use tokio::time::Instant;
use tracing::warn;

use super::Handler;
use super::replies::refused;
use crate::app::{self, Body, Response};
use crate::check::{BadCardState, Request, UserError};
use crate::discord::call::Undelivered;
use crate::discord::caller::Caller;
use crate::discord::delivery::{self, FirstResponse};
use crate::discord::idea::Idea;
use crate::discord::outgoing::Message;
use crate::discord::panel_message::panel_message;
use crate::ui::talk;

impl Handler {
    /// Opens the card of a posted draft for its author. The message is fetched first, so the notice goes out
    /// that an answer is being made.
    pub(super) async fn open_idea(&self, caller: &Caller, idea: Idea, interaction: &Interaction) {
        if caller.user != idea.author {
            return self.send(caller, &self.saying(caller, talk::IDEA_FOR_AUTHOR)).await;
        }
        if !stands_under(interaction, idea) {
            let first =
                self.first_response(caller, Response::unreadable(BadCardState::Unreadable).body);
            return self.send(caller, &first).await;
        }
        if !self.may_check(caller.user) {
            return self.send(caller, &self.saying(caller, talk::ONE_MOMENT)).await;
        }
        self.send(caller, &FirstResponse::OneMoment).await;
        let (channel_id, message_id) = (idea.channel, idea.message);
        let posted = Route::ChannelMessage { channel_id, message_id };
        let fetched: Result<channel::Message, Undelivered> = self.requests.get(posted).await;
        let mut effects = Vec::new();
        let message = match fetched {
            Ok(message) if message.author.id == caller.user => {
                let draft = message.content;
                let context = caller.context(self.clock.now());
                let check = app::Interaction::Check(Request::Check { draft });
                let begun = Instant::now();
                let response = self.app.handle(&context, check).await;
                self.count(begun, &response.body);
                self.log(response.error.as_ref());
                effects = response.effects;
                self.card_of(caller, &response.body)
            }
            Ok(_) | Err(Undelivered::Gone) => {
                self.take_back(interaction).await;
                Message::saying(talk::IDEA_GONE.to(caller.language))
            }
            Err(error) => {
                warn!(channel = %idea.channel, %error, "a posted draft can't be read");
                Message::saying(talk::OUR_FAULT.to(caller.language))
            }
        };
        self.send_late(caller, &message).await;
        self.run_effects(caller, &effects).await;
    }

    fn card_of(&self, caller: &Caller, body: &Body) -> Message {
        let language = caller.language;
        match body {
            Body::Card(card) => self.card(card, language),
            Body::Refused(UserError::EmptyDraft) => {
                Message::saying(talk::MESSAGE_WITHOUT_WORDS.to(language))
            }
            Body::Refused(error) => refused(error, language),
            Body::Panel(panel) => panel_message(panel, language),
            _ => Message::saying(talk::OUR_FAULT.to(language)),
        }
    }

    /// Deletes our own word about a message that is gone.
    async fn take_back(&self, interaction: &Interaction) {
        let Interaction::Component(pressed) = interaction else { return };
        let deleted =
            delivery::delete(&self.requests, pressed.channel_id, pressed.message.id).await;
        if let Err(error) = deleted {
            warn!(channel = %pressed.channel_id, %error, "our own answer can't be deleted");
        }
    }
}

/// Whether the message with the button is the answer under the draft that the button names: nobody else's message is read,
/// and nothing else of ours deleted.
fn stands_under(interaction: &Interaction, idea: Idea) -> bool {
    let Interaction::Component(pressed) = interaction else { return false };
    let under = pressed.message.message_reference.as_ref().and_then(|under| under.message_id);
    pressed.channel_id == idea.channel && under == Some(idea.message)
}
