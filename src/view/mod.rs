//! From a page to what a reader sees. On both sides.
//!
//! A page is drawn as a string by one pure function a kind of page; the frame around it is the Leptos app.
//! Drawn as Leptos views, the same pages took a third more program, and hydrating them was the longest task of the start.

mod archive;
mod around;
mod article;
mod aside;
mod date;
pub mod frame;
mod home;
mod ids;
mod list;
mod notice;
mod page;
mod panel;
mod say;
mod search;
mod tags;

pub use aside::{lightbox, resume, unread};
pub use frame::{App, AppProps, Shown};
pub use ids::{ANNOUNCER, APP, IDS, MAIN, PANEL, PROGRAM, READABLE, START};
pub use page::page;
pub use panel::{SETTINGS, Setting, THEME, panel};
pub use search::{search, search_hit, search_tags};
