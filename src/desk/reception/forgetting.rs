//! `/forget`: what is remembered of a person goes, once they have said so.

use super::{Act, Errand, Mark, Panel, Part, Received, Reception, Tone, Visitor};
use crate::desk::team::Trouble;
use crate::render::leads::forgetting as words;

impl Reception {
    /// Asks once, and says what goes and what stays.
    pub(super) fn forget_asked(&self, visitor: &Visitor) -> Received {
        let language = visitor.language;
        let sentences = [words::WHAT_GOES, words::WHAT_STAYS, words::OUTCOME_UNHEARD];
        let panel = Panel {
            title: words::TITLE.to(language).to_owned(),
            tone: Tone::Attention,
            parts: sentences.map(|said| Part::Text(said.to(language).to_owned())).to_vec(),
            ..Panel::default()
        };
        Received::panel(panel.button(words::FORGET.to(language), Mark::new(Act::Forget, [])))
    }

    /// Forgets whoever presses the button, whoever was asked.
    pub(super) async fn forget(&self, visitor: &Visitor) -> Result<Received, Trouble> {
        let gone = self.teams.forget(visitor.user).await?;
        let language = visitor.language;
        let all = [gone.changes, gone.proposals, gone.votes];
        let said = if all.iter().all(|count| *count == 0) {
            words::NOTHING.to(language).to_owned()
        } else {
            words::done(gone.changes, gone.proposals, gone.votes, language)
        };
        let panel = Panel { tone: Tone::Good, ..Panel::saying(said) };
        Ok(Received::in_place(panel).with(Errand::Forget { user: visitor.user }))
    }
}
