//! Tips on the principles of service: which one is next, and when.
//!
//! Pure: the deck, what was shown, the day and the time are handed in. [`choose`] and [`upcoming`] say
//! which tip a server sees on a day, [`pick`] one out of turn.

mod choose;
mod deck;
mod order;

pub use choose::{Choices, Focus, Shown, choose, upcoming};
pub use deck::Deck;
pub use order::{pick, pick_of, seed_of};
