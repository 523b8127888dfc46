//! Work that takes a while, beside the threads that answer: not all at once, and each team in turn.
//!
//! A check is work for a processor and nothing else. On a thread that serves a chat it would hold up everybody whose
//! turn comes there; so each goes to a thread of its own, and where many come at once they wait for one another. Of one
//! team only a few wait beside those of others, so what a team asks for delays its own checks and hardly anybody else's.
//!
//! Teams whose work takes long have a room of their own, with fewer places than the machine has processors: however many
//! there are, one processor is left for all others and for the chat. Time decides only about whose turn it is, never
//! about what comes out of the work.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lru::LruCache;
use rustc_hash::FxHashMap;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{Error, UserError};
use crate::model::ServerId;

/// Teams that are known at a time; beyond that, those are forgotten of which nothing waits.
const MAX_KNOWN: usize = 1_000;
/// Teams of which it is known that their work takes long.
const MAX_SLOW: NonZeroUsize = NonZeroUsize::new(1_000).unwrap();
/// A team whose work was quick so many times in a row is one of the others again. Who mixes quick work with slow stays.
const QUICK_AGAIN: u32 = 100;

/// What the queues are told of the machine.
#[derive(Debug, Clone, Copy)]
pub struct Machine {
    /// How many processors it has.
    pub processors: usize,
    /// How long the thread that asks has worked: where many threads wait for a processor, waiting is no work.
    pub worked: fn() -> Duration,
}

impl Default for Machine {
    /// A small machine that does not tell the time: no team is a slow one.
    fn default() -> Machine {
        Machine { processors: 2, worked: || Duration::ZERO }
    }
}

impl Machine {
    /// At most as many as leave a processor to others.
    fn beside_others(self, at_once: usize) -> usize {
        at_once.min(self.processors.saturating_sub(1).max(1))
    }
}

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
    slow_room: Arc<Semaphore>,
    teams: Mutex<FxHashMap<Option<ServerId>, Arc<Semaphore>>>,
    slow: Arc<SlowTeams>,
    waiting: AtomicUsize,
}

/// The teams whose work takes long, with how often in a row it was quick lately.
#[derive(Debug)]
pub(super) struct SlowTeams {
    /// Work that takes longer makes its team a slow one.
    after: Duration,
    machine: Machine,
    teams: Mutex<LruCache<Option<ServerId>, u32>>,
}

/// The right to do something now.
#[derive(Debug)]
pub(crate) struct Turn {
    team: Option<ServerId>,
    slow: Arc<SlowTeams>,
    _of_team: OwnedSemaphorePermit,
    _of_all: OwnedSemaphorePermit,
}

impl FairQueue {
    /// Nobody waits yet.
    pub fn new(turns: Turns, slow: &Arc<SlowTeams>) -> FairQueue {
        let room = Arc::new(Semaphore::new(turns.at_once));
        let slow_places = slow.machine.beside_others(turns.at_once);
        let (slow_room, slow) = (Arc::new(Semaphore::new(slow_places)), Arc::clone(slow));
        let waiting = AtomicUsize::new(0);
        FairQueue { turns, room, slow_room, teams: Mutex::default(), slow, waiting }
    }

    /// The same for work that always takes long.
    pub fn of_slow_work(turns: Turns, machine: Machine) -> FairQueue {
        let at_once = machine.beside_others(turns.at_once);
        FairQueue::new(Turns { at_once, ..turns }, &SlowTeams::new(Duration::MAX, machine))
    }

    /// How many wait for their turn at the moment.
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
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

    /// The team's next turn: first among its own, then among those of all teams that are as quick or as slow, in the
    /// order in which they came.
    ///
    /// # Errors
    /// Where too much of the team waits, or the program is about to end.
    pub async fn turn(&self, team: Option<ServerId>) -> Result<Turn, Error> {
        let of_team = self.of_team(team)?;
        let _waiting = Waiting::among(&self.waiting);
        let of_team = of_team.acquire_owned().await.map_err(|_| Error::Stopped)?;
        let room = if self.slow.holds(team) { &self.slow_room } else { &self.room };
        let of_all = Arc::clone(room).acquire_owned().await.map_err(|_| Error::Stopped)?;
        Ok(Turn { team, slow: Arc::clone(&self.slow), _of_team: of_team, _of_all: of_all })
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

/// Somebody who waits, until their turn comes or they give up.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn among(all: &'a AtomicUsize) -> Waiting<'a> {
        all.fetch_add(1, Ordering::Relaxed);
        Waiting(all)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
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
            // All of it goes along, so that it ends with the work also where nobody waits any more.
            let turn = self;
            let worked = turn.slow.machine.worked;
            let before = worked();
            let done = work();
            turn.slow.note(turn.team, worked().saturating_sub(before));
            done
        });
        working.await.map_err(|error| if error.is_panic() { Error::Broken } else { Error::Stopped })
    }
}

