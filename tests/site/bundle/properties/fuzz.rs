//! Runs the same properties on other values each time, ten minutes each or `FUZZ_MINUTES`:
//! `cargo test --release --test site fuzz -- --ignored --nocapture`.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use proptest::prelude::any;
use proptest::strategy::Strategy;
use proptest::test_runner::{RngSeed, TestCaseResult};

use super::front_matter::{file, is_answered};
use super::rendering::is_drawn;
use super::texts::text;
use super::tries;

/// The number of cases between two checks of the time.
const BATCH: u32 = 2_000;

#[track_caller]
fn fuzz<S>(values: &S, property: impl Fn(S::Value) -> TestCaseResult)
where
    S: Strategy,
    S::Value: Debug,
{
    let minutes = std::env::var("FUZZ_MINUTES").ok().and_then(|minutes| minutes.parse().ok()).unwrap_or(10);
    let start = Instant::now();
    let mut tried = 0;
    while start.elapsed() < Duration::from_secs(60 * minutes) {
        tries(BATCH, RngSeed::Random, values, &property);
        tried += BATCH;
    }
    println!("{tried} values in {minutes} minutes");
}

#[test]
#[ignore = "it runs for ten minutes: --ignored"]
fn fuzz_front_matter() {
    fuzz(&file(), |text| is_answered(&text));
}

#[test]
#[ignore = "it runs for ten minutes: --ignored"]
fn fuzz_markdown() {
    fuzz(&(text(), any::<bool>()), |(text, sidenotes)| is_drawn(&text, sidenotes));
}
