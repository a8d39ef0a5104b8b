//! The finished site in real browsers, on a host that behaves like GitHub Pages; and its HTML under a validator.
//!
//! Every test has its own browser and site. `cargo site test` prepares what they need, and runs this program for each
//! engine: all tests in Chromium, all except `once` in the others.

#[path = "../common/mod.rs"]
mod common;

mod alter;
mod caches;
mod console;
mod driver;
mod engine;
mod host;
mod look;
mod manner;
mod visit;

mod once;

mod alike;
mod back;
mod broken;
mod drawing;
mod features;
mod feeds;
mod fragments;
mod hands;
mod hostile;
mod kept;
mod languages;
mod leaving;
mod live;
mod notes;
mod offline;
mod passages;
mod plain;
mod policy;
mod prefetch;
mod previews;
mod prose;
mod reading;
mod search;
mod search_hits;
mod served;
mod settings;
mod staged;
mod storage;
mod styled;
mod takeover;
mod trouble;
mod walk;
mod worker;
mod write;
