//! What the site is: the dialect, the bundler, the commands and the host, without a browser.

mod build;
mod bundle;
mod code;
#[path = "../fixtures/copy.rs"]
mod copy;
mod front_matter;
mod host;
mod markdown;
mod pictures;
mod tools;
