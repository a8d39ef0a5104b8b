//! The steps of a long command: which one is running, and at the end how long each took.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::Result;

/// A command of a known number of steps.
#[derive(Debug)]
pub(crate) struct Steps {
    total: usize,
    done: Vec<(String, Duration)>,
}

impl Steps {
    pub(crate) fn new(total: usize) -> Self {
        Self { total, done: Vec::new() }
    }

    /// Takes the next step: says which, and notes how long it took.
    pub(crate) fn step<T>(&mut self, name: impl Into<String>, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let name = name.into();
        println!("[{}/{}] {name}", self.done.len() + 1, self.total);
        let start = Instant::now();
        let result = work();
        self.done.push((name, start.elapsed()));
        result
    }
}

impl fmt::Display for Steps {
    /// Writes one line a step, and their sum.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, time) in &self.done {
            writeln!(f, "{:>8.1} s  {name}", time.as_secs_f64())?;
        }
        let sum: Duration = self.done.iter().map(|(_, time)| *time).sum();
        write!(f, "{:>8.1} s  together", sum.as_secs_f64())
    }
}
