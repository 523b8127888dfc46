//! Kinds of change, as a team's history keeps and tells them.

/// A change that somebody made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// A file came in force.
    Activated,
    /// The same, and other rules that object to its wordings went silent.
    ActivatedAlone,
    /// An earlier version of a file came in force.
    Restored,
    /// A file went out of force.
    Removed,
    /// The last change was taken back.
    Undone,
    /// Rules went silent.
    SwitchedOff,
    /// Rules speak again.
    SwitchedOn,
    /// A name is never flagged.
    Spared,
    /// A name is as any other word again.
    NotSpared,
    /// A proposal became a rule.
    Approved,
    /// Settings.
    Settings,
    /// A plan for tips was set.
    TipsPlanned,
    /// Tips have a rest.
    TipsPaused,
    /// Tips come again.
    TipsResumed,
    /// One tip is left out.
    TipSkipped,
    /// Tips rest, for their channel is out of reach.
    TipsResting,
}

impl ChangeKind {
    /// Every deed with the word that storage keeps.
    pub const ALL: &[(ChangeKind, &str)] = &[
        (ChangeKind::Activated, "activated"),
        (ChangeKind::ActivatedAlone, "activated-alone"),
        (ChangeKind::Restored, "restored"),
        (ChangeKind::Removed, "removed"),
        (ChangeKind::Undone, "undone"),
        (ChangeKind::SwitchedOff, "switched-off"),
        (ChangeKind::SwitchedOn, "switched-on"),
        (ChangeKind::Spared, "spared"),
        (ChangeKind::NotSpared, "not-spared"),
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
        Self::ALL.iter().find(|(deed, _)| *deed == self).map_or("", |(_, key)| key)
    }

    /// The deed of a word.
    pub fn from_key(key: &str) -> Option<ChangeKind> {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(deed, _)| *deed)
    }
}

/// A change, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeSummary {
    /// What was done; `None` where a later version of the program did it.
    pub deed: Option<ChangeKind>,
    /// To what: a file, a rule, a name.
    pub subject: String,
}
