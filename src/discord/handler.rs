//! Interactions answered: what comes in goes to the application, and its answer goes out.

use super::locked;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serenity::client::Context;
use serenity::http::Http;
use serenity::model::application::{CommandInteraction, Interaction};
use serenity::model::id::{InteractionId, UserId};
use tokio::time::Instant;
use tracing::{error, info, warn};

use super::attachment::Attachments;
use super::bounded::Bounded;
use super::caller::{Caller, Place};
use super::card_message::card_message;
use super::delivery::{self, FirstResponse, Undelivered};
use super::drafts::Drafts;
use super::escape;
use super::form_modal::{form_modal, modal};
use super::help_message::help_message;
use super::idea::Idea;
use super::incoming::{self, Incoming};
use super::metrics::Outcome;
use super::monitor::Monitor;
use super::options;
use super::outgoing::Message;
use super::panel_message::panel_message;
use super::task_supervisor::TaskSupervisor;
use super::tip_message::tip_with_buttons;
use super::user_quota::UserQuota;
use super::why_message::why_message;
use super::{Clock, Settings, limits, references};
use crate::app::Retention;
use crate::app::{self, App, Body, Effect, Error, Response};
use crate::check::{BadCardState, Card, Note, Pressed, Request, UserError};
use crate::model::Language;
use crate::model::UserId as StoredUser;
use crate::ui::Said;
use crate::ui::talk;

/// After this, the notice that an answer is being prepared is sent.
const PROMPT: Duration = Duration::from_millis(1_200);

/// Interactions that are known to have come already.
const REMEMBERED: usize = 10_000;

/// People of whom it is known which tips they saw lately, and how many of each.
const PEOPLE_REMEMBERED: usize = 1_000;
const TIPS_REMEMBERED: usize = 20;

/// The bot as it is for every event. Shared by all of them.
pub struct Handler {
    pub(super) app: Arc<App>,
    pub(super) clock: Clock,
    pub(super) monitor: Arc<Monitor>,
    pub(super) retention: Retention,
    attachments: Attachments,
    pub(super) drafts: Drafts,
    pub(super) work: TaskSupervisor,
    user_quota: Mutex<UserQuota>,
    /// Each interaction is answered once, also where Discord sends it twice.
    seen: Mutex<Bounded<InteractionId, ()>>,
    /// Ids of the tips that people saw lately; nothing else is known of anybody.
    tips: Mutex<Bounded<UserId, Vec<String>>>,
    started: Instant,
}

impl Handler {
    /// The bot as it is set up.
    pub fn new(settings: &Settings) -> Handler {
        Handler {
            app: Arc::clone(&settings.app),
            clock: settings.clock.clone(),
            monitor: Arc::clone(&settings.monitor),
            retention: settings.retention,
            attachments: Attachments::new(&settings.attachment_origins),
            drafts: Drafts::new(settings),
            work: TaskSupervisor::default(),
            user_quota: Mutex::new(UserQuota::new(settings.checks_per_minute)),
            seen: Mutex::new(Bounded::new(REMEMBERED)),
            tips: Mutex::new(Bounded::new(PEOPLE_REMEMBERED)),
            started: Instant::now(),
        }
    }

    /// Answers an interaction; what breaks on the way is told to whoever asked, and to nobody else.
    pub async fn interaction(&self, ctx: &Context, interaction: Interaction) {
        let Some(caller) = Caller::of(&interaction) else { return };
        if !locked(&self.seen).is_new(caller.id, ()) {
            self.monitor.metrics.interaction(Outcome::Twice);
            info!(interaction = %caller.id, "came twice, answered once");
            return;
        }
        let event = async {
            if references::are_of_server(&ctx.cache, &interaction) {
                self.answer(&ctx.http, &caller, &interaction).await;
            } else {
                let said = self.saying(&caller, talk::NOT_OF_THIS_SERVER);
                self.send(&ctx.http, &caller, &said).await;
            }
        };
        self.guarded(&ctx.http, &caller, event).await;
    }

