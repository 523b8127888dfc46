//! What comes into the application and what goes out: plain data between it and every front end.

use super::{Arguments, Error};
use crate::check::{BadCardState, Card, CardForm, Explained, Request, UserError};
use crate::model::{ChannelId, Language, Member, MessageId, ServerId, Time, UserId};
use crate::store::ProposalId;
use crate::team;
use crate::tips::ShownTip;
use crate::ui::{Action, CommandId, FormAction, Modal, Panel, Tone, Who};

/// Who asks, where and when.
#[derive(Debug, Clone)]
pub struct RequestContext {
    /// Who.
    pub user: UserId,
    /// The same with their rights, in a server.
    pub member: Option<Member>,
    /// In which language they are answered.
    pub language: Language,
    /// When.
    pub now: Time,
    /// The id of the request: the same id twice is one request, sent twice.
    pub request: String,
}

/// What somebody asks.
#[derive(Debug, Clone)]
pub enum Interaction {
    /// Something about a draft or its card.
    Check(Request),
    Tip {
        /// Says which one; another number each time.
        seed: u64,
        /// Ids of tips that this person saw lately, the last one last.
        recent: Vec<String>,
    },
    /// A command with what was given to it.
    Command(CommandId, Arguments),
    /// A control of a panel; with what was chosen, where it is a list.
    Press(Action, Vec<String>),
    /// A form of a panel, with what was written into its fields, in their order.
    Submit(FormAction, Vec<String>),
}

impl Interaction {
    /// Whether a draft has to be read for it.
    pub fn checks_a_draft(&self) -> bool {
        matches!(
            self,
            Interaction::Check(
                Request::Check { .. } | Request::Press { .. } | Request::Submit { .. }
            ) | Interaction::Command(CommandId::Check | CommandId::CheckWording, _)
        )
    }
}

/// What the person gets, and further effects.
#[derive(Debug)]
pub struct Response {
    /// What the person gets.
    pub body: Body,
    /// What else is to be done, after the answer.
    pub effects: Vec<Effect>,
    /// What else went wrong, for the log.
    pub error: Option<Error>,
}

/// What the person gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A checked draft.
    Card(Box<Card>),
    /// A form about a draft.
    CardForm(CardForm),
    /// A rule explained.
    Rule(Box<Explained>),
    /// Why a draft can't be checked, or a rule not be explained.
    Refused(UserError),
    Tip(Box<ShownTip>),
    /// What this person can do.
    Help(Who),
    /// A panel for the person alone.
    Panel(Panel),
    /// A panel that replaces the one on which something was pressed, whoever can see that one.
    InPlace(Panel),
    /// A form of a panel.
    Modal(Modal),
}

/// Something to be done besides the answer. It is done once at most; what fails is logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Post a panel in a channel.
    Post {
        /// Where.
        channel: ChannelId,
        /// What.
        panel: Panel,
    },
    /// Post a proposal in the leads' channel; its place is then noted with
    /// [`Teams::proposal_posted`](crate::team::Teams::proposal_posted).
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
    /// Forget what a front end itself remembers of somebody.
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

impl Response {
    pub(super) fn of(body: Body) -> Response {
        Response { body, effects: Vec::new(), error: None }
    }

    /// A panel for the person alone.
    pub(super) fn panel(panel: Panel) -> Response {
        Response::of(Body::Panel(panel))
    }

    /// A panel in place of the one on which something was pressed.
    pub(super) fn in_place(panel: Panel) -> Response {
        Response::of(Body::InPlace(panel))
    }

    /// The answer to a control that can't be read.
    pub fn unreadable(bad: BadCardState) -> Response {
        Response::of(Body::Refused(bad.into()))
    }

    /// The text for the person when it failed.
    pub(super) fn failed(error: Error, context: &RequestContext) -> Response {
        if let Error::Check(refused) = error {
            return Response::of(Body::Refused(refused));
        }
        let sentence = error.sentence(context.language);
        let panel = Panel { tone: Tone::Attention, ..Panel::saying(sentence) };
        Response { error: error.is_ours().then_some(error), ..Response::panel(panel) }
    }

    pub(super) fn with(mut self, effect: Effect) -> Response {
        self.effects.push(effect);
        self
    }

    pub(super) fn with_all(mut self, effects: impl IntoIterator<Item = Effect>) -> Response {
        self.effects.extend(effects);
        self
    }
}

impl RequestContext {
    /// Where they are, if it is a server.
    pub fn server(&self) -> Option<ServerId> {
        self.member.as_ref().map(|member| member.server)
    }

    /// The person as a member of a server. Whether they lead the team there is for [`Teams`](crate::team::Teams) to
    /// say, before any work.
    pub(super) fn member(&self) -> Result<&Member, Error> {
        self.member.as_ref().ok_or_else(|| team::UserError::NoServer.into())
    }
}
