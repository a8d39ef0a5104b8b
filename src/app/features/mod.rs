//! Features of pages besides text: search, settings, enlarged pictures, copying, reading progress. Browser only.

pub(crate) mod buttons;
pub(crate) mod contents;
pub(crate) mod copy;
pub(crate) mod lightbox;
pub(crate) mod reading_progress;
pub(crate) mod search;
pub(crate) mod settings;
