//! A panel: an answer in parts that every front shows in its own way, with what can be done next.

use super::action::Mark;
use crate::model::{ChannelId, RoleId, Time, UserId};

/// The file with all of a panel that is too long to be shown.
pub const WHOLE_FILE: &str = super::talk::WHOLE_FILE;

/// An answer in parts. Texts are plain: a front escapes them and sees to their lengths.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Panel {
    /// Its first line; may be empty.
    pub title: String,
    /// How it went, which gives its colour.
    pub tone: Tone,
    /// What it says, in order. What is too long for a message goes on in a file.
    pub parts: Vec<Part>,
    /// What can be done next, in order.
    pub controls: Vec<Control>,
    /// What comes with it.
    pub files: Vec<PanelFile>,
}

/// How something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Something to read.
    #[default]
    Plain,
    /// It is done, or all is well.
    Good,
    /// Something waits for a decision, or is to be mended.
    Attention,
}

/// A part of what a panel says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// A paragraph of the bot's own words alone, in which a channel may be named as the chat names it.
    Own(String),
    /// Stands above what follows.
    Heading(String),
    /// A line of a list.
    Item(String),
    /// A line of a list that ends with channels or roles of the server, by the names that they have there.
    Named {
        /// What stands before them.
        text: String,
        /// Which.
        named: Vec<Named>,
    },
    /// Words as somebody says them: a sentence, a phrase, a wording.
    Quote(String),
    /// Lines whose columns matter, such as a place in a file with its marks.
    Block(String),
    /// A line of a list: what somebody did.
    Done(Done),
    /// What is beside the point.
    Small(String),
}

/// Something that has a name in the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A channel.
    Channel(ChannelId),
    /// A role.
    Role(RoleId),
}

/// What somebody did. A front that knows people and clocks shows who and when in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What.
    pub what: String,
    /// Who; `None` where nobody remembers.
    pub by: Option<UserId>,
    /// When.
    pub at: Time,
    /// All of it in words, for a front that does not.
    pub plainly: String,
}

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    /// A button.
    Button(PanelButton),
    /// A list to choose from.
    Choose(Choose),
    /// Channels to choose from those of the server.
    Channels(ChooseChannels),
    /// A role to choose from those of the server.
    Role(ChooseRole),
}

/// A button of a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelButton {
    /// What stands on it.
    pub label: String,
    /// What it does.
    pub mark: Mark,
    /// Most people press it next.
    pub is_next: bool,
}

/// A list to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choose {
    /// What is chosen here.
    pub label: String,
    /// What is done with the choice.
    pub mark: Mark,
    /// At most 25.
    pub options: Vec<PanelOption>,
    /// Several may be chosen, or none.
    pub is_several: bool,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelOption {
    /// What is shown.
    pub label: String,
    /// What comes back; at most 100 characters.
    pub value: String,
    /// It is chosen already.
    pub is_chosen: bool,
}

/// Channels to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChooseChannels {
    /// What they are chosen for.
    pub label: String,
    /// What is done with the choice; their numbers come back.
    pub mark: Mark,
    /// Those that are chosen already.
    pub chosen: Vec<ChannelId>,
    /// How many may be chosen, up to 25; none may be as well.
    pub most: u8,
}

/// A role to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChooseRole {
    /// What it is chosen for.
    pub label: String,
    /// What is done with the choice; its number comes back, or nothing.
    pub mark: Mark,
    /// The one that is chosen already.
    pub chosen: Option<RoleId>,
}

/// A file that comes with a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelFile {
    /// Its name.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// A form that is not about a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questions {
    /// Its first line; at most 45 characters.
    pub title: String,
    /// One to five.
    pub questions: Vec<Question>,
    /// What is done with what was written.
    pub mark: Mark,
}

/// One box of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// What belongs there; at most 45 characters.
    pub label: String,
    /// Stands there while nothing is written; at most 100 characters.
    pub example: String,
    /// Stands there to be changed.
    pub value: String,
    /// The longest text that is taken, in characters; at most 4,000.
    pub max_chars: usize,
    /// It takes several lines.
    pub is_long: bool,
    /// Something has to be written.
    pub is_required: bool,
}

impl Panel {
    /// A panel of one sentence.
    pub fn saying(sentence: impl Into<String>) -> Panel {
        Panel { parts: vec![Part::Text(sentence.into())], ..Panel::default() }
    }

    /// All of what it says as plain text.
    pub fn text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        if !self.title.is_empty() {
            lines.push(self.title.clone());
        }
        for (number, part) in self.parts.iter().enumerate() {
            let before = number.checked_sub(1).and_then(|number| self.parts.get(number));
            if !lines.is_empty() && !part.stands_close_to(before) {
                lines.push(String::new());
            }
            lines.push(part.text());
        }
        lines.join("\n")
    }

    /// With a button behind the others.
    #[must_use]
    pub fn button(mut self, label: &str, mark: Mark) -> Panel {
        let label = label.to_owned();
        self.controls.push(Control::Button(PanelButton { label, mark, is_next: false }));
        self
    }

    /// With the button that most people press next.
    #[must_use]
    pub fn next_button(mut self, label: &str, mark: Mark) -> Panel {
        let label = label.to_owned();
        self.controls.push(Control::Button(PanelButton { label, mark, is_next: true }));
        self
    }
}

impl Part {
    /// Whether nothing stands between it and the part before it.
    pub fn stands_close_to(&self, before: Option<&Part>) -> bool {
        matches!(self, Part::Item(_) | Part::Named { .. } | Part::Quote(_) | Part::Done(_))
            || matches!(before, Some(Part::Heading(_)))
    }

    /// As plain text.
    pub fn text(&self) -> String {
        let each = |text: &str, sign: &str| {
            let lines: Vec<String> = text.lines().map(|line| format!("{sign}{line}")).collect();
            lines.join("\n")
        };
        match self {
            Part::Text(text)
            | Part::Own(text)
            | Part::Heading(text)
            | Part::Block(text)
            | Part::Small(text) => text.clone(),
            Part::Item(text) => format!("• {text}"),
            Part::Named { text, named } => {
                let name = |named: &Named| match named {
                    Named::Channel(channel) => format!(" #{}", channel.0),
                    Named::Role(role) => format!(" @{}", role.0),
                };
                format!("• {text}{}", named.iter().map(name).collect::<String>())
            }
            Part::Done(done) => format!("• {}", done.plainly),
            Part::Quote(text) => each(text, "  › "),
        }
    }
}
