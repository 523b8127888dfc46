//! The queues of all that takes a while.

use std::sync::Arc;

use super::fair_queue::{FairQueue, Work};
use super::limits;
use super::pace::{Machine, Paces};

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
        let paces = Arc::new(Paces::new(limits::SLOW));
        let queue = |work, turns| FairQueue::new(work, turns, &paces, machine);
        Queues {
            checks: queue(Work::Check, limits::CHECKS),
            looks: queue(Work::Look, limits::LOOKS),
            loads: queue(Work::Load, limits::LOADS),
        }
    }
}
