//! The sentences for leads in English.

use super::{Language, UserError};
use crate::model::ChangeKind;

pub fn change(kind: Option<ChangeKind>, subject: &str) -> String {
    match kind {
        Some(ChangeKind::Activated) => format!("“{subject}” was activated"),
        Some(ChangeKind::ActivatedAlone) => {
            format!("“{subject}” was activated, and rules that see it otherwise went silent")
        }
        Some(ChangeKind::Restored) => format!("an earlier version of “{subject}” came back"),
        Some(ChangeKind::Removed) => format!("“{subject}” was removed"),
        Some(ChangeKind::Undone) => format!("the change before was undone ({subject})"),
        Some(ChangeKind::SwitchedOff) => format!("switched off: {subject}"),
        Some(ChangeKind::SwitchedOn) => format!("switched on again: {subject}"),
        Some(ChangeKind::Allowed) => format!("“{subject}” is never flagged"),
        Some(ChangeKind::NotAllowed) => format!("“{subject}” may be flagged again"),
        Some(ChangeKind::Approved) => format!("a proposal became a rule: “{subject}”"),
        Some(ChangeKind::Settings) => "settings were changed".to_owned(),
        Some(ChangeKind::TipsPlanned) => "a plan for tips was set".to_owned(),
        Some(ChangeKind::TipsPaused) => "tips have a rest".to_owned(),
        Some(ChangeKind::TipsResumed) => "tips come again".to_owned(),
        Some(ChangeKind::TipSkipped) => "one tip was left out".to_owned(),
        Some(ChangeKind::TipsResting) => {
            "tips have stopped, for their channel is out of reach".to_owned()
        }
        None => format!("a change by a later version of mine ({subject})"),
    }
}

pub fn user_error(error: &UserError) -> String {
    match error {
        UserError::NoServer => "That is done in your team's server; here it is just the two of us.".to_owned(),
        UserError::NotALead => {
            "This is for the team's leads. If you have an idea for a rule, /suggest brings it to them.".to_owned()
        }
        UserError::Stale { since } => {
            let lines: Vec<String> = since.iter().map(|it| format!("• {}", change(it.kind, &it.subject))).collect();
            format!(
                "Something was changed in the meantime, so I left things as they are:\n{}\nHave a look, and try again.",
                lines.join("\n")
            )
        }
        UserError::NothingWaiting => {
            "This report no longer waits for a decision. Upload the file again and I make a new one at once.".to_owned()
        }
        UserError::NothingToUndo => {
            "There were other changes since, so this one can't be undone by itself. In the history you can restore any version.".to_owned()
        }
        UserError::TooLarge { limit } => format!("The file is very large; I read up to {} MiB.", limit >> 20),
        UserError::TooManyRules { found, limit } => format!(
            "With this file the team would have {found} rules; there is room for {limit}. Perhaps some can be joined: a rule may have many phrases."
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
        UserError::Vanished => "That is not there any more; something changed in the meantime. Open the list again to see what is in force now.".to_owned(),
        UserError::NoName => "Write one name at least, and I will leave it alone.".to_owned(),
        UserError::NotReplies(error) => crate::ui::leads::replies::not_read(error, Language::En),
        UserError::NotSound => "Some places in the file need mending first; the report shows them all.".to_owned(),
        UserError::UnknownFile { asked, nearest: Some(nearest) } => {
            format!("I found no file “{asked}”; did you mean “{nearest}”?")
        }
        UserError::UnknownFile { asked, nearest: None } => {
            format!("I found no file “{asked}” among your team's.")
        }
        UserError::UnknownVersion { file, number } => {
            format!("“{file}” has no version {number}. The history shows those that there are.")
        }
        UserError::UnknownName { asked, nearest: Some(nearest) } => {
            format!("I found nothing called “{asked}”; did you mean “{nearest}”?")
        }
        UserError::UnknownName { asked, nearest: None } => {
            format!("I found nothing called “{asked}”. A few letters are enough for me to offer some.")
        }
        UserError::AlreadySo => "It is so already.".to_owned(),
        UserError::AlreadyDecided => "Somebody has decided about this proposal already.".to_owned(),
        UserError::ManyProposals => {
            "Quite a few proposals of yours are waiting. Once the leads have decided about some, there is room for more.".to_owned()
        }
        UserError::ManyProposalsOfTeam => {
            "The leads have many proposals before them already. Once they have decided about some, there is room for yours.".to_owned()
        }
        UserError::EmptyPair => {
            "The words are still missing: what to avoid, and what to say instead or why.".to_owned()
        }
        UserError::TooLong { limit } => format!("There is room for {limit} characters; a shorter phrase will pass."),
        UserError::TooManyNames { limit } => {
            format!("I keep up to {limit} such names. If you take out one that is not needed, this one fits.")
        }
    }
}
