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
mod tip_voices;
mod tips;
mod trial;

pub use crate::store::{ChannelId, MessageId, ProposalId, RoleId, ServerId, Time, UserId};
pub use given::{Fetching, Given, GivenFile, GivenValue, NotFetched, Source};
pub use mark::{Act, MAX_MARK_CHARS, Mark};
pub use panel::{
    Choose, ChooseChannels, ChooseRole, Control, Done, Named, Panel, PanelButton, PanelFile,
    PanelOption, Part, Question, Questions, Tone, WHOLE_FILE,
};
pub use tip_voices::{claim_in, tip_controls};

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::card::Note;
use super::team::{Asker, InForce, Memory, Teams, Trouble};
use super::{Answer, CommandId, Offered, Request, Who};
use crate::render::Language;
use crate::render::talk::Declined;
use crate::render::team::Refused;
use crate::rules::Principle;

/// Takes in what people ask. Shared by everybody.
#[derive(Debug)]
pub struct Reception {
    teams: Arc<Teams>,
    /// The chat lets the bot read what is posted.
    reads_messages: AtomicBool,
}

/// Who asks, where and when.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Who.
    pub user: UserId,
    /// The same with their rights, in a server.
    pub member: Option<Asker>,
    /// In which language they are answered.
    pub language: Language,
    /// When.
    pub now: Time,
    /// Names what they did: the same name twice is the same thing, sent twice.
    pub request: String,
}

/// What they ask.
#[derive(Debug, Clone)]
pub enum Wish {
    /// Something about a draft, a rule or a tip.
    Desk(Request),
    /// A command with what was given to it.
    Command(CommandId, Given),
    /// A control of a panel; with what was chosen, where it is a list.
    Press(Mark, Vec<String>),
    /// A form of the reception's, with what was written into its boxes, in their order.
    Submit(Mark, Vec<String>),
}

impl Wish {
    /// What a command wishes for; `None` for what a front has to say more about: which message, which tip.
    pub fn of(id: CommandId, given: Given) -> Option<Wish> {
        let text = |option: &str| given.text(option).unwrap_or("").to_owned();
        Some(match id {
            CommandId::CheckWording | CommandId::Tip => return None,
            CommandId::Check => Wish::Desk(Request::Check { draft: text("draft") }),
            CommandId::Draft => Wish::Desk(Request::DraftForm),
            CommandId::Why => Wish::Desk(Request::Why { asked: text("rule") }),
            CommandId::Help => Wish::Desk(Request::Help),
            id => Wish::Command(id, given),
        })
    }
}

/// What they get.
#[derive(Debug)]
pub struct Received {
    /// The answer.
    pub reply: Reply,
    /// What else is to be done, after the answer.
    pub errands: Vec<Errand>,
    /// What went wrong beside it, for the log.
    pub trouble: Option<Trouble>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Of a desk.
    Answer(Answer),
    /// A panel of its own, for whoever asked alone.
    Panel(Panel),
    /// A panel in place of the one on which something was pressed, whoever sees that.
    InPlace(Panel),
    /// A form.
    Questions(Questions),
}

/// Something to be done besides. It is done once at most; what fails is logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Post a panel in a channel.
    Post {
        /// Where.
        channel: ChannelId,
        /// What.
        panel: Panel,
    },
    /// Post a proposal in the leads' channel; where it stands then is noted with [`Teams::proposal_posted`].
    PostProposal {
        /// Whose.
        server: ServerId,
        /// Which.
        proposal: ProposalId,
        /// Where.
        channel: ChannelId,
        /// What.
        panel: Panel,
    },
    /// Put another panel in the place of one that was posted.
    Rewrite {
        /// Where.
        channel: ChannelId,
        /// Which.
        message: MessageId,
        /// What.
        panel: Panel,
    },
    /// Forget what a front itself has in mind of somebody.
    Forget {
        /// Whom.
        user: UserId,
    },
    /// Tell somebody privately.
    Tell {
        /// Whom.
        user: UserId,
        /// What.
        panel: Panel,
    },
}

impl Received {
    fn of(reply: Reply) -> Received {
        Received { reply, errands: Vec::new(), trouble: None }
    }

    /// A panel for whoever asked alone.
    fn panel(panel: Panel) -> Received {
        Received::of(Reply::Panel(panel))
    }

    /// A panel in place of the one on which something was pressed.
    fn in_place(panel: Panel) -> Received {
        Received::of(Reply::InPlace(panel))
    }

    /// What somebody is told who brings a control that can't be read.
    fn unreadable() -> Received {
        Received::of(Reply::Answer(Answer::Declined(Declined::CardUnreadable)))
    }

    fn with(mut self, errand: Errand) -> Received {
        self.errands.push(errand);
        self
    }

    fn with_all(mut self, errands: impl IntoIterator<Item = Errand>) -> Received {
        self.errands.extend(errands);
        self
    }
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
                done.unwrap_or_else(|trouble| not_done(trouble, visitor))
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
            (CommandId::Why, _) => in_force.desk.offer_rules(typed, visitor.language, most),
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

    /// The answer of the desk of whoever asks; beside it what went wrong, for the log.
    pub async fn at_the_desk(
        &self,
        visitor: &Visitor,
        request: Request,
    ) -> (Answer, Option<Trouble>) {
        let (in_force, trouble) = self.in_force(visitor.server(), visitor.now).await;
        let (desk, memory) = (in_force.desk, in_force.memory);
        let mut answer = desk.answer(request.clone(), visitor.language);
        if let Some(server) = visitor.server() {
            self.teams.note(server, visitor.now.day(), desk.outcomes(&request, &answer));
        }
        match &mut answer {
            Answer::Help(who) => *who = self.who(visitor).await,
            Answer::Card(card) if memory == Memory::BuiltinOnly => {
                card.notes.push(Note::WithoutOwnRules);
            }
            _ => (),
        }
        (answer, trouble)
    }

    async fn answered(&self, visitor: &Visitor, request: Request) -> Received {
        let (answer, trouble) = self.at_the_desk(visitor, request).await;
        Received { trouble, ..Received::of(Reply::Answer(answer)) }
    }
}

impl Visitor {
    /// Where they are, if it is a server.
    pub fn server(&self) -> Option<ServerId> {
        self.member.as_ref().map(|member| member.server)
    }

    /// Whoever is somewhere with a team. Whether they lead it is for [`Teams`] to say, before any work.
    fn member(&self) -> Result<&Asker, Trouble> {
        self.member.as_ref().ok_or_else(|| Refused::NoServer.into())
    }
}

/// What somebody is told when it did not work out.
fn not_done(trouble: Trouble, visitor: &Visitor) -> Received {
    let panel = Panel { tone: Tone::Attention, ..Panel::saying(trouble.said(visitor.language)) };
    let for_log = !matches!(trouble, Trouble::Refused(_));
    Received { trouble: for_log.then_some(trouble), ..Received::panel(panel) }
}
