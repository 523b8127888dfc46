//! What follows a command, as the values of its options: `name: value` as in a chat, or the value alone.

use crate::app::{Argument, Arguments, Attachment};
use crate::model::{ChannelId, Language};
use crate::text;
use crate::ui::Said;
use crate::ui::{Command, CommandOption, OptionKind};

/// A value that does not fit its option.
#[derive(Debug)]
pub struct Unfit {
    /// As it was written.
    pub written: String,
    kind: OptionKind,
}

impl Unfit {
    /// What would fit.
    pub fn choices(&self, language: Language) -> Vec<String> {
        match self.kind {
            OptionKind::OneOf(words) => {
                words.iter().map(|(_, said)| said.to(language).to_owned()).collect()
            }
            OptionKind::Number { least, most } => vec![format!("{least}–{most}")],
            OptionKind::Text { .. } | OptionKind::File | OptionKind::Channel => Vec::new(),
        }
    }
}

/// What was given to a command; files are opened by `open`.
pub fn given(
    command: &Command,
    rest: &str,
    open: &dyn Fn(&str) -> Attachment,
) -> Result<Arguments, Unfit> {
    let mut values = Vec::new();
    for (option, written) in parts(command, rest) {
        let written = written.trim();
        if written.is_empty() {
            continue;
        }
        match value(option, written, open) {
            Some(value) => values.push((option.name.en, value)),
            None => return Err(Unfit { written: written.to_owned(), kind: option.kind }),
        }
    }
    Ok(Arguments(values))
}

/// The options with what follows each. What comes before all names belongs to the first option. In a
/// command of one option, only the beginning can be its name: a draft may hold words with colons.
fn parts<'c>(command: &'c Command, rest: &str) -> Vec<(&'c CommandOption, String)> {
    let Some(first) = command.options.first() else { return Vec::new() };
    let mut parts: Vec<(&CommandOption, String)> = vec![(first, String::new())];
    for (number, word) in rest.split_inclusive(char::is_whitespace).enumerate() {
        let named = word.split_once(':').and_then(|(name, after)| {
            Some((command.options.iter().find(|option| is_called(&option.name, name))?, after))
        });
        match named {
            Some((option, after)) if number == 0 || command.options.len() > 1 => {
                parts.push((option, after.trim_start().to_owned()));
            }
            _ => {
                if let Some((_, written)) = parts.last_mut() {
                    written.push_str(word);
                }
            }
        }
    }
    parts
}

fn is_called(said: &Said, word: &str) -> bool {
    let key = text::key(word.trim());
    [said.el, said.en].iter().any(|name| text::key(name) == key)
}

fn value(
    option: &CommandOption,
    written: &str,
    open: &dyn Fn(&str) -> Attachment,
) -> Option<Argument> {
    let key = text::key(written);
    Some(match option.kind {
        OptionKind::Text { .. } => Argument::Text(written.to_owned()),
        OptionKind::OneOf(words) => {
            let is_it =
                |(word, said): &&(&str, Said)| text::key(word) == key || is_called(said, written);
            Argument::Text(words.iter().find(is_it)?.0.to_owned())
        }
        OptionKind::Number { least, most } => {
            Argument::Number(written.parse().ok().filter(|number| (least..=most).contains(number))?)
        }
        OptionKind::File => Argument::File(open(written)),
        // The room has one channel, whatever it is called.
        OptionKind::Channel => Argument::Channel(ChannelId::LOCAL),
    })
}
