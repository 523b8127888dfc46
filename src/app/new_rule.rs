//! `/rules new`: a pair in three boxes becomes a rule, shown back as it was understood.

use super::{App, Body, RequestContext, Response};
use crate::app::Error;
use crate::store::PendingId;
use crate::team::{Lead, MAX_PHRASE_CHARS, MAX_WHY_CHARS, Pair};
use crate::ui::Said;
use crate::ui::leads::add as words;
use crate::ui::{Field, FormAction, Modal};

impl App {
    /// The form for a rule.
    pub(super) async fn rules_new(
        &self,
        context: &RequestContext,
        _lead: &Lead,
    ) -> Result<Response, Error> {
        let form = rule_form(context, &Pair::default(), FormAction::NewRule { upload: None });
        Ok(Response::of(Body::Modal(form)))
    }

    /// The form again, with what was written.
    pub(super) async fn rule_rewrite(
        &self,
        context: &RequestContext,
        lead: &Lead,
        token: PendingId,
    ) -> Result<Response, Error> {
        let pair = lead.waiting_pair(token).await?;
        let action = FormAction::NewRule { upload: Some(token) };
        Ok(Response::of(Body::Modal(rule_form(context, &pair, action))))
    }

    /// The report on a rule that was written.
    pub(super) async fn rule_written(
        &self,
        context: &RequestContext,
        lead: &Lead,
        upload: Option<PendingId>,
        written: &[String],
    ) -> Result<Response, Error> {
        let text = |number: usize| written.get(number).cloned().unwrap_or_default();
        let pair = Pair { avoid: text(0), prefer: text(1), why: text(2) };
        let report = match upload {
            None => lead.write_rule(&pair, None).await?,
            Some(token) => lead.rewrite_pair(token, &pair).await?,
        };
        let panel = self.reported(context, lead, &report).await?;
        Ok(if upload.is_none() { Response::panel(panel) } else { Response::in_place(panel) })
    }
}

fn rule_form(context: &RequestContext, pair: &Pair, action: FormAction) -> Modal {
    let question = |label: Said, example: Said, value: &str, max_chars: usize| Field {
        label: label.to(context.language).to_owned(),
        example: example.to(context.language).to_owned(),
        value: value.to_owned(),
        max_chars,
        ..Field::default()
    };
    let avoid = question(words::AVOID_BOX, words::AVOID_EXAMPLE, &pair.avoid, MAX_PHRASE_CHARS);
    let prefer = question(words::PREFER_BOX, words::PREFER_EXAMPLE, &pair.prefer, MAX_PHRASE_CHARS);
    let why = question(words::WHY_BOX, words::WHY_EXAMPLE, &pair.why, MAX_WHY_CHARS);
    Modal {
        title: words::RULE_FORM.to(context.language).to_owned(),
        fields: vec![Field { is_required: true, ..avoid }, prefer, why],
        action,
    }
}
