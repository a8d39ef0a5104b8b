//! The editor of the page `/write/`.
//!
//! | Modules | Run in |
//! | --- | --- |
//! | [`text`], [`store`] | anywhere; tested natively |
//! | `drafts`, `worker`, `page` | browser only |
//!
//! Imports go to the left only: `text, store ← drafts ← worker ← page ← main`.

pub mod store;
pub mod text;
