//! Writes an old site into a project: texts, files, settings. Native only.

pub(crate) mod addresses;
mod destinations;
mod draft;
mod front_matter;
mod index;
mod links;
pub(crate) mod lists;
pub(crate) mod manifest;
mod needs;
mod own;
mod plan;
mod settings;
mod undated;
mod work;

pub(super) use work::{Outcome, keep, write};
