//! Runs slow work outside the threads that answer: a few jobs at a time, and fairly between teams.
//!
//! A check is pure CPU work and would block a thread that serves the chat, so it runs on a thread of its own; jobs
//! beyond the limit wait. Only a few jobs of one team may run at the same time, so a busy team delays mostly its own
//! checks.
//!
//! Slow teams share a pool of their own, with fewer places than there are processors, so that one processor is always
//! left for everybody else and for the chat. Teams whose speed is not known yet run one at a time.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustc_hash::FxHashMap;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::pace::{Machine, Pace, Paces};
use super::{Error, UserError};
use crate::model::ServerId;

/// Teams that are known at a time; beyond that, teams with nothing waiting are forgotten.
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

/// What the turns are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Work {
    /// Checks: quick ones, but for some teams.
    Check,
    /// Rules that are compiled: the same.
    Load,
    /// Looks at files, which always take long.
    Look,
}

/// The rooms for one kind of work. All people outside any server share the turns of one team.
#[derive(Debug)]
pub(super) struct FairQueue {
    work: Work,
    turns: Turns,
    room: Arc<Semaphore>,
    slow_room: Arc<Semaphore>,
    /// For teams whose pace is not known yet: one place, so that many of them can't fill the room of those that are quick.
    new_room: Arc<Semaphore>,
    teams: Mutex<FxHashMap<Option<ServerId>, Arc<Semaphore>>>,
    paces: Arc<Paces>,
    machine: Machine,
    waiting: AtomicUsize,
}

/// The right to do something now.
#[derive(Debug)]
pub(crate) struct Turn {
    work: Work,
    team: Option<ServerId>,
    paces: Arc<Paces>,
    worked: fn() -> Duration,
    _of_team: OwnedSemaphorePermit,
    _of_all: OwnedSemaphorePermit,
}

impl FairQueue {
    /// Nobody waits yet.
    pub fn new(work: Work, turns: Turns, paces: &Arc<Paces>, machine: Machine) -> FairQueue {
        let slow = machine.beside_others(turns.at_once);
        let at_once = if work == Work::Look { slow } else { turns.at_once };
        let room = |places| Arc::new(Semaphore::new(places));
        FairQueue {
            work,
            turns,
            room: room(at_once),
            slow_room: room(slow),
            new_room: room(1),
            teams: Mutex::default(),
            paces: Arc::clone(paces),
            machine,
            waiting: AtomicUsize::new(0),
        }
    }

    /// How many wait for their turn at the moment.
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    /// Runs `work` once there is a free place. Dropping the future does not free the place: that happens when the work
    /// ends.
    ///
    /// # Errors
    /// Where too much work of the team waits, the work panics or the program is about to end.
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
        let of_all = self.place(team).await?;
        Ok(Turn {
            work: self.work,
            team,
            paces: Arc::clone(&self.paces),
            worked: self.machine.worked,
            _of_team: of_team,
            _of_all: of_all,
        })
    }

    /// A place in the room of a team. Its pace may become known while it waits.
    async fn place(&self, team: Option<ServerId>) -> Result<OwnedSemaphorePermit, Error> {
        loop {
            let room = self.room_of(team);
            let place = Arc::clone(room).acquire_owned().await.map_err(|_| Error::Stopped)?;
            if Arc::ptr_eq(room, self.room_of(team)) {
                return Ok(place);
            }
        }
    }

    fn room_of(&self, team: Option<ServerId>) -> &Arc<Semaphore> {
        match (self.work, self.paces.of(team)) {
            (Work::Check | Work::Load, Pace::Slow { .. }) => &self.slow_room,
            (Work::Check, Pace::New) => &self.new_room,
            _ => &self.room,
        }
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
            let before = (turn.worked)();
            let done = work();
            let took = (turn.worked)().saturating_sub(before);
            match turn.work {
                Work::Check => turn.paces.checked(turn.team, took),
                Work::Load => turn.paces.loaded(turn.team, took),
                Work::Look => (),
            }
            done
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

    /// A queue in which no team is slow.
    fn quick() -> FairQueue {
        let paces = Arc::new(Paces::new(Duration::MAX));
        FairQueue::new(Work::Load, FEW, &paces, Machine::default())
    }

    /// Work that goes on until it is let go, and counts how much of it there is.
    struct HoldReason {
        queue: Arc<FairQueue>,
        running: Arc<AtomicUsize>,
        go: mpsc::Sender<()>,
        wait: Arc<Mutex<mpsc::Receiver<()>>>,
    }

    impl HoldReason {
        fn new() -> HoldReason {
            let (go, wait) = mpsc::channel();
            let queue = Arc::new(quick());
            HoldReason { queue, running: Arc::default(), go, wait: Arc::new(Mutex::new(wait)) }
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

        /// Waits until this many are running, and no more are for a while.
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
        let held = HoldReason::new();
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

    /// How many of some teams have a turn at the same time.
    async fn at_once(queue: &FairQueue, teams: std::ops::Range<u64>) -> usize {
        let mut held = Vec::new();
        for team in teams {
            let turn = queue.turn(Some(ServerId(team)));
            held.extend(tokio::time::timeout(Duration::from_millis(10), turn).await);
        }
        held.len()
    }

    #[tokio::test]
    async fn slow_teams_leave_a_processor_to_others_and_new_ones_come_one_by_one() {
        static NOW: AtomicUsize = AtomicUsize::new(0);
        let worked = || Duration::from_millis(NOW.load(Ordering::SeqCst) as u64);
        let machine = Machine { processors: 3, worked };
        let paces = Arc::new(Paces::new(Duration::from_millis(20)));
        let queue = FairQueue::new(Work::Check, FEW, &paces, machine);
        assert_eq!(at_once(&queue, 1..9).await, 1);
        for team in 1..9 {
            let takes = if team < 5 { 30 } else { 3 };
            let work = move || NOW.fetch_add(takes, Ordering::SeqCst);
            queue.run(Some(ServerId(team)), work).await.unwrap();
        }
        assert_eq!(at_once(&queue, 1..5).await, 2);
        assert_eq!(at_once(&queue, 5..9).await, FEW.at_once);
        assert_eq!(at_once(&queue, 1..9).await, 2 + FEW.at_once);
        // What becomes known while a team waits counts when its turn comes.
        let first = queue.turn(Some(ServerId(9))).await.unwrap();
        let (second, ()) = tokio::join!(queue.turn(Some(ServerId(9))), async {
            first.work(|| NOW.fetch_add(30, Ordering::SeqCst)).await.unwrap();
        });
        assert_eq!(at_once(&queue, 10..11).await, 1, "the room of new teams is empty");
        drop(second.unwrap());
    }

    #[tokio::test]
    async fn who_stops_waiting_makes_no_room_before_the_work_ends() {
        let held = HoldReason::new();
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
