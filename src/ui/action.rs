//! What a button, a list or a form of a panel carries: what it does, and a few numbers or names.

use crate::check::BadHandle;

/// A change to what marks mean takes the next number. No other custom id of the bot begins so.
const VERSION: &str = "p1";
/// Between the parts. It stands in no argument: see [`Mark::new`].
const BETWEEN: char = '/';
/// The longest written mark: Discord's limit for a custom id.
pub const MAX_MARK_CHARS: usize = 100;

/// What a control of a panel does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Puts in force what a report is about.
    Activate,
    /// Lets a report go.
    Cancel,
    /// Leaves everything as it is.
    Leave,
    /// A page of the rules.
    List,
    /// Narrows the list to what is chosen.
    Narrow,
    /// One rule.
    Show,
    /// Turns something on or off.
    Turn,
    /// The same, by what is chosen.
    TurnChosen,
    /// Hands out the file that is chosen.
    Export,
    /// A page of the history.
    History,
    /// One change.
    Change,
    /// The versions of a file.
    Versions,
    /// What would change with a version.
    Version,
    /// Brings a version back.
    Restore,
    /// Takes a file out of force.
    Remove,
    /// The form for names.
    NamesForm,
    /// The names that were written into it.
    NamesAdd,
    /// Lets the chosen names go.
    NamesDrop,
    /// Somebody finds a tip useful.
    TipUseful,
    /// Somebody finds that a tip is not for this team.
    TipNotForUs,
    /// Shows the words that serve the principle of a tip.
    TipWords,
    /// The form for a tip of the team's own, filled in.
    TipWritten,
    /// Takes a change of the rules back.
    Undo,
    /// Shows a report once more.
    Report,
    /// Reads a table another way.
    Read,
    /// Gives a single rule another level.
    Level,
    /// Opens the form for a single rule with what was written.
    Rewrite,
    /// Opens the form for a draft to try; handed in, tries it.
    Try,
    /// Handed in: a table.
    Paste,
    /// Handed in: a single rule.
    NewRule,
    /// Turns to one thing that can be set.
    SettingsTopic,
    /// Sets it.
    SettingsSet,
    /// Turns to an open proposal.
    Proposals,
    /// Opens the form in which a proposal becomes a rule.
    Approve,
    /// Makes a rule of what was written there.
    ApproveWritten,
    /// The same, once something was decided about it.
    ApproveAnyway,
    /// Takes that rule back.
    UndoApproval,
    /// Opens the form with which a proposal is declined.
    Decline,
    /// Declines it.
    DeclineSaid,
    /// Forgets whoever presses it.
    Forget,
}

impl Act {
    /// Every act with the word that stands for it. A word that was released keeps its meaning.
    const ALL: &[(Act, &str)] = &[
        (Act::Cancel, "cancel"),
        (Act::Leave, "leave"),
        (Act::List, "list"),
        (Act::Narrow, "narrow"),
        (Act::Show, "show"),
        (Act::Turn, "turn"),
        (Act::TurnChosen, "turn-chosen"),
        (Act::Export, "export"),
        (Act::History, "history"),
        (Act::Change, "change"),
        (Act::Versions, "versions"),
        (Act::Version, "version"),
        (Act::Restore, "restore"),
        (Act::Remove, "remove"),
        (Act::NamesForm, "names-form"),
        (Act::NamesAdd, "names-add"),
        (Act::NamesDrop, "names-drop"),
        (Act::TipUseful, "tip-useful"),
        (Act::TipNotForUs, "tip-not-for-us"),
        (Act::TipWords, "tip-words"),
        (Act::TipWritten, "tip-written"),
        (Act::Activate, "activate"),
        (Act::Undo, "undo"),
        (Act::Report, "report"),
        (Act::Read, "read"),
        (Act::Level, "level"),
        (Act::Rewrite, "rewrite"),
        (Act::Try, "try"),
        (Act::Paste, "paste"),
        (Act::NewRule, "new-rule"),
        (Act::SettingsTopic, "topic"),
        (Act::SettingsSet, "set"),
        (Act::Proposals, "proposals"),
        (Act::Approve, "approve"),
        (Act::ApproveWritten, "approved"),
        (Act::ApproveAnyway, "anyway"),
        (Act::UndoApproval, "unapprove"),
        (Act::Decline, "decline"),
        (Act::DeclineSaid, "declined"),
        (Act::Forget, "forget"),
    ];

    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(act, _)| *act == self).map_or("", |(_, word)| word)
    }

    fn of(word: &str) -> Option<Act> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(act, _)| *act)
    }
}

/// What a control carries. It comes back from outside, so nothing in it is believed without a look.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mark {
    /// What it does.
    pub act: Act,
    /// To what.
    pub arguments: Vec<String>,
}

impl Mark {
    /// A mark. Arguments are numbers, short words and hashes; a sign that separates them becomes `_`, since
    /// what is compared with such an argument is compared in this form.
    pub fn new<'a>(act: Act, arguments: impl IntoIterator<Item = &'a str>) -> Mark {
        let plain = |argument: &str| argument.replace(BETWEEN, "_");
        Mark { act, arguments: arguments.into_iter().map(plain).collect() }
    }

    /// The argument of a number, as it is read.
    pub fn argument<T: std::str::FromStr>(&self, number: usize) -> Option<T> {
        self.arguments.get(number)?.parse().ok()
    }

    /// The custom id.
    pub fn written(&self) -> String {
        let mut written = format!("{VERSION}{BETWEEN}{}", self.act.word());
        for argument in &self.arguments {
            written.push(BETWEEN);
            written.push_str(argument);
        }
        written
    }

    /// Whether a custom id is that of a mark, of this version or another.
    pub fn is_one(custom_id: &str) -> bool {
        let mut signs = custom_id.chars();
        signs.next() == Some('p') && signs.next().is_some_and(|sign| sign.is_ascii_digit())
    }

    /// Reads a custom id.
    ///
    /// # Errors
    /// For what another version has written, and for what none has.
    pub fn read(custom_id: &str) -> Result<Mark, BadHandle> {
        let mut parts = custom_id.split(BETWEEN);
        if parts.next() != Some(VERSION) {
            return Err(BadHandle::OtherVersion);
        }
        let act = parts.next().and_then(Act::of).ok_or(BadHandle::Unreadable)?;
        Ok(Mark { act, arguments: parts.map(str::to_owned).collect() })
    }
}

/// What stands for a name that may be longer than a mark: sixteen signs. Whoever reads it looks among the
/// names that there are, so a forged one leads to one of them or nowhere.
pub fn hash(name: &str) -> String {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_comes_back() {
        for (act, _) in Act::ALL {
            for arguments in [vec![], vec!["12"], vec!["12", "", "el_refusals_cannot"]] {
                let mark = Mark::new(*act, arguments);
                assert!(Mark::is_one(&mark.written()));
                assert_eq!(Mark::read(&mark.written()), Ok(mark));
            }
        }
        assert_eq!(Mark::read("p2/cancel"), Err(BadHandle::OtherVersion));
        assert_eq!(Mark::read("p1/nonsense"), Err(BadHandle::Unreadable));
        assert_eq!(Mark::new(Act::Cancel, ["a/b"]).arguments, ["a_b"]);
    }
}
