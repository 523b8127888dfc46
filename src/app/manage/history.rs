//! `/rules history`: who changed what and when; what exactly; and the last change taken back.

use super::difference;
use super::difference::Tense;
use super::switching::switched;
use super::{
    Action, App, Block, Error, FIRST_FEW, Lead, NameHash, Panel, RequestContext, Team, Tone,
    Version, choose_one, done, somebody_did,
};
use crate::model::ChangeKind;
use crate::model::Language;
use crate::store::Area;
use crate::team;
use crate::team::Past;
use crate::ui;
use crate::ui::leads;
use crate::ui::leads::history as words;
use crate::ui::leads::switching;

impl App {
    pub(in crate::app) async fn history(
        &self,
        context: &RequestContext,
        lead: &Lead,
        skip: usize,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        // One more than is shown, to know whether there are more.
        let mut past = lead.history(skip, FIRST_FEW + 1).await?;
        let is_last_page = past.len() <= FIRST_FEW;
        past.truncate(FIRST_FEW);
        let language = context.language;
        let mut panel = page(&team, &past, language);
        let page_at = |skip: usize| Action::History { skip };
        if skip == 0
            && let Some(version) = last_to_undo(&team, &past)
        {
            panel = panel.button(words::UNDO_LAST.to(language), Action::Undo { version });
        }
        if skip > 0 {
            let newer = page_at(skip.saturating_sub(FIRST_FEW));
            panel = panel.button(words::NEWER.to(language), newer);
        }
        if !is_last_page {
            let older = page_at(skip.saturating_add(FIRST_FEW));
            panel = panel.button(words::OLDER.to(language), older);
        }
        Ok(panel)
    }

    pub(in crate::app) async fn change(
        &self,
        context: &RequestContext,
        lead: &Lead,
        chosen: Option<&str>,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let language = context.language;
        let chosen = chosen.and_then(|number| number.parse().ok()).map(Version);
        let version = chosen.ok_or(team::UserError::Vanished)?;
        let past = lead.past(version).await?;
        let found = lead.difference(version).await?;
        let mut panel = Panel { blocks: vec![entry(&team, &past, language)], ..Panel::default() };
        panel.blocks.extend(difference::blocks(&team, &found, Tense::Done, language));
        if let Some(file) = difference::file(&team, &found, version.0, language) {
            panel.blocks.push(Block::Small(leads::ALL_IN_FILE.to(language).to_owned()));
            panel.files.push(file);
        }
        let before = past.entry.before.as_ref().and_then(|number| number.parse().ok());
        if let Some(number) = before {
            let file = NameHash::of(&past.summary.subject);
            let look = Action::Version { file, number: Some(number) };
            panel = panel.button(words::RESTORE_BEFORE.to(language), look);
        }
        Ok(panel.button(words::BACK.to(language), Action::History { skip: 0 }))
    }

    /// Takes a change back, if it still is the last one.
    pub(in crate::app) async fn undo(
        &self,
        context: &RequestContext,
        lead: &Lead,
        version: Version,
    ) -> Result<Panel, Error> {
        let language = context.language;
        let activation = lead.undo(version).await?;
        let past = lead.past(version).await?;
        let team = lead.team().await?;
        if past.summary.kind == Some(ChangeKind::Undone) {
            let said = leads::DONE_AFTER_ALL.to(language).to_owned();
            return Ok(done(said, Vec::new(), activation.version, language));
        }
        let again = Action::Undo { version: activation.version };
        let mut panel = Panel { tone: Tone::Good, ..Panel::saying(leads::UNDONE.to(language)) };
        panel.blocks.push(Block::Item(change_line(&team, &past, language)));
        Ok(panel.button(leads::AFTER_ALL.to(language), again))
    }
}

fn page(team: &Team, past: &[Past], language: Language) -> Panel {
    let mut panel = Panel { title: words::TITLE.to(language).to_owned(), ..Panel::default() };
    if past.is_empty() {
        panel.blocks.push(Block::Text(words::NOTHING.to(language).to_owned()));
    }
    panel.blocks.extend(past.iter().map(|past| entry(team, past, language)));
    let looked_at = past.iter().filter(|past| past.has_difference());
    let option = |past: &Past| {
        let what = change_line(team, past, language);
        (past.entry.version.0.to_string(), format!("{} · {what}", leads::moment(past.entry.at.0)))
    };
    let options: Vec<(String, String)> = looked_at.map(option).collect();
    if !options.is_empty() {
        let list = choose_one(words::LOOK.to(language), Action::Change, options);
        panel.controls.push(list);
    }
    panel
}

fn entry(team: &Team, past: &Past, language: Language) -> Block {
    somebody_did(change_line(team, past, language), past.entry.by, past.entry.at, language)
}

/// A change in words; what was switched is called as people call it.
fn change_line(team: &Team, past: &Past, language: Language) -> String {
    let mut summary = past.summary.clone();
    if let Some(ChangeKind::SwitchedOff | ChangeKind::SwitchedOn | ChangeKind::Undone) =
        summary.kind
        && let Some(named) = team.switch_named(&summary.subject, language)
    {
        summary.subject = switching::named(switched(&named), language);
    }
    ui::team::change(&summary, language)
}

/// The last change of the rules, if it can be taken back.
fn last_to_undo(team: &Team, past: &[Past]) -> Option<Version> {
    let last = past.iter().find(|past| past.entry.area == Area::Rules)?;
    let is_last = last.entry.version == team.versions.rules && last.entry.can_undo;
    is_last.then_some(last.entry.version)
}
