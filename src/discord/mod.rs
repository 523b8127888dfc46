//! The bot on Discord: events in, answers of the desk out. Nothing is decided here but how it looks.

mod card_message;
mod card_rows;
mod carry;
mod controls;
mod escape;
mod limits;
mod outgoing;
