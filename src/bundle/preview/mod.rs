//! Prepares and renders one text as the bundler does, for the editor. Bundler and editor.
//!
//! The bundler writes the [`SiteIndex`]; a [`Preparer`] made of it needs no other file of the site. It reads, resolves,
//! prepares and renders with the functions of the bundler, so that the page is the one that will be published.

mod blocks;
mod elements;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod export;
mod findings;
mod found;
pub mod front_matter;
mod index;
mod page_entry;
mod preparer;
mod relatives;
mod surroundings;
mod terms;
mod words;

pub use found::Found;
pub use index::{SiteIndex, read_pages};
pub use page_entry::PageEntry;
pub use preparer::{Preparer, Preview};
pub use surroundings::NewPicture;

#[cfg(not(target_arch = "wasm32"))]
pub use crate::bundle::article::code::split::{bytes as grammar, ids as grammars};
pub use crate::bundle::article::costly::{Costly, Span};
#[cfg(any(not(target_arch = "wasm32"), feature = "costly"))]
pub use crate::bundle::article::costly_work::CostlyWork;
