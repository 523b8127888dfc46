//! Requests to the checker and its answers: plain data, the same for every front end.

use super::card::Card;
use super::card_state::{BadCardState, CardAction, CardState};
use super::form::CardForm;
use super::user_error::UserError;
use crate::rules::{Level, Principle};

/// What a person asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// A draft to check.
    Check { draft: String },
    /// The form for a draft.
    DraftForm,
    /// A rule by its name or its phrase.
    Why {
        /// What was typed.
        asked: String,
    },
    /// A button of a card.
    Press {
        /// What it does, and the state of the card.
        button: Pressed,
        /// The text that the card carries.
        draft: String,
    },
    /// A form handed in.
    Submit {
        /// What is to be done, and the state of the card from which the form was opened.
        button: Pressed,
        /// The text that the card carries; empty where the form came without a card.
        draft: String,
        /// What was written into the boxes, in their order.
        values: Vec<String>,
    },
}

/// A button as pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// What it does.
    pub action: CardAction,
    /// Where its card is.
    pub state: CardState,
    /// The row that was chosen, for [`CardAction::Focus`].
    pub row: Option<usize>,
}

/// What the checker answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A checked draft.
    Card(Box<Card>),
    /// A form to fill in.
    Form(CardForm),
    /// A rule explained.
    Why(Box<Explained>),
}

impl From<BadCardState> for UserError {
    fn from(bad: BadCardState) -> Self {
        match bad {
            BadCardState::OtherVersion => UserError::CardOfOtherVersion,
            BadCardState::Unreadable => UserError::CardUnreadable,
        }
    }
}

/// A rule as it is explained to an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Full name: language/pack/id.
    pub id: String,
    /// How much it matters.
    pub level: Level,
    /// What it finds: its phrases, as written in its file, the first few.
    pub phrases: Vec<String>,
    /// How many more it has.
    pub more_phrases: usize,
    /// A sentence that it finds, and that sentence reworded.
    pub pair: Option<(String, String)>,
    /// What to say instead: the wordings of that sentence's finding.
    pub wordings: Vec<String>,
    /// One sentence for the agent.
    pub why: Option<String>,
    /// The principle that it serves.
    pub principle: Option<Principle>,
    /// Where the advice comes from.
    pub source: Option<String>,
}

/// Something that is offered while words are being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// What is handed back.
    pub value: String,
    /// What is shown.
    pub shown: String,
}
