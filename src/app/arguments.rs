//! What was given to a command.

use std::pin::Pin;
use std::sync::Arc;

use crate::model::ChannelId;

/// What was given to a command, by the English names of its options.
#[derive(Debug, Clone, Default)]
pub struct Arguments(pub Vec<(&'static str, Argument)>);

/// One thing that was given.
#[derive(Debug, Clone)]
pub enum Argument {
    /// Words.
    Text(String),
    Number(i64),
    /// A channel of the server.
    Channel(ChannelId),
    /// A file, not fetched yet.
    File(Attachment),
}

/// An uploaded file. It is fetched only if the member has the right, and if it is not too large.
#[derive(Debug, Clone)]
pub struct Attachment {
    pub name: String,
    /// Its size in bytes, as stated by the one who brings it.
    pub size: u64,
    /// Fetches it.
    pub source: Arc<dyn FetchAttachment>,
}

/// Where a file comes from.
pub trait FetchAttachment: std::fmt::Debug + Send + Sync {
    /// All of it; at most `most` bytes.
    fn fetch(&self, most: usize) -> Fetching<'_>;
}

/// A file on its way.
pub type Fetching<'a> = Pin<Box<dyn Future<Output = Result<Vec<u8>, FetchError>> + Send + 'a>>;

/// Why a file did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// It is larger than it may be.
    TooLarge,
    /// It comes from a place that files are not accepted from.
    Elsewhere,
    /// There is none, or it can't be read.
    Gone,
    /// It took too long.
    TooSlow,
}

impl Arguments {
    /// Words.
    pub fn text(&self, option: &str) -> Option<&str> {
        match self.value(option)? {
            Argument::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn number(&self, option: &str) -> Option<i64> {
        match self.value(option)? {
            Argument::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn channel(&self, option: &str) -> Option<ChannelId> {
        match self.value(option)? {
            Argument::Channel(channel) => Some(*channel),
            _ => None,
        }
    }

    pub fn file(&self, option: &str) -> Option<&Attachment> {
        match self.value(option)? {
            Argument::File(file) => Some(file),
            _ => None,
        }
    }

    fn value(&self, option: &str) -> Option<&Argument> {
        self.0.iter().find(|(name, _)| *name == option).map(|(_, value)| value)
    }
}