    /// What breaks while an interaction is handled costs that interaction alone.
    async fn guarded(&self, http: &Http, caller: &Caller, event: impl Future<Output = ()>) {
        if self.work.handle(event).await.is_err() {
            self.monitor.metrics.interaction(Outcome::Broke);
            error!(interaction = %caller.id, "our code broke on an interaction");
            self.work.follow(apologize(http, caller)).await;
        }
    }

    async fn answer(&self, http: &Http, caller: &Caller, interaction: &Interaction) {
        let incoming = match interaction {
            Interaction::Autocomplete(it) => {
                return self.send(http, caller, &self.offers(caller, it).await).await;
            }
            Interaction::Command(it) => incoming::command(it, &self.attachments),
            Interaction::Component(it) => incoming::component(it),
            Interaction::Modal(it) => incoming::modal(it),
            _ => return,
        };
        match incoming {
            Incoming::Say(sentence) => {
                self.send(http, caller, &self.saying(caller, sentence)).await;
            }
            Incoming::BadCard(bad) => {
                let first = self.first_response(caller, Response::unreadable(bad).body);
                self.send(http, caller, &first).await;
            }
            Incoming::App(interaction) => self.respond(http, caller, interaction).await,
            Incoming::Tip => {
                let recent = locked(&self.tips).of(caller.user, Vec::new).clone();
                let tip = app::Interaction::Tip { seed: caller.id.get(), recent };
                self.respond(http, caller, tip).await;
            }
            Incoming::OpenIdea(idea) => self.open_idea(http, caller, idea, interaction).await,
        }
    }

    /// Answers, from the first notice to the last effect.
    ///
    /// Some of it takes a while, such as looking through a file with thousands of rules. Discord waits three seconds
    /// for a first answer, so the notice that an answer is being prepared is sent in time. A form can't follow that
    /// notice, which is why nothing slow ever comes before a form.
    async fn respond(&self, http: &Http, caller: &Caller, interaction: app::Interaction) {
        if interaction.checks_a_draft() && !self.may_check(caller.user) {
            return self.send(http, caller, &self.saying(caller, talk::ONE_MOMENT)).await;
        }
        let pressed = pressed(&interaction);
        let is_check = interaction.checks_a_draft();
        let begun = Instant::now();
        let context = caller.context(self.clock.now());
        let mut handling = pin!(self.app.handle(&context, interaction));
        let (response, is_late) = tokio::select! {
            response = &mut handling => (response, false),
            () = tokio::time::sleep(PROMPT) => {
                let sign = match caller.on {
                    Place::Chat => FirstResponse::OneMoment,
                    Place::Card => FirstResponse::OneMomentInPlace,
                };
                self.send(http, caller, &sign).await;
                (handling.await, true)
            }
        };
        if is_check {
            self.count(begun, &response.body);
        }
        self.log(caller, response.error.as_ref());
        self.remember(caller, &response.body, pressed.as_ref());
        let first = self.first_response(caller, response.body);
        if is_late {
            self.send_late_first(http, caller, first).await;
        } else {
            self.send(http, caller, &first).await;
        }
        self.run_effects(http, caller, &response.effects).await;
    }

    async fn run_effects(&self, http: &Http, caller: &Caller, effects: &[Effect]) {
        for (number, effect) in effects.iter().enumerate() {
            let nonce = format!("{}-{number}", caller.id);
            self.run_effect(http, effect, &nonce, caller.language).await;
        }
    }

    /// Counts a check that was begun then.
    fn count(&self, begun: Instant, body: &Body) {
        let metrics = &self.monitor.metrics;
        metrics.checks.inc();
        metrics.check_seconds.observe(begun.elapsed().as_secs_f64());
        if let Body::Card(card) = body {
            metrics.findings.inc_by(card.review.findings.len() as u64);
        }
    }

