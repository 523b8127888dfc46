//! What people say under a tip.

use super::{App, RequestContext, Response};
use crate::app::Error;
use crate::model::Language;
use crate::model::Member;
use crate::store::{ClaimId, Vote};
use crate::tips::ShownTip;
use crate::tips::TipKey;
use crate::ui;
use crate::ui::Said;
use crate::ui::tip_plan;
use crate::ui::{Action, Block, Button, Control, Panel};

/// What can be pressed under a tip. The buttons of one that was posted carry its claim: by it the tip is found again.
pub fn tip_controls(tip: &ShownTip, claim: Option<ClaimId>, language: Language) -> Vec<Control> {
    let key = TipKey::of(&tip.tip.id);
    let vote = |vote| Action::TipVote { vote, tip: key, claim };
    let button = |(action, label): (Action, Said)| {
        let label = label.to(language).to_owned();
        Control::Button(Button { label, action, is_next: false })
    };
    let mut all =
        vec![(vote(Vote::Useful), tip_plan::USEFUL), (vote(Vote::NotForUs), tip_plan::NOT_FOR_US)];
    // Where no rule serves its principle there are no words to show.
    let words = Action::TipWords { tip: key, claim };
    all.extend(tip.pair.as_ref().map(|_| (words, tip_plan::SHOW_WORDS)));
    all.into_iter().map(button).collect()
}

/// The claim that a button under a tip carries; `None` for any other button.
pub fn claim_in(custom_id: &str) -> Option<ClaimId> {
    match Action::decode(custom_id).ok()? {
        Action::TipVote { claim, .. } | Action::TipWords { claim, .. } => claim,
        _ => None,
    }
}

impl App {
    /// Somebody says what they think of a tip.
    pub(super) async fn tip_vote(
        &self,
        context: &RequestContext,
        member: &Member,
        tip: TipKey,
        vote: Vote,
    ) -> Result<Response, Error> {
        let voice = (context.user, vote);
        let now = context.now;
        let is_out = self.tips.vote_on_tip(member.server, voice, tip, now).await?;
        let said = match is_out && vote == Vote::NotForUs {
            true => tip_plan::VOTED_OUT,
            false => tip_plan::VOTE_TAKEN,
        };
        Ok(Response::panel(Panel::saying(said.to(context.language))))
    }

    /// The words that serve the principle of a tip, for the person who asked.
    pub(super) async fn tip_words(
        &self,
        context: &RequestContext,
        tip: TipKey,
    ) -> Result<Response, Error> {
        let language = context.language;
        let found = self.tips.words_for_tip(context.server(), tip, context.now).await?;
        if found.pairs.is_empty() {
            return Ok(Response::panel(Panel::saying(tip_plan::NO_WORDS.to(language))));
        }
        let principle = found.principle.as_ref();
        let of = |text: Option<&str>| text.unwrap_or("").to_owned();
        let title = of(principle.and_then(|principle| principle.name(language.key())));
        let summary = of(principle.and_then(|principle| principle.summary(language.key())));
        let mut blocks = Vec::new();
        if !summary.is_empty() {
            blocks.push(Block::Text(summary));
        }
        blocks.extend(found.pairs.iter().map(|pair| Block::Item(ui::pair(pair, language))));
        Ok(Response::panel(Panel { title, blocks, ..Panel::default() }))
    }
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
                Control::Button(button) => button.action.encode(),
                other => panic!("{other:?}"),
            });
            written.collect::<Vec<_>>()
        };
        for carried in written(Some(ClaimId(i64::MAX))) {
            assert!(carried.len() <= crate::ui::MAX_CUSTOM_ID_CHARS, "{carried}");
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
