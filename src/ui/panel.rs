//! A panel: an answer in blocks that every front end shows in its own way, with the controls for what can be done next.

use super::action::{Action, FormAction};
use crate::model::{ChannelId, RoleId, Time, UserId};

/// The file with all of a panel that is too long to be shown.
pub const WHOLE_FILE: &str = super::talk::WHOLE_FILE;

/// An answer in blocks. Texts are plain: a front end escapes them and keeps within its own lengths.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Panel {
    /// Its first line; may be empty.
    pub title: String,
    /// How it went, which gives its colour.
    pub tone: Tone,
    /// What it says, in order. What is too long for a message goes on in a file.
    pub blocks: Vec<Block>,
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
    /// Something waits for a decision, or has to be corrected.
    Attention,
}

/// A block of what a panel says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A paragraph of the bot's own words alone, in which a channel may be named as the chat names it.
    Own(String),
    /// The heading of what follows.
    Heading(String),
    /// A line of a list.
    Item(String),
    /// A line of a list that ends with channels or roles of the server, by the names that they have there.
    Mentions {
        /// The text before them.
        text: String,
        /// Which channels or roles.
        mentions: Vec<Mention>,
    },
    /// Words as somebody says them: a sentence, a phrase, a wording.
    Quote(String),
    /// Lines whose columns matter, such as a place in a file with its marks.
    Code(String),
    /// A line of a list: a change that somebody made.
    Change(ChangeLine),
    /// A side note.
    Small(String),
}

/// A channel or a role, which a front end shows by its name in the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mention {
    Channel(ChannelId),
    Role(RoleId),
}

/// A change that somebody made. A front end that knows people and clocks shows who and when in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// What was changed.
    pub what: String,
    /// Who made it; `None` once the person is forgotten.
    pub by: Option<UserId>,
    /// When it was made.
    pub at: Time,
    /// All of it in words, for a front end that knows neither.
    pub plainly: String,
}

/// Something that can be pressed or chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    Button(Button),
    /// A list to choose from.
    Select(Select),
    /// Channels to choose from those of the server.
    ChannelSelect(ChannelSelect),
    /// A role to choose from those of the server.
    RoleSelect(RoleSelect),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it does.
    pub action: Action,
    /// Most people press it next.
    pub is_next: bool,
}

/// A list to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Select {
    /// What is chosen here.
    pub label: String,
    /// What is done with the choice.
    pub action: Action,
    /// At most 25.
    pub options: Vec<SelectOption>,
    /// Several may be chosen, or none.
    pub is_several: bool,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectOption {
    /// What is shown.
    pub label: String,
    /// What comes back; at most 100 characters.
    pub value: String,
    /// It is chosen already.
    pub is_chosen: bool,
}

/// Channels to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelSelect {
    /// What they are chosen for.
    pub label: String,
    /// What is done with the choice; their numbers come back.
    pub action: Action,
    /// Those that are chosen already.
    pub chosen: Vec<ChannelId>,
    /// How many may be chosen, up to 25; none may be as well.
    pub most: u8,
}

/// A role to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleSelect {
    /// What it is chosen for.
    pub label: String,
    /// What is done with the choice; its number comes back, or nothing.
    pub action: Action,
    /// The one that is chosen already.
    pub chosen: Option<RoleId>,
}

/// A file that comes with a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelFile {
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// A form that is not about a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modal {
    /// Its first line; at most 45 characters.
    pub title: String,
    /// One to five.
    pub fields: Vec<Field>,
    /// What is done with what was written.
    pub action: FormAction,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    /// What belongs there; at most 45 characters.
    pub label: String,
    /// Shown while nothing is written; at most 100 characters.
    pub example: String,
    /// What is in it to begin with.
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
        Panel { blocks: vec![Block::Text(sentence.into())], ..Panel::default() }
    }

    /// All of what it says as plain text.
    pub fn text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        if !self.title.is_empty() {
            lines.push(self.title.clone());
        }
        for (number, block) in self.blocks.iter().enumerate() {
            let before = number.checked_sub(1).and_then(|number| self.blocks.get(number));
            if !lines.is_empty() && !block.follows_closely(before) {
                lines.push(String::new());
            }
            lines.push(block.text());
        }
        lines.join("\n")
    }

    /// With a button after the others.
    #[must_use]
    pub fn button(mut self, label: &str, action: Action) -> Panel {
        let label = label.to_owned();
        self.controls.push(Control::Button(Button { label, action, is_next: false }));
        self
    }

    /// With the button that most people press next.
    #[must_use]
    pub fn next_button(mut self, label: &str, action: Action) -> Panel {
        let label = label.to_owned();
        self.controls.push(Control::Button(Button { label, action, is_next: true }));
        self
    }
}

impl Block {
    /// Whether no empty line goes between it and the block before it.
    pub fn follows_closely(&self, before: Option<&Block>) -> bool {
        matches!(self, Block::Item(_) | Block::Mentions { .. } | Block::Quote(_) | Block::Change(_))
            || matches!(before, Some(Block::Heading(_)))
    }

    /// As plain text.
    pub fn text(&self) -> String {
        let each = |text: &str, sign: &str| {
            let lines: Vec<String> = text.lines().map(|line| format!("{sign}{line}")).collect();
            lines.join("\n")
        };
        match self {
            Block::Text(text)
            | Block::Own(text)
            | Block::Heading(text)
            | Block::Code(text)
            | Block::Small(text) => text.clone(),
            Block::Item(text) => format!("• {text}"),
            Block::Mentions { text, mentions } => {
                let name = |mention: &Mention| match mention {
                    Mention::Channel(channel) => format!(" #{}", channel.0),
                    Mention::Role(role) => format!(" @{}", role.0),
                };
                format!("• {text}{}", mentions.iter().map(name).collect::<String>())
            }
            Block::Change(change) => format!("• {}", change.plainly),
            Block::Quote(text) => each(text, "  › "),
        }
    }
}
