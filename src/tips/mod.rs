//! Tips on the principles of service: one when somebody asks, and one each day by a team's plan.
//!
//! [`choose`] and [`upcoming`] say which tip a server sees on a day, [`pick`] one out of turn. A [`Plan`] says when and
//! where. [`Timetable`] knows which one is due next; [`Tips::claim_tip`] claims the day before anything is posted,
//! Discord posts, and [`Tips::settle_tip`] notes the outcome. Where the outcome is unknown, Discord looks
//! into the channel and [`Tips::tip_after_look`] decides.

mod choose;
mod choosing;
mod error;
mod moments;
mod opinions;
mod order;
mod own;
mod plan;
mod planning;
mod posting;
pub mod reading;
mod shown;
mod stored_plan;
mod timetable;
mod unresolved;

use std::sync::Arc;

use tokio::sync::Notify;

pub use crate::store::{Claim, ClaimId};
pub use choose::{Choices, Focus, Shown, choose, upcoming};
pub use error::{Error, UserError};
pub use opinions::{TipKey, WordsFor};
pub use order::{Deck, pick, pick_of, seed_of};
pub use own::{AddedTip, MAX_OWN_TIPS};
pub use plan::{MAX_DAYS_LEFT_OUT, Plan, PlanFocus, usual_zone};
pub use planning::{Planned, Upcoming};
pub use posting::{Post, Posted, SuspendedPlan};
pub use shown::{ShownTip, shown_tip, tip_now};
pub use timetable::{DueTip, Reach, Timetable};
pub use unresolved::Seen;

use crate::team::Teams;

/// The tips of every team. Shared by everybody.
#[derive(Debug)]
pub struct Tips {
    teams: Arc<Teams>,
    /// Wakes the loop that posts tips when a plan was changed.
    plans_changed: Notify,
}

impl Tips {
    /// The tips of teams.
    pub fn new(teams: Arc<Teams>) -> Tips {
        Tips { teams, plans_changed: Notify::new() }
    }

    /// The teams whose tips they are.
    pub fn teams(&self) -> &Arc<Teams> {
        &self.teams
    }

    /// Told when a plan was changed by this process.
    pub fn plans_changed(&self) -> &Notify {
        &self.plans_changed
    }
}
