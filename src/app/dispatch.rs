//! Which operation answers a command, a control or a form.

use super::{App, Arguments, Body, RequestContext, Response};
use crate::app::Error;
use crate::check::Request;
use crate::store::Position;
use crate::team::Reread;
use crate::tips::seed_of;
use crate::ui::leads;
use crate::ui::{Action, CommandId, FormAction, Panel};

impl App {
    pub(super) async fn command(
        &self,
        context: &RequestContext,
        id: CommandId,
        given: &Arguments,
    ) -> Result<Response, Error> {
        let text = |option: &str| given.text(option).unwrap_or("").to_owned();
        // Looked at by the commands of leads alone.
        let lead = self.lead(context);
        match id {
            CommandId::Check | CommandId::CheckWording => {
                self.check(context, Request::Check { draft: text("draft") }).await
            }
            CommandId::Draft => self.check(context, Request::DraftForm).await,
            CommandId::Why => self.check(context, Request::Why { asked: text("rule") }).await,
            CommandId::Tip => Ok(self.tip(context, seed_of(&context.request), &[]).await),
            CommandId::Help => Ok(Response::of(Body::Help(self.who(context).await))),
            CommandId::Forget => Ok(self.forget_asked(context)),
            CommandId::Suggest => self.suggest(context, context.member()?, given).await,
            CommandId::Proposals => {
                self.proposals(context, &lead.await?, 0).await.map(Response::panel)
            }
            CommandId::Settings => self.settings(context, &lead.await?).await,
            CommandId::RulesAdd => self.rules_add(context, &lead.await?, given).await,
            CommandId::RulesNew => self.rules_new(context, &lead.await?).await,
            CommandId::RulesTry => self.rules_try(context, &lead.await?, given).await,
            CommandId::RulesList => {
                self.rules_list(context, &lead.await?, given).await.map(Response::panel)
            }
            CommandId::RulesShow => {
                self.rule_asked_for(context, &lead.await?, given).await.map(Response::panel)
            }
            CommandId::RulesOff => {
                self.switch(context, &lead.await?, given, Position::Off).await.map(Response::panel)
            }
            CommandId::RulesOn => {
                self.switch(context, &lead.await?, given, Position::On).await.map(Response::panel)
            }
            CommandId::RulesExport => {
                self.export(context, &lead.await?, given).await.map(Response::panel)
            }
            CommandId::RulesHistory => {
                self.history(context, &lead.await?, 0).await.map(Response::panel)
            }
            CommandId::RulesRestore => {
                self.restore(context, &lead.await?, given).await.map(Response::panel)
            }
            CommandId::RulesRemove => {
                self.remove(context, &lead.await?, given).await.map(Response::panel)
            }
            CommandId::RulesNames => {
                self.names(context, &lead.await?, given).await.map(Response::panel)
            }
            CommandId::RulesReplies => {
                self.replies(context, &lead.await?, given).await.map(Response::panel)
            }
            CommandId::TipsSetup => self.tips_setup(context, &lead.await?, given).await,
            CommandId::TipsPreview => self.tips_preview(context, &lead.await?).await,
            CommandId::TipsPause => self.tips_pause(context, &lead.await?).await,
            CommandId::TipsResume => self.tips_resume(context, &lead.await?).await,
            CommandId::TipsSkip => self.tips_skip(context, &lead.await?).await,
            CommandId::TipsAdd => self.tips_add(context, &lead.await?, given).await,
            CommandId::TipsList => self.tips_list(context, &lead.await?).await,
            CommandId::TipsRemove => self.tips_remove(context, &lead.await?, given).await,
        }
    }

