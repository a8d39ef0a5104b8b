//! Brings a blog of another engine into this one: reads what it has, translates the texts, writes posts and files.
//! Native only.
//!
//! `notes ← translate, html ← site ← exports, engines ← write ← report`

pub mod exports;
pub mod html;
pub mod notes;
pub mod site;
pub mod translate;
