//! Properties of every text, every front matter and every address, tested on generated values.

mod addresses;
mod front_matter;
mod fuzz;
mod markup;
mod rendering;
mod texts;
mod words;

use std::fmt::Debug;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};

/// Tests a property on a number of values: the same in each run, so that a test fails on the change that broke it.
#[track_caller]
pub(crate) fn holds<S>(cases: u32, values: &S, property: impl Fn(S::Value) -> TestCaseResult)
where
    S: Strategy,
    S::Value: Debug,
{
    tries(cases, RngSeed::Fixed(2025), values, property);
}

#[track_caller]
fn tries<S>(cases: u32, rng_seed: RngSeed, values: &S, property: impl Fn(S::Value) -> TestCaseResult)
where
    S: Strategy,
    S::Value: Debug,
{
    // A failing value is minimised. It is not stored: write it into a test, with a name.
    let config = Config { cases, rng_seed, failure_persistence: None, max_shrink_iters: 4_000, ..Config::default() };
    if let Err(failure) = TestRunner::new(config).run(values, property) {
        panic!("{failure}");
    }
}
