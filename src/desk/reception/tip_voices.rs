//! What people say under a tip.

use super::{Act, Control, Mark, Panel, PanelButton, Part, Received, Reception, Visitor};
use crate::desk::team::{Asker, Trouble};
use crate::desk::tips::TipKey;
use crate::render::team::Refused;
use crate::render::tip_plan::{self, TipsRefused};
use crate::render::{self, Language, Said, ShownTip};
use crate::store::{ClaimId, Vote};

/// Stands in a mark where no claim is.
const NOTHING: &str = "-";

/// What can be pressed under a tip. The buttons of one that was posted carry its claim: by that it is found again.
pub fn tip_controls(tip: &ShownTip, claim: Option<ClaimId>, language: Language) -> Vec<Control> {
    let key = TipKey::of(&tip.tip.id).written();
    let claim = claim.map_or_else(|| NOTHING.to_owned(), |claim| claim.0.to_string());
    let button = |(act, label): (Act, Said)| {
        let mark = Mark::new(act, [key.as_str(), claim.as_str()]);
        let label = label.to(language).to_owned();
        Control::Button(PanelButton { label, mark, is_next: false })
    };
    let mut all =
        vec![(Act::TipUseful, tip_plan::USEFUL), (Act::TipNotForUs, tip_plan::NOT_FOR_US)];
    // Where no rule serves its principle there are no words to show.
    all.extend(tip.pair.as_ref().map(|_| (Act::TipWords, tip_plan::SHOW_WORDS)));
    all.into_iter().map(button).collect()
}

/// The claim that a button under a tip carries; `None` for any other button.
pub fn claim_in(custom_id: &str) -> Option<ClaimId> {
    let mark = Mark::read(custom_id).ok()?;
    let is_tip = matches!(mark.act, Act::TipUseful | Act::TipNotForUs | Act::TipWords);
    mark.argument(1).filter(|_| is_tip).map(ClaimId)
}

impl Reception {
    /// Somebody says what they think of a tip.
    pub(super) async fn tip_vote(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
        vote: Vote,
    ) -> Result<Received, Trouble> {
        let voice = (visitor.user, vote);
        let now = visitor.now;
        let is_out = self.teams.vote_on_tip(asker.server, voice, key_of(mark)?, now).await?;
        let said = match is_out && vote == Vote::NotForUs {
            true => tip_plan::VOTED_OUT,
            false => tip_plan::VOTE_TAKEN,
        };
        Ok(Received::panel(Panel::saying(said.to(visitor.language))))
    }

    /// The words that serve the principle of a tip, for whoever asked.
    pub(super) async fn tip_words(
        &self,
        visitor: &Visitor,
        mark: &Mark,
    ) -> Result<Received, Trouble> {
        let language = visitor.language;
        let found = self.teams.words_for_tip(visitor.server(), key_of(mark)?, visitor.now).await?;
        if found.pairs.is_empty() {
            return Ok(Received::panel(Panel::saying(tip_plan::NO_WORDS.to(language))));
        }
        let principle = found.principle.as_ref();
        let of = |text: Option<&str>| text.unwrap_or("").to_owned();
        let title = of(principle.and_then(|principle| principle.name(language.key())));
        let summary = of(principle.and_then(|principle| principle.summary(language.key())));
        let mut parts = Vec::new();
        if !summary.is_empty() {
            parts.push(Part::Text(summary));
        }
        parts.extend(found.pairs.iter().map(|pair| Part::Item(render::pair(pair, language))));
        Ok(Received::panel(Panel { title, parts, ..Panel::default() }))
    }
}

fn key_of(mark: &Mark) -> Result<TipKey, Trouble> {
    let key = mark.argument::<String>(0).and_then(|written| TipKey::read(&written));
    key.ok_or_else(|| Refused::from(TipsRefused::TipGone).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_read_from_the_buttons_of_its_tip_alone() {
        let tip = ShownTip {
            tip: crate::rules::Tip { id: "el/tips/ένα".to_owned(), ..Default::default() },
            principle: None,
            pair: Some(crate::rules::Pair {
                avoid: "Όχι.".to_owned(),
                prefer: "Ναι.".to_owned(),
                rule: "el/a/b".to_owned(),
            }),
        };
        let written = |claim| {
            let controls = tip_controls(&tip, claim, Language::El).into_iter();
            let written = controls.map(|control| match control {
                Control::Button(button) => button.mark.written(),
                other => panic!("{other:?}"),
            });
            written.collect::<Vec<_>>()
        };
        for carried in written(Some(ClaimId(i64::MAX))) {
            assert!(carried.len() <= crate::desk::reception::MAX_MARK_CHARS, "{carried}");
            assert_eq!(claim_in(&carried), Some(ClaimId(i64::MAX)));
        }
        for carried in written(None) {
            assert_eq!(claim_in(&carried), None);
        }
        for forged in
            ["", "p1/cancel/1/7", "p1/tip-words/1", "p1/tip-words/1/x", "p2/tip-words/1/7"]
        {
            assert_eq!(claim_in(forged), None, "{forged}");
        }
    }
}
