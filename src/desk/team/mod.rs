//! The rules of a team: what is in force for a server, and how its leads change it.
//!
//! In force are the built-in rules and the team's own files, without what is switched off. The built-in
//! engine is compiled once and shared; a team's part is a small layer before it, made when somebody
//! first asks and swapped whole after a change ([`Teams::in_force`]). Every change names the version
//! that it was made on.

mod again;
mod asker;
mod browse;
mod change;
mod checks;
mod counting;
mod difference;
mod drafts_channels;
mod file_names;
mod fixed_ids;
mod hand_out;
mod own;
mod past;
mod pasted;
mod proposing;
mod readable;
mod reading;
mod replies;
mod report;
mod settings;
mod shelf;
mod sketch;
mod slow_rules;
mod switches;
mod take_back;
mod trial;
mod trouble;
mod upload;

use std::sync::Arc;

use arc_swap::ArcSwap;
use tokio::sync::Notify;

pub use again::Anew;
pub use asker::{Asker, Rights};
pub use browse::{ListedRule, Page, RuleFilter, RuleState, ShownRule, Source};
pub use change::{Activate, Activation, Objections, Times};
pub use counting::Noted;
pub use difference::{Difference, RuleChange};
pub use own::{OwnFile, Team};
pub use past::{ExportAs, Exported, HandedOut, Past};
pub use pasted::Pasted;
pub use proposing::{MAX_PHRASE_CHARS, MAX_WHY_CHARS, Pair};
pub use reading::Origin;
pub use replies::{CheckedReplies, CheckedReply, MAX_REPLIES, ReplyFinding};
pub use report::{Binding, Caught, Contest, Report, TableSeen, Verdict};
pub use settings::{KEEP_DAYS, Register, Settings, Treatment};
pub use sketch::RuleSketch;
pub use switches::Named;
pub use trial::Trial;
pub use trouble::Trouble;
pub use upload::{Format, MAX_TEAM_RULES, MAX_UPLOAD_BYTES, Upload};

use super::{Desk, Library};
pub use crate::store::Store;
use crate::store::{ServerId, Time};
use checks::Checks;
use counting::Tally;
use drafts_channels::DraftsChannels;
use shelf::Shelf;
use slow_rules::SlowRules;

/// The rules of every team, and what is remembered of them. Shared by everybody.
#[derive(Debug)]
pub struct Teams {
    /// Swapped whole where an operator's files change.
    builtin: ArcSwap<Desk>,
    store: Store,
    shelf: Shelf,
    tally: Tally,
    /// Wakes whoever posts tips when a plan was changed.
    plans_changed: Arc<Notify>,
    drafts_channels: DraftsChannels,
    checks: Checks,
    slow_rules: SlowRules,
}

/// The desk of a server, and how much of it there is.
#[derive(Debug, Clone)]
pub struct InForce {
    /// Answers by the rules in force.
    pub desk: Arc<Desk>,
    /// Whether the team's own part is in it.
    pub memory: Memory,
}

/// How much of a team is at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Memory {
    /// Everything.
    Whole,
    /// Storage is out of reach: what was at hand before stands.
    Earlier,
    /// Storage is out of reach, and nothing was at hand: only the built-in rules.
    BuiltinOnly,
}

impl Teams {
    /// The teams of a storage, over the built-in rules.
    pub fn new(builtin: Library, store: Store) -> Teams {
        Teams::over(Arc::new(Desk::new(builtin)), store)
    }

    /// The teams of a storage, over built-in rules that are compiled already.
    pub fn over(builtin: Arc<Desk>, store: Store) -> Teams {
        Teams {
            builtin: ArcSwap::new(builtin),
            store,
            shelf: Shelf::default(),
            tally: Tally::default(),
            plans_changed: Arc::default(),
            drafts_channels: DraftsChannels::default(),
            checks: Checks::default(),
            slow_rules: SlowRules::default(),
        }
    }

