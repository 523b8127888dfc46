//! Which file sees to what: commands, controls and forms of the reception.

use super::{Act, Given, Mark, Received, Reception, Visitor};
use crate::desk::team::{Anew, Trouble};
use crate::desk::{CommandId, Request};
use crate::store::Vote;

impl Reception {
    /// A command.
    pub(super) async fn command(
        &self,
        visitor: &Visitor,
        id: CommandId,
        given: &Given,
    ) -> Result<Received, Trouble> {
        if id == CommandId::Forget {
            return Ok(self.forget_asked(visitor));
        }
        let asker = visitor.member()?;
        match id {
            CommandId::Suggest => self.suggest(visitor, asker, given).await,
            CommandId::Proposals => Ok(Received::panel(self.proposals(visitor, asker, 0).await?)),
            CommandId::Settings => self.settings(visitor, asker).await,
            CommandId::RulesAdd => self.rules_add(visitor, asker, given).await,
            CommandId::RulesNew => self.rules_new(visitor, asker).await,
            CommandId::RulesTry => self.rules_try(visitor, asker, given).await,
            CommandId::RulesList
            | CommandId::RulesShow
            | CommandId::RulesOff
            | CommandId::RulesOn
            | CommandId::RulesExport
            | CommandId::RulesHistory
            | CommandId::RulesRestore
            | CommandId::RulesRemove
            | CommandId::RulesNames
            | CommandId::RulesReplies => self.manage(visitor, asker, id, given).await,
            CommandId::TipsSetup => self.tips_setup(visitor, asker, given).await,
            CommandId::TipsPreview => self.tips_preview(visitor, asker).await,
            CommandId::TipsPause => self.tips_pause(visitor, asker).await,
            CommandId::TipsResume => self.tips_resume(visitor, asker).await,
            CommandId::TipsSkip => self.tips_skip(visitor, asker).await,
            CommandId::TipsAdd => self.tips_add(visitor, asker, given).await,
            CommandId::TipsList => self.tips_list(visitor, asker).await,
            CommandId::TipsRemove => self.tips_remove(visitor, asker, given).await,
            // These are requests to a desk.
            CommandId::Check
            | CommandId::Draft
            | CommandId::CheckWording
            | CommandId::Why
            | CommandId::Tip
            | CommandId::Forget
            | CommandId::Help => Ok(self.answered(visitor, Request::Help).await),
        }
    }

    /// A control of a panel, with what was chosen where it is a list.
    pub(super) async fn pressed(
        &self,
        visitor: &Visitor,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Received, Trouble> {
        match mark.act {
            Act::Forget => return self.forget(visitor).await,
            Act::TipWords => return self.tip_words(visitor, mark).await,
            _ => (),
        }
        let asker = visitor.member()?;
        match mark.act {
            Act::SettingsTopic => self.settings_topic(visitor, asker, chosen).await,
            Act::SettingsSet => self.settings_set(visitor, asker, mark, chosen).await,
            Act::Approve => self.approve_form(visitor, asker, mark).await,
            Act::ApproveAnyway => self.approve_anyway(visitor, asker, mark).await,
            Act::UndoApproval => self.undo_approval(visitor, asker, mark).await,
            Act::Decline => self.decline_form(visitor, asker, mark).await,
            Act::Proposals => {
                let at = mark.argument(0).unwrap_or(0);
                Ok(Received::in_place(self.proposals(visitor, asker, at).await?))
            }
            Act::Activate => self.rules_activate(visitor, asker, mark).await,
            Act::Cancel => self.rules_cancel(visitor, asker, mark).await,
            Act::Report => self.rules_report(visitor, asker, mark, Anew::AsItIs).await,
            Act::Read => self.rules_read(visitor, asker, mark).await,
            Act::Level => self.rule_level(visitor, asker, mark, chosen).await,
            Act::Rewrite => self.rule_rewrite(visitor, asker, mark).await,
            Act::Try => self.try_form(visitor, asker, mark).await,
            Act::TipUseful => self.tip_vote(visitor, asker, mark, Vote::Useful).await,
            Act::TipNotForUs => self.tip_vote(visitor, asker, mark, Vote::NotForUs).await,
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
            | Act::NamesDrop => self.manage_pressed(visitor, asker, mark, chosen).await,
            // Seen to above; or they come with a form that was filled in, and with nothing else.
            Act::Paste
            | Act::NewRule
            | Act::TipWritten
            | Act::ApproveWritten
            | Act::DeclineSaid
            | Act::NamesAdd
            | Act::TipWords
            | Act::Forget => Ok(Received::unreadable()),
        }
    }

    /// A form that was filled in. Whatever is not opened by a form is not handed in by one.
    pub(super) async fn submitted(
        &self,
        visitor: &Visitor,
        mark: &Mark,
        written: &[String],
    ) -> Result<Received, Trouble> {
        let asker = visitor.member()?;
        match mark.act {
            Act::Paste => self.table_pasted(visitor, asker, written).await,
            Act::NewRule => self.rule_written(visitor, asker, mark, written).await,
            Act::Try => self.draft_tried(visitor, asker, mark, written).await,
            Act::TipWritten => self.tip_written(visitor, asker, mark, written).await,
            Act::ApproveWritten => self.approve_written(visitor, asker, mark, written).await,
            Act::DeclineSaid => self.decline_said(visitor, asker, mark, written).await,
            Act::NamesAdd => self.names_added(visitor, asker, mark, written).await,
            _ => Ok(Received::unreadable()),
        }
    }
}
