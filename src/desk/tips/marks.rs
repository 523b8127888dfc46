//! What the buttons under a tip carry.

use super::TipKey;
use crate::store::ClaimId;

/// Before all that such a button carries; a change to it takes the next number.
const BEGIN: &str = "p1/";

/// What a button under a tip does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TipAct {
    /// It helps.
    Useful,
    /// It does not fit this team.
    NotForUs,
    /// What to say in place of what.
    ShowWords,
}

impl TipAct {
    /// Every act with its word.
    pub const ALL: &[(TipAct, &str)] = &[
        (TipAct::Useful, "tip-useful"),
        (TipAct::NotForUs, "tip-not-for-us"),
        (TipAct::ShowWords, "tip-words"),
    ];
}

/// What a button under a tip carries: the tip, and the claim for which it was posted.
pub fn written(act: TipAct, tip: TipKey, claim: ClaimId) -> String {
    let word = TipAct::ALL.iter().find(|(known, _)| *known == act).map_or("", |(_, word)| word);
    format!("{BEGIN}{word}/{}/{}", tip.written(), claim.0)
}

/// The claim that a button carries; `None` for any other button.
pub fn claim_in(custom_id: &str) -> Option<ClaimId> {
    let mut parts = custom_id.strip_prefix(BEGIN)?.split('/');
    let word = parts.next()?;
    let known = TipAct::ALL.iter().any(|(_, known)| *known == word);
    let claim = parts.nth(1).filter(|_| known)?;
    claim.parse().ok().map(ClaimId)
}
