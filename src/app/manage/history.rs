//! `/rules history`: who changed what and when; what exactly; and the last change taken back.

use super::difference;
use super::difference::Tense;
use super::switching::switched;
use super::{
    Action, App, Block, Error, FIRST_FEW, Lead, NameHash, Panel, RequestContext, Team, Tone,
    Version, choose_one, done, somebody_did,
};
use crate::app::{setting, tips};
use crate::model::ChangeKind;
use crate::model::Language;
use crate::schedule::Zone;
use crate::store::Area;
use crate::team;
use crate::team::{Difference, Past, RuleSummary, Undoing};
use crate::tips::usual_zone;
use crate::ui;
use crate::ui::leads;
use crate::ui::leads::history as words;
use crate::ui::leads::switching;

/// A change with all that is said of it.
struct Told {
    past: Past,
    /// What it did, in a line.
    line: String,
}

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
        let last = past.first().filter(|_| skip == 0).cloned();
        let told = told(lead, &team, past, language).await?;
        let mut panel = page(&told, &self.clock(lead).await?, language);
        if let Some(last) = last
            && self.can_undo(lead, &team, &last).await?
        {
            let undo = Action::Undo { area: last.entry.area, version: last.entry.version };
            panel = panel.button(words::UNDO_LAST.to(language), undo);
        }
        let page_at = |skip: usize| Action::History { skip };
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
        let past = lead.past(Area::Rules, version).await?;
        let found = lead.difference(version).await?;
        let line = line_of(lead, &team, &past, language).await?;
        let clock = self.clock(lead).await?;
        let done = somebody_did(line, (past.entry.by, past.entry.at), &clock, language);
        let mut panel = Panel { blocks: vec![done], ..Panel::default() };
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

    /// Takes a change back, if it still is the last one of its kind.
    pub(in crate::app) async fn undo(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (area, version): (Area, Version),
    ) -> Result<Panel, Error> {
        let language = context.language;
        let since = match area {
            Area::Rules => lead.undo(version).await?.version,
            Area::Settings => lead.undo_settings(version).await?.version,
            Area::Tips => self.tips.undo_plan(lead, version).await?.version,
        };
        let made = lead.past(area, since).await?;
        let Undoing { of, in_force } = match lead.undoing(&made).await? {
            Some(undoing) => undoing,
            None => Undoing { of: lead.past(area, version).await?, in_force: false },
        };
        let team = lead.team().await?;
        let told = told(lead, &team, vec![of], language).await?;
        let lines = told.into_iter().map(|told| Block::Item(told.line)).collect();
        if in_force {
            let said = leads::DONE_AFTER_ALL.to(language).to_owned();
            return Ok(done(said, lines, (area, since), language));
        }
        let again = Action::Undo { area, version: since };
        let mut panel = Panel { tone: Tone::Good, ..Panel::saying(leads::UNDONE.to(language)) };
        panel.blocks.extend(lines);
        Ok(panel.button(leads::AFTER_ALL.to(language), again))
    }

    /// Whether the newest change of all can be undone.
    async fn can_undo(&self, lead: &Lead, team: &Team, last: &Past) -> Result<bool, Error> {
        let entry = &last.entry;
        Ok(match entry.area {
            Area::Rules => entry.can_undo && entry.version == team.versions.rules,
            Area::Settings => entry.before.is_some() && entry.version == team.versions.settings,
            // That its channel is out of reach is nobody's doing.
            Area::Tips if last.summary.kind == Some(ChangeKind::TipsResting) => false,
            Area::Tips => {
                let planned = self.tips.tip_plan(lead).await?;
                planned.is_some_and(|planned| planned.version == entry.version)
            }
        })
    }

    /// The clock by which a team reads moments: that of its tips, or the one that its tips would have.
    pub(in crate::app) async fn clock(&self, lead: &Lead) -> Result<Zone, Error> {
        let planned = self.tips.tip_plan(lead).await?;
        Ok(planned.map_or_else(usual_zone, |planned| planned.plan.schedule.zone))
    }
}