    /// Counts the outcome of an answer, and reports what was not sent.
    fn sent(&self, caller: &Caller, sent: Result<(), Undelivered>) {
        match sent {
            Ok(()) => self.monitor.metrics.interaction(Outcome::Answered),
            Err(error) => {
                self.monitor.metrics.interaction(Outcome::Unsent);
                warn!(interaction = %caller.id, %error, "an answer was not sent");
            }
        }
    }

    /// What else went wrong with an answer.
    pub(super) fn log(&self, caller: &Caller, error: Option<&Error>) {
        if let Some(error) = error {
            self.monitor.metrics.storage_errors.inc();
            error!(interaction = %caller.id, %error, "storage failed");
        }
    }

    /// Notes which tip somebody saw, and says in the log which rule somebody found to be wrong about something.
    fn remember(&self, caller: &Caller, body: &Body, pressed: Option<&Pressed>) {
        match (body, pressed) {
            (Body::Card(card), Some(button)) => note(card, button),
            (Body::Tip(tip), _) => {
                let mut tips = locked(&self.tips);
                let recent = tips.of(caller.user, Vec::new);
                recent.push(tip.tip.id.clone());
                let old = recent.len().saturating_sub(TIPS_REMEMBERED);
                recent.drain(..old);
            }
            _ => (),
        }
    }

