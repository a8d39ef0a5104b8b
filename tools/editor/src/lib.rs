//! The editor of the page `/write/`.
//!
//! | Modules | Run in |
//! | --- | --- |
//! | [`text`], [`store`] | anywhere; tested natively |
//! | [`worker`] | its messages and its client anywhere, the rest in the browser only |
//! | `drafts`, `page` | browser only |
//!
//! Imports go to the left only: `text, store ← drafts ← worker ← page ← main`.

pub mod store;
pub mod text;
pub mod worker;
