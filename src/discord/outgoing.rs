//! The one way out: every message, form and offer leaves as one of these. Nothing is longer than Discord takes;
//! `responses` makes sure that nobody is mentioned, and that what is for one person is for that person alone.

use super::limits::{self, length};

/// A message. Texts of people in it are escaped already; their lengths are looked at here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message {
    /// Shown above everything else.
    pub content: String,
    /// Blocks with a coloured edge.
    pub embeds: Vec<Embed>,
    /// What can be pressed or chosen.
    pub rows: Vec<Row>,
    /// What comes with it, such as a text that is too long to show.
    pub files: Vec<File>,
}

/// A block with a coloured edge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Embed {
    /// Its first line, in bold; may be empty.
    pub title: String,
    /// Its text.
    pub description: String,
    /// Red, green and blue.
    pub colour: u32,
}

/// Components that are next to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// At most five.
    Buttons(Vec<Button>),
    /// A list to choose from.
    Select(Select),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// Comes back when it is pressed.
    pub custom_id: String,
    pub label: String,
    /// It is what most people press next.
    pub is_next: bool,
    /// It can be pressed.
    pub can_press: bool,
}

/// A list to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Select {
    /// Comes back with the choice.
    pub custom_id: String,
    /// The placeholder while nothing is chosen.
    pub placeholder: String,
    /// What can be chosen.
    pub from: SelectFrom,
    /// How many have to be chosen, and how many may be.
    pub count: (u8, u8),
}

/// What can be chosen from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectFrom {
    /// One of these.
    Choices(Vec<Choice>),
    /// Channels of the server in which people write; those that are chosen already.
    Channels(Vec<u64>),
    /// Roles of the server; those that are chosen already.
    Roles(Vec<u64>),
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is shown.
    pub label: String,
    /// What comes back.
    pub value: String,
    /// It is chosen already.
    pub is_chosen: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl File {
    pub fn text(name: &str, text: String) -> File {
        File { name: name.to_owned(), bytes: text.into_bytes() }
    }
}

/// A form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modal {
    /// Comes back with what was written.
    pub custom_id: String,
    /// Its first line.
    pub title: String,
    /// One to five.
    pub boxes: Vec<InputBox>,
}

/// A box of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputBox {
    /// What belongs there.
    pub label: String,
    /// The placeholder while nothing is written.
    pub placeholder: String,
    /// The text to start from.
    pub value: String,
    /// The longest text that is taken.
    pub max_length: u16,
    /// It takes several lines.
    pub is_long: bool,
    /// Something has to be written.
    pub is_required: bool,
}

/// Something is longer than Discord takes: a slip of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}: {length} where {limit} is the limit")]
pub struct TooLong {
    /// Which text.
    pub what: &'static str,
    pub length: usize,
    /// What is taken.
    pub limit: usize,
}

fn check(what: &'static str, length: usize, limit: usize) -> Result<(), TooLong> {
    if length <= limit { Ok(()) } else { Err(TooLong { what, length, limit }) }
}

fn check_text(what: &'static str, text: &str, limit: usize) -> Result<(), TooLong> {
    check(what, length(text), limit)
}

impl Message {
    /// A message of one sentence.
    pub fn saying(sentence: impl Into<String>) -> Message {
        Message { content: sentence.into(), ..Message::default() }
    }

    /// Whether Discord takes it.
    ///
    /// # Errors
    /// The first text that is too long.
    pub fn check(&self) -> Result<(), TooLong> {
        check_text("content", &self.content, limits::CONTENT)?;
        check("embeds", self.embeds.len(), limits::EMBEDS)?;
        check("embeds together", self.embeds_length(), limits::EMBEDS_TOTAL)?;
        for embed in &self.embeds {
            check_text("title", &embed.title, limits::EMBED_TITLE)?;
            check_text("description", &embed.description, limits::EMBED_DESCRIPTION)?;
        }
        check("rows", self.rows.len(), limits::ROWS)?;
        self.rows.iter().try_for_each(Row::check)?;
        check("files", self.files.len(), limits::FILES)?;
        self.files.iter().try_for_each(|file| check("file", file.bytes.len(), limits::FILE_BYTES))
    }

    /// All texts of all embeds.
    pub fn embeds_length(&self) -> usize {
        self.embeds.iter().map(Embed::length).sum()
    }
}

impl Embed {
    /// Its texts, as they count.
    pub fn length(&self) -> usize {
        length(&self.title) + length(&self.description)
    }
}

impl Row {
    fn check(&self) -> Result<(), TooLong> {
        match self {
            Row::Buttons(buttons) => {
                check("buttons", buttons.len(), limits::BUTTONS_IN_ROW)?;
                buttons.iter().try_for_each(|button| {
                    check_text("label", &button.label, limits::BUTTON_LABEL)?;
                    check_text("custom id", &button.custom_id, limits::CUSTOM_ID)
                })
            }
            Row::Select(select) => {
                check_text("custom id", &select.custom_id, limits::CUSTOM_ID)?;
                check_text("placeholder", &select.placeholder, limits::OPTION_TEXT)?;
                match &select.from {
                    SelectFrom::Choices(options) => {
                        check("options", options.len(), limits::OPTIONS)?;
                        options.iter().try_for_each(|option| {
                            check_text("label", &option.label, limits::OPTION_TEXT)?;
                            check_text("value", &option.value, limits::OPTION_TEXT)
                        })
                    }
                    SelectFrom::Channels(chosen) | SelectFrom::Roles(chosen) => {
                        check("chosen", chosen.len(), limits::OPTIONS)
                    }
                }
            }
        }
    }
}

impl Modal {
    /// Whether Discord takes it.
    ///
    /// # Errors
    /// The first text that is too long.
    pub fn check(&self) -> Result<(), TooLong> {
        check_text("title", &self.title, limits::MODAL_TITLE)?;
        check_text("custom id", &self.custom_id, limits::CUSTOM_ID)?;
        check("boxes", self.boxes.len(), limits::MODAL_BOXES)?;
        self.boxes.iter().try_for_each(|input| {
            check_text("label", &input.label, limits::BOX_LABEL)?;
            check_text("placeholder", &input.placeholder, limits::BOX_PLACEHOLDER)?;
            check_text("value", &input.value, limits::BOX_VALUE)
        })
    }
}

/// What the box of a number is called.
pub fn box_id(number: usize) -> String {
    number.to_string()
}
