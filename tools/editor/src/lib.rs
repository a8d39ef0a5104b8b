//! The editor of the page `/write/`: its programs are `main.rs` and those in `bin/`.
//!
//! | Modules | Run in |
//! | --- | --- |
//! | [`text`] | anywhere |
//! | [`store`] | anywhere; what uses the browser's requests and folders in the browser only |
//! | [`drafts`] | what a draft is anywhere, the rest in the browser only |
//! | [`worker`] | its messages and its client anywhere, the rest in the browser only |
//! | [`page`] | state, updates and views anywhere; `glue` in the browser only |
//! | `browser` | browser only |
//!
//! Imports go to the left only: `browser, text, store ← drafts ← worker ← page ← main`.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod drafts;
pub mod page;
pub mod store;
pub mod text;
pub mod worker;
