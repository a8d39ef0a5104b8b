//! What the site is: the dialect, the bundler, the commands and the host, without a browser.

mod build;
mod bundle;
mod code;
#[path = "../common/mod.rs"]
mod common;
mod conversation;
mod front_matter;
mod host;
mod import;
mod markdown;
mod pictures;
mod tools;
mod write;
