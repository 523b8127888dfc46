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
        (0, 0) => return "If I am away at that time, the day's tip is left out.".to_owned(),
        (1, 0) => "an hour".to_owned(),
        (hours, 0) => format!("{hours} hours"),
        (0, minutes) => format!("{minutes} minutes"),
        (1, minutes) => format!("an hour and {minutes} minutes"),
        (hours, minutes) => format!("{hours} hours and {minutes} minutes"),
    };
    format!("If I am away at that time, it comes as soon as I am back, at most {how_long} later.")
}

pub fn user_error(error: &UserError) -> String {
    match error {
        UserError::NoPlan => {
            "The team has no plan for tips yet. /tips setup makes one in a minute.".to_owned()
        }
        UserError::Resting => {
            "The tips have a rest already. /tips resume starts them again.".to_owned()
        }
        UserError::NoDays => {
            "By this plan no tip would ever come. Please choose one day of the week at least."
                .to_owned()
        }
        UserError::NoTips { language } => format!(
            "I have no tips in the language “{language}” yet. /tips add takes those that you write."
        ),
        UserError::UnknownZone { asked, nearest: Some(nearest) } => {
            format!("I found no time zone “{asked}”; did you mean “{nearest}”?")
        }
        UserError::UnknownZone { asked, nearest: None } => format!(
            "I found no time zone “{asked}”. Write a large city, such as Athens, and I will offer some."
        ),
        UserError::NotATime { asked } => {
            format!(
                "I could not read “{asked}” as a time. Please write it with four digits, as in 09:00."
            )
        }
        UserError::NotADate { asked } => {
            format!("I could not read “{asked}” as a date. Please write it as in 2026-12-24.")
        }
        UserError::NotWeekdays { asked } => format!(
            "I could not read “{asked}” as days. Write “working days”, “every day”, or those you want: “Monday, Wednesday”."
        ),
        UserError::EmptyTip => "The tip still waits for its words.".to_owned(),
        UserError::TipThere => "We have that tip already.".to_owned(),
        UserError::TooManyTips { limit } => {
            format!("I keep up to {limit} tips of your own. Once one is removed, this one fits.")
        }
        UserError::UnknownPrinciple { asked } => {
            format!("I found no principle called “{asked}”.")
        }
        UserError::TipGone => "This tip is gone by now.".to_owned(),
        UserError::NoChannel => {
            "Tips need a channel of the server. Choose one and we can begin.".to_owned()
        }
    }
}