fn page(told: &[Told], clock: &Zone, language: Language) -> Panel {
    let mut panel = Panel { title: words::TITLE.to(language).to_owned(), ..Panel::default() };
    if told.is_empty() {
        panel.blocks.push(Block::Text(words::NOTHING.to(language).to_owned()));
    }
    let entry = |told: &Told| {
        let entry = &told.past.entry;
        somebody_did(told.line.clone(), (entry.by, entry.at), clock, language)
    };
    panel.blocks.extend(told.iter().map(entry));
    let looked_at = told.iter().filter(|told| told.past.has_difference());
    let option = |told: &Told| {
        let entry = &told.past.entry;
        let label = format!("{} · {}", leads::moment(entry.at.0, clock), told.line);
        (entry.version.0.to_string(), label)
    };
    let options: Vec<(String, String)> = looked_at.map(option).collect();
    if !options.is_empty() {
        let list = choose_one(words::LOOK.to(language), Action::Change, options);
        panel.controls.push(list);
    }
    panel
}

/// Changes, each with what it did by rule and phrase, setting or plan.
async fn told(
    lead: &Lead,
    team: &Team,
    past: Vec<Past>,
    language: Language,
) -> Result<Vec<Told>, Error> {
    let differences = lead.differences(&past).await?;
    let mut told = Vec::with_capacity(past.len());
    for (past, difference) in past.into_iter().zip(differences) {
        let mut details: Vec<String> = Vec::new();
        details.extend(difference.map(|difference| in_short(team, &difference, language)));
        if past.entry.area == Area::Rules && past.has_difference() {
            let silent = lead.switched_off_by(past.entry.version).await?;
            let phrases: Vec<String> = silent.iter().map(|id| team.phrase_of(id)).collect();
            details.push(words::went_silent(&phrases, language));
        }
        details.extend(
            past.settings().map(|(before, since)| setting::changes(&before, &since, language)),
        );
        details.extend(tips::plan_changes(&past.entry, language));
        details.retain(|detail| !detail.is_empty());
        let mut line = line_of(lead, team, &past, language).await?;
        if !details.is_empty() {
            line = format!("{line} ({})", details.join(", "));
        }
        told.push(Told { past, line });
    }
    Ok(told)
}

/// The rules of a difference by their phrases.
fn in_short(team: &Team, difference: &Difference, language: Language) -> String {
    let phrase =
        |sketch: &RuleSummary| team.in_words(sketch.avoid.first().map_or("", String::as_str));
    let phrases =
        |sketches: &[RuleSummary]| -> Vec<String> { sketches.iter().map(phrase).collect() };
    let changed: Vec<String> = difference.changed.iter().map(|it| phrase(&it.after)).collect();
    let all = [
        (words::Kind::New, phrases(&difference.new)),
        (words::Kind::Changed, changed),
        (words::Kind::Gone, phrases(&difference.gone)),
    ];
    let parts = all.iter().filter(|(_, phrases)| !phrases.is_empty());
    let parts: Vec<String> =
        parts.map(|(kind, phrases)| words::in_short(*kind, phrases, language)).collect();
    parts.join(", ")
}

/// A change in words; of an undoing also which change it is about, and whether that holds since.
async fn line_of(
    lead: &Lead,
    team: &Team,
    past: &Past,
    language: Language,
) -> Result<String, Error> {
    Ok(match lead.undoing(past).await? {
        Some(Undoing { of, in_force }) => {
            words::undone(&change_line(team, &of, language), in_force, language)
        }
        None => change_line(team, past, language),
    })
}

/// A change in words; what was switched is called as people call it.
fn change_line(team: &Team, past: &Past, language: Language) -> String {
    let mut summary = past.summary.clone();
    match past.entry.area {
        Area::Settings => summary.subject = words::THE_SETTINGS.to(language).to_owned(),
        Area::Tips => summary.subject = words::THE_TIPS.to(language).to_owned(),
        Area::Rules => (),
    }
    if let Some(ChangeKind::SwitchedOff | ChangeKind::SwitchedOn | ChangeKind::Undone) =
        summary.kind
        && let Some(named) = team.switch_named(&summary.subject, language)
    {
        summary.subject = switching::named(switched(&named), language);
    }
    ui::team::change(&summary, language)
}
