//! Brings a blog of another engine into this one: reads what it has, translates the texts, writes posts and files.
//! Native only.
//!
//! `notes ← translate ← html ← site ← exports, data ← folder ← source ← authors ← text ← engines ← write ← sitemap, gaps ← report ← run`

pub mod exports;
pub mod html;
pub mod notes;
pub mod report;
pub mod run;
pub mod site;
pub mod translate;

pub(crate) mod folder;

mod authors;
mod data;
mod dates;
mod engines;
mod excerpt;
mod gaps;
mod keys;
mod literals;
mod permalink;
mod sitemap;
mod source;
mod text;
mod write;
