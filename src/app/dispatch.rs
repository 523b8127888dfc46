//! Which operation answers a command, a control or a form.

use super::{App, Arguments, Body, RequestContext, Response};
use crate::app::Error;
use crate::check::Request;
use crate::store::Position;
use crate::team::Anew;
use crate::tips::seed_of;
use crate::ui::leads;
use crate::ui::{Action, CommandId, FormAction, Panel};

impl App {
    /// A command.
    pub(super) async fn command(
        &self,
        context: &RequestContext,
        id: CommandId,
        given: &Arguments,
    ) -> Result<Response, Error> {
        let text = |option: &str| given.text(option).unwrap_or("").to_owned();
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
                self.proposals(context, context.member()?, 0).await.map(Response::panel)
            }
            CommandId::Settings => self.settings(context, context.member()?).await,
            CommandId::RulesAdd => self.rules_add(context, context.member()?, given).await,
            CommandId::RulesNew => self.rules_new(context, context.member()?).await,
            CommandId::RulesTry => self.rules_try(context, context.member()?, given).await,
            CommandId::RulesList => {
                self.rules_list(context, context.member()?, given).await.map(Response::panel)
            }
            CommandId::RulesShow => {
                self.rule_asked_for(context, context.member()?, given).await.map(Response::panel)
            }
            CommandId::RulesOff => self
                .switch(context, context.member()?, given, Position::Off)
                .await
                .map(Response::panel),
            CommandId::RulesOn => self
                .switch(context, context.member()?, given, Position::On)
                .await
                .map(Response::panel),
            CommandId::RulesExport => {
                self.export(context, context.member()?, given).await.map(Response::panel)
            }
            CommandId::RulesHistory => {
                self.history(context, context.member()?, 0).await.map(Response::panel)
            }
            CommandId::RulesRestore => {
                self.restore(context, context.member()?, given).await.map(Response::panel)
            }
            CommandId::RulesRemove => {
                self.remove(context, context.member()?, given).await.map(Response::panel)
            }
            CommandId::RulesNames => {
                self.names(context, context.member()?, given).await.map(Response::panel)
            }
            CommandId::RulesReplies => {
                self.replies(context, context.member()?, given).await.map(Response::panel)
            }
            CommandId::TipsSetup => self.tips_setup(context, context.member()?, given).await,
            CommandId::TipsPreview => self.tips_preview(context, context.member()?).await,
            CommandId::TipsPause => self.tips_pause(context, context.member()?).await,
            CommandId::TipsResume => self.tips_resume(context, context.member()?).await,
            CommandId::TipsSkip => self.tips_skip(context, context.member()?).await,
            CommandId::TipsAdd => self.tips_add(context, context.member()?, given).await,
            CommandId::TipsList => self.tips_list(context, context.member()?).await,
            CommandId::TipsRemove => self.tips_remove(context, context.member()?, given).await,
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
        match action {
            Action::Forget => self.forget(context).await,
            Action::TipWords { tip, claim: _ } => self.tip_words(context, tip).await,
            Action::TipVote { vote, tip, claim: _ } => {
                self.tip_vote(context, context.member()?, tip, vote).await
            }
            Action::SettingsTopic => self.settings_topic(context, context.member()?, first).await,
            Action::SettingsSet { topic, base } => {
                self.settings_set(context, context.member()?, (topic, base), chosen).await
            }
            Action::Proposals { at } => {
                self.proposals(context, context.member()?, at).await.map(Response::in_place)
            }
            Action::Approve { proposal, place, kept } => {
                self.approve_form(context, context.member()?, (proposal, place), kept).await
            }
            Action::ApproveAnyway { proposal, upload, objections } => {
                self.approve_anyway(context, context.member()?, proposal, (upload, objections))
                    .await
            }
            Action::UndoApproval { version, place, proposal } => {
                self.undo_approval(context, context.member()?, version, (proposal, place)).await
            }
            Action::Decline { proposal, place } => {
                self.decline_form(context, context.member()?, (proposal, place)).await
            }
            Action::Activate { upload, fingerprint, objections } => {
                self.rules_activate(context, context.member()?, (upload, fingerprint), objections)
                    .await
            }
            Action::Cancel { upload } => {
                self.rules_cancel(context, context.member()?, upload).await
            }
            Action::Report { upload } => {
                self.rules_report(context, context.member()?, upload, Anew::AsItIs).await
            }
            Action::Read { upload, options } => {
                self.rules_report(context, context.member()?, upload, Anew::Read(options)).await
            }
            Action::Level { upload } => {
                self.rule_level(context, context.member()?, upload, first).await
            }
            Action::Rewrite { upload } => {
                self.rule_rewrite(context, context.member()?, upload).await
            }
            Action::Try { upload } => self.try_form(context, context.member()?, upload).await,
            Action::NamesForm => self.names_form(context, context.member()?).await,
            Action::NamesDrop { base } => self
                .names_dropped(context, context.member()?, base, chosen)
                .await
                .map(Response::in_place),
            Action::Undo { version } => {
                self.undo(context, context.member()?, version).await.map(Response::in_place)
            }
            Action::Leave => {
                self.teams.open_to(context.member()?, context.now).await?;
                Ok(Response::in_place(Panel::saying(leads::LEFT.to(context.language))))
            }
            Action::List(view) => {
                self.list_page(context, context.member()?, &view).await.map(Response::in_place)
            }
            Action::Narrow { words } => self
                .narrowed(context, context.member()?, &words, chosen)
                .await
                .map(Response::in_place),
            Action::Show => {
                self.rule_chosen(context, context.member()?, first).await.map(Response::in_place)
            }
            Action::Turn { to, kind, name, base } => self
                .turn(context, context.member()?, (kind, name), to, base)
                .await
                .map(Response::in_place),
            Action::TurnChosen { to, base } => self
                .turn_chosen(context, context.member()?, first, to, base)
                .await
                .map(Response::in_place),
            Action::Export { form } => self
                .export_chosen(context, context.member()?, first, form)
                .await
                .map(Response::in_place),
            Action::History { skip } => {
                self.history(context, context.member()?, skip).await.map(Response::in_place)
            }
            Action::Change => {
                self.change(context, context.member()?, first).await.map(Response::in_place)
            }
            Action::Versions { file } => {
                self.versions(context, context.member()?, file, first).await.map(Response::in_place)
            }
            Action::Version { file, number } => self
                .version(context, context.member()?, file, number, first)
                .await
                .map(Response::in_place),
            Action::Restore { file, number, base } => self
                .restored(context, context.member()?, file, number, base)
                .await
                .map(Response::in_place),
            Action::Remove { file, base } => {
                self.removed(context, context.member()?, file, base).await.map(Response::in_place)
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
        match action {
            FormAction::Paste => self.table_pasted(context, context.member()?, written).await,
            FormAction::NewRule { upload } => {
                self.rule_written(context, context.member()?, upload, written).await
            }
            FormAction::Try { upload } => {
                self.draft_tried(context, context.member()?, upload, written).await
            }
            FormAction::TipWritten { language, principle } => {
                self.tip_written(context, context.member()?, (language, principle), written).await
            }
            FormAction::Approve { proposal, place } => {
                self.approve_written(context, context.member()?, (proposal, place), written).await
            }
            FormAction::Decline { proposal, place } => {
                self.decline_said(context, context.member()?, (proposal, place), written).await
            }
            FormAction::NamesAdd { base } => {
                self.names_added(context, context.member()?, base, written).await
            }
        }
    }
}
