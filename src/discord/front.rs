//! Interactions answered: what comes in goes to the desk, and its answer goes out.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serenity::http::Http;
use serenity::model::application::{CommandInteraction, Interaction};
use serenity::model::id::{InteractionId, UserId};
use tokio::time::Instant;
use tracing::{error, info, warn};

use super::asker::{Asker, Place};
use super::attachment::Attachments;
use super::bounded::Bounded;
use super::card_message::card_message;
use super::delivery::{self, Reply, Undelivered};
use super::drafts::Drafts;
use super::form_modal::form_modal;
use super::given;
use super::help_message::help_message;
use super::idea::Idea;
use super::incoming::{self, Incoming};
use super::outgoing::Message;
use super::throttle::Throttle;
use super::tip_message::tip_with_buttons;
use super::why_message::why_message;
use super::work::Work;
use super::{Clock, Settings, limits};
use crate::desk::reception::{AtTheDesk, Errand, Reception, UserId as StoredUser, Wish};
use crate::desk::team::Trouble;
use crate::desk::{Answer, Card, Note, Pressed, Request};
use crate::render::talk::{self, Declined};
use crate::render::{Language, Said};

/// Interactions that are known to have come already.
const REMEMBERED: usize = 10_000;

/// People of whom it is known which tips they saw lately, and how many of each.
const PEOPLE_REMEMBERED: usize = 1_000;
const TIPS_REMEMBERED: usize = 20;

/// The bot as it is for every event. Shared by all of them.
pub struct Front {
    pub(super) reception: Arc<Reception>,
    pub(super) clock: Clock,
    attachments: Attachments,
    pub(super) drafts: Drafts,
    pub(super) work: Work,
    throttle: Mutex<Throttle>,
    /// Each interaction is answered once, also where Discord sends it twice.
    seen: Mutex<Bounded<InteractionId, ()>>,
    /// Ids of the tips that people saw lately; nothing else is known of anybody.
    tips: Mutex<Bounded<UserId, Vec<String>>>,
    started: Instant,
}

impl Front {
    /// The bot as it is set up.
    pub fn new(settings: &Settings) -> Front {
        Front {
            reception: Arc::clone(&settings.reception),
            clock: settings.clock.clone(),
            attachments: Attachments::new(&settings.attachment_origins),
            drafts: Drafts::new(settings),
            work: Work::default(),
            throttle: Mutex::new(Throttle::new(settings.checks_per_minute)),
            seen: Mutex::new(Bounded::new(REMEMBERED)),
            tips: Mutex::new(Bounded::new(PEOPLE_REMEMBERED)),
            started: Instant::now(),
        }
    }

    /// Answers an interaction; what breaks on the way is told to whoever asked, and to nobody else.
    pub async fn interaction(&self, http: &Http, interaction: Interaction) {
        let Some(asker) = Asker::of(&interaction) else { return };
        if !locked(&self.seen).is_new(asker.id, ()) {
            info!(interaction = %asker.id, "came twice, answered once");
            return;
        }
        let event = self.answer(http, &asker, &interaction);
        self.guarded(http, &asker, event).await;
    }

    /// What breaks while an interaction is handled costs that interaction alone.
    async fn guarded(&self, http: &Http, asker: &Asker, event: impl Future<Output = ()>) {
        if self.work.handle(event).await.is_err() {
            error!(interaction = %asker.id, "our code broke on an interaction");
            self.work.follow(apologize(http, asker)).await;
        }
    }

    async fn answer(&self, http: &Http, asker: &Asker, interaction: &Interaction) {
        let incoming = match interaction {
            Interaction::Autocomplete(it) => {
                return self.send(http, asker, &self.offers(asker, it).await).await;
            }
            Interaction::Command(it) => incoming::command(it, &self.attachments),
            Interaction::Component(it) => incoming::component(it),
            Interaction::Modal(it) => incoming::modal(it),
            _ => return,
        };
        let reply = match incoming {
            Incoming::Say(sentence) => self.saying(asker, sentence),
            Incoming::BadCard(bad) => Reply::Private(declined(&bad.into(), asker.language)),
            Incoming::Wish(Wish::Desk(request)) => return self.asked(http, asker, request).await,
            Incoming::Wish(wish) => return self.wished(http, asker, wish).await,
            Incoming::Tip => self.tip(asker).await,
            Incoming::OpenIdea(idea) => {
                return self.open_idea(http, asker, idea, interaction).await;
            }
        };
        self.send(http, asker, &reply).await;
    }

