//! Answers every interaction, from whichever front end it comes: permission, operation, view.
//!
//! A front end translates what people do into an [`Interaction`], [`App::handle`] gives a [`Response`], and the front
//! shows it and carries out its [`Effect`]s. Each file next to this one holds the commands and panels of one subject:
//! they read what was given, have [`Teams`] or the tips do it, and `ui` puts it in words.

mod add;
mod arguments;
mod decide;
mod dispatch;
mod error;
mod forgetting;
mod interaction;
mod levels;
mod manage;
mod new_rule;
mod own_tips;
mod proposal;
mod proposals;
mod proposing;
mod report;
mod setting;
mod settings;
mod slow_rules;
mod tip_feedback;
mod tips;
mod trial;

// What fronts hand to the teams, and hear from them.
pub use crate::store::{ProposalId, Store};
pub use crate::team::{Error as TeamError, Quota, Retention};
pub use arguments::{Argument, Arguments, Attachment, FetchAttachment, FetchError, Fetching};
pub use error::Error;
pub use interaction::{Body, Effect, Interaction, RequestContext, Response};
pub use tip_feedback::{claim_in, tip_controls};

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::check::{Answer, Checker, Note, Offered, Request};
use crate::model::{Language, ServerId, Time};
use crate::rules::Principle;
use crate::ruleset::RuleSet;
use crate::team::{ActiveChecker, Freshness, Lead, Teams};
use crate::tips::{Tips, tip_now};
use crate::ui::{CommandId, Panel, Who, talk};

/// What came of a look at a draft that nobody asked about.
#[derive(Debug)]
pub struct Look {
    /// Whether the rules have something to say.
    pub has_ideas: bool,
    /// What the leads are to hear.
    pub news: Option<Effect>,
    /// What went wrong next to it, for the log.
    pub error: Option<Error>,
}

/// Answers what people ask. Shared by every front.
#[derive(Debug)]
pub struct App {
    teams: Arc<Teams>,
    tips: Arc<Tips>,
    /// The chat lets the bot read what is posted.
    reads_messages: AtomicBool,
}

impl App {
    /// The application over a storage, with the built-in rules.
    pub fn of(builtin: RuleSet, store: Store) -> App {
        App::new(Arc::new(Teams::new(builtin, store)))
    }

    /// The application over teams.
    pub fn new(teams: Arc<Teams>) -> App {
        App::over(Arc::new(Tips::new(teams)))
    }

    /// The application over tips and their teams.
    pub fn over(tips: Arc<Tips>) -> App {
        App { teams: Arc::clone(tips.teams()), tips, reads_messages: AtomicBool::new(true) }
    }

    pub fn teams(&self) -> &Arc<Teams> {
        &self.teams
    }

    pub fn tips(&self) -> &Arc<Tips> {
        &self.tips
    }

    /// Says whether the chat lets the bot read what is posted.
    pub fn set_reads_messages(&self, reads: bool) {
        self.reads_messages.store(reads, Ordering::Relaxed);
    }

    fn reads_messages(&self) -> bool {
        self.reads_messages.load(Ordering::Relaxed)
    }

    /// The principles of service.
    pub fn principles(&self) -> Arc<Vec<Principle>> {
        self.teams.builtin().rule_set().shared_principles()
    }

    /// The checker of a server; that of the built-in rules where there is none. A check never fails because storage
    /// does: the error comes with the checker, for the log.
    pub async fn checker(
        &self,
        server: Option<ServerId>,
        now: Time,
    ) -> (ActiveChecker, Option<Error>) {
        match server {
            Some(server) => {
                let (active, error) = self.teams.checker(server, now).await;
                (active, error.map(Error::from))
            }
            None => {
                let checker = self.teams.builtin();
                (ActiveChecker { checker, freshness: Freshness::Current }, None)
            }
        }
    }

