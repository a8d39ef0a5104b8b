//! Renders pages as HTML. Browser and bundler.
//!
//! One pure function for each kind of page returns a string; the frame around it is the Leptos app. As Leptos views,
//! the pages made the program a third larger, and hydrating them was the longest task at startup.

mod archive;
mod article;
pub(crate) mod article_footer;
pub mod contract;
pub(crate) mod date;
pub(crate) mod enhancements;
pub(crate) mod error_pages;
pub mod frame;
mod home;
pub(crate) mod label;
pub(crate) mod list;
mod page;
mod search;
pub(crate) mod settings;
pub(crate) mod terms;
pub mod write;

pub use contract::action::Action;
pub use contract::ids::{ANNOUNCER, APP, IDS, MAIN, PANEL, PROGRAM, READABLE};
pub use enhancements::{lightbox, resume, unread};
pub use error_pages::unreachable;
pub use frame::{App, AppProps, page_element};
pub use page::page;
pub use search::{search, search_hit, search_tags};
pub use settings::{SETTINGS, Setting, THEME, panel};