    fn saying(&self, asker: &Asker, sentence: Said) -> Reply {
        Reply::Private(Message::saying(sentence.to(asker.language)))
    }

    async fn offers(&self, asker: &Asker, interaction: &CommandInteraction) -> Reply {
        let used = given::used(interaction);
        let Some((command, (option, typed))) =
            used.and_then(|(command, options)| Some((command, given::typed(options)?)))
        else {
            return Reply::Offers(Vec::new());
        };
        let visitor = asker.visitor(self.clock.now());
        let (id, most) = (command.id, limits::CHOICES);
        let offered = self.reception.offers(&visitor, id, option, typed, most).await;
        Reply::Offers(offered.into_iter().map(|offered| (offered.shown, offered.value)).collect())
    }

    async fn asked(&self, http: &Http, asker: &Asker, request: Request) {
        if checks(&request) && !self.may_check(asker.user) {
            return self.send(http, asker, &self.saying(asker, talk::ONE_MOMENT)).await;
        }
        let pressed = match &request {
            Request::Press { button, .. } => Some(button.clone()),
            _ => None,
        };
        let (answer, errand) = self.at_the_desk(asker, request).await;
        if let (Answer::Card(card), Some(button)) = (&answer, pressed) {
            note(card, &button);
        }
        self.send(http, asker, &self.reply(asker, &answer)).await;
        self.besides(http, asker, errand).await;
    }

    async fn at_the_desk(&self, asker: &Asker, request: Request) -> (Answer, Option<Errand>) {
        let visitor = asker.visitor(self.clock.now());
        let AtTheDesk { answer, errand, trouble } =
            self.reception.at_the_desk(&visitor, request).await;
        log(asker, trouble.as_ref());
        (answer, errand)
    }

    /// What is to be done after a card.
    async fn besides(&self, http: &Http, asker: &Asker, errand: Option<Errand>) {
        if let Some(errand) = errand {
            self.run_errand(http, &errand, &format!("{}-0", asker.id), asker.language).await;
        }
    }

    /// Another tip than this person saw lately.
    async fn tip(&self, asker: &Asker) -> Reply {
        let seen = || locked(&self.tips);
        let lately = seen().of(asker.user, Vec::new).clone();
        let request = Request::Tip { seed: asker.id.get(), lately };
        let (answer, _) = self.at_the_desk(asker, request).await;
        if let Answer::Tip(tip) = &answer {
            let mut tips = seen();
            let lately = tips.of(asker.user, Vec::new);
            lately.push(tip.tip.id.clone());
            let old = lately.len().saturating_sub(TIPS_REMEMBERED);
            lately.drain(..old);
        }
        self.reply(asker, &answer)
    }

    /// Forgets which tips somebody saw: nothing else is known of anybody.
    pub(super) fn forget(&self, user: StoredUser) {
        if user.0 != 0 {
            locked(&self.tips).forget(UserId::new(user.0));
        }
    }

    pub(super) fn may_check(&self, user: UserId) -> bool {
        locked(&self.throttle).allows(user.get(), self.started.elapsed())
    }

    pub(super) fn reply(&self, asker: &Asker, answer: &Answer) -> Reply {
        let language = asker.language;
        match answer {
            Answer::Card(card) => {
                let message = self.card(card, language);
                match asker.on {
                    Place::Chat => Reply::Private(message),
                    Place::Card => Reply::InPlace(message),
                }
            }
            Answer::Form(form) => Reply::Form(form_modal(form, language)),
            Answer::Why(explained) => Reply::Private(why_message(explained, language)),
            Answer::Tip(tip) => Reply::Private(tip_with_buttons(tip, language)),
            Answer::Help(who) => Reply::Private(help_message(*who, language)),
            Answer::Declined(why) => Reply::Private(declined(why, language)),
        }
    }

    fn card(&self, card: &Card, language: Language) -> Message {
        card_message(card, language, &self.reception.principles())
    }

