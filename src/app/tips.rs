//! `/tips …`: when and where a team's tips come.

use crate::app::Error;
use jiff::civil::Date;

use super::{App, Arguments, RequestContext, Response};
use crate::check::Offered;
use crate::model::{ChangeKind, Language};
use crate::model::{ChannelId, ServerId};
use crate::rules::Principle;
use crate::schedule::Holidays;
use crate::store::{Area, HistoryEntry, PlanState};
use crate::team::Lead;
use crate::text;
use crate::tips::{Plan, PlanFocus, Planned, Tips, Upcoming, reading};
use crate::ui;
use crate::ui::TipWords;
use crate::ui::leads;
use crate::ui::tip_plan;
use crate::ui::tip_plan::{Pace, ShownPlan};
use crate::ui::{Action, Block, Panel, Tone};

/// Tips that a preview shows.
const PREVIEWED: usize = 3;

impl App {
    /// Sets what was given and leaves the rest; shows the plan where nothing was given.
    pub(super) async fn tips_setup(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Response, Error> {
        let known = self.tips.tip_plan(lead).await?;
        if let Some(known) = known.as_ref().filter(|_| given.0.is_empty()) {
            return Ok(Response::panel(plan_panel(known, Tone::Plain, context)));
        }
        let plan =
            planned(known.map(|known| known.plan), lead.member().server, given, context.language)?;
        let set = self.tips.set_tip_plan(lead, &plan).await?;
        let panel = plan_panel(&set, Tone::Good, context);
        Ok(Response::panel(with_undo(panel, &set, context.language)))
    }

    /// The tips that come next.
    pub(super) async fn tips_preview(
        &self,
        context: &RequestContext,
        lead: &Lead,
    ) -> Result<Response, Error> {
        let (planned, tips) = self.tips.preview_tips(lead, PREVIEWED).await?;
        let mut blocks = Vec::new();
        if planned.state != PlanState::On {
            blocks.push(Block::Text(tip_plan::PREVIEW_PAUSED.to(context.language).to_owned()));
        }
        for tip in &tips {
            blocks.extend(preview_parts(&planned, tip, context.language));
        }
        let title = tip_plan::PREVIEW.to(context.language).to_owned();
        Ok(Response::panel(Panel { title, blocks, ..Panel::default() }))
    }

    /// Pauses the tips.
    pub(super) async fn tips_pause(
        &self,
        context: &RequestContext,
        lead: &Lead,
    ) -> Result<Response, Error> {
        let planned = self.tips.pause_tips(lead).await?;
        let panel = plan_panel(&planned, Tone::Plain, context);
        Ok(Response::panel(with_undo(panel, &planned, context.language)))
    }

    /// Tips come again.
    pub(super) async fn tips_resume(
        &self,
        context: &RequestContext,
        lead: &Lead,
    ) -> Result<Response, Error> {
        let planned = self.tips.resume_tips(lead).await?;
        let panel = plan_panel(&planned, Tone::Good, context);
        Ok(Response::panel(with_undo(panel, &planned, context.language)))
    }

    /// Skips the next tip.
    pub(super) async fn tips_skip(
        &self,
        context: &RequestContext,
        lead: &Lead,
    ) -> Result<Response, Error> {
        let (planned, day) = self.tips.skip_tip(lead).await?;
        let shown = shown_plan(&planned, planned.today(context.now));
        let mut blocks = vec![Block::Text(tip_plan::skipped(day, context.language))];
        blocks.extend(
            shown
                .next
                .map(|next| Block::Text(tip_plan::next_line(next, &shown.zone, context.language))),
        );
        let panel = Panel { tone: Tone::Good, blocks, ..Panel::default() };
        Ok(Response::panel(with_undo(panel, &planned, context.language)))
    }

    /// What is offered for an option of `/tips …`; nothing to people who are not leads.
    pub(super) async fn tips_offers(
        &self,
        context: &RequestContext,
        option: &str,
        typed: &str,
        most: usize,
    ) -> Vec<Offered> {
        let language = context.language;
        let offer = |value: &str, shown: &str| Offered { value: value.into(), shown: shown.into() };
        let mut all: Vec<Offered> = match option {
            "zone" => {
                let zones = reading::zones_like(typed, most);
                return zones.iter().map(|zone| offer(zone, zone)).collect();
            }
            "days" => tip_plan::DAYS_OFFERED
                .iter()
                .map(|said| offer(said.to(language), said.to(language)))
                .collect(),
            "language" => tip_plan::LANGUAGES_OFFERED
                .iter()
                .map(|(tag, said)| offer(tag, said.to(language)))
                .collect(),
            "principle" => {
                let name =
                    |it: &Principle| offer(&it.id, it.name(language.key()).unwrap_or(&it.id));
                self.principles().iter().map(name).collect()
            }
            "tip" => {
                let Ok(lead) = self.lead(context).await else { return Vec::new() };
                let tips = self.tips.own_tips(&lead).await.unwrap_or_default();
                tips.iter()
                    .map(|tip| offer(&tip.id.0.to_string(), &tip_plan::own_tip(tip)))
                    .collect()
            }
            _ => Vec::new(),
        };
        let key = text::key(typed);
        all.retain(|offered| text::key(&offered.shown).contains(&key));
        all.truncate(most);
        all
    }
}

/// The current plan, or the default one, changed by the options that were given.
fn planned(
    known: Option<Plan>,
    server: ServerId,
    given: &Arguments,
    language: Language,
) -> Result<Plan, Error> {
    let here = (server == ServerId::LOCAL).then_some(ChannelId::LOCAL);
    let channel = given.channel("channel").or(here);
    let mut plan = match known {
        Some(known) => Plan { channel: channel.unwrap_or(known.channel), ..known },
        None => Plan::usual(channel.ok_or(crate::tips::UserError::NoChannel)?, language.key()),
    };
    let schedule = &mut plan.schedule;
    if let Some(written) = given.text("time") {
        schedule.time = reading::time_of_day(written)?;
    }
    if let Some(written) = given.text("zone") {
        schedule.zone = reading::zone(written)?;
    }
    if let Some(written) = given.text("days") {
        schedule.weekdays = reading::weekdays(written)?;
    }
    if let Some(written) = given.text("except") {
        schedule.left_out = reading::dates(written)?;
    }
    match given.text("holidays") {
        Some("greek") => schedule.holidays = Holidays::Greek,
        Some("none") => schedule.holidays = Holidays::None,
        _ => (),
    }
    if let Some(hours) = given.number("late") {
        schedule.late_limit = jiff::SignedDuration::from_hours(hours.clamp(0, 23));
    }
    if let Some(written) = given.text("language") {
        plan.language = language_tag(written)?;
    }
    if let Some(focus) = given.text("focus").and_then(PlanFocus::from_key) {
        plan.focus = focus;
    }
    Ok(plan)
}

/// A tag such as `el`, also by the name of its language.
pub(super) fn language_tag(written: &str) -> Result<String, Error> {
    let key = text::key(written);
    let named = tip_plan::LANGUAGES_OFFERED
        .iter()
        .find(|(_, said)| [said.el, said.en].iter().any(|name| text::key(name) == key));
    let tag = named.map_or_else(|| written.trim().to_lowercase(), |(tag, _)| (*tag).to_owned());
    let is_tag = (2..=20).contains(&tag.len())
        && tag.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-');
    if is_tag { Ok(tag) } else { Err(crate::tips::UserError::NoTips { language: tag }.into()) }
}

fn shown_plan(planned: &Planned, today: Date) -> ShownPlan {
    let plan = &planned.plan;
    let schedule = &plan.schedule;
    let mut left_out = schedule.left_out.clone();
    left_out.extend(&plan.skipped);
    ShownPlan {
        channel: (plan.channel != ChannelId::LOCAL).then(|| format!("<#{}>", plan.channel.0)),
        left_out: left_out.split_off(&today).into_iter().collect(),
        next: planned.next.map(|(_, at)| schedule.zone.rules().to_datetime(at)),
        ..described(plan, planned.state, Language::default())
    }
}

fn plan_panel(planned: &Planned, tone: Tone, context: &RequestContext) -> Panel {
    let shown = shown_plan(planned, planned.today(context.now));
    let tone = if shown.pace == Pace::Closed { Tone::Attention } else { tone };
    let mut lines = tip_plan::plan_lines(&shown, context.language).into_iter();
    let mut blocks: Vec<Block> = lines.next().map(Block::Own).into_iter().collect();
    blocks.extend(lines.map(Block::Item));
    let title = tip_plan::PLAN.to(context.language).to_owned();
    Panel { title, tone, blocks, ..Panel::default() }
}

/// A plan that was changed just now, with the way back.
fn with_undo(panel: Panel, planned: &Planned, language: Language) -> Panel {
    let undo = Action::Undo { area: Area::Tips, version: planned.version };
    panel.button(leads::UNDO.to(language), undo)
}

/// What a change did to the plan of a team, where it is one of a plan.
pub(super) fn plan_changes(entry: &HistoryEntry, language: Language) -> Option<String> {
    if entry.area != Area::Tips {
        return None;
    }
    let (before, since, state) = Tips::plans_of_history(entry);
    let since = since?;
    let lines = |plan: &Plan| tip_plan::plan_lines(&described(plan, state, language), language);
    let known = before.as_ref().map(lines).unwrap_or_default();
    let mut changes: Vec<String> =
        lines(&since).into_iter().filter(|line| !known.contains(line)).collect();
    let Some(before) = before else {
        changes.truncate(1);
        return Some(changes.join(" "));
    };
    let skipped = since.skipped.difference(&before.skipped);
    changes.extend(skipped.map(|day| tip_plan::skipped(*day, language)));
    let back = before
        .skipped
        .difference(&since.skipped)
        .filter(|_| entry.kind == ChangeKind::Undone.key());
    changes.extend(back.map(|day| tip_plan::comes_again(*day, language)));
    if before.channel != since.channel {
        changes.push(tip_plan::ANOTHER_CHANNEL.to(language).to_owned());
    }
    Some(changes.join(" "))
}

/// A plan without what only its server knows.
fn described(plan: &Plan, state: PlanState, language: Language) -> ShownPlan {
    let schedule = &plan.schedule;
    ShownPlan {
        weekdays: schedule.weekdays.days().collect(),
        time: schedule.time,
        zone: schedule.zone.name().to_owned(),
        channel: (plan.channel != ChannelId::LOCAL)
            .then(|| tip_plan::ITS_CHANNEL.to(language).to_owned()),
        without_holidays: schedule.holidays == Holidays::Greek,
        left_out: schedule.left_out.iter().copied().collect(),
        language: plan.language.clone(),
        by_needs: plan.focus == PlanFocus::Needs,
        late: schedule.late_limit,
        next: None,
        pace: pace(state),
    }
}

fn pace(state: PlanState) -> Pace {
    match state {
        PlanState::On => Pace::On,
        PlanState::Paused => Pace::Paused,
        PlanState::Closed => Pace::Closed,
    }
}

fn preview_parts(planned: &Planned, tip: &Upcoming, language: Language) -> Vec<Block> {
    let zone = &planned.plan.schedule.zone;
    let at = zone.rules().to_datetime(tip.at);
    let words = TipWords::of(&tip.tip, language);
    let mut blocks =
        vec![Block::Heading(ui::moment(at, zone.name(), language)), Block::Text(words.text)];
    blocks.extend(words.today.map(Block::Small));
    blocks
}
