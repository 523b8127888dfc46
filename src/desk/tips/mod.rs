//! Tips: one when somebody asks, and one each day by a team's plan.
//!
//! A [`Plan`] says when and where. [`Timetable`] knows which one is due next; [`Teams::claim_tip`] claims the day
//! before anything is posted, a front posts, and [`Teams::settle_tip`] notes what came of it. Where nobody knows what
//! came of it, the front looks into the channel and [`Teams::tip_after_look`] decides.
//!
//! [`Teams::claim_tip`]: crate::desk::team::Teams::claim_tip
//! [`Teams::settle_tip`]: crate::desk::team::Teams::settle_tip
//! [`Teams::tip_after_look`]: crate::desk::team::Teams::tip_after_look

#[cfg(feature = "sqlite")]
mod choosing;
mod deck;
#[cfg(feature = "sqlite")]
mod kept;
#[cfg(feature = "sqlite")]
mod moments;
#[cfg(feature = "sqlite")]
mod opinions;
#[cfg(feature = "sqlite")]
mod own;
#[cfg(feature = "sqlite")]
mod plan;
#[cfg(feature = "sqlite")]
mod planning;
#[cfg(feature = "sqlite")]
mod posting;
#[cfg(feature = "sqlite")]
pub mod reading;
#[cfg(feature = "sqlite")]
mod rescue;
#[cfg(feature = "sqlite")]
mod timetable;

#[cfg(feature = "sqlite")]
pub use crate::store::{Claim, ClaimId};
pub use deck::{shown_tip, tip_now};
#[cfg(feature = "sqlite")]
pub use opinions::{TipKey, WordsFor};
#[cfg(feature = "sqlite")]
pub use own::{AddedTip, MAX_OWN_TIPS};
#[cfg(feature = "sqlite")]
pub use plan::{MAX_DAYS_LEFT_OUT, Plan, PlanFocus};
#[cfg(feature = "sqlite")]
pub use planning::{Planned, Upcoming};
#[cfg(feature = "sqlite")]
pub use posting::{Post, Posted, RestingPlan};
#[cfg(feature = "sqlite")]
pub use rescue::Seen;
#[cfg(feature = "sqlite")]
pub use timetable::{DueTip, Reach, Timetable};
