//! The bot in a terminal, for one person, with the same commands and cards as in a chat; buttons are numbers, forms are
//! prompts.
//!
//! Lines are read from a [`Prompt`] and written to a writer, both passed in; nothing here knows about terminals.

mod line;
mod options;
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
    /// The next line without its end; `None` when there are no more. `value` is offered for editing,
    /// where the terminal can do that.
    ///
    /// # Errors
    /// What reading gives; [`io::ErrorKind::Interrupted`] where the person wants out of what they write.
    fn line(&mut self, prompt: &str, value: &str) -> io::Result<Option<String>>;

    /// Whether a person sits there, who is shown what is expected.
    fn is_person(&self) -> bool;
}
