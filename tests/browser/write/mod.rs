//! The page of the editor.

mod document;
mod worker;
