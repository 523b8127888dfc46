//! `/tips …`: the plan of a team's tips, tips of its own, and what people say under a tip.

use jiff::civil::Date;

use super::{
    Act, Control, Given, Mark, Panel, PanelButton, Part, Question, Questions, Received, Reception,
    Reply, Tone, Visitor,
};
use crate::desk::Offered;
use crate::desk::team::{Asker, Trouble};
use crate::desk::tips::{Plan, PlanFocus, Planned, TipKey, Upcoming, reading};
use crate::render::team::Refused;
use crate::render::tip_plan::{self, Pace, ShownPlan, TipsRefused};
use crate::render::{self, Language, Said, ShownTip, TipWords};
use crate::rules::{MAX_TIP_CHARS, MAX_TRY_CHARS, Principle};
use crate::store::{ChannelId, ClaimId, OwnTip, OwnTipWords, PlanState, ServerId, Vote};
use crate::text;
use crate::tips::Holidays;

/// Tips that a preview shows.
const PREVIEWED: usize = 3;
/// Stands in a mark where nothing was given.
const NOTHING: &str = "-";

/// What can be pressed under a tip. The buttons of one that was posted carry its claim: by that it is found again.
pub fn tip_controls(tip: &ShownTip, claim: Option<ClaimId>, language: Language) -> Vec<Control> {
    let key = TipKey::of(&tip.tip.id).written();
    let claim = claim.map_or_else(|| NOTHING.to_owned(), |claim| claim.0.to_string());
    let button = |(act, label): (Act, Said)| {
        let mark = Mark::new(act, [key.as_str(), claim.as_str()]);
        let label = label.to(language).to_owned();
        Control::Button(PanelButton { label, mark, is_next: false })
    };
    let mut all =
        vec![(Act::TipUseful, tip_plan::USEFUL), (Act::TipNotForUs, tip_plan::NOT_FOR_US)];
    // Where no rule serves its principle there are no words to show.
    all.extend(tip.pair.as_ref().map(|_| (Act::TipWords, tip_plan::SHOW_WORDS)));
    all.into_iter().map(button).collect()
}

/// The claim that a button under a tip carries; `None` for any other button.
pub fn claim_in(custom_id: &str) -> Option<ClaimId> {
    let mark = Mark::read(custom_id).ok()?;
    let is_tip = matches!(mark.act, Act::TipUseful | Act::TipNotForUs | Act::TipWords);
    mark.argument(1).filter(|_| is_tip).map(ClaimId)
}

impl Reception {
    /// Sets what was given and leaves all else; shows the plan where nothing was given.
    pub(super) async fn tips_setup(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        given: &Given,
    ) -> Result<Received, Trouble> {
        let known = self.teams.tip_plan(asker, visitor.now).await?;
        if let Some(known) = known.as_ref().filter(|_| given.0.is_empty()) {
            return Ok(Received::panel(plan_panel(known, Tone::Plain, visitor)));
        }
        let plan = planned(known.map(|known| known.plan), asker.server, given, visitor.language)?;
        let set = self.teams.set_tip_plan(asker, &plan, visitor.now).await?;
        Ok(Received::panel(plan_panel(&set, Tone::Good, visitor)))
    }

    /// The tips that come next.
    pub(super) async fn tips_preview(
        &self,
        visitor: &Visitor,
        asker: &Asker,
    ) -> Result<Received, Trouble> {
        let (planned, tips) = self.teams.preview_tips(asker, PREVIEWED, visitor.now).await?;
        let mut parts = Vec::new();
        if planned.state != PlanState::On {
            parts.push(Part::Text(tip_plan::PREVIEW_PAUSED.to(visitor.language).to_owned()));
        }
        for tip in &tips {
            parts.extend(preview_parts(&planned, tip, visitor.language));
        }
        let title = tip_plan::PREVIEW.to(visitor.language).to_owned();
        Ok(Received::panel(Panel { title, parts, ..Panel::default() }))
    }

    /// Tips have a rest.
    pub(super) async fn tips_pause(
        &self,
        visitor: &Visitor,
        asker: &Asker,
    ) -> Result<Received, Trouble> {
        let planned = self.teams.pause_tips(asker, visitor.now).await?;
        Ok(Received::panel(plan_panel(&planned, Tone::Plain, visitor)))
    }

    /// Tips come again.
    pub(super) async fn tips_resume(
        &self,
        visitor: &Visitor,
        asker: &Asker,
    ) -> Result<Received, Trouble> {
        let planned = self.teams.resume_tips(asker, visitor.now).await?;
        Ok(Received::panel(plan_panel(&planned, Tone::Good, visitor)))
    }

