//! A personal page and blog: markdown in, a static site out, taken over in place by a Leptos app.
//!
//! `content ← markdown ← view ← {app, bundle} ← {main, cli}`

pub mod content;
pub mod markdown;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod app;

#[cfg(not(target_arch = "wasm32"))]
pub mod bundle;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
