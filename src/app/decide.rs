//! What happens to a report: it is activated, dropped or read another way; and an activation is undone.

use super::report::{report_panel, row_forms};
use super::{App, RequestContext, Response};
use crate::app::Error;
use crate::import::Options;
use crate::rules::Level;
use crate::store::{Area, UploadId};
use crate::team;
use crate::team::{Activate, Lead, Objections, Report, Reread};
use crate::ui;
use crate::ui::leads;
use crate::ui::leads::add as words;
use crate::ui::{Action, Block, NameHash, Panel, Tone};

impl App {
    /// Activates what a report is about, if the report is still up to date.
    pub(super) async fn rules_activate(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (token, seen): (UploadId, u32),
        objections: Objections,
    ) -> Result<Response, Error> {
        if !lead.is_as_reported(token, seen).await? {
            let response = self.rules_report(context, lead, token, Reread::AsItIs).await?;
            return Ok(response.with_note(words::REPORT_CHANGED.to(context.language)));
        }
        let wanted = Activate { token, objections, proposal: None };
        let activation = match lead.activate(wanted).await {
            Ok(activation) => activation,
            Err(team::Error::User(stale @ team::UserError::Stale { .. })) => {
                return Ok(Response::in_place(stale_panel(context, token, stale)));
            }
            Err(other) => return Err(other.into()),
        };
        // It is done; if storage fails now, a little less is shown.
        let difference = lead.difference(activation.version).await;
        let counts = words::Counts::of(&difference.unwrap_or_default());
        let silent = lead.switched_off_by(activation.version).await.unwrap_or_default();
        let said = words::activated(counts, silent.len(), context.language);
        let undo = Action::Undo { area: Area::Rules, version: activation.version };
        let mut panel = Panel { tone: Tone::Good, ..Panel::saying(said) };
        let team = lead.team().await?;
        panel.blocks.extend(silent.iter().map(|id| Block::Item(team.phrase_of(id))));
        Ok(Response::in_place(panel.button(leads::UNDO.to(context.language), undo)))
    }

    /// A report as a panel.
    pub(super) async fn reported(
        &self,
        context: &RequestContext,
        lead: &Lead,
        report: &Report,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        Ok(report_panel(&team, report, context.language))
    }

    /// The report again: as it is, or read another way.
    pub(super) async fn rules_report(
        &self,
        context: &RequestContext,
        lead: &Lead,
        token: UploadId,
        anew: Reread,
    ) -> Result<Response, Error> {
        let report = lead.report_again(token, anew).await?;
        Ok(Response::in_place(self.reported(context, lead, &report).await?))
    }

    /// The report on a table, read in another way; what was chosen from a list replaces the same choice in `options`.
    pub(super) async fn rules_read(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (token, options): (UploadId, Options),
        chosen: &[String],
    ) -> Result<Response, Error> {
        let kept = options.words();
        let words: Vec<&str> = chosen.iter().chain(&kept).map(String::as_str).collect();
        let Options { sides, verbs, .. } = options;
        let options = Options { sides, verbs, ..Options::of_words(&words) };
        self.rules_report(context, lead, token, Reread::Read(options)).await
    }

    /// The report on a single rule, with another level.
    pub(super) async fn rule_level(
        &self,
        context: &RequestContext,
        lead: &Lead,
        token: UploadId,
        chosen: Option<&str>,
    ) -> Result<Response, Error> {
        let level = chosen.and_then(Level::from_key);
        let anew = level.map_or(Reread::AsItIs, Reread::Level);
        self.rules_report(context, lead, token, anew).await
    }

    /// The report on a single rule that catches only the forms that are chosen.
    pub(super) async fn rule_forms(
        &self,
        context: &RequestContext,
        lead: &Lead,
        token: UploadId,
        chosen: &[String],
    ) -> Result<Response, Error> {
        let is_chosen = |form: &str| chosen.contains(&NameHash::of(form).written());
        let report = lead.catch_forms(token, is_chosen).await?;
        Ok(Response::in_place(self.reported(context, lead, &report).await?))
    }

    /// The rows of a table with the forms that they catch.
    pub(super) async fn row_forms(
        &self,
        context: &RequestContext,
        lead: &Lead,
        token: UploadId,
        chosen: Option<&str>,
    ) -> Result<Response, Error> {
        let report = lead.report_again(token, Reread::AsItIs).await?;
        let line = chosen.and_then(|line| line.parse().ok());
        Ok(Response::in_place(row_forms(&report, line, context.language)))
    }

    /// The same after one of them was told what to catch.
    pub(super) async fn catch_row(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (token, line): (UploadId, usize),
        chosen: &[String],
    ) -> Result<Response, Error> {
        let is_chosen = |form: &str| chosen.contains(&NameHash::of(form).written());
        let report = lead.catch_row_forms(token, line, is_chosen).await?;
        Ok(Response::in_place(row_forms(&report, Some(line), context.language)))
    }

    /// Drops a report.
    pub(super) async fn rules_cancel(
        &self,
        context: &RequestContext,
        lead: &Lead,
        token: UploadId,
    ) -> Result<Response, Error> {
        lead.cancel(token).await?;
        Ok(Response::in_place(Panel::saying(words::CANCELLED.to(context.language))))
    }
}

impl Response {
    /// With a line over what the panel says.
    pub(super) fn with_note(mut self, note: &str) -> Response {
        if let super::Body::InPlace(panel) | super::Body::Panel(panel) = &mut self.body {
            panel.blocks.insert(0, Block::Text(note.to_owned()));
        }
        self
    }
}

/// Somebody else came first: what they changed, and the way to the report.
fn stale_panel(context: &RequestContext, token: UploadId, stale: team::UserError) -> Panel {
    let said = ui::team::user_error(&stale, context.language);
    let again = Action::Report { upload: token };
    let cancel = Action::Cancel { upload: token };
    Panel { tone: Tone::Attention, ..Panel::saying(said) }
        .next_button(words::SEE_REPORT.to(context.language), again)
        .button(words::CANCEL.to(context.language), cancel)
}
