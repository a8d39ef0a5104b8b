//! What the author sees and uses.
//!
//! [`state`] is what the editor knows; [`update`] changes it by an event and tells what the browser is to do; [`view`] draws
//! it. All three are pure. `glue` is the browser's side.

pub mod composition;
pub mod event;
pub mod front;
#[cfg(target_arch = "wasm32")]
mod glue;
pub mod links;
pub mod names;
pub mod path;
pub mod picture;
pub mod pieces;
pub mod renaming;
pub mod rows;
pub mod state;
pub mod stopped;
#[cfg(target_arch = "wasm32")]
mod stores;
#[cfg(test)]
mod tested;
pub mod update;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub use glue::start::start;
