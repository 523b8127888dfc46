//! A plan as storage keeps it.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

use super::{Plan, PlanFocus};
use crate::model::ChannelId;
use crate::schedule::{Holidays, LATE_LIMIT, Schedule, Weekdays, Zone};
use crate::store::StoredPlan;

/// The form of the stored object. Keys that are new need no other number; those that mean something else do.
pub(super) const SCHEMA: i64 = 1;

const WEEKDAYS: &[(Weekday, &str)] = &[
    (Weekday::Monday, "mon"),
    (Weekday::Tuesday, "tue"),
    (Weekday::Wednesday, "wed"),
    (Weekday::Thursday, "thu"),
    (Weekday::Friday, "fri"),
    (Weekday::Saturday, "sat"),
    (Weekday::Sunday, "sun"),
];
const HOLIDAYS: &[(Holidays, &str)] = &[(Holidays::Greek, "greek"), (Holidays::None, "none")];

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Kept {
    channel: ChannelId,
    time: String,
    zone: String,
    weekdays: Vec<String>,
    #[serde(default)]
    holidays: String,
    #[serde(default)]
    left_out: Vec<String>,
    #[serde(default)]
    skipped: Vec<String>,
    #[serde(default)]
    language: String,
    #[serde(default)]
    focus: String,
    late_minutes: Option<i64>,
}

impl Plan {
    /// From storage; `None` where a later version of the program has written it.
    pub(super) fn read(stored: &StoredPlan) -> Option<Plan> {
        if stored.schema > SCHEMA {
            return None;
        }
        Plan::of_history(&stored.json)
    }

    /// From the history, which keeps no number of its form.
    pub(super) fn of_history(json: &str) -> Option<Plan> {
        let kept: Kept = serde_json::from_str(json).ok()?;
        let days: Vec<Weekday> =
            kept.weekdays.iter().filter_map(|word| of_word(WEEKDAYS, word)).collect();
        let schedule = Schedule {
            zone: Zone::new(&kept.zone).ok()?,
            time: kept.time.parse().ok()?,
            weekdays: Weekdays::of(&days),
            holidays: of_word(HOLIDAYS, &kept.holidays).unwrap_or_default(),
            left_out: dates(&kept.left_out),
            late_limit: kept.late_minutes.map_or(LATE_LIMIT, SignedDuration::from_mins),
        };
        Some(Plan {
            channel: kept.channel,
            schedule,
            skipped: dates(&kept.skipped),
            language: kept.language,
            focus: PlanFocus::from_key(&kept.focus).unwrap_or_default(),
        })
    }

    /// For storage.
    pub(super) fn kept(&self) -> String {
        let words = |days: &BTreeSet<Date>| days.iter().map(Date::to_string).collect();
        let kept = Kept {
            channel: self.channel,
            time: clock(self.schedule.time),
            zone: self.schedule.zone.name().to_owned(),
            weekdays: self
                .schedule
                .weekdays
                .days()
                .map(|day| word(WEEKDAYS, day).to_owned())
                .collect(),
            holidays: word(HOLIDAYS, self.schedule.holidays).to_owned(),
            left_out: words(&self.schedule.left_out),
            skipped: words(&self.skipped),
            language: self.language.clone(),
            focus: self.focus.key().to_owned(),
            late_minutes: Some(self.schedule.late_limit.as_mins()),
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }
}

fn clock(time: Time) -> String {
    time.strftime("%H:%M").to_string()
}

fn dates(words: &[String]) -> BTreeSet<Date> {
    words.iter().filter_map(|word| word.parse().ok()).collect()
}

fn of_word<T: Copy>(all: &[(T, &str)], wanted: &str) -> Option<T> {
    all.iter().find(|(_, word)| *word == wanted).map(|(value, _)| *value)
}

fn word<T: PartialEq>(all: &[(T, &'static str)], value: T) -> &'static str {
    all.iter().find(|(known, _)| *known == value).map_or("", |(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ServerId, Version};
    use crate::store::PlanState;

    #[test]
    fn a_plan_comes_back_as_it_was_and_a_later_one_rests() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let plan = Plan {
            channel: ChannelId(u64::MAX - 7),
            schedule: Schedule {
                zone: Zone::new("America/Argentina/Buenos_Aires").unwrap(),
                time: "23:59".parse().unwrap(),
                weekdays: Weekdays::of(&[Weekday::Sunday, Weekday::Tuesday]),
                holidays: Holidays::None,
                left_out: BTreeSet::from([day("2028-02-29"), day("2026-12-24")]),
                late_limit: SignedDuration::from_mins(90),
            },
            skipped: BTreeSet::from([day("2026-03-03")]),
            language: "el".to_owned(),
            focus: PlanFocus::Needs,
        };
        let mut stored = StoredPlan {
            server: ServerId(1),
            version: Version(1),
            json: plan.kept(),
            schema: SCHEMA,
            state: PlanState::On,
            since: crate::model::Time(0),
            set_by: None,
            last_day: None,
        };
        assert_eq!(Plan::read(&stored), Some(plan.clone()));
        assert_eq!(plan.days().left_out.len(), 3);
        stored.schema = SCHEMA + 1;
        assert_eq!(Plan::read(&stored), None);
        stored.schema = SCHEMA;
        stored.json = "{}".to_owned();
        assert_eq!(Plan::read(&stored), None);
    }
}
