//! A draft checked for a person: the card with its findings, what the person decides, and rules explained.
//!
//! Nothing is kept between two requests. A [`Card`] is made again from its draft and the state that its
//! buttons carry, so a button works after a restart and in any process.

mod answer;
mod card;
mod card_state;
mod checker;
mod form;
mod options;
mod row;
mod rule_query;
mod user_error;

pub use answer::{Answer, Explained, Offered, Pressed, Request};
pub use card::{Card, CardButton, MAX_FIELDS, Note, Stage};
pub use card_state::{BadCardState, CardAction, CardState, MAX_PICKS, RowPick};
pub use checker::Checker;
pub use form::{BlankField, CardForm, FormKind, MAX_BOX_CHARS};
pub use options::Choices;
pub use row::{Row, rows};
pub use rule_query::RuleQuery;
pub use user_error::UserError;

/// What a card shows of a finding.
pub use crate::engine::Finding;
