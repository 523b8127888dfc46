//! `/rules new`: a pair in three boxes becomes a rule, shown back as it was understood.

use super::{App, Body, RequestContext, Response};
use crate::app::Error;
use crate::rules::Level;
use crate::store::UploadId;
use crate::team;
use crate::team::{Lead, MAX_PHRASE_CHARS, MAX_WHY_CHARS, Pair, Team};
use crate::ui::Said;
use crate::ui::leads::add as words;
use crate::ui::{Field, FormAction, Modal, NameHash};

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
        token: UploadId,
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
        upload: Option<UploadId>,
        written: &[String],
    ) -> Result<Response, Error> {
        let pair = pair_of(written);
        let report = match upload {
            None => lead.write_rule(&pair, None).await?,
            Some(token) => lead.rewrite_pair(token, &pair).await?,
        };
        let panel = self.reported(context, lead, &report).await?;
        Ok(if upload.is_none() { Response::panel(panel) } else { Response::in_place(panel) })
    }

    /// The form for an active rule with its words.
    pub(super) async fn edit_form(
        &self,
        context: &RequestContext,
        lead: &Lead,
        rule: NameHash,
    ) -> Result<Response, Error> {
        let team = lead.team().await?;
        let id = active_rule(&team, rule)?;
        let pair = team.words_of(&id).ok_or(team::UserError::Vanished)?;
        let form = rule_form(context, &pair, FormAction::EditRule { rule });
        let title = words::EDIT_FORM.to(context.language).to_owned();
        Ok(Response::of(Body::Modal(Modal { title, ..form })))
    }

    /// The report on an active rule in other words.
    pub(super) async fn rule_edited(
        &self,
        context: &RequestContext,
        lead: &Lead,
        rule: NameHash,
        written: &[String],
    ) -> Result<Response, Error> {
        let team = lead.team().await?;
        let id = active_rule(&team, rule)?;
        let report = lead.edit_rule(&id, &pair_of(written)).await?;
        Ok(Response::panel(self.reported(context, lead, &report).await?))
    }

    /// The report on an active rule that is raised or lowered.
    pub(super) async fn rule_raised(
        &self,
        context: &RequestContext,
        lead: &Lead,
        rule: NameHash,
        chosen: Option<&str>,
    ) -> Result<Response, Error> {
        let team = lead.team().await?;
        let id = active_rule(&team, rule)?;
        let level = chosen.and_then(Level::from_key).ok_or(team::UserError::Vanished)?;
        let report = lead.rule_at_level(&id, level).await?;
        Ok(Response::panel(self.reported(context, lead, &report).await?))
    }
}

/// The id of the active rule that a control names by its hash.
pub(super) fn active_rule(team: &Team, rule: NameHash) -> Result<String, team::UserError> {
    team.rule_id(|id| NameHash::of(id) == rule).ok_or(team::UserError::Vanished)
}

/// What was written into the boxes of the form.
fn pair_of(written: &[String]) -> Pair {
    let text = |number: usize| written.get(number).cloned().unwrap_or_default();
    Pair { avoid: text(0), prefer: text(1), why: text(2) }
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
