//! The sentences for leads in English.

use super::{Language, UserError};
use crate::model::ChangeKind;

pub fn change(kind: Option<ChangeKind>, subject: &str) -> String {
    match kind {
        Some(ChangeKind::Activated) => format!("“{subject}” was activated"),
        Some(ChangeKind::ActivatedAlone) => {
            format!("“{subject}” was activated, and the rules that caught it were switched off")
        }
        Some(ChangeKind::Restored) => format!("an earlier version of “{subject}” was restored"),
        Some(ChangeKind::Removed) => format!("“{subject}” was removed"),
        Some(ChangeKind::Undone) => format!("the previous change was undone ({subject})"),
        Some(ChangeKind::SwitchedOff) => format!("switched off: {subject}"),
        Some(ChangeKind::SwitchedOn) => format!("switched on again: {subject}"),
        Some(ChangeKind::Allowed) => format!("“{subject}” is never flagged"),
        Some(ChangeKind::NotAllowed) => format!("“{subject}” may be flagged again"),
        Some(ChangeKind::Approved) => format!("a proposal became a rule: “{subject}”"),
        Some(ChangeKind::Settings) => "settings were changed".to_owned(),
        Some(ChangeKind::TipsPlanned) => "a schedule for tips was set".to_owned(),
        Some(ChangeKind::TipsPaused) => "tips were paused".to_owned(),
        Some(ChangeKind::TipsResumed) => "tips were resumed".to_owned(),
        Some(ChangeKind::TipSkipped) => "one tip was skipped".to_owned(),
        Some(ChangeKind::TipsResting) => {
            "tips were paused, because I can't post in their channel".to_owned()
        }
        None => format!("a change made by a later version of me ({subject})"),
    }
}

pub fn user_error(error: &UserError) -> String {
    match error {
        UserError::NoServer => "That only works in your team's server; here it is just the two of us.".to_owned(),
        UserError::NotALead => {
            "This is for the team's leads. If you have an idea for a rule, /suggest sends it to them.".to_owned()
        }
        UserError::Stale { since } => {
            let lines: Vec<String> = since.iter().map(|it| format!("• {}", change(it.kind, &it.subject))).collect();
            format!(
                "Something has changed in the meantime, so I left things as they are:\n{}\nHave a look and try again.",
                lines.join("\n")
            )
        }
        UserError::NothingWaiting => {
            "This report is no longer waiting for a decision. Upload the file again and I'll make a new one right away.".to_owned()
        }
        UserError::NothingToUndo => {
            "There have been other changes since, so this one can't be undone on its own. You can restore any version from the history.".to_owned()
        }
        UserError::TooLarge { limit } => format!("The file is too large; I read up to {} MiB.", limit >> 20),
        UserError::TooManyRules { found, limit } => format!(
            "With this file the team would have {found} rules; the limit is {limit}. Perhaps some can be combined: one rule can have many phrases."
        ),
        UserError::TooManyFiles { limit } => format!(
            "The team has {limit} rule files already, and that is as many as fit. Join some, or remove one that is not needed, and this one fits."
        ),
        UserError::TeamTooLarge { limit } => format!(
            "With this file the team's rules would go over the {} MiB that there is room for. Remove a file that is not needed, and this one fits.",
            limit >> 20
        ),
        UserError::TooHeavy => {
            "These rules would take a lot of memory. Regular expressions and large sets take most of it; with fewer of them the rules fit.".to_owned()
        }
        UserError::ManyUploads => {
            "Many files came within a minute. We can go on in a moment; until then everything stays as it is.".to_owned()
        }
        UserError::ManyAtOnce => {
            "I am looking at quite a few things for your team just now. Please try again in a moment, and we go on.".to_owned()
        }
        UserError::NotATable(_) => String::new(),
        UserError::Vanished => "That is no longer there; something has changed in the meantime. Open the list again to see what is active now.".to_owned(),
        UserError::NoName => "Write at least one name and I will leave it alone.".to_owned(),
        UserError::NotReplies(error) => crate::ui::leads::replies::not_read(error, Language::En),
        UserError::NotSound => "Some places in the file need fixing first; the report shows them all.".to_owned(),
        UserError::UnknownFile { asked, nearest: Some(nearest) } => {
            format!("I found no file “{asked}”; did you mean “{nearest}”?")
        }
        UserError::UnknownFile { asked, nearest: None } => {
            format!("I found no file “{asked}” among your team's files.")
        }
        UserError::UnknownVersion { file, number } => {
            format!("“{file}” has no version {number}. The history shows the ones it has.")
        }
        UserError::UnknownName { asked, nearest: Some(nearest) } => {
            format!("I found nothing called “{asked}”; did you mean “{nearest}”?")
        }
        UserError::UnknownName { asked, nearest: None } => {
            format!("I found nothing called “{asked}”. Type a few letters and I will suggest some.")
        }
        UserError::AlreadySo => "That is already the case.".to_owned(),
        UserError::AlreadyDecided => "Somebody has already decided on this proposal.".to_owned(),
        UserError::ManyProposals => {
            "You already have quite a few proposals waiting. Once the leads have decided on some, there will be room for more.".to_owned()
        }
        UserError::ManyProposalsOfTeam => {
            "The leads have many proposals before them already. Once they have decided about some, there is room for yours.".to_owned()
        }
        UserError::EmptyPair => {
            "Some words are still missing: what to avoid, and what to say instead or why.".to_owned()
        }
        UserError::TooLong { limit } => format!("There is room for {limit} characters; please try a shorter phrase."),
        UserError::TooManyNames { limit } => {
            format!("I can keep up to {limit} names. Remove one you no longer need and this one will fit.")
        }
    }
}
