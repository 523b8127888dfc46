//! The queues of all that takes a while.

use super::fair_queue::{FairQueue, Machine, SlowTeams};
use super::limits;

/// The rooms of all teams, each for one kind of work.
#[derive(Debug)]
pub(super) struct Queues {
    /// Checks of drafts.
    pub checks: FairQueue,
    /// Looks at files.
    pub looks: FairQueue,
    /// Rules that are compiled.
    pub loads: FairQueue,
}

impl Queues {
    /// For a machine; nobody waits yet.
    pub fn on(machine: Machine) -> Queues {
        let slow = SlowTeams::new(limits::SLOW, machine);
        Queues {
            checks: FairQueue::new(limits::CHECKS, &slow),
            looks: FairQueue::of_slow_work(limits::LOOKS, machine),
            loads: FairQueue::new(limits::LOADS, &slow),
        }
    }
}
