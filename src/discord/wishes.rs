//! What leads and their teams wish for: a panel, a form, and errands besides.
//!
//! Some of it takes a while, such as looking through a file with thousands of rules. Discord waits three seconds
//! for a first answer, so the sign that an answer is being made goes out in good time. A form can't follow that sign,
//! which is why nothing slow ever comes before a form.

use std::pin::pin;
use std::time::Duration;

use serenity::http::Http;
use tracing::warn;

use super::asker::{Asker, Place};
use super::delivery::{self, Reply};
use super::form_modal::questions_modal;
use super::front::{Front, log};
use super::outgoing::Message;
use super::panel_message::panel_message;
use crate::desk::reception::{self, Panel, Wish};
use crate::render::talk;

/// After this, the sign goes out that an answer is being made.
const PROMPT: Duration = Duration::from_millis(1_200);

impl Front {
    /// Sees to a wish from the first sign to the last errand.
    pub(super) async fn wished(&self, http: &Http, asker: &Asker, wish: Wish) {
        let visitor = asker.visitor(self.clock.now());
        let mut receiving = pin!(self.reception.receive(&visitor, wish));
        let (received, is_late) = tokio::select! {
            received = &mut receiving => (received, false),
            () = tokio::time::sleep(PROMPT) => {
                let sign = match asker.on {
                    Place::Chat => Reply::OneMoment,
                    Place::Card => Reply::OneMomentInPlace,
                };
                self.send(http, asker, &sign).await;
                (receiving.await, true)
            }
        };
        log(asker, received.trouble.as_ref());
        if is_late {
            self.send_what_took_long(http, asker, received.reply).await;
        } else {
            let reply = self.first_reply(asker, received.reply);
            self.send(http, asker, &reply).await;
        }
        for (number, errand) in received.errands.iter().enumerate() {
            let nonce = format!("{}-{number}", asker.id);
            self.run_errand(http, errand, &nonce, asker.language).await;
        }
    }

    fn first_reply(&self, asker: &Asker, reply: reception::Reply) -> Reply {
        let message = |panel: &Panel| panel_message(panel, asker.language);
        match reply {
            reception::Reply::Answer(answer) => self.reply(asker, &answer),
            reception::Reply::Panel(panel) => Reply::Private(message(&panel)),
            reception::Reply::InPlace(panel) if asker.on == Place::Card => {
                Reply::InPlace(message(&panel))
            }
            reception::Reply::InPlace(panel) => Reply::Private(message(&panel)),
            reception::Reply::Questions(questions) => Reply::Form(questions_modal(&questions)),
        }
    }

    async fn send_what_took_long(&self, http: &Http, asker: &Asker, reply: reception::Reply) {
        let in_place = matches!(reply, reception::Reply::InPlace(_));
        let message = match self.first_reply(asker, reply) {
            Reply::Private(message) | Reply::InPlace(message) => message,
            // What leads to a form has nothing slow before it; should storage be slow, the button is pressed again.
            _ => Message::saying(talk::PRESS_AGAIN.to(asker.language)),
        };
        let sent = match (asker.on, in_place) {
            (Place::Card, false) => delivery::afterwards(http, &asker.token, &message).await,
            _ => delivery::late_answer(http, &asker.token, &message).await,
        };
        if let Err(error) = sent {
            warn!(interaction = %asker.id, %error, "a late answer was not sent");
        }
    }
}
