//! What a line of the chat means.

use crate::model::Language;
use crate::text;
use crate::ui::Said;
use crate::ui::{Command, CommandKind, commands};

/// Names of the way out, as they compare.
const QUIT: [&str; 4] = ["quit", "exit", "εξοδοσ", "τελοσ"];

/// The greatest number that is taken for one of a button: a panel has far fewer.
const MAX_BUTTON: usize = 99;

/// A line as it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line<'l> {
    /// Nothing was written.
    Empty,
    /// The way out.
    Quit,
    /// A command, and what was given to it.
    Command(&'static Command, &'l str),
    /// A command that there is not.
    UnknownCommand,
    /// A button of the last card, by its number from 1 on.
    Button(usize),
    /// A number that no button has: nobody writes a customer "9".
    NoButton(usize),
    /// A draft, simply written down.
    Draft(&'l str),
}

/// What a line means where the last card has this many buttons.
pub fn line(written: &str, buttons: usize) -> Line<'_> {
    let trimmed = written.trim();
    if let Some(typed) = trimmed.strip_prefix('/') {
        let (name, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        return command(&text::key(name), rest.trim());
    }
    match trimmed.parse::<usize>() {
        Ok(number) if (1..=buttons).contains(&number) => Line::Button(number),
        Ok(number) if number <= MAX_BUTTON => Line::NoButton(number),
        _ if trimmed.is_empty() => Line::Empty,
        _ => Line::Draft(trimmed),
    }
}

fn command<'l>(name: &str, rest: &'l str) -> Line<'l> {
    if QUIT.contains(&name) {
        return Line::Quit;
    }
    let is_called =
        |said: &Said, word: &str| [said.el, said.en].iter().any(|it| text::key(it) == word);
    let typed = || commands().filter(|command| command.kind == CommandKind::Typed);
    if let Some(command) =
        typed().find(|command| command.group.is_none() && is_called(&command.name, name))
    {
        return Line::Command(command, rest);
    }
    let (second, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let second = text::key(second);
    let found = typed().find(|command| {
        command.group.is_some_and(|group| is_called(&group.name, name))
            && is_called(&command.name, &second)
    });
    found.map_or(Line::UnknownCommand, |command| Line::Command(command, after.trim()))
}

/// The commands that begin as typed, with their slash.
pub fn commands_beginning(typed: &str) -> Vec<String> {
    let Some(name) = typed.strip_prefix('/') else { return Vec::new() };
    let key = text::key(name);
    let typed_ones = commands().filter(|command| command.kind == CommandKind::Typed);
    let names = typed_ones
        .flat_map(|command| [Language::En, Language::El].map(|language| command.written(language)));
    let begins = |name: &String| {
        name.strip_prefix('/').is_some_and(|name| text::key(name).starts_with(&key))
    };
    names.filter(begins).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::CommandId;

    #[test]
    fn a_line_is_a_command_a_button_or_a_draft() {
        let of = |id| Command::of(id).unwrap();
        let check = of(CommandId::Check);
        for (written, expected) in [
            ("", Line::Empty),
            ("   ", Line::Empty),
            ("/quit", Line::Quit),
            ("/έξοδος", Line::Quit),
            ("/check Δεν μπορώ.", Line::Command(check, "Δεν μπορώ.")),
            ("/ΕΛΕΓΧΟΣ Θέμα: η παραγγελία.", Line::Command(check, "Θέμα: η παραγγελία.")),
            ("/ελεγχος", Line::Command(check, "")),
            ("/rules add", Line::Command(of(CommandId::RulesAdd), "")),
            ("/κανόνες ΠΡΟΣΘΗΚΗ a.csv", Line::Command(of(CommandId::RulesAdd), "a.csv")),
            ("/rules", Line::UnknownCommand),
            ("/rules nothing", Line::UnknownCommand),
            ("/help", Line::Command(of(CommandId::Help), "")),
            ("/nothing of the kind", Line::UnknownCommand),
            ("2", Line::Button(2)),
            ("0", Line::NoButton(0)),
            ("4", Line::NoButton(4)),
            ("2026", Line::Draft("2026")),
            ("Δεν μπορώ.", Line::Draft("Δεν μπορώ.")),
        ] {
            assert_eq!(line(written, 3), expected, "{written:?}");
        }
    }

    #[test]
    fn commands_are_completed_in_both_languages() {
        assert_eq!(commands_beginning("/ch"), ["/check"]);
        assert_eq!(commands_beginning("/ελ"), ["/έλεγχος"]);
        assert_eq!(commands_beginning("ch"), Vec::<String>::new());
    }
}
