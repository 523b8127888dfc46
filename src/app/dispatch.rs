//! Which file sees to what: commands, controls and forms of the reception.

use super::{App, Arguments, Body, RequestContext, Response};
use crate::app::Error;
use crate::check::BadHandle;
use crate::store::Vote;
use crate::team::Anew;
use crate::ui::CommandId;
use crate::ui::{Act, Mark};

impl App {
    /// A command.
    pub(super) async fn command(
        &self,
        context: &RequestContext,
        id: CommandId,
        given: &Arguments,
    ) -> Result<Response, Error> {
        if id == CommandId::Forget {
            return Ok(self.forget_asked(context));
        }
        let member = context.member()?;
        match id {
            CommandId::Suggest => self.suggest(context, member, given).await,
            CommandId::Proposals => Ok(Response::panel(self.proposals(context, member, 0).await?)),
            CommandId::Settings => self.settings(context, member).await,
            CommandId::RulesAdd => self.rules_add(context, member, given).await,
            CommandId::RulesNew => self.rules_new(context, member).await,
            CommandId::RulesTry => self.rules_try(context, member, given).await,
            CommandId::RulesList
            | CommandId::RulesShow
            | CommandId::RulesOff
            | CommandId::RulesOn
            | CommandId::RulesExport
            | CommandId::RulesHistory
            | CommandId::RulesRestore
            | CommandId::RulesRemove
            | CommandId::RulesNames
            | CommandId::RulesReplies => self.manage(context, member, id, given).await,
            CommandId::TipsSetup => self.tips_setup(context, member, given).await,
            CommandId::TipsPreview => self.tips_preview(context, member).await,
            CommandId::TipsPause => self.tips_pause(context, member).await,
            CommandId::TipsResume => self.tips_resume(context, member).await,
            CommandId::TipsSkip => self.tips_skip(context, member).await,
            CommandId::TipsAdd => self.tips_add(context, member, given).await,
            CommandId::TipsList => self.tips_list(context, member).await,
            CommandId::TipsRemove => self.tips_remove(context, member, given).await,
            // These are interactions of their own.
            CommandId::Check
            | CommandId::Draft
            | CommandId::CheckWording
            | CommandId::Why
            | CommandId::Tip
            | CommandId::Forget
            | CommandId::Help => Ok(Response::of(Body::Help(self.who(context).await))),
        }
    }

    /// A control of a panel, with what was chosen where it is a list.
    pub(super) async fn pressed(
        &self,
        context: &RequestContext,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Response, Error> {
        match mark.act {
            Act::Forget => return self.forget(context).await,
            Act::TipWords => return self.tip_words(context, mark).await,
            _ => (),
        }
        let member = context.member()?;
        match mark.act {
            Act::SettingsTopic => self.settings_topic(context, member, chosen).await,
            Act::SettingsSet => self.settings_set(context, member, mark, chosen).await,
            Act::Approve => self.approve_form(context, member, mark).await,
            Act::ApproveAnyway => self.approve_anyway(context, member, mark).await,
            Act::UndoApproval => self.undo_approval(context, member, mark).await,
            Act::Decline => self.decline_form(context, member, mark).await,
            Act::Proposals => {
                let at = mark.argument(0).unwrap_or(0);
                Ok(Response::in_place(self.proposals(context, member, at).await?))
            }
            Act::Activate => self.rules_activate(context, member, mark).await,
            Act::Cancel => self.rules_cancel(context, member, mark).await,
            Act::Report => self.rules_report(context, member, mark, Anew::AsItIs).await,
            Act::Read => self.rules_read(context, member, mark, chosen).await,
            Act::Level => self.rule_level(context, member, mark, chosen).await,
            Act::Rewrite => self.rule_rewrite(context, member, mark).await,
            Act::Try => self.try_form(context, member, mark).await,
            Act::TipUseful => self.tip_vote(context, member, mark, Vote::Useful).await,
            Act::TipNotForUs => self.tip_vote(context, member, mark, Vote::NotForUs).await,
            Act::Undo
            | Act::Leave
            | Act::List
            | Act::Narrow
            | Act::Show
            | Act::Turn
            | Act::TurnChosen
            | Act::Export
            | Act::History
            | Act::Change
            | Act::Versions
            | Act::Version
            | Act::Restore
            | Act::Remove
            | Act::NamesForm
            | Act::NamesDrop => self.manage_pressed(context, member, mark, chosen).await,
            // Seen to above; or they come with a form that was filled in, and with nothing else.
            Act::Paste
            | Act::NewRule
            | Act::TipWritten
            | Act::ApproveWritten
            | Act::DeclineSaid
            | Act::NamesAdd
            | Act::TipWords
            | Act::Forget => Ok(Response::unreadable(BadHandle::Unreadable)),
        }
    }

    /// A form that was filled in. Whatever is not opened by a form is not handed in by one.
    pub(super) async fn submitted(
        &self,
        context: &RequestContext,
        mark: &Mark,
        written: &[String],
    ) -> Result<Response, Error> {
        let member = context.member()?;
        match mark.act {
            Act::Paste => self.table_pasted(context, member, written).await,
            Act::NewRule => self.rule_written(context, member, mark, written).await,
            Act::Try => self.draft_tried(context, member, mark, written).await,
            Act::TipWritten => self.tip_written(context, member, mark, written).await,
            Act::ApproveWritten => self.approve_written(context, member, mark, written).await,
            Act::DeclineSaid => self.decline_said(context, member, mark, written).await,
            Act::NamesAdd => self.names_added(context, member, mark, written).await,
            _ => Ok(Response::unreadable(BadHandle::Unreadable)),
        }
    }
}
