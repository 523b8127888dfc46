//! What leads do with rules that are there: look, switch, take along, bring back, take out.

pub(super) mod difference;
mod files;
mod history;
mod list;
mod names;
mod replies;
mod restore;
mod show;
mod switching;

use super::{App, Arguments, RequestContext, Response};
use crate::app::Error;
use crate::check::Offered;
use crate::model::Language;
use crate::model::Member;
use crate::model::{Time, UserId, Version};
use crate::store::Position;
use crate::team::Team;
use crate::ui::CommandId;
pub(super) use crate::ui::action::hash;
use crate::ui::leads;
use crate::ui::{Act, Choose, Control, Done, Mark, Panel, PanelOption, Part, Tone};

/// Entries of a list that are shown before the rest is only counted.
const FIRST_FEW: usize = 10;
/// The longest text that comes back from a list or an offer, in characters: Discord's limit.
const MAX_VALUE_CHARS: usize = 100;
/// The most entries of a list to choose from: Discord's limit.
const MOST_OPTIONS: usize = 25;

impl App {
    /// A command about rules that are there.
    pub(super) async fn manage(
        &self,
        context: &RequestContext,
        member: &Member,
        id: CommandId,
        given: &Arguments,
    ) -> Result<Response, Error> {
        let panel = match id {
            CommandId::RulesList => self.rules_list(context, member, given).await?,
            CommandId::RulesShow => self.rule_asked_for(context, member, given).await?,
            CommandId::RulesOff => self.switch(context, member, given, Position::Off).await?,
            CommandId::RulesOn => self.switch(context, member, given, Position::On).await?,
            CommandId::RulesExport => self.export(context, member, given).await?,
            CommandId::RulesHistory => self.history(context, member, 0).await?,
            CommandId::RulesRestore => self.restore(context, member, given).await?,
            CommandId::RulesRemove => self.remove(context, member, given).await?,
            CommandId::RulesNames => self.names(context, member, given).await?,
            _ => self.replies(context, member, given).await?,
        };
        Ok(Response::panel(panel))
    }

    /// Something on one of their panels.
    pub(super) async fn manage_pressed(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Response, Error> {
        let panel = match mark.act {
            Act::Undo => self.undo(context, member, mark).await?,
            Act::List => self.list_page(context, member, mark).await?,
            Act::Narrow => self.narrowed(context, member, mark, chosen).await?,
            Act::Show => self.rule_pressed(context, member, mark, chosen).await?,
            Act::Turn => self.turn(context, member, mark).await?,
            Act::TurnChosen => self.turn_chosen(context, member, mark, chosen).await?,
            Act::Export => self.export_chosen(context, member, mark, chosen).await?,
            Act::History => self.history(context, member, mark.argument(0).unwrap_or(0)).await?,
            Act::Change => self.change(context, member, mark, chosen).await?,
            Act::Versions => self.versions(context, member, mark, chosen).await?,
            Act::Version => self.version(context, member, mark, chosen).await?,
            Act::Restore => self.restored(context, member, mark).await?,
            Act::Remove => self.removed(context, member, mark).await?,
            Act::NamesForm => return self.names_form(context, member).await,
            Act::NamesDrop => self.names_dropped(context, member, mark, chosen).await?,
            _ => {
                self.teams.open_to(member, context.now).await?;
                Panel::saying(leads::LEFT.to(context.language))
            }
        };
        Ok(Response::in_place(panel))
    }

    /// What is offered to a lead while an option of one of their commands is being typed.
    pub(super) async fn manage_offers(
        &self,
        context: &RequestContext,
        command: CommandId,
        typed: &str,
        most: usize,
    ) -> Vec<Offered> {
        let Some(member) = &context.member else { return Vec::new() };
        let Ok(team) = self.teams.open_to(member, context.now).await else { return Vec::new() };
        match command {
            CommandId::RulesShow => list::offers(&team, typed, most),
            CommandId::RulesOff => {
                switching::offers(&team, typed, Position::Off, context.language, most)
            }
            CommandId::RulesOn => {
                switching::offers(&team, typed, Position::On, context.language, most)
            }
            CommandId::RulesNames => files::offers(&team.spared, typed, most),
            CommandId::RulesRestore => {
                let versions = self.teams.file_versions(member, context.now).await;
                files::offers(&files::every_file(&versions.unwrap_or_default()), typed, most)
            }
            CommandId::RulesExport | CommandId::RulesRemove => {
                files::offers(&files::in_force(&team), typed, most)
            }
            _ => Vec::new(),
        }
    }
}

/// What was just done, with a button that takes it back.
fn done(said: String, parts: Vec<Part>, version: Version, language: Language) -> Panel {
    let mut panel = Panel { tone: Tone::Good, ..Panel::saying(said) };
    panel.parts.extend(parts);
    let undo = Mark::new(Act::Undo, [version.0.to_string().as_str()]);
    panel.button(leads::UNDO.to(language), undo)
}

/// Something that somebody did, for a list.
fn somebody_did(what: String, by: Option<UserId>, at: Time, language: Language) -> Part {
    let plainly = leads::done(&what, at.0, by.map(|by| by.0), language);
    Part::Done(Done { what, by, at, plainly })
}

/// The first few of a list, with how many there are besides.
fn first_few(lines: Vec<String>, language: Language) -> Vec<Part> {
    let more = lines.len().saturating_sub(FIRST_FEW);
    let mut parts: Vec<Part> = lines.into_iter().take(FIRST_FEW).map(Part::Item).collect();
    if more > 0 {
        parts.push(Part::Item(leads::and_more(more, language)));
    }
    parts
}

/// A list to choose one from.
fn choose_one(label: &str, mark: Mark, options: Vec<(String, String)>) -> Control {
    let option = |(value, label): (String, String)| PanelOption { label, value, is_chosen: false };
    let options = options.into_iter().take(MOST_OPTIONS).map(option).collect();
    Control::Choose(Choose { label: label.to_owned(), mark, options, is_several: false })
}

/// The version that a control was made for. What can't be read is no version at all.
fn base_of(mark: &Mark, number: usize) -> Version {
    Version(mark.argument(number).unwrap_or(-1))
}

/// The version of the rules that a panel is made from, as a mark carries it.
fn base(team: &Team) -> String {
    team.versions.rules.0.to_string()
}

/// A text that comes back, or what stands for it where it is too long.
fn value(text: &str) -> String {
    if text.chars().count() <= MAX_VALUE_CHARS { text.to_owned() } else { hash(text) }
}

/// Whether a text is meant by what came back.
fn is_meant(text: &str, came_back: &str) -> bool {
    text == came_back || hash(text) == came_back
}

/// The team of a lead, for the panels of these commands.
impl App {
    async fn opened(
        &self,
        context: &RequestContext,
        member: &Member,
    ) -> Result<std::sync::Arc<Team>, Error> {
        Ok(self.teams.open_to(member, context.now).await?)
    }
}
