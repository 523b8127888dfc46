//! Who comes to the reception, what they wish for and what they get: plain data between it and every front.

use super::{
    ChannelId, Given, Mark, MessageId, Panel, ProposalId, Questions, ServerId, Time, UserId,
};
use crate::desk::team::{Asker, Trouble};
use crate::desk::{Answer, CommandId, Request};
use crate::render::Language;
use crate::render::talk::Declined;
use crate::render::team::Refused;

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

/// What they get of a desk.
#[derive(Debug)]
pub struct AtTheDesk {
    /// The answer.
    pub answer: Answer,
    /// What else is to be done, after the answer.
    pub errand: Option<Errand>,
    /// What went wrong beside it, for the log.
    pub trouble: Option<Trouble>,
}

impl AtTheDesk {
    /// The program is about to end.
    pub(super) fn stopped(trouble: Trouble) -> AtTheDesk {
        let answer = Answer::Declined(Declined::AboutToEnd);
        AtTheDesk { answer, errand: None, trouble: Some(trouble) }
    }
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
    /// Post a proposal in the leads' channel; where it stands then is noted with [`Teams::proposal_posted`](crate::desk::team::Teams::proposal_posted).
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
    pub(super) fn of(reply: Reply) -> Received {
        Received { reply, errands: Vec::new(), trouble: None }
    }

    /// A panel for whoever asked alone.
    pub(super) fn panel(panel: Panel) -> Received {
        Received::of(Reply::Panel(panel))
    }

    /// A panel in place of the one on which something was pressed.
    pub(super) fn in_place(panel: Panel) -> Received {
        Received::of(Reply::InPlace(panel))
    }

    /// What somebody is told who brings a control that can't be read.
    pub(super) fn unreadable() -> Received {
        Received::of(Reply::Answer(Answer::Declined(Declined::CardUnreadable)))
    }

    pub(super) fn with(mut self, errand: Errand) -> Received {
        self.errands.push(errand);
        self
    }

    pub(super) fn with_all(mut self, errands: impl IntoIterator<Item = Errand>) -> Received {
        self.errands.extend(errands);
        self
    }
}

impl Visitor {
    /// Where they are, if it is a server.
    pub fn server(&self) -> Option<ServerId> {
        self.member.as_ref().map(|member| member.server)
    }

    /// Whoever is somewhere with a team. Whether they lead it is for [`Teams`] to say, before any work.
    pub(super) fn member(&self) -> Result<&Asker, Trouble> {
        self.member.as_ref().ok_or_else(|| Refused::NoServer.into())
    }
}
