//! Brings a blog of another engine into this one: reads what it has, translates the texts, writes posts and files.
//! Native only.
//!
//! `notes ← translate ← html ← site ← data, globs ← folder ← exports, source ← authors ← text ← engines ← write ←
//! sitemap, between, gaps ← report ← archive, run`

pub mod exports;
pub mod html;
pub mod notes;
pub mod report;
pub mod run;
pub mod site;
pub mod translate;

pub(crate) mod folder;

mod archive;
mod authors;
mod between;
mod data;
mod dates;
mod engines;
mod excerpt;
mod gaps;
mod globs;
mod keys;
mod left_keys;
mod literals;
mod permalink;
mod sitemap;
mod source;
mod text;
mod write;
