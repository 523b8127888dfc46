//! One visit to the room, from the first line to the last.

use std::io::{self, Write};

use super::Prompt;
use super::line::{Line, line};
use super::shown::{self, Choice};
use crate::desk::{Answer, Card, Command, CommandId, Desk, Form, FormKind, Pressed, Request};
use crate::render::{self, Language, Show, talk};

/// The line that ends a draft of several lines.
const END_OF_DRAFT: &str = ".";

/// What a visit needs.
pub struct Chat<'a> {
    /// Who answers.
    pub desk: &'a Desk,
    /// The language of the person.
    pub language: Language,
    /// Marks in colour.
    pub colour: bool,
    /// Says which tip comes first; another number at each visit.
    pub seed: u64,
}

/// Talks until the person leaves or there are no more lines.
///
/// # Errors
/// What reading or writing gives.
pub fn run(chat: &Chat<'_>, prompt: &mut dyn Prompt, out: &mut dyn Write) -> io::Result<()> {
    let mut visit = Visit { chat, prompt, out, card: None, tips: Vec::new() };
    if visit.prompt.is_person() {
        visit.say(talk::TERMINAL_WELCOME.to(chat.language))?;
    }
    loop {
        visit.out.flush()?;
        let Some(written) = visit.prompt.line("› ", "")? else { return Ok(()) };
        if !visit.turn(&written)? {
            return Ok(());
        }
    }
}

struct Visit<'a, 'c> {
    chat: &'a Chat<'c>,
    prompt: &'a mut dyn Prompt,
    out: &'a mut dyn Write,
    /// The last card: its buttons are the numbers that can be typed.
    card: Option<Card>,
    /// Ids of the tips shown so far.
    tips: Vec<String>,
}

impl Visit<'_, '_> {
    /// One line and all that follows from it; false if the person leaves.
    fn turn(&mut self, written: &str) -> io::Result<bool> {
        let numbers = self.card.as_ref().map_or(0, Choice::count);
        match line(written, numbers) {
            Line::Empty => (),
            Line::Quit => return Ok(false),
            Line::UnknownCommand => self.say(talk::UNKNOWN_COMMAND.to(self.chat.language))?,
            Line::Draft(draft) => self.ask(Request::Check { draft: draft.to_owned() })?,
            Line::Command(command, given) => self.command(command, given)?,
            Line::Button(number) => self.press(number)?,
        }
        Ok(true)
    }

    fn command(&mut self, command: &Command, given: &str) -> io::Result<()> {
        let given = given.to_owned();
        match command.id {
            CommandId::Check | CommandId::CheckWording if !given.is_empty() => {
                self.ask(Request::Check { draft: given })
            }
            CommandId::Check | CommandId::CheckWording | CommandId::Draft => {
                self.ask(Request::DraftForm)
            }
            CommandId::Why => self.ask(Request::Why { asked: given }),
            CommandId::Tip => {
                let seed = self.chat.seed.wrapping_add(self.tips.len() as u64);
                self.ask(Request::Tip { seed, lately: self.tips.clone() })
            }
            CommandId::Help => self.ask(Request::Help),
        }
    }

    fn press(&mut self, number: usize) -> io::Result<()> {
        let Some(card) = &self.card else { return Ok(()) };
        let Some(choice) = Choice::of(card, number) else {
            let choices = shown::choices(card, self.chat.language);
            return self.say(&choices);
        };
        let button = Pressed { action: choice.action, handle: card.handle(), row: choice.row };
        let draft = card.draft.clone();
        self.ask(Request::Press { button, draft })
    }

    fn ask(&mut self, request: Request) -> io::Result<()> {
        let mut request = request;
        // A form is filled in and handed in, which gives the next answer.
        loop {
            match self.chat.desk.answer(request, self.chat.language) {
                Answer::Form(form) => match self.filled_in(&form)? {
                    Some(submit) => request = submit,
                    None => return Ok(()),
                },
                answer => return self.show(answer),
            }
        }
    }

    fn show(&mut self, answer: Answer) -> io::Result<()> {
        let language = self.chat.language;
        match answer {
            Answer::Card(card) => {
                let text = shown::card(&card, self.as_shown());
                self.card = Some(*card);
                self.say(&text)
            }
            Answer::Why(explained) => self.say(&shown::explained(&explained, self.as_shown())),
            Answer::Tip(tip) => {
                self.tips.push(tip.tip.id.clone());
                self.say(&render::tip(&tip, language))
            }
            Answer::Help => self.say(&shown::help(language)),
            Answer::Declined(declined) => self.say(&talk::declined(&declined, language)),
            Answer::Form(_) => Ok(()),
        }
    }

    fn as_shown(&self) -> Show<'_> {
        Show {
            language: self.chat.language,
            colour: self.chat.colour,
            principles: self.chat.desk.library().principles(),
        }
    }

    /// What the person writes into a form, handed in; `None` if there are no more lines.
    fn filled_in(&mut self, form: &Form) -> io::Result<Option<Request>> {
        let values = match form.kind {
            FormKind::Draft => self.draft(form)?.map(|draft| vec![draft]),
            FormKind::Blanks => self.blanks(form)?,
        };
        let draft = self.card.as_ref().map_or_else(String::new, |card| card.draft.clone());
        let button = Pressed { action: form.action, handle: form.handle.clone(), row: None };
        Ok(values.map(|values| Request::Submit { button, draft, values }))
    }

    fn blanks(&mut self, form: &Form) -> io::Result<Option<Vec<String>>> {
        let mut values = Vec::new();
        for field in &form.fields {
            let Some(value) = self.prompt.line(&shown::question(field), "")? else {
                return Ok(None);
            };
            values.push(value);
        }
        Ok(Some(values))
    }

    /// A draft of one or several lines. Where a text stands in the form and nothing else is written, it stays.
    fn draft(&mut self, form: &Form) -> io::Result<Option<String>> {
        let value = form.fields.first().map_or("", |field| field.value.as_str());
        if self.prompt.is_person() {
            self.say(talk::TERMINAL_DRAFT.to(self.chat.language))?;
            self.out.flush()?;
        }
        let one_line = if value.contains('\n') { "" } else { value };
        let mut lines: Vec<String> = Vec::new();
        loop {
            let begins = if lines.is_empty() { one_line } else { "" };
            match self.prompt.line("  ", begins)? {
                None if lines.is_empty() => return Ok(None),
                None => break,
                Some(line) if line.trim() == END_OF_DRAFT => break,
                Some(line) => lines.push(line),
            }
        }
        let written = lines.join("\n");
        Ok(Some(if written.trim().is_empty() { value.to_owned() } else { written }))
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}\n", text.trim_end())
    }
}
