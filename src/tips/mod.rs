//! Tips on the principles of service: one when somebody asks, and one each day by a team's plan.
//!
//! [`choose`] and [`upcoming`] say which tip a server sees on a day, [`pick`] one out of turn. A [`Plan`] says when and
//! where. [`Timetable`] knows which one is due next; [`Teams::claim_tip`] claims the day before anything is posted,
//! Discord posts, and [`Teams::settle_tip`] notes what came of it. Where nobody knows what came of it, Discord looks
//! into the channel and [`Teams::tip_after_look`] decides.
//!
//! [`Teams::claim_tip`]: crate::team::Teams::claim_tip
//! [`Teams::settle_tip`]: crate::team::Teams::settle_tip
//! [`Teams::tip_after_look`]: crate::team::Teams::tip_after_look

mod choose;
mod choosing;
mod deck;
mod error;
mod kept;
mod moments;
mod opinions;
mod order;
mod own;
mod plan;
mod planning;
mod posting;
pub mod reading;
mod rescue;
mod shown;
mod timetable;
mod user_error;

pub use crate::store::{Claim, ClaimId};
pub use choose::{Choices, Focus, Shown, choose, upcoming};
pub use deck::Deck;
pub use error::Error;
pub use opinions::{TipKey, WordsFor};
pub use order::{pick, pick_of, seed_of};
pub use own::{AddedTip, MAX_OWN_TIPS};
pub use plan::{MAX_DAYS_LEFT_OUT, Plan, PlanFocus};
pub use planning::{Planned, Upcoming};
pub use posting::{Post, Posted, RestingPlan};
pub use rescue::Seen;
pub use shown::{ShownTip, shown_tip, tip_now};
pub use timetable::{DueTip, Reach, Timetable};
pub use user_error::UserError;
