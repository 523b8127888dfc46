//! What leads do with existing rules: look, switch, export, restore, remove.

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
use crate::model::{Time, UserId, Version};
use crate::schedule::Zone;
use crate::store::{Area, Position};
use crate::team::{Lead, Team};
use crate::ui::CommandId;
use crate::ui::leads;
use crate::ui::{Action, Block, ChangeLine, Control, NameHash, Panel, Select, SelectOption, Tone};

/// Entries of a list that are shown before the rest is only counted.
const FIRST_FEW: usize = 10;
/// The longest text that comes back from a list or an offer, in characters: Discord's limit.
const MAX_VALUE_CHARS: usize = 100;
/// The most entries of a list to choose from: Discord's limit.
const MOST_OPTIONS: usize = 25;

impl App {
    /// What is offered to a lead while an option of one of their commands is being typed.
    pub(in crate::app) async fn manage_offers(
        &self,
        context: &RequestContext,
        command: CommandId,
        typed: &str,
        most: usize,
    ) -> Vec<Offered> {
        let Ok(lead) = self.lead(context).await else { return Vec::new() };
        let Ok(team) = lead.team().await else { return Vec::new() };
        match command {
            CommandId::RulesShow => list::offers(&team, typed, most),
            CommandId::RulesOff => {
                switching::offers(&team, typed, Position::Off, context.language, most)
            }
            CommandId::RulesOn => {
                switching::offers(&team, typed, Position::On, context.language, most)
            }
            CommandId::RulesNames => files::offers(&team.allowlist, typed, most),
            CommandId::RulesRestore => {
                let versions = lead.file_versions().await;
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
fn done(
    said: String,
    blocks: Vec<Block>,
    (area, version): (Area, Version),
    language: Language,
) -> Panel {
    let mut panel = Panel { tone: Tone::Good, ..Panel::saying(said) };
    panel.blocks.extend(blocks);
    let undo = Action::Undo { area, version };
    panel.button(leads::UNDO.to(language), undo)
}

/// Something that somebody did, for a list; `clock` is that of the team.
fn somebody_did(
    what: String,
    (by, at): (Option<UserId>, Time),
    clock: &Zone,
    language: Language,
) -> Block {
    let plainly = leads::done(&what, &leads::moment(at.0, clock), by.map(|by| by.0), language);
    Block::Change(ChangeLine { what, by, at, plainly })
}

/// The first few of a list, with how many there are besides.
fn first_few(lines: Vec<String>, language: Language) -> Vec<Block> {
    let more = lines.len().saturating_sub(FIRST_FEW);
    let mut blocks: Vec<Block> = lines.into_iter().take(FIRST_FEW).map(Block::Item).collect();
    if more > 0 {
        blocks.push(Block::Item(leads::and_more(more, language)));
    }
    blocks
}

/// A list to choose one from.
fn choose_one(label: &str, action: Action, options: Vec<(String, String)>) -> Control {
    let option = |(value, label): (String, String)| SelectOption { label, value, is_chosen: false };
    let options = options.into_iter().take(MOST_OPTIONS).map(option).collect();
    Control::Select(Select { label: label.to_owned(), action, options, is_several: false })
}

/// The value that comes back for a text: the text, or its hash where it is too long.
fn value(text: &str) -> String {
    if text.chars().count() <= MAX_VALUE_CHARS {
        text.to_owned()
    } else {
        NameHash::of(text).written()
    }
}

/// Whether a text is meant by what came back.
pub(super) fn is_meant(text: &str, came_back: &str) -> bool {
    text == came_back || NameHash::of(text).written() == came_back
}
