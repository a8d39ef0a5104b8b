//! Events with their range in the text, in bytes.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

/// An event and its range in the text, in bytes.
pub type Spanned<'a> = (Event<'a>, Range<usize>);

/// Whether an element is inline, so that text beside it adjoins its own text.
pub(in crate::markdown) fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// The index of the event that ends the element begun at `start`.
pub(in crate::markdown) fn end(events: &[Spanned<'_>], start: usize) -> usize {
    let mut open = 0;
    for (index, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) => open -= 1,
            _ => {}
        }
        if open == 0 {
            return index;
        }
    }
    events.len()
}
