//! Brings a blog of another engine into this one: reads what it has, translates the texts, writes posts and files.
//! Native only.
//!
//! `notes ← translate, html ← site ← engines ← write ← report`

pub mod html;
pub mod notes;
pub mod site;
pub mod translate;
