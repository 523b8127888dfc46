//! What leads do with the plan of their team.

use crate::tips::Error;
use crate::tips::UserError;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::ShownTip;
use super::moments::{date_of, moment};
use super::stored_plan::SCHEMA;
use super::{MAX_DAYS_LEFT_OUT, Plan};
use crate::model::ChangeKind;
use crate::model::Member;
use crate::model::{ServerId, Time, UserId, Version};
use crate::schedule::{next_days, next_due};
use crate::store::{Area, HistoryEntry, NewPlan, PlanState, StoredPlan};
use crate::team;
use crate::team::Lead;
use crate::tips::Tips;

/// How often a change is retried after a conflict with somebody else's.
const TRIES: usize = 4;
/// The longest delay that may be chosen.
const MAX_LATE: SignedDuration = SignedDuration::from_hours(23);

/// A plan as it is now.
#[derive(Debug, Clone)]
pub struct Planned {
    pub plan: Plan,
    /// How often it was changed.
    pub version: Version,
    /// Whether tips come.
    pub state: PlanState,
    /// The next day with a tip and its moment, if it is on then.
    pub next: Option<(Date, Timestamp)>,
    last_day: Option<Date>,
}

/// A tip that is to come.
#[derive(Debug, Clone)]
pub struct Upcoming {
    /// When.
    pub at: Timestamp,
    /// Which.
    pub tip: ShownTip,
}

/// Who changes a plan, and how.
struct Deal<'a> {
    server: ServerId,
    by: Option<UserId>,
    kind: ChangeKind,
    state: PlanState,
    now: Time,
    /// Makes the plan out of the one before; `None` leaves all as it is.
    make: &'a (dyn Fn(Option<&Planned>) -> Option<Plan> + Sync),
}

impl Planned {
    fn of(stored: &StoredPlan, now: Time) -> Option<Planned> {
        let plan = Plan::read(stored)?;
        let last_day = stored.last_day.and_then(date_of);
        let next = next_due(&plan.days(), moment(now), last_day);
        let (version, state) = (stored.version, stored.state);
        Some(Planned { plan, version, state, next, last_day })
    }

    /// The day by the plan's calendar.
    pub fn today(&self, now: Time) -> Date {
        self.plan.schedule.zone.rules().to_datetime(moment(now)).date()
    }

    fn days(&self, now: Time, most: usize) -> Vec<(Date, Timestamp)> {
        next_days(&self.plan.days(), moment(now), self.last_day, most)
    }
}

