//! The browser's side of the editor: thin, and without decisions of its own. Browser only.

mod address;
pub(crate) mod app;
mod canvas;
mod clipboard;
mod dom;
mod effects;
mod field;
mod files;
mod keep;
mod keys;
pub(crate) mod listen;
mod marks;
mod mirror;
mod open;
mod patch;
mod pictures;
mod preview;
mod saves;
mod scroll;
mod share;
pub(crate) mod start;
mod stopped;
mod tokens;
mod transfer;
mod typing;
