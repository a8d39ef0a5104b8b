//! What the author has written and not yet saved, kept in this browser.

#[cfg(target_arch = "wasm32")]
pub mod database;
pub mod draft;
#[cfg(target_arch = "wasm32")]
mod record;
#[cfg(target_arch = "wasm32")]
mod request;
#[cfg(target_arch = "wasm32")]
pub mod tabs;
