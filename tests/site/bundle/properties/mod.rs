//! What holds for every text, every front matter and every address, tried on many that nobody would think of.

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

/// Tries a property on so many values: the same every time, so that a test fails on the change that broke it.
#[track_caller]
fn holds<S>(cases: u32, values: &S, property: impl Fn(S::Value) -> TestCaseResult)
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
    // What fails is made smaller as far as it goes; it is kept by writing it into a test, with a name.
    let config = Config { cases, rng_seed, failure_persistence: None, max_shrink_iters: 4_000, ..Config::default() };
    if let Err(failure) = TestRunner::new(config).run(values, property) {
        panic!("{failure}");
    }
}
