//! Tips that a team writes itself.

use crate::tips::Error;
use crate::tips::UserError;
use std::sync::Arc;

use crate::rules::{MAX_TIP_CHARS, MAX_TRY_CHARS, Tip, TipPlaces};
use crate::store::{OwnTip, OwnTipId, OwnTipWords};
use crate::team;
use crate::team::Lead;
use crate::text;
use crate::tips::Tips;

/// Tips of a team's own.
pub const MAX_OWN_TIPS: usize = 300;
/// Part of their ids, so that none has the id of a tip in a file.
const PACK: &str = "own-tips";

/// A tip of a team's own that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedTip {
    /// Its number.
    pub id: OwnTipId,
    /// The active rules suggest another wording for part of it.
    pub has_ideas: bool,
}

/// A tip of a team's own as any other tip.
pub(super) fn as_tip(own: &OwnTip) -> Tip {
    let words = &own.words;
    Tip {
        id: format!("{}/{PACK}/{}", words.language, own.id.0),
        language: words.language.clone(),
        principle: words.principle.clone(),
        text: words.text.clone(),
        today: words.today.clone(),
        source: None,
        places: TipPlaces::default(),
    }
}

impl Tips {
    /// Takes in a tip of the team's own.
    ///
    /// # Errors
    /// For a tip without words or with too many, where there are too many tips or one
    /// says the same, and if storage fails.
    pub async fn add_tip(&self, lead: &Lead, words: OwnTipWords) -> Result<AddedTip, Error> {
        let team = lead.team().await?;
        let words = sound(words)?;
        let rule_set = team.checker.rule_set();
        if let Some(principle) = &words.principle
            && !rule_set.principles().iter().any(|known| known.id == *principle)
        {
            return Err(UserError::UnknownPrinciple { asked: principle.clone() }.into());
        }
        let own = self.teams.store().own_tips(lead.member().server).await?;
        let known = own.iter().map(|own| own.words.text.as_str());
        let mut known =
            known.chain(rule_set.tips(&words.language).into_iter().map(|tip| &*tip.text));
        if known.any(|known| text::key(known) == text::key(&words.text)) {
            return Err(UserError::TipThere.into());
        }
        let by = (lead.member().user, lead.now());
        let id =
            self.teams.store().add_own_tip(lead.member().server, &words, MAX_OWN_TIPS, by).await?;
        let id = id.ok_or(UserError::TooManyTips { limit: MAX_OWN_TIPS })?;
        let (checker, today) = (Arc::clone(&team.checker), words.today.unwrap_or_default());
        let has_ideas = move || checker.has_ideas(&words.text) || checker.has_ideas(&today);
        let has_ideas = self.teams.check(Some(lead.member().server), has_ideas).await?;
        Ok(AddedTip { id, has_ideas })
    }

    /// The tips of the team's own, in the order in which they came.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn own_tips(&self, lead: &Lead) -> Result<Vec<OwnTip>, Error> {
        Ok(self.teams.store().own_tips(lead.member().server).await?)
    }

    /// Lets go of a tip of the team's own.
    ///
    /// # Errors
    /// For a tip that is gone, and if storage fails.
    pub async fn remove_tip(&self, lead: &Lead, id: OwnTipId) -> Result<(), Error> {
        match self.teams.store().remove_own_tip(lead.member().server, id).await? {
            true => Ok(()),
            false => Err(UserError::TipGone.into()),
        }
    }
}

fn sound(words: OwnTipWords) -> Result<OwnTipWords, Error> {
    // A tip is a sentence or two: where somebody broke the line says nothing.
    let trimmed = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = OwnTipWords {
        text: trimmed(words.text),
        today: words.today.map(trimmed).filter(|today| !today.is_empty()),
        ..words
    };
    if text::key(&words.text).is_empty() {
        return Err(UserError::EmptyTip.into());
    }
    let today = words.today.as_deref().unwrap_or("");
    for (text, limit) in [(words.text.as_str(), MAX_TIP_CHARS), (today, MAX_TRY_CHARS)] {
        if text.chars().count() > limit {
            return Err(team::UserError::TooLong { limit }.into());
        }
    }
    Ok(words)
}
