//! What follows a command, as the values of its options: `name: value` as in a chat, or the value alone.

use crate::app::{Argument, Arguments, Attachment};
use crate::model::ChannelId;
use crate::text;
use crate::ui::Said;
use crate::ui::{Command, CommandOption, OptionKind};

/// What was given to a command. What does not fit its option is left out; files are opened by `open`.
pub fn given(command: &Command, rest: &str, open: &dyn Fn(&str) -> Attachment) -> Arguments {
    let parts = parts(command, rest);
    let value = |(option, written): (&CommandOption, String)| {
        let written = written.trim();
        let value = (!written.is_empty()).then(|| value(option, written, open)).flatten();
        value.map(|value| (option.name.en, value))
    };
    Arguments(parts.into_iter().filter_map(value).collect())
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
