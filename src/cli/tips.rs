//! `kalologos tips`: which tip comes when, and all of them.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};

use super::args::{Days, Format, Holidays, TipsList, TipsNext};
use super::load::Loaded;
use super::{Exit, Failure, clock, locale, report, rules};

use crate::tips;
use crate::ui;
use crate::ui::{ListedTip, Refusal};

use crate::schedule::{LATE_LIMIT, Schedule, Weekdays, Zone, next_days};
use crate::tips::{Choices, Deck, Focus, upcoming};

/// Says when the next tips come and what they look like, on a server whose first came with the year.
pub fn next(next: &TipsNext) -> Result<Exit, Failure> {
    let speaking = locale::speaking(next.language.0.as_deref());
    let schedule = schedule(next)?;
    let Some(loaded) = rules::sound(&next.sources, speaking)? else { return Ok(Exit::Refused) };
    let tag = next.language.0.as_deref().unwrap_or(speaking.key());
    let tips = loaded.rule_set.tips(tag);
    if tips.is_empty() {
        return Err(no_tips(&loaded, tag));
    }
    let left_out = BTreeSet::new();
    let seed = tips::seed_of(&next.server);
    let choices = Choices { seed, left_out: &left_out, focus: Focus::Even };
    let (days, moments) = days(&schedule, next);
    let mut parts = Vec::new();
    for (day, tip) in upcoming(&Deck::new(tips), &[], &days, &choices) {
        let Some((_, moment)) = moments.iter().find(|(known, _)| *known == day) else { continue };
        let at = schedule.zone.rules().to_datetime(*moment);
        let shown = tips::shown_tip(&loaded.rule_set, tip, seed);
        let when = ui::moment(at, schedule.zone.name(), speaking);
        parts.push(format!("{when}\n\n{}", ui::tip(&shown, speaking)));
    }
    report::print(&parts.join("\n"))?;
    Ok(Exit::Nothing)
}

fn schedule(next: &TipsNext) -> Result<Schedule, Refusal> {
    let zone = Zone::new(&next.zone)
        .map_err(|nearest| Refusal::UnknownZone { name: next.zone.clone(), nearest })?;
    Ok(Schedule {
        zone,
        time: next.time,
        weekdays: match next.days {
            Days::Working => Weekdays::WORKING,
            Days::Every => Weekdays::EVERY,
        },
        holidays: match next.holidays {
            Holidays::Greek => crate::schedule::Holidays::Greek,
            Holidays::None => crate::schedule::Holidays::None,
        },
        left_out: next.skip.iter().copied().collect(),
        late_limit: LATE_LIMIT,
    })
}

/// Every day with a tip from the beginning of the year, and of the last ones the moments.
fn days(schedule: &Schedule, next: &TipsNext) -> (Vec<Date>, Vec<(Date, Timestamp)>) {
    let rules = schedule.zone.rules();
    let now = || rules.to_datetime(clock::now());
    let at = next.at.unwrap_or_else(now);
    // A tip that comes at this very moment is still to come.
    let before = |at: DateTime| {
        let moment = rules.to_timestamp(at).unwrap_or(Timestamp::MIN);
        moment.checked_sub(SignedDuration::from_nanos(1)).unwrap_or(Timestamp::MIN)
    };
    let moments = next_days(schedule, before(at), None, usize::from(next.count));
    let first_day = at.date().first_of_year().to_datetime(jiff::civil::Time::MIN);
    let all = next_days(schedule, before(first_day), None, 366);
    let first = moments.first().map(|(day, _)| *day);
    let passed = all.iter().map(|(day, _)| *day).take_while(|day| Some(*day) < first);
    (passed.chain(moments.iter().map(|(day, _)| *day)).collect(), moments)
}

/// Lists all tips.
pub fn list(list: &TipsList) -> Result<Exit, Failure> {
    let speaking = locale::speaking(list.language.0.as_deref());
    let Some(loaded) = rules::sound(&list.sources, speaking)? else { return Ok(Exit::Refused) };
    let mut seen = BTreeSet::new();
    let mut listed = Vec::new();
    for pack in loaded.rule_set.packs() {
        for tip in &pack.rules.tips {
            let asked = list.language.0.as_ref().is_none_or(|tag| *tag == tip.language);
            if asked && seen.insert(&tip.id) {
                listed.push(ListedTip { tip, file: &pack.name, standing: pack.standing });
            }
        }
    }
    if let (true, Some(tag)) = (listed.is_empty(), &list.language.0) {
        return Err(no_tips(&loaded, tag));
    }
    report::print(&match list.format {
        Format::Json => crate::json::tip_list(&listed),
        Format::Text => ui::tip_list(&listed, loaded.rule_set.principles(), speaking),
    })?;
    Ok(Exit::Nothing)
}

fn no_tips(loaded: &Loaded, tag: &str) -> Failure {
    let packs = loaded.rule_set.packs().iter();
    let known: BTreeSet<String> =
        packs.flat_map(|pack| pack.rules.tips.iter().map(|tip| tip.language.clone())).collect();
    Refusal::NoTips { tag: tag.to_owned(), known: known.into_iter().collect() }.into()
}
