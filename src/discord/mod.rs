//! The bot on Discord: events in, answers of the desk out. Nothing is decided here but how it looks.

mod carry;
mod escape;
mod limits;
