//! Kinds of change, as a team's history keeps and shows them.

/// A change that somebody made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// A file was activated.
    Activated,
    /// The same, and other rules that object to its wordings went silent.
    ActivatedAlone,
    /// An earlier version of a file was restored.
    Restored,
    /// A file went out of force.
    Removed,
    /// The last change was taken back.
    Undone,
    /// Rules went silent.
    SwitchedOff,
    /// Rules were switched on again.
    SwitchedOn,
    /// A name is never flagged.
    Allowed,
    /// A name is as any other word again.
    NotAllowed,
    /// A proposal became a rule.
    Approved,
    Settings,
    /// A plan for tips was set.
    TipsPlanned,
    /// Tips were paused.
    TipsPaused,
    /// Tips come again.
    TipsResumed,
    /// One tip is left out.
    TipSkipped,
    /// Tips rest, for their channel is out of reach.
    TipsResting,
}

impl ChangeKind {
    /// Every kind with the word that storage keeps.
    pub const ALL: &[(ChangeKind, &str)] = &[
        (ChangeKind::Activated, "activated"),
        (ChangeKind::ActivatedAlone, "activated-alone"),
        (ChangeKind::Restored, "restored"),
        (ChangeKind::Removed, "removed"),
        (ChangeKind::Undone, "undone"),
        (ChangeKind::SwitchedOff, "switched-off"),
        (ChangeKind::SwitchedOn, "switched-on"),
        (ChangeKind::Allowed, "spared"),
        (ChangeKind::NotAllowed, "not-spared"),
        (ChangeKind::Approved, "approved"),
        (ChangeKind::Settings, "settings"),
        (ChangeKind::TipsPlanned, "tips-planned"),
        (ChangeKind::TipsPaused, "tips-paused"),
        (ChangeKind::TipsResumed, "tips-resumed"),
        (ChangeKind::TipSkipped, "tip-skipped"),
        (ChangeKind::TipsResting, "tips-resting"),
    ];

    /// The word that storage keeps.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, key)| key)
    }

    /// The kind of a word.
    pub fn from_key(key: &str) -> Option<ChangeKind> {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(kind, _)| *kind)
    }
}

/// A change, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeSummary {
    /// What was done; `None` where a later version of the program did it.
    pub kind: Option<ChangeKind>,
    /// To what: a file, a rule, a name.
    pub subject: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The history of every database holds these words.
    #[test]
    fn a_kind_keeps_its_stored_word() {
        let words = [
            "activated", "activated-alone", "restored", "removed", "undone", "switched-off",
            "switched-on", "spared", "not-spared", "approved", "settings", "tips-planned",
            "tips-paused", "tips-resumed", "tip-skipped", "tips-resting",
        ];
        let known: Vec<&str> = ChangeKind::ALL.iter().map(|(_, word)| *word).collect();
        assert_eq!(known, words);
        assert_eq!(ChangeKind::from_key("spared"), Some(ChangeKind::Allowed));
        assert_eq!(ChangeKind::NotAllowed.key(), "not-spared");
    }
}
