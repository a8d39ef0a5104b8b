//! Prints the progress of long work, at most once a second.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

/// The progress of work with a known number of steps, which may run on several threads.
#[derive(Debug)]
pub struct Progress {
    work: &'static str,
    total: usize,
    done: AtomicUsize,
    start: Instant,
    /// The second of the last message, from the start.
    told: AtomicU64,
}

impl Progress {
    /// Starts the work. `work` names the steps done: `pictures made`.
    #[must_use]
    pub fn new(work: &'static str, total: usize) -> Self {
        Self { work, total, done: AtomicUsize::new(0), start: Instant::now(), told: AtomicU64::new(0) }
    }

    /// Counts a step that is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let second = self.start.elapsed().as_secs();
        if self.told.fetch_max(second, Ordering::Relaxed) < second {
            eprintln!("{}: {done} of {}", self.work, self.total);
        }
    }
}
