//! Applied and memory.

use std::time::{Duration, Instant};

/// Passes over all drafts; of each draft the best one counts, since a busy machine only ever adds.
pub const PASSES: usize = 7;

/// What one subject took for each draft, in the best of the passes.
pub struct Applied {
    pub name: String,
    pub nanos: Vec<u64>,
    pub bytes: usize,
    pub found: usize,
}

impl Applied {
    pub fn median(&self) -> f64 {
        self.percentile(50)
    }

    pub fn percentile(&self, percent: usize) -> f64 {
        let mut sorted = self.nanos.clone();
        sorted.sort_unstable();
        let index = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
        sorted.get(index).copied().unwrap_or(0) as f64 / 1_000.0
    }

    pub fn megabytes_a_second(&self) -> f64 {
        let nanos: u64 = self.nanos.iter().sum();
        self.bytes as f64 * 1_000.0 / nanos.max(1) as f64
    }
}

/// Something that looks through a draft and says how much it found.
pub type Subject<'a> = (String, Box<dyn FnMut(&str) -> usize + 'a>);

/// All subjects over the same drafts, pass by pass in turn, so that a busy moment hits all alike.
pub fn race(mut subjects: Vec<Subject<'_>>, drafts: &[String]) -> Vec<Applied> {
    let bytes = drafts.iter().map(String::len).sum();
    let mut all: Vec<Applied> = subjects
        .iter()
        .map(|(name, _)| Applied {
            name: name.clone(),
            nanos: vec![u64::MAX; drafts.len()],
            bytes,
            found: 0,
        })
        .collect();
    for _ in 0..PASSES {
        for ((_, subject), times) in subjects.iter_mut().zip(&mut all) {
            times.found = 0;
            for (draft, best) in drafts.iter().zip(&mut times.nanos) {
                let begun = Instant::now();
                times.found += std::hint::black_box(subject(draft));
                *best = (*best).min(begun.elapsed().as_nanos() as u64);
            }
        }
    }
    all
}

/// The shortest of some runs, and what the last gave.
pub fn best_of<T>(runs: usize, mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut best = Duration::MAX;
    let mut last = None;
    for _ in 0..runs.max(1) {
        drop(last.take());
        let begun = Instant::now();
        let given = run();
        best = best.min(begun.elapsed());
        last = Some(given);
    }
    (best, last.expect("at least one run"))
}

/// A value of `/proc/self/status` in kilobytes; 0 where there is no such file.
pub fn memory(key: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    line.and_then(|value| value.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// Forgets the peak of the memory, so that the next one can be read (Linux).
pub fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
