//! From a page to what a reader sees: one pure function a kind of page. On both sides.

mod archive;
mod article;
mod date;
mod footer;
mod frame;
mod header;
mod home;
mod list;
mod notice;
mod tags;
mod words;

pub use frame::{App, AppProps, MAIN, TEXT};
pub use words::{WORDS, Words};
