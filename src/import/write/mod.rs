//! Writes an old site into a project: texts, files, settings. Native only.

pub(crate) mod addresses;
pub(crate) mod destinations;
mod draft;
mod found;
mod front_matter;
mod index;
mod links;
pub(crate) mod lists;
pub(crate) mod manifest;
mod missing;
mod needs;
mod own;
mod plan;
mod redirects;
mod settings;
mod target;
mod undated;
mod work;

pub(super) use work::{Outcome, keep, write};
