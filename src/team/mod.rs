//! The rules of a team: what is active for a server, and how its leads change it.
//!
//! The built-in rules and the team's own files are active, without what is switched off. The built-in
//! engine is compiled once and shared; a team's part is a small layer before it, made when somebody
//! first asks and swapped whole after a change ([`Teams::checker`]). Every change names the version
//! that it was made on.
//!
//! [`Teams`] holds what everybody may do. What only leads may do is a method of [`Lead`], which [`Teams::lead`] gives
//! to those who lead the team of their server.

mod browse;
mod cache;
mod change;
mod conflicts;
mod counting;
mod difference;
mod drafts_channels;
mod error;
mod examine;
mod export;
mod fair_queue;
mod file_names;
mod fixed_ids;
mod lead;
mod limits;
mod one_rule;
mod own;
mod own_words;
mod pace;
mod pair;
mod pasted;
mod proposing;
mod queues;
mod quota;
mod readable;
mod reading;
mod replies;
mod report;
mod reread;
mod retention;
mod rule_file_edit;
mod rule_summary;
mod settings;
mod slow_rules;
mod spellings;
mod switches;
mod trial;
mod undo;
mod upload;
mod user_error;
mod versions;

use std::sync::Arc;

use arc_swap::ArcSwap;

pub use browse::{ListedRule, Page, RuleFilter, RuleState, ShownRule, Source};
pub use change::{Activate, Activation, Applied, Objections};
pub use counting::Noted;
pub use difference::{Difference, RuleChange};
pub use error::Error;
pub use lead::Lead;
pub use limits::*;
pub use own::{OwnFile, Team};
pub use pace::Machine;
pub use pair::Pair;
pub use pasted::Pasted;
pub use quota::Quota;
pub use readable::readable_pair;
pub use reading::Origin;
pub use replies::{CheckedReplies, CheckedReply, MAX_REPLIES, Replacement, ReplyFinding};
pub use report::{Binding, Caught, Objection, Report, TableReading, Verdict, WordingConflict};
pub use reread::Reread;
pub use retention::Retention;
pub use rule_file_edit::last_rule;
pub use rule_summary::RuleSummary;
pub use settings::{KEEP_DAYS, Register, Settings, Treatment};
pub use spellings::{catches, spellings};
pub use switches::Named;
pub use trial::Trial;
pub use upload::{Format, Upload};
pub use user_error::UserError;
pub use versions::{ExportAs, Exported, HandedOut, Past, Undoing};

use crate::check::Checker;
use crate::model::{Member, Rights, ServerId, Time};
use crate::ruleset::RuleSet;
pub use crate::store::Store;
use cache::TeamCache;
use counting::PendingCounts;
use drafts_channels::DraftsChannels;
use fair_queue::Turn;
use queues::Queues;
use slow_rules::SlowRules;

/// The rules of every team, and what is remembered of them. Shared by everybody.
#[derive(Debug)]
pub struct Teams {
    /// Swapped whole where an operator's files change.
    builtin: ArcSwap<Checker>,
    store: Store,
    cache: TeamCache,
    tally: PendingCounts,
    drafts_channels: DraftsChannels,
    queues: Queues,
    upload_quota: Quota<ServerId>,
    slow_rules: SlowRules,
}

/// How many wait for their turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Queued {
    /// Drafts.
    pub checks: usize,
    /// Files of leads, and what else a report is made of.
    pub looks: usize,
    /// Rules of teams.
    pub loads: usize,
}

/// The checker of a server, and how much of the team's own rules is in it.
#[derive(Debug, Clone)]
pub struct ActiveChecker {
    /// Answers by the active rules.
    pub checker: Arc<Checker>,
    /// How much of the team is in it.
    pub freshness: Freshness,
}

/// How much of a team is available, and how current it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Everything.
    Current,
    /// Storage is out of reach: an earlier state is used.
    Stale,
    /// Storage is out of reach, and nothing was cached: only the built-in rules.
    BuiltinOnly,
}

impl Teams {
    /// The teams of a storage, over the built-in rules.
    pub fn new(builtin: RuleSet, store: Store) -> Teams {
        Teams::over(Arc::new(Checker::new(builtin)), store)
    }

    /// The teams of a storage, over built-in rules that are compiled already.
    pub fn over(builtin: Arc<Checker>, store: Store) -> Teams {
        Teams {
            builtin: ArcSwap::new(builtin),
            store,
            cache: TeamCache::default(),
            tally: PendingCounts::default(),
            drafts_channels: DraftsChannels::default(),
            queues: Queues::on(Machine::default()),
            upload_quota: Quota::new(MAX_UPLOADS_PER_MINUTE),
            slow_rules: SlowRules::default(),
        }
    }