    /// A control of a panel, with what was chosen where it is a list.
    pub(super) async fn pressed(
        &self,
        context: &RequestContext,
        action: Action,
        chosen: &[String],
    ) -> Result<Response, Error> {
        let first = chosen.first().map(String::as_str);
        // Looked at by the actions of leads alone.
        let lead = self.lead(context);
        match action {
            Action::Forget => self.forget(context).await,
            Action::TipWords { tip, claim: _ } => self.tip_words(context, tip).await,
            Action::TipVote { vote, tip, claim: _ } => {
                self.tip_vote(context, context.member()?, tip, vote).await
            }
            Action::SettingsTopic => self.settings_topic(context, &lead.await?, first).await,
            Action::SettingsSet { topic, base } => {
                self.settings_set(context, &lead.await?, (topic, base), chosen).await
            }
            Action::Proposals { at } => {
                self.proposals(context, &lead.await?, at).await.map(Response::in_place)
            }
            Action::Approve { proposal, place, kept } => {
                self.approve_form(context, &lead.await?, (proposal, place), kept).await
            }
            Action::ApproveAnyway { proposal, upload, objections, fingerprint } => {
                let wanted = (upload, objections);
                self.approve_anyway(context, &lead.await?, proposal, wanted, fingerprint).await
            }
            Action::UndoApproval { version, place, proposal } => {
                self.undo_approval(context, &lead.await?, version, (proposal, place)).await
            }
            Action::Decline { proposal, place } => {
                self.decline_form(context, &lead.await?, (proposal, place)).await
            }
            Action::Activate { upload, fingerprint, objections } => {
                self.rules_activate(context, &lead.await?, (upload, fingerprint), objections).await
            }
            Action::Cancel { upload } => self.rules_cancel(context, &lead.await?, upload).await,
            Action::Report { upload } => {
                self.rules_report(context, &lead.await?, upload, Reread::AsItIs).await
            }
            Action::Read { upload, options } | Action::ReadBy { upload, options, list: _ } => {
                self.rules_read(context, &lead.await?, (upload, options), chosen).await
            }
            Action::Level { upload } => self.rule_level(context, &lead.await?, upload, first).await,
            Action::Forms { upload } => {
                self.rule_forms(context, &lead.await?, upload, chosen).await
            }
            Action::RowForms { upload } => {
                self.row_forms(context, &lead.await?, upload, first).await
            }
            Action::CatchRow { upload, line } => {
                self.catch_row(context, &lead.await?, (upload, line), chosen).await
            }
            Action::Rewrite { upload } => self.rule_rewrite(context, &lead.await?, upload).await,
            Action::Try { upload } => self.try_form(context, &lead.await?, upload).await,
            Action::NamesForm => self.names_form(context, &lead.await?).await,
            Action::NamesDrop { base } => self
                .names_dropped(context, &lead.await?, base, chosen)
                .await
                .map(Response::in_place),
            Action::Undo { area, version } => {
                self.undo(context, &lead.await?, (area, version)).await.map(Response::in_place)
            }
            Action::Leave => {
                lead.await?;
                Ok(Response::in_place(Panel::saying(leads::LEFT.to(context.language))))
            }
            Action::List(view) => {
                self.list_page(context, &lead.await?, &view).await.map(Response::in_place)
            }
            Action::Narrow { words } => {
                self.narrowed(context, &lead.await?, &words, chosen).await.map(Response::in_place)
            }
            Action::Show => {
                self.rule_chosen(context, &lead.await?, first).await.map(Response::in_place)
            }
            Action::EditRule { rule } => self.edit_form(context, &lead.await?, rule).await,
            Action::RuleLevel { rule } => {
                self.rule_raised(context, &lead.await?, rule, first).await
            }
            Action::TryRule { rule } => self.try_rule_form(context, &lead.await?, rule).await,
            Action::Turn { to, kind, name, base } => self
                .turn(context, &lead.await?, (kind, name), to, base)
                .await
                .map(Response::in_place),
            Action::TurnChosen { to, base } => self
                .turn_chosen(context, &lead.await?, first, to, base)
                .await
                .map(Response::in_place),
            Action::Export { form } => {
                self.export_chosen(context, &lead.await?, first, form).await.map(Response::in_place)
            }
            Action::History { skip } => {
                self.history(context, &lead.await?, skip).await.map(Response::in_place)
            }
            Action::Change => {
                self.change(context, &lead.await?, first).await.map(Response::in_place)
            }
            Action::Versions { file } => {
                self.versions(context, &lead.await?, file, first).await.map(Response::in_place)
            }
            Action::Version { file, number } => self
                .version(context, &lead.await?, file, number, first)
                .await
                .map(Response::in_place),
            Action::Restore { file, number, base } => self
                .restored(context, &lead.await?, file, number, base)
                .await
                .map(Response::in_place),
            Action::Remove { file, base } => {
                self.removed(context, &lead.await?, file, base).await.map(Response::in_place)
            }
        }
    }

    /// A form that was filled in.
    pub(super) async fn submitted(
        &self,
        context: &RequestContext,
        action: FormAction,
        written: &[String],
    ) -> Result<Response, Error> {
        let lead = self.lead(context).await?;
        match action {
            FormAction::Paste => self.table_pasted(context, &lead, written).await,
            FormAction::NewRule { upload } => {
                self.rule_written(context, &lead, upload, written).await
            }
            FormAction::EditRule { rule } => self.rule_edited(context, &lead, rule, written).await,
            FormAction::TryRule { rule } => self.rule_tried(context, &lead, rule, written).await,
            FormAction::Try { upload } => self.draft_tried(context, &lead, upload, written).await,
            FormAction::TipWritten { language, principle } => {
                self.tip_written(context, &lead, (language, principle), written).await
            }
            FormAction::Approve { proposal, place } => {
                self.approve_written(context, &lead, (proposal, place), written).await
            }
            FormAction::Decline { proposal, place } => {
                self.decline_said(context, &lead, (proposal, place), written).await
            }
            FormAction::NamesAdd { base } => self.names_added(context, &lead, base, written).await,
        }
    }
}
