//! Enhances each page once it is in the document.

use super::prefetch::prefetch_visible;
use crate::app::features::{contents, reading_progress};
use crate::app::session::Session;

/// Adds to the current page what depends on this visit. `arrived`: by a new history entry, and at the top of the page.
pub(crate) fn enhance(session: Session, arrived: bool) {
    reading_progress::mark_unread(session);
    reading_progress::show_resume(session, arrived);
    contents::follow();
    prefetch_visible(session);
}