    /// Runs possibly slow work with the checker of a server when it is the server's turn. While it waits, the checker
    /// is not kept alive: the cache may drop a large team, whose checker is then rebuilt.
    async fn with_checker<T: Send + 'static>(
        &self,
        server: Option<ServerId>,
        now: Time,
        work: impl FnOnce(&Checker) -> T + Send + 'static,
    ) -> Result<(T, Freshness, Option<Error>), Error> {
        let (ActiveChecker { checker, freshness }, error) = self.checker(server, now).await;
        let waiting = Arc::downgrade(&checker);
        drop(checker);
        let turn = self.teams.turn(server).await?;
        let checker = match waiting.upgrade() {
            Some(checker) => checker,
            None => self.checker(server, now).await.0.checker,
        };
        Ok((turn.work(move || work(&checker)).await?, freshness, error))
    }

    /// Answers an interaction. What the person can fix is part of the answer; what broke comes with it, for the log.
    pub async fn handle(&self, context: &RequestContext, interaction: Interaction) -> Response {
        let done = match interaction {
            Interaction::Check(request) => self.check(context, request).await,
            Interaction::Tip { seed, recent } => Ok(self.tip(context, seed, &recent).await),
            Interaction::Command(id, given) => {
                let done = self.command(context, id, &given).await;
                let response = done.unwrap_or_else(|error| Response::failed(error, context));
                Ok(response.with_all(self.news_of_slow_rules(context).await))
            }
            Interaction::Press(action, chosen) => self.pressed(context, action, &chosen).await,
            Interaction::Submit(action, written) => self.submitted(context, action, &written).await,
        };
        done.unwrap_or_else(|error| Response::failed(error, context))
    }

    /// What is offered while an option of a command is being typed, the best first.
    pub async fn offers(
        &self,
        context: &RequestContext,
        command: CommandId,
        option: &str,
        typed: &str,
        most: usize,
    ) -> Vec<Offered> {
        match (command, option) {
            (CommandId::Why, _) => {
                let (typed, language) = (typed.to_owned(), context.language);
                let offers = move |checker: &Checker| checker.offer_rules(&typed, language, most);
                let offered = self.with_checker(context.server(), context.now, offers).await;
                offered.map(|(offers, ..)| offers).unwrap_or_default()
            }
            (CommandId::TipsSetup | CommandId::TipsAdd | CommandId::TipsRemove, option) => {
                self.tips_offers(context, option, typed, most).await
            }
            (command, _) => self.manage_offers(context, command, typed, most).await,
        }
    }

    /// The person as a lead of their team, before any work for one.
    async fn lead(&self, context: &RequestContext) -> Result<Lead, Error> {
        Ok(self.teams.lead(context.member()?, context.now).await?)
    }

    /// What somebody may do where they are.
    async fn who(&self, context: &RequestContext) -> Who {
        match &context.member {
            None => Who::Everyone,
            Some(member) if self.teams.is_led_by(member, context.now).await => Who::Leads,
            Some(_) => Who::Members,
        }
    }

    /// Whether the rules of a server have something to say about a draft that nobody asked about.
    pub async fn look(
        &self,
        server: Option<ServerId>,
        draft: &str,
        now: Time,
        language: Language,
    ) -> Look {
        let draft = draft.to_owned();
        let looked = move |checker: &Checker| checker.look(&draft);
        match self.with_checker(server, now, looked).await {
            Ok(((has_ideas, slow), _, error)) => {
                self.note_slow_rules(server, now, &slow).await;
                let news = self.channel_news_of_slow_rules(server, now, language).await;
                Look { has_ideas, news, error }
            }
            Err(broken) => Look { has_ideas: false, news: None, error: Some(broken) },
        }
    }

    /// A request about a draft or a rule, answered by the checker of the server.
    async fn check(&self, context: &RequestContext, request: Request) -> Result<Response, Error> {
        let language = context.language;
        let answered = move |checker: &Checker| {
            let answer = checker.answer(request.clone(), language);
            let outcomes = answer.as_ref().map(|answer| checker.outcomes(&request, answer));
            let outcomes = outcomes.unwrap_or_default();
            (answer, outcomes)
        };
        let ((answer, outcomes), freshness, error) =
            self.with_checker(context.server(), context.now, answered).await?;
        if let Some(server) = context.server() {
            self.teams.note(server, context.now.day(), outcomes);
        }
        let mut effect = None;
        let body = match answer {
            Err(refused) => Body::Refused(refused),
            Ok(Answer::Form(form)) => Body::CardForm(form),
            Ok(Answer::Why(explained)) => Body::Rule(explained),
            Ok(Answer::Card(mut card)) => {
                let skipped = &card.review.skipped;
                self.note_slow_rules(context.server(), context.now, skipped).await;
                effect = self.news_of_slow_rules(context).await;
                if freshness == Freshness::BuiltinOnly {
                    card.notes.push(Note::WithoutOwnRules);
                }
                Body::Card(card)
            }
        };
        Ok(Response { error, ..Response::of(body) }.with_all(effect))
    }

    /// A tip out of turn, other than those that the person saw lately.
    async fn tip(&self, context: &RequestContext, seed: u64, recent: &[String]) -> Response {
        let (active, error) = self.checker(context.server(), context.now).await;
        let language = context.language;
        let body = match tip_now(active.checker.rule_set(), language.key(), seed, recent) {
            Some(tip) => Body::Tip(Box::new(tip)),
            None => Body::Panel(Panel::saying(talk::NO_TIP.to(language))),
        };
        Response { error, ..Response::of(body) }
    }
}
