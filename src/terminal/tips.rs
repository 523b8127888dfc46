//! The tip of the day at a terminal: it arrives while somebody sits there.

use std::time::Duration;

use crate::app::tip_controls;
use crate::model::Time;
use crate::tips::{DueTip, Error, Reach, Seen, Timetable, Tips};
use crate::ui;
use crate::ui::Panel;
use crate::ui::tip_plan;

/// Seconds after which the plan is read again: another terminal may have changed it.
const RENEWED: i64 = 60;

/// What an arriving tip needs.
pub struct Arrivals<'a> {
    /// The tips of the person who sits here.
    pub tips: &'a Tips,
    /// Says what time it is.
    pub now: &'a (dyn Fn() -> Time + Sync),
    /// Shows a tip: its text, and what can be pressed under it; whether it was seen.
    pub show: &'a (dyn Fn(&str, Panel) -> bool + Sync),
    /// Hears what went wrong.
    pub log: &'a (dyn Fn(&Error) + Sync),
}

/// Brings each tip that is due, for as long as this is waited for.
pub async fn arrive(arrivals: &Arrivals<'_>) {
    let tips = arrivals.tips;
    let mut table = Timetable::new(Reach::Terminal);
    loop {
        let now = (arrivals.now)();
        if let Err(error) = one_look(arrivals, &mut table, now).await {
            (arrivals.log)(&error);
        }
        // A clock that shows whole seconds is up to one behind, so what is waited for is over then.
        let wait = table.next().map_or(RENEWED, |next| (next.0 - now.0).clamp(1, RENEWED));
        let wait = Duration::from_secs(wait.unsigned_abs());
        tokio::select! {
            () = tokio::time::sleep(wait) => (),
            () = tips.plans_changed().notified() => (),
        }
    }
}

async fn one_look(arrivals: &Arrivals<'_>, table: &mut Timetable, now: Time) -> Result<(), Error> {
    let tips = arrivals.tips;
    tips.renew_timetable(table, now).await?;
    for due in table.take_due(now) {
        bring(arrivals, &due).await?;
    }
    // A terminal that was closed at the very moment: nobody knows whether the tip was seen.
    for claim in tips.lost_tips(Reach::Terminal, now).await? {
        if tips.take_lost_tip(&claim, now).await? {
            tips.tip_after_look(&claim, Seen::CantTell, now).await?;
        }
    }
    Ok(())
}

async fn bring(arrivals: &Arrivals<'_>, due: &DueTip) -> Result<(), Error> {
    let now = (arrivals.now)();
    let Some(post) = arrivals.tips.claim_tip(due, now).await? else { return Ok(()) };
    let controls = tip_controls(&post.tip, Some(post.claim), post.language);
    let title = tip_plan::PLAN.to(post.language);
    let text = format!("{title}\n{}", ui::tip(&post.tip, post.language));
    let panel = Panel { controls, ..Panel::default() };
    if (arrivals.show)(&text, panel) {
        arrivals.tips.settle_shown_tip(&post, now).await?;
    }
    Ok(())
}
