//! Reads the owner's files into values: configuration, posts, languages. Every mistake is a diagnostic.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod address_owner;
pub(crate) mod addresses;
pub(crate) mod at_uri;
pub(crate) mod authors;
mod beginning;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod blogroll;
pub(crate) mod boundary;
pub(crate) mod checked;
pub(crate) mod config;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod conversation;
pub(crate) mod fields;
pub(crate) mod front_matter;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod git_dates;
pub(crate) mod leftover;
pub(crate) mod limits;
pub(crate) mod media;
pub(crate) mod named_language;
pub(crate) mod own_files;
pub(crate) mod person;
mod place;
pub(crate) mod post;
pub(crate) mod post_kind;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod posts;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod resume;
pub(crate) mod site_files;
pub(crate) mod slugify;
pub(crate) mod source;
pub(crate) mod term_names;
pub(crate) mod text_file;
pub(crate) mod thread;
pub(crate) mod title;
pub(crate) mod zone_abbreviations;
