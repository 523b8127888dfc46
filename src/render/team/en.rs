//! The sentences for leads in English.

use super::{Deed, Language, Refused};

pub fn told(deed: Option<Deed>, subject: &str) -> String {
    match deed {
        Some(Deed::Activated) => format!("“{subject}” was activated"),
        Some(Deed::ActivatedAlone) => {
            format!("“{subject}” was activated, and rules that see it otherwise went silent")
        }
        Some(Deed::Restored) => format!("an earlier version of “{subject}” came back"),
        Some(Deed::Removed) => format!("“{subject}” was removed"),
        Some(Deed::Undone) => format!("the change before was undone ({subject})"),
        Some(Deed::SwitchedOff) => format!("switched off: {subject}"),
        Some(Deed::SwitchedOn) => format!("switched on again: {subject}"),
        Some(Deed::Spared) => format!("“{subject}” is never flagged"),
        Some(Deed::NotSpared) => format!("“{subject}” may be flagged again"),
        Some(Deed::Approved) => format!("a proposal became a rule: “{subject}”"),
        Some(Deed::Settings) => "settings were changed".to_owned(),
        Some(Deed::TipsPlanned) => "a plan for tips was set".to_owned(),
        Some(Deed::TipsPaused) => "tips have a rest".to_owned(),
        Some(Deed::TipsResumed) => "tips come again".to_owned(),
        Some(Deed::TipSkipped) => "one tip was left out".to_owned(),
        Some(Deed::TipsResting) => {
            "tips have stopped, for their channel is out of reach".to_owned()
        }
        None => format!("a change by a later version of mine ({subject})"),
    }
}

pub fn refused(refused: &Refused) -> String {
    match refused {
        Refused::NoServer => "That is done in your team's server; here it is just the two of us.".to_owned(),
        Refused::NotALead => {
            "This is for the team's leads. If you have an idea for a rule, /suggest brings it to them.".to_owned()
        }
        Refused::Stale { since } => {
            let lines: Vec<String> = since.iter().map(|told| format!("• {}", self::told(told.deed, &told.subject))).collect();
            format!(
                "Something was changed in the meantime, so I left things as they are:\n{}\nHave a look, and try again.",
                lines.join("\n")
            )
        }
        Refused::NothingWaiting => {
            "This report no longer waits for a decision. Upload the file again and I make a new one at once.".to_owned()
        }
        Refused::NothingToUndo => {
            "There were other changes since, so this one can't be undone by itself. In the history you can restore any version.".to_owned()
        }
        Refused::TooLarge { limit } => format!("The file is very large; I read up to {} MiB.", limit >> 20),
        Refused::TooManyRules { found, limit } => format!(
            "With this file the team would have {found} rules; there is room for {limit}. Perhaps some can be joined: a rule may have many phrases."
        ),
        Refused::NotATable(_) | Refused::Tips(_) => String::new(),
        Refused::Vanished => "That is not there any more; something changed in the meantime. Open the list again to see what is in force now.".to_owned(),
        Refused::NoName => "Write one name at least, and I will leave it alone.".to_owned(),
        Refused::NotReplies(trouble) => crate::render::leads::replies::not_read(trouble, Language::En),
        Refused::NotSound => "Some places in the file need mending first; the report shows them all.".to_owned(),
        Refused::UnknownFile { asked, nearest: Some(nearest) } => {
            format!("I found no file “{asked}”; did you mean “{nearest}”?")
        }
        Refused::UnknownFile { asked, nearest: None } => {
            format!("I found no file “{asked}” among your team's.")
        }
        Refused::UnknownVersion { file, number } => {
            format!("“{file}” has no version {number}. The history shows those that there are.")
        }
        Refused::UnknownName { asked, nearest: Some(nearest) } => {
            format!("I found nothing called “{asked}”; did you mean “{nearest}”?")
        }
        Refused::UnknownName { asked, nearest: None } => {
            format!("I found nothing called “{asked}”. A few letters are enough for me to offer some.")
        }
        Refused::AlreadySo => "It is so already.".to_owned(),
        Refused::AlreadyDecided => "Somebody has decided about this proposal already.".to_owned(),
        Refused::ManyProposals => {
            "Quite a few proposals of yours are waiting. Once the leads have decided about some, there is room for more.".to_owned()
        }
        Refused::EmptyPair => {
            "The words are still missing: what to avoid, and what to say instead or why.".to_owned()
        }
        Refused::TooLong { limit } => format!("There is room for {limit} characters; a shorter phrase will pass."),
        Refused::TooManyNames { limit } => {
            format!("I keep up to {limit} such names. If you take out one that is not needed, this one fits.")
        }
    }
}
