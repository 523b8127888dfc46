//! The tip plan of a server: a JSON object that the store does not interpret, and whether the plan is active.

use super::history::Area;
use super::request::settle;
use super::sqlite::Tx;
use super::value::{Row, values};
use super::{Store, StoreError, one_of, word_of};
use crate::model::{Day, ServerId, Time, UserId, Version};

/// Whether tips come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanState {
    /// They do.
    On,
    /// Somebody paused them.
    Paused,
    /// The channel is gone or closed to the bot.
    Closed,
}

impl PlanState {
    /// Every state with its word.
    pub const ALL: &[(PlanState, &str)] =
        &[(PlanState::On, "on"), (PlanState::Paused, "paused"), (PlanState::Closed, "closed")];
}

/// The plan of a server as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPlan {
    /// Where.
    pub server: ServerId,
    /// How often it was changed.
    pub version: Version,
    /// A JSON object.
    pub json: String,
    /// Which form it has.
    pub schema: i64,
    /// Whether tips come.
    pub state: PlanState,
    /// What was due before is not made up for.
    pub since: Time,
    /// Who set it up; `None` if unknown.
    pub set_by: Option<UserId>,
    /// The last day that was claimed for a tip.
    pub last_day: Option<Day>,
}

/// A plan that somebody wants to have.
#[derive(Debug, Clone)]
pub struct NewPlan {
    /// Where, by whom it is set up, in which state, and everything else as it should be; the version is that on which
    /// the change was made, and zero where there was no plan.
    pub plan: StoredPlan,
    /// Who changes it; `None` where the program does.
    pub by: Option<UserId>,
    /// When.
    pub at: Time,
    /// What is done, in a word.
    pub kind: String,
}

impl Store {
    /// The plan of a server, if it has one.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn tip_plan(&self, server: ServerId) -> Result<Option<StoredPlan>, StoreError> {
        let mut tx = self.read().await?;
        let row = tx
            .row(
                "SELECT server, version, plan, plan_schema, state, since, set_by,
                        (SELECT MAX(day) FROM tip_days d WHERE d.server = p.server)
                 FROM tip_plans p WHERE server = $1",
                values![server.stored()],
            )
            .await?;
        row.as_ref().map(plan).transpose()
    }

    /// All plans by which tips come, in one look.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn tip_plans_on(&self) -> Result<Vec<StoredPlan>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT server, version, plan, plan_schema, state, since, set_by,
                        (SELECT MAX(day) FROM tip_days d WHERE d.server = p.server)
                 FROM tip_plans p WHERE state = 'on'
                   AND NOT EXISTS (SELECT 1 FROM departures g WHERE g.server = p.server)
                 ORDER BY server",
                &[],
            )
            .await?;
        rows.iter().map(plan).collect()
    }

    /// The plans that were paused automatically and whose leads have not been told.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn tip_plans_untold(&self) -> Result<Vec<StoredPlan>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT server, version, plan, plan_schema, state, since, set_by, NULL
                 FROM tip_plans WHERE state = 'closed' AND told = 0 ORDER BY server",
                &[],
            )
            .await?;
        rows.iter().map(plan).collect()
    }

    /// Notes that the leads have heard that the plan of this version rests; whether that was news.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn tell_tip_plan(
        &self,
        server: ServerId,
        version: Version,
    ) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let changed = tx
            .run(
                "UPDATE tip_plans SET told = 1 WHERE server = $1 AND version = $2 AND told = 0",
                values![server.stored(), version.0],
            )
            .await?;
        tx.commit().await?;
        Ok(changed > 0)
    }

    /// Changes the plan of a server; its new version, or `None` where somebody else came first.
    ///
    /// # Errors
    /// If storage fails; then nothing was done.
    pub async fn change_tip_plan(&self, new: &NewPlan) -> Result<Option<Version>, StoreError> {
        let mut tx = self.write().await?;
        settle(&mut tx, new.plan.server).await?;
        let sql = "SELECT version, plan FROM tip_plans WHERE server = $1";
        let row = tx.row(sql, values![new.plan.server.stored()]).await?;
        let (now, before) = match &row {
            Some(row) => (row.int(0)?, Some(row.text(1)?)),
            None => (0, None),
        };
        if now != new.plan.version.0 {
            return tx.take_back().await.map(|()| None);
        }
        write(tx, new, before.as_deref()).await.map(Some)
    }
}

async fn write(mut tx: Tx, new: &NewPlan, before: Option<&str>) -> Result<Version, StoreError> {
    let plan = &new.plan;
    let version = Version(plan.version.0 + 1);
    tx.run(
        "INSERT INTO tip_plans (server, version, plan, plan_schema, state, since, set_by, told)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
         ON CONFLICT (server) DO UPDATE SET
             version = excluded.version, plan = excluded.plan, plan_schema = excluded.plan_schema,
             state = excluded.state, since = excluded.since, set_by = excluded.set_by, told = 0",
        values![
            plan.server.stored(),
            version.0,
            plan.json.as_str(),
            plan.schema,
            word_of(PlanState::ALL, &plan.state),
            plan.since.0,
            plan.set_by.map(UserId::stored),
        ],
    )
    .await?;
    tx.run(
        "INSERT INTO history (server, area, version, made_by, made_at, deed, subject, before, after)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            plan.server.stored(),
            Area::Tips.word(),
            version.0,
            new.by.map(UserId::stored),
            new.at.0,
            new.kind.as_str(),
            // Whether tips come since, so that the next change can be undone.
            word_of(PlanState::ALL, &plan.state),
            before,
            plan.json.as_str(),
        ],
    )
    .await?;
    tx.commit().await?;
    Ok(version)
}

fn plan(row: &Row) -> Result<StoredPlan, StoreError> {
    Ok(StoredPlan {
        server: ServerId::from_stored(row.int(0)?),
        version: Version(row.int(1)?),
        json: row.text(2)?,
        schema: row.int(3)?,
        state: one_of(PlanState::ALL, &row.text(4)?)?,
        since: Time(row.int(5)?),
        set_by: row.maybe_int(6)?.map(UserId::from_stored),
        last_day: row.maybe_int(7)?.map(Day),
    })
}