impl Tips {
    /// The plan of the lead's team, if it has one.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn tip_plan(&self, lead: &Lead) -> Result<Option<Planned>, Error> {
        let stored = self.teams.store().tip_plan(lead.member().server).await?;
        Ok(stored.and_then(|stored| Planned::of(&stored, lead.now())))
    }

    /// Sets the plan of the lead's team; tips follow it from now on.
    ///
    /// # Errors
    /// For a plan by which no tip ever comes, and if storage fails.
    pub async fn set_tip_plan(&self, lead: &Lead, plan: &Plan) -> Result<Planned, Error> {
        let team = lead.team().await?;
        let own = self.teams.store().own_tips(lead.member().server).await?;
        let has_tips = own.iter().any(|own| own.words.language == plan.language)
            || !team.checker.rule_set().tips(&plan.language).is_empty();
        if !has_tips {
            return Err(UserError::NoTips { language: plan.language.clone() }.into());
        }
        let schedule = &plan.schedule;
        if schedule.left_out.len() > MAX_DAYS_LEFT_OUT {
            return Err(team::UserError::TooManyNames { limit: MAX_DAYS_LEFT_OUT }.into());
        }
        let late = SignedDuration::ZERO..=MAX_LATE;
        if next_due(schedule, moment(lead.now()), None).is_none()
            || !late.contains(&schedule.late_limit)
        {
            return Err(UserError::NoDays.into());
        }
        let make = |_: Option<&Planned>| Some(plan.clone());
        self.deal(&lead.member().deal(ChangeKind::TipsPlanned, PlanState::On, lead.now(), &make))
            .await
    }

    /// From now on no tip comes.
    ///
    /// # Errors
    /// If there is no plan, and if storage fails.
    pub async fn pause_tips(&self, lead: &Lead) -> Result<Planned, Error> {
        let make = |known: Option<&Planned>| known.map(|known| known.plan.clone());
        self.deal(&lead.member().deal(ChangeKind::TipsPaused, PlanState::Paused, lead.now(), &make))
            .await
    }

    /// From now on tips come again. Tips missed in between are not made up.
    ///
    /// # Errors
    /// If there is no plan, and if storage fails.
    pub async fn resume_tips(&self, lead: &Lead) -> Result<Planned, Error> {
        let make = |known: Option<&Planned>| known.map(|known| known.plan.clone());
        self.deal(&lead.member().deal(ChangeKind::TipsResumed, PlanState::On, lead.now(), &make))
            .await
    }

    /// Leaves out the next tip; the plan since, and the day that is left out.
    ///
    /// # Errors
    /// If there is no plan or it is not on, and if storage fails.
    pub async fn skip_tip(&self, lead: &Lead) -> Result<(Planned, Date), Error> {
        let planned = self.tip_plan(lead).await?.ok_or(UserError::NoPlan)?;
        if planned.state != PlanState::On {
            return Err(UserError::Resting.into());
        }
        let (skipped, _) = planned.next.ok_or(UserError::NoDays)?;
        let today = planned.today(lead.now());
        let make = |known: Option<&Planned>| {
            let mut plan = known?.plan.clone();
            plan.skipped.retain(|day| *day >= today);
            plan.skipped.insert(skipped);
            Some(plan)
        };
        let deal = lead.member().deal(ChangeKind::TipSkipped, PlanState::On, lead.now(), &make);
        Ok((self.deal(&deal).await?, skipped))
    }

    /// Undoes the change that made version `version` of the plan, if nothing came after it. A plan that was the first
    /// is paused.
    ///
    /// # Errors
    /// If something came after it, and if storage fails.
    pub async fn undo_plan(&self, lead: &Lead, version: Version) -> Result<Planned, Error> {
        let server = lead.member().server;
        let now = self.tip_plan(lead).await?.ok_or(UserError::NoPlan)?;
        let nothing = team::UserError::NothingToUndo;
        let entry = |version| self.teams.store().history_entry(server, Area::Tips, version);
        let undone = Version(version.0.saturating_add(1));
        if now.version == undone
            && entry(undone).await?.is_some_and(|entry| entry.kind == ChangeKind::Undone.key())
        {
            // A second press.
            return Ok(now);
        }
        if now.version != version {
            return Err(nothing.into());
        }
        let made = entry(version).await?.ok_or(nothing)?;
        let before = entry(Version(version.0.saturating_sub(1))).await?;
        let (plan, state) = match &made.before {
            Some(json) => (
                Plan::of_history(json).ok_or(team::UserError::NothingToUndo)?,
                before.map_or(PlanState::On, |before| state_since(&before)),
            ),
            None => (now.plan, PlanState::Paused),
        };
        let make = |known: Option<&Planned>| {
            known.filter(|known| known.version == version).map(|_| plan.clone())
        };
        self.deal(&lead.member().deal(ChangeKind::Undone, state, lead.now(), &make)).await
    }

    /// The plan before and since a change of it, and whether tips come since.
    pub fn plans_of_history(entry: &HistoryEntry) -> (Option<Plan>, Option<Plan>, PlanState) {
        let read = |json: &Option<String>| json.as_deref().and_then(Plan::of_history);
        (read(&entry.before), read(&entry.after), state_since(entry))
    }

    /// The tips that come next, at most `most`.
    ///
    /// # Errors
    /// If there is no plan, and if storage fails.
    pub async fn preview_tips(
        &self,
        lead: &Lead,
        most: usize,
    ) -> Result<(Planned, Vec<Upcoming>), Error> {
        let planned = self.tip_plan(lead).await?.ok_or(UserError::NoPlan)?;
        let days = planned.days(lead.now(), most);
        let Some((first, _)) = days.first() else { return Ok((planned, Vec::new())) };
        let choosing =
            self.choosing(lead.member().server, &planned.plan, *first, lead.now()).await?;
        let dates: Vec<Date> = days.iter().map(|(day, _)| *day).collect();
        let tips = choosing.upcoming(&dates).into_iter().zip(&days);
        let upcoming = tips.map(|((_, tip), (_, at))| Upcoming { at: *at, tip }).collect();
        Ok((planned, upcoming))
    }

    /// The channel of a plan is gone or closed to the bot: the plan is paused until a lead resumes it.
    pub(super) async fn suspend_tips(
        &self,
        server: ServerId,
        version: Version,
        now: Time,
    ) -> Result<(), Error> {
        let Some(stored) = self.teams.store().tip_plan(server).await? else { return Ok(()) };
        if stored.version != version || stored.state != PlanState::On {
            return Ok(());
        }
        let plan = StoredPlan { state: PlanState::Closed, ..stored };
        let kind = ChangeKind::TipsResting.key().to_owned();
        self.teams.store().change_tip_plan(&NewPlan { plan, by: None, at: now, kind }).await?;
        self.plans_changed.notify_one();
        Ok(())
    }

    async fn deal(&self, deal: &Deal<'_>) -> Result<Planned, Error> {
        for _ in 0..TRIES {
            let stored = self.teams.store().tip_plan(deal.server).await?;
            let known = stored.as_ref().and_then(|stored| Planned::of(stored, deal.now));
            let plan = (deal.make)(known.as_ref()).ok_or(UserError::NoPlan)?;
            if known.is_some_and(|known| known.state == deal.state && known.plan == plan) {
                return Err(team::UserError::AlreadySo.into());
            }
            let new = deal.new_plan(stored.as_ref(), &plan);
            if let Some(version) = self.teams.store().change_tip_plan(&new).await? {
                self.plans_changed.notify_one();
                let now = StoredPlan { version, ..new.plan };
                return Planned::of(&now, deal.now).ok_or_else(|| UserError::NoPlan.into());
            }
        }
        Err(team::UserError::Stale { since: Vec::new() }.into())
    }
}

