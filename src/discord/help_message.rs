//! What a person can do, as a message.

use super::escape;
use super::outgoing::{Embed, Message};
use crate::desk::{Who, commands};
use crate::render::{Language, talk};

/// The edge of the help.
const BLUE: u32 = 0x3b_9e_bf;

/// Every command that somebody may use, with what it is good for and what somebody might write.
pub fn help_message(who: Who, language: Language) -> Message {
    let mut parts = vec![talk::HELP_INTRO.to(language).to_owned()];
    for command in commands().filter(|command| command.is_for(who)) {
        let name = escape::escaped(&command.written(language));
        let mut lines = vec![format!("**{name}**"), command.description.to(language).to_owned()];
        let example = command.example.map(|example| example.to(language));
        lines.extend(
            example.map(|example| format!("-# {} `{example}`", talk::FOR_EXAMPLE.to(language))),
        );
        parts.push(lines.join("\n"));
    }
    let embed = Embed { title: String::new(), description: parts.join("\n\n"), colour: BLUE };
    Message { embeds: vec![embed], ..Message::default() }
}
