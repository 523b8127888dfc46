//! The plan in English.

use super::{ShownPlan, list, place};
use crate::model::Language;
use crate::tips::UserError;
use crate::ui::moment::{at_time, weekday};

pub fn sentence(plan: &ShownPlan) -> String {
    let days = match plan.weekdays.len() {
        7 => "Every day".to_owned(),
        _ if super::is_working_week(&plan.weekdays) => "Every working day".to_owned(),
        _ => {
            let names = plan.weekdays.iter().map(|day| weekday(*day, Language::En).to_owned());
            format!("Every {}", list(&names.collect::<Vec<_>>(), Language::En))
        }
    };
    let time = at_time(plan.time, Language::En);
    let place = place(&plan.zone, Language::En);
    match &plan.channel {
        Some(channel) => format!("{days} {time}, {place}, in {channel}."),
        None => format!("{days} {time}, {place}, here in the terminal."),
    }
}

pub fn late(minutes: i64) -> String {
    let how_long = match (minutes / 60, minutes % 60) {
        (0, 0) => return "If I am offline at that time, the day's tip is skipped.".to_owned(),
        (1, 0) => "an hour".to_owned(),
        (hours, 0) => format!("{hours} hours"),
        (0, minutes) => format!("{minutes} minutes"),
        (1, minutes) => format!("an hour and {minutes} minutes"),
        (hours, minutes) => format!("{hours} hours and {minutes} minutes"),
    };
    format!("If I am offline at that time, it comes as soon as I am back, at most {how_long} late.")
}

pub fn user_error(error: &UserError) -> String {
    match error {
        UserError::NoPlan => {
            "The team has no schedule for tips yet. /tips setup takes a minute.".to_owned()
        }
        UserError::Resting => "Tips are already paused. /tips resume starts them again.".to_owned(),
        UserError::NoDays => {
            "With this schedule no tip would ever come. Please choose at least one day of the week."
                .to_owned()
        }
        UserError::NoTips { language } => format!(
            "I have no tips in the language “{language}” yet. Write your own with /tips add."
        ),
        UserError::UnknownZone { asked, nearest: Some(nearest) } => {
            format!("I found no time zone “{asked}”; did you mean “{nearest}”?")
        }
        UserError::UnknownZone { asked, nearest: None } => format!(
            "I found no time zone “{asked}”. Type a large city, such as Athens, and I will suggest some."
        ),
        UserError::NotATime { asked } => {
            format!(
                "I could not read “{asked}” as a time. Please write it with four digits, such as 09:00."
            )
        }
        UserError::NotADate { asked } => {
            format!("I could not read “{asked}” as a date. Please write it like 2026-12-24.")
        }
        UserError::NotWeekdays { asked } => format!(
            "I could not read “{asked}” as days. Write “working days”, “every day”, or the days you want: “Monday, Wednesday”."
        ),
        UserError::EmptyTip => "The tip has no text yet.".to_owned(),
        UserError::TipThere => "We already have that tip.".to_owned(),
        UserError::TooManyTips { limit } => {
            format!("I can keep up to {limit} tips of your own. Remove one and this one will fit.")
        }
        UserError::UnknownPrinciple { asked } => {
            format!("I found no principle called “{asked}”.")
        }
        UserError::TipGone => "This tip no longer exists.".to_owned(),
        UserError::NoChannel => {
            "Tips need a channel in the server. Choose one and we can start.".to_owned()
        }
    }
}