    /// A body as the first answer to an interaction.
    fn first_response(&self, caller: &Caller, body: Body) -> FirstResponse {
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
    async fn send_late_first(&self, http: &Http, caller: &Caller, first: FirstResponse) {
        let in_place = matches!(first, FirstResponse::InPlace(_));
        let message = match first {
            FirstResponse::Private(message) | FirstResponse::InPlace(message) => message,
            // What leads to a form has nothing slow before it; should storage be slow, the button is pressed again.
            _ => Message::saying(talk::PRESS_AGAIN.to(caller.language)),
        };
        let sent = match (caller.on, in_place) {
            (Place::Card, false) => delivery::afterwards(http, &caller.token, &message).await,
            _ => delivery::late_answer(http, &caller.token, &message).await,
        };
        self.sent(caller, sent);
    }

    fn saying(&self, caller: &Caller, sentence: Said) -> FirstResponse {
        FirstResponse::Private(Message::saying(sentence.to(caller.language)))
    }

    async fn offers(&self, caller: &Caller, interaction: &CommandInteraction) -> FirstResponse {
        let used = options::used(interaction);
        let Some((command, (option, typed))) =
            used.and_then(|(command, options)| Some((command, options::typed(options)?)))
        else {
            return FirstResponse::Offers(Vec::new());
        };
        let context = caller.context(self.clock.now());
        let (id, most) = (command.id, limits::CHOICES);
        let offered = self.app.offers(&context, id, option, typed, most).await;
        FirstResponse::Offers(
            offered
                .into_iter()
                .map(|offered| (escape::label(&offered.shown), offered.value))
                .collect(),
        )
    }

    /// Forgets which tips somebody saw: nothing else is known of anybody.
    pub(super) fn forget(&self, user: StoredUser) {
        if user.0 != 0 {
            locked(&self.tips).forget(UserId::new(user.0));
        }
    }

    pub(super) fn may_check(&self, user: UserId) -> bool {
        locked(&self.user_quota).allows(user.get(), self.started.elapsed())
    }

    fn card(&self, card: &Card, language: Language) -> Message {
        card_message(card, language, &self.app.principles())
    }

    /// Opens the card of a posted draft for its author. The message is fetched first, so the notice goes out
    /// that an answer is being made.
    async fn open_idea(&self, http: &Http, caller: &Caller, idea: Idea, interaction: &Interaction) {
        if caller.user != idea.author {
            return self.send(http, caller, &self.saying(caller, talk::IDEA_FOR_AUTHOR)).await;
        }
        if !stands_under(interaction, idea) {
            let first =
                self.first_response(caller, Response::unreadable(BadCardState::Unreadable).body);
            return self.send(http, caller, &first).await;
        }
        if !self.may_check(caller.user) {
            return self.send(http, caller, &self.saying(caller, talk::ONE_MOMENT)).await;
        }
        self.send(http, caller, &FirstResponse::OneMoment).await;
        let fetched = delivery::retried(|| http.get_message(idea.channel, idea.message)).await;
        let mut effects = Vec::new();
        let message = match fetched {
            Ok(message) if message.author.id == caller.user => {
                let draft = message.content;
                let context = caller.context(self.clock.now());
                let check = app::Interaction::Check(Request::Check { draft });
                let begun = Instant::now();
                let response = self.app.handle(&context, check).await;
                self.count(begun, &response.body);
                self.log(caller, response.error.as_ref());
                effects = response.effects;
                self.card_of(caller, &response.body)
            }
            Ok(_) | Err(Undelivered::Gone) => {
                self.take_back(http, interaction).await;
                Message::saying(talk::IDEA_GONE.to(caller.language))
            }
            Err(error) => {
                warn!(channel = %idea.channel, %error, "a posted draft can't be read");
                Message::saying(talk::OUR_FAULT.to(caller.language))
            }
        };
        self.send_late(http, caller, &message).await;
        self.run_effects(http, caller, &effects).await;
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
    async fn take_back(&self, http: &Http, interaction: &Interaction) {
        let Interaction::Component(pressed) = interaction else { return };
        let deleted = delivery::delete(http, pressed.channel_id, pressed.message.id).await;
        if let Err(error) = deleted {
            warn!(channel = %pressed.channel_id, %error, "our own answer can't be deleted");
        }
    }

    pub(super) async fn send(&self, http: &Http, caller: &Caller, reply: &FirstResponse) {
        let sent = delivery::first_answer(http, (caller.id, &caller.token), reply).await;
        match sent {
            // What follows the notice is the answer.
            Ok(()) if reply.is_sign() => (),
            Err(error @ Undelivered::TooLong(_)) => {
                self.monitor.metrics.interaction(Outcome::Unsent);
                error!(interaction = %caller.id, %error, "an answer of ours is too long");
                apologize(http, caller).await;
            }
            sent => self.sent(caller, sent),
        }
    }

    async fn send_late(&self, http: &Http, caller: &Caller, message: &Message) {
        self.sent(caller, delivery::late_answer(http, &caller.token, message).await);
    }
}

/// Tells the person that something broke on our side.
async fn apologize(http: &Http, caller: &Caller) {
    let message = Message::saying(talk::OUR_FAULT.to(caller.language));
    let reply = FirstResponse::Private(message.clone());
    let sent = match delivery::first_answer(http, (caller.id, &caller.token), &reply).await {
        // The notice that an answer is being prepared went out already.
        Err(Undelivered::AlreadyAnswered) => {
            delivery::late_answer(http, &caller.token, &message).await
        }
        sent => sent,
    };
    if let Err(error) = sent {
        warn!(interaction = %caller.id, %error, "nobody could be told");
    }
}

/// The button of a card that was pressed.
fn pressed(interaction: &app::Interaction) -> Option<Pressed> {
    match interaction {
        app::Interaction::Check(Request::Press { button, .. }) => Some(button.clone()),
        _ => None,
    }
}

/// Whether the message with the button is the answer under the draft that the button names: nobody else's message is read,
/// and nothing else of ours deleted.
fn stands_under(interaction: &Interaction, idea: Idea) -> bool {
    let Interaction::Component(pressed) = interaction else { return false };
    let under = pressed.message.message_reference.as_ref().and_then(|under| under.message_id);
    pressed.channel_id == idea.channel && under == Some(idea.message)
}

/// Says which rule somebody found to be wrong about something: the rule and nothing else.
fn note(card: &Card, button: &Pressed) {
    if card.notes.contains(&Note::NotAProblem)
        && let Some(finding) = card.finding(button.state.focus)
    {
        info!(rule = %finding.rule.id, "not a problem");
    }
}

fn refused(error: &UserError, language: Language) -> Message {
    Message::saying(super::escape::shown(&talk::check_error(error, language)))
}

#[cfg(test)]
mod tests;
