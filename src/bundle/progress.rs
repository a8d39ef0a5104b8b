//! Says how far a long work is. A short one says nothing.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

pub(super) struct Progress {
    /// What is made.
    what: &'static str,
    total: usize,
    done: AtomicUsize,
    start: Instant,
    /// The second it last spoke in.
    told: AtomicU64,
}

impl Progress {
    pub(super) fn new(what: &'static str, total: usize) -> Self {
        Self { what, total, done: AtomicUsize::new(0), start: Instant::now(), told: AtomicU64::new(0) }
    }

    /// Notes that one more is done.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let second = self.start.elapsed().as_secs();
        if self.told.fetch_max(second, Ordering::Relaxed) < second {
            eprintln!("{}: {done} of {} made", self.what, self.total);
        }
    }
}
