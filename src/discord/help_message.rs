//! What a person can do, as a message.

use std::ops::RangeInclusive;

use super::escape;
use super::outgoing::{Embed, Message};
use crate::model::Language;
use crate::ui::talk;
use crate::ui::{Command, Who, commands};

/// The edge of the help.
const BLUE: u32 = 0x3b_9e_bf;

/// Every command that somebody may use, with what it is good for and what somebody might write; those of
/// leads are listed apart.
pub fn help_message(who: Who, language: Language) -> Message {
    let intro = talk::HELP_INTRO.to(language).to_owned();
    let mut embeds =
        vec![block(String::new(), Some(intro), Who::Everyone..=Who::Members, who, language)];
    if who == Who::Leads {
        let title = talk::HELP_FOR_LEADS.to(language).to_owned();
        embeds.push(block(title, None, Who::Leads..=Who::Leads, who, language));
    }
    Message { embeds, ..Message::default() }
}

fn block(
    title: String,
    intro: Option<String>,
    of: RangeInclusive<Who>,
    who: Who,
    language: Language,
) -> Embed {
    let shown = commands().filter(|command| of.contains(&command.who) && command.is_for(who));
    let parts: Vec<String> =
        intro.into_iter().chain(shown.map(|command| entry(command, language))).collect();
    let between = if of.contains(&Who::Everyone) { "\n\n" } else { "\n" };
    Embed { title, description: parts.join(between), colour: BLUE }
}

fn entry(command: &Command, language: Language) -> String {
    let name = escape::escaped(&command.written(language));
    let mut lines = vec![format!("**{name}**"), command.description.to(language).to_owned()];
    let example = command.example.map(|example| example.to(language));
    lines.extend(
        example.map(|example| format!("-# {} `{example}`", talk::FOR_EXAMPLE.to(language))),
    );
    lines.join("\n")
}