    /// The built-in rules.
    pub fn builtin(&self) -> Arc<Desk> {
        self.builtin.load_full()
    }

    /// Puts others in place of the built-in rules, for everybody. What stands over the old ones is made anew
    /// when a team next asks.
    pub fn replace_builtin(&self, builtin: Library) {
        let before = self.builtin.swap(Arc::new(Desk::new(builtin)));
        self.shelf.keep_those_over(&before);
    }

    /// What is remembered.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Told when a plan of tips was changed by this process.
    pub fn plans_changed(&self) -> &Arc<Notify> {
        &self.plans_changed
    }

    pub(in crate::desk) fn tips_changed(&self) {
        self.plans_changed.notify_one();
    }

    /// The desk of a server. A check never fails for want of storage; the trouble comes beside it, for the log.
    pub async fn in_force(&self, server: ServerId, now: Time) -> (InForce, Option<Trouble>) {
        match self.team(server, now).await {
            Ok(team) => (InForce { desk: Arc::clone(&team.desk), memory: Memory::Whole }, None),
            Err(trouble) => {
                let earlier = self.shelf.whatever(server);
                let memory = if earlier.is_some() { Memory::Earlier } else { Memory::BuiltinOnly };
                let desk = earlier.map_or_else(|| self.builtin(), |team| Arc::clone(&team.desk));
                (InForce { desk, memory }, Some(trouble))
            }
        }
    }

    /// Everything that is in force for a server.
    ///
    /// # Errors
    /// Where storage fails.
    pub async fn team(&self, server: ServerId, now: Time) -> Result<Arc<Team>, Trouble> {
        if let Some(team) = self.shelf.fresh(server, now).filter(|team| self.is_current(team)) {
            return Ok(team);
        }
        let versions = self.store.versions(server).await?;
        let confirmed = self.shelf.confirm(server, versions, now);
        if let Some(team) = confirmed.filter(|team| self.is_current(team)) {
            return Ok(team);
        }
        self.reload(server, now).await
    }

    /// Does something with a desk that may take a while: beside the threads that answer, in turn with others.
    ///
    /// # Errors
    /// Where the program is about to end.
    pub(in crate::desk) async fn check<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Trouble> {
        self.checks.run(work).await
    }

    /// Whether a team stands over the built-in rules of now.
    fn is_current(&self, team: &Team) -> bool {
        Arc::ptr_eq(&team.builtin, &self.builtin.load())
    }

    /// Whether somebody leads their team. Where storage fails, it is known of those who manage the server.
    pub async fn is_led_by(&self, asker: &Asker, now: Time) -> bool {
        match self.team(asker.server, now).await {
            Ok(team) => asker.leads(&team).is_ok(),
            Err(_) => asker.rights == Rights::ManagesServer,
        }
    }

    /// The team of somebody who leads it.
    pub(in crate::desk) async fn for_lead(
        &self,
        asker: &Asker,
        now: Time,
    ) -> Result<Arc<Team>, Trouble> {
        let team = self.team(asker.server, now).await?;
        asker.leads(&team)?;
        Ok(team)
    }

    /// What was changed is in force at once. The change is made: should storage fail now, the shelf is
    /// looked through when somebody next asks.
    async fn after_change(&self, server: ServerId, now: Time) {
        if self.reload(server, now).await.is_err() {
            self.shelf.distrust(server);
        }
    }

    /// The team as storage has it now, compiled and put on the shelf.
    async fn reload(&self, server: ServerId, now: Time) -> Result<Arc<Team>, Trouble> {
        let remembered = self.store.team(server).await?;
        let builtin = self.builtin();
        let team = apart(move || Team::new(&builtin, remembered)).await?;
        let (version, channels) = (team.versions.settings, &team.settings.draft_channels);
        self.drafts_channels.learn(server, version, channels);
        Ok(self.shelf.put(server, Arc::new(team), now))
    }
}

/// Work that takes a while, beside the threads that answer.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Trouble> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Trouble::Stopped)
}
