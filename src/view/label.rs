//! A word of the interface in a page.

use maud::Render;

use crate::content::{Message, Messages};

/// A word, to be spliced into HTML.
pub(super) struct Label<'a>(pub(super) &'a Messages, pub(super) Message);

impl Render for Label<'_> {
    // Not inlined: there are dozens, and each would be larger.
    #[inline(never)]
    fn render_to(&self, buffer: &mut String) {
        self.0.get(self.1).render_to(buffer);
    }
}
