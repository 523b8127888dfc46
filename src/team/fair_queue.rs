//! Work that takes a while, beside the threads that answer: not all at once, and each team in turn.
//!
//! A check is work for a processor and nothing else. On a thread that serves a chat it would hold up everybody whose
//! turn comes there; so each goes to a thread of its own, and where many come at once they wait for one another. Of one
//! team only a few wait beside those of others, so what a team asks for delays its own checks and hardly anybody else's.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{Error, UserError};
use crate::model::ServerId;

/// Teams that are known at a time; beyond that, those are forgotten of which nothing waits.
const MAX_KNOWN: usize = 1_000;

/// How many have a turn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turns {
    /// At the same time.
    pub at_once: usize,
    /// Of one team at the same time.
    pub of_one: usize,
    /// Of one team at the same time, or waiting.
    pub waiting: usize,
}

/// The room for one kind of work. Whoever is in no server has the turns of one team together.
#[derive(Debug)]
pub(super) struct FairQueue {
    turns: Turns,
    room: Arc<Semaphore>,
    teams: Mutex<FxHashMap<Option<ServerId>, Arc<Semaphore>>>,
}

/// The right to do something now.
#[derive(Debug)]
pub(super) struct Turn {
    _of_team: OwnedSemaphorePermit,
    _of_all: OwnedSemaphorePermit,
}

impl FairQueue {
    /// Nobody waits yet.
    pub fn new(turns: Turns) -> FairQueue {
        let room = Arc::new(Semaphore::new(turns.at_once));
        FairQueue { turns, room, teams: Mutex::default() }
    }

    /// Does work once there is room. Who stops waiting for it does not make room: that comes when it ends.
    ///
    /// # Errors
    /// Where too much of the team waits, the work panics or the program is about to end.
    pub async fn run<T: Send + 'static>(
        &self,
        team: Option<ServerId>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        self.turn(team).await?.work(work).await
    }

    /// The team's next turn: first among its own, then among those of all teams, in the order in which they came.
    ///
    /// # Errors
    /// Where too much of the team waits, or the program is about to end.
    pub async fn turn(&self, team: Option<ServerId>) -> Result<Turn, Error> {
        let of_team = self.of_team(team)?;
        let of_team = of_team.acquire_owned().await.map_err(|_| Error::Stopped)?;
        let of_all = Arc::clone(&self.room).acquire_owned().await.map_err(|_| Error::Stopped)?;
        Ok(Turn { _of_team: of_team, _of_all: of_all })
    }

    /// The turns of a team. Each is held by whoever waits for one or has one, so they are counted by that.
    fn of_team(&self, team: Option<ServerId>) -> Result<Arc<Semaphore>, Error> {
        let mut teams = self.teams.lock().unwrap_or_else(PoisonError::into_inner);
        if teams.len() >= MAX_KNOWN && !teams.contains_key(&team) {
            teams.retain(|_, turns| Arc::strong_count(turns) > 1);
        }
        let turns =
            teams.entry(team).or_insert_with(|| Arc::new(Semaphore::new(self.turns.of_one)));
        if Arc::strong_count(turns) > self.turns.waiting {
            return Err(UserError::ManyAtOnce.into());
        }
        Ok(Arc::clone(turns))
    }
}

impl Turn {
    /// Does work on a thread of its own; the turn ends with it.
    ///
    /// # Errors
    /// Where the work panics, or the program is about to end.
    pub async fn work<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let working = tokio::task::spawn_blocking(move || {
            let _turn = self;
            work()
        });
        working.await.map_err(|error| if error.is_panic() { Error::Broken } else { Error::Stopped })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    use super::*;

    const FEW: Turns = Turns { at_once: 4, of_one: 2, waiting: 5 };

    /// Work that goes on until it is let go, and counts how much of it there is.
    struct Held {
        queue: Arc<FairQueue>,
        running: Arc<AtomicUsize>,
        go: mpsc::Sender<()>,
        wait: Arc<Mutex<mpsc::Receiver<()>>>,
    }

    impl Held {
        fn new() -> Held {
            let (go, wait) = mpsc::channel();
            let queue = Arc::new(FairQueue::new(FEW));
            Held { queue, running: Arc::default(), go, wait: Arc::new(Mutex::new(wait)) }
        }

        fn begin(&self, team: u64) -> tokio::task::JoinHandle<Result<(), Error>> {
            let (queue, running, wait) =
                (Arc::clone(&self.queue), Arc::clone(&self.running), Arc::clone(&self.wait));
            tokio::spawn(async move {
                let work = move || {
                    running.fetch_add(1, Ordering::SeqCst);
                    wait.lock().unwrap().recv().unwrap();
                };
                queue.run(Some(ServerId(team)), work).await
            })
        }

        /// Waits until so many are running, and no more are for a while.
        async fn are_running(&self, count: usize) {
            while self.running.load(Ordering::SeqCst) < count {
                tokio::task::yield_now().await;
            }
            for _ in 0..100 {
                tokio::task::yield_now().await;
            }
            assert_eq!(self.running.load(Ordering::SeqCst), count);
        }
    }

    #[tokio::test]
    async fn of_one_team_few_run_and_few_wait_and_another_team_does_not_wait_for_them() {
        let held = Held::new();
        let mut all: Vec<_> = (0..FEW.waiting).map(|_| held.begin(1)).collect();
        held.are_running(FEW.of_one).await;
        let refused = held.begin(1).await.unwrap();
        assert!(matches!(refused, Err(Error::User(UserError::ManyAtOnce))), "{refused:?}");
        // The other team has its turn although those of the first came before and wait.
        all.push(held.begin(2));
        held.are_running(FEW.of_one + 1).await;
        all.extend([held.begin(3), held.begin(4)]);
        held.are_running(FEW.at_once).await;
        let count = all.len();
        (0..count).for_each(|_| held.go.send(()).unwrap());
        for one in all {
            assert!(one.await.unwrap().is_ok());
        }
        assert_eq!(held.running.load(Ordering::SeqCst), count);
        // The place in the queue is free again.
        held.go.send(()).unwrap();
        assert!(held.begin(1).await.unwrap().is_ok());
    }

    #[tokio::test]
    async fn a_panic_is_told_to_whoever_asked_and_makes_room() {
        let queue = Arc::new(FairQueue::new(FEW));
        for _ in 0..2 * FEW.at_once {
            let broken = queue.run(None, || panic!("in a check")).await;
            assert!(matches!(broken, Err::<(), _>(Error::Broken)));
        }
        assert!(matches!(queue.run(None, || 7).await, Ok(7)));
    }

    #[tokio::test]
    async fn teams_of_which_nothing_waits_are_forgotten() {
        let queue = FairQueue::new(FEW);
        for team in 0..3 * MAX_KNOWN as u64 {
            drop(queue.turn(Some(ServerId(team))).await.unwrap());
        }
        assert!(queue.teams.lock().unwrap().len() <= MAX_KNOWN);
    }
}
