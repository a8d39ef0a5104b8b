//! Saving on GitHub, against repositories of git behind GitHub's own descriptions (`tests/github/`).
//!
//! `cargo site test` installs the packages that these tests need.

#[path = "../../../../tests/common/github.rs"]
mod github;

mod native;
mod room;

mod cross_origin;
mod cut_off;
mod deployment;
mod failures;
mod forms;
mod moved;
mod proposing;
mod reading;
mod saving;
mod secrecy;
mod whole;
