//! `/forget`: deletes what is remembered of a person, once they have confirmed it.

use super::{App, Effect, RequestContext, Response};
use crate::app::Error;
use crate::ui::leads::forgetting as words;
use crate::ui::{Action, Block, Panel, Tone};

impl App {
    /// Asks once, and says what goes and what stays.
    pub(super) fn forget_asked(&self, context: &RequestContext) -> Response {
        let language = context.language;
        let sentences = [words::WHAT_GOES, words::WHAT_STAYS, words::OUTCOME_UNHEARD];
        let panel = Panel {
            title: words::TITLE.to(language).to_owned(),
            tone: Tone::Attention,
            blocks: sentences.map(|said| Block::Text(said.to(language).to_owned())).to_vec(),
            ..Panel::default()
        };
        Response::panel(panel.button(words::FORGET.to(language), Action::Forget))
    }

    /// Forgets the person who presses the button, which need not be the one who ran the command.
    pub(super) async fn forget(&self, context: &RequestContext) -> Result<Response, Error> {
        let gone = self.teams.forget(context.user).await?;
        let language = context.language;
        let all = [gone.changes, gone.proposals, gone.votes];
        let said = if all.iter().all(|count| *count == 0) {
            words::NOTHING.to(language).to_owned()
        } else {
            words::done(gone.changes, gone.proposals, gone.votes, language)
        };
        let panel = Panel { tone: Tone::Good, ..Panel::saying(said) };
        Ok(Response::in_place(panel).with(Effect::Forget { user: context.user }))
    }
}
