//! A personal page and blog: a bundler that makes a static site from Markdown, and a Leptos app that hydrates it.
//!
//! The package is compiled twice: natively, for the bundler and the command line, and for wasm32, for the browser.
//!
//! | Modules | Run in |
//! | --- | --- |
//! | [`content`], [`markdown`], [`view`] | browser and bundler |
//! | `app` | browser only, without the feature `prepare` |
//! | `bundle` | native; what prepares one text also in the editor's program, with the feature `prepare` |
//! | `import`, `cli` | native only |
//!
//! Imports go to the left only: `content ← markdown ← view ← {app, bundle} ← import ← cli ← main`.

pub mod content;
pub mod markdown;
pub mod view;

// Its exported function would be in the editor's programs, too.
#[cfg(all(target_arch = "wasm32", not(feature = "prepare")))]
pub mod app;

#[cfg(any(not(target_arch = "wasm32"), feature = "prepare"))]
pub mod bundle;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
