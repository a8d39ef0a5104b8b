//! Enhances each page once it is in the document.

use super::prefetch::follow_links;
use crate::app::features::{contents, reading_progress};
use crate::app::session::Session;
use crate::content::Route;

/// Adds to the current page what depends on this visit, and is not in its first frame. `before`: the page before it in this document. `arrived`: by a
/// new history entry, and at the top of the page.
pub(crate) fn enhance(session: Session, before: Option<Route>, arrived: bool) {
    reading_progress::show_resume(session, arrived);
    contents::follow();
    follow_links(session, before);
}
