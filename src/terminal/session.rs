//! A session, from its first line to its last.

use std::io::{self, Write};

use tokio::runtime::Handle;

use super::Prompt;
use super::line::{Line, line};
use super::options::given;
use super::panel;
use super::panel::Asked;
use super::shown;
use super::shown::Choice;
use crate::app::Error;
use crate::app::{App, Attachment, Body, Effect, Interaction, RequestContext, tip_controls};
use crate::check::{Card, CardForm, FormKind, Pressed, Request};
use crate::model::Language;
use crate::model::Member;
use crate::model::{Time, UserId};
use crate::ui;
use crate::ui::{Action, Field, Modal, Panel};
use crate::ui::{Command, CommandId};
use crate::ui::{Show, talk};

/// The line that ends a draft of several lines.
const END_OF_DRAFT: &str = ".";

/// What a visit needs.
pub struct Chat<'a> {
    /// Who answers.
    pub app: &'a App,
    /// Runs what takes a while.
    pub runtime: Handle,
    /// Says what time it is.
    pub now: &'a dyn Fn() -> Time,
    /// Opens a file by the name that was typed; it is read when it is wanted.
    pub open: &'a dyn Fn(&str) -> Attachment,
    /// Keeps a file that comes with an answer; gives where, or `None` if that failed.
    pub keep: &'a dyn Fn(&str, &[u8]) -> Option<String>,
    /// Receives what else went wrong with an answer.
    pub log: &'a dyn Fn(&Error),
    /// What can be pressed under a tip that has arrived since this was last asked.
    pub arrived: &'a dyn Fn() -> Option<Panel>,
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
    let mut visit = Visit { chat, prompt, out, last: Last::Nothing, tips: Vec::new(), turn: 0 };
    if visit.prompt.is_person() {
        visit.say(talk::TERMINAL_WELCOME.to(chat.language))?;
    }
    loop {
        visit.out.flush()?;
        let written = match visit.prompt.line("› ", "") {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(()),
            written => written?,
        };
        let Some(written) = written else { return Ok(()) };
        if let Some(panel) = (chat.arrived)() {
            visit.last = Last::Panel(panel);
        }
        match visit.turn(&written) {
            Ok(true) => (),
            Ok(false) => return Ok(()),
            // Ctrl-C in a form lets go of the form, and of nothing else.
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                visit.say(talk::FORM_LEFT.to(chat.language))?;
            }
            Err(error) => return Err(error),
        }
    }
}

struct Visit<'a, 'c> {
    chat: &'a Chat<'c>,
    prompt: &'a mut dyn Prompt,
    out: &'a mut dyn Write,
    /// What was shown last: its buttons are the numbers that can be typed.
    last: Last,
    /// Ids of the tips shown so far.
    tips: Vec<String>,
    /// Counts what the person did.
    turn: u64,
}

/// What was shown last that has buttons.
enum Last {
    Nothing,
    Card(Box<Card>),
    Panel(Panel),
}

impl Last {
    /// How many numbers it has.
    fn numbers(&self) -> usize {
        match self {
            Last::Nothing => 0,
            Last::Card(card) => Choice::count(card),
            Last::Panel(panel) => panel.controls.len(),
        }
    }
}

impl Visit<'_, '_> {
    /// One line and all that follows from it; false if the person leaves.
    fn turn(&mut self, written: &str) -> io::Result<bool> {
        match line(written, self.last.numbers()) {
            Line::Empty => (),
            Line::Quit => return Ok(false),
            Line::UnknownCommand => self.say(talk::UNKNOWN_COMMAND.to(self.chat.language))?,
            Line::Draft(draft) => self.ask(Request::Check { draft: draft.to_owned() })?,
            Line::Command(command, rest) => self.command(command, rest)?,
            Line::Button(number) => return self.press(number),
            Line::NoButton(number) => self.say(&talk::no_button(number, self.chat.language))?,
        }
        Ok(true)
    }

    fn command(&mut self, command: &Command, rest: &str) -> io::Result<()> {
        let given = match given(command, rest, self.chat.open) {
            Ok(given) => given,
            Err(unfit) => {
                return self.say(&talk::no_such_choice(
                    &unfit.written,
                    &unfit.choices(self.chat.language),
                    self.chat.language,
                ));
            }
        };
        match command.id {
            CommandId::Check | CommandId::CheckWording if given.text("draft").is_none() => {
                self.ask(Request::DraftForm)
            }
            CommandId::Tip => {
                let seed = self.chat.seed.wrapping_add(self.tips.len() as u64);
                self.interact(Interaction::Tip { seed, recent: self.tips.clone() })
            }
            id => self.interact(Interaction::Command(id, given)),
        }
    }

