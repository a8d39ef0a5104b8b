//! The steps of a long command: prints the current one, and at the end the duration of each.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::Result;

/// A command with a known number of steps.
#[derive(Debug)]
pub(crate) struct Steps {
    total: usize,
    done: Vec<(String, Duration)>,
}

impl Steps {
    pub(crate) fn new(total: usize) -> Self {
        Self { total, done: Vec::new() }
    }

    /// Runs the next step: prints its name, and records its duration.
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
    /// Writes one line for each step, and the sum.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, time) in &self.done {
            writeln!(f, "{:>8.1} s  {name}", time.as_secs_f64())?;
        }
        let sum: Duration = self.done.iter().map(|(_, time)| *time).sum();
        write!(f, "{:>8.1} s  total", sum.as_secs_f64())
    }
}