    /// The same on a machine that is known: teams whose work takes long leave a processor to the others.
    pub fn on(self, machine: Machine) -> Teams {
        Teams { queues: Queues::on(machine), ..self }
    }

    /// How many wait for their turn: drafts to be checked, files and trials to be looked at, and rules to be loaded.
    pub fn queued(&self) -> Queued {
        Queued {
            checks: self.queues.checks.waiting(),
            looks: self.queues.looks.waiting(),
            loads: self.queues.loads.waiting(),
        }
    }

    /// The built-in rules.
    pub fn builtin(&self) -> Arc<Checker> {
        self.builtin.load_full()
    }

    /// Replaces the built-in rules for everybody. What was built on the old ones is rebuilt
    /// when a team next asks.
    pub fn replace_builtin(&self, builtin: RuleSet) {
        let before = self.builtin.swap(Arc::new(Checker::new(builtin)));
        self.cache.drop_others_than(&before);
    }

    /// What is remembered.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// How many teams are cached, and roughly how many bytes their rules take.
    pub fn at_hand(&self) -> (usize, usize) {
        self.cache.size()
    }

    /// The checker of a server. A check never fails because storage does; the error comes with it, for the log.
    pub async fn checker(&self, server: ServerId, now: Time) -> (ActiveChecker, Option<Error>) {
        match self.team(server, now).await {
            Ok(team) => (
                ActiveChecker { checker: Arc::clone(&team.checker), freshness: Freshness::Current },
                None,
            ),
            Err(error) => {
                let earlier = self.cache.last_known(server);
                let freshness =
                    if earlier.is_some() { Freshness::Stale } else { Freshness::BuiltinOnly };
                let checker =
                    earlier.map_or_else(|| self.builtin(), |team| Arc::clone(&team.checker));
                (ActiveChecker { checker, freshness }, Some(error))
            }
        }
    }

    /// Everything that is active for a server.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn team(&self, server: ServerId, now: Time) -> Result<Arc<Team>, Error> {
        if let Some(team) = self.cache.fresh(server, now).filter(|team| self.is_current(team)) {
            return Ok(team);
        }
        let versions = self.store.versions(server).await?;
        let confirmed = self.cache.confirm(server, versions, now);
        if let Some(team) = confirmed.filter(|team| self.is_current(team)) {
            return Ok(team);
        }
        self.reload(server, now).await
    }

    /// Runs slow work with a checker on a thread of its own, in the server's turn.
    ///
    /// # Errors
    /// Where too much work of the server waits, our code panics or the program is about to end.
    pub(crate) async fn check<T: Send + 'static>(
        &self,
        server: Option<ServerId>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        self.queues.checks.run(server, work).await
    }

    /// The next turn of a server to do the same.
    ///
    /// # Errors
    /// Where too much of the same server waits, or the program is about to end.
    pub(crate) async fn turn(&self, server: Option<ServerId>) -> Result<Turn, Error> {
        self.queues.checks.turn(server).await
    }

    /// Whether a team is built on the current built-in rules.
    fn is_current(&self, team: &Team) -> bool {
        Arc::ptr_eq(&team.builtin, &self.builtin.load())
    }

    /// Whether somebody leads their team. Where storage fails, it is known of those who manage the server.
    pub async fn is_led_by(&self, member: &Member, now: Time) -> bool {
        match self.team(member.server, now).await {
            Ok(team) => team.is_led_by(member),
            Err(_) => member.rights == Rights::ManagesServer,
        }
    }

    /// Makes a stored change take effect right away. If storage fails now, the cache is
    /// looked through when somebody next asks.
    async fn after_change(&self, server: ServerId, now: Time) {
        if self.reload(server, now).await.is_err() {
            self.cache.invalidate(server);
        }
    }

    /// The team as storage has it now, compiled and put into the cache.
    async fn reload(&self, server: ServerId, now: Time) -> Result<Arc<Team>, Error> {
        let turn = self.queues.loads.turn(Some(server)).await?;
        let remembered = self.store.team(server).await?;
        // Whoever had the turn before may have made it.
        let known = self.cache.confirm(server, remembered.versions, now);
        if let Some(team) = known.filter(|team| self.is_current(team)) {
            return Ok(team);
        }
        let builtin = self.builtin();
        let team = turn.work(move || Team::new(&builtin, remembered)).await?;
        let (version, channels) = (team.versions.settings, &team.settings.draft_channels);
        self.drafts_channels.learn(server, version, channels);
        Ok(self.cache.put(server, Arc::new(team), now))
    }
}
