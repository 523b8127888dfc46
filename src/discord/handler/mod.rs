//! Interactions answered: what comes in goes to the application, and its answer goes out.

mod departures;
mod drafts;
mod effects;
mod events;
mod open_idea;
mod replies;

use std::num::NonZeroUsize;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lru::LruCache;
use serenity::client::Context;
use serenity::model::application::{CommandInteraction, Interaction};
use serenity::model::id::{InteractionId, UserId};
use tokio::time::Instant;
use tracing::{error, info};

use super::attachment::Attachments;
use super::caller::{Caller, Place};
use super::delivery::FirstResponse;
use super::escape;
use super::incoming::{self, Incoming};
use super::metrics::Outcome;
use super::monitor::Monitor;
use super::options;
use super::requests::Requests;
use super::task_supervisor::TaskSupervisor;
use super::{Clock, Settings, limits, locked, references};
use crate::app::{self, App, Body, Effect, Error, Quota, Response, Retention};
use crate::check::{Card, Note, Pressed, Request};
use crate::model::{Time, UserId as StoredUser};
use crate::ui::talk;

pub use events::Events;

use drafts::Drafts;

/// After this, the notice that an answer is being prepared is sent.
const PROMPT: Duration = Duration::from_millis(1_200);

/// How many past interactions are remembered, so that none is answered twice.
const REMEMBERED: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();

/// People of whom it is known which tips they saw lately, and how many of each.
const PEOPLE_REMEMBERED: NonZeroUsize = NonZeroUsize::new(1_000).unwrap();
const TIPS_REMEMBERED: usize = 20;

/// The bot as it is for every event. Shared by all of them.
pub struct Handler {
    pub(super) app: Arc<App>,
    pub(super) clock: Clock,
    pub(super) monitor: Arc<Monitor>,
    pub(super) requests: Arc<Requests>,
    pub(super) retention: Retention,
    attachments: Attachments,
    pub(super) drafts: Drafts,
    pub(super) work: TaskSupervisor,
    quota: Quota<UserId>,
    /// Each interaction is answered once, also where Discord sends it twice.
    seen: Mutex<LruCache<InteractionId, ()>>,
    /// Ids of the tips that people saw lately; nothing else is known of anybody.
    tips: Mutex<LruCache<UserId, Vec<String>>>,
    started: Instant,
}

impl Handler {
    /// The bot as it is set up.
    pub fn new(settings: &Settings, requests: Arc<Requests>) -> Handler {
        Handler {
            app: Arc::clone(&settings.app),
            clock: settings.clock.clone(),
            monitor: Arc::clone(&settings.monitor),
            requests,
            retention: settings.retention,
            attachments: Attachments::new(&settings.attachment_origins),
            drafts: Drafts::new(settings),
            work: TaskSupervisor::default(),
            quota: Quota::new(settings.checks_per_minute),
            seen: Mutex::new(LruCache::new(REMEMBERED)),
            tips: Mutex::new(LruCache::new(PEOPLE_REMEMBERED)),
            started: Instant::now(),
        }
    }

    /// Answers an interaction. If something panics, only the person who asked is told.
    pub async fn interaction(&self, ctx: &Context, interaction: Interaction) {
        let Some(caller) = Caller::of(&interaction) else { return };
        if locked(&self.seen).put(caller.id, ()).is_some() {
            self.monitor.metrics.interaction(Outcome::Twice);
            info!(interaction = %caller.id, "came twice, answered once");
            return;
        }
        let event = async {
            if references::are_of_server(&ctx.cache, &interaction) {
                self.answer(&caller, &interaction).await;
            } else {
                let said = self.saying(&caller, talk::NOT_OF_THIS_SERVER);
                self.send(&caller, &said).await;
            }
        };
        self.guarded(&caller, event).await;
    }

    /// Handles one interaction so that a panic affects only that interaction.
    async fn guarded(&self, caller: &Caller, event: impl Future<Output = ()>) {
        if self.work.handle(event).await.is_err() {
            self.monitor.metrics.interaction(Outcome::Broke);
            error!(interaction = %caller.id, "our code broke on an interaction");
            self.work.follow(self.apologize(caller)).await;
        }
    }