    /// The next tip does not come.
    pub(super) async fn tips_skip(
        &self,
        visitor: &Visitor,
        asker: &Asker,
    ) -> Result<Received, Trouble> {
        let (planned, day) = self.teams.skip_tip(asker, visitor.now).await?;
        let shown = shown_plan(&planned, planned.today(visitor.now));
        let mut parts = vec![Part::Text(tip_plan::skipped(day, visitor.language))];
        parts.extend(
            shown
                .next
                .map(|next| Part::Text(tip_plan::next_line(next, &shown.zone, visitor.language))),
        );
        Ok(Received::panel(Panel { tone: Tone::Good, parts, ..Panel::default() }))
    }

    /// The form for a tip of the team's own.
    pub(super) async fn tips_add(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        given: &Given,
    ) -> Result<Received, Trouble> {
        let plan = self.teams.tip_plan(asker, visitor.now).await?;
        let of_plan = plan.map(|plan| plan.plan.language);
        let language = match given.text("language") {
            Some(written) => language_tag(written)?,
            None => of_plan.unwrap_or_else(|| visitor.language.key().to_owned()),
        };
        let principle = match given.text("principle") {
            Some(written) => self.principle(written)?,
            None => NOTHING.to_owned(),
        };
        let mark = Mark::new(Act::TipWritten, [language.as_str(), principle.as_str()]);
        Ok(Received::of(Reply::Questions(tip_form(mark, visitor.language))))
    }

    /// Takes in what was written into that form.
    pub(super) async fn tip_written(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
        written: &[String],
    ) -> Result<Received, Trouble> {
        let part = |number: usize| written.get(number).cloned().unwrap_or_default();
        let principle: Option<String> = mark.argument(1).filter(|it: &String| it != NOTHING);
        let language = language_tag(&mark.argument::<String>(0).unwrap_or_default())?;
        let words = OwnTipWords { language, principle, text: part(0), today: Some(part(1)) };
        let added = self.teams.add_tip(asker, words, visitor.now).await?;
        let mut parts = vec![Part::Text(tip_plan::added(added.id.0, visitor.language))];
        if added.has_ideas {
            parts.push(Part::Small(tip_plan::OWN_TIP_IDEAS.to(visitor.language).to_owned()));
        }
        Ok(Received::panel(Panel { tone: Tone::Good, parts, ..Panel::default() }))
    }

    /// The tips of the team's own.
    pub(super) async fn tips_list(
        &self,
        visitor: &Visitor,
        asker: &Asker,
    ) -> Result<Received, Trouble> {
        let tips = self.teams.own_tips(asker, visitor.now).await?;
        if tips.is_empty() {
            return Ok(Received::panel(Panel::saying(tip_plan::NO_OWN_TIPS.to(visitor.language))));
        }
        let title = tip_plan::OWN_TIPS.to(visitor.language).to_owned();
        let parts = tips.iter().map(|tip| Part::Item(numbered(tip))).collect();
        Ok(Received::panel(Panel { title, parts, ..Panel::default() }))
    }

    /// A tip of the team's own goes.
    pub(super) async fn tips_remove(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        given: &Given,
    ) -> Result<Received, Trouble> {
        let tips = self.teams.own_tips(asker, visitor.now).await?;
        let asked = given.text("tip").unwrap_or("");
        let found = meant(&tips, asked).ok_or(TipsRefused::TipGone)?;
        self.teams.remove_tip(asker, found.id, visitor.now).await?;
        let parts = vec![
            Part::Text(tip_plan::REMOVED.to(visitor.language).to_owned()),
            Part::Quote(found.words.text.clone()),
        ];
        Ok(Received::panel(Panel { tone: Tone::Good, parts, ..Panel::default() }))
    }

    /// Somebody says what they think of a tip.
    pub(super) async fn tip_vote(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
        vote: Vote,
    ) -> Result<Received, Trouble> {
        let voice = (visitor.user, vote);
        let now = visitor.now;
        let is_out = self.teams.vote_on_tip(asker.server, voice, key_of(mark)?, now).await?;
        let said = match is_out && vote == Vote::NotForUs {
            true => tip_plan::VOTED_OUT,
            false => tip_plan::VOTE_TAKEN,
        };
        Ok(Received::panel(Panel::saying(said.to(visitor.language))))
    }

