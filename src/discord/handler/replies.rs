//! Answers on their way out: a body as Discord's first answer, what comes late, and what to say where nothing can be sent.

use tracing::{error, warn};

use super::Handler;
use crate::app::Body;
use crate::check::{Card, UserError};
use crate::discord::call::Undelivered;
use crate::discord::caller::{Caller, Place};
use crate::discord::card_message::card_message;
use crate::discord::delivery::{self, FirstResponse};
use crate::discord::escape;
use crate::discord::form_modal::{form_modal, modal};
use crate::discord::help_message::help_message;
use crate::discord::metrics::Outcome;
use crate::discord::outgoing::Message;
use crate::discord::panel_message::panel_message;
use crate::discord::tip_message::tip_with_buttons;
use crate::discord::why_message::why_message;
use crate::model::Language;
use crate::ui::{Said, talk};

impl Handler {
    /// A body as the first answer to an interaction.
    pub(super) fn first_response(&self, caller: &Caller, body: Body) -> FirstResponse {
        let language = caller.language;
        let in_place = |message| match caller.on {
            Place::Chat => FirstResponse::Private(message),
            Place::Card => FirstResponse::InPlace(message),
        };
        match body {
            Body::Card(card) => in_place(self.card(&card, language)),
            Body::CardForm(form) => FirstResponse::Form(form_modal(&form, language)),
            Body::Rule(explained) => FirstResponse::Private(why_message(&explained, language)),
            Body::Tip(tip) => FirstResponse::Private(tip_with_buttons(&tip, language)),
            Body::Help(who) => FirstResponse::Private(help_message(who, language)),
            Body::Refused(error) => FirstResponse::Private(refused(&error, language)),
            Body::Panel(panel) => FirstResponse::Private(panel_message(&panel, language)),
            Body::InPlace(panel) => in_place(panel_message(&panel, language)),
            Body::Modal(form) => FirstResponse::Form(modal(&form)),
        }
    }

    /// Sends what was to be the first answer after the notice that an answer is being prepared.
    pub(super) async fn send_late_first(&self, caller: &Caller, first: FirstResponse) {
        let in_place = matches!(first, FirstResponse::InPlace(_));
        let message = match first {
            FirstResponse::Private(message) | FirstResponse::InPlace(message) => message,
            // What leads to a form has nothing slow before it; should storage be slow, the button is pressed again.
            _ => Message::saying(talk::PRESS_AGAIN.to(caller.language)),
        };
        let sent = match (caller.on, in_place) {
            (Place::Card, false) => {
                delivery::afterwards(&self.requests, &caller.token, &message).await
            }
            _ => delivery::late_answer(&self.requests, &caller.token, &message).await,
        };
        self.sent(caller, sent);
    }

    pub(super) fn saying(&self, caller: &Caller, sentence: Said) -> FirstResponse {
        FirstResponse::Private(Message::saying(sentence.to(caller.language)))
    }

    pub(super) fn card(&self, card: &Card, language: Language) -> Message {
        card_message(card, language, &self.app.principles())
    }

    /// Counts the outcome of an answer, and reports what was not sent.
    pub(super) fn sent(&self, caller: &Caller, sent: Result<(), Undelivered>) {
        match sent {
            Ok(()) => self.monitor.metrics.interaction(Outcome::Answered),
            Err(error) => {
                self.monitor.metrics.interaction(Outcome::Unsent);
                warn!(interaction = %caller.id, %error, "an answer was not sent");
            }
        }
    }

    pub(super) async fn send(&self, caller: &Caller, reply: &FirstResponse) {
        let sent = delivery::first_answer(&self.requests, (caller.id, &caller.token), reply).await;
        match sent {
            // What follows the notice is the answer.
            Ok(()) if reply.is_sign() => (),
            Err(error @ Undelivered::TooLong(_)) => {
                self.monitor.metrics.interaction(Outcome::Unsent);
                error!(interaction = %caller.id, %error, "an answer of ours is too long");
                self.apologize(caller).await;
            }
            sent => self.sent(caller, sent),
        }
    }

    pub(super) async fn send_late(&self, caller: &Caller, message: &Message) {
        self.sent(caller, delivery::late_answer(&self.requests, &caller.token, message).await);
    }

    /// Tells the person that something broke on our side.
    pub(super) async fn apologize(&self, caller: &Caller) {
        let message = Message::saying(talk::OUR_FAULT.to(caller.language));
        let reply = FirstResponse::Private(message.clone());
        let first = delivery::first_answer(&self.requests, (caller.id, &caller.token), &reply);
        let sent = match first.await {
            // The notice that an answer is being prepared went out already.
            Err(Undelivered::AlreadyAnswered) => {
                delivery::late_answer(&self.requests, &caller.token, &message).await
            }
            sent => sent,
        };
        if let Err(error) = sent {
            warn!(interaction = %caller.id, %error, "nobody could be told");
        }
    }
}

pub(super) fn refused(error: &UserError, language: Language) -> Message {
    Message::saying(escape::shown(&talk::check_error(error, language)))
}
