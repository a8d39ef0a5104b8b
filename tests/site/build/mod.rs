//! `cargo site build` as a process: what it leaves when it is killed, refused, disturbed, or run elsewhere.
//!
//! A script that copies a shell stands in for Trunk, so that no program has to be compiled.
#![cfg(unix)]

mod alike;
mod edits;
mod environment;
mod features;
mod killed;
mod leftovers;
mod refused;
pub(crate) mod sample;
mod update;