    /// The words that serve the principle of a tip, for whoever asked.
    pub(super) async fn tip_words(
        &self,
        visitor: &Visitor,
        mark: &Mark,
    ) -> Result<Received, Trouble> {
        let language = visitor.language;
        let found = self.teams.words_for_tip(visitor.server(), key_of(mark)?, visitor.now).await?;
        if found.pairs.is_empty() {
            return Ok(Received::panel(Panel::saying(tip_plan::NO_WORDS.to(language))));
        }
        let principle = found.principle.as_ref();
        let of = |text: Option<&str>| text.unwrap_or("").to_owned();
        let title = of(principle.and_then(|principle| principle.name(language.key())));
        let summary = of(principle.and_then(|principle| principle.summary(language.key())));
        let mut parts = Vec::new();
        if !summary.is_empty() {
            parts.push(Part::Text(summary));
        }
        parts.extend(found.pairs.iter().map(|pair| Part::Item(render::pair(pair, language))));
        Ok(Received::panel(Panel { title, parts, ..Panel::default() }))
    }

    /// What is offered for an option of `/tips …`; nothing to whoever does not lead.
    pub(super) async fn tips_offers(
        &self,
        visitor: &Visitor,
        option: &str,
        typed: &str,
        most: usize,
    ) -> Vec<Offered> {
        let language = visitor.language;
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
                let Ok(asker) = visitor.member() else { return Vec::new() };
                let tips = self.teams.own_tips(asker, visitor.now).await.unwrap_or_default();
                tips.iter().map(|tip| offer(&tip.id.0.to_string(), &numbered(tip))).collect()
            }
            _ => Vec::new(),
        };
        let key = text::key(typed);
        all.retain(|offered| text::key(&offered.shown).contains(&key));
        all.truncate(most);
        all
    }

    /// The id of a principle by its id, its name, or words that stand in one name alone.
    fn principle(&self, written: &str) -> Result<String, Trouble> {
        let key = text::key(written);
        let all = self.principles();
        let exact = |it: &&Principle| {
            it.id == written.trim() || it.names.iter().any(|(_, name)| text::key(name) == key)
        };
        let like = |it: &&Principle| {
            !key.is_empty() && it.names.iter().any(|(_, name)| text::key(name).contains(&key))
        };
        let alone = || all.iter().find(like).filter(|_| all.iter().filter(like).count() == 1);
        let found = all.iter().find(exact).or_else(alone).map(|found| found.id.clone());
        let asked = written.trim().to_owned();
        Ok(found.ok_or(TipsRefused::UnknownPrinciple { asked })?)
    }
}

/// The plan of before, or the usual one, with what was given.
fn planned(
    known: Option<Plan>,
    server: ServerId,
    given: &Given,
    language: Language,
) -> Result<Plan, Trouble> {
    let here = (server == ServerId::LOCAL).then_some(ChannelId::LOCAL);
    let channel = given.channel("channel").or(here);
    let mut plan = match known {
        Some(known) => Plan { channel: channel.unwrap_or(known.channel), ..known },
        None => Plan::usual(channel.ok_or(TipsRefused::NoChannel)?, language.key()),
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
fn language_tag(written: &str) -> Result<String, Trouble> {
    let key = text::key(written);
    let named = tip_plan::LANGUAGES_OFFERED
        .iter()
        .find(|(_, said)| [said.el, said.en].iter().any(|name| text::key(name) == key));
    let tag = named.map_or_else(|| written.trim().to_lowercase(), |(tag, _)| (*tag).to_owned());
    let is_tag = (2..=20).contains(&tag.len())
        && tag.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-');
    if is_tag { Ok(tag) } else { Err(TipsRefused::NoTips { language: tag }.into()) }
}

fn shown_plan(planned: &Planned, today: Date) -> ShownPlan {
    let plan = &planned.plan;
    let schedule = &plan.schedule;
    let mut left_out = schedule.left_out.clone();
    left_out.extend(&plan.skipped);
    ShownPlan {
        weekdays: schedule.weekdays.days().collect(),
        time: schedule.time,
        zone: schedule.zone.name().to_owned(),
        channel: (plan.channel != ChannelId::LOCAL).then(|| format!("<#{}>", plan.channel.0)),
        without_holidays: schedule.holidays == Holidays::Greek,
        left_out: left_out.split_off(&today).into_iter().collect(),
        language: plan.language.clone(),
        by_needs: plan.focus == PlanFocus::Needs,
        late: schedule.late_limit,
        next: planned.next.map(|(_, at)| schedule.zone.rules().to_datetime(at)),
        pace: match planned.state {
            PlanState::On => Pace::On,
            PlanState::Paused => Pace::Paused,
            PlanState::Closed => Pace::Closed,
        },
    }
}

fn plan_panel(planned: &Planned, tone: Tone, visitor: &Visitor) -> Panel {
    let shown = shown_plan(planned, planned.today(visitor.now));
    let tone = if shown.pace == Pace::Closed { Tone::Attention } else { tone };
    let mut lines = tip_plan::plan_lines(&shown, visitor.language).into_iter();
    let mut parts: Vec<Part> = lines.next().map(Part::Own).into_iter().collect();
    parts.extend(lines.map(Part::Item));
    let title = tip_plan::PLAN.to(visitor.language).to_owned();
    Panel { title, tone, parts, ..Panel::default() }
}

fn preview_parts(planned: &Planned, tip: &Upcoming, language: Language) -> Vec<Part> {
    let zone = &planned.plan.schedule.zone;
    let at = zone.rules().to_datetime(tip.at);
    let words = TipWords::of(&tip.tip, language);
    let mut parts =
        vec![Part::Heading(render::moment(at, zone.name(), language)), Part::Text(words.text)];
    parts.extend(words.today.map(Part::Small));
    parts
}

fn tip_form(mark: Mark, language: Language) -> Questions {
    let of = |said: Said| said.to(language).to_owned();
    Questions {
        title: of(tip_plan::ADD_FORM),
        questions: vec![
            Question {
                label: of(tip_plan::ADD_TEXT),
                example: of(tip_plan::ADD_TEXT_EXAMPLE),
                max_chars: MAX_TIP_CHARS,
                is_long: true,
                is_required: true,
                ..Question::default()
            },
            Question {
                label: of(tip_plan::ADD_TODAY),
                example: of(tip_plan::ADD_TODAY_EXAMPLE),
                max_chars: MAX_TRY_CHARS,
                ..Question::default()
            },
        ],
        mark,
    }
}

fn numbered(tip: &OwnTip) -> String {
    format!("{}. {}", tip.id.0, render::plain_line(&tip.words.text))
}

/// The tip that is meant by a number, or by words that stand in one alone.
fn meant<'t>(tips: &'t [OwnTip], asked: &str) -> Option<&'t OwnTip> {
    let number: Option<i64> = asked.trim().trim_end_matches('.').parse().ok();
    if let Some(tip) = tips.iter().find(|tip| Some(tip.id.0) == number) {
        return Some(tip);
    }
    let key = text::key(asked);
    let mut found = tips.iter().filter(|tip| text::key(&numbered(tip)).contains(&key));
    let first = found.next().filter(|_| !key.is_empty());
    first.filter(|_| found.next().is_none())
}

