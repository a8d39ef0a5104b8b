//! Messages of the interface in HTML.

use maud::Render;

use crate::content::{Message, Messages};

/// A message to insert into HTML.
pub(super) struct Label<'a>(pub(super) &'a Messages, pub(super) Message);

impl Render for Label<'_> {
    // Not inlined: dozens of uses would each be larger.
    #[inline(never)]
    fn render_to(&self, buffer: &mut String) {
        self.0.get(self.1).render_to(buffer);
    }
}