impl SlowTeams {
    /// None is known yet.
    pub fn new(after: Duration, machine: Machine) -> Arc<SlowTeams> {
        Arc::new(SlowTeams { after, machine, teams: Mutex::new(LruCache::new(MAX_SLOW)) })
    }

    fn holds(&self, team: Option<ServerId>) -> bool {
        self.teams().contains(&team)
    }

    /// Notes how long work of a team took.
    fn note(&self, team: Option<ServerId>, took: Duration) {
        let mut teams = self.teams();
        if took >= self.after {
            teams.put(team, 0);
        } else if let Some(quick) = teams.get_mut(&team) {
            *quick += 1;
            if *quick >= QUICK_AGAIN {
                teams.pop(&team);
            }
        }
    }

    /// A poisoned lock is a panic elsewhere; its content is complete all the same.
    fn teams(&self) -> MutexGuard<'_, LruCache<Option<ServerId>, u32>> {
        self.teams.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    use super::*;

    const FEW: Turns = Turns { at_once: 4, of_one: 2, waiting: 5 };

    /// A queue in which no team is slow.
    fn quick() -> FairQueue {
        FairQueue::new(FEW, &SlowTeams::new(Duration::MAX, Machine::default()))
    }

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
            let queue = Arc::new(quick());
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
        assert_eq!(held.queue.waiting(), FEW.waiting - FEW.of_one);
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
        assert_eq!(held.queue.waiting(), 0);
        // The place in the queue is free again.
        held.go.send(()).unwrap();
        assert!(held.begin(1).await.unwrap().is_ok());
    }

    #[tokio::test]
    async fn slow_teams_leave_a_processor_to_others_and_are_quick_again_after_a_while() {
        static NOW: AtomicUsize = AtomicUsize::new(0);
        let worked = || Duration::from_millis(NOW.load(Ordering::SeqCst) as u64);
        let machine = Machine { processors: 3, worked };
        let queue = FairQueue::new(FEW, &SlowTeams::new(Duration::from_millis(20), machine));
        for team in 1..=4 {
            let slow = || NOW.fetch_add(20, Ordering::SeqCst);
            queue.run(Some(ServerId(team)), slow).await.unwrap();
        }
        let mut held = Vec::new();
        for team in 1..=4 {
            let turn = queue.turn(Some(ServerId(team)));
            held.extend(tokio::time::timeout(Duration::from_millis(10), turn).await);
        }
        assert_eq!(held.len(), 2);
        // Others have all their places.
        let mut others = Vec::new();
        for team in 5..5 + FEW.at_once as u64 {
            others.push(queue.turn(Some(ServerId(team))).await.unwrap());
        }
        drop((held, others));
        for _ in 0..QUICK_AGAIN {
            assert!(queue.slow.holds(Some(ServerId(1))));
            queue.run(Some(ServerId(1)), || ()).await.unwrap();
        }
        assert!(!queue.slow.holds(Some(ServerId(1))));
        assert!(queue.slow.holds(Some(ServerId(2))));
    }

    #[tokio::test]
    async fn who_stops_waiting_makes_no_room_before_the_work_ends() {
        let held = Held::new();
        let gone: Vec<_> = (0..FEW.of_one).map(|_| held.begin(1)).collect();
        held.are_running(FEW.of_one).await;
        gone.iter().for_each(|waiting| waiting.abort());
        let next = held.begin(1);
        held.are_running(FEW.of_one).await;
        (0..=FEW.of_one).for_each(|_| held.go.send(()).unwrap());
        assert!(next.await.unwrap().is_ok());
    }

    #[tokio::test]
    async fn a_panic_is_told_to_whoever_asked_and_makes_room() {
        let queue = Arc::new(quick());
        for _ in 0..2 * FEW.at_once {
            let broken = queue.run(None, || panic!("in a check")).await;
            assert!(matches!(broken, Err::<(), _>(Error::Broken)));
        }
        assert!(matches!(queue.run(None, || 7).await, Ok(7)));
    }

    #[tokio::test]
    async fn teams_of_which_nothing_waits_are_forgotten() {
        let queue = quick();
        for team in 0..3 * MAX_KNOWN as u64 {
            drop(queue.turn(Some(ServerId(team))).await.unwrap());
        }
        assert!(queue.teams.lock().unwrap().len() <= MAX_KNOWN);
    }
}