fn key_of(mark: &Mark) -> Result<TipKey, Trouble> {
    let key = mark.argument::<String>(0).and_then(|written| TipKey::read(&written));
    key.ok_or_else(|| Refused::from(TipsRefused::TipGone).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::OwnTipId;

    #[test]
    fn a_claim_is_read_from_the_buttons_of_its_tip_alone() {
        let tip = ShownTip {
            tip: crate::rules::Tip { id: "el/tips/ένα".to_owned(), ..Default::default() },
            principle: None,
            pair: Some(crate::rules::Pair {
                avoid: "Όχι.".to_owned(),
                prefer: "Ναι.".to_owned(),
                rule: "el/a/b".to_owned(),
            }),
        };
        let written = |claim| {
            let controls = tip_controls(&tip, claim, Language::El).into_iter();
            let written = controls.map(|control| match control {
                Control::Button(button) => button.mark.written(),
                other => panic!("{other:?}"),
            });
            written.collect::<Vec<_>>()
        };
        for carried in written(Some(ClaimId(i64::MAX))) {
            assert!(carried.len() <= crate::desk::reception::MAX_MARK_CHARS, "{carried}");
            assert_eq!(claim_in(&carried), Some(ClaimId(i64::MAX)));
        }
        for carried in written(None) {
            assert_eq!(claim_in(&carried), None);
        }
        for forged in
            ["", "p1/cancel/1/7", "p1/tip-words/1", "p1/tip-words/1/x", "p2/tip-words/1/7"]
        {
            assert_eq!(claim_in(forged), None, "{forged}");
        }
    }

    #[test]
    fn a_tip_is_meant_by_its_number_or_by_words_of_its_own() {
        let own = |id: i64, text: &str| OwnTip {
            id: OwnTipId(id),
            words: OwnTipWords { text: text.to_owned(), ..OwnTipWords::default() },
            by: None,
            at: crate::store::Time(0),
        };
        let tips = [own(3, "Πείτε «καλημέρα»."), own(12, "Πείτε «ευχαριστώ» 3 φορές.")];
        for (asked, expected) in [
            ("3", Some(3)),
            ("12.", Some(12)),
            ("καλημερα", Some(3)),
            ("ΕΥΧΑΡΙΣΤΩ", Some(12)),
            ("πείτε", None),
            ("4", None),
            ("", None),
        ] {
            assert_eq!(meant(&tips, asked).map(|tip| tip.id.0), expected, "{asked}");
        }
    }
}
