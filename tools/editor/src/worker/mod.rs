//! The worker, which prepares texts beside the page, and how the page asks it.
//!
//! The page has a [`Client`](client::Client), which decides what is sent and told, and a `Port` around it, which owns the
//! worker. `serve` is what runs in the worker.

pub mod client;
#[cfg(target_arch = "wasm32")]
mod costly;
#[cfg(target_arch = "wasm32")]
pub(crate) mod files;
pub mod messages;
pub mod needs;
#[cfg(target_arch = "wasm32")]
pub mod port;
#[cfg(target_arch = "wasm32")]
pub mod serve;
