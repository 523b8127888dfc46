//! The reception: takes in what anybody asks, anywhere, and sees to it that the right desk answers.
//!
//! Drafts go to the desk of the server, by the rules in force there. What leads do goes to the files beside
//! this one, each with the commands of its subject: what was given is read, [`Teams`] does it, and
//! `render::leads` says how it went. A front translates, and does the errands that come with an answer.

mod add;
mod decide;
mod dispatch;
mod forgetting;
mod given;
mod manage;
mod mark;
mod new_rule;
mod own_tips;
mod panel;
mod proposal;
mod proposals;
mod proposing;
mod report;
mod setting;
mod settings;
mod slow_rules;
mod tip_voices;
mod tips;
mod trial;
mod visit;

pub use crate::store::{ChannelId, MessageId, ProposalId, RoleId, ServerId, Time, UserId};
pub use given::{Fetching, Given, GivenFile, GivenValue, NotFetched, Source};
pub use mark::{Act, MAX_MARK_CHARS, Mark};
pub use panel::{
    Choose, ChooseChannels, ChooseRole, Control, Done, Named, Panel, PanelButton, PanelFile,
    PanelOption, Part, Question, Questions, Tone, WHOLE_FILE,
};
pub use tip_voices::{claim_in, tip_controls};
pub use visit::{AtTheDesk, Errand, Received, Reply, Visitor, Wish};

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::card::Note;
use super::team::{InForce, Memory, Teams, Trouble};
use super::{Answer, CommandId, Offered, Request, Who};
use crate::rules::Principle;

/// Takes in what people ask. Shared by everybody.
#[derive(Debug)]
pub struct Reception {
    teams: Arc<Teams>,
    /// The chat lets the bot read what is posted.
    reads_messages: AtomicBool,
}

impl Reception {
    /// The reception of all teams.
    pub fn new(teams: Arc<Teams>) -> Reception {
        Reception { teams, reads_messages: AtomicBool::new(true) }
    }

    /// The teams.
    pub fn teams(&self) -> &Arc<Teams> {
        &self.teams
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
        self.teams.builtin().library().shared_principles()
    }

    /// The rules in force in a server; those that come with the program where there is none. A check never
    /// fails for want of storage: the trouble comes beside it, for the log.
    pub async fn in_force(
        &self,
        server: Option<ServerId>,
        now: Time,
    ) -> (InForce, Option<Trouble>) {
        match server {
            Some(server) => self.teams.in_force(server, now).await,
            None => {
                let desk = self.teams.builtin();
                (InForce { desk, memory: Memory::Whole }, None)
            }
        }
    }

    /// Answers a wish.
    pub async fn receive(&self, visitor: &Visitor, wish: Wish) -> Received {
        match wish {
            Wish::Desk(request) => self.answered(visitor, request).await,
            Wish::Command(id, given) => {
                let done = self.command(visitor, id, &given).await;
                let received = done.unwrap_or_else(|trouble| not_done(trouble, visitor));
                received.with_all(self.news_of_slow_rules(visitor).await)
            }
            Wish::Press(mark, chosen) => {
                let done = self.pressed(visitor, &mark, &chosen).await;
                done.unwrap_or_else(|trouble| not_done(trouble, visitor))
            }
            Wish::Submit(mark, written) => {
                let done = self.submitted(visitor, &mark, &written).await;
                done.unwrap_or_else(|trouble| not_done(trouble, visitor))
            }
        }
    }

    /// What is offered while an option of a command is being typed, the best first.
    pub async fn offers(
        &self,
        visitor: &Visitor,
        command: CommandId,
        option: &str,
        typed: &str,
        most: usize,
    ) -> Vec<Offered> {
        let (in_force, _) = self.in_force(visitor.server(), visitor.now).await;
        match (command, option) {
            (CommandId::Why, _) => {
                let (typed, language) = (typed.to_owned(), visitor.language);
                let offers = move || in_force.desk.offer_rules(&typed, language, most);
                self.teams.check(offers).await.unwrap_or_default()
            }
            (CommandId::TipsSetup | CommandId::TipsAdd | CommandId::TipsRemove, option) => {
                self.tips_offers(visitor, option, typed, most).await
            }
            (command, _) => self.manage_offers(visitor, command, typed, most).await,
        }
    }

    /// What somebody is where they are.
    async fn who(&self, visitor: &Visitor) -> Who {
        match &visitor.member {
            None => Who::Everyone,
            Some(member) if self.teams.is_led_by(member, visitor.now).await => Who::Leads,
            Some(_) => Who::Members,
        }
    }

    /// Whether the rules in force have something to say about a draft that nobody asked about; beside it what went
    /// wrong, for the log.
    pub async fn has_ideas(
        &self,
        server: Option<ServerId>,
        draft: &str,
        now: Time,
    ) -> (bool, Option<Trouble>) {
        let (in_force, trouble) = self.in_force(server, now).await;
        let draft = draft.to_owned();
        match self.teams.check(move || in_force.desk.has_ideas(&draft)).await {
            Ok(has_ideas) => (has_ideas, trouble),
            Err(stopped) => (false, Some(stopped)),
        }
    }

    /// The answer of the desk of whoever asks.
    pub async fn at_the_desk(&self, visitor: &Visitor, request: Request) -> AtTheDesk {
        let (in_force, trouble) = self.in_force(visitor.server(), visitor.now).await;
        let (desk, memory, language) = (in_force.desk, in_force.memory, visitor.language);
        let answered = self.teams.check(move || {
            let answer = desk.answer(request.clone(), language);
            let outcomes = desk.outcomes(&request, &answer);
            (answer, outcomes)
        });
        let (mut answer, outcomes) = match answered.await {
            Ok(answered) => answered,
            Err(stopped) => return AtTheDesk::stopped(stopped),
        };
        if let Some(server) = visitor.server() {
            self.teams.note(server, visitor.now.day(), outcomes);
        }
        self.note_slow_rules(visitor, &answer).await;
        match &mut answer {
            Answer::Help(who) => *who = self.who(visitor).await,
            Answer::Card(card) if memory == Memory::BuiltinOnly => {
                card.notes.push(Note::WithoutOwnRules);
            }
            _ => (),
        }
        let errand = match &answer {
            Answer::Card(_) => self.news_of_slow_rules(visitor).await,
            _ => None,
        };
        AtTheDesk { answer, errand, trouble }
    }

    async fn answered(&self, visitor: &Visitor, request: Request) -> Received {
        let AtTheDesk { answer, errand, trouble } = self.at_the_desk(visitor, request).await;
        Received { trouble, ..Received::of(Reply::Answer(answer)) }.with_all(errand)
    }
}

/// What somebody is told when it did not work out.
fn not_done(trouble: Trouble, visitor: &Visitor) -> Received {
    let panel = Panel { tone: Tone::Attention, ..Panel::saying(trouble.said(visitor.language)) };
    let for_log = !matches!(trouble, Trouble::Refused(_));
    Received { trouble: for_log.then_some(trouble), ..Received::panel(panel) }
}
