//! `/rules new`: a pair in three boxes becomes a rule, shown back as it was understood.

use super::decide::token_of;
use super::{App, Body, RequestContext, Response};
use crate::app::Error;
use crate::model::Member;
use crate::team::{MAX_PHRASE_CHARS, MAX_WHY_CHARS, Pair};
use crate::ui::Said;
use crate::ui::leads::add as words;
use crate::ui::{Act, Mark, Question, Questions};

impl App {
    /// The form for a rule.
    pub(super) async fn rules_new(
        &self,
        context: &RequestContext,
        member: &Member,
    ) -> Result<Response, Error> {
        self.teams.open_to(member, context.now).await?;
        let form = rule_form(context, &Pair::default(), Mark::new(Act::NewRule, []));
        Ok(Response::of(Body::Questions(form)))
    }

    /// The form once more, with what was written.
    pub(super) async fn rule_rewrite(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
    ) -> Result<Response, Error> {
        let token = token_of(mark);
        let pair = self.teams.waiting_pair(member, token, context.now).await?;
        let mark = Mark::new(Act::NewRule, [token.0.to_string().as_str()]);
        Ok(Response::of(Body::Questions(rule_form(context, &pair, mark))))
    }

    /// The report on a rule that was written.
    pub(super) async fn rule_written(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        written: &[String],
    ) -> Result<Response, Error> {
        let text = |number: usize| written.get(number).cloned().unwrap_or_default();
        let pair = Pair { avoid: text(0), prefer: text(1), why: text(2) };
        let (report, is_new) = match mark.arguments.is_empty() {
            true => (self.teams.write_rule(member, &pair, None, context.now).await?, true),
            false => {
                let token = token_of(mark);
                (self.teams.rewrite_pair(member, token, &pair, context.now).await?, false)
            }
        };
        let panel = self.reported(context, member, &report).await?;
        Ok(if is_new { Response::panel(panel) } else { Response::in_place(panel) })
    }
}

fn rule_form(context: &RequestContext, pair: &Pair, mark: Mark) -> Questions {
    let question = |label: Said, example: Said, value: &str, max_chars: usize| Question {
        label: label.to(context.language).to_owned(),
        example: example.to(context.language).to_owned(),
        value: value.to_owned(),
        max_chars,
        ..Question::default()
    };
    let avoid = question(words::AVOID_BOX, words::AVOID_EXAMPLE, &pair.avoid, MAX_PHRASE_CHARS);
    let prefer = question(words::PREFER_BOX, words::PREFER_EXAMPLE, &pair.prefer, MAX_PHRASE_CHARS);
    let why = question(words::WHY_BOX, words::WHY_EXAMPLE, &pair.why, MAX_WHY_CHARS);
    Questions {
        title: words::RULE_FORM.to(context.language).to_owned(),
        questions: vec![Question { is_required: true, ..avoid }, prefer, why],
        mark,
    }
}