    fn press(&mut self, number: usize) -> io::Result<bool> {
        match &self.last {
            Last::Nothing => (),
            Last::Card(card) => match Choice::of(card, number) {
                Some(choice) => {
                    let button =
                        Pressed { action: choice.action, state: card.state(), row: choice.row };
                    let draft = card.draft.clone();
                    self.ask(Request::Press { button, draft })?;
                }
                None => {
                    let choices = shown::choices(card, self.chat.language);
                    self.say(&choices)?;
                }
            },
            Last::Panel(panel) => {
                let control = number.checked_sub(1).and_then(|number| panel.controls.get(number));
                let Some(control) = control else { return Ok(true) };
                match panel::asked(control, self.chat.language) {
                    Asked::Pressed(action) => {
                        self.interact(Interaction::Press(action, Vec::new()))?;
                    }
                    Asked::Choice { action, question, values } => {
                        return self.choose(action, &question, &values);
                    }
                }
            }
        }
        Ok(true)
    }

    /// A list of a panel: its entries by their numbers, several with spaces between them. A command is not an entry: whoever
    /// types one has let go of the list.
    fn choose(&mut self, action: Action, question: &str, values: &[String]) -> io::Result<bool> {
        self.say(question)?;
        self.out.flush()?;
        let Some(written) = self.prompt.line("  ", "")? else { return Ok(true) };
        if written.trim_start().starts_with('/') {
            return self.turn(&written);
        }
        let chosen = panel::chosen(&written, values);
        if chosen.is_empty() && !written.trim().is_empty() {
            let numbers = [format!("1–{}", values.len())];
            let said = talk::no_such_choice(written.trim(), &numbers, self.chat.language);
            return self.say(&said).map(|()| true);
        }
        self.interact(Interaction::Press(action, chosen))?;
        Ok(true)
    }

    fn ask(&mut self, request: Request) -> io::Result<()> {
        self.interact(Interaction::Check(request))
    }

    fn interact(&mut self, interaction: Interaction) -> io::Result<()> {
        let mut interaction = interaction;
        // A form is filled in and handed in, which gives the next answer.
        loop {
            let context = self.context();
            let response = self.chat.runtime.block_on(self.chat.app.handle(&context, interaction));
            if let Some(error) = &response.error {
                (self.chat.log)(error);
            }
            let next = match response.body {
                Body::CardForm(form) => self.filled_in(&form)?,
                Body::Modal(questions) => self.answered(&questions)?,
                body => {
                    self.show(body)?;
                    None
                }
            };
            for effect in response.effects {
                self.run_effect(effect)?;
            }
            match next {
                Some(next) => interaction = next,
                None => return Ok(()),
            }
        }
    }

    /// The person at this terminal: a lead of the server of their own.
    fn context(&mut self) -> RequestContext {
        self.turn += 1;
        RequestContext {
            user: UserId::LOCAL,
            member: Some(Member::local()),
            language: self.chat.language,
            now: (self.chat.now)(),
            request: format!("{}-{}", self.chat.seed, self.turn),
        }
    }

    fn show(&mut self, body: Body) -> io::Result<()> {
        let language = self.chat.language;
        match body {
            Body::Card(card) => {
                let text = self.shown(|show| shown::card(&card, show));
                self.last = Last::Card(card);
                self.say(&text)
            }
            Body::Rule(explained) => {
                let text = self.shown(|show| shown::explained(&explained, show));
                self.say(&text)
            }
            Body::Tip(tip) => {
                self.tips.push(tip.tip.id.clone());
                let controls = tip_controls(&tip, None, language);
                let panel = Panel { controls, ..Panel::default() };
                let text = format!("{}\n{}", ui::tip(&tip, language), panel::controls(&panel));
                self.last = Last::Panel(panel);
                self.say(&text)
            }
            Body::Help(who) => self.say(&shown::help(who, language)),
            Body::Refused(error) => self.say(&talk::check_error(&error, language)),
            Body::Panel(panel) | Body::InPlace(panel) => self.show_panel(panel),
            // Filled in before anything is shown.
            Body::CardForm(_) | Body::Modal(_) => Ok(()),
        }
    }