    async fn answer(&self, caller: &Caller, interaction: &Interaction) {
        let incoming = match interaction {
            Interaction::Autocomplete(it) => {
                return self.send(caller, &self.offers(caller, it).await).await;
            }
            Interaction::Command(it) => incoming::command(it, &self.attachments),
            Interaction::Component(it) => incoming::component(it),
            Interaction::Modal(it) => incoming::modal(it),
            _ => return,
        };
        match incoming {
            Incoming::Say(sentence) => {
                self.send(caller, &self.saying(caller, sentence)).await;
            }
            Incoming::BadCard(bad) => {
                let first = self.first_response(caller, Response::unreadable(bad).body);
                self.send(caller, &first).await;
            }
            Incoming::App(interaction) => self.respond(caller, interaction).await,
            Incoming::Tip => {
                let recent = locked(&self.tips).get(&caller.user).cloned().unwrap_or_default();
                let tip = app::Interaction::Tip { seed: caller.id.get(), recent };
                self.respond(caller, tip).await;
            }
            Incoming::OpenIdea(idea) => self.open_idea(caller, idea, interaction).await,
        }
    }

    /// Answers, from the first notice to the last effect.
    ///
    /// Some of it takes a while, such as looking through a file with thousands of rules. Discord waits three seconds
    /// for a first answer, so the notice that an answer is being prepared is sent in time. A form can't follow that
    /// notice, which is why nothing slow ever comes before a form.
    async fn respond(&self, caller: &Caller, interaction: app::Interaction) {
        if interaction.checks_a_draft() && !self.may_check(caller.user) {
            return self.send(caller, &self.saying(caller, talk::ONE_MOMENT)).await;
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
                self.send(caller, &sign).await;
                (handling.await, true)
            }
        };
        if is_check {
            self.count(begun, &response.body);
        }
        self.log(response.error.as_ref());
        self.remember(caller, &response.body, pressed.as_ref());
        let first = self.first_response(caller, response.body);
        if is_late {
            self.send_late_first(caller, first).await;
        } else {
            self.send(caller, &first).await;
        }
        self.run_effects(caller, &response.effects).await;
    }

    async fn run_effects(&self, caller: &Caller, effects: &[Effect]) {
        for (number, effect) in effects.iter().enumerate() {
            let nonce = format!("{}-{number}", caller.id);
            self.run_effect(effect, &nonce, caller.language).await;
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

    /// What else went wrong with an answer.
    pub(super) fn log(&self, error: Option<&Error>) {
        if let Some(error) = error {
            self.monitor.storage_failed(error, "storage failed while somebody was answered");
        }
    }

    /// Notes which tip somebody saw, and says in the log which rule somebody found to be wrong about something.
    fn remember(&self, caller: &Caller, body: &Body, pressed: Option<&Pressed>) {
        match (body, pressed) {
            (Body::Card(card), Some(button)) => note(card, button),
            (Body::Tip(tip), _) => {
                let mut tips = locked(&self.tips);
                let recent = tips.get_or_insert_mut(caller.user, Vec::new);
                recent.push(tip.tip.id.clone());
                let old = recent.len().saturating_sub(TIPS_REMEMBERED);
                recent.drain(..old);
            }
            _ => (),
        }
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
            locked(&self.tips).pop(&UserId::new(user.0));
        }
    }

    pub(super) fn may_check(&self, user: UserId) -> bool {
        let passed = i64::try_from(self.started.elapsed().as_secs()).unwrap_or(i64::MAX);
        self.quota.allows(user, Time(passed))
    }
}

/// The button of a card that was pressed.
fn pressed(interaction: &app::Interaction) -> Option<Pressed> {
    match interaction {
        app::Interaction::Check(Request::Press { button, .. }) => Some(button.clone()),
        _ => None,
    }
}

/// Says which rule somebody found to be wrong about something: the rule and nothing else.
fn note(card: &Card, button: &Pressed) {
    if card.notes.contains(&Note::NotAProblem)
        && let Some(finding) = card.finding(button.state.focus)
    {
        info!(rule = %finding.rule.id, "not a problem");
    }
}

#[cfg(test)]
mod tests;
