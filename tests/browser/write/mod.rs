//! The page of the editor.

pub(crate) mod author;

mod app;
mod composing;
mod conflicts;
mod document;
mod drafts;
mod files;
#[allow(dead_code, reason = "the tests of the store use more of it")]
#[path = "../../common/github.rs"]
mod github;
mod helping;
mod keys;
mod proposing;
mod saving;
mod suggesting;
mod token;
mod worker;