    /// A panel; one without controls leaves the buttons of what was shown before.
    fn show_panel(&mut self, panel: Panel) -> io::Result<()> {
        let mut text = panel::shown(&panel);
        for file in &panel.files {
            let kept = (self.chat.keep)(&file.name, &file.bytes);
            let note = match &kept {
                Some(path) => talk::file_kept(path, self.chat.language),
                None => talk::FILE_NOT_KEPT.to(self.chat.language).to_owned(),
            };
            text.push_str(&format!("\n\n{note}"));
        }
        if !panel.controls.is_empty() {
            text.push_str(&format!("\n\n{}", panel::controls(&panel)));
            self.last = Last::Panel(panel);
        }
        self.say(&text)
    }

    /// What goes to a channel, or to somebody, arrives here.
    fn run_effect(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Post { panel, .. }
            | Effect::PostProposal { panel, .. }
            | Effect::Tell { panel, .. } => self.show_panel(panel),
            // What is on a screen stays, and nothing about a person is stored here.
            Effect::Rewrite { .. } | Effect::Forget { .. } => Ok(()),
        }
    }

    /// What the person writes into a form of a panel; `None` if there are no more lines.
    fn answered(&mut self, modal: &Modal) -> io::Result<Option<Interaction>> {
        self.say(&modal.title)?;
        let mut written = Vec::new();
        for field in &modal.fields {
            match self.answer(field)? {
                Some(answer) => written.push(answer),
                None => return Ok(None),
            }
        }
        Ok(Some(Interaction::Submit(modal.action.clone(), written)))
    }

    /// What is written into a field; what can't be left out is asked for again.
    fn answer(&mut self, field: &Field) -> io::Result<Option<String>> {
        loop {
            let asked = panel::question(field);
            let written = if field.is_long {
                self.say(&asked)?;
                self.lines(&field.value)?
            } else {
                let line = self.prompt.line(&asked, &field.value)?;
                line.map(|line| if line.trim().is_empty() { field.value.clone() } else { line })
            };
            match written {
                Some(text) if field.is_required && text.trim().is_empty() => (),
                written => return Ok(written),
            }
        }
    }

    fn shown(&self, text: impl FnOnce(Show<'_>) -> String) -> String {
        let principles = self.chat.app.principles();
        let (language, colour) = (self.chat.language, self.chat.colour);
        text(Show { language, colour, principles: &principles })
    }

    /// What the person writes into a form, handed in; `None` if there are no more lines.
    fn filled_in(&mut self, form: &CardForm) -> io::Result<Option<Interaction>> {
        let values = match form.kind {
            FormKind::Draft => self.draft(form)?.map(|draft| vec![draft]),
            FormKind::Blanks => self.blanks(form)?,
        };
        let draft = match &self.last {
            Last::Card(card) => card.draft.clone(),
            Last::Nothing | Last::Panel(_) => String::new(),
        };
        let button = Pressed { action: form.action, state: form.state.clone(), row: None };
        Ok(values.map(|values| Interaction::Check(Request::Submit { button, draft, values })))
    }

    fn blanks(&mut self, form: &CardForm) -> io::Result<Option<Vec<String>>> {
        let mut values = Vec::new();
        for field in &form.fields {
            let Some(value) = self.prompt.line(&shown::question(field), "")? else {
                return Ok(None);
            };
            values.push(value);
        }
        Ok(Some(values))
    }

    /// A draft of one or several lines. If the form has a text and nothing else is written, it stays.
    fn draft(&mut self, form: &CardForm) -> io::Result<Option<String>> {
        let value = form.fields.first().map_or("", |field| field.value.as_str());
        self.lines(value)
    }

    /// Text of one or several lines; nothing written leaves the text as it is.
    fn lines(&mut self, value: &str) -> io::Result<Option<String>> {
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
                Some(line) => {
                    // What was pasted brings its line breaks along; after the last one the end may be written.
                    let ends = line.split('\n').next_back().map(str::trim) == Some(END_OF_DRAFT);
                    let text = line.trim_end().strip_suffix(END_OF_DRAFT).filter(|_| ends);
                    let text = text.map_or(line.as_str(), |text| text.trim_end_matches('\n'));
                    lines.extend((!ends || !text.is_empty()).then(|| text.to_owned()));
                    if ends {
                        break;
                    }
                }
            }
        }
        let written = lines.join("\n");
        Ok(Some(if written.trim().is_empty() { value.to_owned() } else { written }))
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}\n", text.trim_end())
    }
}
