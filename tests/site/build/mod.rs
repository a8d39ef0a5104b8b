//! `cargo site build` as a process: what it leaves behind when it is killed, refused, disturbed, or run elsewhere.
//!
//! Trunk's part is played by a script that copies a shell, so that no program of the page has to be compiled.
#![cfg(unix)]

#[path = "../../fixtures/tools.rs"]
mod tools;

mod alike;
mod environment;
mod killed;
mod leftovers;
mod refused;
mod sample;
