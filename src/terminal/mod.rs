//! The bot in a terminal: a room for one. The same commands and cards as in a chat; buttons are numbers,
//! forms are prompts.
//!
//! Lines come from a [`Prompt`] and go to a writer, both handed in: what a terminal is, others know.

mod given;
mod line;
mod panel;
mod session;
mod shown;
mod tips;

use std::io;

pub use line::commands_beginning;
pub use panel::controls;
pub use session::{Chat, run};
pub use tips::{Arrivals, arrive};

/// Where lines come from.
pub trait Prompt {
    /// The next line without its end; `None` when there are no more. `value` stands there to be changed,
    /// where the terminal can do that.
    ///
    /// # Errors
    /// What reading gives; [`io::ErrorKind::Interrupted`] where the person wants out of what they write.
    fn line(&mut self, prompt: &str, value: &str) -> io::Result<Option<String>>;

    /// Whether a person sits there, who is told what is expected.
    fn is_person(&self) -> bool;
}
