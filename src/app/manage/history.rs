//! `/rules history`: who changed what and when; what exactly; and the last change taken back.

use super::difference;
use super::difference::Tense;
use super::switching::switched;
use super::{
    Act, App, Error, FIRST_FEW, Mark, Member, Panel, Part, RequestContext, Team, Tone, Version,
    base_of, choose_one, done, hash, somebody_did,
};
use crate::model::ChangeKind;
use crate::model::Language;
use crate::store::Area;
use crate::team::Past;
use crate::ui;
use crate::ui::leads;
use crate::ui::leads::history as words;
use crate::ui::leads::switching;

impl App {
    pub(super) async fn history(
        &self,
        context: &RequestContext,
        member: &Member,
        skip: usize,
    ) -> Result<Panel, Error> {
        let team = self.opened(context, member).await?;
        // One more than is shown tells whether there are more.
        let mut past = self.teams.history(member, skip, FIRST_FEW + 1, context.now).await?;
        let is_last_page = past.len() <= FIRST_FEW;
        past.truncate(FIRST_FEW);
        let language = context.language;
        let mut panel = page(&team, &past, language);
        let page_mark = |skip: usize| Mark::new(Act::History, [skip.to_string().as_str()]);
        if skip == 0
            && let Some(version) = last_to_undo(&team, &past)
        {
            let mark = Mark::new(Act::Undo, [version.0.to_string().as_str()]);
            panel = panel.button(words::UNDO_LAST.to(language), mark);
        }
        if skip > 0 {
            let newer = page_mark(skip.saturating_sub(FIRST_FEW));
            panel = panel.button(words::NEWER.to(language), newer);
        }
        if !is_last_page {
            let older = page_mark(skip.saturating_add(FIRST_FEW));
            panel = panel.button(words::OLDER.to(language), older);
        }
        Ok(panel)
    }

    pub(super) async fn change(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Panel, Error> {
        let team = self.opened(context, member).await?;
        let (language, now) = (context.language, context.now);
        let chosen = chosen.first().and_then(|number| number.parse().ok()).map(Version);
        let version = chosen.unwrap_or_else(|| base_of(mark, 0));
        let past = self.teams.past(member, version, now).await?;
        let found = self.teams.difference(member, version, now).await?;
        let mut panel = Panel { parts: vec![entry(&team, &past, language)], ..Panel::default() };
        panel.parts.extend(difference::parts(&team, &found, Tense::Done, language));
        if let Some(file) = difference::file(&team, &found, version.0, language) {
            panel.parts.push(Part::Small(leads::ALL_IN_FILE.to(language).to_owned()));
            panel.files.push(file);
        }
        if let Some(before) = &past.entry.before {
            let mark = Mark::new(Act::Version, [hash(&past.told.subject).as_str(), before]);
            panel = panel.button(words::RESTORE_BEFORE.to(language), mark);
        }
        Ok(panel.button(words::BACK.to(language), Mark::new(Act::History, ["0"])))
    }

    /// Takes a change back, if it still is the last one.
    pub(super) async fn undo(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
    ) -> Result<Panel, Error> {
        let (language, now) = (context.language, context.now);
        let version = base_of(mark, 0);
        let activation = self.teams.undo(member, version, now).await?;
        let past = self.teams.past(member, version, now).await?;
        let team = self.opened(context, member).await?;
        if past.told.deed == Some(ChangeKind::Undone) {
            let said = leads::DONE_AFTER_ALL.to(language).to_owned();
            return Ok(done(said, Vec::new(), activation.version, language));
        }
        let again = Mark::new(Act::Undo, [activation.version.0.to_string().as_str()]);
        let mut panel = Panel { tone: Tone::Good, ..Panel::saying(leads::UNDONE.to(language)) };
        panel.parts.push(Part::Item(told(&team, &past, language)));
        Ok(panel.button(leads::AFTER_ALL.to(language), again))
    }
}

fn page(team: &Team, past: &[Past], language: Language) -> Panel {
    let mut panel = Panel { title: words::TITLE.to(language).to_owned(), ..Panel::default() };
    if past.is_empty() {
        panel.parts.push(Part::Text(words::NOTHING.to(language).to_owned()));
    }
    panel.parts.extend(past.iter().map(|past| entry(team, past, language)));
    let looked_at = past.iter().filter(|past| past.has_difference());
    let option = |past: &Past| {
        let what = told(team, past, language);
        (past.entry.version.0.to_string(), format!("{} · {what}", leads::moment(past.entry.at.0)))
    };
    let options: Vec<(String, String)> = looked_at.map(option).collect();
    if !options.is_empty() {
        let mark = Mark::new(Act::Change, []);
        panel.controls.push(choose_one(words::LOOK.to(language), mark, options));
    }
    panel
}

fn entry(team: &Team, past: &Past, language: Language) -> Part {
    somebody_did(told(team, past, language), past.entry.by, past.entry.at, language)
}

/// A change as it is told; what was switched is called as people call it.
fn told(team: &Team, past: &Past, language: Language) -> String {
    let mut told = past.told.clone();
    if let Some(ChangeKind::SwitchedOff | ChangeKind::SwitchedOn | ChangeKind::Undone) = told.deed
        && let Some(named) = team.switch_named(&told.subject, language)
    {
        told.subject = switching::named(switched(&named), language);
    }
    ui::team::told(&told, language)
}

/// The last change of the rules, if it can be taken back.
fn last_to_undo(team: &Team, past: &[Past]) -> Option<Version> {
    let last = past.iter().find(|past| past.entry.area == Area::Rules)?;
    let is_last = last.entry.version == team.versions.rules && last.entry.can_undo;
    is_last.then_some(last.entry.version)
}