    /// Opens the card of a posted draft for its author. The message is fetched first, so the sign goes out
    /// that an answer is being made.
    async fn open_idea(&self, http: &Http, asker: &Asker, idea: Idea, interaction: &Interaction) {
        if asker.user != idea.author {
            return self.send(http, asker, &self.saying(asker, talk::IDEA_FOR_AUTHOR)).await;
        }
        if !self.may_check(asker.user) {
            return self.send(http, asker, &self.saying(asker, talk::ONE_MOMENT)).await;
        }
        self.send(http, asker, &Reply::OneMoment).await;
        let fetched = delivery::retried(|| http.get_message(idea.channel, idea.message)).await;
        let mut errand = None;
        let message = match fetched {
            Ok(message) if message.author.id == asker.user => {
                let request = Request::Check { draft: message.content };
                let (answer, besides) = self.at_the_desk(asker, request).await;
                errand = besides;
                self.card_of(asker, &answer)
            }
            Ok(_) | Err(Undelivered::Gone) => {
                self.take_back(http, interaction).await;
                Message::saying(talk::IDEA_GONE.to(asker.language))
            }
            Err(error) => {
                warn!(channel = %idea.channel, %error, "a posted draft can't be read");
                Message::saying(talk::OUR_FAULT.to(asker.language))
            }
        };
        self.send_late(http, asker, &message).await;
        self.besides(http, asker, errand).await;
    }

    fn card_of(&self, asker: &Asker, answer: &Answer) -> Message {
        let language = asker.language;
        match answer {
            Answer::Card(card) => self.card(card, language),
            Answer::Declined(Declined::EmptyDraft) => {
                Message::saying(talk::MESSAGE_WITHOUT_WORDS.to(language))
            }
            Answer::Declined(why) => declined(why, language),
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

    pub(super) async fn send(&self, http: &Http, asker: &Asker, reply: &Reply) {
        let sent = delivery::first_answer(http, (asker.id, &asker.token), reply).await;
        match sent {
            Ok(()) => (),
            Err(error @ Undelivered::TooLong(_)) => {
                error!(interaction = %asker.id, %error, "an answer of ours is too long");
                apologize(http, asker).await;
            }
            Err(error) => warn!(interaction = %asker.id, %error, "an answer was not sent"),
        }
    }

    async fn send_late(&self, http: &Http, asker: &Asker, message: &Message) {
        if let Err(error) = delivery::late_answer(http, &asker.token, message).await {
            warn!(interaction = %asker.id, %error, "a late answer was not sent");
        }
    }
}

/// What went wrong beside an answer.
pub(super) fn log(asker: &Asker, trouble: Option<&Trouble>) {
    if let Some(trouble) = trouble {
        error!(interaction = %asker.id, error = %trouble, "storage failed");
    }
}

/// Tells whoever asked that something of ours broke.
async fn apologize(http: &Http, asker: &Asker) {
    let message = Message::saying(talk::OUR_FAULT.to(asker.language));
    let reply = Reply::Private(message.clone());
    let sent = match delivery::first_answer(http, (asker.id, &asker.token), &reply).await {
        // The sign that an answer is being made went out already.
        Err(Undelivered::AlreadyAnswered) => {
            delivery::late_answer(http, &asker.token, &message).await
        }
        sent => sent,
    };
    if let Err(error) = sent {
        warn!(interaction = %asker.id, %error, "nobody could be told");
    }
}

/// Whether a request makes the desk read a draft.
fn checks(request: &Request) -> bool {
    match request {
        Request::Check { .. } | Request::Press { .. } | Request::Submit { .. } => true,
        Request::DraftForm | Request::Why { .. } | Request::Tip { .. } | Request::Help => false,
    }
}

/// Says which rule somebody found to be wrong about something: the rule and nothing else.
fn note(card: &Card, button: &Pressed) {
    if card.notes.contains(&Note::NotAProblem)
        && let Some(finding) = card.finding(button.handle.focus)
    {
        info!(rule = %finding.rule.id, "not a problem");
    }
}

fn declined(why: &Declined, language: Language) -> Message {
    Message::saying(super::escape::shown(&talk::declined(why, language)))
}

/// What a lock holds, also where a thread broke while it held it: every value in here is sound at any time.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