/// Whether tips come since a change. Those of the first release say so only by what was done.
fn state_since(entry: &HistoryEntry) -> PlanState {
    let written = PlanState::ALL.iter().find(|(_, word)| *word == entry.subject);
    match (written, ChangeKind::from_key(&entry.kind)) {
        (Some((state, _)), _) => *state,
        (None, Some(ChangeKind::TipsPaused)) => PlanState::Paused,
        (None, Some(ChangeKind::TipsResting)) => PlanState::Closed,
        (None, _) => PlanState::On,
    }
}

impl Deal<'_> {
    fn new_plan(&self, stored: Option<&StoredPlan>, plan: &Plan) -> NewPlan {
        let at = self.now;
        // A skipped day does not change what is due; everything else starts again.
        let goes_on = stored.filter(|_| self.kind == ChangeKind::TipSkipped);
        NewPlan {
            plan: StoredPlan {
                server: self.server,
                version: stored.map_or(Version(0), |stored| stored.version),
                json: plan.kept(),
                schema: SCHEMA,
                state: self.state,
                since: goes_on.map_or(at, |stored| stored.since),
                set_by: self.by,
                last_day: stored.and_then(|stored| stored.last_day),
            },
            by: self.by,
            at,
            kind: self.kind.key().to_owned(),
        }
    }
}

impl Member {
    fn deal<'a>(
        &self,
        kind: ChangeKind,
        state: PlanState,
        now: Time,
        make: &'a (dyn Fn(Option<&Planned>) -> Option<Plan> + Sync),
    ) -> Deal<'a> {
        Deal { server: self.server, by: Some(self.user), kind, state, now, make }
    }
}
